import { z } from 'zod'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { charterFault } from '#domain/fund/charter/charter-shape.ts'
import { type Currency, cashStepOf, isCurrency, latinDigits } from '#domain/kernel/money.ts'
import { defaultCharter, defaultCharterIn } from '#domain/fund/charter/default-charter.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'
import { fundFile } from '#src/exchange/paper-book/columns.ts'
import { readSum } from '#src/exchange/paper-book/cells.ts'

/** What `fund.json` says: the charter, the balances on the first day, and the village's name. */
export type FundFile = {
  readonly name: string
  readonly villageCode: string
  /** The day of the opening balances, where the file names one. */
  readonly openedOn: LocalDate | undefined
  readonly charter: Charter
  readonly opening: {
    readonly cash: number
    readonly loans: number
    readonly provision: number
    readonly savings: number
    readonly social: number
    readonly reserve: number
    readonly restrictedMigration: number
  }
}

const number = z
  .union([z.number(), z.string()])
  .transform((value) => latinDigits(String(value)).trim())
const rate = number.pipe(z.string().regex(/^\d{1,3}(\.\d{1,6})?$/))
const whole = number.pipe(z.string().regex(/^\d{1,9}$/)).transform(Number)
const text = z.string().trim().min(1).max(200)

const shape = z.object({
  fund: text,
  village_code: number
    .pipe(z.string().regex(/^\d{1,8}$/))
    .transform((code) => code.padStart(8, '0')),
  currency: z.string().refine(isCurrency),
  households: whole,
  share_value: number,
  shares_per_meeting: z.tuple([whole, whole]),
  social_per_meeting: number,
  interest_monthly_percent: z.object({ normal: rate, seasonal: rate, emergency: rate }),
  interest_rounding: text.optional(),
  instalment_principal: text.optional(),
  provisioning: z.object({
    rounding: text.optional(),
    table: z
      .array(z.object({ to_days: whole.nullable(), name: z.string(), percent: rate }))
      .min(1)
      .max(20),
    relief_extra_percent: rate.optional(),
  }),
  ceiling: text.optional(),
  fine_absent: number.optional(),
  meetings: text.optional(),
  opened_on: z.string().transform(latinDigits).refine(isLocalDate).optional(),
  opening: z.object({
    cash: number,
    loans: number,
    provision: number,
    savings: number,
    social: number,
    reserve: number.optional(),
    restricted_migration: number.optional(),
  }),
})

type Shape = z.infer<typeof shape>

/** The first number of a rule in words: "3 times the savings" -> 3; Khmer digits too. */
const numberIn = (words: string | undefined): number | undefined => {
  const found = /\d{1,9}/.exec(latinDigits(words ?? ''))
  return found && Number(found[0]) > 0 ? Number(found[0]) : undefined
}

const smallCoins = /^ *(?:cents?|¢|satang|សេន|សតាង)/i

/** The first sum of a rule in words, in smallest units: "to 1 dollar" and "to 100 cents" -> 100; the smallest note where there is none. */
const stepIn = (words: string | undefined, currency: Currency): number => {
  const plain = latinDigits(words ?? '').replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  const found = /(\d{1,9}(?:\.\d+)?)(.*)/s.exec(plain)
  if (found && smallCoins.test(found[2]!)) return numberIn(found[1]) ?? cashStepOf(currency)
  const read = readSum(found?.[1] ?? '', currency)
  return ('value' in read && Number(read.value)) || cashStepOf(currency)
}

/** "on the 20th of each month" -> 20. */
const dayIn = (words: string | undefined): number | undefined => {
  const day = numberIn(words)
  return day !== undefined && day <= 31 ? day : undefined
}

const jsonOf = (source: string): unknown => {
  try {
    return JSON.parse(source.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

const isReserveBelowZero = (value: string | undefined): boolean =>
  value !== undefined && /^-\d+(\.\d+)?$/.test(value)

/** Reads an amount of fund.json; the reserve alone may be below zero, after a year of losses. */
const sums = (file: Shape, currency: Currency) => {
  const faults: BookFault[] = []
  const sum = (field: string, value: string | undefined): number => {
    const negative = field === 'opening.reserve' && isReserveBelowZero(value)
    const read = readSum(negative ? value!.slice(1) : (value ?? '0'), currency)
    if ('fault' in read) faults.push(fault(fundFile, { field }, read.fault))
    const amount = 'fault' in read ? 0 : (read.value as number)
    return negative ? -amount : amount
  }
  const { opening } = file
  const values = {
    shareValue: sum('share_value', file.share_value),
    social: sum('social_per_meeting', file.social_per_meeting),
    fine:
      file.fine_absent === undefined
        ? defaultCharterIn(currency).absenceFine
        : sum('fine_absent', file.fine_absent),
    opening: {
      cash: sum('opening.cash', opening.cash),
      loans: sum('opening.loans', opening.loans),
      provision: sum('opening.provision', opening.provision),
      savings: sum('opening.savings', opening.savings),
      social: sum('opening.social', opening.social),
      reserve: sum('opening.reserve', opening.reserve),
      restrictedMigration: sum('opening.restricted_migration', opening.restricted_migration),
    },
  }
  return { values, faults }
}

/** Defaults of DF 8.1 and 8.2 for what a paper book does not say. */
const charterOf = (
  file: Shape,
  { shareValue, social, fine }: { shareValue: number; social: number; fine: number },
  meetingDay: number,
): Charter => {
  const currency = file.currency as Currency
  const [min, max] = file.shares_per_meeting
  return {
    currency,
    households: file.households,
    shareValue,
    sharesPerMeeting: { min, max },
    socialPerMeeting: social,
    absenceFine: fine,
    meetingDay,
    rateMonthlyPercent: file.interest_monthly_percent,
    interestStep: stepIn(file.interest_rounding, currency),
    instalmentStep: stepIn(file.instalment_principal, currency),
    provisioning: {
      step: stepIn(file.provisioning.rounding, currency),
      classes: file.provisioning.table.map(({ to_days, name, percent }) => ({
        toDays: to_days,
        name,
        percent,
      })),
      reliefExtraPercent: file.provisioning.relief_extra_percent ?? '0',
    },
    ceiling: {
      ...defaultCharter.ceiling,
      savingsMultiple: numberIn(file.ceiling) ?? defaultCharter.ceiling.savingsMultiple,
      ...(currency === 'KHR'
        ? {}
        : {
            amountMax: shareValue * 300,
            emergencyMax: shareValue * 40,
            papersMax: shareValue * 100,
            enterpriseMax: shareValue * 120,
          }),
    },
    quorumPercent: defaultCharter.quorumPercent,
    boxMax: currency === 'KHR' ? defaultCharter.boxMax : shareValue * 400,
  }
}

/** What could be read of `fund.json`; the fund also where its balances cannot hold, for the other checks. */
type FundRead = {
  readonly fund: FundFile | undefined
  readonly faults: readonly BookFault[]
}

/** `dayOfBook` is the day on which the book's meetings were mostly held, for a file that names none. */
export const readFundFile = (source: string, dayOfBook: number | undefined): FundRead => {
  const unread = (...faults: readonly BookFault[]): FundRead => ({ fund: undefined, faults })
  if (source.includes('\u0000') || source.includes('\\u0000'))
    return unread(fault(fundFile, {}, 'nul-character'))
  const json = jsonOf(source)
  if (json === undefined) return unread(fault(fundFile, {}, 'not-json'))
  const read = shape.safeParse(json)
  if (!read.success) {
    return unread(
      ...read.error.issues.map(({ path }) =>
        fault(fundFile, path.length > 0 ? { field: path.join('.') } : {}, 'fund-value'),
      ),
    )
  }
  const { values, faults } = sums(read.data, read.data.currency as Currency)
  const meetingDay = dayIn(read.data.meetings) ?? dayOfBook
  if (meetingDay === undefined)
    return unread(...faults, fault(fundFile, { field: 'meetings' }, 'meeting-day-unknown'))
  if (faults.length > 0) return unread(...faults)
  const charter = charterOf(read.data, values, meetingDay)
  const cannotHold = charterFault(charter)
  if (cannotHold !== undefined)
    faults.push(fault(fundFile, { field: fieldOf(cannotHold) }, 'fund-value'))
  const { opening } = values
  const owned = opening.savings + opening.social + opening.reserve + opening.restrictedMigration
  if (opening.cash + opening.loans - opening.provision !== owned)
    faults.push(fault(fundFile, { field: 'opening' }, 'opening-not-balanced'))
  const { fund: name, village_code: villageCode, opened_on: openedOn } = read.data
  return { fund: { name, villageCode, openedOn, charter, opening }, faults }
}

const fields: Readonly<Record<string, string>> = {
  '/shareValue': 'share_value',
  '/sharesPerMeeting': 'shares_per_meeting',
  '/rateMonthlyPercent': 'interest_monthly_percent',
  '/interestStep': 'interest_rounding',
  '/instalmentStep': 'instalment_principal',
  '/provisioning/classes': 'provisioning.table',
  '/provisioning/step': 'provisioning.rounding',
  '/meetingDay': 'meetings',
}
/** The field of the file for a rule, or for a place within one. */
const fieldOf = (pointer: string): string => {
  const known = Object.keys(fields).find((at) => pointer === at || pointer.startsWith(`${at}/`))
  return known === undefined ? pointer.slice(1) : fields[known]!
}
