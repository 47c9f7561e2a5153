import { type AccountKind } from '#domain/ledger/accounts.ts'
import { invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { currencyCodes, isAmount } from '#domain/kernel/money.ts'
import { day, group, list, sum, sumOrZero, text, word } from '#domain/kernel/shape.ts'
import { accountOfPlace, cashPlaces } from '#domain/fund/bank.ts'
import { type BorrowingDue, outsideLenders, owedOutside } from '#domain/fund/borrowing.ts'
import { boxOf, isByRate, isRateOf } from '#domain/fund/exchange.ts'
import type { FundBooks } from '#domain/fund/fund-books.ts'
import { borrowingMaxPercentOf } from '#domain/fund/charter/savings-rules.ts'
import { type Posted, balanceOf, ownIn } from '#domain/ledger/balances.ts'
import { type Posting, transfer } from '#domain/ledger/posting.ts'
import { another, byAnother } from '#domain/operations/another.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

type Owing = Pick<FundBooks, 'posted' | 'borrowings' | 'charter'>

/** What the fund does with the world outside is money that has moved: a fact. */
const asFact = { may: recordKeeper, second: 'none', isReversible: true } as const

const borrowingId = text(/^[a-z0-9][a-z0-9-]{0,39}$/, {
  code: 'borrowing-not-a-code',
  example: 'ngo-2025',
})
const place = word(cashPlaces)
const duesMax = 600

const isOwn = (kind: AccountKind): boolean =>
  /^(equity|income|expense|liability:savings|liability:private-savings)/.test(kind)

/** What is the members' own on a day: equity, results and all savings. */
const ownOn = (posted: Posted, on: LocalDate): number => ownIn(posted, on, isOwn)

/** The most that may be owed outside, by the charter and what the fund is worth on the day. */
export const borrowingLimitOn = (
  { posted, charter }: Omit<Owing, 'borrowings'>,
  on: LocalDate,
): number => Math.floor((Math.max(ownOn(posted, on), 0) * borrowingMaxPercentOf(charter)) / 100)

type Borrowed = {
  readonly schedule: readonly BorrowingDue[]
  readonly amount: number
  readonly effectiveOn: LocalDate
}

/** Days one after the other, whose parts come to the sum that was borrowed. */
export const isSchedule = ({ schedule, amount, effectiveOn }: Borrowed): boolean =>
  schedule.every(({ on }, i) => on > (schedule[i - 1]?.on ?? effectiveOn)) &&
  schedule.reduce((all, { principal }) => all + principal, 0) === amount

/** Money that came from outside, flagged where the fund owes more than its charter lets it. */
export const recordBorrowing = operation({
  ...asFact,
  command: 'RecordBorrowing',
  entry: 'MoneyBorrowed',
  oneHand: 'money',
  asks: {
    borrowingId,
    lender: word(outsideLenders, 'lender-unknown'),
    amount: sum,
    /** A year, as the lender says it. */
    ratePercent: text(/^\d{1,3}(\.\d{1,6})?$/, { code: 'rate-unreadable', example: '6' }),
    schedule: list(group({ on: day, principal: sumOrZero, interest: sumOrZero }), { max: duesMax }),
    place,
    ...byAnother,
  },
  keeps: ['borrowingId', 'lender', 'amount', 'ratePercent', 'schedule', 'place', 'approvedBy'],
  second: another,
  isTakenAlone: true,
  minutes: 'told',
  decide: (now: Owing, command) => {
    if (!isSchedule(command)) return invalid('schedule-cannot-hold', '/schedule')
    const { amount, effectiveOn: on } = command
    const known = now.borrowings.get(command.borrowingId)
    if (known && !known.isVoid) return invalid('borrowing-already-there', '/borrowingId')
    const others = [...now.borrowings.values()]
    const owed = others.reduce((all, one) => all + owedOutside(one, on), amount)
    return recorded({
      flags: flagsOf({ 'above-borrowing-limit': owed > borrowingLimitOn(now, on) }),
      postings: transfer({
        from: `liability:borrowing:${command.borrowingId}`,
        to: accountOfPlace(command.place),
        amount,
        currency: now.charter.currency,
        on,
      }),
    })
  },
  about: (entry) => [{ kind: 'borrowing', key: entry.borrowingId }],
})

/** Money that went back to a lender, with the interest that it cost. */
export const recordBorrowingRepayment = operation({
  ...asFact,
  command: 'RecordBorrowingRepayment',
  entry: 'BorrowingRepaid',
  oneHand: 'money',
  asks: { borrowingId, principal: sumOrZero, interest: sumOrZero, place, ...byAnother },
  keeps: ['borrowingId', 'principal', 'interest', 'place', 'approvedBy'],
  second: another,
  isTakenAlone: true,
  minutes: 'of-the-box',
  decide: ({ borrowings, charter: { currency } }: Owing, command) => {
    const { principal, interest, effectiveOn: on } = command
    const borrowing = borrowings.get(command.borrowingId)
    if (!borrowing || borrowing.isVoid) return invalid('borrowing-unknown', '/borrowingId')
    if (!isAmount(principal + interest)) return invalid('amount-not-whole', '/interest')
    const out = (to: Posting['account'], amount: number): Posting[] =>
      transfer({ from: accountOfPlace(command.place), to, amount, currency, on })
    return recorded({
      flags: flagsOf({ 'more-than-borrowed': principal > owedOutside(borrowing, on) }),
      postings: [
        ...out(`liability:borrowing:${command.borrowingId}`, principal),
        ...out('expense:interest-paid', interest),
      ],
    })
  },
  about: (entry) => [{ kind: 'borrowing', key: entry.borrowingId }],
})

const currency = word(currencyCodes, 'currency-unknown')
const money = group({ currency, amount: sum })

/**
 * Cash of one currency was given for cash of another: one entry with two sums as they were counted, and their rate;
 * never a conversion. Each currency has its own counter-account, so that every entry comes to zero in each; in the
 * fund's own it holds what foreign cash has cost.
 */
export const recordExchange = operation({
  ...asFact,
  command: 'RecordExchange',
  entry: 'MoneyExchanged',
  oneHand: 'money',
  asks: {
    from: money,
    to: money,
    rate: group(
      {
        of: currency,
        in: currency,
        value: text(/^\d{1,9}(\.\d{1,9})?$/, { code: 'rate-unreadable', example: '4050' }),
      },
      'rate-unreadable',
    ),
    ...byAnother,
  },
  keeps: ['from', 'to', 'rate', 'approvedBy'],
  second: another,
  isTakenAlone: true,
  minutes: 'of-the-box',
  decide: ({ posted, charter }: Pick<FundBooks, 'posted' | 'charter'>, command) => {
    const { from, to, rate, effectiveOn: on } = command
    if (from.currency === to.currency) return invalid('currencies-the-same', '/to/currency')
    if (!isRateOf(rate, from, to)) return invalid('rate-unreadable', '/rate')
    const given = boxOf(from.currency, charter.currency)
    const got = boxOf(to.currency, charter.currency)
    return recorded({
      flags: flagsOf({
        'more-than-held': from.amount > balanceOf(posted, given, on),
        'rate-differs': !isByRate(rate, from, to),
      }),
      postings: [
        ...transfer({ ...from, from: given, to: `asset:exchange:${from.currency}`, on }),
        ...transfer({ ...to, from: `asset:exchange:${to.currency}`, to: got, on }),
      ],
    })
  },
  about: () => [],
})
