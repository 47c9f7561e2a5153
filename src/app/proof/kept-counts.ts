import type { MarkFault, Marked, TableCount } from '#domain/access/marks.ts'
import type { Journal, NetworkJournal } from '#domain/ports.ts'

// Where each journal ended and how far each table had come, kept beside the secrets: who has the database alone cannot put an
// older one in its place unseen.

type Store = Pick<Journal, 'read'> &
  Pick<Marked, 'tableCounts'> & { readonly networks: Pick<NetworkJournal, 'read'> }

const journalOf = (store: Store, kind: string): Pick<Journal, 'read'> | undefined =>
  kind === 'entry' ? store : kind === 'network_entry' ? store.networks : undefined

/** Why what was kept no longer holds: it goes on before where it had come, or it says something else there. */
const faultOf = async (
  store: Store,
  kept: TableCount,
  now: TableCount | undefined,
): Promise<MarkFault['fault'] | undefined> => {
  if (!now || now.changes < kept.changes) return 'not-complete'
  const journal = journalOf(store, kept.kind)
  if (!journal)
    return now.changes === kept.changes && now.digest !== kept.digest ? 'not-ours' : undefined
  if (kept.changes === 0) return undefined
  const [row] = await journal.read(kept.scope, kept.changes - 1, 1)
  if (!row) return 'not-complete'
  return row.hash === kept.digest ? undefined : 'not-ours'
}

/** What was kept of some funds and networks, held against what stands there now, and what is to be kept from now on. */
export const heldAgainst = async (
  store: Store,
  kept: readonly TableCount[],
  scopes: readonly string[],
): Promise<{ readonly faults: readonly MarkFault[]; readonly counts: readonly TableCount[] }> => {
  const faults: MarkFault[] = []
  const counts: TableCount[] = []
  const byScope = Map.groupBy(kept, ({ scope }) => scope)
  for (const scope of new Set([...byScope.keys(), ...scopes])) {
    const older = byScope.get(scope) ?? []
    if (!scopes.includes(scope)) {
      counts.push(...older)
      continue
    }
    const now = new Map((await store.tableCounts(scope)).map((one) => [one.kind, one]))
    for (const one of older) {
      const fault = await faultOf(store, one, now.get(one.kind))
      if (fault === undefined) continue
      faults.push({ scope, kind: one.kind, key: `${one.changes}`, fault })
      // It is kept until somebody has looked into it: what stands there now must not become what is right.
      now.set(one.kind, one)
    }
    counts.push(...now.values())
  }
  return { faults, counts }
}
