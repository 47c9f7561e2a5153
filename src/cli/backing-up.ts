import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { aboutFile, copyOnline } from '#infra/db/copy.ts'
import { fileProblems } from '#infra/db/integrity.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import {
  backupKdf,
  backupKey,
  chunkBytes,
  keyCheck,
  saltBytes,
  sealed,
} from '#infra/system/sealed.ts'
import { systemClock } from '#infra/system/system.ts'
import { headsOf } from '#src/app/heads.ts'
import {
  noDatabase,
  placeOf,
  exitCodes,
  globalsOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import { type Manifest, backupFormat, backupVersion, manifestLine } from '#src/cli/manifest.ts'
import { newFilePath, withTemporaryFolder, writeNew } from '#src/cli/new-files.ts'
import { configured } from '#src/cli/settings.ts'
import { version } from '#src/version.ts'

/** The secret of backups. There is no default: a backup that anybody can open is not one. */
export const backupSecret = (): string => {
  const { BACKUP_SECRET } = configured()
  if (BACKUP_SECRET === undefined)
    throw stop(
      'BACKUP_SECRET must be set, in the environment or in .env: backups are encrypted with it (docs/backup.md)',
      exitCodes.broken,
    )
  return BACKUP_SECRET
}

type Place = ReturnType<typeof placeOf>

/** Where books lie that can be copied whole: in a file or on a server. */
export const lastingPlace = (url: string): Place => {
  const place = placeOf(url)
  if (place.kind === 'file' && place.path === inMemory)
    throw stop(
      'books in memory are backed up by nobody: carry a fund away with export archive',
      exitCodes.wrongUse,
    )
  return place
}

export const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** A first line and what comes after it. */
export async function* withHead(head: Uint8Array, chunks: AsyncIterable<Uint8Array>) {
  yield head
  yield* chunks
}

/** Opened when it is read and not before: a stream that nobody reads would tell of a file that is gone by then. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path)) yield piece as Buffer
}

const copyTo = async (place: Place, copy: string): Promise<void> => {
  if (place.kind === 'file') return copyOnline(place.path, copy)
  const { copyFromPostgres } = await import('#infra/db/postgres-copy.ts')
  return copyFromPostgres(place.url, copy)
}

/**
 * Copies the database, looks at the copy, and writes it to a new file, encrypted. The plain copy lies
 * beside the database, where the plain books are anyway, and never on the stick that the backup goes to; that of a server in
 * the machine's folder for what goes again.
 */
export const backUp = async (
  place: Place,
  { secret, out }: { readonly secret: string; readonly out: string },
): Promise<Manifest & { readonly fileBytes: number }> =>
  withTemporaryFolder(place.kind === 'file' ? dirname(place.path) : tmpdir(), async (folder) => {
    const copy = join(folder, 'copy.db')
    await copyTo(place, copy)
    const problems = fileProblems(copy)
    if (problems.length > 0)
      throw stop('the database is damaged: run audit. Nothing was written.', exitCodes.refused)
    const salt = randomBytes(saltBytes)
    const key = await backupKey(secret, salt)
    const manifest: Manifest = {
      format: backupFormat,
      v: backupVersion,
      createdAt: systemClock(),
      program: version,
      ...aboutFile(copy),
      sha256: await hashOfFile(copy),
      bytes: (await stat(copy)).size,
      cipher: 'aes-256-gcm',
      chunkBytes,
      kdf: { ...backupKdf, salt: salt.toString('hex') },
      keyCheck: keyCheck(key),
    } as Manifest
    const head = Buffer.from(`${manifestLine(manifest)}\n`)
    const chunks = sealed({ key, head }, piecesOf(copy))
    return { ...manifest, fileBytes: await writeNew(out, withHead(head, chunks)) }
  })

const backedUpText = ({ heads, fileBytes, sha256 }: Awaited<ReturnType<typeof backUp>>): string =>
  [
    `Backed up: ${heads.length} journal(s), ${fileBytes} bytes, encrypted.`,
    ...heads.map(({ kind, id, seq, hash }) => `${kind} ${id}: entry ${seq}, ${hash}`),
    `SHA-256 of the database inside: ${sha256}`,
    'Now try it: restore --check. Keep BACKUP_SECRET elsewhere, and the heads on paper (docs/backup.md).',
  ].join('\n')

const addBackUp = (program: Command): void => {
  program
    .command('backup')
    .description('an encrypted copy of the whole database, while the service runs (docs/backup.md)')
    .requiredOption('--out <file>', 'where to write it; must not be there yet')
    .addHelpText(
      'after',
      '\nExample:\n  npm run --silent fund -- backup --out /media/stick/fund-2026-11-30.backup',
    )
    .action(async ({ out }: { out: string }, command: Command) => {
      const { db, json } = globalsOf(command)
      const place = lastingPlace(db)
      const secret = backupSecret()
      if (place.kind === 'file' && !place.isThere) throw noDatabase(place.path)
      const backedUp = await backUp(place, { secret, out: newFilePath(out) })
      if (json) printJson(backedUp)
      else print(backedUpText(backedUp))
    })
}

const addHeads = (program: Command): void => {
  program
    .command('heads')
    .description(
      'number and hash of the last entry of each journal: a checkpoint to keep elsewhere',
    )
    .addHelpText(
      'after',
      '\nWrite them into the minute book. restore --checkpoint FILE holds a backup against what --json prints.',
    )
    .action(async (_: unknown, command: Command) => {
      const heads = await withStore(command, { create: false }, headsOf)
      if (globalsOf(command).json) printJson(heads)
      else
        for (const { kind, id, seq, hash } of heads)
          print(`${kind.padEnd(7)}  ${id}  ${String(seq).padStart(7)}  ${hash}`)
    })
}

export const addTo = (program: Command): void => {
  addBackUp(program)
  addHeads(program)
}
