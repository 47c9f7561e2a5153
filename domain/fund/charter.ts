import { Decimal } from 'decimal.js'
import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type Currency,
  isAmount,
  isAmountOrNought,
  isCurrency,
  isRate,
} from '#domain/kernel/money.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { type HandsRefusal, handsFault, isQuorum } from '#domain/fund/hands.ts'
import { type Member, isCode } from '#domain/fund/members.ts'
import { type OfficerRules, areOfficerRules } from '#domain/fund/officer-rules.ts'
import { legalCapOn } from '#domain/fund/law.ts'
import { type ReliefRules, areReliefRules } from '#domain/fund/relief-rules.ts'
import { type Seconded, secondFault, secondIn } from '#domain/fund/second.ts'
import { type SavingsRules, areSavingsRules } from '#domain/fund/savings-rules.ts'
import { type SupportLimits, areSupportLimits } from '#domain/fund/support-rules.ts'
import type { Envelope } from '#domain/ledger/entry.ts'

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

const isWhole = (value: unknown, min: number, max: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max

const hasSoundClasses = (classes: readonly ProvisionClass[]): boolean =>
  classes.length > 0 &&
  classes.every(({ toDays, percent, name }, i) => {
    const isLast = i === classes.length - 1
    const before = classes[i - 1]?.toDays ?? -1
    return (
      isCode(name) &&
      isRate(percent, 100) &&
      (isLast ? toDays === null : isWhole(toDays, before + 1, 10_000))
    )
  })

/** The first field of a charter that cannot hold, as a JSON pointer; undefined when all can. */
export const charterFault = (charter: Charter): string | undefined => {
  const checks: readonly (readonly [string, boolean])[] = [
    ['/currency', isCurrency(charter.currency)],
    ['/households', isWhole(charter.households, 0, 10_000)],
    ['/shareValue', isAmount(charter.shareValue)],
    [
      '/sharesPerMeeting',
      isWhole(charter.sharesPerMeeting.max, 0, 10_000) &&
        isWhole(charter.sharesPerMeeting.min, 0, charter.sharesPerMeeting.max),
    ],
    ['/socialPerMeeting', isAmountOrNought(charter.socialPerMeeting)],
    ['/absenceFine', isAmountOrNought(charter.absenceFine)],
    ['/meetingDay', isWhole(charter.meetingDay, 1, 31)],
    [
      '/rateMonthlyPercent',
      ratedProducts.every((product) => isRate(charter.rateMonthlyPercent[product], 100)),
    ],
    ['/interestStep', isAmount(charter.interestStep)],
    ['/instalmentStep', isAmount(charter.instalmentStep)],
    ['/provisioning/step', isAmount(charter.provisioning.step)],
    ['/provisioning/classes', hasSoundClasses(charter.provisioning.classes)],
    ['/provisioning/reliefExtraPercent', isRate(charter.provisioning.reliefExtraPercent, 100)],
    [
      '/ceiling',
      Object.values(charter.ceiling).every((value) => isWhole(value, 0, Number.MAX_SAFE_INTEGER)),
    ],
    ['/quorumPercent', isWhole(charter.quorumPercent, 50, 100)],
    ['/boxMax', isAmountOrNought(charter.boxMax)],
    [
      '/repaymentOrder',
      charter.repaymentOrder === undefined || repaymentOrders.includes(charter.repaymentOrder),
    ],
    ['/savingsRules', charter.savingsRules === undefined || areSavingsRules(charter.savingsRules)],
    ['/relief', charter.relief === undefined || areReliefRules(charter)],
    ['/support', !charter.support || (isCurrency(charter.currency) && areSupportLimits(charter))],
    ['/officers', !charter.officers || (isCurrency(charter.currency) && areOfficerRules(charter))],
  ]
  return checks.find(([, isSound]) => !isSound)?.[0]
}

export type CharterAmended = Seconded & {
  readonly type: 'CharterAmended'
  readonly v: 1
  readonly version: number
  readonly charter: Charter
  readonly votes: Votes
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

/** Hands raised at a meeting. `present` is counted before anyone steps out. */
export type Votes = { readonly present: number; readonly yes: number; readonly no: number }

export type AmendCharter = Envelope &
  Seconded & {
    readonly type: 'AmendCharter'
    readonly charter: Charter
    readonly votes: Votes
  }

export type AmendCharterRefusal =
  | HandsRefusal
  | 'vote-lost'
  | 'rate-above-cap'
  | 'currency-cannot-change'
  | 'charter-not-backwards'
  | 'approver-not-an-officer'

/** A new version of the charter, from its day on. A tie is no; the cap on interest is not for vote. */
export const amendCharter = (
  {
    versions,
    membersActive: active,
    members,
  }: {
    readonly versions: readonly CharterVersion[]
    readonly membersActive: number
    readonly members: ReadonlyMap<string, Member>
  },
  command: AmendCharter,
): Decision<CharterAmended, AmendCharterRefusal> => {
  const { charter, votes, effectiveOn } = command
  const fault = charterFault(charter)
  if (fault !== undefined) return invalid('charter-cannot-hold', `/charter${fault}`)
  const hands = handsFault(votes, active)
  if (hands) return invalid(hands.code, `/votes${hands.at}`)
  const unseconded = secondFault(members, command)
  if (unseconded) return unseconded
  const last = versions.at(-1)!
  if (effectiveOn < last.from) return refused('charter-not-backwards')
  if (!isQuorum(votes.present, { active, charter: last.charter })) return refused('quorum-missing')
  if (votes.yes <= votes.no) return refused('vote-lost')
  if (productsAboveCap(charter, effectiveOn).length > 0) return refused('rate-above-cap')
  if (charter.currency !== last.charter.currency) return refused('currency-cannot-change')
  return recorded({
    type: 'CharterAmended',
    v: 1,
    version: last.version + 1,
    charter,
    votes,
    ...secondIn(command),
    flags: [],
    postings: [],
  })
}

/** The fund after a vote on its charter. */
export const fundAfterAmending = (
  fund: Fund,
  { version, charter }: CharterAmended,
  from: LocalDate,
): Fund => ({
  ...fund,
  charters: [...fund.charters, { version, charter, from }],
})
