import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { textOf } from '#infra/db/digits.ts'
import { sha256 } from '#infra/system/system.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { fund } from '#test/support/command-line.ts'
import { dropFolder, newFolder, started } from '#test/support/started.ts'

/* Somebody has the file of the database, and nothing of what lies beside it. */

let folder = ''
let file = ''
let environment: Readonly<Record<string, string>>

beforeEach(() => {
  folder = newFolder()
  file = join(folder, 'data', 'fund.db')
  mkdirSync(join(folder, 'data'))
  environment = {
    MODE: 'live',
    DATA_DIR: join(folder, 'data'),
    PEPPER: 'only for this test, thirty-two characters and more',
    SIGNING_SECRET: 'another one for this test, also long enough to be taken',
  }
})
afterEach(() => dropFolder(folder))

const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  fund(['--db', `sqlite:${file}`, ...args], { folder, environment: { ...environment, ...more } })

const audit = async (more = {}): Promise<string[]> => {
  const { out, status } = await run(['audit', '--json'], more)
  const { ok, problems } = JSON.parse(out) as {
    ok: boolean
    problems: { field: string; check: string }[]
  }
  // Whoever reads the first word alone, or the number that a script reads, is told the same.
  expect([ok, status]).toEqual(problems.length === 0 ? [true, 0] : [false, 1])
  return problems.map(({ field, check }) => `${check} ${field}`)
}

const withFile = <T>(work: (database: Database.Database) => T): T => {
  const database = new Database(file)
  try {
    return work(database)
  } finally {
    database.close()
  }
}

const lost = (): void => {
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
}

const templates = newFolder()
afterAll(() => dropFolder(templates))
const template = join(templates, 'fund.db')

/** A book with a member who may sign in, and the link for the first administrator; made once, and laid down for each test. */
const aBook = async (): Promise<void> => {
  if (existsSync(template)) return copyFileSync(template, file)
  expect((await run(['import', 'paper-book', paperBookFolder])).status).toBe(0)
  expect((await run(['user', 'add', '--login', 'Dara', '--card', 'M02'])).status).toBe(0)
  copyFileSync(file, template)
}

test('a session, a device and a login that are written into the file open no door, and the audit names each', async () => {
  await aBook()
  const service = await started(folder, environment)
  const network = withFile((database) =>
    textOf(database.prepare('select network_id from network_entry').pluck().get() as Uint8Array),
  )
  const token = `${network}.${'a'.repeat(43)}`
  const ask = (): Promise<Response> =>
    fetch(`${service.url}/v1/sessions/current`, { headers: { authorization: `Bearer ${token}` } })
  const times = `'2026-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'`
  withFile((database) =>
    database.exec(`
      insert into device values ('${network}', 'theirs', '${sha256('a device')}', 'x', '2026-01-01T00:00:00.000Z', 'x', null, null);
      insert into session select network_id, 'planted', '${sha256(token)}', user_id, null, null, 'theirs',
        ${times}, '2099-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z', null, mark from user_account limit 1;
      update membership set member_id = (select recorded_by from entry limit 1)`),
  )
  const answer = await ask()
  await service.stop()
  expect(answer.status).toBe(401)
  const found = await audit()
  expect(found).toContain('mark device theirs')
  expect(found).toContain('mark session planted')
  expect(found.some((one) => one.startsWith('mark membership'))).toBe(true)
})

test('an older copy that is put back is told at the start and by the audit, by what is kept beside the secrets', async () => {
  await aBook()
  mkdirSync(join(folder, 'outside'))
  const kept = { HEADS_FILE: join(folder, 'outside', 'heads') }
  const first = await started(folder, { ...environment, ...kept })
  expect(first.printed()).not.toMatch(/NOT AS IT WAS KEPT|Run fund audit/)
  await first.stop()
  expect(existsSync(kept.HEADS_FILE)).toBe(true)
  expect(await audit(kept)).toEqual([])
  lost()
  copyFileSync(file, `${file}.older`)
  expect((await run(['user', 'add', '--login', 'Mony', '--card', 'M03'])).status).toBe(0)
  await (await started(folder, { ...environment, ...kept })).stop()
  expect(await audit(kept)).toEqual([])
  lost()
  copyFileSync(`${file}.older`, file)
  expect(await audit()).toEqual([])
  expect((await audit(kept)).join()).toMatch(/kept user_account \d+ not-complete/)
  const again = await started(folder, { ...environment, ...kept })
  expect(again.printed()).toMatch(/NOT AS IT WAS KEPT: table user_account of .*older copy/)
  expect(again.printed()).toContain('Run fund audit, and see docs/breach/stolen-database.md')
  await again.stop()
  // What was kept is not written over by what stands there now, nor by whoever does not say how much he gives up.
  const told = await audit(kept)
  expect(told.join()).toContain('kept user_account')
  expect((await run(['secrets', 'mark'], kept)).status).toBe(1)
  expect(await audit(kept)).toEqual(told)
  const marked = await run(['secrets', 'mark', '--again', `${told.length}`], kept)
  expect([marked.status, marked.out]).toEqual([0, expect.not.stringContaining('Without a mark')])
  expect(await audit(kept)).toEqual([])
  writeFileSync(
    kept.HEADS_FILE,
    readFileSync(kept.HEADS_FILE, 'utf8').replaceAll('"changes":', '"changes":1'),
  )
  expect((await audit(kept)).join()).toContain('kept kept')
  const beside = await run(['audit'], { HEADS_FILE: join(folder, 'data', 'heads') })
  expect([beside.status, beside.err]).toEqual([3, expect.stringContaining('another folder')])
})

test('a database of the version before is taken in by one command, once, and a row that comes later is not', async () => {
  const older = { MODE: 'practice' }
  expect((await run(['import', 'paper-book', paperBookFolder], older)).status).toBe(0)
  expect((await run(['user', 'add', '--login', 'Dara', '--card', 'M02'], older)).status).toBe(0)
  await expect(started(folder, environment)).rejects.toThrow('fund secrets mark')
  expect((await audit()).join()).toContain('count journal')
  const told = await run(['secrets', 'mark'])
  expect([told.status, told.out]).toEqual([0, expect.stringMatching(/Taken in: [1-9]/)])
  withFile((database) =>
    database.exec(
      `insert into device select network_id, 'theirs', 'x', 'x', created_at, 'x', null, null from user_account`,
    ),
  )
  const again = await run(['secrets', 'mark'])
  expect(again).toMatchObject({
    status: 1,
    out: expect.stringContaining('not-ours: device theirs'),
  })
  const other = await run(['secrets', 'mark', '--again', '7'])
  expect(other).toMatchObject({ status: 1, err: expect.stringContaining('there are 1') })
  expect(await audit()).toEqual(['mark device theirs'])
  const log = withFile((database) =>
    database.prepare(`select count(*) from activity where action = 'take-in-rows'`).pluck().get(),
  )
  // One in the log of the fund, one in that of the network.
  expect(log).toBe(2)
  withFile((database) => database.exec(`delete from device where device_id = 'theirs'`))
  expect(await audit()).toEqual([])
})

test('guards that were taken out of the file are named by the audit and by the doctor', async () => {
  await aBook()
  expect((await run(['doctor'])).out).toContain('ok  guards')
  withFile((database) => {
    database.exec('drop trigger entry_no_update; drop trigger activity_no_delete')
    database.exec(`create trigger activity_no_delete before delete on activity begin select 1; end`)
  })
  expect(await audit()).toEqual([
    'database trigger entry_no_update',
    'database trigger activity_no_delete',
  ])
  const doctor = await run(['doctor'])
  expect(doctor).toMatchObject({ status: 3, out: expect.stringContaining('entry_no_update') })
})

test('whoever has no pepper is told that the marks were not looked at', async () => {
  await aBook()
  expect((await run(['audit'])).out).toContain('Marks checked.')
  const elsewhere = await run(['audit'], { MODE: 'practice' })
  expect(elsewhere.out).toContain('Marks not checked')
})
