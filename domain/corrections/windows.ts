import { type Decision, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { recordDeath } from '#domain/fund/operations/members.ts'
import type { Kept } from '#domain/corrections/kept.ts'
import type { EntryBody, EntryId } from '#domain/ledger/entry.ts'
import { deathWith, followLife, postingsOfDeath } from '#domain/loans/deaths.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { BodyOf } from '#domain/operations/operation.ts'

/** What opens a window on loans from outside of them: a borrower's death. */
type State = {
  readonly loans: Map<string, Loan>
  readonly members: ReadonlyMap<string, Member>
  readonly kept: ReadonlyMap<EntryId, Kept>
}

/** Interest stops on the day of a death, wherever it was counted since. */
export const withDeath = <Body extends EntryBody>(
  { loans, members }: Pick<State, 'loans' | 'members'>,
  on: LocalDate,
  decision: Decision<Body, string>,
): Decision<Body, string> => {
  if (decision.outcome !== 'recorded' || decision.body.type !== 'DeathRecorded') return decision
  const { memberId, duesFrom = on } = decision.body as EntryBody as BodyOf<typeof recordDeath>
  const died = deathWith(members.get(memberId)!, duesFrom)
  return recorded({ ...decision.body, postings: postingsOfDeath(loans.values(), memberId, died) })
}

/** Whose loans may stand otherwise by what is known of their borrowers' lives. */
const memberWhoseLifeChanged = (
  { kept }: Pick<State, 'kept'>,
  body: { readonly type: string; readonly memberId?: string; readonly reverses?: EntryId },
): string | undefined => {
  const original = body.reverses === undefined ? undefined : kept.get(body.reverses)?.body
  if (original) return memberWhoseLifeChanged({ kept }, { ...original, type: original.type })
  const tells = ['DeathRecorded', 'LoanPaidOut', 'LoanTakenOver'].includes(body.type)
  return tells ? body.memberId : undefined
}

/** Lets loans follow what an entry told of a life, in place. */
export const followLives = (
  state: State,
  body: { readonly type: string; readonly memberId?: string; readonly reverses?: EntryId },
): void => {
  const memberId = memberWhoseLifeChanged(state, body)
  if (memberId !== undefined) followLife(state.loans, memberId, state.members.get(memberId))
}
