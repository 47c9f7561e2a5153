import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duesOf } from '#domain/cases/dues.ts'
import type { CaseFile } from '#domain/cases/file.ts'
import {
  followUps,
  followUpsOf,
  isBelowTwice,
  recordFollowUp,
  setLivingLine,
  setReturnInterview,
} from '#domain/cases/operations/back.ts'
import { setStage } from '#domain/cases/operations/plan.ts'
import { warningsOf } from '#domain/cases/warnings.ts'
import { followUpMonths } from '#domain/grants/kinds.ts'
import { isLocalDate, monthsBetween } from '#domain/kernel/dates.ts'
import { asked, codeOf, done, talked } from '#test/domain/cases/case-file.ts'

const late = '2029-12-31'
const backOn = (since: string, file = talked({}, '2026-01-01')): CaseFile =>
  done(file, setStage, { stage: 'back', since }, since)
const lined = (file: CaseFile, perMonth: number, currency = 'KHR'): CaseFile =>
  done(file, setLivingLine, { perMonth, currency })
const followed = (file: CaseFile, which: string, earned: number, currency = 'KHR'): CaseFile =>
  done(file, recordFollowUp, { which, on: '2026-12-01', earned, currency }, late)
const due = (file: CaseFile) =>
  duesOf(file).flatMap(({ what, on }) => (what === 'follow-up' ? [on] : []))

describe('whoever has come back', () => {
  test('is asked after 1, 3, 6, 12 and 24 months, at the month’s end where it is shorter', () => {
    expect(due(backOn('2026-08-31'))).toEqual([
      '2026-09-30',
      '2026-11-30',
      '2027-02-28',
      '2027-08-31',
      '2028-08-31',
    ])
  })

  test('is waited for where it was missed, whichever were made before', () => {
    const since = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
      .map(([m, d]) => `2026-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
      .filter(isLocalDate)
    fc.assert(
      fc.property(since, fc.shuffledSubarray([...followUps]), (day, made) => {
        const file = made.reduce((one, which) => followed(one, which, 1), backOn(day))
        const open = followUps.filter((which) => !made.includes(which))
        expect(due(file).map((on) => `month-${monthsBetween(day, on)}`)).toEqual(open)
      }),
    )
  })

  test('is not asked for what lies before the case, nor before the way home', () => {
    expect(due(backOn('2026-01-10', talked({}, '2026-08-01')))).toEqual([
      '2027-01-10',
      '2028-01-10',
    ])
    expect(due(talked())).toEqual([])
    expect(followUps.map((which) => Number(which.slice(6)))).toEqual([...followUpMonths])
  })

  test('tells what was done in words that are counted, asked alone', () => {
    const told = { isAskedAlone: true, abuses: ['wages-withheld', 'locked-in'] }
    expect(codeOf(asked(talked(), setReturnInterview, told))).toBe('recorded')
    expect(codeOf(asked(talked(), setReturnInterview, { abuses: [] }))).toBe('asked-alone-missing')
    const isFree = Object.values(setReturnInterview.asks).some(
      ({ is }) => (is as string) === 'text',
    )
    expect(isFree).toBe(false)
  })
})

describe('what is earned in a month', () => {
  test('is held against the line of the day on which it was asked', () => {
    const first = followed(lined(backOn('2026-02-01'), 500_000), 'month-1', 499_999)
    const moved = followed(lined(first, 400_000), 'month-3', 400_000)
    expect(followUpsOf(moved)).toEqual([
      { which: 'month-1', result: 'below' },
      { which: 'month-3', result: 'reached' },
    ])
  })

  test('warns where it was below the line twice, in whatever order it was written down', () => {
    const months = fc.uniqueArray(fc.constantFrom(...followUps), { minLength: 1 })
    fc.assert(
      fc.property(months, fc.infiniteStream(fc.boolean()), (which, stream) => {
        const below = which.map(() => Boolean(stream.next().value))
        const file = which.reduce(
          (one, month, i) => followed(one, month, below[i] ? 99 : 100),
          lined(backOn('2026-02-01'), 100),
        )
        const isBelow = below.filter(Boolean).length >= 2
        expect(isBelowTwice(file)).toBe(isBelow)
        expect(warningsOf(file)).toEqual(isBelow ? ['income-below-line'] : [])
      }),
    )
  })

  test('is kept also where there is no line, and never compared with one of another currency', () => {
    const file = followed(backOn('2026-02-01'), 'month-1', 1)
    expect(followUpsOf(file)[0]?.result).toBe('no-line')
    expect(followUpsOf(followed(lined(file, 100), 'month-3', 1, 'USD'))[1]?.result).toBe(
      'not-comparable',
    )
  })

  test('is written down on the day itself at the earliest', () => {
    const said = { which: 'month-1', on: '2026-12-01', earned: 1, currency: 'KHR' }
    const code = (today: string) => codeOf(asked(backOn('2026-02-01'), recordFollowUp, said, today))
    expect([code('2026-11-30'), code('2026-12-01')]).toEqual(['day-to-come', 'recorded'])
  })

  test('is what was written last, where it was written twice', () => {
    const file = followed(lined(backOn('2026-02-01'), 100), 'month-1', 10)
    expect(followUpsOf(followed(file, 'month-1', 100))).toEqual([
      { which: 'month-1', result: 'reached' },
    ])
  })
})
