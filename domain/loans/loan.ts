import type { LocalDate, Span } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { HeldElsewhere } from '#domain/fund/bank.ts'
import type { Product } from '#domain/fund/charter/charter.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type AsWritten, type Carried, carriedOf } from '#domain/loans/as-written.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import type { Security } from '#domain/loans/request/request-state.ts'

/** What was agreed of a plan beyond months of equal principal; roundings and days with it. */
export type AgreedPlan = Omit<
  PlanTerms,
  'principal' | 'paidOutOn' | 'instalments' | 'relief' | 'isOutside'
>

/** Everything that was agreed about a loan, in full, so that later rules never change an old loan. */
export type LoanTerms = {
  readonly convention: 'village'
  /**
   * 1: months of equal principal, or a season. 2: any plan, named in `plan`. 3: as 1, with terms of an older
   * book (`asWritten`) of which the fund asks for no more than is fair.
   */
  readonly conventionVersion: 1 | 2 | 3
  readonly product: Product
  readonly currency: Currency
  readonly principal: number
  readonly months: number
  readonly rateMonthlyPercent: string
  readonly interestStep: number
  readonly instalmentStep: number
  readonly firstDueOn: LocalDate
  /** Day of the month on which instalments fall due; the month's last day where it has no such day. */
  readonly dueDay: number
  readonly charterVersion: number
  readonly plan?: AgreedPlan
  /** Where the charter had principal that has fallen due paid before interest. */
  readonly repaymentOrder?: 'principal-first'
  /** How an older book charged; `rateMonthlyPercent` is what the fund asks for instead. */
  readonly asWritten?: AsWritten
}

/** Where a loan comes from: paid out by this fund, or taken over from an older book. */
export type LoanOrigin =
  /** `amount` where the first part alone was paid out on the day. */
  | { readonly kind: 'paid-out'; readonly on: LocalDate; readonly amount?: number }
  | {
      readonly kind: 'taken-over'
      readonly on: LocalDate
      readonly owed: number
      readonly paidOutOn: LocalDate
    }

/** How the book says a sum was split. It stands as written, also where the rule would split otherwise. */
type WrittenSplit = { readonly interest: number; readonly principal: number }

/**
 * What early principal is for, in the borrower's word: the next instalments are paid (what is done where
 * nothing is said), there are fewer of them, or each is smaller.
 */
export const earlyMoney = ['next', 'fewer', 'smaller'] as const
export type EarlyMoney = (typeof earlyMoney)[number]

/** Who sent money that did not come from the borrower's own hand: kin here, a migrant abroad, an employer. */
export const senders = ['kin', 'abroad', 'employer'] as const
export type Sender = (typeof senders)[number]

/** Where a payment came from that went through no hand. */
export type PaidFrom = 'savings' | HeldElsewhere

export type Repayment = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly amount: number
  readonly written?: WrittenSplit
  readonly early?: EarlyMoney
  /** Where money beyond the debt goes by its owner's consent; it waits in suspense where nothing is said. */
  readonly excessTo?: 'savings'
  /** Where it came out of no hand: of the borrower's own savings, or straight to the bank or wallet. */
  readonly from?: PaidFrom
}

/** A later part of the pay-out. */
export type Draw = { readonly id: EntryId; readonly on: LocalDate; readonly amount: number }

/** A new plan for all that is still owed, agreed in hardship. */
export type PlanChange = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly instalments: number
  readonly firstDueOn: LocalDate
  readonly dueDay: number
}

/** A fine that was paid for being late; what of it the rules allow is in `fine-limits.ts`. */
export type Fine = { readonly id: EntryId; readonly on: LocalDate; readonly amount: number }

/** Money that came after the loan was given up: it never makes the loan live again. */
export type Recovery = { readonly id: EntryId; readonly on: LocalDate; readonly amount: number }

/** An event's window for this loan: no instalment falls due in it and no interest is counted. */
export type Deferral = Span & {
  readonly eventId: string
  readonly declaredOn: LocalDate
  /** No fine stands for a day of it, also where the fine was paid before the window was known. */
  readonly stopsFines?: true
}

/** `isGone` where nobody may ever ask for it again. */
export type WriteOff = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly amount: number
  readonly isGone?: true
}

/** The meeting has voted that the loan bears the charter's own rate from a day on. */
export type Conversion = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly rateMonthlyPercent: string
}

/** A paper that was held was given back, or somebody's work for the debt has ended. */
type Return = { readonly id: EntryId; readonly on: LocalDate; readonly security: Security }

/** Whoever got the money has said so, or others who saw it: of all that had been lent by the day. */
type Confirmation = { readonly id: EntryId; readonly on: LocalDate; readonly amount: number }

/** A loan is its facts; schedule, splits, standing and books are computed from them. */
export type Loan = {
  readonly loanId: string
  readonly number: string
  readonly memberId: string
  readonly terms: LoanTerms
  readonly origin: LoanOrigin
  readonly repayments: readonly Repayment[]
  readonly deferrals: readonly Deferral[]
  readonly writeOffs: readonly WriteOff[]
  readonly draws?: readonly Draw[]
  readonly planChanges?: readonly PlanChange[]
  readonly recoveries?: readonly Recovery[]
  readonly fines?: readonly Fine[]
  readonly conversions?: readonly Conversion[]
  /** What the lender holds for it, and what of that was given back. */
  readonly securities?: readonly Security[]
  readonly returns?: readonly Return[]
  readonly confirmations?: readonly Confirmation[]
  /** It was written as paid out when the fund already asked whoever gets money. */
  readonly isAsked?: true
  /** Through this day the whole sum may be handed back without interest. */
  readonly moneyBackUntil?: LocalDate
  /** Its beginning was reversed: it never was. */
  readonly isVoid?: true
}

/** The day the borrower got the money, also when this fund was not yet the lender. */
export const paidOutOn = (loan: Loan): LocalDate =>
  loan.origin.kind === 'paid-out' ? loan.origin.on : loan.origin.paidOutOn

/** The day on which the loan came into these books. */
export const lentOn = ({ origin }: Loan): LocalDate => origin.on

/** What was carried over of a debt with interest in it; none of it where the fund lent the money. */
export const carriedIn = ({ origin, terms }: Loan): Carried =>
  carriedOf(terms, origin.kind === 'taken-over' ? origin.owed : 0)

/** What the book says was owed when the loan came into these books. */
export const writtenAtOrigin = ({ origin, terms }: Loan): number =>
  origin.kind === 'paid-out' ? (origin.amount ?? terms.principal) : origin.owed

/** What may be asked for of it: old interest beyond half of the principal may not. */
export const owedAtOrigin = (loan: Loan): number =>
  writtenAtOrigin(loan) - carriedIn(loan).beyondHalf

/** What has been lent so far: all of it, or the parts that were paid out. */
export const lentSoFar = (loan: Loan): number =>
  (loan.draws ?? []).reduce((sum, { amount }) => sum + amount, owedAtOrigin(loan))

/** True for a loan that is in the books and was not taken back. */
export const isLent = (loans: ReadonlyMap<string, Loan>, loanId: string): boolean =>
  loans.has(loanId) && !loans.get(loanId)!.isVoid

/** The loan as it was known for a day: what happened after it is left out. */
export const loanAsOf = (loan: Loan, day: LocalDate): Loan => ({
  ...loan,
  repayments: loan.repayments.filter(({ on }) => on <= day),
  deferrals: loan.deferrals.filter(({ declaredOn }) => declaredOn <= day),
  writeOffs: loan.writeOffs.filter(({ on }) => on <= day),
  ...(loan.draws ? { draws: loan.draws.filter(({ on }) => on <= day) } : {}),
  ...(loan.planChanges ? { planChanges: loan.planChanges.filter(({ on }) => on <= day) } : {}),
  ...(loan.fines ? { fines: loan.fines.filter(({ on }) => on <= day) } : {}),
  ...(loan.recoveries ? { recoveries: loan.recoveries.filter(({ on }) => on <= day) } : {}),
  ...(loan.conversions ? { conversions: loan.conversions.filter(({ on }) => on <= day) } : {}),
  ...(loan.returns ? { returns: loan.returns.filter(({ on }) => on <= day) } : {}),
  ...(loan.confirmations
    ? { confirmations: loan.confirmations.filter(({ on }) => on <= day) }
    : {}),
})

/** The loan with more windows; their order says nothing, so it is always the same. */
export const withDeferrals = (loan: Loan, added: readonly Deferral[]): Loan => {
  const place = ({ eventId, from }: Deferral): string => `${eventId} ${from}`
  return {
    ...loan,
    deferrals: [...loan.deferrals, ...added].toSorted((a, b) => (place(a) < place(b) ? -1 : 1)),
  }
}
