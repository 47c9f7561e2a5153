import { type LocalDate, later } from '#domain/kernel/dates.ts'
import { householdOn } from '#domain/fund/people/households.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { standingOf } from '#domain/loans/standing.ts'
import type { Entry } from '#domain/vocabulary.ts'

type State = {
  readonly members: ReadonlyMap<string, Member>
  readonly loans: ReadonlyMap<string, Loan>
}

const lastDay = '9999-12-31'

/** The sorts of loans that a member owes: an emergency stands beside another loan of the household. */
const owedSorts = ({ loans }: State, memberId: string, day: LocalDate): readonly boolean[] =>
  [...loans.values()].flatMap((loan) =>
    loan.memberId === memberId && (standingOf(loan, day)?.owed ?? 0) > 0
      ? [loan.terms.product === 'emergency']
      : [],
  )

/** A move by which two of one household, who both owe a loan of one sort, do not live together any more. */
export const isPartingBorrowers = (
  state: State,
  { id, body, effectiveOn: on, recordedAt }: Entry,
): boolean => {
  if (body.type !== 'HouseholdRecorded') return false
  const day = later(on, recordedAt.slice(0, 10))
  const before = ({ placements = [] }: Member): string | undefined =>
    householdOn({ placements: placements.filter((one) => one.id !== id) }, lastDay)
  return body.memberIds.some((memberId) => {
    const moved = state.members.get(memberId)!
    const sorts = owedSorts(state, memberId, day)
    if (sorts.length === 0 || before(moved) === undefined) return false
    return [...state.members.values()].some(
      (other) =>
        before(other) === before(moved) &&
        householdOn(other, lastDay) !== householdOn(moved, lastDay) &&
        owedSorts(state, other.memberId, day).some((sort) => sorts.includes(sort)),
    )
  })
}
