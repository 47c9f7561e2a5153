import { type Json, canonicalJson, lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { supportCodeFrom } from '#domain/grants/support.ts'
import type { Sealing, SupportFiles } from '#domain/grants/files.ts'
import type { Hasher, NetworkJournal, NetworkViews, Random, Signer } from '#domain/ports.ts'
import { networkOf } from '#src/app/identity/persons.ts'
import { lettersWaitingIn } from '#src/app/network/letters-waiting.ts'
import { type Room, takeRooms } from '#src/app/watch/day-rooms.ts'

/*
 * A box into which anybody puts a letter, without a name and without signing in. A letter stands sealed among the
 * support files of the network, as long as all of them and named as they are: neither how many there are, nor
 * when they came, nor of which fund they are can be told without the keys. It knows a day and nothing else of
 * whoever wrote it; the answer is read by a receipt code that is kept nowhere (ADR 92).
 */

export const letterKinds = ['complaint', 'suggestion'] as const
export type LetterKind = (typeof letterKinds)[number]

/** Who reads it: the organisation alone, or the officers of the fund too. */
export const letterReaders = ['ngo', 'fund'] as const
export type LetterReader = (typeof letterReaders)[number]

export type Letter = {
  readonly is: 'letter'
  readonly fundId: string
  readonly kind: LetterKind
  readonly to: LetterReader
  readonly on: LocalDate
  readonly text: string
  readonly answer?: { readonly on: LocalDate; readonly by: LetterReader; readonly text: string }
}

/** A letter with the name of its row, by which readers find it. It opens nothing for whoever wrote it. */
export type ListedLetter = Letter & {
  readonly code: string
  /** The row as it was read: an answer goes to that one, and to none that was taken back meanwhile. */
  readonly seen: string
}

export type BoxNeeds = {
  readonly store: SupportFiles & NetworkViews & { readonly networks: NetworkJournal }
  readonly sealing: Sealing
  readonly signer: Signer
  readonly hash: Hasher
  readonly random: Random
}

type DoorNeeds = Pick<BoxNeeds, 'signer' | 'hash'>

const doorDigits = 32

const doorMark = ({ signer, hash }: DoorNeeds, fundId: string): string =>
  hash(signer.mark(fundId, lengthPrefixed(['village-fund/box-door/1', fundId]))).slice(
    0,
    doorDigits,
  )

/** The address of a fund's box: nobody makes one up, so that asking for it tells nobody which funds there are. */
export const boxDoorOf = (needs: DoorNeeds, fundId: string): string =>
  `${fundId}.${doorMark(needs, fundId)}`

export type Box = { readonly fundId: string; readonly networkId: string }

/** The box behind an address; undefined for any other text. */
export const boxBehind = async (
  needs: DoorNeeds & Pick<BoxNeeds, 'store'>,
  door: string,
): Promise<Box | undefined> => {
  const [fundId = '', mark] = door.split('.')
  if (!isUuid(fundId) || mark !== doorMark(needs, fundId)) return undefined
  const { store } = needs
  const networkId = await networkOf(store, await store.networks.fundIds(), fundId)
  return networkId === undefined ? undefined : { fundId, networkId }
}

const receiptDigits = 16

/** Sixteen digits, in fours, of which the service keeps nothing but what its own secret makes of them. */
const drawReceipt = ({ random }: Pick<BoxNeeds, 'random'>): string =>
  Array.from({ length: receiptDigits / 4 }, () =>
    String(random.below(10_000)).padStart(4, '0'),
  ).join(' ')

const rowOf = ({ signer, hash }: DoorNeeds, networkId: string, receipt: string): string => {
  const digits = receipt.replaceAll(/\D/g, '')
  return supportCodeFrom(
    hash(signer.mark(networkId, lengthPrefixed(['village-fund/box-receipt/1', digits]))),
  )
}

const letterIn = (text: string): Letter | undefined => {
  const found = JSON.parse(text) as Partial<Letter>
  return found.is === 'letter' ? (found as Letter) : undefined
}

const openedAt = async (
  { store, sealing }: Pick<BoxNeeds, 'store' | 'sealing'>,
  networkId: string,
  code: string,
): Promise<ListedLetter | undefined> => {
  const row = await store.supportFile(networkId, code)
  const text = row && (await sealing.open(networkId, code, row.sealed))
  const letter = text === undefined ? undefined : letterIn(text)
  return row && letter && { ...letter, code, seen: row.sealed }
}

const sealedLetter = (
  { sealing }: Pick<BoxNeeds, 'sealing'>,
  networkId: string,
  { code, ...letter }: Letter & { readonly code: string },
): Promise<string> => sealing.seal(networkId, code, canonicalJson(letter as unknown as Json))

/**
 * How many letters a day a box takes of those who have sent some before, and all boxes of a network of anybody: a disk is
 * not filled up. What one sender may send is counted elsewhere, and beside these is small.
 */
export const lettersADay = { fund: 1000, network: 10_000 } as const

type Sent = {
  readonly on: LocalDate
  /** Nothing came from this sender lately: then it is taken also where others have sent more than a box is for. */
  readonly isFirst: boolean
}

/** Counted in memory: a number on disk would tell on which day how many wrote (ADR 174). */
const mayPutIn = ({ fundId, networkId }: Box, { on: today, isFirst }: Sent): boolean => {
  const network = { name: 'letters', most: lettersADay.network }
  const fund = { name: `letters ${fundId}`, most: lettersADay.fund }
  const isFull = (rooms: readonly Room[]): boolean =>
    takeRooms({ networkId, today }, rooms) !== undefined
  return !isFull([network, fund]) || (isFirst && !isFull([network]))
}

/** Puts a letter in. The receipt is told once; `full` where the box takes no more of this sender on that day. */
export const putIn = async (
  needs: BoxNeeds,
  box: Box,
  { isFirst, ...letter }: Pick<Letter, 'kind' | 'to' | 'text'> & Sent,
): Promise<{ readonly receipt: string } | 'full'> => {
  const { fundId, networkId } = box
  if (!mayPutIn(box, { on: letter.on, isFirst })) return 'full'
  for (;;) {
    const receipt = drawReceipt(needs)
    const code = rowOf(needs, networkId, receipt)
    if (await needs.store.supportFile(networkId, code)) continue
    const sealed = await sealedLetter(needs, networkId, { is: 'letter', ...letter, fundId, code })
    await needs.store.keepSupportFile({ fundId: networkId, code, sealed })
    lettersWaitingIn(needs.store, networkId).follow(code, { sealed, fundId })
    return { receipt }
  }
}

/** The letter of a receipt, for whoever wrote it. */
export const letterOf = async (
  needs: BoxNeeds,
  { fundId, networkId }: Box,
  receipt: string,
): Promise<ListedLetter | undefined> => {
  const code = rowOf(needs, networkId, receipt)
  const letter = await openedAt(needs, networkId, code)
  return letter?.fundId === fundId ? letter : undefined
}

/** Takes a letter back, answer and all: nothing of it is left. */
export const takeOut = async (
  { store }: Pick<BoxNeeds, 'store'>,
  networkId: string,
  code: string,
): Promise<void> => {
  await store.dropSupportFile(networkId, code)
  lettersWaitingIn(store, networkId).follow(code, undefined)
}

/** All letters of a network, those that wait first, the oldest of them first. */
export const lettersIn = async (
  { store, sealing }: Pick<BoxNeeds, 'store' | 'sealing'>,
  networkId: string,
): Promise<readonly ListedLetter[]> => {
  const found: ListedLetter[] = []
  for (const { code, sealed } of await store.supportFiles(networkId)) {
    const text = await sealing.open(networkId, code, sealed)
    const letter = text === undefined ? undefined : letterIn(text)
    if (letter) found.push({ ...letter, code, seen: sealed })
  }
  const place = ({ answer, on, code }: ListedLetter): string =>
    `${answer === undefined ? 0 : 1} ${on} ${code}`
  return found.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

/**
 * How many letters wait in the boxes of these funds; undefined until they were counted once. What is written elsewhere is counted
 * behind the answer.
 */
export const lettersWaiting = (
  { store, sealing }: Pick<BoxNeeds, 'store' | 'sealing'>,
  { networkId, fundIds, now }: { networkId: string; fundIds: ReadonlySet<string>; now: string },
): number | undefined => {
  const waiting = lettersWaitingIn(store, networkId)
  const rows = () => store.supportFiles(networkId)
  const open = async (code: string, sealed: string): Promise<string | undefined> => {
    const text = await sealing.open(networkId, code, sealed)
    const letter = text === undefined ? undefined : letterIn(text)
    return letter?.answer === undefined ? letter?.fundId : undefined
  }
  waiting.begin({ rows, open }, now)
  return waiting.count(fundIds)
}

/**
 * Writes the answer that the receipt will show; a later one stands in its place. `stale` where the letter was taken back
 * or answered since it was read: what was taken back never comes back.
 */
export const answerLetter = async (
  needs: Pick<BoxNeeds, 'store' | 'sealing'>,
  networkId: string,
  { seen, ...letter }: ListedLetter,
  answer: NonNullable<Letter['answer']>,
): Promise<'kept' | 'stale'> => {
  const sealed = await sealedLetter(needs, networkId, { ...letter, answer })
  const { code } = letter
  const kept = await needs.store.resealSupportFile(networkId, { code, seen, sealed })
  if (kept === 'kept')
    lettersWaitingIn(needs.store, networkId).follow(code, { sealed, fundId: undefined })
  return kept
}

export const letterMax = 1500
const letterMin = 3

/** A text as it is kept: without signs that no keyboard types; undefined for what is none, or too long. */
export const letterText = (typed: string): string | undefined => {
  const text = typed
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => (sign === '\n' ? sign : ''))
    .trim()
  return text.isWellFormed() && text.length >= letterMin && text.length <= letterMax
    ? text
    : undefined
}
