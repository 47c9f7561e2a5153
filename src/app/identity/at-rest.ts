import type { Marked } from '#domain/access/marks.ts'
import type { AtRest } from '#domain/access/row-seal.ts'
import type { Journal, NetworkJournal } from '#domain/ports.ts'

type Store = Pick<Journal, 'fundIds'> &
  Pick<Marked, 'atRest' | 'sealAnew' | 'layAnew'> & {
    readonly networks: Pick<NetworkJournal, 'fundIds'>
  }

const scopesOf = async (store: Store, most?: number): Promise<readonly string[]> => [
  ...(await store.networks.fundIds(most)),
  ...(await store.fundIds(most)),
]

/** How many rows with names, kin, notes or logins lie in clear or under another key, in all funds and networks. */
export const allAtRest = async (store: Store): Promise<AtRest> => {
  const all = { open: 0, now: 0, older: 0, shut: 0 }
  for (const scope of await scopesOf(store)) {
    const found = await store.atRest(scope)
    for (const kind of ['open', 'now', 'older', 'shut'] as const) all[kind] += found[kind]
  }
  return all
}

/** Seals by the key of now what is not, in all funds and networks; how many rows that were. */
export const sealAllAnew = async (
  store: Store,
  how: { readonly thorough?: boolean } = {},
): Promise<number> => {
  let sealed = 0
  for (const scope of await scopesOf(store)) sealed += await store.sealAnew(scope, how)
  if (sealed > 0) await store.layAnew?.()
  return sealed
}

/** Whether all that is sealed in a database is so by a key that is not known here: looked at in its first network and fund. */
export const isOfAnotherKey = async (store: Store): Promise<boolean> => {
  for (const scope of await scopesOf(store, 1)) {
    const { now, older, shut } = await store.atRest(scope)
    if (shut > 0 && now + older === 0) return true
  }
  return false
}
