import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { MeetingCode } from '#domain/fund/meeting/meetings.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Hasher, Journal } from '#domain/ports.ts'
import { meetingOn } from '#domain/health/meetings.ts'

const digitCount = 8
/** So many hexadecimal digits of a hash are a whole number that is exact. */
const hexTaken = 13

/**
 * Eight digits that a village can read aloud: of the last head that was synced before the meeting, and of the
 * commands of the meeting in their order. Another order, one command more or one less is another code, but for
 * one case in a hundred million.
 */
export const meetingDigits = (
  hash: Hasher,
  { head, commandHashes }: { readonly head: string; readonly commandHashes: readonly string[] },
): string => {
  const whole = hash(lengthPrefixed(['village-fund/meeting-code/1', head, ...commandHashes]))
  const number = Number.parseInt(whole.slice(0, hexTaken), 16) % 10 ** digitCount
  return String(number).padStart(digitCount, '0')
}

/** `12345678` as it is read aloud: two groups of four. */
export const spokenCode = (digits: string): string => `${digits.slice(0, 4)} ${digits.slice(4)}`

const portion = 500

/** The rows of a fund after one of them, or all of them. */
const rowsAfter = async (
  journal: Pick<Journal, 'read'>,
  fundId: string,
  seq: number,
): Promise<JournalRow[]> => {
  const rows: JournalRow[] = []
  for (let last = seq; ; last = rows.at(-1)!.seq) {
    const news = await journal.read(fundId, last, portion)
    rows.push(...news)
    if (news.length < portion) return rows
  }
}

const isClosing = ({ type }: JournalRow): boolean => type === 'MeetingClosed'

/** The first opening of the day: a box that was counted anew begins no other meeting. */
const firstOpening = async (
  journal: Pick<Journal, 'read'>,
  fundId: string,
  { opening, on }: { readonly opening: JournalRow; readonly on: LocalDate },
): Promise<JournalRow> => {
  const before = await journal.read(fundId, Math.max(opening.seq - portion, 0), portion)
  const isOpening = ({ type, effectiveOn, seq }: JournalRow): boolean =>
    type === 'MeetingOpened' && effectiveOn === on && seq < opening.seq
  return before.find(isOpening) ?? opening
}

/** What a meeting's code is made of: from its opening count on, what was entered for its day before it closed. */
export const rowsOfMeeting = async (
  journal: Pick<Journal, 'read' | 'find'>,
  fundId: string,
  { openedBy, on }: { readonly openedBy: string; readonly on: LocalDate },
): Promise<{ readonly head: string; readonly rows: readonly JournalRow[] } | undefined> => {
  const [standing] = await journal.find(fundId, [openedBy])
  if (!standing) return undefined
  const opening = await firstOpening(journal, fundId, { opening: standing, on })
  const since = [opening, ...(await rowsAfter(journal, fundId, opening.seq))]
  return { head: opening.prevHash, rows: since.filter(({ effectiveOn }) => effectiveOn === on) }
}

/** The code of a meeting as the journal gives it now; undefined for one that was not opened. */
export const codeNow = async (
  { journal, hash }: { readonly journal: Pick<Journal, 'read' | 'find'>; readonly hash: Hasher },
  {
    book,
    fundId,
    on,
  }: { readonly book: FundBook; readonly fundId: string; readonly on: LocalDate },
): Promise<MeetingCode | undefined> => {
  const { opening, closing } = meetingOn(book, on) ?? {}
  if (!opening) return undefined
  const found = await rowsOfMeeting(journal, fundId, { openedBy: opening.entryId, on })
  if (!found) return undefined
  const { head, rows } = found
  // What was entered after the close is no part of what was read aloud.
  const end = closing ? rows.findIndex(({ id }) => id === closing.entryId) : -1
  const meant = (end < 0 ? rows : rows.slice(0, end)).filter((row) => !isClosing(row))
  const commandHashes = meant.map(({ commandHash }) => commandHash)
  return { digits: meetingDigits(hash, { head, commandHashes }), head }
}
