import { expect, test } from 'vitest'
import { partsOf, saidInTwoParts } from '#domain/fund/message-parts.ts'
import { firstChoices } from '#domain/fund/messages.ts'

test.each([
  ['nothing', '', 1],
  ['160 plain signs', 'a'.repeat(160), 1],
  ['161 plain signs', 'a'.repeat(161), 2],
  ['twice 153 plain signs', 'a'.repeat(306), 2],
  ['one more', 'a'.repeat(307), 3],
  ['80 signs that take the room of two', '€'.repeat(80), 1],
  ['81 of them', '€'.repeat(81), 2],
  ['158 plain signs and one of two', `${'a'.repeat(158)}€`, 1],
  ['159 plain signs and one of two', `${'a'.repeat(159)}€`, 2],
  ['70 Khmer signs', 'ក'.repeat(70), 1],
  ['71 Khmer signs', 'ក'.repeat(71), 2],
  ['twice 67 Khmer signs', 'ក'.repeat(134), 2],
  ['one Khmer sign more', 'ក'.repeat(135), 3],
  ['one Khmer sign among 69 plain ones', `${'a'.repeat(69)}ក`, 1],
  ['one Khmer sign among 70 plain ones', `${'a'.repeat(70)}ក`, 2],
])('a text of %s takes so many parts', (_, text, parts) => {
  expect(partsOf(text)).toBe(parts)
})

test('the longest way that two parts hold is said, and nothing is ever cut', () => {
  const [long, fits, short] = ['a'.repeat(307), 'a'.repeat(306), 'a'] as const
  expect(saidInTwoParts([long, fits, short])).toBe(fits)
  expect(saidInTwoParts([short, fits])).toBe(short)
  expect(() => saidInTwoParts([long])).toThrow()
})

test('nobody’s sums stand in a text before they said so', () => {
  expect(firstChoices('km')).toEqual({
    language: 'km',
    kinds: ['receipt', 'security'],
    withAmounts: false,
  })
})
