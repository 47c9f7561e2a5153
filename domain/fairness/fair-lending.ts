import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import { legalCapOn, lifetimeChargesMaxPercent } from '#domain/fund/charter/law.ts'
import type {
  Burden,
  FairTerms,
  FairGround,
  FairRefusal,
  NextStep,
  Ruling,
} from '#domain/fairness/ruling.ts'
import type { FairVerdict } from '#domain/loans/request/fair-verdict.ts'
import type {
  BurdenBand,
  HardRefusal,
  LoanRequest,
  RequestedLoan,
} from '#domain/loans/request/request-state.ts'
import { ceilingFor } from '#domain/loans/request/ceiling.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { costsMoreThan } from '#domain/loans/plan/plan-cost.ts'
import { monthsLasting } from '#domain/loans/plan/plan-months.ts'
import { planRows } from '#domain/loans/plan/plan-rows.ts'
import { planTermsOf } from '#domain/loans/plan/quote-terms.ts'

/** The fund's own highest yearly cost, in per cent; the law's of the day stands beside it (DF 8.1). */
export const fairCapPercent = 18

/** The cap of a day: the lower of the fund's own and the law's. */
export const fairCapOn = (day: LocalDate): number =>
  Math.min(fairCapPercent, Number(legalCapOn(day).yearlyPercent))

/** Shares of a household's income that all its lenders may take (rules: debt service / household income). */
export const burdenLines = { advised: 33, meeting: 40, refused: 50 } as const

/** A licence that was looked up longer ago may have been taken away since. */
export const agencyCheckDays = 30

const no = (code: FairRefusal, next: NextStep, isHard = false): Ruling => ({
  is: 'refused',
  code,
  isHard,
  next,
})

/** What hard rules look at: neither savings nor income. */
type Lawful = Pick<FairGround, 'charter' | 'on'>

/** The loan as a plan that no limit of ours cuts. */
export const uncutTerms = (asked: FairTerms, { charter, on }: Lawful): PlanTerms => {
  const { product, principal, months, plan, firstDueOn } = asked
  const first = firstDueOn === undefined ? {} : { firstDueOn }
  const question = { ...plan, product, principal, instalments: months, paidOutOn: on, ...first }
  return { ...planTermsOf(charter, question), isOutside: true }
}

/** The cap, fee and deposit being part of the price, and half of the principal over the loan's life. */
const priceRulings = (asked: FairTerms, ground: Lawful): Ruling[] => {
  const { fee = 0, deposit = 0, principal } = asked
  const terms = uncutTerms(asked, ground)
  const rows = planRows(terms)
  const cap = fairCapOn(ground.on)
  const charges = rows.reduce((sum, { interest }) => sum + interest, fee) * 100
  return [
    ...(costsMoreThan(terms, cap, { rows, fee, deposit })
      ? [no('above-cap', 'change-the-price', true)]
      : []),
    ...(charges > principal * lifetimeChargesMaxPercent
      ? [no('charges-above-half', 'change-the-price', true)]
      : []),
  ]
}

const securityRulings = ({ security = 'none' }: FairTerms): Ruling[] =>
  security === 'none' || security === 'group-guarantee'
    ? []
    : [no('security-not-taken', 'leave-the-paper-at-home', true)]

/** Papers and travel only, never a fee for the job, never for somebody under eighteen. */
const migrationRulings = ({ purpose, migration }: FairTerms, { on }: Lawful): Ruling[] => {
  const team: NextStep = 'ask-the-migration-team'
  if (!migration)
    return purpose === 'papers-and-travel' ? [no('channel-not-named', team, true)] : []
  const { channel, isAdult, recruitmentFee = 0, agencyCheckedOn } = migration
  const isChecked =
    agencyCheckedOn !== undefined &&
    agencyCheckedOn <= on &&
    daysBetween(agencyCheckedOn, on) <= agencyCheckDays
  return [
    ...(isAdult ? [] : [no('under-eighteen', team, true)]),
    ...(recruitmentFee > 0 ? [no('recruitment-fee-not-lent', team, true)] : []),
    ...(channel === 'agency' && !isChecked ? [no('agency-not-checked', team, true)] : []),
  ]
}

/**
 * A buy-out that makes the burden lighter is not stopped by how heavy it still is. Both ends of a range are
 * of the same income, a good month and a bad one, so each is compared with its own.
 */
export const isLighter = (burden: Burden, now: Burden | undefined): boolean =>
  now !== undefined &&
  now !== 'unknown' &&
  burden !== 'unknown' &&
  burden.least < now.least &&
  burden.most < now.most

/** By the worst of a range for advice and the meeting; refused only where even its best is too much. */
const burdenRulings = (
  { product, purpose }: FairTerms,
  { burden, burdenNow }: Pick<FairGround, 'burden' | 'burdenNow'>,
): Ruling[] => {
  if (product === 'emergency') return []
  if (purpose === 'buy-out' && isLighter(burden, burdenNow)) return []
  if (burden === 'unknown') return [{ is: 'for-the-meeting', code: 'burden-unknown' }]
  const { least, most } = burden
  if (least > burdenLines.refused) return [no('burden-above-half', 'ask-for-the-buy-out')]
  if (most > burdenLines.meeting) return [{ is: 'for-the-meeting', code: 'burden-above-40' }]
  return most > burdenLines.advised ? [{ is: 'advised', code: 'burden-above-33' }] : []
}

/** No more than the charter lets this member borrow; of the fund's own size only advice in its first cycle. */
const ceilingRulings = (asked: FairTerms, { charter, on, ceiling }: FairGround): Ruling[] => {
  const { product, principal, purpose } = asked
  const { emergencyMonthsMax } = charter.ceiling
  const isEmergency = product === 'emergency'
  if (isEmergency && monthsLasting(uncutTerms(asked, { charter, on })) > emergencyMonthsMax)
    return [no('too-long-for-an-emergency', 'ask-for-less')]
  const most = ceilingFor(charter, { product, purpose, inputs: ceiling })
  if (principal > most) return [no('above-ceiling', 'ask-for-less')]
  const inputs = { ...ceiling, isFirstCycle: false }
  return principal > ceilingFor(charter, { product, purpose, inputs })
    ? [{ is: 'advised', code: 'above-fund-share' }]
    : []
}

/**
 * What the fair-lending charter says of a loan that is asked for, rule by rule: empty where every rule is
 * kept (`rules.md`, Fair-lending charter; DF 8.1). It looks at nobody and decides nothing: the vote does.
 */
export const rulingsOn = (asked: FairTerms, ground: FairGround): Ruling[] => [
  ...priceRulings(asked, ground),
  ...securityRulings(asked),
  ...migrationRulings(asked, ground),
  ...(ground.hasOther ? [no('second-loan', 'pay-the-other-first')] : []),
  // While instalments are put off an emergency loan helps; anything else waits for the first one after.
  ...(ground.awaitsRestart && asked.product !== 'emergency'
    ? [no('restart-first', 'pay-after-relief')]
    : []),
  ...ceilingRulings(asked, ground),
  ...burdenRulings(asked, ground),
]

/** The hard rules alone, of which neither savings nor income nor a vote change anything. */
export const hardRefusalOf = (asked: FairTerms, ground: Lawful): HardRefusal | undefined => {
  const broken = [
    ...priceRulings(asked, ground),
    ...securityRulings(asked),
    ...migrationRulings(asked, ground),
  ]
  return refusalIn(broken)?.code as HardRefusal | undefined
}

/** The ends of each band, so that the lines fall where the rules draw them. */
const bands: Readonly<Record<BurdenBand, Burden>> = {
  'up-to-33': { least: 0, most: burdenLines.advised },
  'to-40': { least: burdenLines.advised, most: burdenLines.meeting },
  'to-50': { least: burdenLines.meeting, most: burdenLines.refused },
  'above-50': { least: 100, most: 100 },
  unknown: 'unknown',
}

const lightest: Burden = { least: 0, most: 0 }

/**
 * Until there is a register of agencies its licence is a paper: what one person says of it alone counts as unchecked, so
 * two officers must have seen it.
 */
export const isAgencyUnseen = (
  { migration }: Pick<RequestedLoan, 'migration'>,
  appraisal: LoanRequest['appraisal'],
): boolean => migration?.channel === 'agency' && appraisal?.agencySeenBy === undefined

/**
 * What every rule says of a request on the day of its vote; of the household's burden as far as its appraisal
 * has a word of it.
 */
export const rulingsAtVote = (
  { asked, appraisal }: LoanRequest,
  ground: Omit<FairGround, 'burden' | 'burdenNow'>,
): Ruling[] => {
  const burden = bands[appraisal?.burden ?? 'unknown']
  // Whoever looked into it has seen that the fund's loan takes less than the debts that it ends.
  const isEased = asked.purpose === 'buy-out' && appraisal?.lightens === true
  return [
    ...rulingsOn(asked, {
      ...ground,
      burden: isEased && burden !== 'unknown' ? lightest : burden,
    }),
    ...(isAgencyUnseen(asked, appraisal)
      ? [no('agency-seen-by-one', 'ask-the-migration-team', true)]
      : []),
  ]
}

/** The same as a vote is told it: what stands in its way, and whether officers can decide it alone. */
export const verdictOn = (
  request: LoanRequest,
  ground: Omit<FairGround, 'burden' | 'burdenNow'>,
): FairVerdict => {
  const rulings = rulingsAtVote(request, ground)
  return { refusal: refusalIn(rulings)?.code, isForTheMeeting: isForTheMeeting(rulings) }
}

/** The first thing for which a loan cannot be decided at all; hard rules come first. */
export const refusalIn = (
  rulings: readonly Ruling[],
): Extract<Ruling, { is: 'refused' }> | undefined => {
  const refusals = rulings.filter((ruling) => ruling.is === 'refused')
  return refusals.find(({ isHard }) => isHard) ?? refusals[0]
}

/** Whether only the meeting can decide it. */
export const isForTheMeeting = (rulings: readonly Ruling[]): boolean =>
  rulings.some(({ is }) => is === 'for-the-meeting')
