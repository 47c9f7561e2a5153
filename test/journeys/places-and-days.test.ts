import { mkdirSync, symlinkSync, truncateSync, writeFileSync, appendFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { migrationNames } from '#infra/db/steps.ts'
import { problemText } from '#src/cli/archiving.ts'
import { firstLine } from '#src/cli/backups/first-line.ts'
import { dueNow } from '#src/cli/backups/keeping.ts'
import { isOfTheFuture, isStale } from '#src/cli/backups/looking.ts'
import { nameOf } from '#src/cli/backups/names.ts'
import { backupFolders, makeFolder } from '#src/cli/backups/place.ts'
import { casesPlace } from '#src/cli/cases/place.ts'
import { fileBytes } from '#src/cli/folder.ts'
import { manifestLine, openCheckpoint } from '#src/cli/manifest.ts'
import { knownAtOption } from '#src/cli/reporting.ts'
import { openBackup } from '#src/cli/restoring.ts'
import { linkFaults } from '#src/cli/service/link-settings.ts'
import type { Configuration } from '#src/configuration.ts'
import { fileBytesMax } from '#src/exchange/paper-book/files.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const folder = newFolder()
const at = (name: string): string => join(folder, name)
afterAll(() => dropFolder(folder))

const hourMs = 3_600_000
const now = Date.UTC(2026, 10, 30, 17)
const keep = { days: 100, weeks: 5, months: 12 }

test('a backup is old after two turns and an hour, and is of a time to come when its clock ran an hour ahead', () => {
  const isOld = (hours: number): boolean => isStale(now - hours * hourMs, { now, hours: 24 })
  expect([isOld(49), isOld(49.01)]).toEqual([false, true])
  const isAhead = (hours: number): boolean => isOfTheFuture(now + hours * hourMs, now)
  expect([isAhead(-2), isAhead(0.5), isAhead(1), isAhead(1.01)]).toEqual([
    false,
    false,
    false,
    true,
  ])
})

test('books and cases have a folder each, cases are kept for three months at most, and none is that of the books', () => {
  const settings = { BACKUP_DIR: at('a'), CASES_BACKUP_DIR: at('b'), BACKUP_KEEP: keep }
  const url = `sqlite:${at('data/fund.db')}`
  const books = { kind: 'fund', path: at('a'), keep }
  const cases = { kind: 'cases', path: at('b'), keep: { days: 90, weeks: 5, months: 0 } }
  expect(backupFolders(settings, url)).toEqual([books, cases])
  expect(backupFolders({ ...settings, BACKUP_DIR: undefined }, url)).toEqual([cases])
  expect(backupFolders({ ...settings, CASES_BACKUP_DIR: undefined }, url)).toEqual([books])
  expect(() => backupFolders({ ...settings, CASES_BACKUP_DIR: at('data') }, url)).toThrow(
    'another folder than the database',
  )
})

test('cases are never tried, so that a folder of them alone has no drill that is due', () => {
  const path = at('of-cases')
  mkdirSync(path)
  writeFileSync(join(path, nameOf('cases', now - hourMs)), '')
  const folders = [{ kind: 'cases' as const, path, keep }]
  expect(dueNow(folders, { now, hours: 24, drillDays: 30 })).toEqual([])
})

test('a folder whose disk is away is told by the setting that names it', () => {
  const path = at('no-such-disk/kept')
  expect(() => makeFolder({ path, kind: 'cases' })).toThrow(/ CASES_BACKUP_DIR is not there/)
  expect(() => makeFolder({ path, kind: 'fund' })).toThrow(/ BACKUP_DIR is not there/)
})

test('cases lie in no file of the books, under whatever name it goes', () => {
  const ledger = `sqlite:${at('data/fund.db')}`
  const placed = (name: string) =>
    casesPlace({ MODE: 'live', CASES_DATABASE_URL: `sqlite:${at(name)}` } as Configuration, ledger)
  mkdirSync(at('data'), { recursive: true })
  writeFileSync(at('data/fund.db'), '')
  symlinkSync(at('data/fund.db'), at('data/other-name.db'))
  for (const name of ['data/fund.db', 'data/other-name.db'])
    expect(() => placed(name), name).toThrow('another database than the books')
  expect(placed('data/cases.db')).toEqual({
    kind: 'file',
    path: at('data/cases.db'),
    isThere: false,
  })
})

test('a file that is larger than a village’s book can be is not read, nor is a first line that never ends', async () => {
  writeFileSync(at('sheet'), 'card\n')
  expect(Buffer.from((await fileBytes(at('sheet'))) as Uint8Array).toString()).toBe('card\n')
  truncateSync(at('sheet'), fileBytesMax)
  expect((await fileBytes(at('sheet'))).length).toBe(fileBytesMax)
  truncateSync(at('sheet'), fileBytesMax + 1)
  expect(await fileBytes(at('sheet'))).toBe('too-large')
  expect([await fileBytes(at('none')), await fileBytes(folder)]).toEqual(['missing', 'missing'])
  writeFileSync(at('long'), '')
  truncateSync(at('long'), 64 * 1024 * 1024)
  appendFileSync(at('long'), '\n')
  const file = await open(at('long'))
  expect(await firstLine(file)).toBeUndefined()
  await file.close()
})

test('a backup that knows a step which this program does not is said to be of a newer one, before its secret is asked', async () => {
  const line = (migrations: readonly string[]): string =>
    `${manifestLine({
      format: 'village-fund/backup',
      v: 1,
      createdAt: '2026-11-30T17:00:00.000Z',
      program: '0.2.0',
      migrations: [...migrations],
      sha256: '0'.repeat(64),
      bytes: 9,
      heads: [],
      cipher: 'aes-256-gcm',
      chunkBytes: 65_536,
      kdf: { name: 'scrypt', N: 131_072, r: 8, p: 1, salt: '0'.repeat(32) },
      keyCheck: '0'.repeat(16),
    } as never)}\n`
  const opened = async (text: string) => {
    writeFileSync(at('one.backup'), text)
    return openBackup(at('one.backup'), 'no secret', at('to.db'))
  }
  await expect(opened(line([...migrationNames, '9999-later']))).rejects.toThrow('newer version')
  await expect(opened(line(migrationNames))).rejects.toThrow('cut off')
  await expect(opened('a letter\n')).rejects.toThrow('does not begin like a backup')
})

test('heads that were kept elsewhere are a list or a first line with one, and nothing else is', () => {
  const head = { kind: 'fund', id: 'f', seq: 3, hash: 'a'.repeat(64) }
  expect(openCheckpoint(JSON.stringify([head]))).toEqual([head])
  expect(openCheckpoint(JSON.stringify({ heads: [head], v: 1 }))).toEqual([head])
  for (const text of ['[]', '{}', 'a letter', JSON.stringify([{ ...head, seq: 0 }])])
    expect(openCheckpoint(text), text).toBeUndefined()
})

test('what was known at a time is asked by an instant with its zone, or by a day, which stands for its end', () => {
  expect(knownAtOption('2025-12-31T17:00:00Z')).toBe('2025-12-31T17:00:00.000Z')
  expect(knownAtOption('2026-01-01T00:00:00+07:00')).toBe('2025-12-31T17:00:00.000Z')
  expect(knownAtOption('2025-12-31')).toBe('2025-12-31T16:59:59.999Z')
  for (const odd of ['2025-12-31T17:00:00', '2025-13-31T17:00:00Z', 'yesterday', '31.12.2025'])
    expect(() => knownAtOption(odd), odd).toThrow(/an instant as|a day that/)
})

test('who signs in elsewhere is named by issuer and program together, and a secret alone names nobody', () => {
  const faultsOf = (more: object) =>
    linkFaults({ MODE: 'live', WEBHOOKS: 'no', ...more } as Parameters<typeof linkFaults>[0])
  const [OIDC_ISSUER, OIDC_CLIENT_ID] = ['https://id.example', 'fund']
  const OIDC_CLIENT_SECRET = 'a secret'
  const together = ['OIDC_ISSUER and OIDC_CLIENT_ID must be set together']
  expect(faultsOf({})).toEqual([])
  expect(faultsOf({ OIDC_ISSUER, OIDC_CLIENT_ID })).toEqual([])
  expect(faultsOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET })).toEqual([])
  for (const half of [{ OIDC_ISSUER }, { OIDC_CLIENT_ID }, { OIDC_CLIENT_SECRET }])
    expect(faultsOf(half)).toEqual(together)
  const told = { WEBHOOKS: 'yes' }
  expect(faultsOf(told)).toEqual([expect.stringContaining('MESSAGES_SECRET must be set')])
  expect(faultsOf({ ...told, MESSAGES_SECRET: 'a secret' })).toEqual([])
  expect(faultsOf({ ...told, MODE: 'practice' })).toEqual([])
})

test('what goes wrong while an archive is written says that some of it may be there, and all else that nothing is', () => {
  for (const code of ['fund-busy', 'source-changed'] as const)
    expect(problemText({ code, line: 9 }), code).toMatch(/^line 9: [^]*\nSome of it may be written/)
  expect(problemText({ code: 'chain-broken', line: 9, seq: 4 })).toMatch(
    /^line 9, entry 4: [^]*\nNothing was written\.$/,
  )
})
