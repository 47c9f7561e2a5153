import type { ReceivingAccount } from '#domain/fund/receiving.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import { type LocalDate, later } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Journal } from '#domain/ports.ts'
import { type Khqr, khqrFault, khqrText } from '#domain/remittances/khqr.ts'
import {
  type Came,
  type Sent,
  cameOf,
  isOverdue,
  matchedSent,
  promisedOf,
} from '#domain/remittances/sent.ts'
import { type SplitUse, splitOf } from '#domain/remittances/split.ts'
import { type BookedArrival, bookedArrivals } from '#src/app/remittances/arrivals.ts'
import { partsIn } from '#src/app/remittances/own-parts.ts'
import { type ReferenceNeeds, referenceNow } from '#src/app/remittances/references.ts'
import { type RuleFrom, type Sender, ruleOn } from '#src/app/remittances/senders.ts'

/** What arrived and stands in the book, as whoever sent it sees it: each part by what it is for, and nobody's card. */
export type SenderArrival = {
  readonly on: LocalDate
  readonly amount: number
  readonly parts: readonly { readonly use: SplitUse; readonly amount: number }[]
  /** The parts are others than the rule of that day makes them. */
  readonly isUnlikeRule: boolean
}

export type SenderSent = {
  readonly sent: Sent
  readonly promised: number
  /** What came of it, where it arrived in what was promised: riel. */
  readonly came: Came | undefined
  readonly hasArrived: boolean
  readonly isOverdue: boolean
}

export type SenderView = {
  readonly reference: string
  readonly currency: Currency
  readonly rule: RuleFrom | undefined
  readonly sent: readonly SenderSent[]
  readonly arrivals: readonly SenderArrival[]
  readonly receiving: ReceivingAccount | undefined
}

const sameSums = (a: readonly number[], b: readonly number[]): boolean =>
  a.toSorted((x, y) => x - y).join(' ') === b.toSorted((x, y) => x - y).join(' ')

/**
 * Each sending with what arrived of it, the newest first. Promised are riel: in a fund of another currency an arrival is that of
 * the first day after it, and nobody says how much of it was lost.
 */
export const sentOf = (
  sent: readonly Sent[],
  {
    booked,
    currency,
    today,
  }: {
    readonly booked: readonly Pick<BookedArrival, 'on' | 'amount'>[]
    readonly currency: Currency
    readonly today: LocalDate
  },
): readonly SenderSent[] => {
  const isRiel = currency === 'KHR'
  const matched = matchedSent(
    sent,
    booked.map(({ on, amount }) => ({ on, amount: isRiel ? amount : 0 })),
  )
  return sent.toReversed().map((one) => {
    const arrived = matched.get(one.sentId)
    return {
      sent: one,
      promised: promisedOf(one),
      came: arrived && isRiel ? cameOf(one, arrived.amount) : undefined,
      hasArrived: arrived !== undefined,
      isOverdue: !arrived && isOverdue(one, today),
    }
  })
}

/** What somebody abroad sees: what they wrote down, and what arrived under their reference. Nothing of any member. */
export const senderViewOf = async (
  needs: ReferenceNeeds & { readonly store: Pick<Journal, 'find'> },
  { fundId, senderId }: { readonly fundId: string; readonly senderId: string },
  {
    sender,
    book,
    today,
  }: { readonly sender: Sender; readonly book: FundBook; readonly today: LocalDate },
): Promise<SenderView> => {
  const of = { kind: 'sender', key: senderId } as const
  const booked = bookedArrivals(needs, fundId, { of, bankLines: book.bankLines })
  const arrivals = await Promise.all(
    booked.map(async ({ on, amount, entryIds }): Promise<SenderArrival> => {
      const parts = await partsIn(needs.store, fundId, { book, entryIds })
      const rule = ruleOn(sender, on)
      const asSaid = rule ? splitOf(amount, rule).filter((part) => part > 0) : []
      const own = parts.map(({ use, amount: part }) => ({ use, amount: part }))
      const isUnlikeRule = !sameSums(
        own.map((part) => part.amount),
        asSaid,
      )
      return { on, amount, parts: own, isUnlikeRule }
    }),
  )
  const { currency } = charterOf(book, later(today, book.fund.openedOn))
  return {
    reference: await referenceNow(needs, fundId, of),
    currency,
    rule: sender.rules.at(-1),
    sent: sentOf(sender.sent, { booked, currency, today }),
    arrivals: arrivals.toSorted((a, b) => (a.on < b.on ? 1 : -1)),
    receiving: book.fund.receiving,
  }
}

/** What a payment code is of: the reference, and where one sum is to be paid, that sum and until when the code is good. */
export type PaymentAsked = { readonly currency: Currency; readonly reference: string } & Pick<
  Khqr,
  'amount' | 'madeAt' | 'endsAt'
>

/** The payment code of a fund with a reference in it; undefined where the fund has said no account, or none can be made of it. */
export const paymentCodeOf = (
  receiving: ReceivingAccount | undefined,
  { currency, reference, ...sum }: PaymentAsked,
): string | undefined => {
  if (!receiving || (currency !== 'KHR' && currency !== 'USD')) return undefined
  const { account, called: name, city } = receiving
  const asked: Khqr = { account, name, city, currency, bill: reference, ...sum }
  return khqrFault(asked) ? undefined : khqrText(asked)
}
