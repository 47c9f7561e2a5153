import { expect, test } from 'vitest'
import { isAwayCountDue } from '#domain/fund/away.ts'
import { type Told, answerTo, founded, villageAfter } from '#test/support/village.ts'

const counted = (effectiveOn: string, hash = 'a'.repeat(64)): Told => ({
  type: 'RecordAwayCount',
  effectiveOn,
  hash,
})

test('the journal says that who is away was counted, by a mark, and says nothing of how many', () => {
  const answer = answerTo(villageAfter([founded()]), counted('2025-02-20'))
  expect(answer).toEqual({
    outcome: 'recorded',
    body: { type: 'AwayCountRecorded', v: 1, hash: 'a'.repeat(64), flags: [], postings: [] },
  })
})

test('what is no mark is named', () => {
  const answer = answerTo(villageAfter([founded()]), counted('2025-02-20', 'three women'))
  expect(answer).toEqual({ outcome: 'invalid', code: 'hash-not-a-hash', at: '/hash' })
})

test('counts stand in the order of their days, whichever was written down first', () => {
  const kept = (told: readonly Told[]) =>
    villageAfter([founded(), ...told]).fund!.awayCounts!.map(({ on }) => on)
  expect(kept([counted('2025-08-20'), counted('2025-02-20')])).toEqual(['2025-02-20', '2025-08-20'])
})

test('twice a year: a count is due six months after the last, and after the founding where there is none', () => {
  const { fund: young } = villageAfter([founded({ on: '2025-01-31' })])
  expect(isAwayCountDue(young!, '2025-07-30')).toBe(false)
  expect(isAwayCountDue(young!, '2025-07-31')).toBe(true)
  const { fund } = villageAfter([founded(), counted('2025-08-31')])
  expect(isAwayCountDue(fund!, '2025-08-30')).toBe(true)
  expect(isAwayCountDue(fund!, '2026-02-27')).toBe(false)
  expect(isAwayCountDue(fund!, '2026-02-28')).toBe(true)
})
