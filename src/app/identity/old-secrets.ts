import type { Sealing, SupportFiles } from '#domain/grants/files.ts'
import type { Secrets } from '#domain/access/secrets.ts'
import type { Cards, Journal, NetworkJournal, Notes, People } from '#domain/ports.ts'
import { sealedDigits } from '#src/app/identity/cards.ts'
import { sealMeansAnew } from '#src/app/lending/means.ts'
import { sealStonesAnew } from '#src/app/meeting/stones.ts'
import { sealSendersAnew } from '#src/app/remittances/senders.ts'

type Store = Pick<Journal, 'fundIds'> &
  Notes &
  SupportFiles & { readonly networks: Pick<NetworkJournal, 'fundIds'> }

/** Funds, and networks: what a pot's grants are for lies under the network's own id. */
const scopesOf = async (store: Store): Promise<readonly string[]> => [
  ...(await store.fundIds()),
  ...(await store.networks.fundIds()),
]

type Resealed = { readonly renewed: number; readonly current: number; readonly shut: number }

/**
 * Seals each support file, and what households earn and owe, by the secret of now, one by one, so that it may be stopped and begun again. `shut` are those
 * that no secret opens: they stay as they are. A file that the service wrote or erased meanwhile is left to it. With
 * `dryRun` it only counts.
 */
export const sealFilesAnew = async (
  { store, sealing }: { readonly store: Store; readonly sealing: Sealing },
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<Resealed> => {
  const told = { renewed: 0, current: 0, shut: 0 }
  for (const scope of await scopesOf(store))
    for (const file of await store.supportFiles(scope)) {
      const sealed = await sealing.renewed(scope, file.code, file.sealed)
      if (sealed === undefined) told.shut += 1
      else if (sealed === file.sealed) told.current += 1
      else {
        const { code, sealed: seen } = file
        const became = dryRun
          ? 'kept'
          : await store.resealSupportFile(scope, { code, seen, sealed })
        if (became === 'kept') told.renewed += 1
      }
    }
  for (const fundId of await store.fundIds())
    for (const sealAnew of [sealMeansAnew, sealSendersAnew, sealStonesAnew])
      for (const became of await sealAnew({ store, sealing }, fundId, dryRun)) told[became] += 1
  return told
}

type OldSecrets = {
  readonly people: number
  readonly cards: number
  readonly files: number
  readonly filesShut: number
}

/** How much still hangs on a secret of before: where nothing does, it can be thrown away. */
export const oldSecretsIn = async ({
  store,
  secrets,
  sealing,
}: {
  readonly store: Store & Pick<People, 'users'> & Pick<Cards, 'cards'>
  readonly secrets: Secrets
  readonly sealing: Sealing | undefined
}): Promise<OldSecrets> => {
  const isOld = (sealed: string | undefined): boolean =>
    sealed !== undefined && secrets.isOld?.(sealed) === true
  let people = 0
  for (const networkId of await store.networks.fundIds())
    people += (await store.users(networkId)).filter(({ secret }) => isOld(secret)).length
  let cards = 0
  for (const fundId of await store.fundIds())
    cards += (await store.cards(fundId)).filter(
      (card) => card.revokedAt === undefined && isOld(sealedDigits(card)),
    ).length
  const { renewed: files, shut: filesShut } = sealing
    ? await sealFilesAnew({ store, sealing }, { dryRun: true })
    : { renewed: 0, shut: 0 }
  return { people, cards, files, filesShut }
}
