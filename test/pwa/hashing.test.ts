import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '#infra/browser/hashing.ts'
import { anyCharacter } from '#test/support/any-character.ts'

const known = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

test('a phone hashes a text of any length and script as the service does', () => {
  // Those of the standard (FIPS 180-4), and every length around the ends of a block.
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  for (let length = 0; length <= 200; length += 1) {
    const text = 'a'.repeat(length)
    expect(sha256(text)).toBe(known(text))
  }
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: anyCharacter }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(sha256(text)).toBe(known(text))
    }),
    { numRuns: 1_000 },
  )
  expect(sha256('សន្សំ '.repeat(20_000))).toBe(known('សន្សំ '.repeat(20_000)))
})
