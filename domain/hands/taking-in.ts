import type { LocalDate } from '#domain/kernel/dates.ts'
import { type CharterVersion, charterOn } from '#domain/fund/charter/charter.ts'
import type { Borrowings } from '#domain/fund/borrowing.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { Posted } from '#domain/ledger/balances.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { Hand, Hands, Move, Saved, Sign } from '#domain/hands/hands.ts'
import { classOf, isVouched, meetingOf, outOf, savedIn, takenOverBy } from '#domain/hands/moves.ts'
import { signsOf } from '#domain/hands/signs.ts'
import type { Body, Entry } from '#domain/vocabulary.ts'

type State = {
  readonly hands: Hands
  readonly fund: { readonly charters: readonly CharterVersion[] } | undefined
  readonly meetings: ReadonlyMap<LocalDate, Meeting>
  readonly members: ReadonlyMap<string, Member>
  readonly borrowings: Borrowings
  readonly posted: Posted
}

const admittedBy = (body: Body): readonly string[] =>
  body.type === 'MemberAdmitted' ? [body.memberId] : []

/** What an entry of this book adds to the hand of whoever wrote it; undefined where that is nothing. */
const moveOf = (state: State, entry: Entry): Move | undefined => {
  const { body, effectiveOn: on, recordedBy } = entry
  const { meetingDay } = charterOn(state.fund!.charters, on).charter
  const counts = ['money', 'carries-out'].includes(classOf(body)) && !isVouched(body)
  const out = counts ? outOf(body.postings) : 0
  const takenOver = classOf(body) === 'older-book' ? takenOverBy(body.postings) : 0
  const saved = savedIn(body.postings)
  const admitted = admittedBy(body)
  const until = meetingOf(on, meetingDay)
  return out + takenOver + saved.length + admitted.length > 0
    ? { key: `${until} ${recordedBy}`, type: body.type, on, out, takenOver, saved, admitted }
    : undefined
}

/** How much more has come and gone again by one sum of one owner. */
const swung = ({ swings }: Hands, key: string, { owner, amount }: Saved, by: 1 | -1): number => {
  const size = Math.abs(amount)
  const place = `${key} ${owner} ${size}`
  const before = swings.get(place) ?? { in: 0, out: 0 }
  const after = amount > 0 ? { ...before, in: before.in + by } : { ...before, out: before.out + by }
  swings.set(place, after)
  return (Math.min(after.in, after.out) - Math.min(before.in, before.out)) * size
}

const add = (hands: Hands, move: Move, by: 1 | -1, at: Pick<Hand, 'seq' | 'on'>): void => {
  const [until, ...names] = move.key.split(' ')
  const before = hands.sums.get(move.key)
  const backAndForth = move.saved.reduce(
    (sum, one) => sum + swung(hands, move.key, one, by),
    before?.backAndForth ?? 0,
  )
  const admitted = new Set(before?.admitted)
  for (const memberId of move.admitted)
    if (by === 1) admitted.add(memberId)
    else admitted.delete(memberId)
  hands.sums.set(move.key, {
    by: names.join(' '),
    until: until!,
    out: (before?.out ?? 0) + by * move.out,
    backAndForth,
    takenOver: (before?.takenOver ?? 0) + by * move.takenOver,
    admitted: [...admitted],
    ...at,
  })
}

const placeOf = ({ type, on }: Pick<Move, 'type' | 'on'>): string => `${type} ${on}`

/** Takes a move off again: it may be written once more as it was. */
const takeOff = (hands: Hands, reverses: EntryId): void => {
  const move = hands.moves.get(reverses)
  if (!move) return
  const { seq, on } = hands.sums.get(move.key)!
  add(hands, move, -1, { seq, on })
  const before = hands.takenBack.get(placeOf(move)) ?? 0
  hands.takenBack.set(placeOf(move), before + move.out)
}

/** Whether what leaves by a move is what was taken back of its kind and day before. */
const isAgain = (hands: Hands, move: Move | undefined): boolean => {
  if (!move || move.out === 0) return false
  const left = hands.takenBack.get(placeOf(move)) ?? 0
  if (left < move.out) return false
  hands.takenBack.set(placeOf(move), left - move.out)
  return true
}

const dayMs = 24 * 60 * 60 * 1000

/** An older book is brought in within a day of the founding: whoever brought it is a hand like all others after that. */
const isBroughtIn = ({ begun }: Hands, { recordedBy, recordedAt }: Entry): boolean =>
  begun !== undefined &&
  recordedBy === begun.by &&
  Date.parse(recordedAt) - Date.parse(begun.at) < dayMs

/** Takes in what an entry says of the hand that wrote it, in place. Whoever founds the fund begins the book. */
export const takeInHands = (state: State, entry: Entry): void => {
  const { hands } = state
  const { body, id, seq, effectiveOn: on, recordedBy, recordedAt } = entry
  if (body.type === 'FundFounded') hands.begun = { by: recordedBy, at: recordedAt }
  if (body.type === 'EntryReversed') return takeOff(hands, body.reverses)
  if (isBroughtIn(hands, entry)) return
  const move = moveOf(state, entry)
  const seen: readonly Sign[] = signsOf(state, entry, {
    out: move?.out ?? 0,
    isAgain: isAgain(hands, move),
  })
  if (seen.length > 0) hands.signs.set(id, seen)
  if (!move) return
  hands.moves.set(id, move)
  add(hands, move, 1, { seq, on })
}

/** The hand that an entry was added to or taken off, for its view. */
export const handTouched = (hands: Hands, { id, body }: Pick<Entry, 'id' | 'body'>): string[] => {
  const move = hands.moves.get(body.type === 'EntryReversed' ? body.reverses : id)
  return move ? [move.key] : []
}
