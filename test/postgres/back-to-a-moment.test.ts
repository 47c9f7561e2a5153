import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { migrateUpPostgres } from '#infra/db/postgres.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { missingClosuresPostgres, missingGuardsPostgres } from '#infra/db/postgres-looks.ts'
import type { Store } from '#infra/db/store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import { compareHeads, headsOf } from '#src/app/heads.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { heldAgainst } from '#src/app/proof/kept-counts.ts'
import {
  admission,
  founding,
  idOf,
  officer,
  recorderOn,
  shares,
} from '#test/contract/village-life.ts'
import { asking } from '#test/support/postgres/databases.ts'
import { type Server, startPostgres } from '#test/support/postgres/start.ts'

/* Point-in-time recovery as the page of PostgreSQL says it: a base copy, the log kept piece by piece, and a moment to go back to. */

const fund = 'fund-a'
const marks = marksBy({ secret: 'a pepper of a test, long enough to be one' })
const folder = mkdtempSync(join(tmpdir(), 'village-fund-back-'))
const [kept, copy] = [join(folder, 'kept'), join(folder, 'copy')]
const running: Server[] = []
afterAll(async () => {
  for (const server of running) await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const begun = async (...asked: Parameters<typeof startPostgres>): Promise<Server> => {
  const server = await startPostgres(...asked)
  running.push(server)
  return server
}

const on = (url: string): Promise<Store> =>
  postgresStore({ url, create: false, deadlineMs: 60_000, marks })

const saidBy = (url: string, sql: string): Promise<string> =>
  asking(url, async (client) =>
    String(Object.values((await client.query(sql)).rows[0] as object)[0]),
  )

/** A copy of the server's data while it works, as pg_basebackup makes one. */
const copied = (url: string): Promise<void> =>
  asking(url, async (client) => {
    await client.query(`select pg_backup_start('a test', true)`)
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    cpSync(rows[0]!.data_directory, copy, {
      recursive: true,
      filter: (path) => !/\/(?:postmaster\.(?:pid|opts)|pg_wal\/.+)$/.test(path),
    })
    mkdirSync(join(copy, 'pg_wal'), { recursive: true })
    const stopped = await client.query<{ labelfile: string }>(
      'select labelfile from pg_backup_stop(true)',
    )
    writeFileSync(join(copy, 'backup_label'), stopped.rows[0]!.labelfile)
    writeFileSync(join(copy, 'recovery.signal'), '')
  })

const isKept = async (url: string, file: string): Promise<void> => {
  while ((await saidBy(url, 'select last_archived_wal from pg_stat_archiver')) < file)
    await setTimeout(50)
}

test('a server that is taken back to a moment has all that was acknowledged by then, its audit holds, and what came later is named', async () => {
  mkdirSync(kept)
  chmodSync(folder, 0o755)
  if (process.getuid?.() === 0) chownSync(kept, 65_534, 65_534)
  const first = await begun({
    settings: [
      'archive_mode=on',
      'wal_level=replica',
      `archive_command=test ! -f ${kept}/%f && cp %p ${kept}/%f`,
    ],
  })
  await migrateUpPostgres(first.url)
  const store = await on(first.url)
  const record = recorderOn(store)
  await record(fund, [founding(1), admission(2, 1)], officer)
  await copied(first.url)
  await record(fund, [shares(3, 1), shares(4, 1)], officer)
  const [head, counts] = [await headsOf(store), await store.tableCounts(fund)]
  const moment = await saidBy(first.url, 'select clock_timestamp()::text')
  await setTimeout(20)
  await record(fund, [shares(5, 1)], officer)
  const [later, laterCounts] = [await headsOf(store), await store.tableCounts(fund)]
  await isKept(first.url, await saidBy(first.url, 'select pg_walfile_name(pg_switch_wal())'))
  await store.close()
  await first.stop()

  const second = await begun({
    copyOf: copy,
    settings: [
      `restore_command=cp ${kept}/%f %p`,
      `recovery_target_time=${moment}`,
      'recovery_target_action=promote',
    ],
  })
  const url = new URL(first.url)
  url.port = new URL(second.url).port
  while ((await saidBy(url.href, 'select pg_is_in_recovery()')) === 'true') await setTimeout(20)
  const back = await on(url.href)
  const ids = (await back.read(fund, 0, 99)).map(({ id }) => id)
  expect(ids).toEqual([1, 2, 3, 4].map(idOf))
  expect((await auditAll(back, sha256)).problems).toEqual([])
  expect(await missingGuardsPostgres(url.href)).toEqual([])
  expect(await missingClosuresPostgres(url.href)).toEqual([])
  expect(await compareHeads(back, head)).toEqual([])
  expect((await heldAgainst(back, counts, [fund])).faults).toEqual([])
  expect(await compareHeads(back, later)).toMatchObject([{ id: fund, problem: 'ends-before' }])
  expect((await heldAgainst(back, laterCounts, [fund])).faults).toMatchObject([
    { kind: 'entry', fault: 'not-complete' },
  ])
  // A phone that sends it once more has it recorded, as if it came for the first time.
  const [again] = await recorderOn(back)(fund, [shares(5, 1)], officer)
  expect(again).toMatchObject({ outcome: 'recorded', seq: 5 })
  expect(await compareHeads(back, head)).toEqual([])
  await back.close()
})
