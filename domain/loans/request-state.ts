import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Product } from '#domain/fund/charter.ts'
import type { Ballot } from '#domain/fund/voting.ts'
import type { PlanAsked } from '#domain/loans/agreed.ts'

export const purposes = [
  'farm',
  'trade',
  'school',
  'health',
  'house',
  'family-need',
  'papers-and-travel',
  'buy-out',
] as const
export type Purpose = (typeof purposes)[number]

/** What a lender might ask to hold. The first two are nothing that a family can lose. */
export const securities = [
  'none',
  'group-guarantee',
  'land-title',
  'id-card',
  'passport',
  'family-book',
  'bank-card',
  'work-of-a-person',
  'work-of-a-child',
] as const
export type Security = (typeof securities)[number]

/** By which way somebody leaves whom a loan for papers and travel is for. */
export const channels = [
  'agency',
  'state-programme',
  'employer-direct',
  'inside-the-country',
  'papers-only',
] as const
export type Channel = (typeof channels)[number]

export type Migration = {
  readonly channel: Channel
  readonly isAdult: boolean
  /** Money for whoever finds the job: never lent, because the worker should not pay it. */
  readonly recruitmentFee?: number
  /** When the agency's licence was looked up, where it goes by an agency. */
  readonly agencyCheckedOn?: LocalDate
}

/** Kinds of lender, as far as the journal may know: never a name. */
export const lenderKinds = [
  'moneylender',
  'trader',
  'pawnshop',
  'mfi',
  'bank',
  'kin',
  'other',
] as const
export type LenderKind = (typeof lenderKinds)[number]

/** Lenders by kind, each kind once: those whom the fund pays straight. */
export const areLenderKinds = (kinds: readonly LenderKind[]): boolean =>
  kinds.length > 0 &&
  new Set(kinds).size === kinds.length &&
  kinds.every((kind) => lenderKinds.includes(kind))

/** What a plan for a household's dear debts says of them, without a sum and without a name. */
export type BuyOutTold = {
  readonly lenderKinds: readonly LenderKind[]
  /** What all lenders take of the household's income, and would take with the new loan in their place. */
  readonly burdenBefore?: BurdenBand
  readonly burdenAfter?: BurdenBand
  /** Less is paid a month, in a good month and in a bad one. */
  readonly lightens?: true
}

/** Why a loan cannot even be asked for: no charter and no vote makes it fair. */
export type HardRefusal =
  | 'above-cap'
  | 'charges-above-half'
  | 'security-not-taken'
  | 'recruitment-fee-not-lent'
  | 'agency-not-checked'
  | 'under-eighteen'
  | 'channel-not-named'

/** What a household asks for. `purpose` is what may be read aloud; a private one is a family need. */
export type LoanAsked = PlanAsked & {
  readonly loanId: string
  readonly memberId: string
  readonly product: Product
  readonly principal: number
  readonly months: number
  readonly firstDueOn?: LocalDate
  readonly purpose: Purpose
  /** Taken on the day of the loan, or to be left because of it: both are part of its price. */
  readonly fee?: number
  readonly deposit?: number
  readonly security?: Security
  readonly migration?: Migration
  readonly buyOut?: BuyOutTold
}

export type RequestState =
  | 'requested'
  | 'appraised'
  | 'approved'
  | 'refused'
  | 'appealed'
  | 'withdrawn'
  | 'paid-out'

export type Guarantee = { readonly memberId: string; readonly upTo: number }

/** A loan that was asked for, with everything that was said of it until it is paid out. */
export type LoanRequest = {
  readonly loanId: string
  readonly asked: LoanAsked
  readonly requestedOn: LocalDate
  readonly state: RequestState
  readonly appraisal?: Appraisal & { readonly on: LocalDate }
  /** The last text that was put before the household, and the day of the first one. */
  readonly disclosure?: Disclosure & { readonly on: LocalDate; readonly firstOn: LocalDate }
  /** The last one; an appeal is decided anew. */
  readonly decision?: Decided & { readonly on: LocalDate }
  readonly appealedOn?: LocalDate
  readonly guarantees: readonly Guarantee[]
  readonly isGroupGuarantee: boolean
}

/**
 * What all lenders together would take of a household's income over the loan's season, as far as a band tells:
 * neither income nor debts are kept.
 */
export const burdenBands = ['up-to-33', 'to-40', 'to-50', 'above-50', 'unknown'] as const
export type BurdenBand = (typeof burdenBands)[number]

export type Appraisal = {
  /** Nothing said is nothing known. */
  readonly burden?: BurdenBand
  readonly appraisedBy: string
  readonly finding: 'sound' | 'doubtful'
  /** Of a buy-out alone: the household's burden is lighter after it, however heavy it still is. */
  readonly lightens?: true
}

export const disclosureLanguages = ['km', 'en'] as const

/** That the whole price was put before the household: which text, in which language, for which pay-out day. */
export type Disclosure = {
  /** SHA-256 of the agreement's text, 64 hexadecimal digits. */
  readonly textHash: string
  readonly language: (typeof disclosureLanguages)[number]
  readonly paidOutOn: LocalDate
}

export const refusalReasons = [
  'too-much-debt',
  'no-cash',
  'late-before',
  'purpose-unclear',
  'no-majority',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

type Decided = {
  readonly outcome: 'approved' | 'refused'
  readonly ballot: Ballot
  readonly reason?: RefusalReason
  readonly charterVersion: number
}

type Noted<Type extends string, Facts> = Facts & {
  readonly type: Type
  readonly v: 1
  readonly loanId: string
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

export type LoanRequested = Noted<'LoanRequested', { readonly asked: LoanAsked }>
export type RequestWithdrawn = Noted<'RequestWithdrawn', object>
export type LoanAppraised = Noted<'LoanAppraised', Appraisal>
export type CostDisclosed = Noted<'CostDisclosed', Disclosure>
export type LoanDecided = Noted<'LoanDecided', Decided>
export type DecisionAppealed = Noted<'DecisionAppealed', object>
export type GuaranteeGiven = Noted<
  'GuaranteeGiven',
  { readonly guarantees: readonly Guarantee[]; readonly isGroup: boolean }
>
export type RequestBody =
  | LoanRequested
  | RequestWithdrawn
  | LoanAppraised
  | CostDisclosed
  | LoanDecided
  | DecisionAppealed
  | GuaranteeGiven

const changed = (before: LoanRequest, body: RequestBody, on: LocalDate): LoanRequest => {
  switch (body.type) {
    case 'LoanRequested':
      return before
    case 'RequestWithdrawn':
      return { ...before, state: 'withdrawn' }
    case 'LoanAppraised': {
      const { appraisedBy, finding, burden, lightens } = body
      const known = { ...(burden && { burden }), ...(lightens && { lightens }) }
      return { ...before, state: 'appraised', appraisal: { appraisedBy, finding, ...known, on } }
    }
    case 'CostDisclosed': {
      const { textHash, language, paidOutOn } = body
      const first = before.disclosure?.firstOn ?? on
      const firstOn = first < on ? first : on
      return { ...before, disclosure: { textHash, language, paidOutOn, on, firstOn } }
    }
    case 'LoanDecided': {
      const { outcome, ballot, reason, charterVersion } = body
      const why = reason === undefined ? {} : { reason }
      return {
        ...before,
        state: outcome,
        decision: { outcome, ballot, ...why, charterVersion, on },
      }
    }
    case 'DecisionAppealed':
      return { ...before, state: 'appealed', appealedOn: on }
    case 'GuaranteeGiven':
      return { ...before, guarantees: body.guarantees, isGroupGuarantee: body.isGroup }
  }
}

/** The request after an entry about it. */
export const requestAfter = (
  before: LoanRequest | undefined,
  body: RequestBody,
  on: LocalDate,
): LoanRequest =>
  body.type === 'LoanRequested'
    ? {
        loanId: body.loanId,
        asked: body.asked,
        requestedOn: on,
        state: 'requested',
        guarantees: [],
        isGroupGuarantee: false,
      }
    : changed(before!, body, on)

/** What a guarantor stands for now: no more than the cap, nor than is owed; nothing once it is paid. */
export const stoodFor = ({ upTo }: Guarantee, owed: number): number => Math.min(upTo, owed)
