import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { Waited } from '#domain/hands/waiting.ts'

/**
 * What the entries say together of who wrote them, and none of them says alone: what left the fund by one hand, and what
 * was written when it could no longer be looked at. Whoever founded the fund in this house brought its older book in: those
 * entries tell nothing of it.
 */

/** Sums by day; a day whose sum is nothing is not among them. */
export type Sums = Readonly<Record<LocalDate, number>>

/** A day of each member who is named. */
export type Days = Readonly<Record<string, LocalDate>>

/** What one person wrote for one meeting that has nobody else's word behind it. */
export type Hand = {
  /** Who, as the journal names whoever writes. */
  readonly by: string
  /** The day of the meeting to which it counts. */
  readonly until: LocalDate
  /** What left the box, somebody's savings or a donor's window, or need not be paid back any more, by day. */
  readonly out: Sums
  /** Sums that came in and went out again, of one owner and of one size, by the day on which both had happened. */
  readonly backAndForth: Sums
  /** What was taken over of an older book, by day. */
  readonly takenOver: Sums
  /** Members who were written in, and whom nobody else has written down as present since. */
  readonly admitted: readonly string[]
  /** The day by the clock on which each member was written in, also who has been seen since. */
  readonly writtenOn?: Days
  /** Members who were written away, and since when. */
  readonly sentAwayOn?: Days
  /** The entry that was written last. */
  readonly seq: number
  /** The last day of what stands. */
  readonly on: LocalDate
}

/** What is seen of an entry when it is written, beside the rules that it breaks. */
export const signs = [
  'paid-after-the-count',
  'after-a-later-count',
  'total-differs',
  'without-decision',
  'after-leaving',
  'witnesses-not-there',
  'interest-not-agreed',
  'foreign-by-one-hand',
  'restricted-money-lent',
  'lent-beyond-lendable',
  'cancelled-by-one',
  'borrowers-parted',
  'after-a-loan',
  'let-go-by-who-booked-it',
] as const
export type Sign = (typeof signs)[number]

/** What an entry adds to a hand. */
export type Move = {
  /** Of which kind and day it is: what was taken back of them may be written once more. */
  readonly place: string
  readonly on: LocalDate
  /** The day by the clock. */
  readonly writtenOn: LocalDate
  readonly out: number
  readonly takenOver: number
  readonly saved: readonly Saved[]
  readonly admitted: readonly string[]
  readonly sentAway: readonly string[]
}

/** Savings of one owner that came (more than zero) or went. */
export type Saved = { readonly owner: string; readonly amount: number }

/** On which days a sum of one owner came and went by one hand, the first one first. */
export type Swing = { readonly in: readonly LocalDate[]; readonly out: readonly LocalDate[] }

export type Hands = {
  /** Who founded the fund and when, and brought in what it had before. */
  begun: { readonly by: string; readonly at: string } | undefined
  readonly sums: Map<string, Hand>
  /** The hand that each entry was added to: what it added to it, the entry tells when it is taken back. */
  readonly moves: Map<EntryId, string>
  /** Each hand's key once: thousands of entries share its text. */
  readonly keys: Map<string, string>
  /** By hand how many of its moves stand, by day: what is taken back need not go through all that was ever written. */
  readonly days: Map<string, Sums>
  readonly swings: Map<string, Swing>
  /** Signs, and flags that an entry had when it was written first. */
  readonly signs: Map<EntryId, readonly string[]>
  /** By member what came that waits for its owner, and what of it was let go. */
  readonly waited: Map<string, readonly Waited[]>
  /** In whose hand those stand whom one alone wrote in. */
  readonly writtenIn: Map<string, string>
  /** The hands that a list of who was there has changed. */
  readonly seenBy: Map<EntryId, readonly string[]>
  /** Days on which loans went out of what is not lent, each with the first day by the clock on which one was written. */
  readonly lentOn: Map<LocalDate, LocalDate>
  /** Who is said to have seen something, by entry, where a list bore it out. */
  readonly witnessed: Map<
    EntryId,
    { readonly on: LocalDate; readonly witnesses: readonly string[] }
  >
  /** What was taken back by its place, of what no count had come before. */
  readonly takenBack: Map<string, number>
  /** What was seen of entries that were taken back, by all that they said: written again as they were, it is seen again. */
  readonly seenBefore: Map<string, readonly string[]>
}

/** Whether a day lies in the time since the fund is kept here: a total of its box that is typed is a count of it, with notes or without. */
export const isHeldHere = ({ begun }: Pick<Hands, 'begun'>, on: LocalDate): boolean =>
  begun !== undefined && on >= begun.at.slice(0, 10)

export const noHands = (): Hands => ({
  begun: undefined,
  sums: new Map(),
  moves: new Map(),
  keys: new Map(),
  days: new Map(),
  swings: new Map(),
  signs: new Map(),
  waited: new Map(),
  writtenIn: new Map(),
  seenBy: new Map(),
  takenBack: new Map(),
  seenBefore: new Map(),
  lentOn: new Map(),
  witnessed: new Map(),
})

export const copyOfHands = ({ begun, ...maps }: Hands): Hands => ({
  begun,
  sums: new Map(maps.sums),
  moves: new Map(maps.moves),
  keys: new Map(maps.keys),
  days: new Map(maps.days),
  swings: new Map(maps.swings),
  signs: new Map(maps.signs),
  waited: new Map(maps.waited),
  writtenIn: new Map(maps.writtenIn),
  seenBy: new Map(maps.seenBy),
  takenBack: new Map(maps.takenBack),
  seenBefore: new Map(maps.seenBefore),
  lentOn: new Map(maps.lentOn),
  witnessed: new Map(maps.witnessed),
})

/**
 * What was written down or taken back after a count of the box, of days that the count had taken in. Each fact stands for
 * itself: two that move the box by one sum, one in and one out, are two. The same fact taken back and written once more is
 * none, whoever writes it.
 */
export type CountChange = {
  /** The day of the meeting whose count it is. */
  readonly on: LocalDate
  /** By what it was, how much it moves the box; less than zero is out. What comes to nothing is not among them. */
  readonly facts: Readonly<Record<string, number>>
}

export type CountChanges = {
  readonly byCount: Map<LocalDate, CountChange>
  /** Which count an entry has changed. */
  readonly changedBy: Map<EntryId, LocalDate>
}

export const noCountChanges = (): CountChanges => ({ byCount: new Map(), changedBy: new Map() })

export const copyOfCountChanges = ({ byCount, changedBy }: CountChanges): CountChanges => ({
  byCount: new Map(byCount),
  changedBy: new Map(changedBy),
})
