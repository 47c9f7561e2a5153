import {
  type Charter,
  type CharterVersion,
  type Votes,
  type RepaymentOrder,
  charterOn,
  oneHandLimitOf,
} from '#domain/fund/charter/charter.ts'
import type { amendCharter } from '#domain/fund/operations/charter.ts'
import type { BodyOf } from '#domain/operations/operation.ts'
import { enterpriseMaxOf } from '#domain/fund/charter/default-charter.ts'
import { officerRulesOf } from '#domain/fund/people/officer-rules.ts'
import { reliefRulesOf } from '#domain/fund/charter/relief-rules.ts'
import {
  borrowingMaxPercentOf,
  liquidityRuleOf,
  surplusRuleOf,
} from '#domain/fund/charter/savings-rules.ts'
import { supportLimitsOf } from '#domain/fund/charter/support-rules.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Journal } from '#domain/ports.ts'

/** A value of a charter with what it is, so that a page can write it as people say it. */
export type FieldValue =
  | {
      readonly of: 'money' | 'count' | 'months' | 'times' | 'day-of-month' | 'weekday'
      readonly value: number
    }
  | { readonly of: 'percent' | 'percent-a-month' | 'code'; readonly value: string }
  | { readonly of: 'order'; readonly value: RepaymentOrder }
  | { readonly of: 'classes'; readonly value: Charter['provisioning']['classes'] }

const money = (value: number): FieldValue => ({ of: 'money', value })
const count = (value: number): FieldValue => ({ of: 'count', value })
const percent = (value: string | number): FieldValue => ({ of: 'percent', value: String(value) })
const monthly = (value: string): FieldValue => ({ of: 'percent-a-month', value })

/** What becomes of a surplus, what stays in cash, and how long relief spares somebody. */
const savedAndSpared = (charter: Charter) => {
  const [surplus, liquidity] = [surplusRuleOf(charter), liquidityRuleOf(charter)]
  const relief = reliefRulesOf(charter)
  return {
    membersPercent: percent(surplus.membersPercent),
    reservePercent: percent(surplus.reservePercent),
    runningCostsPercent: percent(surplus.runningCostsPercent),
    liquidityPercent: percent(liquidity.percent),
    liquidityRainyPercent: percent(liquidity.rainyPercent),
    borrowingMaxPercent: percent(borrowingMaxPercentOf(charter)),
    reliefMonths: { of: 'months', value: relief.months },
    reliefPersonalMonths: { of: 'months', value: relief.personalMonths },
    harvestMonth: count(relief.harvestMonth),
    lineOfLastLoanPercent: percent(relief.lineOfLastLoanPercent),
  } as const satisfies Readonly<Record<string, FieldValue>>
}

/** Everything that a charter says, one value a name: a new field of a charter is missed by the compiler nowhere else. */
export const charterFields = (charter: Charter) => {
  const { sharesPerMeeting, rateMonthlyPercent, provisioning, ceiling } = charter
  const officers = officerRulesOf(charter)
  const support = supportLimitsOf(charter)
  return {
    currency: { of: 'code', value: charter.currency },
    households: count(charter.households),
    shareValue: money(charter.shareValue),
    sharesMin: count(sharesPerMeeting.min),
    sharesMax: count(sharesPerMeeting.max),
    socialPerMeeting: money(charter.socialPerMeeting),
    absenceFine: money(charter.absenceFine),
    meetingDay: { of: 'day-of-month', value: charter.meetingDay },
    meetingWeekday: { of: 'weekday', value: charter.meetingWeekday ?? 0 },
    rateNormal: monthly(rateMonthlyPercent.normal),
    rateSeasonal: monthly(rateMonthlyPercent.seasonal),
    rateEmergency: monthly(rateMonthlyPercent.emergency),
    interestStep: money(charter.interestStep),
    instalmentStep: money(charter.instalmentStep),
    classes: { of: 'classes', value: provisioning.classes },
    provisionStep: money(provisioning.step),
    reliefExtraPercent: percent(provisioning.reliefExtraPercent),
    savingsMultiple: { of: 'times', value: ceiling.savingsMultiple },
    ofEquityAndSavingsPercent: percent(ceiling.ofEquityAndSavingsPercent),
    amountMax: money(ceiling.amountMax),
    papersMax: money(ceiling.papersMax ?? ceiling.amountMax),
    buyOutMax: money(ceiling.buyOutMax ?? ceiling.amountMax),
    enterpriseMax: money(enterpriseMaxOf(charter)),
    emergencyMax: money(ceiling.emergencyMax),
    emergencyMonthsMax: { of: 'months', value: ceiling.emergencyMonthsMax },
    quorumPercent: percent(charter.quorumPercent),
    boxMax: money(charter.boxMax),
    oneHandLimit: money(oneHandLimitOf(charter)),
    ...savedAndSpared(charter),
    termMonths: { of: 'months', value: officers.termMonths },
    graceDays: count(officers.graceDays),
    seats: count(officers.seats),
    womenMin: count(officers.womenMin),
    votingMin: count(officers.votingMin),
    officersAmountMax: money(officers.amountMax),
    supportPassport: money(support.passport),
    supportPapers: money(support.papers),
    supportTraining: money(support.training),
    supportSafeReturn: money(support['safe-return']),
    supportEmergencyReturn: money(support['emergency-return']),
    supportReintegration: money(support.reintegration),
    supportSchool: money(support.school),
    supportChildren: money(support.children),
    repaymentOrder: { of: 'order', value: charter.repaymentOrder ?? 'interest-first' },
  } as const satisfies Readonly<Record<string, FieldValue>>
}

export type CharterField = keyof ReturnType<typeof charterFields>

export type Change = {
  readonly field: CharterField
  readonly old: FieldValue
  readonly now: FieldValue
}

/** What one charter says otherwise than the one before it. */
export const changesBetween = (before: Charter, after: Charter): Change[] => {
  const [old, now] = [charterFields(before), charterFields(after)]
  const names = Object.keys(now) as CharterField[]
  return names
    .filter((field) => JSON.stringify(old[field].value) !== JSON.stringify(now[field].value))
    .map((field) => ({ field, old: old[field], now: now[field] }))
}

/** Hands raised for a version, and when it was written down. */
export type Voted = Votes & { readonly writtenAt?: string }

/** One version of the rules: the first was begun with, each later one was voted for. */
export type RulesVersion = {
  readonly version: number
  readonly from: LocalDate
  readonly changes: readonly Change[]
  readonly votes: Voted | undefined
}

const readMax = 500

/** The votes on each version, which only the journal keeps; a fund that never voted is not read at all. */
export const votesOn = async (
  journal: Pick<Journal, 'read'>,
  fundId: string,
  versions: readonly CharterVersion[],
): Promise<ReadonlyMap<number, Voted>> => {
  const found = new Map<number, Voted>()
  let seq = 0
  while (found.size < versions.length - 1) {
    const rows = await journal.read(fundId, seq, readMax)
    const last = rows.at(-1)
    if (!last) break
    seq = last.seq
    for (const { type, data, recordedAt } of rows) {
      if (type !== 'CharterAmended') continue
      const { version, votes } = JSON.parse(data) as BodyOf<typeof amendCharter>
      found.set(version, { ...votes, writtenAt: recordedAt })
    }
  }
  return found
}

/** The versions begun by a day, the one in force first, each with what it changed and who wanted it. */
export const historyOn = (
  versions: readonly CharterVersion[],
  votes: ReadonlyMap<number, Voted>,
  day: LocalDate,
): readonly RulesVersion[] => {
  const inForce = charterOn(versions, day)
  return versions
    .slice(0, versions.indexOf(inForce) + 1)
    .map(({ version, from, charter }, i, all) => ({
      version,
      from,
      changes: i === 0 ? [] : changesBetween(all[i - 1]!.charter, charter),
      votes: votes.get(version),
    }))
    .toReversed()
}
