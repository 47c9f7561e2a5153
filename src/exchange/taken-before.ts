import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { Hasher, Journal } from '#domain/ports.ts'

/** What the ids of a sheet's lines are made of. */
export type SheetIds = {
  readonly fundId: string
  readonly hash: Hasher
  /** Which kind of sheet it is. */
  readonly sheet: string
  readonly takenBack: ReadonlySet<string>
}

/**
 * The id of what a line says: of the fund, the card and the loan, so that a sum can stand only once. What was
 * taken back makes room for the next id, and there is always the same next one: to try again changes nothing.
 */
export const sheetId = (
  { fundId, hash, sheet, takenBack }: SheetIds,
  ...parts: readonly string[]
): string => {
  const counted = (...more: string[]): string =>
    uuidOfHash(hash(lengthPrefixed([fundId, sheet, ...parts, ...more])))
  let id = counted()
  for (let place = 1; takenBack.has(id); place += 1) id = counted(String(place))
  return id
}

type Before = {
  /** Savings that were taken over already, by member; those that were taken back are not here. */
  readonly taken: ReadonlyMap<string, string>
  /** Entries that were taken back. */
  readonly takenBack: ReadonlySet<string>
}

/** What an older book has brought into a fund already. */
export const takenBefore = async (store: Journal, fundId: string): Promise<Before> => {
  const found: (readonly [memberId: string, id: string])[] = []
  const takenBack = new Set<string>()
  for (let after = 0; ;) {
    const rows = await store.read(fundId, after, 1000)
    for (const { type, data, id, reverses } of rows) {
      if (reverses !== undefined) takenBack.add(reverses)
      if (type === 'SavingsTakenOver')
        found.push([(JSON.parse(data) as { memberId: string }).memberId, id])
    }
    if (rows.length < 1000)
      return { taken: new Map(found.filter(([, id]) => !takenBack.has(id))), takenBack }
    after = rows.at(-1)!.seq
  }
}
