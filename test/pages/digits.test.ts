import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latinDigits } from '#domain/kernel/money.ts'
import { withKhmerDigits } from '#src/pages/digits.ts'

test('figures stand in Khmer digits, and codes, tables, fields and signs of mark-up stay', () => {
  expect(
    withKhmerDigits('<p class="h2">5,000 ៛ &#39;2&#39;</p><b translate="no">1234 5678</b> 9'),
  ).toBe('<p class="h2">៥,០០០ ៛ &#39;២&#39;</p><b translate="no">1234 5678</b> ៩')
  for (const same of [
    '<table><td>12</td></table>',
    '<textarea>34</textarea>',
    '<svg><text>5</text></svg>',
    '<input value="12">',
  ])
    expect(withKhmerDigits(same)).toBe(same)
})

test('nothing but digits of text is ever another sign', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>&;#"= a19/pបt') }), (text) => {
      expect(latinDigits(withKhmerDigits(text))).toBe(text)
    }),
  )
})
