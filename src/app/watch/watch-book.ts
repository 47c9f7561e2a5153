import type { Party } from '#domain/network/register/parties.ts'
import type { CheckedReport } from '#domain/network/watch/report.ts'
import {
  type Watch,
  type WatchDecision,
  type WatchLetter,
  usualRules,
} from '#domain/network/watch/watch.ts'
import type { NetworkSubjectRow, NetworkViews } from '#domain/ports.ts'
import { lastKept } from '#src/app/turns.ts'

/** What a network has checked, decided and sent, with whom its register knows. */
export type WatchBook = Watch & {
  readonly networkId: string
  readonly parties: ReadonlyMap<string, Party>
}

type Views = Pick<NetworkViews, 'registerSubjects' | 'networkHead'>

const networksKept = 50
const keptBy = new WeakMap<
  object,
  ReturnType<typeof lastKept<{ readonly hash: string; readonly book: WatchBook }>>
>()

/** The watch of a network, read when its journal has gone on and not for each question. */
export const watchBookOf = async (store: Views, networkId: string): Promise<WatchBook> => {
  const kept = keptBy.get(store) ?? lastKept(networksKept)
  keptBy.set(store, kept)
  const head = await store.networkHead(networkId)
  const known = kept.get(networkId)
  if (head && known?.hash === head.hash) return known.book
  const book = await bookIn(store, networkId)
  const after = await store.networkHead(networkId)
  if (head && after?.hash === head.hash) kept.keep(networkId, { hash: head.hash, book })
  return book
}

/** The watch of a network as its views tell it; nothing yet is nothing. */
const bookIn = async (store: Views, networkId: string): Promise<WatchBook> => {
  const rows = await store.registerSubjects(networkId)
  const of = <T>(kind: NetworkSubjectRow['kind']): ReadonlyMap<string, T> =>
    new Map(
      rows.flatMap((row) => (row.kind === kind ? [[row.key, JSON.parse(row.data) as T]] : [])),
    )
  const [switched] = of<Pick<Watch, 'rules' | 'ruled' | 'isPublic'>>('watch').values()
  return {
    networkId,
    parties: of<Party>('party'),
    reports: of<CheckedReport>('watch-report'),
    decisions: of<WatchDecision>('watch-decision'),
    letters: of<WatchLetter>('watch-letter'),
    ...(switched ?? { rules: usualRules, ruled: [], isPublic: false }),
  }
}
