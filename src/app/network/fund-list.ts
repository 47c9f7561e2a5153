import type { Fund } from '#domain/fund/fund.ts'
import type { NetworkFund } from '#domain/network.ts'
import { nameKeyOf, nameWordsOf } from '#domain/kernel/names.ts'
import type { FundViews, NetworkViews } from '#domain/ports.ts'
import type { FundSummary } from '#domain/health/summary.ts'

/** A fund as lists tell it: read of no book. */
export type FundInList = {
  readonly fundId: string
  readonly witnessed: NetworkFund['witnessed'] | undefined
  /** As its people gave it, which may be in both scripts; else the code of its village. */
  readonly name: string
  readonly villageCode: string | undefined
  /** Undefined where nothing was written in it since this version. */
  readonly summary: FundSummary | undefined
}

type Listing = Pick<NetworkViews, 'networkFunds'> & Pick<FundViews, 'subject'>

const villageCodeIn = async (store: Listing, fundId: string): Promise<string | undefined> => {
  const row = await store.subject(fundId, 'fund', 'fund')
  return row && (JSON.parse(row.data) as Fund).villageCode
}

/** The funds of a network, by one question; a book that an older version wrote is asked for its village by itself. */
export const fundListOf = async (
  store: Listing,
  networkId: string,
): Promise<readonly FundInList[]> => {
  const listed = await store.networkFunds(networkId)
  return Promise.all(
    listed.map(async ({ fundId, data, name, summary: kept }) => {
      const { witnessed } = JSON.parse(data) as NetworkFund
      const summary = kept === undefined ? undefined : (JSON.parse(kept) as FundSummary)
      const villageCode = summary ? summary.villageCode : await villageCodeIn(store, fundId)
      return { fundId, witnessed, name: name ?? villageCode ?? fundId, villageCode, summary }
    }),
  )
}

/** Whether a fund is the one that a search asks for: by each word of it somewhere in the name, or by its village's code. */
export const isFundAskedFor = (
  asked: string,
  { name, villageCode }: Pick<FundInList, 'name' | 'villageCode'>,
): boolean => {
  if (asked === villageCode) return true
  const [words, key] = [nameWordsOf(asked), nameKeyOf(name)]
  return words.length > 0 && words.every((word) => key.includes(word))
}
