import type { WatchLetter } from '#domain/network/watch/watch.ts'
import type { Journal, NetworkViews } from '#domain/ports.ts'

type Store = Pick<NetworkViews, 'registerSubjects'> & {
  readonly networks: Pick<Journal, 'fundIds'>
}

/** Letters to and about agencies that are not as this version reads them, or that nobody stands behind yet. */
export type LettersLeft = {
  /** Kept as an earlier version kept them: no clock of theirs runs, and nobody can confirm them. */
  readonly older: number
  /** Written down by one hand: their ten days do not run. */
  readonly waiting: number
}

/** Of all networks of the service. */
export const lettersLeft = async (store: Store): Promise<LettersLeft> => {
  let [older, waiting] = [0, 0]
  for (const networkId of await store.networks.fundIds())
    for (const { kind, data } of await store.registerSubjects(networkId)) {
      if (kind !== 'watch-letter') continue
      const { proposedBy, confirmed } = JSON.parse(data) as Partial<WatchLetter>
      if (proposedBy === undefined) older += 1
      else if (!confirmed) waiting += 1
    }
  return { older, waiting }
}

/** What the doctor says of them, and what to do. */
export const lettersSaid = ({ older, waiting }: LettersLeft): string => {
  const said = [
    ...(older > 0
      ? [
          `${older} letter(s) about agencies are kept as an earlier version kept them, and no deadline of theirs runs: run "rebuild" once, then another one of the team than whoever wrote each down confirms it at "Rulings and deadlines"`,
        ]
      : []),
    ...(waiting > 0
      ? [
          `${waiting} letter(s) about agencies wait for another one of the team to confirm at "Rulings and deadlines" that they went: until then no deadline runs`,
        ]
      : []),
  ]
  return said.length > 0 ? said.join('; ') : 'none is left behind'
}
