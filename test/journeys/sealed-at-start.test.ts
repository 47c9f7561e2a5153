import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import { fund } from '#test/support/command-line.ts'
import { fixtureMarks, fixtureSecret, fixturesFolder } from '#test/support/fixture-database.ts'
import { dropFolder, newFolder, started } from '#test/support/started.ts'

/* A village goes on with the database of the version before, in which names, kin, notes and logins lie in clear. */

let folder = ''
let file = ''
let environment: Readonly<Record<string, string>>

beforeEach(() => {
  folder = newFolder()
  file = join(folder, 'data', 'fund.db')
  mkdirSync(join(folder, 'data'))
  writeFileSync(file, gunzipSync(readFileSync(join(fixturesFolder, '0.2.0.sqlite.gz'))))
  environment = {
    MODE: 'live',
    DATA_DIR: join(folder, 'data'),
    PEPPER: fixtureSecret,
    SIGNING_SECRET: 'another one for this test, also long enough to be taken',
  }
})
afterEach(() => dropFolder(folder))

const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  fund(['--db', `sqlite:${file}`, ...args], { folder, environment: { ...environment, ...more } })

const open = (marks = fixtureMarks) =>
  sqliteStore({ path: file, create: true, hash: sha256, deadlineMs: 60_000, marks })

/** Everything of them that is read. */
const peopleIn = async (marks = fixtureMarks) => {
  const store = await open(marks)
  try {
    const [fundId, networkId] = [(await store.fundIds())[0]!, (await store.networks.fundIds())[0]!]
    return {
      names: await store.names(fundId),
      nominees: await store.nominees(fundId),
      kin: await store.kinships(fundId),
      notes: await store.of(fundId),
      // A start appoints the first administrator, where there is none.
      users: (await store.users(networkId)).filter(({ login }) => login !== 'administrator'),
    }
  } finally {
    await store.close()
  }
}

const wordsIn = ({ names, nominees, notes, users }: Awaited<ReturnType<typeof peopleIn>>) =>
  [
    ...names.flatMap(({ khmer, latin }) => [khmer, latin]),
    ...nominees.map(({ name }) => name),
    ...notes.values(),
    ...users.map(({ login }) => login),
  ].filter((word) => word !== undefined && word.length > 4) as string[]

const standing = (words: readonly string[]): string[] => {
  const bytes = readFileSync(file)
  return words.filter((word) => bytes.includes(Buffer.from(word)))
}

const doctorOn = async (more = {}): Promise<string> => (await run(['doctor'], more)).out

test('the first start seals what lies in clear, says how much, and nothing else has changed', async () => {
  const before = await peopleIn()
  const words = wordsIn(before)
  expect(words.length).toBeGreaterThan(60)
  expect(standing(words)).toEqual(words)
  const rows = Number(/(\d+) row\(s\) lie in clear/.exec(await doctorOn())?.[1])
  const status = await run(['secrets', 'status'])
  expect(status.out).toContain(`${rows} row(s) lie in clear`)
  const service = await started(folder, environment)
  // The photo of that database bears no mark that holds, and is left to whoever looks into it.
  expect(service.printed()).toContain(
    `${rows - 1} row(s) with names, kin, notes or logins lay in clear`,
  )
  // While the service runs, and after it.
  expect(standing(words)).toEqual([])
  await service.stop()
  expect(standing(words)).toEqual([])
  expect(await doctorOn()).toContain('ok  names: 1 row(s) lie in clear')
  expect(JSON.parse((await run(['secrets', 'status', '--json'])).out)).toMatchObject({
    atRest: { open: 1, older: 0, shut: 0 },
    marks: [{ kind: 'member_photo' }, { kind: 'member_photo' }],
  })
  expect(await peopleIn()).toStrictEqual(before)
  const again = await started(folder, environment)
  await again.stop()
  expect(again.printed()).not.toContain('sealed')
})

/** The same database, marked and sealed by a pepper that can stand in a list of older ones. */
const first = 'the-pepper-of-this-village-as-long-as-it-must-be'
const takeOver = async (): Promise<void> => {
  const store = await open(marksBy({ secret: first, older: [fixtureSecret] }))
  for (const scope of [...(await store.fundIds()), ...(await store.networks.fundIds())]) {
    await store.markAnew(scope, { at: '2026-06-01T02:00:00.000Z', how: 'renews' })
    await store.sealAnew(scope)
  }
  await store.close()
}

test('after a changed PEPPER reseal seals by it; a wrong one stops the start, the commands and the doctor by its name', async () => {
  const before = await peopleIn()
  await takeOver()
  const next = 'the-pepper-after-it-which-nobody-but-this-test-knows'
  const changed = { PEPPER: next, PEPPER_OLD: first }
  expect((await run(['secrets', 'status'], changed)).out).toMatch(
    /1 row\(s\) lie in clear, \d\d+ under an older PEPPER/,
  )
  const resealed = await run(['secrets', 'reseal'], changed)
  expect([resealed.status, resealed.err]).toEqual([0, ''])
  expect(resealed.out).toMatch(/Sealed by the PEPPER of now, .*: \d\d+ row\(s\)/)
  expect(await peopleIn(marksBy({ secret: next }))).toStrictEqual(before)
  // The one of before opens nothing any more.
  const wrong = { PEPPER: first }
  await expect(started(folder, { ...environment, ...wrong })).rejects.toThrow('sealed by a PEPPER')
  const said = 'sealed by a PEPPER that this program was not given'
  for (const args of [
    ['report', 'income'],
    ['export', 'archive', '--out', join(folder, 'fund.archive.gz')],
    ['secrets', 'status'],
  ]) {
    const told = await run(args, wrong)
    expect([args, told.status, told.err]).toEqual([args, 3, expect.stringContaining(said)])
  }
  expect((await run(['doctor'], wrong)).out).toMatch(
    /BAD names: .*\d\d+ row\(s\) open by no PEPPER that is set/,
  )
  // Whoever looks at a copy elsewhere, without any secret, reads sums, and is told what is left out.
  const elsewhere = { MODE: 'practice', PEPPER: '' }
  const report = await run(['report', 'income'], elsewhere)
  expect([report.status, report.err]).toEqual([0, expect.stringContaining(said)])
  expect((await run(['audit'], elsewhere)).status).toBe(0)
  expect(
    (await run(['export', 'archive', '--out', join(folder, 'fund.archive.gz')], elsewhere)).status,
  ).toBe(3)
})
