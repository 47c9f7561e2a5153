import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, isAmountOrNought } from '#domain/kernel/money.ts'
import { notesFault } from '#domain/fund/banknotes.ts'
import type { Count } from '#domain/fund/meetings.ts'
import type { Member } from '#domain/fund/members.ts'
import { type Office, isHeldOn, isOffice } from '#domain/fund/tenures.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'

type Told = {
  readonly office: Office
  /** Who gave it, and who has it now. */
  readonly from: string
  readonly to: string
  readonly witnesses: readonly string[]
  /** The box as it was counted in front of all of them. */
  readonly count?: Count
  /** The hash of the balance sheet that was printed and signed. */
  readonly balanceHash?: string
}

type HandOverFlag =
  | 'without-count'
  | 'without-signed-balance'
  | 'without-two-witnesses'
  | 'box-differs-from-books'
  | 'office-of-another'

export type OfficeHandedOver = Told & {
  readonly type: 'OfficeHandedOver'
  readonly v: 1
  /** What the books said was in the box that day. */
  readonly booked: number
  readonly flags: readonly HandOverFlag[]
  readonly postings: readonly never[]
}

/** Box, book or key went from one pair of hands to another. Whose the office is, elections and appointments say. */
export type RecordHandOver = Envelope & Told & { readonly type: 'RecordHandOver' }

/** What a hand-over is looked at with. */
export type HandOverShelf = {
  readonly members: ReadonlyMap<string, Member>
  readonly currency: Currency
  /** What is in the box by the books on a day, smallest units. */
  readonly bookedOn: (on: LocalDate) => number
}

/** One hand-over as the fund keeps it. */
export type HandOver = Told & {
  readonly id: EntryId
  readonly on: LocalDate
  readonly booked: number
}

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)
const witnessesMax = 5

const faultOf = ({ members, currency }: HandOverShelf, command: RecordHandOver) => {
  const { office, from, to, witnesses, count, balanceHash } = command
  if (!isOffice(office)) return { code: 'office-unknown', at: '/office' }
  if (!members.has(from)) return { code: 'member-unknown', at: '/from' }
  if (!members.has(to)) return { code: 'member-unknown', at: '/to' }
  const people = [from, to, ...witnesses]
  const areFit = witnesses.length <= witnessesMax && witnesses.every((id) => members.has(id))
  if (!areFit || new Set(people).size < people.length)
    return { code: 'witnesses-cannot-hold', at: '/witnesses' }
  if (balanceHash !== undefined && !isHash(balanceHash))
    return { code: 'hash-not-a-hash', at: '/balanceHash' }
  if (!count) return undefined
  if (!isAmountOrNought(count.amount)) return { code: 'amount-not-whole', at: '/count/amount' }
  const notes = count.notes && notesFault(count.notes, { amount: count.amount, currency })
  return notes && { code: notes.code, at: `/count/notes${notes.at}` }
}

/** The box and the book go over with the money that is in them; a key goes over by itself. */
const isOfMoney = (office: Office): boolean => office !== 'key-holder'

const flagsOf = (
  { members, bookedOn }: HandOverShelf,
  { office, to, witnesses, count, balanceHash, effectiveOn: on }: RecordHandOver,
): HandOverFlag[] => {
  const holds = members.get(to)!.offices.some((one) => one.office === office && isHeldOn(one, on))
  const money = isOfMoney(office)
  return [
    ...(money && !count ? (['without-count'] as const) : []),
    ...(money && balanceHash === undefined ? (['without-signed-balance'] as const) : []),
    ...(witnesses.length < 2 ? (['without-two-witnesses'] as const) : []),
    ...(count && count.amount !== bookedOn(on) ? (['box-differs-from-books'] as const) : []),
    ...(holds ? [] : (['office-of-another'] as const)),
  ]
}

/** A hand-over that happened is a fact; what is missing from it, or from the box, is marked. */
export const recordHandOver = (
  shelf: HandOverShelf,
  command: RecordHandOver,
): Decision<OfficeHandedOver, never> => {
  const fault = faultOf(shelf, command)
  if (fault) return invalid(fault.code, fault.at)
  const { office, from, to, witnesses, count, balanceHash, effectiveOn: on } = command
  return recorded({
    type: 'OfficeHandedOver',
    v: 1,
    office,
    from,
    to,
    witnesses,
    ...(count === undefined ? {} : { count }),
    ...(balanceHash === undefined ? {} : { balanceHash }),
    booked: shelf.bookedOn(on),
    flags: flagsOf(shelf, command),
    postings: [],
  })
}

/** What the fund keeps of a hand-over. */
export const handOverOf = (
  { office, from, to, witnesses, count, balanceHash, booked }: OfficeHandedOver,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): HandOver => ({
  id,
  on,
  office,
  from,
  to,
  witnesses,
  ...(count === undefined ? {} : { count }),
  ...(balanceHash === undefined ? {} : { balanceHash }),
  booked,
})
