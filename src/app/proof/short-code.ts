import type { LocalDate } from '#domain/kernel/dates.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import type { FundBook } from '#domain/health/book.ts'
import { canonicalEntry } from '#domain/ledger/entry.ts'
import type { Hasher, Journal } from '#domain/ports.ts'
import { codeNow } from '#src/app/meeting/meeting-code.ts'

/** What somebody typed: a line with the beginning of its hash, or the eight digits of a meeting. */
type ShortCode =
  | { readonly kind: 'line'; readonly seq: number; readonly code: string }
  | { readonly kind: 'meeting'; readonly digits: string }

/** Reads a short code as it stands on paper, in either digits, with or without blanks; undefined for what is none. */
export const shortCodeIn = (typed: string): ShortCode | undefined => {
  const text = latinDigits(typed.normalize('NFKC')).toLowerCase().trim()
  const line = /^([1-9]\d{0,8})[\s:.,·-]+([\da-f]{4})[\s-]*([\da-f]{4})$/.exec(text)
  if (line) return { kind: 'line', seq: Number(line[1]), code: `${line[2]}${line[3]}` }
  const meeting = /^(\d{4})[\s-]*(\d{4})$/.exec(text)
  return meeting ? { kind: 'meeting', digits: `${meeting[1]}${meeting[2]}` } : undefined
}

/** What a short code is worth today. */
export type CodeVerdict =
  | { readonly verdict: 'line-stands'; readonly seq: number; readonly on: LocalDate }
  | { readonly verdict: 'line-differs' | 'line-missing'; readonly seq: number }
  | { readonly verdict: 'meeting-stands' | 'meeting-differs'; readonly on: LocalDate }
  | { readonly verdict: 'meeting-unknown' }

type Asked = {
  readonly journal: Pick<Journal, 'read' | 'find'>
  readonly hash: Hasher
  readonly book: FundBook
  readonly fundId: string
}

const lineVerdict = async (
  { journal, hash, fundId }: Asked,
  { seq, code }: Extract<ShortCode, { readonly kind: 'line' }>,
): Promise<CodeVerdict> => {
  const [row] = await journal.read(fundId, seq - 1, 1)
  if (row?.seq !== seq) return { verdict: 'line-missing', seq }
  const isSame = row.hash.startsWith(code) && hash(canonicalEntry(row)) === row.hash
  return isSame
    ? { verdict: 'line-stands', seq, on: row.effectiveOn }
    : { verdict: 'line-differs', seq }
}

const meetingVerdict = async (
  { journal, hash, book, fundId }: Asked,
  { digits }: Extract<ShortCode, { readonly kind: 'meeting' }>,
): Promise<CodeVerdict> => {
  const meeting = book.meetings.find(({ closing }) => closing?.code?.digits === digits)
  if (!meeting) return { verdict: 'meeting-unknown' }
  const on = meeting.heldOn
  const now = await codeNow({ journal, hash }, { book, fundId, on })
  return { verdict: now?.digits === digits ? 'meeting-stands' : 'meeting-differs', on }
}

/** Holds a short code against the book of one fund. Eight signs show whoever did not think of it, and prove nothing (docs/proof.md). */
export const judgeShortCode = (asked: Asked, code: ShortCode): Promise<CodeVerdict> =>
  code.kind === 'line' ? lineVerdict(asked, code) : meetingVerdict(asked, code)
