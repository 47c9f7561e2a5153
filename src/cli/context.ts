import { sealedByAnotherSaid, isSealedByAnother } from '#domain/access/row-seal.ts'
import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { CommanderError, type Command } from 'commander'
import type { Marks } from '#domain/access/marks.ts'
import { isLocalDate } from '#domain/kernel/dates.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Store } from '#infra/db/store.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { marksIn } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import { databaseNotPrivate, isPrivateDatabase } from '#src/cli/private-database.ts'

/** 0 done, 1 refused, invalid or problems found, 2 wrong use, 3 broken environment. */
export const exitCodes = { done: 0, refused: 1, wrongUse: 2, broken: 3 } as const

type GlobalOptions = { readonly db: string; readonly json?: boolean }

const stopCode = 'village-fund.stop'

/** Ends a command with words for a person and an exit code; nothing is half done by then. */
export const stop = (message: string, exitCode: number): CommanderError =>
  new CommanderError(exitCode, stopCode, message)

export const globalsOf = (command: Command): GlobalOptions =>
  command.optsWithGlobals<GlobalOptions>()

const ownScripts = ['fund', 'start', 'demo']

/** The folder that the caller stands in: npm runs its scripts in the project's, and says where it came from. */
const callersFolder = (): string => {
  const { npm_lifecycle_event: script, INIT_CWD: from } = process.env
  return script !== undefined && ownScripts.includes(script) && from ? from : process.cwd()
}

export const callersPath = (path: string): string =>
  isAbsolute(path) ? path : resolve(callersFolder(), path)

/** As somebody would type it who stands where the command was given. */
export const asTyped = (path: string): string => relative(callersPath('.'), path)

/** The books of a live fund, as the settings name them: for the service, and for every command that is given no `--db`. */
export const booksUrl = ({
  DATABASE_URL,
  DATA_DIR,
}: {
  readonly DATABASE_URL?: string | undefined
  readonly DATA_DIR?: string | undefined
}): string => DATABASE_URL || `sqlite:${DATA_DIR || './data'}/fund.db`

/** Where a database is: in a file or in memory, or on a server. */
type Place =
  | { readonly kind: 'file'; readonly path: string; readonly isThere: boolean }
  | { readonly kind: 'server'; readonly url: string }

const isOfServer = (url: string): boolean => /^postgres(?:ql)?:\/\/./.test(url)

/** What a URL of a database names. The URL itself is never said back: a password may stand in it. */
export const placeOf = (url: string): Place => {
  if (isOfServer(url)) {
    if (!URL.canParse(url) || new URL(url).pathname.length < 2)
      throw stop(
        'the URL of the database must be postgres://login:password@host/database; signs such as # % / in a password are written %23 %25 %2F',
        exitCodes.wrongUse,
      )
    if (process.env['DATABASE_PRIVATE'] !== 'yes' && !isPrivateDatabase(url))
      throw stop(databaseNotPrivate, exitCodes.wrongUse)
    return { kind: 'server', url }
  }
  const written = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1]
  if (written === undefined)
    throw stop(
      'the database must be sqlite:PATH, sqlite::memory: or postgres://login@host/database',
      exitCodes.wrongUse,
    )
  const path = written === inMemory ? written : callersPath(written)
  return { kind: 'file', path, isThere: path === inMemory || existsSync(path) }
}

/** A missing database. Who practises has one beside it, which no command takes for the books by itself. */
export const noDatabase = (path: string): CommanderError => {
  const practice = join(dirname(path), 'practice.db')
  const beside = existsSync(practice)
    ? ` (the practice fund: --db sqlite:${asTyped(practice)})`
    : ''
  return stop(
    `there is no such database: import a paper book first, or name another with --db${beside}`,
    exitCodes.broken,
  )
}

export type Opening = {
  /** Makes folder, file and schema where they are missing. */
  readonly create: boolean
  /** Reads a journal whose tail does not hold, so that the audit can name what is wrong. */
  readonly lenient?: boolean
}

/** Loaded by those who need it: whose books are in a file shall not wait for it. */
export const postgresOnDemand = async () => ({
  ...(await import('#infra/db/postgres.ts')),
  ...(await import('#infra/db/postgres-looks.ts')),
  ...(await import('#infra/db/postgres-store.ts')),
})

/** A command may take as long as the book is. */
const deadlineMs = 600_000

/** Takes what stands in `.env` into the environment, which goes before it. */
export const readEnvFile = (): void => {
  const file = callersPath('.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/** Secrets of a setting that ends in `_OLD`, as they stand in the environment. */
export const olderIn = (name: string): readonly string[] =>
  (process.env[name] ?? '').split(/[\s,]+/).filter(Boolean)

/** By which rows of the service are known, where this machine has its settings; whoever looks at a copy elsewhere has none. */
export const marksIfKnown = (): Marks | undefined => {
  readEnvFile()
  const { MODE = 'practice', PEPPER } = process.env
  return marksIn({ MODE, PEPPER, PEPPER_OLD: olderIn('PEPPER_OLD') })
}

/** Opens the database of a command; a missing one that is only read is an environment that is broken. */
export const openStore = async (
  url: string,
  { create, lenient = false }: Opening,
): Promise<Store> => {
  const place = placeOf(url)
  const marks = marksIfKnown()
  if (place.kind === 'server') {
    const { postgresStore } = await postgresOnDemand()
    return postgresStore({ url, create, poolMax: 3, deadlineMs, marks })
  }
  const { path, isThere } = place
  if (!create && !isThere) throw noDatabase(path)
  // MikroORM takes longer to load than most commands, and not all of them ask for it.
  const { sqliteStore } = await import('#infra/db/sqlite-store.ts')
  return sqliteStore({
    path,
    create: create || path === inMemory,
    hash: sha256,
    deadlineMs,
    marks,
    verifiesTail: !lenient,
  })
}

/** Runs work on an open store and closes it, whatever happens. */
export const withStore = async <T>(
  command: Command,
  opening: Opening,
  work: (store: Store) => Promise<T>,
): Promise<T> => {
  const store = await openStore(globalsOf(command).db, opening)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Remarks beside a book. Whoever looks at a copy elsewhere has no key to them and is told so; a wrong one ends the command. */
export const remarksOf = async (
  store: Pick<Store, 'of'>,
  fundId: string,
): Promise<ReadonlyMap<string, string>> => {
  try {
    return await store.of(fundId)
  } catch (error) {
    if (!isSealedByAnother(error) || marksIfKnown()) throw error
    process.stderr.write(`Remarks are left out: ${sealedByAnotherSaid}.\n`)
    return new Map()
  }
}

/** The fund that is asked for, or the only one there is. */
export const chosenFund = async (
  store: Pick<Store, 'fundIds'>,
  asked: string | undefined,
): Promise<string> => {
  const fundIds = await store.fundIds()
  if (asked !== undefined) {
    if (fundIds.includes(asked)) return asked
    throw stop('there is no such fund in this database', exitCodes.refused)
  }
  if (fundIds.length === 0)
    throw stop('there is no fund in this database: import a paper book first', exitCodes.refused)
  if (fundIds.length > 1)
    throw stop(`there are ${fundIds.length} funds: name one with --fund`, exitCodes.wrongUse)
  return fundIds[0]!
}

/** An option that must be a day; Khmer digits are read too. */
export const dayOption = (value: string): string => {
  const day = latinDigits(value)
  if (!isLocalDate(day))
    throw stop('a date must be a day that the calendar has, as year-month-day', exitCodes.wrongUse)
  return day
}

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2))

const deepestMessage = (error: Error): string => {
  if (error.cause instanceof Error) return deepestMessage(error.cause)
  // Of several addresses that were tried Node gives no message but a code.
  return error.message || ('code' in error ? String(error.code) : error.name)
}

/** What a database says of a table or column that a migration has yet to make. */
const isOlderSchema = /no such (?:table|column)|of an older version|relation "\w+" does not exist/

const wordsOf = (cause: string): string =>
  isOlderSchema.test(cause)
    ? 'the database is of an older version of this program: bring it up with migrate up'
    : cause.includes('of a newer version')
      ? `${cause} of this program: start that version, or restore a backup of before into an empty place`
      : `the database cannot be used: ${cause}`

/** What is said on stderr and how the process ends when a command failed. */
export const failed = (error: unknown): { readonly message: string; readonly exitCode: number } => {
  if (error instanceof CommanderError) {
    if (error.code === stopCode)
      return { message: `fund: ${error.message}`, exitCode: error.exitCode }
    return { message: '', exitCode: error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse }
  }
  if (error instanceof StorageUnavailable) {
    return {
      message: `fund: ${wordsOf(deepestMessage(error))}`,
      exitCode: exitCodes.broken,
    }
  }
  const message = error instanceof Error ? error.message : 'unknown fault'
  return {
    message: `fund: something is wrong with the program or the machine: ${message}`,
    exitCode: exitCodes.broken,
  }
}

/** A group of commands by its name, made by whoever needs it first. */
export const groupOf = (program: Command, name: string, about: string): Command =>
  program.commands.find((command) => command.name() === name) ??
  program.command(name).description(about)
