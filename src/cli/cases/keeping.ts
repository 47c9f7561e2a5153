import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { copyOnline } from '#infra/db/copy.ts'
import { fileProblems } from '#infra/db/integrity.ts'
import {
  SealBroken,
  backupKey,
  keyCheck,
  saltBytes,
  sealed,
  unsealed,
} from '#infra/system/sealed.ts'
import { systemClock } from '#infra/system/system.ts'
import { backupSecret, withHead } from '#src/cli/backing-up.ts'
import {
  type CasesHead,
  type Leaf,
  casesHeadLine,
  leavesIn,
  readCasesHead,
  recordsOf,
} from '#src/cli/cases/leaves-file.ts'
import { replayedAll } from '#src/app/cases/moving.ts'
import { withCases } from '#src/cli/cases/serving.ts'
import { type CasesPlace, casesPlace, serverLeaves } from '#src/cli/cases/place.ts'
import { callersPath, exitCodes, globalsOf, print, printJson, stop } from '#src/cli/context.ts'
import {
  hearSignals,
  newFilePath,
  putInPlace,
  withTemporaryFolder,
  writeNew,
} from '#src/cli/new-files.ts'
import { firstLine } from '#src/cli/backups/first-line.ts'
import { configured, databaseFrom, servedUrl } from '#src/cli/settings.ts'
import { version } from '#src/version.ts'

const refused = (message: string) => stop(message, exitCodes.refused)

const placeFor = (command: Command): CasesPlace => {
  const configuration = configured()
  return casesPlace(configuration, servedUrl(configuration, databaseFrom(command)))
}

/** A command may take as long as there is to read. */
const deadlineMs = 600_000
const atOnce = 256

/** All leaves of a file by id, as they were when it was copied; signals are heard on the way. */
async function* leavesOfFile(path: string): AsyncGenerator<Leaf> {
  const leaves = sqliteLeaves({ path, create: false, deadlineMs })
  try {
    for (let after: string | undefined; ;) {
      const ids = await leaves.ids(after, atOnce)
      const found = await leaves.read(ids)
      await hearSignals()
      for (const id of ids) yield { id, sealed: found.get(id)! }
      after = ids.at(-1)
      if (after === undefined) return
    }
  } finally {
    await leaves.close()
  }
}

/** Runs work on all leaves of a place, as they are at one moment, by id. */
const withLeaves = async <T>(
  place: CasesPlace,
  work: (leaves: AsyncIterable<Leaf>) => Promise<T>,
): Promise<T> => {
  if (place.kind === 'server') {
    const leaves = await serverLeaves(place, deadlineMs)
    try {
      // Whoever copies the server's own files afterwards finds no order in them either.
      await leaves.layAnew()
      return await work(leaves.all())
    } finally {
      await leaves.close()
    }
  }
  const { path } = place
  if (!place.isThere) throw stop('there are no cases yet', exitCodes.broken)
  // What a program that died has left half done is taken back first, which whoever only copies cannot do.
  const store = sqliteLeaves({ path, create: false, deadlineMs })
  await store.ids(undefined, 1)
  await store.close()
  return withTemporaryFolder(dirname(path), async (folder) => {
    const copy = join(folder, 'copy.db')
    copyOnline(path, copy)
    if (fileProblems(copy).length > 0)
      throw refused('the file of cases is damaged. Nothing was written.')
    return work(leavesOfFile(copy))
  })
}

async function* counted(leaves: AsyncIterable<Leaf>, count: { leaves: number }) {
  for await (const leaf of leaves) {
    count.leaves += 1
    yield leaf
  }
}

export const backUpCases = (place: CasesPlace, secret: string, out: string) =>
  withLeaves(place, async (leaves) => {
    const salt = randomBytes(saltBytes)
    const key = await backupKey(secret, salt)
    const about = {
      createdAt: systemClock(),
      program: version,
      salt: salt.toString('hex'),
      keyCheck: keyCheck(key),
    }
    const head = Buffer.from(`${casesHeadLine(about)}\n`)
    const count = { leaves: 0 }
    const chunks = sealed({ key, head }, recordsOf(counted(leaves, count)))
    return { fileBytes: await writeNew(out, withHead(head, chunks)), ...count }
  })

const headOf = (line: Buffer | undefined): CasesHead => {
  const head = line && readCasesHead(line.toString('utf8'))
  if (!head)
    throw refused(
      'the file does not begin like a backup of cases of this version; one of the books is opened with restore',
    )
  return head
}

/** The leaves of a backup, each only when all before it hold. */
async function* leavesOfBackup(file: FileHandle, secret: string): AsyncGenerator<Leaf> {
  const line = await firstLine(file)
  const { kdf, keyCheck: check } = headOf(line)
  const key = await backupKey(secret, Buffer.from(kdf.salt, 'hex'))
  if (keyCheck(key) !== check)
    throw refused('BACKUP_SECRET is not the one of this backup, or its first line was altered')
  const chunks = file.createReadStream({ start: line!.length, autoClose: false })
  try {
    yield* leavesIn(unsealed({ key, head: line! }, chunks))
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    throw refused(
      `the backup was altered or cut off: its first line, or its part ${error.chunk + 1}`,
    )
  }
}

async function* batches(leaves: AsyncIterable<Leaf>): AsyncGenerator<readonly Leaf[]> {
  let batch: Leaf[] = []
  for await (const leaf of leaves) {
    batch.push(leaf)
    if (batch.length < atOnce) continue
    await hearSignals()
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const asNew = ({ id, sealed: bytes }: Leaf) => ({ id, seen: undefined, sealed: bytes })

/** Fills a new file beside its place, and gives it its name when all of the backup was in it. */
const intoFile = async (path: string, leaves: AsyncIterable<Leaf>): Promise<number> => {
  if (['', '-journal'].some((end) => existsSync(`${path}${end}`)))
    throw refused('there are cases already: a backup goes only where nothing is')
  mkdirSync(dirname(path), { recursive: true })
  return withTemporaryFolder(dirname(path), async (folder) => {
    const made = join(folder, 'restored.db')
    const store = sqliteLeaves({ path: made, create: true, deadlineMs })
    let count = 0
    try {
      await store.ids(undefined, 1)
      for await (const batch of batches(leaves)) {
        if ((await store.change(batch.map(asNew))) === 'stale')
          throw refused('the backup holds a leaf twice')
        count += batch.length
      }
    } finally {
      await store.close()
    }
    await putInPlace(made, path)
    return count
  })
}

const restore = async (place: CasesPlace, from: string, secret: string): Promise<number> => {
  const file = await open(from)
  try {
    const leaves = leavesOfBackup(file, secret)
    if (place.kind === 'file') return await intoFile(place.path, leaves)
    const server = await serverLeaves(place, deadlineMs)
    try {
      const count = await server.fill(batches(leaves))
      if (count === 'not-empty')
        throw refused('there are cases already: a backup goes only where nothing is')
      return count
    } finally {
      await server.close()
    }
  } finally {
    await file.close()
  }
}

/** What was destroyed since the copy was made is destroyed again, before anybody opens a case. */
const afterRestore = (command: Command) => {
  const configuration = configured()
  const url = servedUrl(configuration, databaseFrom(command))
  return withCases(configuration, url, async (cases) =>
    cases ? replayedAll({ ...cases, clock: systemClock }) : { again: 0, days: 0 },
  )
}

/** The commands that keep the migration team's cases, below the word that they share with those of other lenders. */
export const addKeeping = (cases: Command): void => {
  cases
    .command('backup <file>')
    .description("an encrypted copy of the migration team's cases, which no other backup holds")
    .action(async (out: string, _: unknown, command: Command) => {
      const secret = backupSecret()
      const backedUp = await backUpCases(placeFor(command), secret, newFilePath(out))
      if (globalsOf(command).json) printJson(backedUp)
      else
        print(
          `Backed up: ${backedUp.leaves} leaves of cases, ${backedUp.fileBytes} bytes, encrypted. They open with CASES_SECRET alone: keep it elsewhere, and BACKUP_SECRET too.`,
        )
    })
  cases
    .command('restore <file>')
    .description('puts a backup of cases where no cases are')
    .action(async (from: string, _: unknown, command: Command) => {
      const secret = backupSecret()
      const path = callersPath(from)
      if (!existsSync(path)) throw stop('there is no such file', exitCodes.wrongUse)
      const leaves = await restore(placeFor(command), path, secret)
      const { again, days } = await afterRestore(command)
      if (globalsOf(command).json) return printJson({ leaves, again, days })
      print(`Restored: ${leaves} leaves of cases.`)
      if (days > 0) print(`The copy is older by ${days} day(s) on which something was written.`)
      if (again > 0) print(`Destroyed again, as they had been before: ${again} case(s).`)
    })
}
