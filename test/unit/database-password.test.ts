import { expect, test } from '@jest/globals'
import { withoutPassword } from '../../src/testing/database.ts'

test.each([
  ['postgres://u:S3CRET@h:5432/x', 'no server at u:S3CRET@h'],
  ['postgres://u:S3CRET@h:port/x?application_name=a@b', "the URL 'postgres://u:S3CRET@h:port/x' is wrong"],
  ['postgres://u:S3CR%ET@h/x', 'invalid escape in S3CR%ET'],
  ['postgres://u:S3CR%40ET@h/x', 'u with S3CR@ET or S3CR%40ET is refused'],
  ['postgres://u:S3C/RET@h/x', 'u with S3C/RET is refused'],
  ['postgres://h/x?user=u&password=S3CRET&sslmode=disable', 'password=S3CRET is wrong'],
  ['mysql://u:S3CRET@tcp(h:3306)/x', "the URL 'mysql://u:S3CRET@tcp(h:3306)/x'"],
  ['mysql://u:S3CRET@127.0.0.1:1/x', "the URL 'mysql://u:S3CRET@127.0.0.1'"],
])('of a database at %s no password is told', (url, said) => {
  const told = withoutPassword(said, url)
  expect(told).toContain('***')
  expect(told).not.toMatch(/S3C/)
})

test.each(['postgres://u@h/x', 'memory', 'sqlite:///kratos.db', ''])('a database at %s has none to hide', (url) => {
  expect(withoutPassword(`no database at ${url}`, url)).toBe(`no database at ${url}`)
})
