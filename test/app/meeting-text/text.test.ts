import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountMax } from '#domain/kernel/money.ts'
import { bookOf } from '#src/app/queries.ts'
import { disagreements, meetingSaidOf } from '#src/app/meeting-text/beside-book.ts'
import {
  type MeetingSaid,
  meetingFigures,
  meetingSaidIn,
  meetingText,
  textMax,
} from '#src/app/meeting-text/text.ts'
import { khmerDigits } from '#src/words/locale.ts'
import { practice } from '#test/support/service.ts'

const sum = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: amountMax }),
  fc.integer({ min: 0, max: 60_000_000 }),
)
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
const digits = fc.integer({ min: 0, max: 99_999_999 }).map((code) => String(code).padStart(8, '0'))

const meetings: fc.Arbitrary<MeetingSaid> = fc.record({
  fund: hex(6),
  on: fc.constantFrom('2025-12-20', '2026-02-28', '2028-02-29'),
  figures: fc.record({
    ...(Object.fromEntries(meetingFigures.map((name) => [name, sum])) as Record<
      (typeof meetingFigures)[number],
      typeof sum
    >),
    present: fc.integer({ min: 0, max: 300 }),
    other: fc.integer({ min: -amountMax, max: amountMax }),
  }),
  seq: fc.integer({ min: 1, max: 9_999_999 }),
  head: hex(12),
  code: fc.option(digits, { nil: undefined }),
})

test('any meeting fits one text of the plainest signs, and is read back to the last unit, however it is typed', () => {
  fc.assert(
    fc.property(meetings, fc.boolean(), (said, isKhmer) => {
      const text = meetingText(said)
      expect(text.length).toBeLessThanOrEqual(textMax)
      expect(text).toMatch(/^[\dA-Z.-]+$/)
      expect(meetingSaidIn(text)).toEqual(said)
      const typed = text.toLowerCase().replaceAll('.', ' . ')
      expect(meetingSaidIn(isKhmer ? khmerDigits(typed) : typed)).toEqual(said)
    }),
  )
})

test('a sign that was mistyped, left out or put elsewhere makes no other meeting', () => {
  fc.assert(
    fc.property(meetings, fc.nat(), fc.constantFrom(...'0A9Z.'), (said, where, sign) => {
      const text = meetingText(said)
      const at = where % text.length
      const changed = text.slice(0, at) + sign + text.slice(at + 1)
      if (changed !== text) expect(meetingSaidIn(changed)).toBeUndefined()
      const swapped = text.slice(0, at) + (text[at + 1] ?? '') + text[at]! + text.slice(at + 2)
      if (swapped !== text) expect(meetingSaidIn(swapped)).toBeUndefined()
      expect(meetingSaidIn(text.slice(0, at) + text.slice(at + 1))).toBeUndefined()
    }),
  )
})

test('the text of a meeting agrees with its book, and what does not agree is named', async () => {
  const { needs, fundId } = await practice()
  const book = (await bookOf(needs.store, fundId))!
  const asked = { journal: needs.store, book, fundId }
  const said = (await meetingSaidOf(asked, '2025-12-20'))!
  expect(said.figures.closing).toBe(13_237_800)
  const { present: _, opening, closing, loans, withdrawn, support, costs, ...came } = said.figures
  const sumIn = Object.values(came).reduce((one, other) => one + other, opening)
  expect(sumIn - loans - withdrawn - support - costs).toBe(closing)
  expect(await disagreements(asked, meetingSaidIn(meetingText(said))!)).toEqual([])
  const figures = { ...said.figures, savings: said.figures.savings + 100 }
  expect(await disagreements(asked, { ...said, figures })).toEqual([
    { about: 'figure', figure: 'savings', said: figures.savings, book: said.figures.savings },
  ])
  expect(await disagreements(asked, { ...said, head: '0'.repeat(12) })).toEqual([
    { about: 'written-anew' },
  ])
  expect(await disagreements(asked, { ...said, fund: '000000' })).toEqual([{ about: 'fund' }])
  expect(await disagreements(asked, { ...said, seq: 9_999_999 })).toEqual([
    { about: 'not-there-yet' },
  ])
  expect(await disagreements(asked, { ...said, on: '2025-12-21' })).toContainEqual({
    about: 'not-closed',
  })
  expect(await meetingSaidOf(asked, '2025-12-21')).toBeUndefined()
})
