import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import * as elections from '#domain/fund/people/elections.ts'
import { isQuorum } from '#domain/fund/hands.ts'
import { isActingOn } from '#domain/fund/people/members.ts'
import { officerRulesOf } from '#domain/fund/people/officer-rules.ts'
import type { People } from '#domain/fund/people/people.ts'
import { committee } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'
import { fundSubject } from '#domain/operations/subject.ts'

/** The meeting elects: whoever held these offices before holds them no more. */
export const electOfficers = operation({
  command: 'ElectOfficers',
  entry: 'OfficersElected',
  oneHand: 'power',
  changesPower: true,
  asks: elections.election,
  keeps: ['by', 'electorate', 'present', 'contests', 'exception', 'confirmedBy'],
  // What a meeting decided of its officers is written by any of them, and another one stands behind it.
  may: committee,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'told',
  isReversible: false,
  decide: (now: People, command) => {
    const fault = elections.electionFault(now, command)
    if (fault) return invalid(fault.code, fault.at)
    const { members, charter } = now
    const { effectiveOn: on, present, contests, confirmedBy, until } = command
    const unfit = elections.candidateRefusal(now, command)
    if (unfit !== undefined) return refused(unfit)
    if (!isActingOn(members.get(confirmedBy)!, on)) return refused('approver-not-an-officer')
    if (!isQuorum(present, { active: elections.electorateOf(now, command), charter }))
      return refused('quorum-missing')
    const elected = elections.electedBy(contests)
    if (typeof elected === 'string') return refused(elected)
    const termEnd = elections.termEndOf(officerRulesOf(charter), on)
    if (until !== undefined && until > termEnd) return refused('term-too-long')
    const isFair = elections.hasWomensSeats(now, command, elected)
    if (!isFair && !elections.isExcepted(now, command)) return refused('too-few-women')
    return recorded({
      until: until ?? termEnd,
      elected,
      flags: flagsOf({ 'fewer-women-by-vote': !isFair }),
      postings: [],
    })
  },
  // And whoever held an office that was up for election, which the entry does not tell.
  about: ({ elected }) => [
    fundSubject,
    ...elected.map(({ memberId }) => ({ kind: 'member' as const, key: memberId })),
  ],
})
