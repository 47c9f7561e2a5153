import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { sqliteStore } from '#infra/db/store.ts'
import { sha256, systemClock } from '#infra/system/system.ts'
import { dayIn } from '#src/app/home.ts'
import {
  callersPath,
  databasePath,
  exitCodes,
  globalsOf,
  print,
  printJson,
  stop,
} from '#src/cli/context.ts'
import { folderSource } from '#src/cli/folder.ts'
import { importInto } from '#src/cli/importing.ts'
import { type Configuration, readConfiguration } from '#src/configuration.ts'
import { practiceBook } from '#src/exchange/practice.ts'
import { type Serving, serveOnNode } from '#src/node.ts'

const practiceFolder = fileURLToPath(new URL('../exchange/practice-book', import.meta.url))

const configured = (): Configuration => {
  const read = readConfiguration(process.env)
  if ('faults' in read)
    throw stop(
      `the settings cannot hold:\n${read.faults.map((fault) => `- ${fault}`).join('\n')}`,
      exitCodes.broken,
    )
  return read.configuration
}

/** Fills a database with the practice fund, its year moved to end just before today. */
const makePractice = async (url: string, timeZone: string) => {
  const imported = await importInto(
    url,
    practiceBook(folderSource(practiceFolder), dayIn(systemClock(), timeZone)),
    false,
  )
  if ('faults' in imported) throw new Error('the practice book cannot be read')
  return imported
}

export const addDemo = (program: Command): void => {
  program
    .command('demo')
    .description('a practice fund with an invented year of life that ends just before today')
    .action(async (_: unknown, command: Command) => {
      const isAsked = command.parent?.getOptionValueSource('db') !== 'default'
      const db = isAsked ? globalsOf(command).db : 'sqlite:./data/practice.db'
      const made = await makePractice(db, configured().TIME_ZONE)
      if (globalsOf(command).json) printJson({ ...made, isPractice: true })
      else
        print(
          `PRACTICE fund, invented people and money: ${made.entries} entries from ${made.openedOn} on.\nFund ${made.fundId}\nLook at it with: npm start`,
        )
    })
}

const openServed = async (configuration: Configuration, db: string | undefined) => {
  const { MODE, DATA_DIR, DATABASE_URL } = configuration
  const isPractice = MODE === 'practice' && db === undefined
  const url =
    db ??
    (isPractice
      ? `sqlite:${join(callersPath(DATA_DIR), 'practice.db')}`
      : (DATABASE_URL ?? `sqlite:${join(callersPath(DATA_DIR), 'fund.db')}`))
  const store = await sqliteStore({ path: databasePath(url), create: true, hash: sha256 })
  if (isPractice && (await store.fundIds()).length === 0)
    await makePractice(url, configuration.TIME_ZONE)
  return { store, isPractice }
}

const stopOnSignal = (serving: Serving): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void serving.stop())
  }
}

export const addServe = (program: Command): void => {
  program
    .command('serve')
    .description('the home page of the fund on this machine; settings in .env.example')
    .action(async (_: unknown, command: Command) => {
      const configuration = configured()
      const db =
        command.parent?.getOptionValueSource('db') === 'default' ? undefined : globalsOf(command).db
      const { store, isPractice } = await openServed(configuration, db)
      const { HOST: host, PORT: port, TIME_ZONE: timeZone } = configuration
      try {
        const serving = await serveOnNode({
          store,
          clock: systemClock,
          host,
          port,
          timeZone,
          isPractice,
        })
        stopOnSignal(serving)
        print(
          `${isPractice ? 'PRACTICE fund, invented people and money' : 'Fund'}: ${serving.url}/?lang=en  (Khmer: ${serving.url}/?lang=km)`,
        )
        print('It answers on this machine only, until sign-in is built. Stop with Ctrl+C.')
      } catch (error) {
        await store.close()
        const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
        throw isTaken
          ? stop(`port ${port} is in use: choose another with PORT`, exitCodes.broken)
          : error
      }
    })
}
