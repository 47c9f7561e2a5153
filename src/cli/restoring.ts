import { existsSync, mkdirSync } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { fileProblems } from '#infra/db/integrity.ts'
import { migrationNames } from '#infra/db/steps.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import type { Store } from '#infra/db/store.ts'
import { SealBroken, backupKey, keyCheck, sealedLength, unsealed } from '#infra/system/sealed.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import type { AuditProblem } from '#src/app/proof/audit-chain.ts'
import { type HeadProblem, type NamedHead, compareHeads, headsOf } from '#src/app/heads.ts'
import { livingBooks } from '#src/cli/backups/books.ts'
import { againstBooks } from '#src/cli/backups/looking.ts'
import { firstLine } from '#src/cli/backups/first-line.ts'
import { inThreads } from '#src/cli/auditing/audit-threads.ts'
import { backupSecret, hashOfFile, lastingPlace } from '#src/cli/backing-up.ts'
import { callersPath, exitCodes, globalsOf, print, printJson, stop } from '#src/cli/context.ts'
import { type Manifest, openCheckpoint, openManifest } from '#src/cli/manifest.ts'
import { hearSignals, putInPlace, withTemporaryFolder, writeFully } from '#src/cli/new-files.ts'

const refused = (message: string) => stop(message, exitCodes.refused)

const fileBytesMax = 16 * 1024 * 1024

const manifestOf = (head: Buffer | undefined): Manifest => {
  const manifest = head === undefined ? 'not-a-backup' : openManifest(head.toString('utf8'))
  if (manifest === 'not-a-backup')
    throw refused('the file does not begin like a backup of a village fund')
  const isNewer =
    manifest === 'version-unknown' ||
    manifest.migrations.some((name) => !migrationNames.includes(name))
  if (isNewer) throw refused('the backup was made by a newer version of this program')
  return manifest
}

/** Decrypts a backup to a new file and answers with what its first line says; nothing of it is believed unchecked. */
export const openBackup = async (path: string, secret: string, to: string): Promise<Manifest> => {
  const file = await open(path)
  try {
    const head = await firstLine(file)
    const manifest = manifestOf(head)
    const { bytes, kdf } = manifest
    const missing = head!.length + sealedLength(bytes) - (await stat(path)).size
    if (missing !== 0)
      throw refused(
        missing > 0
          ? `the backup is cut off: ${missing} bytes are missing at its end`
          : `the backup goes on for ${-missing} bytes after its end`,
      )
    const key = await backupKey(secret, Buffer.from(kdf.salt, 'hex'))
    if (keyCheck(key) !== manifest.keyCheck)
      throw refused('BACKUP_SECRET is not the one of this backup, or its first line was altered')
    const chunks = file.createReadStream({ start: head!.length, autoClose: false })
    await writeFully(to, unsealed({ key, head: head! }, chunks))
    if ((await hashOfFile(to)) !== manifest.sha256)
      throw refused('the database in the backup is not the one that its first line names')
    return manifest
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    throw refused(`the backup was altered: its first line, or its part ${error.chunk + 1}`)
  } finally {
    await file.close()
  }
}

type Checked = {
  readonly ok: boolean
  readonly createdAt: string
  readonly program: string
  readonly entries: number
  readonly heads: readonly NamedHead[]
  readonly problems: readonly (
    | AuditProblem
    | { readonly check: 'database'; readonly field: string }
  )[]
  /** What the outside checkpoint finds; undefined where none was given. */
  readonly checkpoint: readonly (NamedHead & { readonly problem: HeadProblem })[] | undefined
}

const sameHeads = (a: readonly NamedHead[], b: readonly NamedHead[]): boolean => {
  const keys = (heads: readonly NamedHead[]) =>
    heads.map(({ kind, id, seq, hash }) => `${kind} ${id} ${seq} ${hash}`).toSorted()
  return JSON.stringify(keys(a)) === JSON.stringify(keys(b))
}

/** A store that whoever reads it can stop: signals are heard before each part that is read. */
const stoppable = (store: Store): Store => {
  const after =
    <Arguments extends readonly unknown[], T>(read: (...asked: Arguments) => Promise<T>) =>
    async (...asked: Arguments): Promise<T> => {
      await hearSignals()
      return read(...asked)
    }
  const { networks } = store
  return {
    ...store,
    read: after(store.read),
    postings: after(store.postings),
    balances: after(store.balances),
    networks: { ...networks, read: after(networks.read) },
  }
}

/** Audits a decrypted database as this version reads it, which brings an older one up to date. */
const checkDatabase = async (
  path: string,
  manifest: Manifest,
  checkpoint: readonly NamedHead[] | undefined,
): Promise<Checked> => {
  const { createdAt, program } = manifest
  const broken = fileProblems(path)
  if (broken.length > 0) throw refused('the database in the backup is damaged')
  const options = { path, create: true, hash: sha256, verifiesTail: false, deadlineMs: 600_000 }
  const store = stoppable(await sqliteStore(options))
  try {
    const heads = await headsOf(store)
    // As many books at once as there are cores; one that is stopped is stopped with its threads.
    const funds = inThreads(`sqlite:${path}`, { progress: () => undefined })
    const audit = await auditAll(store, sha256, { funds })
    const differing = checkpoint && (await compareHeads(store, checkpoint))
    const problems = sameHeads(heads, manifest.heads)
      ? audit.problems
      : [...audit.problems, { check: 'database' as const, field: 'heads' }]
    const ok = problems.length === 0 && (differing ?? []).length === 0
    const { entries } = audit
    return { ok, createdAt, program, entries, heads, problems, checkpoint: differing }
  } finally {
    await store.close()
  }
}

const headWords: Readonly<Record<HeadProblem, string>> = {
  missing: 'is not in the backup',
  'ends-before': 'goes on after the backup was made, or the backup was cut short: entry',
  differs: 'has another history in the backup: entry',
}

/** What is found is right as far as it goes, and only goes less far than the heads that were kept. */
const isOnlyOlder = ({ problems, checkpoint }: Checked): boolean =>
  problems.length === 0 && (checkpoint ?? []).every(({ problem }) => problem === 'ends-before')

const verdict = (checked: Checked): string =>
  checked.ok
    ? 'The books hold.'
    : isOnlyOlder(checked)
      ? 'The books in it hold, and they are OLDER than the checkpoint. Heads that are written down before a backup is made are in it; where these were, its end is missing.'
      : 'The books do NOT hold.'

const checkedText = (checked: Checked): string => {
  const { createdAt, program, entries, heads, problems, checkpoint } = checked
  return [
    `Backup of ${createdAt}, version ${program}: ${heads.length} journal(s), ${entries} entries.`,
    ...heads.map(({ kind, id, seq, hash }) => `${kind} ${id}: entry ${seq}, ${hash}`),
    ...problems.map((problem) => `- ${problem.check}: ${problem.field}`),
    ...(checkpoint ?? []).map(
      ({ kind, id, seq, problem }) => `- ${kind} ${id} ${headWords[problem]} ${seq}`,
    ),
    checkpoint === undefined
      ? 'No checkpoint was given: that nothing is missing at the end only --checkpoint can show.'
      : `Checked against ${checkpoint.length === 0 ? 'the checkpoint: it holds' : 'the checkpoint'}.`,
    verdict(checked),
  ].join('\n')
}

type RestoreOptions = {
  readonly check?: boolean
  readonly to?: string
  readonly checkpoint?: string
  readonly anyway?: boolean
}

const checkpointOf = async (
  file: string | undefined,
): Promise<readonly NamedHead[] | undefined> => {
  if (file === undefined) return undefined
  const path = callersPath(file)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile() || found.size > fileBytesMax)
    throw stop('there is no such checkpoint', exitCodes.wrongUse)
  const heads = openCheckpoint(await readFile(path, 'utf8'))
  if (!heads) throw stop('the checkpoint must be what heads --json prints', exitCodes.wrongUse)
  return heads
}

/** A path where no database is, nor the log of one that was there. */
const emptyPath = (path: string): string => {
  if (['', '-wal', '-shm', '-journal'].some((end) => existsSync(`${path}${end}`)))
    throw stop(
      'there is a database already: a backup goes only where nothing is',
      exitCodes.refused,
    )
  mkdirSync(dirname(path), { recursive: true })
  return path
}

/** Opens a backup in a folder that goes again, and audits what is in it. */
export const checkBackup = (
  backup: string,
  secret: string,
  checkpoint?: readonly NamedHead[],
): Promise<Checked> =>
  withTemporaryFolder(tmpdir(), async (folder) => {
    const made = join(folder, 'restored.db')
    return checkDatabase(made, await openBackup(backup, secret, made), checkpoint)
  })

/** All of it or nothing, onto a server whose schema stands and is empty. */
const ontoServer = async (made: string, url: string): Promise<void> => {
  const { copyToPostgres } = await import('#infra/db/postgres-copy.ts')
  if ((await copyToPostgres(made, url)) === 'not-empty')
    throw refused('there are books on that server already: a backup goes only where nothing is')
}

const restore = async (backup: string, options: RestoreOptions): Promise<Checked> => {
  const { to, anyway = false } = options
  const secret = backupSecret()
  const checkpoint = await checkpointOf(options.checkpoint)
  if (to === undefined) return checkBackup(backup, secret, checkpoint)
  const place = lastingPlace(to)
  const path = place.kind === 'file' ? emptyPath(place.path) : undefined
  return withTemporaryFolder(path === undefined ? tmpdir() : dirname(path), async (folder) => {
    const made = join(folder, 'restored.db')
    const manifest = await openBackup(backup, secret, made)
    const checked = await checkDatabase(made, manifest, checkpoint)
    await hearSignals()
    if (!checked.ok && !anyway) return checked
    if (path !== undefined) await putInPlace(made, path)
    if (place.kind === 'server') await ontoServer(made, place.url)
    return checked
  })
}

/** What a backup is to the books that are here, where there are any: whoever looks elsewhere has none, or other ones. */
const besideBooks = async (db: string, { heads }: Checked): Promise<string | undefined> => {
  const books = await livingBooks(db)
  return books && ((await againstBooks(books, { heads })) ?? 'belongs to them')
}

export const addTo = (program: Command): void => {
  program
    .command('restore <file>')
    .description('open a backup, audit all of it, and put it where nothing is (docs/backup.md)')
    .option('--check', 'only look whether it could be restored')
    .option(
      '--to <url>',
      'where to put it: sqlite:PATH, or the URL of an empty database on a server',
    )
    .option('--checkpoint <file>', 'heads that were kept elsewhere, as heads --json prints them')
    .option('--anyway', 'with --to: put it there although the books in it do not hold')
    .addHelpText(
      'after',
      `
Examples:
  npm run --silent fund -- restore --check fund.backup --checkpoint heads.json
  npm run --silent fund -- restore fund.backup --to sqlite:./data/fund.db`,
    )
    .action(async (file: string, options: RestoreOptions, command: Command) => {
      const { check, to } = options
      if ((check === true) === (to !== undefined))
        throw stop('give either --check or --to', exitCodes.wrongUse)
      const path = callersPath(file)
      if (!existsSync(path)) throw stop('there is no such file', exitCodes.wrongUse)
      const checked = await restore(path, options)
      const books = check === true ? await besideBooks(globalsOf(command).db, checked) : undefined
      const isThere = to !== undefined && (checked.ok || options.anyway === true)
      if (globalsOf(command).json) printJson({ ...checked, books, isRestored: isThere })
      else {
        print(checkedText(checked))
        if (books !== undefined) print(`Beside the books on this machine: it ${books}.`)
        if (to !== undefined) print(isThere ? `Restored: ${to}` : 'Nothing was restored.')
      }
      if (!checked.ok) process.exitCode = exitCodes.refused
    })
}
