import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { dueNow, keepingBackups } from '#src/cli/backups/keeping.ts'
import { makeFolder } from '#src/cli/backups/place.ts'
import { nameOf } from '#src/cli/backups/names.ts'
import { readConfiguration } from '#src/configuration.ts'
import { fund } from '#test/support/command-line.ts'
import { practice } from '#test/support/service.ts'
import { dropFolder, newFolder, started } from '#test/support/started.ts'

const folder = mkdtempSync(join(tmpdir(), 'backup-rounds-'))
const at = (name: string): string => join(folder, name)
// What is in the books is asked by none of these rounds.
mkdirSync(at('data'))
writeFileSync(at('data/fund.db'), '')
afterAll(() => rmSync(folder, { recursive: true }))

const secret = 'the secret of a test, which opens nothing else'
const environment = { BACKUP_SECRET: secret, BACKUP_DIR: 'kept', MODE: 'practice' }
const run = (args: readonly string[], more: Readonly<Record<string, string>>) =>
  fund(['--db', 'sqlite:data/fund.db', ...args], {
    folder,
    environment: { ...environment, ...more },
  })
const keep = { days: 7, weeks: 5, months: 12 }
const hourMs = 3_600_000
const dayMs = 24 * hourMs

test('nobody but the service’s account reads which backups there are', () => {
  const path = join(folder, 'of-the-service')
  makeFolder({ path, kind: 'fund' })
  expect(statSync(path).mode & 0o777).toBe(0o700)
})

test('a backup is due a day after the last, and a drill a month after the last', () => {
  const now = Date.UTC(2026, 10, 30, 17)
  const path = mkdtempSync(join(folder, 'due-'))
  const folders = [{ kind: 'fund' as const, path, keep }]
  const due = () => dueNow(folders, { now, hours: 24, drillDays: 30 })
  const put = (time: number): void => writeFileSync(join(path, nameOf('fund', time)), '')
  const drilled = (time: number): void =>
    writeFileSync(join(path, 'last-drill.json'), JSON.stringify({ at: new Date(time) }))
  const make = ['make', '--only', 'fund']
  expect(due()).toEqual([make])
  // One that a clock made ahead of its time counts for none.
  put(now + 400 * dayMs)
  expect(due()).toEqual([make])
  // A drill waits for no backup that may fail each time.
  put(now - 25 * hourMs)
  expect(due()).toEqual([make, ['drill']])
  put(now - 2 * hourMs)
  expect(due()).toEqual([['drill']])
  drilled(now - 31 * dayMs)
  expect(due()).toEqual([['drill']])
  drilled(now - 29 * dayMs)
  expect(due()).toEqual([])
  // One by a clock that ran ahead keeps none of the next years from its turn.
  drilled(now + 400 * dayMs)
  expect(due()).toEqual([['drill']])
  drilled(now - 29 * dayMs)
  // Cases whose folder is away are asked for by themselves; the books are not copied each time.
  const away = { kind: 'cases' as const, path: join(path, 'away', 'cases'), keep }
  expect(dueNow([...folders, away], { now, hours: 24, drillDays: 30 })).toEqual([
    ['make', '--only', 'cases'],
  ])
})

/** The rounds of a service with these settings, and what its log says of them. */
const keepingBy = async (
  settings: Readonly<Record<string, string>>,
  runs: (words: readonly string[]) => Promise<number | null>,
  now = Date.UTC(2026, 10, 30, 17),
) => {
  const { needs, fundId } = await practice()
  const read = readConfiguration({ ...environment, ...settings })
  if ('faults' in read) throw new Error(read.faults.join())
  const lines: object[] = []
  const keeping = keepingBackups(read.configuration, {
    url: `sqlite:${at('data/fund.db')}`,
    needs: { ...needs, log: (line) => lines.push(line) },
    runs: (_, words) => runs(words),
    afterMs: 0,
    now: () => now,
  })
  return { keeping, needs, fundId, lines }
}

test('the service makes one at its start and one when a period is closed, and a try closes nothing', async () => {
  const path = mkdtempSync(join(folder, 'served-'))
  const now = Date.UTC(2026, 10, 30, 17)
  const asked: string[] = []
  const runs = async ([command]: readonly string[]) => {
    asked.push(command!)
    mkdirSync(join(path, 'kept'), { recursive: true })
    writeFileSync(join(path, 'kept', nameOf('fund', now)), '')
    writeFileSync(
      join(path, 'kept', 'last-drill.json'),
      JSON.stringify({ at: new Date(now).toISOString() }),
    )
    return asked.length === 1 ? 1 : 0
  }
  const { keeping, needs, fundId, lines } = await keepingBy(
    { BACKUP_DIR: join(path, 'kept') },
    runs,
    now,
  )
  const end = keeping.begin()
  await expect.poll(() => asked).toEqual(['make'])
  // What failed is a line of the log, with nothing in it but what failed.
  await expect
    .poll(() => lines)
    .toEqual([expect.objectContaining({ route: 'backups make', status: 500 })])
  const closing = (effectiveOn: string) =>
    ({ id: needs.ids(), v: 1, type: 'ClosePeriod', effectiveOn }) as never
  const by = { actor: 'test', device: 'test' }
  await keeping.needs.record(fundId, [closing(needs.today())], { ...by, dryRun: true })
  await setTimeout(20)
  expect(asked).toEqual(['make'])
  await keeping.needs.record(fundId, [closing(needs.today())], by)
  await expect.poll(() => asked).toEqual(['make', 'make'])
  end()
})

test('a disk of backups that is away ends no service: each round is a line of the log, and a command says what is missing', async () => {
  const BACKUP_DIR = join(folder, 'no-such-disk', 'kept')
  const { keeping, lines } = await keepingBy({ BACKUP_DIR }, async () => {
    throw new Error('the process cannot be begun')
  })
  const end = keeping.begin()
  await expect.poll(() => lines).toMatchObject([{ route: 'backups make', status: 500 }])
  end()
  const made = await run(['backups', 'make'], { BACKUP_DIR })
  expect([made.status, made.err]).toEqual([3, expect.stringContaining('is its disk there?')])
  expect(existsSync(join(folder, 'no-such-disk'))).toBe(false)
  // A file where the folder was is as little of a folder.
  writeFileSync(at('a-file'), '')
  const odd = await keepingBy({ BACKUP_DIR: at('a-file') }, async () => 3)
  const stop = odd.keeping.begin()
  await expect.poll(() => odd.lines).toMatchObject([{ route: 'backups make' }])
  stop()
})

test('while there are no cases none are backed up, and the books are not copied in their place', async () => {
  const kept = mkdtempSync(join(folder, 'no-cases-'))
  const now = Date.UTC(2026, 10, 30, 17)
  writeFileSync(join(kept, nameOf('fund', now - hourMs)), '')
  const asked: string[] = []
  const { keeping } = await keepingBy(
    { BACKUP_DIR: kept, CASES_BACKUP_DIR: at('of-cases'), DATA_DIR: at('none') },
    async (words) => {
      asked.push(words.join(' '))
      return 0
    },
    now,
  )
  const end = keeping.begin()
  await expect.poll(() => asked).toEqual(['drill'])
  end()
  const live = { MODE: 'live', PEPPER: `${secret}, one`, SIGNING_SECRET: `${secret}, two` }
  expect(
    readConfiguration({ ...live, BACKUP_SECRET: secret, CASES_BACKUP_DIR: 'of-cases' }),
  ).toMatchObject({ faults: [expect.stringMatching(/^CASES_SECRET must be set/)] })
  const both = { CASES_BACKUP_DIR: 'of-cases', DATA_DIR: 'none', BACKUP_DIR: 'only' }
  const made = await run(['backups', 'make', '--only', 'cases'], both)
  expect([made.status, made.out]).toEqual([0, 'cases: there is nothing to back up yet\n'])
  expect([at('only'), at('of-cases')].map((one) => existsSync(one))).toEqual([false, false])
})

test('a service that runs has made its first backup by itself, in a process of its own', async () => {
  const place = newFolder()
  const service = await started(place, {
    MODE: 'live',
    PEPPER: 'only for this test, thirty-two characters and more',
    SIGNING_SECRET: 'another one for this test, also long enough to be taken',
    BACKUP_SECRET: secret,
    BACKUP_DIR: join(place, 'kept'),
  })
  try {
    const made = () =>
      readdirSync(join(place, 'kept')).filter((name) => /^village-fund-.*Z\.backup$/.test(name))
    await expect.poll(made, { timeout: 110_000, interval: 100 }).toHaveLength(1)
    const [name] = made()
    const checked = await fund(['restore', '--check', join(place, 'kept', name!), '--json'], {
      folder: place,
      environment: { BACKUP_SECRET: secret },
    })
    expect(JSON.parse(checked.out)).toMatchObject({ ok: true, heads: [{ kind: 'network' }] })
  } finally {
    await service.stop()
    dropFolder(place)
  }
})
