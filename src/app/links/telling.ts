import type { JournalRow } from '#domain/ledger/entry.ts'
import type { NetworkBody } from '#domain/network.ts'
import type { Hasher, FundViews, Journal } from '#domain/ports.ts'
import { meetingSaidOf } from '#src/app/meeting-text/beside-book.ts'
import { meetingText } from '#src/app/meeting-text/text.ts'
import { bookOf } from '#src/app/queries.ts'

/**
 * What a webhook hears of, by the entry of the network's journal. Nothing of the pot and of support: that somebody was helped
 * is nobody's business outside.
 */
const events: Readonly<Partial<Record<NetworkBody['type'], string>>> = {
  FundJoined: 'fund.joined',
  FundWitnessed: 'meeting.closed',
  StaffAppointed: 'staff.appointed',
  StaffDismissed: 'staff.dismissed',
  StaffAssigned: 'auditor.assigned',
  AssignmentEnded: 'auditor.ended',
  LinkSet: 'link.set',
  SignInLinked: 'sign-in.linked',
  LinkEnded: 'link.ended',
}

/** Of an entry only these leave: ids, codes, days, and where a book stood. */
const told = ['fundId', 'userId', 'role', 'linkId', 'kind', 'until', 'seq', 'hash', 'entryId']

/** What a webhook is told of an entry, as JSON; undefined where nothing is. */
export const hookBody = (row: JournalRow): string | undefined => {
  const type = events[row.type as NetworkBody['type']]
  if (type === undefined) return undefined
  const facts = JSON.parse(row.data) as Readonly<Record<string, unknown>>
  const about = Object.fromEntries(told.flatMap((key) => (key in facts ? [[key, facts[key]]] : [])))
  const { fundId: networkId, effectiveOn: on, id } = row
  return JSON.stringify({
    type,
    timestamp: row.recordedAt,
    data: { networkId, entry: { id, seq: row.seq }, on, ...about },
  })
}

type Needs = { readonly store: Journal & FundViews; readonly hash: Hasher }

/** The text of a meeting of which the network has kept the closing; undefined for every other entry, and where it was taken back. */
export const closingText = async (
  { store }: Needs,
  row: JournalRow,
): Promise<string | undefined> => {
  if (row.type !== 'FundWitnessed') return undefined
  const { fundId, entryId } = JSON.parse(row.data) as {
    readonly fundId: string
    readonly entryId: string
  }
  const [closing] = await store.find(fundId, [entryId])
  const book = closing && (await bookOf(store, fundId))
  if (!closing || !book) return undefined
  const said = await meetingSaidOf({ journal: store, book, fundId }, closing.effectiveOn)
  return said && meetingText(said)
}
