import type { ActivityLog, ActivityRow, Journal } from '#domain/ports.ts'
import type { MessageKind } from '#domain/fund/messages.ts'
import { dayAfter } from '#domain/kernel/dates.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import type { Entry } from '#domain/village.ts'
import { receiptsOf } from '#src/app/messages/receipts.ts'
import type { SecurityCause, MessageFacts } from '#src/app/messages/facts.ts'
import { nextMeetingOf } from '#src/app/lending/next-payment.ts'
import { opened } from '#src/app/rows.ts'

/** Something to tell: to one member, or to everybody who wants to hear of its kind. */
export type News = {
  readonly kind: MessageKind
  /** Another one for each thing that happened, the same whenever it is worked out. */
  readonly key: string
  readonly memberId: string | undefined
  readonly told: MessageFacts
}

const portion = 500

/** What was entered after a line of the journal, with what each took back. */
export const entriesAfter = async (
  journal: Pick<Journal, 'read' | 'find'>,
  fundId: string,
  afterSeq: number,
): Promise<readonly { readonly entry: Entry; readonly takesBack?: Entry }[]> => {
  const found: { entry: Entry; takesBack?: Entry }[] = []
  for (let last = afterSeq; ;) {
    const rows = await journal.read(fundId, last, portion)
    const back = rows.flatMap(({ reverses }) => (reverses === undefined ? [] : [reverses]))
    const reversed = new Map(
      (back.length === 0 ? [] : await journal.find(fundId, back)).map((row) => [row.id, row]),
    )
    for (const row of rows) {
      const other = row.reverses === undefined ? undefined : reversed.get(row.reverses)
      found.push({ entry: opened(row), ...(other ? { takesBack: opened(other) } : {}) })
    }
    last = rows.at(-1)?.seq ?? last
    if (rows.length < portion) return found
  }
}

type Entries = Awaited<ReturnType<typeof entriesAfter>>

const receiptNews = (book: FundBook, entries: Entries): readonly News[] => {
  const owners = new Map(book.loans.map(({ loanId, memberId }) => [loanId, memberId]))
  const last = entries.at(-1)?.entry
  if (!last) return []
  const { currency } = charterOf(book, last.effectiveOn)
  const receipts = receiptsOf(entries, { ownerOf: (loanId) => owners.get(loanId), currency })
  return [...receipts].map(([memberId, told]) => ({
    kind: 'receipt',
    key: `${last.seq}`,
    memberId,
    told,
  }))
}

/** What was read aloud when a meeting closed: who came, what was counted, when the next one is. */
const summaryOf = (book: FundBook, { id: key, effectiveOn: on }: Entry, cash: number): News => {
  const { currency } = charterOf(book, on)
  const present = book.meetings.find(({ heldOn }) => heldOn === on)?.present.length ?? 0
  const next = nextMeetingOf(book, dayAfter(on))
  const told = { what: 'summary', on, present, cash, currency, next } as const
  return { kind: 'summary', key, memberId: undefined, told }
}

const causesForAll: Readonly<Record<string, SecurityCause>> = {
  AuditorsDismissed: 'auditors-ended',
  CharterAmended: 'charter-changed',
  FutureDecided: 'future-decided',
}

/** What everybody hears of: the last of each, so that a year that is brought in at once is one text and not twelve. */
const forAll = (book: FundBook, entries: Entries): readonly News[] => {
  const last = new Map<string, News>()
  const inOrder = entries.toSorted((a, b) => (a.entry.effectiveOn < b.entry.effectiveOn ? -1 : 1))
  for (const { entry } of inOrder) {
    const { body, id: key, effectiveOn: on } = entry
    const cause = causesForAll[body.type]
    if (body.type === 'MeetingClosed')
      last.set(body.type, summaryOf(book, entry, body.count.amount))
    if (cause !== undefined) {
      const told = { what: 'security', cause, on } as const
      last.set(body.type, { kind: 'security', key, memberId: undefined, told })
    }
  }
  return [...last.values()]
}

/** A talk in one sentence, as the network's library has it today. */
export type TalkSentence = { readonly km: string; readonly en: string }

/** Talks that a meeting sends to those who asked for talks; the last one, where several were written down at once. */
export const talkNews = (
  entries: Entries,
  talks: ReadonlyMap<string, TalkSentence>,
): readonly News[] => {
  const last = entries.findLast(
    ({ entry: { body } }) => body.type === 'TalkGiven' && body.way === 'by-text',
  )?.entry
  const said = last?.body.type === 'TalkGiven' ? talks.get(last.body.talkId) : undefined
  if (!last || !said) return []
  const told = { what: 'talk', ...said } as const
  return [{ kind: 'talk', key: last.id, memberId: undefined, told }]
}

/** The last round that was begun asks whoever was drawn; of older ones nobody hears any more. */
const roundNews = (book: FundBook, entries: Entries): readonly News[] => {
  const round = book.fund.confirmations?.at(-1)
  if (!round || !entries.some(({ entry }) => entry.id === round.id)) return []
  const { id: key, asked } = round
  return asked.map((memberId) => ({
    kind: 'security',
    key,
    memberId,
    told: { what: 'asked' },
  }))
}

/** What stands in the journal for somebody to hear of. */
export const journalNews = (book: FundBook, entries: Entries): readonly News[] => [
  ...receiptNews(book, entries),
  ...forAll(book, entries),
  ...roundNews(book, entries),
]

/** What is done about somebody's record that this person hears of; everyday looks stand on the own page. */
const causes: Readonly<Record<string, SecurityCause>> = {
  'manage-cards': 'card',
  'manage-logins': 'login',
  'manage-users': 'login',
  reset: 'login',
  'read-family': 'looked',
  'keep-family': 'looked',
  'read-relief-reason': 'looked',
}

const linesAPage = 100

/** Lines of a fund's log after one, and not before an instant; the oldest first. */
export const activitiesAfter = async (
  log: Pick<ActivityLog, 'activities'>,
  fundId: string,
  { afterActivity, since }: { readonly afterActivity: string; readonly since: string },
): Promise<readonly ActivityRow[]> => {
  const found: ActivityRow[] = []
  for (let before: string | undefined; ;) {
    const page = await log.activities(fundId, {
      limit: linesAPage,
      ...(before === undefined ? {} : { before }),
    })
    const fresh = page.filter(({ activityId, at }) => activityId > afterActivity && at > since)
    found.push(...fresh)
    if (fresh.length < linesAPage) return found.toReversed()
    before = page.at(-1)!.activityId
  }
}

/** A look is heard of where a look is what matters; a form about her card that was opened and left is nothing. */
const hasHappened = (outcome: ActivityRow['outcome'], cause: SecurityCause): boolean =>
  outcome === 'done' || (outcome === 'read' && cause === 'looked')

/**
 * One text a cause and hour, and of looks one a day: a card that is stopped and made anew is one matter to its owner, and one
 * more that is made in the afternoon is another.
 */
export const logNews = (
  rows: readonly ActivityRow[],
  dayOf: (instant: string) => string,
): readonly News[] =>
  rows.flatMap(({ action, subject, outcome, at }) => {
    const cause = causes[action]
    const memberId = /^member:(.+)$/.exec(subject)?.[1]
    if (cause === undefined || memberId === undefined || !hasHappened(outcome, cause)) return []
    const on = dayOf(at)
    const told = { what: 'security', cause, on } as const
    const when = cause === 'looked' ? on : at.slice(0, 'YYYY-MM-DDThh'.length)
    return [{ kind: 'security', key: `${cause} ${when}`, memberId, told }]
  })
