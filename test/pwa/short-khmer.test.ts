import fc from 'fast-check'
import { expect, test } from 'vitest'
import { khmer, turned } from '#src/pwa/short-khmer.ts'

const letters = Array.from({ length: 0x17dd - 0x1780 }, (_, i) => String.fromCharCode(0x1780 + i))
const text = fc.string({
  unit: fc.oneof(fc.constantFrom(...letters), fc.string({ minLength: 1, maxLength: 1 })),
})

test('each letter of Khmer goes as a sign of one byte, and no other goes as it', () => {
  const sent = turned(letters.join(''))
  expect(new TextEncoder().encode(sent)).toHaveLength(letters.length)
  expect(new Set(sent).size).toBe(letters.length)
  expect(sent).not.toMatch(/\s/)
})

test('what was turned on its way is read as it was written, and what is put in as it is', () => {
  fc.assert(
    fc.property(text, text, text, (before, put, after) => {
      expect(turned(turned(before))).toBe(before)
      const pieces = Object.assign([turned(before), turned(after)], { raw: [] })
      expect(khmer(pieces as unknown as TemplateStringsArray, put)).toBe(before + put + after)
    }),
  )
})
