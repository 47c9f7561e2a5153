import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { latinDigits } from '#domain/kernel/money.ts'
import { sha256, systemClock } from '#infra/system/system.ts'
import { lifeKinds } from '#src/app/demo/lives.ts'
import { type MadeNetwork, inventNetwork } from '#src/app/demo/network.ts'
import { dayIn } from '#src/app/network/home.ts'
import {
  dayOption,
  exitCodes,
  globalsOf,
  openStore,
  print,
  printJson,
  stop,
} from '#src/cli/context.ts'
import { folderSource } from '#src/cli/folder.ts'
import { newFilePath, writeNew } from '#src/cli/new-files.ts'
import { importInto } from '#src/cli/importing.ts'
import { stepsOn } from '#src/cli/progress.ts'
import { configured, databaseFrom } from '#src/cli/settings.ts'
import { practiceBook } from '#src/exchange/practice.ts'

const practiceFolder = fileURLToPath(new URL('../../exchange/practice-book', import.meta.url))

/** Fills a database with the practice fund, its year moved to end just before today. */
export const makePractice = async (url: string, timeZone: string) => {
  const imported = await importInto(
    url,
    practiceBook(folderSource(practiceFolder), dayIn(systemClock(), timeZone)),
    false,
  )
  if ('faults' in imported) throw new Error('the practice book cannot be read')
  return imported
}

const practiceDatabase = 'sqlite:./data/practice.db'

const demoFund = async (command: Command): Promise<void> => {
  const made = await makePractice(databaseFrom(command) ?? practiceDatabase, configured().TIME_ZONE)
  if (globalsOf(command).json) printJson({ ...made, isPractice: true })
  else
    print(
      `PRACTICE fund, invented people and money: ${made.entries} entries from ${made.openedOn} on.\nFund ${made.fundId}\nLook at it with: npm start`,
    )
}

/** A whole number from one through a greatest, in digits of either script. */
const numberUpTo =
  (most: number) =>
  (value: string): number => {
    const number = Number(latinDigits(value))
    if (!/^\d+$/.test(latinDigits(value)) || number < 1 || number > most)
      throw stop(`a number of the command must be whole, from 1 to ${most}`, exitCodes.wrongUse)
    return number
  }

type DemoOptions = {
  readonly network?: number
  readonly years: number
  readonly seed: string
  readonly members: number
  readonly until?: string
  readonly key?: string
}

/** A line a fund, for whoever tries how much of it is found. */
async function* keyLines(key: MadeNetwork['key']): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for (const line of key) yield encoder.encode(`${JSON.stringify(line)}\n`)
}

const networkText = ({
  networkId,
  funds,
  members,
  entries,
  kinds,
}: Omit<MadeNetwork, 'key'>): string => {
  const each = lifeKinds.flatMap((kind) => (kinds[kind] ? [`${kind} ${kinds[kind]}`] : []))
  return `PRACTICE network, invented people and money: ${funds} funds, ${members} members, ${entries} entries.
Funds by how they go: ${each.join(', ')}.
Network ${networkId}
Look at it with: npm start`
}

const demoNetwork = async (funds: number, options: DemoOptions, command: Command) => {
  const { years, seed, members: most } = options
  const path = options.key === undefined ? undefined : newFilePath(options.key)
  const until = options.until ?? dayIn(systemClock(), configured().TIME_ZONE)
  const store = await openStore(databaseFrom(command) ?? practiceDatabase, { create: true })
  const steps = stepsOn(process.stderr)
  try {
    if ((await store.fundIds(1)).length + (await store.networks.fundIds(1)).length > 0)
      throw stop(
        'there are funds here already: an invented network wants a place of its own, named with --db',
        exitCodes.refused,
      )
    const members = { least: Math.max(5, Math.ceil(most / 2)), most: Math.max(5, most) }
    const { key, ...made } = await inventNetwork(
      store,
      sha256,
      { funds, years, seed, until, members },
      (done) => steps.say(`Inventing funds: ${done} of ${funds}`),
    )
    if (path !== undefined) await writeNew(path, keyLines(key))
    if (globalsOf(command).json) printJson({ ...made, seed, until, isPractice: true })
    else print(networkText(made))
  } finally {
    steps.end()
    await store.close()
  }
}

export const addTo = (program: Command): void => {
  program
    .command('demo')
    .description('a practice fund with an invented year of life, or a whole invented network')
    .option(
      '--network <funds>',
      'so many funds, of which some are late, silent or dead',
      numberUpTo(100_000),
    )
    .option('--years <years>', 'how long they have met, once a month', numberUpTo(20), 2)
    .option('--seed <seed>', 'the same seed and last day give the same network', '1')
    .option('--members <most>', 'members of a fund: half so many to so many', numberUpTo(200), 24)
    .option('--until <day>', 'the last day; today where it is left out', dayOption)
    .option(
      '--key <file>',
      'a new file that says of each fund how it goes and who cheats in it; nothing reads it',
    )
    .action(async (options: DemoOptions, command: Command) =>
      options.network === undefined
        ? demoFund(command)
        : demoNetwork(options.network, options, command),
    )
}
