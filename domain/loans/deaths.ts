import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { type Living, duesEndOn } from '#domain/fund/people/life.ts'
import { type Posting, difference, merged } from '#domain/ledger/posting.ts'
import { books } from '#domain/loans/books.ts'
import { type Loan, withDeferrals } from '#domain/loans/loan.ts'

/** The window that a death opens: from its day on nothing falls due, bears interest or grows late. */
const eventId = 'death'
const monthsLong = 240

/** A loan as its borrower's life lets it stand; a death that was taken back leaves nothing behind. */
export const asLived = (loan: Loan, died: LocalDate | undefined): Loan => {
  const others = loan.deferrals.filter((one) => one.eventId !== eventId)
  if (others.length === loan.deferrals.length && died === undefined) return loan
  const bare = { ...loan, deferrals: others }
  if (died === undefined) return bare
  const to = monthlyDay(died, monthsLong, 28)
  return withDeferrals(bare, [{ eventId, from: died, to, declaredOn: died }])
}

/** What a change of somebody's life posts: interest and splits of all that was counted since. */
export const postingsOfDeath = (
  loans: Iterable<Loan>,
  memberId: string,
  died: LocalDate | undefined,
): Posting[] =>
  merged(
    [...loans]
      .filter((loan) => loan.memberId === memberId)
      .flatMap((loan) => difference(books(loan), books(asLived(loan, died)))),
  )

/** Lets the loans of a member follow what is known of their life, in place. */
export const followLife = (
  loans: Map<string, Loan>,
  memberId: string,
  member: Living | undefined,
): void => {
  const died = member && duesEndOn(member)
  for (const [loanId, loan] of loans)
    if (loan.memberId === memberId) loans.set(loanId, asLived(loan, died))
}

/** The day of death as it would be known with one more, or without one, of its facts. */
export const deathWith = (member: Living, on: LocalDate): LocalDate => {
  const died = duesEndOn(member)
  return died !== undefined && died <= on ? died : on
}
export const deathWithout = ({ life = [], ...member }: Living, id: string): LocalDate | undefined =>
  duesEndOn({ ...member, life: life.filter((fact) => fact.id !== id) })
