import { movesOf } from '#domain/ledger/balances.ts'
import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { day, described, id, optional, word } from '#domain/kernel/shape.ts'
import type { Votes } from '#domain/fund/charter/charter.ts'
import {
  type ExplainingOffice,
  daysToExplain,
  explainingOn,
  explainingReasons,
  isOfficeHeld,
  isPutOff,
} from '#domain/fund/meeting/explaining.ts'
import { type FundBooks, aboutFund } from '#domain/fund/fund-books.ts'
import { handsFault, isQuorum } from '#domain/fund/hands.ts'
import { countActive, isActingOn } from '#domain/fund/people/members.ts'
import { committeeOffices } from '#domain/fund/people/tenures.ts'
import { votes } from '#domain/fund/hands.ts'
import { chairOrRecordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

type Now = Pick<FundBooks, 'fund' | 'members' | 'charter' | 'posted'>
type Choice = {
  readonly office: ExplainingOffice
  readonly dueOn: LocalDate
  readonly approvedBy: string
  readonly votes?: Votes
  readonly effectiveOn: LocalDate
}

const faultOf = ({ members }: Now, { votes: raised, approvedBy, effectiveOn: on }: Choice) => {
  const hands = raised && handsFault(raised, countActive(members, on))
  if (hands) return invalid(hands.code, `/votes${hands.at}`)
  return members.has(approvedBy) ? undefined : invalid('member-unknown', '/approvedBy')
}

const voteRefusal = ({ members, charter }: Now, { votes: raised, effectiveOn: on }: Choice) => {
  if (!raised) return undefined
  const active = countActive(members, on)
  if (!isQuorum(raised.present, { active, charter })) return refused('quorum-missing')
  return raised.yes > raised.no ? undefined : refused('vote-lost')
}

const refusalOf = (now: Now, choice: Choice) => {
  const { office, dueOn, approvedBy, effectiveOn: on } = choice
  if (!isOfficeHeld(now.members.values(), office, on)) return refused('office-not-held')
  if (!isActingOn(now.members.get(approvedBy)!, on)) return refused('approver-not-an-officer')
  if (dueOn <= on) return refused('due-day-not-ahead')
  // Nobody is given more time at once than something that was found today would have.
  if (dueOn > daysAfter(on, daysToExplain)) return refused('due-day-too-far')
  return voteRefusal(now, choice)
}

/** The committee, or the meeting by hands, chooses who answers for what is unexplained and by when it must be less. */
export const assignUnexplained = operation({
  command: 'AssignUnexplained',
  entry: 'UnexplainedAssigned',
  oneHand: 'decision',
  asks: {
    /** Who answers for it from now on: an office, never a person. */
    office: word(committeeOffices, 'office-unknown'),
    dueOn: described(day, 'At most 90 days after the day of the choice'),
    why: word(explainingReasons, 'reason-unknown'),
    approvedBy: id('member'),
    votes: optional(votes),
  },
  keeps: ['office', 'dueOn', 'why', 'approvedBy', 'votes'],
  may: chairOrRecordKeeper,
  second: ({ approvedBy }) => approvedBy,
  minutes: 'told',
  isReversible: false,
  decide: (now: Now, command) => {
    const fault = faultOf(now, command)
    if (fault) return fault
    const { dueOn, effectiveOn: on } = command
    const moved = movesOf(now.posted, 'equity:unexplained')
    const stands = explainingOn(moved, now.fund.explainers ?? [], on)
    if (!stands) return refused('nothing-unexplained')
    const refusal = refusalOf(now, command)
    if (refusal) return refusal
    // The day by which it had to be less before, and what was unexplained when this was decided.
    const { nextOn: wasDueOn, left } = stands
    const flags = flagsOf({ 'put-off': isPutOff({ dueOn, wasDueOn }) })
    return recorded({ wasDueOn, left, flags, postings: [] })
  },
  about: aboutFund,
})
