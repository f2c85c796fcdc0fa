const entities = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
    ...{ '#34': '"', '#39': "'", '#x22': '"', '#x27': "'" },
  }),
)
const entity = /&(amp|lt|gt|quot|apos|nbsp|#34|#39|#x22|#x27);/gi

/** unescapedHtml is a text as a page shows it, where it was copied from the page's source. */
export function unescapedHtml(text: string): string {
  if (!/&(?:quot|apos|#34|#39|#x27|#x22);/i.test(text)) return text
  return text.replace(entity, (all, name: string) => entities.get(name.toLowerCase()) ?? all)
}

/** ofMail is a text as a mail's source has it, in which `=` starts a character and breaks a line. */
export function ofMail(text: string): string {
  if (!text.includes('=3D') || !text.includes('=\n')) return text
  return text
    .replace(/=\n/g, '')
    .replace(/(?:=[\dA-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString())
}

const setting = /^@([\w-]{1,60})[^\S\n]{0,9}=[^\S\n]{0,9}(\S[^\n]{0,4096})$/gm
const mostVariables = 20 // so that a text does not grow much

/** withVariables fills in `{{name}}` where a line `@name = value` sets it, as in the request files of editors. */
export function withVariables(text: string): string {
  const values = new Map([...text.matchAll(setting)].map(([, name = '', value = '']) => [name, value.trim()]))
  if (values.size === 0) return text
  let count = 0
  return text.replace(/\{\{ ?([\w-]{1,60}) ?\}\}/g, (all, name: string) => {
    const value = values.get(name)
    return value === undefined || ++count > mostVariables ? all : value
  })
}
