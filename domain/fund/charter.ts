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
import { isCode } from '#domain/fund/members.ts'
import { legalCapOn } from '#domain/fund/law.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { type Posting, merged, transfer } from '#domain/ledger/posting.ts'

/** What a loan is for, as far as its terms differ by it. */
export type Product = 'normal' | 'seasonal' | 'emergency'
export const products: readonly Product[] = ['normal', 'seasonal', 'emergency']

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
  readonly rateMonthlyPercent: Readonly<Record<Product, string>>
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
  }
  readonly quorumPercent: number
  readonly boxMax: number
  /** What a repayment pays first of what has fallen due; interest where nothing is said. */
  readonly repaymentOrder?: RepaymentOrder
}

export const repaymentOrders = ['interest-first', 'principal-first'] as const
export type RepaymentOrder = (typeof repaymentOrders)[number]

/** A charter with the number and the day from which it holds. */
export type CharterVersion = {
  readonly version: number
  readonly from: LocalDate
  readonly charter: Charter
}

/** The charter in force on a day: the latest that had begun; the first one for days before it. */
export const charterOn = (versions: readonly CharterVersion[], day: LocalDate): CharterVersion => {
  const begun = versions.filter(({ from }) => from <= day)
  const inForce = begun
    .toSorted((a, b) => (a.from === b.from ? a.version - b.version : a.from < b.from ? -1 : 1))
    .at(-1)
  return inForce ?? versions[0]!
}

/** A monthly rate as a yearly one: unit-period rate x 12, with two decimals. */
export const yearlyPercentOf = (monthlyPercent: string): string =>
  new Decimal(monthlyPercent).times(12).toDecimalPlaces(2).toString()

/** Products whose rate a year is above the legal cap of the day. */
export const productsAboveCap = (charter: Charter, day: LocalDate): Product[] =>
  products.filter((product) =>
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
      products.every((product) => isRate(charter.rateMonthlyPercent[product], 100)),
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
  ]
  return checks.find(([, isSound]) => !isSound)?.[0]
}

/** Balances of the book on the day it was taken over; savings and loans follow one by one. */
export type OpeningBalances = {
  readonly cash: number
  readonly provision: number
  readonly social: number
  readonly reserve: number
  readonly windows: readonly { readonly windowId: string; readonly amount: number }[]
}

export type FundFounded = {
  readonly type: 'FundFounded'
  readonly v: 1
  readonly villageCode: string
  readonly charter: Charter
  readonly opening: OpeningBalances
  readonly flags: readonly 'rate-above-cap'[]
  readonly postings: readonly Posting[]
}

export type FoundFund = Envelope & {
  readonly type: 'FoundFund'
  readonly villageCode: string
  readonly charter: Charter
  readonly opening: OpeningBalances
}

/**
 * A fund begins with its charter and the balances of its old book. They stand against
 * `equity:takeover`, which comes to nought once every member's savings and loan is taken over.
 */
export const foundFund = (command: FoundFund): Decision<FundFounded, never> => {
  const { charter, opening, villageCode, effectiveOn: on } = command
  if (!/^\d{8}$/.test(villageCode)) return invalid('village-code-not-8-digits', '/villageCode')
  const fault = charterFault(charter)
  if (fault !== undefined) return invalid('charter-cannot-hold', `/charter${fault}`)
  const sums = [
    opening.cash,
    opening.provision,
    opening.social,
    opening.reserve,
    ...opening.windows.map((w) => w.amount),
  ]
  if (!sums.every(Number.isSafeInteger)) return invalid('amount-not-whole', '/opening')
  const taken = (account: AccountId, amount: number): Posting[] =>
    transfer({ from: 'equity:takeover', to: account, amount, currency: charter.currency, on })
  return recorded({
    type: 'FundFounded',
    v: 1,
    villageCode,
    charter,
    opening,
    flags: productsAboveCap(charter, on).length > 0 ? (['rate-above-cap'] as const) : [],
    postings: merged([
      ...taken('asset:cash-box', opening.cash),
      ...taken('asset:loan-loss-provision', -opening.provision),
      ...taken('liability:social-fund', -opening.social),
      ...taken('equity:reserve', -opening.reserve),
      ...opening.windows.flatMap((w) => taken(`liability:grant-window:${w.windowId}`, -w.amount)),
    ]),
  })
}

/** The fund as its first entry makes it. */
export const fundAfterFounding = (body: FundFounded, on: LocalDate): Fund => ({
  villageCode: body.villageCode,
  openedOn: on,
  charters: [{ version: 1, from: on, charter: body.charter }],
  openingProvision: body.opening.provision,
})

export type CharterAmended = {
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

export type AmendCharter = Envelope & {
  readonly type: 'AmendCharter'
  readonly charter: Charter
  readonly votes: Votes
}

export type AmendCharterRefusal =
  | 'quorum-missing'
  | 'vote-lost'
  | 'rate-above-cap'
  | 'currency-cannot-change'
  | 'charter-not-backwards'

/** A new version of the charter, from its day on. A tie is no; the cap on interest is not for vote. */
export const amendCharter = (
  {
    versions,
    membersActive,
  }: { readonly versions: readonly CharterVersion[]; readonly membersActive: number },
  command: AmendCharter,
): Decision<CharterAmended, AmendCharterRefusal> => {
  const { charter, votes, effectiveOn } = command
  const fault = charterFault(charter)
  if (fault !== undefined) return invalid('charter-cannot-hold', `/charter${fault}`)
  if (![votes.present, votes.yes, votes.no].every(isAmountOrNought))
    return invalid('votes-not-whole', '/votes')
  if (votes.yes + votes.no > votes.present) return invalid('more-votes-than-present', '/votes')
  const last = versions.at(-1)!
  if (effectiveOn < last.from) return refused('charter-not-backwards')
  if (votes.present * 100 < membersActive * last.charter.quorumPercent)
    return refused('quorum-missing')
  if (votes.yes <= votes.no) return refused('vote-lost')
  if (productsAboveCap(charter, effectiveOn).length > 0) return refused('rate-above-cap')
  if (charter.currency !== last.charter.currency) return refused('currency-cannot-change')
  return recorded({
    type: 'CharterAmended',
    v: 1,
    version: last.version + 1,
    charter,
    votes,
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
