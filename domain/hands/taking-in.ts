import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { type LocalDate, dayAfter, earlier, later } from '#domain/kernel/dates.ts'
import { type CharterVersion, charterOn } from '#domain/fund/charter/charter.ts'
import type { Borrowings } from '#domain/fund/borrowing.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { Posted } from '#domain/ledger/balances.ts'
import type { Running } from '#domain/ledger/running.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { Days, Hand, Hands, Move } from '#domain/hands/hands.ts'
import { type Written, isVouched, meetingOf, moveOf } from '#domain/hands/moves.ts'
import { areElsewhere, signsOf, witnessesOf } from '#domain/hands/signs.ts'
import { type Keyed, plus, swung } from '#domain/hands/swings.ts'
import { isWaiting, waitedBy } from '#domain/hands/waiting.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { Body, Entry } from '#domain/vocabulary.ts'

type State = {
  readonly hands: Hands
  readonly fund: { readonly charters: readonly CharterVersion[] } | undefined
  readonly meetings: Map<LocalDate, Meeting>
  readonly members: ReadonlyMap<string, Member>
  readonly loans: ReadonlyMap<string, Loan>
  readonly borrowings: Borrowings
  readonly posted: Posted
  readonly cashMoved: Running
  readonly kept: ReadonlyMap<EntryId, Written>
}

/** Whose hand an entry is of, for which meeting. */
const handOf = ({ hands, fund }: State, on: LocalDate, by: string): string => {
  const { meetingDay } = charterOn(fund!.charters, on).charter
  const key = `${meetingOf(on, meetingDay)} ${by}`
  if (!hands.keys.has(key)) hands.keys.set(key, key)
  return hands.keys.get(key)!
}

/** Members with the day of each, with those of a move or without them. */
const datedAfter = (
  before: Days | undefined,
  {
    those,
    on,
    by,
  }: { readonly those: readonly string[]; readonly on: LocalDate; readonly by: 1 | -1 },
): Days => {
  if (those.length === 0) return before ?? {}
  const named = new Set(those)
  const others = Object.entries(before ?? {}).filter(([one]) => by === 1 || !named.has(one))
  const days = by === 1 ? those.map((one) => [one, earlier(on, before?.[one] ?? on)] as const) : []
  return Object.fromEntries([...others, ...days])
}

/** Members who are named, with those of a move or without them. */
const namedAfter = (
  before: readonly string[] | undefined,
  those: readonly string[],
  by: 1 | -1,
): readonly string[] => {
  if (those.length === 0) return before ?? []
  const others = (before ?? []).filter((one) => !those.includes(one))
  return by === 1 ? [...(before ?? []), ...those.filter((one) => !before?.includes(one))] : others
}

const add = (hands: Hands, move: Move & Keyed, by: 1 | -1, at: Pick<Hand, 'seq' | 'on'>): void => {
  const [until, ...names] = move.key.split(' ')
  const before = hands.sums.get(move.key)
  const backAndForth = move.saved.reduce(
    (sums, saved) => swung(hands, move, { sums, saved, by }),
    before?.backAndForth ?? {},
  )
  for (const memberId of move.admitted)
    if (by === 1) hands.writtenIn.set(memberId, move.key)
    else hands.writtenIn.delete(memberId)
  const sentAwayOn = datedAfter(before?.sentAwayOn, { those: move.sentAway, on: move.on, by })
  const writtenOn = datedAfter(before?.writtenOn, {
    those: move.admitted,
    on: move.writtenOn,
    by,
  })
  hands.sums.set(move.key, {
    by: names.join(' '),
    until: until!,
    out: plus(before?.out ?? {}, move.on, by * move.out),
    backAndForth,
    takenOver: plus(before?.takenOver ?? {}, move.on, by * move.takenOver),
    admitted: namedAfter(before?.admitted, move.admitted, by),
    ...(Object.keys(writtenOn).length > 0 ? { writtenOn } : {}),
    ...(Object.keys(sentAwayOn).length > 0 ? { sentAwayOn } : {}),
    ...at,
  })
}

/** Takes off again what an entry added: it may be written once more as it was. */
const takeOff = ({ hands, kept }: State, reverses: EntryId): void => {
  const key = hands.moves.get(reverses)
  if (key === undefined) return
  const move = { ...moveOf(kept.get(reverses)!)!, key }
  const { seq, on } = hands.sums.get(move.key)!
  const days = plus(hands.days.get(move.key) ?? {}, move.on, -1)
  hands.days.set(move.key, days)
  add(hands, move, -1, { seq, on: Object.keys(days).toSorted().at(-1) ?? on })
  // What a count did not know of is told again when it is written again.
  if (hands.signs.get(reverses)?.includes('paid-after-the-count')) return
  hands.takenBack.set(move.place, (hands.takenBack.get(move.place) ?? 0) + move.out)
}

/** All that an entry says, whoever wrote it and whatever was seen of it. */
const saidBy = ({ body, on }: { readonly body: Body; readonly on: LocalDate }): string => {
  const { postings: _, flags: _flags, ...said } = body
  return `${on} ${canonicalJson(said as unknown as Json)}`
}

/** Keeps what was seen of an entry that is taken back. */
const keepSeen = ({ hands, kept }: State, reverses: EntryId): void => {
  const { body, on } = kept.get(reverses)!
  const seen = [...body.flags, ...(hands.signs.get(reverses) ?? [])]
  if (seen.length > 0) hands.seenBefore.set(saidBy({ body, on }), seen)
}

/** What was seen of an entry when it was written first, and is not seen of it now: that stays seen. */
const seenFirst = ({ hands }: State, { body, effectiveOn: on }: Entry): readonly string[] =>
  hands.seenBefore.size === 0 ? [] : (hands.seenBefore.get(saidBy({ body, on })) ?? [])

/** Whether what leaves by a move is what was taken back of its kind and day before. */
const isAgain = (hands: Hands, move: Move | undefined): boolean => {
  if (!move || move.out === 0) return false
  const left = hands.takenBack.get(move.place) ?? 0
  if (left < move.out) return false
  hands.takenBack.set(move.place, left - move.out)
  return true
}

/** Whether a list that stands and another hand has written has somebody as present. */
const isSeen = ({ meetings }: State, memberId: string, { by }: Hand): boolean =>
  [...meetings.values()].some(({ lists = [] }) =>
    lists.some((list) => !list.isTakenBack && list.by !== by && list.present.includes(memberId)),
  )

/** Whom a list has that its own writer alone wrote in, and nobody else had listed by then, stays with it: later lists change nothing. */
const keepUnseen = (
  { hands, meetings }: State,
  { id, body, effectiveOn: on, recordedBy }: Entry,
): void => {
  if (body.type !== 'AttendanceRecorded') return
  const unseen = body.present.filter((memberId) => {
    const hand = hands.sums.get(hands.writtenIn.get(memberId) ?? '')
    return hand?.by === recordedBy && hand.admitted.includes(memberId)
  })
  if (unseen.length === 0) return
  const meeting = meetings.get(on)!
  const lists = meeting.lists!.map((list) => (list.entryId === id ? { ...list, unseen } : list))
  meetings.set(on, { ...meeting, lists })
}

/** Whoever was written in by one person and is on the list of another one has been seen, as long as that list stands. */
const takeInSeen = (state: State, { id, body: written, recordedBy }: Entry): void => {
  const { hands, kept } = state
  const isBack = written.type === 'EntryReversed'
  const body = isBack ? kept.get(written.reverses)!.body : written
  if (body.type !== 'AttendanceRecorded') return
  const keys = new Set<string>()
  for (const memberId of body.present) {
    const key = hands.writtenIn.get(memberId)
    const hand = key === undefined ? undefined : hands.sums.get(key)!
    const isUnseen = hand?.admitted.includes(memberId)
    if (hand === undefined || (isBack ? isUnseen : hand.by === recordedBy)) continue
    if (isBack && isSeen(state, memberId, hand)) continue
    keys.add(key!)
    const admitted = namedAfter(hand.admitted, [memberId], isBack ? 1 : -1)
    hands.sums.set(key!, { ...hand, admitted })
  }
  if (keys.size > 0) hands.seenBy.set(id, [...keys])
}

/** Keeps what a loan and witnesses are held against later: when a loan was written that is out of what is not lent, and who saw what. */
const keepForLater = (
  { hands }: State,
  { body, id, effectiveOn: on, recordedAt }: Entry,
  seen: ReadonlySet<string>,
): void => {
  if (seen.has('restricted-money-lent') || seen.has('lent-beyond-lendable'))
    hands.lentOn.set(on, hands.lentOn.get(on) ?? recordedAt.slice(0, 10))
  const witnesses = witnessesOf(body)
  if (witnesses && !seen.has('witnesses-not-there')) hands.witnessed.set(id, { on, witnesses })
}

/** A list that is taken back, without which nobody saw what was said to be seen: that stays with whoever takes it back. */
const takeBackWitnesses = (state: State, id: EntryId, reverses: EntryId): void => {
  const { hands, kept } = state
  hands.witnessed.delete(reverses)
  const { body, on } = kept.get(reverses)!
  if (body.type !== 'AttendanceRecorded') return
  const left = [...hands.witnessed].filter(([, one]) => one.on === on && areElsewhere(state, one))
  for (const [one] of left) hands.witnessed.delete(one)
  if (left.length > 0) hands.signs.set(id, ['witnesses-not-there'])
}

/** Whether something is written within a day of the founding, as an older book is. */
const isBookOpen = ({ begun }: Pick<Hands, 'begun'>, at: string): boolean =>
  begun !== undefined && at < `${dayAfter(begun.at.slice(0, 10))}${begun.at.slice(10)}`

/** An older book is brought in within a day of the founding: whoever brought it is a hand like all others after that. */
export const isBroughtIn = (
  { begun }: Hands,
  { recordedBy, recordedAt }: Pick<Entry, 'recordedBy' | 'recordedAt'>,
): boolean => begun !== undefined && recordedBy === begun.by && isBookOpen({ begun }, recordedAt)

const isFlagOf = ({ flags }: Body, one: string): boolean =>
  (flags as readonly string[]).includes(one)

/** Keeps who wrote of money that it came and waits, or was let go; of an older book nobody did. */
const takeInWaiting = (
  { hands }: State,
  { id: entryId, body, recordedBy: by }: Entry,
  isOfBook: boolean,
): void => {
  if (!body.postings.some(isWaiting)) return
  const said = waitedBy(body.postings, { entryId, by, isVouched: isOfBook || isVouched(body) })
  for (const [memberId, one] of said)
    hands.waited.set(memberId, [...(hands.waited.get(memberId) ?? []), one])
}

/** What was taken back neither came nor went. */
const takeBackWaiting = ({ hands, kept }: State, entryId: EntryId): void => {
  const said = waitedBy(kept.get(entryId)!.body.postings, { entryId, by: '', isVouched: true })
  for (const memberId of said.keys()) {
    const left = (hands.waited.get(memberId) ?? []).filter((one) => one.entryId !== entryId)
    hands.waited.set(memberId, left)
  }
}

/** Whoever founds the fund begins the book. */
export const takeInBeginning = (
  hands: Hands,
  { body, recordedBy: by, recordedAt: at }: Pick<Entry, 'body' | 'recordedBy' | 'recordedAt'>,
): void => {
  if (body.type === 'FundFounded') hands.begun = { by, at }
}

/** Takes in what an entry says of the hand that wrote it, in place. */
export const takeInHands = (state: State, entry: Entry): void => {
  const { hands } = state
  const { body, id, seq, effectiveOn: on, recordedBy, recordedAt } = entry
  if (body.type === 'EntryReversed') {
    keepSeen(state, body.reverses)
    takeInSeen(state, entry)
    takeBackWitnesses(state, id, body.reverses)
    takeBackWaiting(state, body.reverses)
    return takeOff(state, body.reverses)
  }
  keepUnseen(state, entry)
  takeInSeen(state, entry)
  const before = seenFirst(state, entry)
  const isOfBook = isBroughtIn(hands, entry)
  takeInWaiting(state, entry, isOfBook)
  const move = isOfBook ? undefined : moveOf({ body, on, at: recordedAt })
  const out = move?.out ?? 0
  const isTold = before.includes('paid-after-the-count')
  const seen = isOfBook
    ? []
    : signsOf(state, entry, { out, isAgain: !isTold && isAgain(hands, move) })
  const all = new Set<string>([...seen, ...before.filter((one) => !isFlagOf(body, one))])
  if (all.size > 0) hands.signs.set(id, [...all])
  if (!isOfBook) keepForLater(state, entry, all)
  if (!move) return
  const key = handOf(state, on, recordedBy)
  hands.moves.set(id, key)
  hands.days.set(key, plus(hands.days.get(key) ?? {}, on, 1))
  const last = hands.sums.get(key)?.on
  add(hands, { ...move, key }, 1, { seq, on: last === undefined ? on : later(last, on) })
}

/** The hand that an entry was added to or taken off, for its view. */
export const handTouched = (hands: Hands, { id, body }: Pick<Entry, 'id' | 'body'>): string[] => {
  const key = hands.moves.get(body.type === 'EntryReversed' ? body.reverses : id)
  return [...(key === undefined ? [] : [key]), ...(hands.seenBy.get(id) ?? [])]
}
