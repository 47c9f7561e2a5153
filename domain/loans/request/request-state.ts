import type { LocalDate } from '#domain/kernel/dates.ts'
import { amountMax } from '#domain/kernel/money.ts'
import {
  type Said,
  code,
  day,
  described,
  group,
  id,
  list,
  mark,
  optional,
  sum,
  sumOrZero,
  text,
  uuid,
  whole,
  word,
  yesOrNo,
} from '#domain/kernel/shape.ts'
import { products } from '#domain/fund/charter/charter.ts'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import { planChoices } from '#domain/loans/plan/plan-shapes.ts'

const cannotHold = 'loan-cannot-hold'

/** Ten years: no fund lends for longer. */
export const loanMonths = whole(1, 120, cannotHold)

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

/** For papers and travel: by which way somebody leaves, and when the agency was looked up. */
const migration = group({
  channel: word(channels, cannotHold),
  isAdult: yesOrNo(cannotHold),
  /** Money for whoever finds the job: never lent, because the worker should not pay it. */
  recruitmentFee: optional(sumOrZero),
  /** When the agency's licence was looked up, where it goes by an agency. */
  agencyCheckedOn: optional(day),
  /** The number of its licence: the network's register is asked by it. */
  agencyLicence: optional(code(cannotHold)),
  /** Or its id there: of both, the number has to be of that agency. */
  agencyId: optional(uuid('party')),
})

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

/** Of a debt that the fund pays straight, the kind of lender alone: no name ever comes here. */
export const lenderKindsPaid = described(
  list(word(lenderKinds, cannotHold), {
    min: 1,
    max: lenderKinds.length,
    code: cannotHold,
    tooLong: cannotHold,
  }),
  'Kinds of lender whose debts the loan ends, each once; never a name',
)

/** Whether each kind of lender is named once. */
export const areEachOnce = (kinds: readonly LenderKind[]): boolean =>
  new Set(kinds).size === kinds.length

/**
 * What all lenders together would take of a household's income over the loan's season, as far as a band tells:
 * neither income nor debts are kept.
 */
export const burdenBands = ['up-to-33', 'to-40', 'to-50', 'above-50', 'unknown'] as const
export type BurdenBand = (typeof burdenBands)[number]

const burdenBand = word(burdenBands, cannotHold)

/** What a plan for a household's dear debts says of them, without a sum and without a name. */
const buyOut = group({
  lenderKinds: lenderKindsPaid,
  /** What all lenders take of the household's income, and would take with the new loan in their place. */
  burdenBefore: optional(burdenBand),
  burdenAfter: optional(burdenBand),
  /** Less is paid a month, in a good month and in a bad one. */
  lightens: optional(mark(cannotHold)),
})

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
export const requestedLoan = {
  loanId: id('loan'),
  memberId: id('member'),
  product: word(products, cannotHold),
  principal: whole(1, amountMax, cannotHold),
  months: loanMonths,
  firstDueOn: optional(day),
  purpose: word(purposes, cannotHold),
  plan: optional(planChoices),
  /** Taken on the day of the loan, or to be left because of it: both are part of its price. */
  fee: optional(sumOrZero),
  deposit: optional(sumOrZero),
  security: optional(
    described(
      word(securities, cannotHold),
      'What the lender would hold; anything but none or a group guarantee is refused',
    ),
  ),
  migration: optional(migration),
  buyOut: optional(buyOut),
}
export type RequestedLoan = Said<typeof requestedLoan>

export type RequestState =
  | 'requested'
  | 'appraised'
  | 'approved'
  | 'refused'
  | 'appealed'
  | 'withdrawn'
  | 'paid-out'

/** Somebody who stands for the loan, up to a cap. */
export const guarantee = group({ memberId: id('member'), upTo: sum })
export type Guarantee = Said<typeof guarantee.of>

/** The one who can say by herself that she stands for it: where there are several, nobody says it for the others. */
export const ownGuarantor = (guarantees: readonly Guarantee[]): string | undefined =>
  guarantees.length === 1 ? guarantees[0]!.memberId : undefined

/** A loan that was asked for, with everything that was said of it until it is paid out. */
export type LoanRequest = {
  readonly loanId: string
  readonly asked: RequestedLoan
  readonly requestedOn: LocalDate
  readonly seq?: number
  readonly writtenOn?: LocalDate
  readonly state: RequestState
  readonly appraisal?: Appraisal & { readonly on: LocalDate }
  /** The last text that was put before the household, and the day of the first one. */
  readonly disclosure?: Disclosure & { readonly on: LocalDate; readonly firstOn: LocalDate }
  /** The last one; an appeal is decided anew. */
  readonly decision?: Decided & { readonly ballot: Ballot; readonly on: LocalDate }
  readonly appealedOn?: LocalDate
  readonly guarantees: readonly Guarantee[]
  readonly isGroupGuarantee: boolean
}

const findingUnknown = 'finding-unknown'

/** What whoever looked into a request found. */
export const appraisal = {
  appraisedBy: id('member'),
  finding: word(['sound', 'doubtful'], findingUnknown),
  burden: optional(
    described(
      word(burdenBands, findingUnknown),
      'What all lenders would take of the household’s income; without it only the meeting decides',
    ),
  ),
  lightens: optional(
    described(
      mark(findingUnknown),
      'Of a buy-out alone: the household’s burden is lighter after it, so that it stops nothing',
    ),
  ),
  agencySeenBy: described(
    optional(id('member')),
    'For whoever leaves by an agency: a second officer who has seen its licence, and whose secret goes with it under `approvals`; what one alone has seen counts as unchecked at the vote',
  ),
  signedBy: described(
    optional(id('member')),
    'Whoever looked into it, by the own word: it is sent by that officer, or the own secret goes with it under `approvals` (with an empty `login` the PIN of a card or a code on paper). Without it the loan’s page says that it was written down for them',
  ),
}
type Appraisal = Said<typeof appraisal>

const disclosureLanguages = ['km', 'en'] as const

/** That the whole price was put before the household: which text, in which language, for which pay-out day. */
export const disclosure = {
  textHash: described(
    text(/^[0-9a-f]{64}$/, { code: 'hash-not-sha-256', example: '0'.repeat(64) }),
    'SHA-256 of the text of the agreement that was read aloud',
  ),
  language: word(disclosureLanguages, 'language-unknown'),
  paidOutOn: day,
}
type Disclosure = Said<typeof disclosure>

export const refusalReasons = [
  'too-much-debt',
  'no-cash',
  'late-before',
  'purpose-unclear',
  'no-majority',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** What came of a vote. */
export type Decided = {
  readonly outcome: 'approved' | 'refused'
  readonly reason?: RefusalReason
  readonly charterVersion: number
}

/** What a guarantor stands for now: no more than the cap, nor than is owed; nothing once it is paid. */
export const stoodFor = ({ upTo }: Guarantee, owed: number): number => Math.min(upTo, owed)
