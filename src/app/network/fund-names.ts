import type { Fund } from '#domain/fund/fund.ts'
import type { FundViews, Notes } from '#domain/ports.ts'

/** The code of a fund's village in the national gazetteer; undefined where there is no such fund. */
export const villageCodeOf = async (
  store: FundViews,
  fundId: string,
): Promise<string | undefined> => {
  const row = await store.subject(fundId, 'fund', 'fund')
  return row && (JSON.parse(row.data) as Fund).villageCode
}

/** What a fund is called: the name that its people gave it, else the code of its village. */
export const fundNameOf = async (store: FundViews & Notes, fundId: string): Promise<string> => {
  const given = await store.noteOf(fundId, 'fund')
  return given ?? (await villageCodeOf(store, fundId)) ?? fundId
}
