import { practiceReferrals } from '#src/app/practice/practice-referrals.ts'
import { practiceLetters, practiceVillages } from '#src/app/practice/practice-villages.ts'
import { awayTablesOf } from '#domain/statistics/away-tables.ts'
import { letterTable } from '#domain/statistics/letter-table.ts'
import { type Released, releaseTables } from '#domain/statistics/releasing.ts'
import {
  type FixedTable,
  type ReleaseKind,
  crossed,
  keyOf,
  nodesOf,
  atOf,
} from '#domain/statistics/tables.ts'

/*
 * What the room of safe releases says of the invented villages, so that a practice network need not solve it whenever it begins.
 * Printed by `node test/support/practice-figures.ts`; of several safe choices the one in src/app/practice/practice-figures.ts may be
 * another, which a test holds against the room.
 */

const { migration, survivors } = awayTablesOf(practiceVillages)

export const practiceTables: readonly (readonly [ReleaseKind, string, readonly FixedTable[]])[] = [
  ['migration', '2026-H1', migration],
  ['survivors', '2026-H1', survivors],
  ['finance', '2026-Q2', [letterTable(practiceLetters)]],
  ['referrals', '2026-Q2', practiceReferrals],
]

const toldIn = (answer: Released): Readonly<Record<string, readonly (number | null)[]>> => {
  if (answer.outcome === 'refused') throw new Error(`${answer.code} ${answer.at}`)
  return Object.fromEntries(
    answer.release.tables.map(({ id, dimensions, cells }) => {
      const by = new Map(cells.map(({ at, people }) => [keyOf(at), people]))
      const all = crossed(dimensions.map(nodesOf))
      return [id, all.map((nodes) => by.get(keyOf(atOf(dimensions, nodes))) ?? null)]
    }),
  )
}

if (process.argv[1]?.endsWith('practice-figures.ts'))
  for (const [kind, period, tables] of practiceTables)
    console.log(kind, JSON.stringify(toldIn(releaseTables(tables, { kind, period, earlier: [] }))))
