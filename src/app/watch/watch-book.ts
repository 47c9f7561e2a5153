import type { Party } from '#domain/network/register/parties.ts'
import type { CheckedReport } from '#domain/network/watch/report.ts'
import {
  type Watch,
  type WatchDecision,
  type WatchLetter,
  usualRules,
} from '#domain/network/watch/watch.ts'
import type { NetworkSubjectRow, NetworkViews } from '#domain/ports.ts'

/** What a network has checked, decided and sent, with whom its register knows. */
export type WatchBook = Watch & {
  readonly networkId: string
  readonly parties: ReadonlyMap<string, Party>
}

/** The watch of a network as its views tell it; nothing yet is nothing. */
export const watchBookOf = async (
  store: Pick<NetworkViews, 'registerSubjects'>,
  networkId: string,
): Promise<WatchBook> => {
  const rows = await store.registerSubjects(networkId)
  const of = <T>(kind: NetworkSubjectRow['kind']): ReadonlyMap<string, T> =>
    new Map(
      rows.flatMap((row) => (row.kind === kind ? [[row.key, JSON.parse(row.data) as T]] : [])),
    )
  const [switched] = of<Pick<Watch, 'rules' | 'isPublic'>>('watch').values()
  return {
    networkId,
    parties: of<Party>('party'),
    reports: of<CheckedReport>('watch-report'),
    decisions: of<WatchDecision>('watch-decision'),
    letters: of<WatchLetter>('watch-letter'),
    ...(switched ?? { rules: usualRules, isPublic: false }),
  }
}
