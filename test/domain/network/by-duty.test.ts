import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter } from '#domain/kernel/dates.ts'
import { countsByDuty } from '#domain/network/watch/by-duty.ts'
import type { Watch } from '#domain/network/watch/watch.ts'
import { watchLife } from '#test/domain/network/watch-life.ts'

const fee = 'no-fee-above-ceiling'

type Told = { readonly day: number; readonly isCounted: boolean; readonly duty?: string }

/** Households that told of an agency, each of its own, in a network that tells outside. */
const worldOf = (told: readonly Told[], isPublic = true): Watch => {
  const { network, give, upheld } = watchLife()
  if (isPublic) give('rith', 'SwitchPublication', '2026-01-02', { isPublic: true })
  for (const [i, { day, isCounted, duty = fee }] of told.entries())
    upheld(i + 1, daysAfter('2026-01-10', day), { mayBeCounted: isCounted, duties: [duty] })
  return network.watch
}

const same = (count: number, more: Partial<Told> = {}): readonly Told[] =>
  Array.from({ length: count }, () => ({ day: 0, isCounted: true, ...more }))

test('from ten households on a duty is told by its quarter, in steps of five, of all agencies together', () => {
  const shown = countsByDuty(worldOf(same(13)), '2026-07-01')
  expect(shown).toEqual([{ quarter: '2026-Q1', duty: fee, households: 10 }])
  expect(countsByDuty(worldOf(same(15)), '2026-07-01')).toMatchObject([{ households: 15 }])
  expect(countsByDuty(worldOf(same(9)), '2026-07-01')).toEqual([])
})

test('fewer of one duty are not told beside many of another, and no sum is told from which they could be taken', () => {
  const watch = worldOf([...same(12), ...same(6, { duty: 'training-given' })])
  const shown = countsByDuty(watch, '2026-07-01')
  expect(shown.map(({ duty }) => duty)).toEqual([fee])
  expect(shown.every((row) => Object.keys(row).length === 3)).toBe(true)
})

test('a quarter is told when it is over and older than the delay, on the two days of the year', () => {
  // Of the second quarter: the delay is over in October, the next showing is that of January.
  const watch = worldOf(same(12, { day: 120 }))
  for (const day of ['2026-07-01', '2026-12-31']) expect(countsByDuty(watch, day)).toEqual([])
  expect(countsByDuty(watch, '2027-01-01')).toEqual([
    { quarter: '2026-Q2', duty: fee, households: 10 },
  ])
})

test('a network whose reviewer has let nothing be told tells no figure', () => {
  expect(countsByDuty(worldOf(same(30), false), '2026-07-01')).toEqual([])
})

test('one household that tells it again and again counts once, and all that nobody knows count as one', () => {
  const { network, give, upheld } = watchLife()
  give('rith', 'SwitchPublication', '2026-01-02', { isPublic: true })
  for (let n = 0; n < 12; n += 1)
    upheld(1, daysAfter('2026-01-10', n), { mayBeCounted: true, duties: [fee] })
  for (let n = 0; n < 12; n += 1)
    upheld(100 + n, '2026-01-10', { mayBeCounted: true, duties: [fee], household: undefined })
  expect(countsByDuty(network.watch, '2026-07-01')).toEqual([])
})

const told = fc.record({ day: fc.integer({ min: 0, max: 300 }), isCounted: fc.boolean() })

test('whoever has not asked to be counted changes no figure, on any of 730 days', () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 14 }), told, (others, last) => {
      const [without, within] = [
        worldOf(others),
        worldOf([...others, { ...last, isCounted: false }]),
      ]
      for (let day = 0; day <= 730; day += 1) {
        const today = daysAfter('2026-01-10', day)
        expect(countsByDuty(within, today)).toEqual(countsByDuty(without, today))
      }
    }),
    { numRuns: 8 },
  )
})

test('a figure that was told is never another one at a later showing, unless a ruling was taken back: late reports are of a later quarter', () => {
  fc.assert(
    fc.property(fc.array(told, { minLength: 10, maxLength: 30 }), (all) => {
      const watch = worldOf(all.map((one) => ({ ...one, isCounted: true })))
      const seen = new Map<string, number>()
      for (const day of ['2026-07-01', '2027-01-01', '2027-07-01', '2028-01-01'])
        for (const { quarter, duty, households } of countsByDuty(watch, day)) {
          const before = seen.get(`${quarter} ${duty}`)
          if (before !== undefined) expect(households).toBe(before)
          seen.set(`${quarter} ${duty}`, households)
        }
    }),
    { numRuns: 25 },
  )
})
