import { type Decision, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { DeathRecorded } from '#domain/fund/member-facts.ts'
import type { Member } from '#domain/fund/members.ts'
import type { Kept } from '#domain/corrections/reversal.ts'
import type { EntryBody, EntryId } from '#domain/ledger/entry.ts'
import { type Posting, difference } from '#domain/ledger/posting.ts'
import { books } from '#domain/loans/books.ts'
import { deathWith, followLife, postingsOfDeath } from '#domain/loans/deaths.ts'
import { type Loan, isLent, withDeferrals } from '#domain/loans/loan.ts'
import * as relief from '#domain/relief/relief.ts'

/** What opens windows on loans from outside of them: relief that was declared, and a borrower's death. */
type Shelf = {
  readonly loans: Map<string, Loan>
  readonly members: ReadonlyMap<string, Member>
  readonly events: Map<string, relief.ReliefEvent>
  readonly kept: ReadonlyMap<EntryId, Kept>
}

/** Relief, with what it changes in the books of every loan that it touches. */
export const decideRelief = (
  village: Pick<Shelf, 'loans' | 'events'>,
  command: relief.RecordRelief,
) => {
  const { eventId, kind, touched, effectiveOn: declaredOn } = command
  const event = { eventId, kind, touched, declaredOn }
  const moved = (loanId: string): Posting[] => {
    const loan = village.loans.get(loanId)!
    return difference(books(loan), books(withDeferrals(loan, relief.windowsOf(event, loanId))))
  }
  const loanIds = [...new Set(touched.map(({ loanId }) => loanId))]
  const hasLoan = (loanId: string): boolean => isLent(village.loans, loanId)
  const now = { events: village.events, hasLoan, postings: () => loanIds.flatMap(moved) }
  return relief.recordRelief(now, command)
}

/** Takes in an event with its windows, in place. */
export const takeRelief = (
  village: Pick<Shelf, 'loans' | 'events'>,
  event: relief.ReliefEvent,
): void => {
  village.events.set(event.eventId, event)
  for (const loanId of new Set(event.touched.map((touch) => touch.loanId)))
    village.loans.set(
      loanId,
      withDeferrals(village.loans.get(loanId)!, relief.windowsOf(event, loanId)),
    )
}

/** Interest stops on the day of a death, wherever it was counted since. */
export const withDeath = <Body extends EntryBody>(
  { loans, members }: Pick<Shelf, 'loans' | 'members'>,
  on: LocalDate,
  decision: Decision<Body, string>,
): Decision<Body, string> => {
  if (decision.outcome !== 'recorded' || decision.body.type !== 'DeathRecorded') return decision
  const { memberId } = decision.body as EntryBody as DeathRecorded
  const died = deathWith(members.get(memberId)!, on)
  return recorded({ ...decision.body, postings: postingsOfDeath(loans.values(), memberId, died) })
}

/** Whose loans may stand otherwise by what is known of their borrowers' lives. */
const livesTold = (
  { kept }: Pick<Shelf, 'kept'>,
  body: { readonly type: string; readonly memberId?: string; readonly reverses?: EntryId },
): string | undefined => {
  const original = body.reverses === undefined ? undefined : kept.get(body.reverses)?.body
  if (original) return livesTold({ kept }, { ...original, type: original.type })
  const tells = ['DeathRecorded', 'LoanPaidOut', 'LoanTakenOver'].includes(body.type)
  return tells ? body.memberId : undefined
}

/** Lets loans follow what an entry told of a life, in place. */
export const followLives = (
  shelf: Omit<Shelf, 'events'>,
  body: { readonly type: string; readonly memberId?: string; readonly reverses?: EntryId },
): void => {
  const memberId = livesTold(shelf, body)
  if (memberId !== undefined) followLife(shelf.loans, memberId, shelf.members.get(memberId))
}
