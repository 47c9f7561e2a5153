/*
 * Statements counted a second time, line by line from the rows of a journal as they are stored. Nothing here knows
 * how the fund's own statements are made: no view, no fold, no account list.
 */
import type { JournalRow } from '#domain/ledger/entry.ts'

export type NaiveLine = {
  readonly seq: number
  readonly type: string
  /** What it belongs to: of a line that takes back, the type and the day of what it takes back. */
  readonly told: string
  readonly trueDay: string
  readonly account: string
  readonly on: string
  readonly amount: number
  readonly currency: string
}

type Raw = { account: string; on: string; amount: number; currency: string }

/** Every posting of every row that was recorded by an instant, in the order of the journal. */
export const naiveLines = (rows: readonly JournalRow[], knownAt: string): NaiveLine[] => {
  let last = -1
  rows.forEach((row, i) => {
    if (row.recordedAt <= knownAt) last = i
  })
  const known = rows.slice(0, last + 1)
  const lines: NaiveLine[] = []
  for (const row of known) {
    const { postings } = JSON.parse(row.data) as { postings: Raw[] }
    const original =
      row.type === 'EntryReversed' ? known.find(({ id }) => id === row.reverses) : row
    for (const { account, on, amount, currency } of postings)
      lines.push({
        seq: row.seq,
        type: row.type,
        told: original!.type,
        trueDay: original!.effectiveOn,
        account,
        on,
        amount,
        currency,
      })
  }
  return lines
}

/** `asset:loan:<id>` is of `asset:loan`. */
export const isOf = (account: string, kind: string): boolean =>
  account === kind || account.startsWith(`${kind}:`)

type Cut = {
  readonly from?: string
  readonly through: string
  readonly kind: string
  readonly currency?: string
}

/** What accounts of a kind come to; debit positive. */
export const sumOf = (
  lines: readonly NaiveLine[],
  { from = '', through, kind, currency }: Cut,
): number => {
  let sum = 0
  for (const line of lines)
    if (
      line.on >= from &&
      line.on <= through &&
      isOf(line.account, kind) &&
      (currency === undefined || line.currency === currency)
    )
      sum += line.amount
  return sum
}

/** Each account in each currency with what stands on either side of it. */
export const naiveTrialBalance = (lines: readonly NaiveLine[], day: string): string[] => {
  const sums = new Map<string, number>()
  for (const { account, currency, on, amount } of lines)
    if (on <= day) {
      const key = `${account} ${currency}`
      sums.set(key, (sums.get(key) ?? 0) + amount)
    }
  return [...sums]
    .map(([key, sum]) => {
      const [account, currency] = key.split(' ') as [string, string]
      const [of, kind] = account.split(':')
      return `${of}:${kind} ${currency} ${sum > 0 ? sum : 0} ${sum < 0 ? -sum : 0}`
    })
    .toSorted()
}

/** In whose column of the cash book a kind of entry stands; what is not here is other. */
const inCashColumn: readonly (readonly [column: string, types: RegExp])[] = [
  ['taken_over', /^FundFounded$/],
  ['savings_in', /^(SharesBought|SavingsDeposited)$/],
  ['social_in', /^SocialContributionPaid$/],
  ['fines_in', /^FinePaid$/],
  ['repayments_in', /^(RepaymentRecorded|PaymentSpread)$/],
  ['donations_in', /^DonationReceived$/],
  ['loans_out', /^(LoanPaidOut|LoanPartPaidOut)$/],
  ['savings_out', /^(SavingsWithdrawn|SavingsPaidToHeirs)$/],
  ['social_out', /^SocialSupportPaid$/],
  ['grants_out', /^(GrantPaid|SupportPartPaid|DonationReturned)$/],
  ['expenses_out', /^ExpensePaid$/],
  ['other', /^/],
]

/** Private savings are told by their way alone; what is taken back stands where it had stood. */
const cashColumnOf = ({ type, told, amount }: NaiveLine): string => {
  const isIn = type === 'EntryReversed' ? amount < 0 : amount > 0
  if (told === 'PrivateSavingsMoved') return isIn ? 'savings_in' : 'savings_out'
  return inCashColumn.find(([, types]) => types.test(told))![0]
}

/** The box before, what moved by its kind, and after, on each day on which anything moved. */
export const naiveCashBook = (lines: readonly NaiveLine[], day: string, currency: string) => {
  const own = lines.filter(
    (line) => line.account === 'asset:cash-box' && line.on <= day && line.currency === currency,
  )
  let held = 0
  return [...new Set(own.map(({ on }) => on))].toSorted().map((date) => {
    const opening = held
    const moved = Object.fromEntries(inCashColumn.map(([name]) => [name, 0]))
    for (const line of own) {
      if (line.on !== date) continue
      held += line.amount
      moved[cashColumnOf(line)]! += line.amount
    }
    return { date, opening, ...moved, closing: held }
  })
}

/** A donor's gift or the social fund: what was there, came, went, was given back, and is there. */
export const naiveRestricted = (
  lines: readonly NaiveLine[],
  account: string,
  { from, to }: { readonly from: string; readonly to: string },
) => {
  const told = { opening: 0, received: 0, spent: 0, given_back: 0, other: 0, closing: 0 }
  const isSocial = account === 'liability:social-fund'
  for (const line of lines) {
    if (line.account !== account || line.on > to) continue
    told.closing -= line.amount
    if (line.on < from || line.told === 'FundFounded') told.opening -= line.amount
    else if (isSocial && line.told === 'SocialSupportPaid') told.spent += line.amount
    else if (isSocial || line.told === 'DonationReceived') told.received -= line.amount
    else if (line.told === 'GrantPaid' || line.told === 'SupportPartPaid') told.spent += line.amount
    else if (line.told === 'DonationReturned') told.given_back += line.amount
    else told.other -= line.amount
  }
  return told
}

const next = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Lines that stand on the day after a close because their own day was closed when they came. */
export const naiveLate = (lines: readonly NaiveLine[]): NaiveLine[] =>
  lines.filter((line) => {
    if (line.type === 'PeriodClosed') return false
    const closes = lines.filter(({ type, seq }) => type === 'PeriodClosed' && seq < line.seq)
    const closed = closes
      .map(({ on }) => on)
      .toSorted()
      .at(-1)
    return closed !== undefined && line.on === next(closed) && line.trueDay <= closed
  })
