import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Column } from '#src/exchange/paper-book/columns.ts'
import { readCell } from '#src/exchange/paper-book/cells.ts'
import { inOneLine } from '#src/exchange/paper-book/sheet-text.ts'
import { costOf } from '#test/support/own-time.ts'

const rate: Column = { name: 'rate', khmer: 'អត្រា', kind: 'rate' }

test('lines of a cell become one, as if every break with the spaces round it were a space', () => {
  const sign = fc.constantFrom('a', 'ប', ' ', '\t', '\r', '\n', '\u00a0', '\u2028', '\ufeff')
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 30 }), (text) => {
      expect(inOneLine(text)).toBe(text.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim())
    }),
  )
})

test('a rate may be followed by spaces and the sign of per cent', () => {
  for (const text of ['2.5', '2.5%', '2.5 %', ' 2.5\t% '])
    expect(readCell(text, rate, 'KHR')).toEqual({ value: '2.5' })
  expect(readCell('2.5 % a month', rate, 'KHR')).toEqual({ fault: 'rate-not-a-number' })
})

test('a cell of nothing but spaces is read in one go', async () => {
  const spaces = `a${' '.repeat(400_000)}b`
  // The slow way takes minutes for as much.
  expect((await costOf(() => inOneLine(spaces))).ms).toBeLessThan(5_000)
  expect((await costOf(() => readCell(spaces, rate, 'KHR'))).ms).toBeLessThan(5_000)
})
