import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notesOf } from '#domain/fund/meeting/banknotes.ts'
import { cashStepOf, currencyCodes } from '#domain/kernel/money.ts'
import { sumInNotes } from '#src/pages/banknotes.ts'

/** What the pictures come to: of each span how many, times what is written on its note. */
const worthOf = (drawn: string): number =>
  [...drawn.matchAll(/<span[^>]*>(?:<b>(\d+)×<\/b>)?<svg.*?<text[^>]*>\s*([\d,]+)\s*<\/text>/gs)]
    .map(([, pieces = '1', note]) => Number(pieces) * Number(note!.replaceAll(',', '')))
    .reduce((sum, one) => sum + one, 0)

test('the notes of a sum of riel come to the sum again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50_000_000 }), (hundreds) => {
      const amount = hundreds * 100
      expect(worthOf(String(sumInNotes({ amount, currency: 'KHR' }, 'en')))).toBe(amount)
    }),
  )
})

test('whoever does not see the pictures hears them as one line', () => {
  expect(String(sumInNotes({ amount: 212_000, currency: 'KHR' }, 'en'))).toContain(
    'aria-label="For example: 2 × 100,000 + 1 × 10,000 + 1 × 2,000"',
  )
})

test.each(currencyCodes)('every note of %s has a picture with its worth', (currency) => {
  for (const note of notesOf(currency).filter((one) => one % cashStepOf(currency) === 0))
    expect(String(sumInNotes({ amount: note, currency }, 'km')), String(note)).toContain('<svg')
})

test('what cannot be handed over in cash has no picture', () => {
  for (const amount of [0, -500, 33_333])
    expect(sumInNotes({ amount, currency: 'KHR' }, 'en')).toBe('')
})
