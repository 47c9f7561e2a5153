import { networkBookOf } from '#src/app/network/network-views.ts'
import { networkOf } from '#src/app/identity/persons.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import { type Imported, importRead } from '#src/exchange/paper-book/import.ts'
import { type SentBook, readerHere } from '#src/exchange/reader.ts'
import { witnessLast } from '#src/app/proof/witnessing.ts'
import type { HttpContext } from '#src/http/env.ts'
import { joinOwnNetwork } from '#src/http/own-network.ts'

type Taken = Imported | { readonly faults: readonly BookFault[] } | 'too-large' | 'elsewhere'

/**
 * Reads and writes as if the caller's network were alone here, so that neither an answer nor a warning
 * tells of another network's villages.
 */
const ownNeeds = async (context: HttpContext) => {
  const { store, record, hash } = context.get('needs')
  const { networkId } = context.get('network')
  const ownFundIds = (await networkBookOf(store, networkId))?.fundIds ?? []
  const inStore = new Set(await store.fundIds())
  const own = { ...store, fundIds: async () => ownFundIds.filter((one) => inStore.has(one)) }
  return { record, store: own, hash }
}

const placeOf = async (
  context: HttpContext,
  fundId: string,
): Promise<'own' | 'elsewhere' | 'nowhere'> => {
  const { store } = context.get('needs')
  const networkId = await networkOf(store, await store.networks.fundIds(), fundId)
  if (networkId === undefined) return 'nowhere'
  return networkId === context.get('network').networkId ? 'own' : 'elsewhere'
}

/** Takes a paper book into the caller's own network, or tries to: all of it or nothing. */
export const takeBook = async (
  context: HttpContext,
  sent: SentBook,
  dryRun: boolean,
): Promise<Taken> => {
  const { hash, reader = readerHere(hash) } = context.get('needs')
  const book = await reader.book(sent)
  if (book === 'too-large') return book
  const needs = await ownNeeds(context)
  const importing = (isTried: boolean) => {
    const options = { ...context.get('caller')!.by, dryRun: isTried }
    return importRead(needs, book, options)
  }
  const tried = await importing(true)
  if ('faults' in tried) return tried
  const place = await placeOf(context, tried.fundId)
  if (place === 'elsewhere') return 'elsewhere'
  if (dryRun) return tried
  const imported = await importing(false)
  // Also where the book was here already, after a stop between the two.
  if ('fundId' in imported && place === 'nowhere') {
    await joinOwnNetwork(context, imported.fundId)
    await witnessLast(context.get('needs'), imported.fundId, context.get('caller')!.by)
  }
  return imported
}
