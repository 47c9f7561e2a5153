import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter } from '#domain/kernel/dates.ts'
import { numbersShown } from '#domain/network/numbers.ts'
import { type NumbersKept, numbersIn, numbersNow, seenAt } from '#src/pwa/numbers.ts'

const police = {
  country: 'KH',
  kind: 'police',
  number: '55 5-01',
  languages: [],
  checkedOn: '2026-02-01',
  checkAgainOn: '2026-07-31',
} as const
const given = { asOf: '2026-03-01', isPractice: false, numbers: [police] }

/** Noon in the villages, so that a day is the same by every clock. */
const noon = (day: string): string => `${day}T05:00:00.000Z`
const keptOn = (day: string, answer: object = given): NumbersKept => numbersIn(answer, noon(day))!
const countOn = (kept: NumbersKept, day: string): number =>
  numbersNow(kept, noon(day)).numbers.length

test('a number is shown to the last day on which its check is good, as on the service’s own page', () => {
  const kept = keptOn('2026-03-01')
  expect(countOn(kept, '2026-07-30')).toBe(1)
  expect(numbersNow(kept, noon('2026-07-31'))).toEqual({
    isPractice: false,
    numbers: [],
    isClockOdd: false,
    areOld: true,
  })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 366 }),
      (gone, goodForDays) => {
        const check = { by: 'b', on: '2026-03-01', how: 'called' } as const
        const one = { ...police, numberId: 'n', enteredBy: 'a', enteredOn: '2026-02-01', check }
        const today = daysAfter('2026-03-01', gone)
        const own = { ...police, checkAgainOn: daysAfter('2026-03-01', goodForDays) }
        expect(countOn(keptOn('2026-03-01', { ...given, numbers: [own] }), today)).toBe(
          numbersShown({ numbers: [one], goodForDays }, today).length,
        )
      },
    ),
  )
})

test('a clock that is set back shows nothing again that it has once shown to be old, and says that it is odd', () => {
  const late = seenAt(keptOn('2026-03-01'), noon('2026-08-01'))
  expect(numbersNow(late, noon('2026-03-02'))).toMatchObject({ numbers: [], isClockOdd: true })
  const soon = seenAt(keptOn('2026-03-01'), noon('2026-03-20'))
  expect(numbersNow(soon, noon('2015-01-01'))).toMatchObject({
    numbers: [police],
    isClockOdd: true,
  })
})

test('a clock that is set back by a day may be of another zone, and by more it is odd', () => {
  const kept = seenAt(keptOn('2026-03-01'), noon('2026-03-20'))
  const odd = (now: string): boolean => numbersNow(kept, now).isClockOdd
  expect(odd(noon('2026-03-19'))).toBe(false)
  expect(odd('2026-03-19T04:59:59.999Z')).toBe(true)
})

test('a clock that was years behind when they came counts the days since by the service’s own', () => {
  const kept = keptOn('2015-01-01')
  expect(numbersNow(kept, noon('2015-01-02'))).toMatchObject({
    numbers: [police],
    isClockOdd: true,
  })
  expect(countOn(kept, daysAfter('2015-01-01', 151))).toBe(1)
  expect(countOn(kept, daysAfter('2015-01-01', 152))).toBe(0)
})

test('however a clock is turned, no number is shown longer than by the two clocks together', () => {
  const days = fc.integer({ min: -4000, max: 4000 })
  fc.assert(
    fc.property(days, fc.array(days, { minLength: 1, maxLength: 8 }), (off, turns) => {
      const start = daysAfter('2026-03-01', off)
      let kept = keptOn(start)
      let furthest = off
      for (const turn of turns) {
        const day = daysAfter('2026-03-01', turn)
        furthest = Math.max(furthest, turn)
        kept = seenAt(kept, noon(day))
        const isOldHere = day >= police.checkAgainOn
        const isOldThere = daysAfter('2026-03-01', furthest - off) >= police.checkAgainOn
        expect(countOn(kept, day)).toBe(isOldHere || isOldThere ? 0 : 1)
      }
    }),
  )
})

test('what is no answer of the service is not kept', () => {
  for (const odd of [
    undefined,
    null,
    [],
    {},
    'sign in',
    { ...given, asOf: 'today' },
    { ...given, numbers: {} },
  ])
    expect(numbersIn(odd, noon('2026-03-01'))).toBeUndefined()
})

test('a clock that was off by two days when they came is odd, and one that was off by a day is not', () => {
  const isOdd = (day: string): boolean => numbersNow(keptOn(day), noon(day)).isClockOdd
  expect(['2026-02-27', '2026-02-28', '2026-03-02', '2026-03-03'].map(isOdd)).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test('of two numbers one of which is old the other is shown, and the list is not called old', () => {
  const old = { ...police, number: '55 5-02', checkAgainOn: '2026-03-01' }
  const kept = keptOn('2026-03-01', { ...given, numbers: [old, police] })
  expect(numbersNow(kept, noon('2026-03-02'))).toMatchObject({ numbers: [police], areOld: false })
})
