import { expect, test } from 'vitest'
import {
  type MarkedTable,
  markedNames,
  markedTables,
  unmarkedTables,
} from '#infra/db/marked-tables.ts'
import { entities } from '#infra/db/schema.ts'
import type { Store } from '#infra/db/store.ts'
import {
  aVillageForEach,
  faults,
  fund,
  lock,
  now,
  reading,
  withFile,
} from '#test/contract/marked-village.ts'
import { keyRow, network, sessionRow } from '#test/contract/people-life.ts'
import { nameRow } from '#test/contract/particulars-life.ts'

aVillageForEach()

/** What is told of each table's one row; nothing where it is not believed. */
const told: { readonly [Name in MarkedTable]: (store: Store) => Promise<unknown> } = {
  user_account: (store) => store.users(network),
  membership: (store) => store.membershipsOfFund(network, fund),
  device: (store) => store.devices(network),
  session: async (store) => (await store.signedIn(network, sessionRow({}).tokenHash))?.session,
  one_time_key: (store) => store.key(network, keyRow({}).keyHash),
  card: (store) => store.cards(fund),
  note: async (store) => [...(await store.of(fund))],
  member_name: (store) => store.names(fund),
  member_photo: (store) => store.photo(fund, nameRow({}).memberId),
  support_file: (store) => store.supportFiles(fund),
  message_row: (store) => store.messageRows(network, 'link', fund),
  budget: (store) => store.changeBudget(fund, 'card:1', lock(0)),
  nominee: (store) => store.nominees(fund),
  kinship: (store) => store.kinships(fund),
  activity: (store) => store.activities(fund, { limit: 9 }),
  support_claim: (store) => store.claimHolders(network, ['a claim'], now.slice(0, 10)),
}

/** Locks stay shut and what was said of kin stays told, whoever wrote into them: hiding them would help that one. */
const shownAnyhow: readonly MarkedTable[] = [
  'budget',
  'nominee',
  'kinship',
  'activity',
  'support_claim',
]

const isNothing = (answer: unknown): boolean =>
  answer === undefined || (Array.isArray(answer) && answer.length === 0)

test('every table bears marks, or says why it needs none', () => {
  const all = entities.map(({ meta }) => meta.tableName).toSorted()
  expect([...markedNames, ...Object.keys(unmarkedTables)].toSorted()).toEqual(all)
  withFile((database) => {
    const made = database
      .prepare(
        `select name from sqlite_schema where type = 'table' and name not like '%\\_%migrations' escape '\\'`,
      )
      .pluck()
      .all() as string[]
    expect(made.filter((name) => !name.startsWith('sqlite_')).toSorted()).toEqual(all)
    for (const table of markedNames) {
      const count = database.prepare(`select count(*) from ${table}`).pluck().get()
      expect([table, Number(count) > 0]).toEqual([table, true])
    }
  })
})

type Row = Readonly<Record<string, string | number | null>>

const rowsOf = (table: MarkedTable): Row[] => {
  let rows: Row[] = []
  withFile((database) => {
    rows = database.prepare<[], Row>(`select * from ${table}`).all()
  })
  return rows
}

/** What somebody does who has the file: these rows stand in the table, and whichever stood there before do not. */
const write = (table: MarkedTable, rows: readonly Row[]): void =>
  withFile((database) => {
    database.pragma('ignore_check_constraints = on')
    database.exec(`delete from ${table}`)
    for (const row of rows) {
      const names = Object.keys(row)
      const places = names.map(() => '?').join()
      database
        .prepare(`insert into ${table} (${names.join()}) values (${places})`)
        .run(names.map((name) => row[name]))
    }
  })

const another = (value: string | number | null): string | number =>
  typeof value === 'number' ? value + 7 : `${value ?? ''}x`

test.each(markedNames)(
  'a row of %s is named whichever of its columns another program wrote into, and not believed',
  async (table) => {
    const rows = rowsOf(table)
    for (const column of Object.keys(rows[0]!).filter((name) => name !== markedTables[table][0])) {
      write(
        table,
        rows.map((row) => ({ ...row, [column]: another(row[column]!) })),
      )
      expect((await faults()).join(), column).toMatch(new RegExp(`${table} .+ not-ours`))
      if (!shownAnyhow.includes(table))
        expect(isNothing(await reading(told[table])), column).toBe(true)
      write(table, rows)
    }
    expect(await faults()).toEqual([])
    expect(isNothing(await reading(told[table]))).toBe(table === 'budget')
  },
)

test.each(markedNames)('a row of %s that another program added is named', async (table) => {
  const rows = rowsOf(table)
  const kept = [markedTables[table][0] as string, 'mark']
  const theirs = Object.fromEntries(
    Object.entries(rows[0]!).map(([name, value]) => [
      name,
      kept.includes(name) || value === null ? value : another(value),
    ]),
  )
  write(table, [...rows, theirs])
  expect((await faults()).join()).toMatch(new RegExp(`${table} .+ not-ours`))
})

test.each(markedNames)('a row of %s that was taken away is missed', async (table) => {
  write(table, [])
  expect(await faults()).toContain(`${table}  not-complete`)
})
