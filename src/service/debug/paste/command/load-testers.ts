import { headersIn, requestOf, type Given, type RequestReader } from './sent-request.ts'

/** readLoadTester reads what follows a program that takes headers with `-H`, and for `ab` cookies with `-C`. */
export const readLoadTester: RequestReader = (words, program) => {
  const given: Given[] = []
  for (const [index, word] of words.entries()) {
    const [, option, glued] = /^(-H|--?headers?|-rpc-header|-C)(?:=?([^]+))?$/.exec(word.text) ?? []
    if (option === undefined || (option === '-C' && program !== 'ab')) continue
    const value = glued === undefined ? words[index + 1] : { ...word, text: glued }
    if (value === undefined) continue
    if (option === '-C') given.push({ header: ['cookie', value.text], word: value })
    else given.push(...headersIn(value))
  }
  const url = words.findLast(({ text }) => text.includes('://'))
  return requestOf({ urls: url === undefined ? [] : [url.text], agent: program, given })
}
