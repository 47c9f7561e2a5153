import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import type { CeilingInputs } from '#domain/loans/request/ceiling.ts'
import type { RequestedLoan } from '#domain/loans/request/request-state.ts'

/**
 * What all lenders together take of a household's income, in per cent, over the loan's whole season: a range
 * where the income is one, and nothing where nobody knows it. Neither income nor debts are kept.
 */
export type Burden = { readonly least: number; readonly most: number } | 'unknown'

/** A loan as fairness looks at it: what was asked, and what comes with it. */
export type FairTerms = Omit<RequestedLoan, 'loanId' | 'memberId'>

export type FairGround = {
  readonly charter: Charter
  readonly on: LocalDate
  readonly ceiling: CeilingInputs
  /** With this loan; and as it is now, where the loan is to buy a dear debt out. */
  readonly burden: Burden
  readonly burdenNow?: Burden
  /** The household has another loan of the same sort open, or asks for one. */
  readonly hasOther: boolean
  /** A loan of the member's is put off, and nothing has been paid since. */
  readonly awaitsRestart?: boolean
}

export const refusalCodes = [
  'above-cap',
  'charges-above-half',
  'security-not-taken',
  'recruitment-fee-not-lent',
  'agency-not-checked',
  'agency-seen-by-one',
  'under-eighteen',
  'channel-not-named',
  'burden-above-half',
  'above-ceiling',
  'too-long-for-an-emergency',
  'second-loan',
  'restart-first',
] as const
export type FairRefusal = (typeof refusalCodes)[number]

/** What the household can do next, so that a no is never the end of a page. */
export const nextSteps = [
  'ask-for-less',
  'ask-for-longer',
  'ask-for-the-buy-out',
  'leave-the-paper-at-home',
  'ask-the-migration-team',
  'pay-the-other-first',
  'pay-after-relief',
  'change-the-price',
] as const
export type NextStep = (typeof nextSteps)[number]

/** What officers cannot decide alone, and what is only advice. */
export const meetingCodes = ['burden-above-40', 'burden-unknown'] as const
export const adviceCodes = ['burden-above-33', 'above-fund-share'] as const

/**
 * What one rule says of a loan. `hard` rules hold whatever a charter says and whoever votes; what is for
 * the meeting cannot be decided by officers alone; advice stops nobody.
 */
export type Ruling =
  | {
      readonly is: 'refused'
      readonly code: FairRefusal
      readonly isHard: boolean
      readonly next: NextStep
    }
  | { readonly is: 'for-the-meeting'; readonly code: (typeof meetingCodes)[number] }
  | { readonly is: 'advised'; readonly code: (typeof adviceCodes)[number] }
