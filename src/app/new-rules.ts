import { type Charter, type RepaymentOrder, repaymentOrders } from '#domain/fund/charter/charter.ts'
import { liquidityRuleOf, surplusRuleOf } from '#domain/fund/charter/savings-rules.ts'
import { isRate, latinDigits } from '#domain/kernel/money.ts'

/** Sums and counts of a charter that a meeting may set anew, and where each stands in it. */
const numbers = {
  shareValue: (charter, shareValue) => ({ ...charter, shareValue }),
  sharesMin: (charter, min) => ({
    ...charter,
    sharesPerMeeting: { ...charter.sharesPerMeeting, min },
  }),
  sharesMax: (charter, max) => ({
    ...charter,
    sharesPerMeeting: { ...charter.sharesPerMeeting, max },
  }),
  socialPerMeeting: (charter, socialPerMeeting) => ({ ...charter, socialPerMeeting }),
  absenceFine: (charter, absenceFine) => ({ ...charter, absenceFine }),
  meetingDay: (charter, meetingDay) => ({ ...charter, meetingDay }),
  // Zero is no day of the week: the fund meets by the month alone.
  meetingWeekday: (charter, day) => {
    const { meetingWeekday: before, ...monthly } = charter
    return day === 0
      ? before === undefined
        ? charter
        : monthly
      : { ...charter, meetingWeekday: day }
  },
  savingsMultiple: (charter, savingsMultiple) => inCeiling(charter, { savingsMultiple }),
  ofEquityAndSavingsPercent: (charter, ofEquityAndSavingsPercent) =>
    inCeiling(charter, { ofEquityAndSavingsPercent }),
  amountMax: (charter, amountMax) => inCeiling(charter, { amountMax }),
  papersMax: (charter, papersMax) => inCeiling(charter, { papersMax }),
  buyOutMax: (charter, buyOutMax) => inCeiling(charter, { buyOutMax }),
  enterpriseMax: (charter, enterpriseMax) => inCeiling(charter, { enterpriseMax }),
  emergencyMax: (charter, emergencyMax) => inCeiling(charter, { emergencyMax }),
  emergencyMonthsMax: (charter, emergencyMonthsMax) => inCeiling(charter, { emergencyMonthsMax }),
  quorumPercent: (charter, quorumPercent) => ({ ...charter, quorumPercent }),
  boxMax: (charter, boxMax) => ({ ...charter, boxMax }),
  oneHandLimit: (charter, oneHandLimit) => ({ ...charter, oneHandLimit }),
  membersPercent: (charter, membersPercent) => inSurplus(charter, { membersPercent }),
  reservePercent: (charter, reservePercent) => inSurplus(charter, { reservePercent }),
  runningCostsPercent: (charter, runningCostsPercent) =>
    inSurplus(charter, { runningCostsPercent }),
  liquidityPercent: (charter, percent) => inLiquidity(charter, { percent }),
  liquidityRainyPercent: (charter, rainyPercent) => inLiquidity(charter, { rainyPercent }),
  borrowingMaxPercent: (charter, borrowingMaxPercent) =>
    ofSavings(charter, { borrowingMaxPercent }),
  reliefMonths: (charter, months) => ofRelief(charter, { months }),
  reliefPersonalMonths: (charter, personalMonths) => ofRelief(charter, { personalMonths }),
  harvestMonth: (charter, harvestMonth) => ofRelief(charter, { harvestMonth }),
  lineOfLastLoanPercent: (charter, lineOfLastLoanPercent) =>
    ofRelief(charter, { lineOfLastLoanPercent }),
  termMonths: (charter, termMonths) => ofOfficers(charter, { termMonths }),
  graceDays: (charter, graceDays) => ofOfficers(charter, { graceDays }),
  seats: (charter, seats) => ofOfficers(charter, { seats }),
  womenMin: (charter, womenMin) => ofOfficers(charter, { womenMin }),
  votingMin: (charter, votingMin) => ofOfficers(charter, { votingMin }),
  officersAmountMax: (charter, amountMax) => ofOfficers(charter, { amountMax }),
  supportPassport: (charter, limit) => ofSupport(charter, { passport: limit }),
  supportPapers: (charter, limit) => ofSupport(charter, { papers: limit }),
  supportTraining: (charter, limit) => ofSupport(charter, { training: limit }),
  supportSafeReturn: (charter, limit) => ofSupport(charter, { 'safe-return': limit }),
  supportEmergencyReturn: (charter, limit) => ofSupport(charter, { 'emergency-return': limit }),
  supportReintegration: (charter, limit) => ofSupport(charter, { reintegration: limit }),
  supportSchool: (charter, limit) => ofSupport(charter, { school: limit }),
  supportChildren: (charter, limit) => ofSupport(charter, { children: limit }),
} as const satisfies Readonly<Record<string, (charter: Charter, value: number) => Charter>>

const rates = {
  rateNormal: (charter, normal) => atRate(charter, { normal }),
  rateSeasonal: (charter, seasonal) => atRate(charter, { seasonal }),
  rateEmergency: (charter, emergency) => atRate(charter, { emergency }),
} as const satisfies Readonly<Record<string, (charter: Charter, value: string) => Charter>>

const inCeiling = (charter: Charter, more: Partial<Charter['ceiling']>): Charter => ({
  ...charter,
  ceiling: { ...charter.ceiling, ...more },
})

const ofSavings = (charter: Charter, more: NonNullable<Charter['savingsRules']>): Charter => ({
  ...charter,
  savingsRules: { ...charter.savingsRules, ...more },
})

/** The three parts are one rule: whoever sets one of them says the other two as they hold. */
const inSurplus = (charter: Charter, more: Partial<ReturnType<typeof surplusRuleOf>>): Charter =>
  ofSavings(charter, { surplus: { ...surplusRuleOf(charter), ...more } })

const inLiquidity = (
  charter: Charter,
  more: Partial<ReturnType<typeof liquidityRuleOf>>,
): Charter => ofSavings(charter, { liquidity: { ...liquidityRuleOf(charter), ...more } })

const ofRelief = (charter: Charter, more: NonNullable<Charter['relief']>): Charter => ({
  ...charter,
  relief: { ...charter.relief, ...more },
})

const ofOfficers = (charter: Charter, more: NonNullable<Charter['officers']>): Charter => ({
  ...charter,
  officers: { ...charter.officers, ...more },
})

const ofSupport = (charter: Charter, more: NonNullable<Charter['support']>): Charter => ({
  ...charter,
  support: { ...charter.support, ...more },
})

const atRate = (charter: Charter, more: Partial<Charter['rateMonthlyPercent']>): Charter => ({
  ...charter,
  rateMonthlyPercent: { ...charter.rateMonthlyPercent, ...more },
})

export type NumberField = keyof typeof numbers
type RateField = keyof typeof rates
export type RuleField = NumberField | RateField | 'repaymentOrder'

export const numberFields = Object.keys(numbers) as readonly NumberField[]
export const rateFields = Object.keys(rates) as readonly RateField[]

/** Everything that a meeting may set anew; the hard rules of lending are not among it. */
export const ruleFields: readonly RuleField[] = [...rateFields, ...numberFields, 'repaymentOrder']

type Read = (text: string, field: NumberField) => number | undefined

/** What a field holds as typed text, read by `amountOf` where it is a sum or a count. */
const withField = (
  charter: Charter,
  field: RuleField,
  { text, read }: { readonly text: string; readonly read: Read },
): Charter | undefined => {
  if (field === 'repaymentOrder') {
    const order = repaymentOrders.find((one) => one === text)
    const isSaid = order !== undefined && order !== (charter.repaymentOrder ?? 'interest-first')
    if (order === undefined) return undefined
    return isSaid ? { ...charter, repaymentOrder: order satisfies RepaymentOrder } : charter
  }
  if (field in rates) {
    const rate = latinDigits(text.trim())
    return isRate(rate, 100) ? rates[field as RateField](charter, rate) : undefined
  }
  const value = read(text, field as NumberField)
  return value === undefined ? undefined : numbers[field as NumberField](charter, value)
}

/**
 * The charter that would hold after the fields were set anew; what stays as it is in a field is left as the
 * charter has it. Names the fields whose text is no such value.
 */
export const charterAnew = (
  charter: Charter,
  textOf: (field: RuleField) => string,
  { shown, read }: { readonly shown: (field: RuleField) => string; readonly read: Read },
): { readonly charter: Charter; readonly faults: ReadonlySet<RuleField> } => {
  const faults = new Set<RuleField>()
  const anew = ruleFields.reduce((before, field) => {
    const text = textOf(field)
    if (text === shown(field)) return before
    const after = withField(before, field, { text, read })
    if (!after) faults.add(field)
    return after ?? before
  }, charter)
  return { charter: anew, faults }
}
