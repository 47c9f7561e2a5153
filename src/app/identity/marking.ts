import type { MarkFault, Marked, MarkingHow } from '#domain/access/marks.ts'
import type { ActivityLog, Clock, Ids, Journal, NetworkJournal } from '#domain/ports.ts'
import { note } from '#src/app/activity.ts'
import { sealAllAnew } from '#src/app/identity/at-rest.ts'

type Store = Pick<Journal, 'fundIds'> &
  Marked &
  ActivityLog & { readonly networks: Pick<NetworkJournal, 'fundIds'> }

type Needs = { readonly store: Store; readonly clock: Clock; readonly ids: Ids }

/** Every fund and every network. */
export const scopesOf = async (
  store: Pick<Store, 'fundIds' | 'networks'>,
): Promise<readonly string[]> => [...(await store.fundIds()), ...(await store.networks.fundIds())]

/** All that bears no mark of this service, or is missing, in all funds and networks. */
export const allMarkFaults = async (
  store: Pick<Store, 'fundIds' | 'networks' | 'markFaults'>,
): Promise<readonly MarkFault[]> => {
  const found: MarkFault[] = []
  for (const scope of await scopesOf(store)) found.push(...(await store.markFaults(scope)))
  return found
}

export type MarkedAnew = {
  readonly renewed: number
  readonly takenIn: number
  /** Rows that lay in clear, or under a key before that of now, and are sealed by it. */
  readonly sealed: number
  /** What still bears no mark that holds. */
  readonly left: number
}

const by = { actor: 'command-line', device: 'command-line' } as const

/**
 * Marks rows of all funds and networks anew, and seals what lies in clear in those that are ours. Where rows were taken in that bore no mark, the log of each fund and network
 * says so and how many, so that nobody does it twice unseen.
 */
export const markAllAnew = async (
  { store, ...needs }: Needs,
  how: MarkingHow,
  who: { readonly actor: string; readonly device: string } = by,
): Promise<MarkedAnew> => {
  let [renewed, takenIn] = [0, 0]
  for (const scope of await scopesOf(store)) {
    const told = await store.markAnew(scope, { at: needs.clock(), how })
    renewed += told.renewed
    takenIn += told.takenIn
    if (told.takenIn > 0)
      await note(
        { store, ...needs },
        {
          ...who,
          scope,
          action: 'take-in-rows',
          subject: `rows:${told.takenIn}`,
          outcome: 'done',
        },
      )
  }
  const sealed = await sealAllAnew(store, { thorough: true })
  return { renewed, takenIn, sealed, left: (await allMarkFaults(store)).length }
}
