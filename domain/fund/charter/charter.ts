import { Decimal } from 'decimal.js'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { OfficerRules } from '#domain/fund/people/officer-rules.ts'
import { legalCapOn } from '#domain/fund/charter/law.ts'
import type { ReliefRules } from '#domain/fund/charter/relief-rules.ts'
import type { SavingsRules } from '#domain/fund/charter/savings-rules.ts'
import type { SupportLimits } from '#domain/fund/charter/support-rules.ts'

/** What a loan is for, as far as its terms differ by it. `enterprise` begins a trade of one's own. */
export const products = ['normal', 'seasonal', 'emergency', 'enterprise'] as const
export type Product = (typeof products)[number]

/** Whose price a village rules; who begins a trade pays none, and no vote puts one on it. */
export const ratedProducts = ['normal', 'seasonal', 'emergency'] as const satisfies Product[]
export type RatedProduct = (typeof ratedProducts)[number]

/** One line of the provisioning table: up to `toDays` past due (null: no end), `percent` is set aside. */
export type ProvisionClass = {
  readonly toDays: number | null
  readonly name: string
  readonly percent: string
}

/** The rules that a village has given itself: data, dated, changed only by a vote, never backwards. */
export type Charter = {
  readonly currency: Currency
  readonly households: number
  readonly shareValue: number
  readonly sharesPerMeeting: { readonly min: number; readonly max: number }
  readonly socialPerMeeting: number
  readonly absenceFine: number
  /** Day of the month on which the fund meets and instalments fall due; 31 means the last day. */
  readonly meetingDay: number
  /** Day of the week on which it meets besides, 1 for Monday to 7 for Sunday; instalments fall due by the month all the same. */
  readonly meetingWeekday?: number
  readonly rateMonthlyPercent: Readonly<Record<RatedProduct, string>>
  readonly interestStep: number
  readonly instalmentStep: number
  readonly provisioning: {
    readonly step: number
    readonly classes: readonly ProvisionClass[]
    readonly reliefExtraPercent: string
  }
  readonly ceiling: {
    readonly savingsMultiple: number
    readonly ofEquityAndSavingsPercent: number
    readonly amountMax: number
    readonly emergencyMax: number
    readonly emergencyMonthsMax: number
    /** Papers and travel, and a dear debt bought out: `amountMax` where nothing is said. */
    readonly papersMax?: number
    readonly buyOutMax?: number
    /** To begin a trade, without interest and without savings; as by default where nothing is said. */
    readonly enterpriseMax?: number
  }
  readonly quorumPercent: number
  readonly boxMax: number
  /** What one person may let out alone for one meeting; as many shares as a meeting takes where nothing is said. */
  readonly oneHandLimit?: number
  /** What a repayment pays first of what has fallen due; interest where nothing is said. */
  readonly repaymentOrder?: RepaymentOrder
  /** What of savings the village has ruled otherwise than the defaults. */
  readonly savingsRules?: SavingsRules
  /** Terms, women's seats and limits of the officers, as far as they are not those by default. */
  readonly officers?: Partial<OfficerRules>
  /** How long relief lasts and what is promised for a season of need, as far as it is not as by default. */
  readonly relief?: Partial<ReliefRules>
  /** The most that one grant of a kind gives, as far as it is not as by default. */
  readonly support?: Partial<SupportLimits>
}

export const repaymentOrders = ['interest-first', 'principal-first'] as const
export type RepaymentOrder = (typeof repaymentOrders)[number]

/** What one person may let out alone for one meeting. */
export const oneHandLimitOf = ({ oneHandLimit, shareValue, sharesPerMeeting }: Charter): number =>
  oneHandLimit ?? shareValue * sharesPerMeeting.max

/** What a loan bears a month by a charter. */
export const rateOfProduct = (
  { rateMonthlyPercent }: Pick<Charter, 'rateMonthlyPercent'>,
  product: Product,
): string => (product === 'enterprise' ? '0' : rateMonthlyPercent[product])

/** A charter with the number and the day from which it holds. */
export type CharterVersion = {
  readonly version: number
  readonly from: LocalDate
  readonly charter: Charter
}

/** The charter in force on a day: the latest that had begun; the first one for days before it. They stand as they were voted. */
export const charterOn = (versions: readonly CharterVersion[], day: LocalDate): CharterVersion =>
  versions.findLast(({ from }) => from <= day) ?? versions[0]!

/** A monthly rate as a yearly one: unit-period rate x 12, with two decimals. */
export const yearlyPercentOf = (monthlyPercent: string): string =>
  new Decimal(monthlyPercent).times(12).toDecimalPlaces(2).toString()

/** Products whose rate a year is above the legal cap of the day. */
export const productsAboveCap = (charter: Charter, day: LocalDate): RatedProduct[] =>
  ratedProducts.filter((product) =>
    new Decimal(yearlyPercentOf(charter.rateMonthlyPercent[product])).gt(
      legalCapOn(day).yearlyPercent,
    ),
  )

/** Hands raised at a meeting. `present` is counted before anyone steps out. */
export type Votes = { readonly present: number; readonly yes: number; readonly no: number }

/** The fund after a vote on its charter. */
export const fundAfterAmending = <Of extends { readonly charters: readonly CharterVersion[] }>(
  fund: Of,
  { version, charter }: Omit<CharterVersion, 'from'>,
  from: LocalDate,
): Of => ({
  ...fund,
  charters: [...fund.charters, { version, charter, from }],
})
