import { describe, expect, test } from 'vitest'
import { faultIn } from '#domain/kernel/shape.ts'
import type { Member } from '#domain/fund/people/members.ts'
import {
  heldOn,
  isActingOn,
  isLapsed,
  isOfficerOn,
  mayApproveOn,
} from '#domain/fund/people/members.ts'
import {
  type Tenure,
  isHeldOn,
  isLapsedOn,
  office,
  tenuresEnded,
} from '#domain/fund/people/tenures.ts'
import { committeeAfter } from '#test/support/committee.ts'

const chair: Tenure = { office: 'chair', from: '2025-03-01', until: '2026-02-28' }

test('an office is held from its first day until the day on which it ends, also past its term', () => {
  const ended = { ...chair, endedOn: '2025-06-20' }
  const days = ['2025-02-28', '2025-03-01', '2025-06-19', '2025-06-20', '2026-03-01']
  expect(days.map((day) => isHeldOn(ended, day))).toEqual([false, true, true, false, false])
  expect(days.map((day) => isHeldOn(chair, day))).toEqual([false, true, true, true, true])
})

test('a term has run out after its last day and the grace', () => {
  const days = ['2026-02-28', '2026-03-01', '2026-03-10', '2026-03-11']
  expect(days.map((day) => isLapsedOn(chair, day, 10))).toEqual([false, false, false, true])
  expect(days.map((day) => isLapsedOn(chair, day, 0))).toEqual([false, true, true, true])
  expect(isLapsedOn({ office: 'chair', from: '2025-03-01' }, '2099-01-01', 0)).toBe(false)
})

test('an office is one of those that there are', () => {
  const codes = ['chair', 'key-holder', 'king'].map((sent) => faultIn({ office }, { office: sent }))
  expect(codes.map((fault) => fault?.code)).toEqual([undefined, undefined, 'office-unknown'])
})

describe('what ends an office', () => {
  const ending = (on: string, office: Tenure['office'] = 'chair') =>
    ({ office, on, why: 'resigned' }) as const
  const election = (on: string, office: Tenure['office'] = 'chair') => ({ on, offices: [office] })
  const endOf = (
    endings: readonly ReturnType<typeof ending>[],
    elections: readonly ReturnType<typeof election>[] = [],
  ) => tenuresEnded([chair], { endings, elections })[0]!

  test('it is given up on its first day or later, and a word of before is about an older one', () => {
    expect(endOf([ending('2025-02-28')])).toEqual(chair)
    expect(endOf([ending('2025-03-01')]).endedOn).toBe('2025-03-01')
    expect(endOf([ending('2025-03-02')]).endedOn).toBe('2025-03-02')
    expect(endOf([ending('2025-03-02', 'counter')])).toEqual(chair)
  })

  test('an election of its own day is the one that gave it, a later one ends it', () => {
    expect(endOf([], [election('2025-02-28')])).toEqual(chair)
    expect(endOf([], [election('2025-03-01')])).toEqual(chair)
    expect(endOf([], [election('2025-03-02')]).endedOn).toBe('2025-03-02')
    expect(endOf([], [election('2025-03-02', 'counter')])).toEqual(chair)
  })

  test('whatever came first counts, and what ended once is counted anew', () => {
    const two = [ending('2025-08-01'), ending('2025-07-01')]
    expect(endOf(two, [election('2025-07-02')]).endedOn).toBe('2025-07-01')
    expect(endOf(two, [election('2025-06-30')]).endedOn).toBe('2025-06-30')
    const again = tenuresEnded([{ ...chair, endedOn: '2025-04-01' }], {
      endings: [],
      elections: [],
    })
    expect(again).toEqual([chair])
    expect(again[0]).not.toHaveProperty('endedOn')
    const open = tenuresEnded([{ office: 'counter', from: '2025-01-01' }], {
      endings: [],
      elections: [],
    })
    expect(open[0]).not.toHaveProperty('until')
  })
})

describe('an officer of several offices', () => {
  const one = committeeAfter([]).members.get('m1')!
  const holding = (...offices: readonly Tenure[]): Member => ({ ...one, offices })
  const counter: Tenure = { office: 'counter', from: '2025-03-01', until: '2026-12-31' }
  const key: Tenure = { office: 'key-holder', from: '2025-03-01', until: '2026-02-28' }

  test('has lapsed where all of them have run out', () => {
    const day = '2026-05-01'
    expect(isLapsed(holding(chair), day, 60)).toBe(true)
    expect(isLapsed(holding(chair, counter), day, 60)).toBe(false)
    expect(mayApproveOn(holding(chair, counter), day, 60)).toBe(true)
    expect(mayApproveOn(holding(chair), day, 60)).toBe(false)
    expect(mayApproveOn(holding(chair), '2026-04-29', 60)).toBe(true)
    expect(mayApproveOn(holding(chair), '2026-04-30', 60)).toBe(false)
  })

  test('a key is none of the committee’s: its term says nothing of theirs', () => {
    const day = '2026-12-01'
    const open: Tenure = { office: 'key-holder', from: '2025-03-01' }
    expect(isLapsed(holding(chair, open), day, 60)).toBe(true)
    expect(isLapsed(holding(counter, key), day, 60)).toBe(false)
    expect(isLapsed(holding(key), day, 60)).toBe(false)
    expect(isLapsed(holding(), day, 60)).toBe(false)
    expect([isOfficerOn(holding(key), day), isActingOn(holding(key), day)]).toEqual([false, false])
    expect(heldOn(holding(key), day)).toEqual([key])
    expect(isOfficerOn(holding(key, counter), day)).toBe(true)
  })
})
