import { expect, test } from 'vitest'
import { alertOf, dayOfAlert } from '#src/exchange/cap/alert.ts'
import { pollFeeds } from '#src/exchange/cap/taking-in.ts'
import { xmlOf } from '#src/exchange/cap/xml.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'

const read = (text: string): unknown => {
  const got = xmlOf(text)
  return 'code' in got ? `${got.code} ${got.line}` : got.root
}
const textIn = (text: string): unknown => {
  const got = xmlOf(`<a>${text}</a>`)
  return 'code' in got ? got.code : got.root.text
}
const deep = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth)

test('an alert is of a quarter of a mebibyte, twenty elements deep and two thousand in all', () => {
  const sized = (length: number) => `<a>${'x'.repeat(length - 7)}</a>`
  expect(read(sized(256 * 1024))).toMatchObject({ name: 'a' })
  expect(read(sized(256 * 1024 + 1))).toBe('alert-too-long 1')
  expect(read(deep(20))).toMatchObject({ name: 'a' })
  expect(read(deep(21))).toBe('alert-too-deep 1')
  expect(read(`<a>${'<b/>'.repeat(1999)}</a>`)).toMatchObject({ name: 'a' })
  expect(read(`<a>${'<b/>'.repeat(2000)}</a>`)).toBe('alert-too-deep 1')
})

test.each([
  ['&lt;&gt;&amp;&apos;&quot;', '<>&\'"'],
  ['&#65;&#x41;&#9;', 'AA\t'],
  ['&#32;', ' '],
  ['&#31;', 'alert-not-xml'],
  ['&#x10ffff;', '\u{10ffff}'],
  ['&#x110000;', 'alert-not-xml'],
  ['&#xd7ff;', '\ud7ff'],
  ['&#xd800;', 'alert-not-xml'],
  ['&#xdfff;', 'alert-not-xml'],
  ['&#xe000;', '\ue000'],
  ['&amp', 'alert-not-xml'],
  ['a & b', 'alert-not-xml'],
  ['&other;', 'alert-has-entity'],
  ['&constructor;', 'alert-has-entity'],
  ['<![CDATA[<b>&amp;]]>', '<b>&amp;'],
  ['x<!-- y -->z', 'xz'],
  ['<!ELEMENT a>', 'alert-has-doctype'],
])('the text %s is read as %j', (text, told) => {
  expect(textIn(text)).toBe(told)
})

test.each([
  ['<a></a><b/>', 'alert-not-xml 1'],
  ['<a>', 'alert-not-xml 1'],
  ['</a>', 'alert-not-xml 1'],
  ['x<a/>', 'alert-not-xml 1'],
  ['<a/>\nx', 'alert-not-xml 1'],
  ['<a>\n<b></c></a>', 'alert-not-xml 2'],
  ['<?xml version="1.0"?>\n<a>\n<b>', 'alert-not-xml 3'],
  ['<a b="1" b="2"/>', 'alert-not-xml 1'],
  ['<a b=1/>', 'alert-not-xml 1'],
  ['<p:a/>', 'alert-not-xml 1'],
  ['<a b="<"/>', 'alert-not-xml 1'],
])('%j cannot be read, and it is said up to which line it could', (text, told) => {
  expect(read(text)).toBe(told)
})

test('a name has the space of its prefix, from itself or from what it stands in', () => {
  expect(read(' <a/> ')).toMatchObject({ name: 'a', namespace: '' })
  expect(read('<a xmlns="u"><b xmlns="v"/><c/></a>')).toMatchObject({
    namespace: 'u',
    children: [
      { name: 'b', namespace: 'v' },
      { name: 'c', namespace: 'u' },
    ],
  })
  expect(read("<p:a xmlns:p='u' q='1'><p:b></p:b></p:a>")).toMatchObject({
    name: 'a',
    namespace: 'u',
    children: [{ name: 'b', namespace: 'u' }],
  })
})

const alert = (of: Readonly<Record<string, string>> = {}, info = '') => {
  const said = {
    identifier: 'KH-1',
    sender: 's',
    sent: '2025-03-01T05:00:00+07:00',
    status: 'Actual',
    msgType: 'Alert',
    scope: 'Public',
    ...of,
  }
  const fields = Object.entries(said).map(([name, text]) => `<${name}>${text}</${name}>`)
  return `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">${fields.join('')}${info}</alert>`
}
const codeOf = (of: Readonly<Record<string, string>>): string | undefined => {
  const got = alertOf(alert(of))
  return 'code' in got ? got.code : undefined
}

test('an alert that leaves out what it must say, or says it so that none can refer to it, is not whole', () => {
  expect(codeOf({})).toBeUndefined()
  for (const name of ['identifier', 'sender', 'sent', 'status', 'msgType', 'scope'])
    expect([name, codeOf({ [name]: '' })]).toEqual([name, 'alert-not-whole'])
  expect(codeOf({ sender: 'a b' })).toBe('alert-not-whole')
  expect(codeOf({ identifier: 'a,b' })).toBe('alert-not-whole')
  expect(codeOf({ sent: '2025-02-29T05:00:00+07:00' })).toBe('alert-not-whole')
  expect(codeOf({ sent: '2025-03-01T05:00:00Z' })).toBe('alert-not-whole')
  expect(codeOf({ sent: '2025-03-01T05:00:00-00:00' })).toBeUndefined()
})

test('it holds from its first onset that is a day, else from the day on which it was sent', () => {
  const from = (...onsets: readonly string[]) => {
    const info = onsets.map((onset) => `<info><onset>${onset}</onset></info>`).join('')
    const got = alertOf(alert({}, info))
    if ('code' in got) throw new Error(got.code)
    return dayOfAlert(got.alert)
  }
  expect(from()).toBe('2025-03-01')
  expect(from('2025-03-04T00:00:00+07:00')).toBe('2025-03-04')
  expect(from('soon', '2025-03-05T00:00:00+07:00', '2025-03-02T00:00:00+07:00')).toBe('2025-03-05')
})

test('words are cut at five hundred signs, and references are told one by one', () => {
  const got = alertOf(alert({ note: ` ${'x'.repeat(600)}`, references: 'a,1  b,2' }))
  if ('code' in got) throw new Error(got.code)
  expect([got.alert.note.length, got.alert.references]).toEqual([500, ['a,1', 'b,2']])
})

test('of the addresses that are asked each that gave no alert counts as failed', async () => {
  const texts: Readonly<Record<string, string>> = {
    a: alert(),
    b: 'none',
    c: alert({ identifier: 'KH-2' }),
  }
  const fetch = async (address: string) =>
    address in texts ? { text: texts[address]! } : { code: 'feed-not-reached' as const }
  const needs = { store: memoryStore(), hash: sha256 }
  expect(await pollFeeds(needs, 'f', { addresses: ['a', 'b', 'c', 'd'], fetch })).toEqual({
    taken: 2,
    failed: 2,
  })
  expect(await pollFeeds(needs, 'f', { addresses: [], fetch })).toEqual({ taken: 0, failed: 0 })
})
