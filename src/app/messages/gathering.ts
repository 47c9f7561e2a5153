import { instantAfter } from '#domain/kernel/dates.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { MessageLink, MessageState, WaitingMessage } from '#domain/fund/messages.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { FundViews, Journal } from '#domain/ports.ts'
import { type LinkNeeds, unlink } from '#src/app/messages/linking.ts'
import {
  type News,
  type TalkSentence,
  activitiesAfter,
  entriesAfter,
  journalNews,
  logNews,
  talkNews,
} from '#src/app/messages/news.ts'
import { remindersOf } from '#src/app/messages/reminding.ts'
import {
  type Found,
  changedRow,
  foundRow,
  foundRows,
  linksOf,
  markOf,
  sealedRow,
} from '#src/app/messages/rows.ts'
import type { Say, MessageFacts } from '#src/app/messages/facts.ts'
import { bookOf } from '#src/app/queries.ts'

export type GatherNeeds = LinkNeeds & {
  readonly store: LinkNeeds['store'] & Journal & FundViews
  readonly say: Say
  readonly today: () => LocalDate
  readonly dayOf: (instant: string) => LocalDate
  /** A talk of a network's library in one sentence; undefined where nobody stands behind it today. */
  readonly talkOf?: (networkId: string, talkId: string) => Promise<TalkSentence | undefined>
}

type Place = { readonly networkId: string; readonly fundId: string }

/** A number from which nothing came for so long may be somebody else's by now. */
export const silentDays = 365
const dayMs = 86_400_000

export const isSilent = ({ heardAt }: Pick<MessageLink, 'heardAt'>, now: string): boolean =>
  instantAfter(heardAt, silentDays * dayMs) <= now

/** Phones that are still their members', after those that are not were taken off. */
const liveLinks = async (
  needs: GatherNeeds,
  links: readonly Found<MessageLink>[],
  book: FundBook,
): Promise<readonly Found<MessageLink>[]> => {
  const now = needs.clock()
  const day = needs.today()
  const live: Found<MessageLink>[] = []
  for (const link of links) {
    const member = book.members.find(({ memberId }) => memberId === link.value.memberId)
    if (member && isMemberOn(member, day) && !isSilent(link.value, now)) live.push(link)
    else await unlink(needs, link, 'program')
  }
  return live
}

const emptyState = (links: readonly Found<MessageLink>[]): MessageState => ({
  afterSeq: Math.min(...links.map(({ value }) => value.afterSeq)),
  afterActivity: '',
  sent: 0,
  givenUp: 0,
})

type Making = {
  readonly place: Place
  readonly link: MessageLink
  readonly key: string
  readonly told: MessageFacts
  readonly until?: LocalDate
}

/** A text as it waits to be carried. The same news gives the same row, whoever works it out. */
const waitingRow = async (needs: GatherNeeds, { place, link, key, told, until }: Making) => {
  const { networkId, fundId } = place
  const { memberId, address } = link
  const now = needs.clock()
  const id = await markOf(needs, networkId, { kind: 'waiting', key: `${memberId} ${key}` })
  const text = needs.say(told, link)
  const plain = needs.say(told, { ...link, withAmounts: false })
  const value: WaitingMessage = {
    id: id.slice(0, 32),
    fundId,
    memberId,
    address,
    text,
    ...(plain === text ? {} : { plain }),
    madeAt: now,
    ...(until === undefined ? {} : { until }),
    tries: 0,
    nextAt: now,
  }
  return sealedRow(needs, networkId, {
    kind: 'waiting',
    key: `${memberId} ${key}`,
    fundId,
    value,
  })
}

const reminderKey = ({ loanId, on }: { readonly loanId: string; readonly on: LocalDate }): string =>
  `reminder ${loanId} ${on}`

/** Reminders that are due for one phone, and the phone's row that remembers them. */
const reminderRows = async (
  needs: GatherNeeds,
  place: Place,
  { link, book }: { readonly link: Found<MessageLink>; readonly book: FundBook },
) => {
  const due = link.value.kinds.includes('reminder')
    ? remindersOf(book, link.value, needs.today())
    : []
  if (due.length === 0) return { keep: [], seen: [] }
  const rows = []
  for (const one of due) {
    const { on, told } = one
    const key = reminderKey(one)
    rows.push(await waitingRow(needs, { place, link: link.value, key, told, until: on }))
  }
  const reminded = {
    ...link.value.reminded,
    ...Object.fromEntries(due.map((d) => [d.loanId, d.on])),
  }
  return {
    keep: [...rows, await changedRow(needs, link, { ...link.value, reminded })],
    seen: [link.seen],
  }
}

type Read = {
  readonly entries: Awaited<ReturnType<typeof entriesAfter>>
  readonly lines: Awaited<ReturnType<typeof activitiesAfter>>
  readonly talks: ReadonlyMap<string, TalkSentence>
}

/** What there is to tell one phone: what came after it was linked, of the kinds that were chosen. */
const newsFor = (
  { dayOf }: GatherNeeds,
  book: FundBook,
  { link, read }: { readonly link: MessageLink; readonly read: Read },
): readonly News[] => {
  const entries = read.entries.filter(({ entry }) => entry.seq > link.afterSeq)
  const lines = read.lines.filter(({ at }) => at > link.linkedAt)
  const all = [
    ...journalNews(book, entries),
    ...talkNews(entries, read.talks),
    ...logNews(lines, dayOf),
  ]
  return all.filter(
    ({ kind, memberId }) =>
      link.kinds.includes(kind) && (memberId === undefined || memberId === link.memberId),
  )
}

/** Reminders that wait and are in vain by now: paid meanwhile, put off by relief, or the day has come. */
const vainReminders = async (needs: GatherNeeds, { networkId, fundId }: Place, book: FundBook) => {
  const waiting = await foundRows<WaitingMessage>(needs, networkId, { kind: 'waiting', fundId })
  const reminders = waiting.filter(({ value }) => value.until !== undefined)
  const members = new Set(reminders.map(({ value }) => value.memberId))
  // By loan and not by day alone: of two loans of one day one may be paid.
  const keys = [...members].flatMap((memberId) =>
    remindersOf(book, { memberId, reminded: {} }, needs.today()).map(
      (due) => `${memberId} ${reminderKey(due)}`,
    ),
  )
  const marks = keys.map((key) => markOf(needs, networkId, { kind: 'waiting', key }))
  const wanted = new Set(await Promise.all(marks))
  return reminders.filter(({ row }) => !wanted.has(row.mark)).map(({ row }) => row)
}

/** The talks that entries send, as the network stands behind them today. */
const talksIn = async (
  { talkOf }: GatherNeeds,
  networkId: string,
  entries: Read['entries'],
): Promise<Read['talks']> => {
  const ids = entries.flatMap(({ entry: { body } }) =>
    body.type === 'TalkGiven' && body.way === 'by-text' ? [body.talkId] : [],
  )
  const found = new Map<string, TalkSentence>()
  for (const talkId of new Set(ids)) {
    const said = await talkOf?.(networkId, talkId)
    if (said) found.set(talkId, said)
  }
  return found
}

const readOn = async (
  needs: GatherNeeds,
  { networkId, fundId }: Place,
  { state, links }: { readonly state: MessageState; readonly links: readonly Found<MessageLink>[] },
): Promise<Read & { readonly state: MessageState }> => {
  const { store } = needs
  const since = links.map(({ value }) => value.linkedAt).toSorted()[0]!
  const { afterActivity } = state
  const entries = await entriesAfter(store, fundId, state.afterSeq)
  const lines = await activitiesAfter(store, fundId, { afterActivity, since })
  return {
    entries,
    lines,
    talks: await talksIn(needs, networkId, entries),
    state: {
      ...state,
      afterSeq: entries.at(-1)?.entry.seq ?? state.afterSeq,
      afterActivity: lines.at(-1)?.activityId ?? afterActivity,
    },
  }
}

/**
 * Reads on in a fund's journal and log, and keeps the texts that follow from it together with how far it was read.
 * Nothing that is recorded ever waits for it; broken off, it is worked out again and comes to the same rows.
 */
export const gatherMessages = async (needs: GatherNeeds, place: Place): Promise<void> => {
  const { networkId, fundId } = place
  const linked = await linksOf(needs, networkId, fundId)
  if (linked.length === 0) return
  const before = await foundRow<MessageState>(needs, networkId, { kind: 'state', key: fundId })
  const state = before?.value ?? emptyState(linked)
  const read = await readOn(needs, place, { state, links: linked })
  // Opened after what is told of: whose a loan is that was paid out meanwhile stands in it.
  const book = await bookOf(needs.store, fundId)
  const links = book ? await liveLinks(needs, linked, book) : []
  if (!book || links.length === 0) return
  const made = []
  for (const { value: link } of links) {
    for (const { kind, key, told } of newsFor(needs, book, { link, read }))
      made.push(await waitingRow(needs, { place, link, key: `${kind} ${key}`, told }))
  }
  const reminders = []
  for (const link of links) reminders.push(await reminderRows(needs, place, { link, book }))
  const kept = { kind: 'state', key: fundId, fundId, value: read.state } as const
  const row = await sealedRow(needs, networkId, kept)
  const seenState = before?.seen ?? { kind: 'state' as const, mark: row.mark, sealed: undefined }
  // Where somebody else has read on meanwhile, or a phone was taken off, nothing is kept: the next round works it out.
  await needs.store.changeMessageRows(networkId, {
    drop: await vainReminders(needs, place, book),
    keep: [...made, ...reminders.flatMap(({ keep }) => keep), row],
    seen: [seenState, ...reminders.flatMap(({ seen }) => seen)],
  })
}
