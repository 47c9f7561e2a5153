import type { Fund } from '#domain/fund/fund.ts'
import type { FundViews, Notes } from '#domain/ports.ts'

/** What a fund is called: the name that its people gave it, else the code of its village. */
export const fundNameOf = async (store: FundViews & Notes, fundId: string): Promise<string> => {
  const given = await store.noteOf(fundId, 'fund')
  if (given !== undefined) return given
  const row = await store.subject(fundId, 'fund', 'fund')
  return row === undefined ? fundId : (JSON.parse(row.data) as Fund).villageCode
}
