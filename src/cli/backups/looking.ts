import { existsSync, readFileSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SealBroken, backupKey, keyCheck, sealedLength, unsealed } from '#infra/system/sealed.ts'
import type { LivingBooks } from '#src/cli/backups/books.ts'
import type { Named } from '#src/cli/backups/names.ts'
import { type Folder, backupsIn, drillFile } from '#src/cli/backups/place.ts'
import { firstLine } from '#src/cli/backups/first-line.ts'
import { type Manifest, openManifest } from '#src/cli/manifest.ts'

/** What is wrong with one file, in the words that come after its name. */
type Fault = string

const hourMs = 3_600_000

/** The first line of a backup of the books, and whether the file is as long as that says. */
const wholeOf = async (path: string): Promise<Manifest | Fault> => {
  const file = await open(path)
  try {
    const head = await firstLine(file)
    const manifest = head === undefined ? 'not-a-backup' : openManifest(head.toString('utf8'))
    if (manifest === 'not-a-backup') return 'is no backup of a village fund'
    if (manifest === 'version-unknown') return 'was made by a newer version of this program'
    const missing = head!.length + sealedLength(manifest.bytes) - (await stat(path)).size
    if (missing > 0) return `is cut off: ${missing} bytes are missing at its end`
    if (missing < 0) return `goes on for ${-missing} bytes after its end`
    return manifest
  } finally {
    await file.close()
  }
}

/** Whether the secret of now opens it; its first line is bound to its first part. */
const openedBy = async (path: string, secret: string): Promise<Fault | undefined> => {
  const file = await open(path)
  try {
    const head = (await firstLine(file))!
    const { kdf, keyCheck: check } = openManifest(head.toString('utf8')) as Manifest
    const key = await backupKey(secret, Buffer.from(kdf.salt, 'hex'))
    if (keyCheck(key) !== check) return 'opens with another BACKUP_SECRET than the one that is set'
    const chunks = file.createReadStream({ start: head.length, autoClose: false })
    for await (const _ of unsealed({ key, head }, chunks)) return undefined
    return undefined
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    return 'was altered: its first line, or its first part'
  } finally {
    await file.close()
  }
}

/** What a backup and the living books say of each other. */
export const againstBooks = async (
  { heads: living, hashesAt }: LivingBooks,
  { heads }: { readonly heads: readonly Manifest['heads'][number][] },
): Promise<Fault | undefined> => {
  const here = heads.filter(({ kind, id }) =>
    living.some((one) => one.kind === kind && one.id === id),
  )
  if (heads.length > 0 && here.length === 0)
    return 'is foreign: none of its journals is in these books'
  const behind = here.filter(
    ({ kind, id, seq }) => living.find((one) => one.kind === kind && one.id === id)!.seq < seq,
  ).length
  if (behind > 0)
    return `goes further than the books do in ${behind} journal(s): an older copy of the books was put back`
  const gone = heads.length - here.length
  if (gone > 0) return `has ${gone} journal(s) that are not in the books any more`
  const hashes = await hashesAt(here)
  const differing = here.filter(({ hash }, i) => hashes[i] !== hash).length
  return differing > 0 ? `has another history than the books in ${differing} journal(s)` : undefined
}

/** How the last drill went, as it wrote it down. */
export type Drill = {
  readonly at: string
  readonly backup: string
  readonly ok: boolean
  readonly entries: number
  readonly ms: number
  readonly problems: number
  /** Why nothing could be audited, in the words of `restore`. */
  readonly said?: string | undefined
}

export const lastDrill = (folder: string): Drill | undefined => {
  const path = drillFile(folder)
  try {
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Drill) : undefined
  } catch {
    return undefined
  }
}

export type Seen = Named & { readonly fault: Fault | undefined }

/** Every file of a folder with what is wrong with it; those of cases tell no more than that they are there. */
export const seenIn = async (
  folder: Folder,
  {
    books,
    secret,
    opened = Number.POSITIVE_INFINITY,
  }: {
    /** The living books, where there are any. */
    readonly books: LivingBooks | undefined
    readonly secret: string | undefined
    /** How many of the newest are tried with the secret, which takes a third of a second each. */
    readonly opened?: number
  },
): Promise<readonly Seen[]> => {
  const seen: Seen[] = []
  for (const [i, named] of backupsIn(folder).entries()) {
    const path = join(folder.path, named.name)
    if (folder.kind === 'cases') {
      seen.push({ ...named, fault: undefined })
      continue
    }
    const whole = await wholeOf(path)
    const fault =
      typeof whole === 'string'
        ? whole
        : ((secret !== undefined && i < opened ? await openedBy(path, secret) : undefined) ??
          (books === undefined ? undefined : await againstBooks(books, whole)))
    seen.push({ ...named, fault })
  }
  return seen
}

/** Nothing was made for so long that somebody should look: two turns, and an hour for whoever was busy. */
export const isStale = (at: number, { now, hours }: { now: number; hours: number }): boolean =>
  now - at > 2 * hours * hourMs + hourMs

/** A clock that a backup was made by ran ahead, or this one runs behind. */
export const isOfTheFuture = (at: number, now: number): boolean => at > now + hourMs
