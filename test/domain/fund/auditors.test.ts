import { describe, expect, test } from 'vitest'
import { type AuditorAccess, fundAfterAuditors, mayAudit } from '#domain/fund/auditors.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { admitAuditors, dismissAuditors } from '#domain/fund/operations/auditors.ts'
import { type CommandOf, operationsOf } from '#domain/operations/operation.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import { sha256 } from '#infra/system/system.ts'

const network = uuidOfHash(sha256('network'))
const otherNetwork = uuidOfHash(sha256('other network'))
const charter = { ...defaultCharter, quorumPercent: 60 }
const carried = { present: 30, yes: 20, no: 10 }

const auditors = operationsOf([admitAuditors, dismissAuditors])
type AuditorCommand = CommandOf<(typeof auditors.list)[number]>

const admitted = (memberId: string): Member => ({
  memberId,
  card: memberId,
  sex: 'f',
  povertyLevel: undefined,
  zone: 'Z1',
  isFormer: false,
  admittedOn: '2020-01-01',
  offices: [],
})
const people = (count: number): ReadonlyMap<string, Member> =>
  new Map(Array.from({ length: count }, (_, i) => [`m${i}`, admitted(`m${i}`)]))

const village = (membersActive = 40) => {
  let fund = { auditors: undefined } as unknown as Fund
  const give = (type: AuditorCommand['type'], on: string, more: object): string => {
    const command = { id: network, v: 1, type, effectiveOn: on, networkId: network, ...more }
    const decision = auditors.decide(
      { fund, charter, members: people(membersActive) },
      command as AuditorCommand,
    )
    if (decision.outcome !== 'recorded') return decision.code
    fund = fundAfterAuditors(fund, decision.body, on)
    return 'recorded'
  }
  return {
    give,
    admit: (on: string, until: string, more: object = {}) =>
      give('AdmitAuditors', on, { until, ...more }),
    dismiss: (on: string, votes: object = carried, more: object = {}) =>
      give('DismissAuditors', on, { votes, ...more }),
    reads: (day: string, who = network) => mayAudit(fund.auditors, who, day),
    accesses: (): readonly AuditorAccess[] => fund.auditors ?? [],
  }
}

describe('letting auditors in', () => {
  test('nobody audits a fund that has let nobody in', () => {
    expect(village().reads('2026-01-01')).toBe(false)
    expect(mayAudit([], network, '2026-01-01')).toBe(false)
  })

  test('a network reads from the day through the last day, and no other network does', () => {
    const { admit, reads } = village()
    expect(admit('2026-01-10', '2026-06-30')).toBe('recorded')
    expect([reads('2026-01-09'), reads('2026-01-10')]).toEqual([false, true])
    expect([reads('2026-06-30'), reads('2026-07-01')]).toEqual([true, false])
    expect(reads('2026-03-01', otherNetwork)).toBe(false)
  })

  test.each([
    [{ networkId: 7 }, '2026-06-30', 'network-not-an-id'],
    [{}, '2026-06-31', 'date-impossible'],
    [{}, '2026-01-09', 'ends-before-it-begins'],
    [{}, '2027-01-12', 'longer-than-a-year'],
  ])('%j through %s is not taken: %s', (more, until, code) => {
    const { admit, accesses } = village()
    expect(admit('2026-01-10', until, more)).toBe(code)
    expect(accesses()).toEqual([])
  })

  test('a right lasts from one day to a year and a day', () => {
    expect(village().admit('2026-01-10', '2026-01-10')).toBe('recorded')
    // 366 days after 10 January 2026.
    expect(village().admit('2026-01-10', '2027-01-11')).toBe('recorded')
  })

  test('a shorter right never replaces a longer one, and a longer one can follow', () => {
    const { admit, reads } = village()
    admit('2026-01-10', '2026-06-30')
    expect(admit('2026-02-01', '2026-02-02')).toBe('auditors-admitted-longer')
    expect(admit('2026-02-01', '2026-06-30')).toBe('auditors-admitted-longer')
    expect(admit('2026-02-01', '2026-12-31')).toBe('recorded')
    expect(reads('2026-12-31')).toBe(true)
    expect(admit('2026-02-01', '2026-03-01', { networkId: otherNetwork })).toBe('recorded')
  })
})

describe('ending it', () => {
  test('a vote that is carried ends it that day, for that network alone', () => {
    const { admit, dismiss, reads } = village()
    admit('2026-01-10', '2026-12-31')
    admit('2026-01-10', '2026-12-31', { networkId: otherNetwork })
    expect(dismiss('2026-03-01')).toBe('recorded')
    expect([reads('2026-02-28'), reads('2026-03-01')]).toEqual([true, false])
    expect(reads('2026-03-01', otherNetwork)).toBe(true)
    expect(dismiss('2026-03-02')).toBe('auditors-not-admitted')
  })

  test('a vote for today counts though one for later was taken before', () => {
    const { admit, dismiss, reads } = village()
    admit('2026-01-10', '2026-12-31')
    dismiss('2026-11-01')
    expect(dismiss('2026-03-01')).toBe('recorded')
    expect(reads('2026-03-02')).toBe(false)
  })

  test('a vote on the last day ends it that day, and a vote about no network is none', () => {
    const { admit, dismiss, reads } = village()
    admit('2026-01-10', '2026-06-30')
    expect(dismiss('2026-06-30', carried, { networkId: 7 })).toBe('network-not-an-id')
    expect(dismiss('2026-06-30')).toBe('recorded')
    expect([reads('2026-06-29'), reads('2026-06-30')]).toEqual([true, false])
  })

  test('a second vote leaves what the first one ended as it was', () => {
    const { admit, dismiss, accesses } = village()
    admit('2026-01-10', '2026-12-31')
    dismiss('2026-03-01')
    admit('2026-03-05', '2026-12-31')
    dismiss('2026-04-01')
    expect(accesses().map(({ endedOn }) => endedOn)).toEqual(['2026-03-01', '2026-04-01'])
  })
})

describe('which rights a vote ends', () => {
  test('a right that had run out is not marked as ended by vote', () => {
    const { admit, dismiss, accesses } = village()
    admit('2025-01-10', '2025-12-31')
    admit('2026-01-10', '2026-12-31')
    dismiss('2026-03-01')
    expect(accesses().map(({ endedOn }) => endedOn)).toEqual([undefined, '2026-03-01'])
  })

  test('it ends what was to begin later, and the fund can let them in again', () => {
    const { admit, dismiss, reads } = village()
    admit('2026-01-10', '2026-04-30')
    admit('2026-05-01', '2026-12-31')
    dismiss('2026-03-01')
    expect(reads('2026-06-01')).toBe(false)
    expect(admit('2026-06-01', '2026-12-31')).toBe('recorded')
    expect(reads('2026-06-01')).toBe(true)
  })

  test.each([
    ['a quorum that is one short', { present: 23, yes: 23, no: 0 }, 'quorum-missing'],
    ['as many against as for', { present: 24, yes: 12, no: 12 }, 'vote-lost'],
    ['nobody for it', { present: 40, yes: 0, no: 0 }, 'vote-lost'],
    ['more hands than people', { present: 30, yes: 20, no: 11 }, 'more-votes-than-present'],
    ['more people than members', { present: 41, yes: 41, no: 0 }, 'more-present-than-members'],
    ['half a hand', { present: 30, yes: 20.5, no: 0 }, 'votes-not-whole'],
    ['fewer than none', { present: 30, yes: 20, no: -1 }, 'votes-not-whole'],
    ['letters', { present: '30', yes: 20, no: 1 }, 'votes-not-whole'],
  ])('%s does not end it', (_, votes, code) => {
    const { admit, dismiss, reads } = village()
    admit('2026-01-10', '2026-12-31')
    expect(dismiss('2026-03-01', votes)).toBe(code)
    expect(reads('2026-03-01')).toBe(true)
  })

  test('a bare quorum with one more for than against ends it', () => {
    const { admit, dismiss } = village()
    admit('2026-01-10', '2026-12-31')
    expect(dismiss('2026-03-01', { present: 24, yes: 12, no: 11 })).toBe('recorded')
  })
})
