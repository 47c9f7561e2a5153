import { describe, expect, test } from 'vitest'
import type { Kinship } from '#domain/fund/people/particulars.ts'
import { operations } from '#domain/operations/all.ts'
import type { AnyOperation } from '#domain/operations/operation.ts'
import type { Command } from '#domain/village.ts'
import { kinRefusal } from '#src/app/stepping-out.ts'
import { byMeeting, committeeAfter, requested } from '#test/support/committee.ts'
import { declared } from '#test/support/flood.ts'
import { paidOut } from '#test/support/village.ts'

const withBallot = (operations as readonly AnyOperation[]).filter(({ asks }) => 'ballot' in asks)
const on = '2025-02-20'
const village = committeeAfter([
  requested(),
  paidOut({ on: '2025-01-20', principal: 100_000, months: 10, loanId: 'l2', memberId: 'm1' }),
  declared({ on: '2025-02-10', from: '2025-02-01', kind: 'personal', memberIds: ['m1'] }),
])
const kin: readonly Kinship[] = [{ firstId: 'o1', secondId: 'm1', relation: 'sibling' }]

/** m1's own matter, by each name that an operation has for it. */
const matters: Readonly<Record<string, object>> = {
  DecideLoan: { loanId: 'l1' },
  RescheduleLoan: { loanId: 'l2' },
  ConvertLoan: { loanId: 'l2' },
  WriteOffLoan: { loanId: 'l2' },
  SettleDeath: { memberId: 'm1' },
  PromiseEmergencyLines: { lines: [{ memberId: 'm1', amount: 50_000 }] },
  ActivateRelief: { eventId: 'E1' },
  RenewRelief: { eventId: 'E1' },
  RatifyRelief: { eventId: 'E1' },
}
/** Those of which no book says whose they are, or that are all the fund’s. */
const everybodys = ['DecideSupport', 'ShareOut', 'PayInterestOnSavings']

const confirmedBy = (type: string, by: string, more: object = {}) =>
  kinRefusal(
    village,
    {
      type,
      effectiveOn: on,
      ballot: byMeeting({ present: 9, yes: 7, no: 0 }, { confirmedBy: by, ...more }),
      ...matters[type],
    } as unknown as Command,
    kin,
  )

describe('whose matter a vote is', () => {
  test('each operation that has a ballot says it', () => {
    const saying = withBallot.filter(({ concerns }) => concerns !== undefined)
    expect(withBallot.length).toBeGreaterThan(10)
    expect(saying.map(({ command }) => command)).toEqual(withBallot.map(({ command }) => command))
    const known = [...Object.keys(matters), ...everybodys].toSorted()
    expect(withBallot.map(({ command }) => command).toSorted()).toEqual(known)
  })

  test.each(Object.keys(matters))('kin have no part in the vote of %s', (type) => {
    expect(confirmedBy(type, 'o1')).toBe('kin-must-step-out')
    expect(confirmedBy(type, 'o2', { recused: ['o1'] })).toBeUndefined()
  })

  test.each(everybodys)('nobody steps out of %s', (type) => {
    expect(confirmedBy(type, 'o1')).toBeUndefined()
  })

  test('of lines for many the meeting votes, and whoever is promised one confirms nothing', () => {
    const lines = ['o1', 'm2', 'm3'].map((memberId) => ({ memberId, amount: 50_000 }))
    const told = (by: string) =>
      kinRefusal(
        village,
        {
          type: 'PromiseEmergencyLines',
          effectiveOn: on,
          lines,
          ballot: byMeeting({ present: 9, yes: 9, no: 0 }, { confirmedBy: by }),
        } as unknown as Command,
        [],
      )
    expect(told('o1')).toBe('kin-must-step-out')
    expect(told('o2')).toBeUndefined()
  })
})
