import type { Particulars } from '#domain/fund/people/particulars.ts'
import { canonicalEntry, type JournalRow } from '#domain/ledger/entry.ts'
import type { ActivityLog, Cards, Digester, Hasher, Journal, Notes } from '#domain/ports.ts'
import { headOf } from '#src/app/heads.ts'
import {
  type ArchiveHeader,
  activityLine,
  cardLine,
  endLine,
  entryLine,
  headerLine,
  noteLine,
} from '#src/exchange/archive/format.ts'
import {
  type PeopleKept,
  kinLine,
  noPeople,
  peopleIn,
  personLine,
  personOf,
} from '#src/exchange/archive/people.ts'
import { isOfAwayCount, tellsStones } from '#src/app/meeting/away-counts.ts'
import { isOfStones } from '#src/app/meeting/stones.ts'
import { isOfHousehold } from '#src/app/relief-reasons.ts'
import { type ByteSource, gzipped } from '#src/exchange/archive/lines.ts'

export type ExportedStore = Journal & Notes & Cards & Particulars & ActivityLog

/** What one member saves for, has asked of the committee, or hides on a shared phone. */
const isOfMember = (subject: string): boolean => /^(goal|asked|sums|means):/.test(subject)

/** Small counts of one village: the committee reads them, and whoever is given a book without its people does not. */
const isOfFew = (subject: string): boolean => isOfAwayCount(subject) || isOfStones(subject)

export type ExportNeeds = {
  readonly store: ExportedStore
  readonly hash: Hasher
  readonly digest: Digester
}

/** Why a fund cannot be carried away now. */
export class ExportStopped extends Error {
  override readonly name = 'ExportStopped'
}

const pageLength = 500

/** The journal through a seq, page by page. A journal that does not hold is not carried anywhere. */
async function* entriesOf(
  { store, hash }: ExportNeeds,
  fundId: string,
  through: number,
): AsyncGenerator<JournalRow> {
  let last: JournalRow | undefined
  while ((last?.seq ?? 0) < through) {
    const after: number = last?.seq ?? 0
    const page = await store.read(fundId, after, Math.min(pageLength, through - after))
    if (page.length === 0) throw new ExportStopped(`entry ${after + 1} of the journal is missing`)
    for (const row of page) {
      const isNext = row.seq === (last?.seq ?? 0) + 1 && row.prevHash === (last?.hash ?? '')
      if (!isNext || hash(canonicalEntry(row)) !== row.hash)
        throw new ExportStopped(`entry ${row.seq} of the journal does not hold: run audit`)
      yield row
      last = row
    }
  }
}

/** Where each page of a fund's log begins, the oldest first, and how many lines there are. */
type LogPages = { readonly befores: readonly string[]; readonly count: number }

/** An id that comes right after another one, and that no line has. */
const after = (activityId: string): string => `${activityId}0`

/**
 * The log is read from its newest line backwards, but carried from its oldest on, so that what was done
 * first comes first. Only where the pages begin is kept, and so what is written meanwhile stays out.
 */
const logPages = async (store: ActivityLog, fundId: string): Promise<LogPages> => {
  const befores: string[] = []
  let count = 0
  const [newest] = await store.activities(fundId, { limit: 1 })
  let before = newest && after(newest.activityId)
  while (before !== undefined) {
    const page = await store.activities(fundId, { before, limit: pageLength })
    if (page.length > 0) befores.unshift(before)
    count += page.length
    before = page.length < pageLength ? undefined : page.at(-1)!.activityId
  }
  return { befores, count }
}

async function* activitiesOf(store: ActivityLog, fundId: string, { befores, count }: LogPages) {
  let given = 0
  for (const before of befores) {
    const page = await store.activities(fundId, { before, limit: pageLength })
    given += page.length
    for (const row of page.toReversed()) yield row
  }
  if (given !== count) throw new ExportStopped('the log changed while it was read: try again')
}

async function* bodyOf(
  needs: ExportNeeds,
  header: Omit<ArchiveHeader, 'kind' | 'format' | 'v'>,
  kept: {
    readonly notes: ReadonlyMap<string, string>
    readonly cards: Awaited<ReturnType<Cards['cards']>>
    readonly people: PeopleKept
    readonly log: LogPages
  },
): AsyncGenerator<string> {
  const { store, hash } = needs
  const { fundId, head } = header
  const { people } = kept
  yield headerLine(header, hash)
  for await (const row of entriesOf(needs, fundId, head.seq)) yield entryLine(row)
  const subjects = [...kept.notes.keys()].toSorted((a, b) => (a < b ? -1 : 1))
  for (const subject of subjects) yield noteLine({ subject, text: kept.notes.get(subject)! }, hash)
  for (const card of kept.cards) yield cardLine(card, hash)
  for (const memberId of people.memberIds)
    yield personLine(await personOf(store, fundId, { ...people, memberId }), hash)
  for (const kin of people.kin) yield kinLine(kin, hash)
  for await (const row of activitiesOf(store, fundId, kept.log)) yield activityLine(row, hash)
}

/** Lines, and after them the line that vouches for all of them. */
async function* closed(lines: AsyncIterable<string>, digest: Digester): AsyncGenerator<string> {
  const before = digest()
  const encoder = new TextEncoder()
  let count = 0
  for await (const line of lines) {
    before.take(encoder.encode(`${line}\n`))
    count += 1
    yield line
  }
  yield endLine({ lines: count, sha256: before.hex() })
}

type Leaving = { readonly withoutPeople?: boolean; readonly journalAlone?: boolean }

const noLog: LogPages = { befores: [], count: 0 }

/**
 * A whole fund as one gzip file of lines (docs/archive.md), from any store, while others work with it:
 * what is recorded after the beginning is not in it. `withoutPeople` leaves out who the members are, `journalAlone`
 * all that stands beside the journal: words, cards and the log too. Undefined when there is no such fund. The stream
 * throws `ExportStopped` where the journal does not hold.
 */
export const exportArchive = async (
  needs: ExportNeeds,
  fundId: string,
  { journalAlone = false, withoutPeople = journalAlone }: Leaving = {},
): Promise<
  | { readonly header: Pick<ArchiveHeader, 'head' | 'counts'>; readonly bytes: ByteSource }
  | undefined
> => {
  const { store, digest } = needs
  const head = await headOf(store, fundId)
  if (!head) return undefined
  const beside = journalAlone ? new Map<string, string>() : await store.of(fundId)
  const all = new Map([...beside].filter(([of, text]) => !tellsStones(of, text)))
  const notes = withoutPeople
    ? new Map([...all].filter(([of]) => !isOfHousehold(of) && !isOfMember(of) && !isOfFew(of)))
    : all
  const cards = journalAlone ? [] : await store.cards(fundId)
  const people = withoutPeople ? noPeople : await peopleIn(store, fundId)
  const log = journalAlone ? noLog : await logPages(store, fundId)
  const counts = {
    entries: head.seq,
    notes: notes.size,
    cards: cards.length,
    persons: people.memberIds.length,
    kin: people.kin.length,
    activities: log.count,
  }
  const header = { fundId, counts, head, ...(withoutPeople ? { without: 'people' as const } : {}) }
  const lines = closed(bodyOf(needs, header, { notes, cards, people, log }), digest)
  return { header: { head, counts }, bytes: gzipped(lines) }
}
