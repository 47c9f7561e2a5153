/*
 * Looks at ledgers' files with another SQLite binding and none of our code: the same promises, written a second time.
 * Arguments are databases, each followed by the file of what was acknowledged; prints a line of what it found in each.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** Ids and hashes are kept as their bytes. */
const inDigits = (value: unknown): unknown => {
  if (!(value instanceof Uint8Array)) return value
  const hex = Buffer.from(value).toString('hex')
  return hex.length === 32 ? hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : hex
}

type Row = Readonly<Record<string, string | number | null>>
type Line = { account: string; amount: number; currency: string; on: string }

const sealed = (row: Row): string => {
  const columns = [
    'fund_id',
    'seq',
    'id',
    'type',
    'v',
    'effective_on',
    'recorded_at',
    'recorded_by',
    'device',
    'command_hash',
    'reverses',
    'data',
    'prev_hash',
  ]
  const texts = columns.map((name) => (row[name] === null ? null : String(row[name])))
  const bytes = ['village-fund/entry/1', ...texts].map((text) =>
    text === null ? '-' : `${Buffer.byteLength(text)}:${text}`,
  )
  return createHash('sha256').update(bytes.join(',')).digest('hex')
}

const rowsOf = (database: DatabaseSync, sql: string): Row[] =>
  database
    .prepare(sql)
    .all()
    .map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, inDigits(value)])),
    ) as Row[]

type Fault = (what: string) => void

/** Numbers, chain, sums and views of all journals; their entries by fund and id. */
const journalsIn = (database: DatabaseSync, fault: Fault): ReadonlyMap<string, Row> => {
  const [integrity] = database.prepare('pragma integrity_check').all() as Row[]
  if (integrity!['integrity_check'] !== 'ok') fault('the file is damaged')
  const entries = rowsOf(database, 'select * from entry order by fund_id, seq')
  const views = new Map<string, number>()
  for (const row of rowsOf(database, 'select * from posting'))
    views.set(`${row['fund_id']} ${row['seq']} ${row['line']}`, row['amount'] as number)

  const byId = new Map<string, Row>()
  let posted = 0
  let before: Row | undefined
  for (const row of entries) {
    const name = `${row['fund_id']} ${row['seq']}`
    const last = before?.['fund_id'] === row['fund_id'] ? before : undefined
    if (row['seq'] !== ((last?.['seq'] as number | undefined) ?? 0) + 1) fault(`${name}: a gap`)
    if (row['prev_hash'] !== (last?.['hash'] ?? '')) fault(`${name}: not linked`)
    if (row['hash'] !== sealed(row)) fault(`${name}: altered`)
    const key = `${row['fund_id']} ${row['id']}`
    if (byId.has(key)) fault(`${name}: twice`)
    byId.set(key, row)
    before = row
    const sums = new Map<string, number>()
    const { postings } = JSON.parse(row['data'] as string) as { postings: Line[] }
    for (const [i, { amount, currency, on }] of postings.entries()) {
      if (!Number.isInteger(amount) || amount === 0) fault(`${name}: no amount`)
      if (views.get(`${name} ${i}`) !== amount) fault(`${name}: its view is another`)
      sums.set(`${currency} ${on}`, (sums.get(`${currency} ${on}`) ?? 0) + amount)
      posted += 1
    }
    for (const sum of sums.values()) if (sum !== 0) fault(`${name}: sums to ${sum}`)
  }
  if (views.size !== posted) fault('views and journal differ')
  return byId
}

/** What was acknowledged must be there; whose it is, by fund and id. */
const missed = (heardPath: string, byId: ReadonlyMap<string, Row>, fault: Fault): number => {
  // A line that was cut off by the kill was not said.
  const heard = readFileSync(heardPath, 'utf8').split('\n').slice(0, -1)
  for (const line of heard) {
    const [fundId, id, seq, hash] = line.split(' ')
    const row = byId.get(`${fundId} ${id}`)
    if (row === undefined || String(row['seq']) !== seq || row['hash'] !== hash)
      fault(`acknowledged and lost: ${line}`)
  }
  return new Set(heard.map((line) => line.split(' ', 2).join(' '))).size
}

const lookedAt = (path: string, heardPath: string) => {
  const faults: string[] = []
  const fault: Fault = (what) => void faults.push(what)
  const database = new DatabaseSync(path)
  let byId: ReadonlyMap<string, Row> = new Map()
  try {
    byId = journalsIn(database, fault)
  } catch (error) {
    fault(`cannot be read: ${String(error)}`)
  }
  const acknowledged = missed(heardPath, byId, fault)
  database.close()
  return { entries: byId.size, acknowledged, faults }
}

const files = process.argv.slice(2)
for (let i = 0; i < files.length; i += 2) {
  const looked = lookedAt(files[i]!, files[i + 1]!)
  process.stdout.write(`${JSON.stringify(looked)}\n`)
}
