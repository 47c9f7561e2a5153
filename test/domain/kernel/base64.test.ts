import { expect, test } from 'vitest'
import { base64Of, fromBase64 } from '#domain/kernel/base64.ts'

const some = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, at) => (at * 167 + length) % 256)

test('what is sealed is written as others write it, of any length, and comes back byte by byte', () => {
  for (let length = 0; length < 400; length += 1) {
    const text = base64Of(some(length))
    expect(text).toBe(Buffer.from(some(length)).toString('base64'))
    expect(fromBase64(text)).toEqual(some(length))
  }
})

test('what is no such text is told from an empty one', () => {
  expect(fromBase64('')).toEqual(new Uint8Array())
  for (const text of [
    'A',
    'AAA',
    'AA=A',
    'A===',
    'A-_A',
    'AAA\u00e9',
    'AA A',
    'AAAA\n',
    '====',
    'ABCDក',
  ])
    expect(fromBase64(text), text).toBeUndefined()
})
