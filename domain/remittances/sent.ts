import type { LocalDate } from '#domain/kernel/dates.ts'
import { daysBetween } from '#domain/kernel/dates.ts'
import { type Currency, decimalsOf } from '#domain/kernel/money.ts'
import type { Channel } from '#domain/fund/channels.ts'
import { lostOfAll, rielFor } from '#domain/remittances/quote.ts'

/** What somebody abroad has written down of a sending: what was paid, and what was said of it when. */
export type Sent = {
  readonly sentId: string
  readonly on: LocalDate
  readonly channel: Channel
  readonly currency: Currency
  /** All that was paid, the fee with it, in the smallest unit. */
  readonly paid: number
  readonly fee: number
  /** Riel for one of the currency, as it was quoted. */
  readonly rate: string
  /** When it was quoted: a day, and the time of day where it was told. */
  readonly quotedOn: LocalDate
  readonly quotedAt?: string
  /** The rate between banks that day, where somebody has looked. */
  readonly midRate?: string
}

/** What was to arrive by the quote, in riel. */
export const promisedOf = ({ paid, fee, rate, currency }: Sent): number =>
  rielFor(paid - fee, rate, decimalsOf(currency))

/** What it was worth before anybody took anything of it: by the rate between banks where it is known, else by the quote. */
export const worthOf = ({ paid, rate, midRate, currency }: Sent): number =>
  rielFor(paid, midRate ?? rate, decimalsOf(currency))

/** What came of a sending. Nothing of it is in a book: what is booked is what arrived. */
export type Came = {
  readonly promised: number
  readonly arrived: number
  /** Riel that were promised and did not arrive. */
  readonly lost: number
  /** All that it cost, in hundredths of a per cent of what it was worth. */
  readonly cost: number | undefined
}

export const cameOf = (sent: Sent, arrived: number): Came => {
  const promised = promisedOf(sent)
  return {
    promised,
    arrived,
    lost: Math.max(promised - arrived, 0),
    cost: lostOfAll(worthOf(sent), arrived),
  }
}

type Arrived = { readonly on: LocalDate; readonly amount: number }

/** Money that has not come after so many days is asked about. */
export const waitDays = 7

/** How long before or after its day money may arrive. */
const arrivesWithinDays = 30

/**
 * Which arrival is of which sending: the oldest sending has the first arrival after its day whose sum is nearest to what was
 * promised; each arrival is of one alone.
 */
export const matchedSent = (
  sent: readonly Sent[],
  arrived: readonly Arrived[],
): ReadonlyMap<string, Arrived> => {
  const free = new Set(arrived)
  const found = new Map<string, Arrived>()
  for (const one of sent.toSorted((a, b) => (a.on + a.sentId < b.on + b.sentId ? -1 : 1))) {
    const promised = promisedOf(one)
    const near = [...free]
      .filter(({ on }) => on >= one.on && daysBetween(one.on, on) <= arrivesWithinDays)
      .toSorted(
        (a, b) =>
          Math.abs(a.amount - promised) - Math.abs(b.amount - promised) || (a.on < b.on ? -1 : 1),
      )[0]
    if (!near) continue
    free.delete(near)
    found.set(one.sentId, near)
  }
  return found
}

/** Whether a sending for which nothing has come is late on a day. */
export const isOverdue = (sent: Sent, today: LocalDate): boolean =>
  daysBetween(sent.on, today) > waitDays
