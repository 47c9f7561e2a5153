import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { paperBookFolder } from '#test/support/books-in.ts'
import { fund } from '#test/support/command-line.ts'
import { dropFolder, newFolder, started } from '#test/support/started.ts'

/* A machine stops, and part of what it had acknowledged lay in the log beside the file alone, which was damaged then. */

let folder = ''
beforeEach(() => {
  folder = newFolder()
  for (const one of ['data', 'outside', 'later']) mkdirSync(join(folder, one))
})
afterEach(() => dropFolder(folder))

const environment = () => ({
  MODE: 'live',
  PEPPER: 'only for this test, thirty-two characters and more',
  SIGNING_SECRET: 'another one for this test, also long enough to be taken',
  HEADS_FILE: join(folder, 'outside', 'heads'),
})

const run = (file: string, args: readonly string[]) =>
  fund(['--db', `sqlite:${file}`, ...args], { folder, environment: environment() })

const problems = async (file: string): Promise<string[]> => {
  const { out } = await run(file, ['audit', '--json'])
  const told = JSON.parse(out) as { problems: { field: string; check: string }[] }
  return told.problems.map(({ field, check }) => `${check} ${field}`)
}

/** What lies there after the machine stopped: a login was made, and stands in the log alone. */
const stopped = async (): Promise<string> => {
  const file = join(folder, 'data', 'fund.db')
  expect((await run(file, ['import', 'paper-book', paperBookFolder])).status).toBe(0)
  const served = { ...environment(), DATA_DIR: join(folder, 'data') }
  const first = await started(folder, served)
  expect((await run(file, ['user', 'add', '--login', 'Dara', '--card', 'M02'])).status).toBe(0)
  const second = await started(folder, served)
  const later = join(folder, 'later', 'fund.db')
  for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${later}${end}`)
  await second.stop()
  await first.stop()
  return later
}

const users = async (file: string): Promise<string> => (await run(file, ['user', 'list'])).out

test('a log that was damaged is named by the doctor, the audit and the start, until somebody has moved it away', async () => {
  const file = await stopped()
  expect(existsSync(`${file}-wal`)).toBe(true)
  const log = readFileSync(`${file}-wal`)
  log[100]! ^= 1
  writeFileSync(`${file}-wal`, log)
  const doctor = await run(file, ['doctor'])
  expect(doctor).toMatchObject({ status: 3, out: expect.stringContaining('write-ahead log did') })
  expect(await users(file)).not.toContain('Dara')
  expect(await problems(file)).toContain('database write-ahead log')
  const again = await started(folder, { ...environment(), DATA_DIR: join(folder, 'later') })
  expect(again.printed()).toContain('NOT AS IT WAS WRITTEN: the write-ahead log')
  await again.stop()
  rmSync(`${file}-wal-broken`)
  expect((await run(file, ['doctor'])).out).toContain('ok  database')
})

test('a log that was cut off or taken away is named by what was kept beside the secrets', async () => {
  const file = await stopped()
  rmSync(`${file}-wal`)
  expect((await run(file, ['doctor'])).out).toContain('ok  database')
  expect((await problems(file)).join()).toMatch(/kept user_account \d+ not-complete/)
})
