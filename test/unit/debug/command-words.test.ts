import { expect, test } from '@jest/globals'
import { bashWords } from '../../../src/service/debug/paste/command/bash-words.ts'
import { cmdWords } from '../../../src/service/debug/paste/command/cmd-words.ts'
import { powershellWords } from '../../../src/service/debug/paste/command/powershell/words.ts'
import { typographicQuotes } from '../../../src/service/debug/paste/command/typographic.ts'
import { variablesOf } from '../../../src/service/debug/paste/command/variables.ts'

type Split = typeof bashWords

function wordsOf(split: Split, text: string): readonly string[] | undefined {
  const variables = variablesOf(text.length)
  variables.set('a', ['x y'])
  variables.set('list', ['one', 'two three'])
  const { words, open } = split(text, 0, { variables, quotes: typographicQuotes() })
  return open ? undefined : words.map((word) => word.text)
}

test.each<[string, readonly string[] | undefined]>([
  [`a 'b "c' "d 'e" f\\ g`, ['a', 'b "c', "d 'e", 'f g']],
  [`"a\\"b\\\\c\\d\\$"`, ['a"b\\c\\d$']],
  [`$'it\\'s\\t\\x41\\101\\u00e9\\q' $"x"`, ["it's\tAA\u00e9\\q", 'x']],
  [`a'b'"c"$'d'e`, ['abcde']],
  [`$'\\U0001F600\\u00E9\\X41'`, ['\u{1F600}\u00e9\\X41']],
  ['one \\\n two\\\nthree "fo\\\nur"', ['one', 'twothree', 'four']],
  [`'' "" $''`, ['', '', '']],
  ['$HOME a$ ${b} $(c "d)") `e`', ['$HOME', 'a$', '${b}', '$output', '$output']],
  [`$a "$a" \${a}z '$a'`, ['x', 'y', 'x y', 'x', 'yz', '$a']],
  ['"${list[@]}" $list "${nothing:-d e}"', ['one', 'two three', 'one', 'd e']],
  ['a#b #c d', ['a#b']],
  ['a >b 2>&1 <c d 2>e &>f <<<g h', ['a', 'd', 'h']],
  ...['a; b', 'a && b', 'a|b', 'a & b', 'a) b', 'a\nb'].map((text): [string, string[]] => [text, ['a']]),
  ['a\\', ['a']],
  [`'a`, undefined],
  ['"a\\"', undefined],
  [`$'a\\'`, undefined],
  ['"$(a"', undefined],
])('%s has the words that bash finds in it', (text, words) => {
  expect(wordsOf(bashWords, text)).toEqual(words)
})

test.each<[string, readonly string[] | undefined]>([
  ['a "b c" d^&e ^"f g^"', ['a', 'b c', 'd&e', 'f g']],
  ['"a\\"b" "c""d" "e\\\\" f\\g h\\\\"i j"', ['a"b', 'c"d', 'e\\', 'f\\g', 'h\\i j']],
  ['^"a\\^"b^%^41^" c', ['a"b%41', 'c']],
  ['a ^\n  b ^ \n c\nd', ['a', 'b', 'c']],
  ['^"a^\n\nb^"', ['a\nb']],
  ['%a% "%A%" %b% 5%', ['x', 'y', 'x y', '%b%', '5%']],
  ['"a & b" c & d', ['a & b', 'c']],
  ['"a', undefined],
])("%s has the words that Windows' cmd and a program find in it", (text, words) => {
  expect(wordsOf(cmdWords, text)).toEqual(words)
})

test.each<[string, readonly string[] | undefined]>([
  [`a "b 'c'" 'd "e"' f\`"g`, ['a', "b 'c'", 'd "e"', 'f"g']],
  ["'it''s' \"a\"\"b`\"c\" a'b'", ["it's", 'a"b"c', 'ab']],
  ['“a b” ‘c d’', ['a b', 'c d']],
  ['$a "$a ${A} $(b) $c" \'$a\'', ['x y', 'x y x y $(b) $c', '$a']],
  ['a `\n  b\nc', ['a', 'b']],
  ...['a; b', 'a | b', 'a ) b', 'a > b', 'a 2>&1'].map((text): [string, string[]] => [text, ['a']]),
  ['"a', undefined],
  ["'a", undefined],
])('%s has the words that PowerShell finds in it', (text, words) => {
  expect(wordsOf(powershellWords, text)).toEqual(words)
})
