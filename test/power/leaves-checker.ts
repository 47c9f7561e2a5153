/*
 * Looks at files of cases with another SQLite binding: arguments are databases, each followed by the file of what was said.
 * Prints a line of what it found in each.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** What was said last of each leaf. */
const saidLast = (heardPath: string): ReadonlyMap<string, { what: string; hash: string }> =>
  new Map(
    readFileSync(heardPath, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split(' ') as [string, string, string])
      .map(([what, id, hash]) => [id, { what, hash }]),
  )

const leavesIn = (database: DatabaseSync): ReadonlyMap<string, string> => {
  const rows = database
    .prepare('select id, bytes from leaf join sealed using (slot) where length(id) = 32')
    .all() as { id: string; bytes: Uint8Array }[]
  return new Map(
    rows
      .filter(({ id }) => /^[0-9a-f]{32}$/.test(id))
      .map(({ id, bytes }) => [id, createHash('sha256').update(bytes).digest('hex')]),
  )
}

const lookedAt = (path: string, heardPath: string) => {
  const faults: string[] = []
  const said = saidLast(heardPath)
  let there: ReadonlyMap<string, string> = new Map()
  const database = new DatabaseSync(path)
  try {
    const [found] = database.prepare('pragma integrity_check').all() as Record<string, unknown>[]
    if (found!['integrity_check'] !== 'ok') faults.push('the file is damaged')
    there = leavesIn(database)
  } catch (error) {
    // Before anything was said to be kept there may be no table yet.
    const isKept = [...said.values()].some(({ what }) => what === 'kept' || what === 'gone')
    if (isKept) faults.push(`cannot be read: ${String(error)}`)
  }
  database.close()
  for (const [id, { what, hash }] of said) {
    if (what === 'kept' && there.get(id) !== hash) faults.push(`acknowledged and lost: ${id}`)
    if (what === 'gone' && there.has(id)) faults.push(`acknowledged and back: ${id}`)
    if (there.has(id) && there.get(id) !== hash) faults.push(`half written: ${id}`)
  }
  for (const id of there.keys()) if (!said.has(id)) faults.push(`never written: ${id}`)
  const acknowledged = [...said.values()].filter(({ what }) => what === 'kept').length
  return { entries: there.size, acknowledged, faults }
}

const files = process.argv.slice(2)
for (let i = 0; i < files.length; i += 2) {
  const looked = lookedAt(files[i]!, files[i + 1]!)
  process.stdout.write(`${JSON.stringify(looked)}\n`)
}
