import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { addCommands, commandFiles, overview } from '#src/cli/commands.ts'
import { bareEnvironment, cli } from '#test/support/command-line.ts'

const wordsOf = (program: Command): string[] =>
  program.commands.map((command) => command.name()).toSorted()

const usageOf = (command: Command): string =>
  [command.name(), ...command.registeredArguments.map((one) => `<${one.name()}>`)].join(' ')

test.each(commandFiles)('the file of %s adds no other words', async (words, load) => {
  const program = new Command()
  await load().then(({ addTo }) => addTo(program))
  expect(wordsOf(program)).toEqual([...words].toSorted())
})

test.each(commandFiles)('the overview says of %s what they say of themselves', async (_, load) => {
  const program = new Command()
  await load().then(({ addTo }) => addTo(program))
  const said = Object.fromEntries(program.commands.map((one) => [usageOf(one), one.description()]))
  expect(overview).toMatchObject(said)
})

const bare = Object.keys(overview).map((usage) => usage.split(' ')[0]!)

test.each([
  ['one word', ['audit'], ['audit', 'rebuild']],
  ['a word and its help', ['audit', '--help'], ['audit', 'rebuild']],
  [
    'a word of two files, and options before it',
    ['--db', 'sqlite:a', 'import'],
    ['export', 'import'],
  ],
  ['no word', [], []],
  ['help', ['--help'], []],
  ['a word that is none', ['no-such-command'], []],
])('asked for by %s, only what is needed is loaded, and all are named', async (_, args, words) => {
  const program = new Command()
  await addCommands(program, args)
  expect(wordsOf(program)).toEqual(bare.toSorted())
  const isLoaded = ({ options, commands }: Command) => options.length + commands.length > 0
  const loaded = program.commands.filter(isLoaded).map((command) => command.name())
  expect(words).toEqual(expect.arrayContaining(loaded))
})

const counting = fileURLToPath(new URL('../support/files-loaded.ts', import.meta.url))

/** How many files a command has loaded, and of which packages. */
const loadedFor = (...args: string[]) => {
  const run = spawnSync(process.execPath, ['--import', counting, cli, ...args], {
    env: bareEnvironment,
    encoding: 'utf8',
  })
  return JSON.parse(run.stderr) as { files: number; packages: string[] }
}

test('help loads the program that lists commands, and none of them', () => {
  const { files, packages } = loadedFor('--help')
  expect(packages).toEqual(['better-sqlite3', 'commander', 'date-fns', 'decimal.js'])
  expect(files).toBeLessThanOrEqual(60)
})

test('help names where the books are found, and never says a password that stands there', () => {
  const env = { ...bareEnvironment, DATABASE_URL: 'postgres://village:canary@127.0.0.1/village' }
  const { stdout } = spawnSync(process.execPath, [cli, '--help'], { env, encoding: 'utf8' })
  expect(stdout).toContain('DATABASE_URL, or fund.db in DATA_DIR')
  expect(stdout).not.toContain('canary')
})

test('the doctor looks at a database without what reads and writes books', () => {
  const { files, packages } = loadedFor('doctor', '--db', 'sqlite:none.db')
  expect(packages).toEqual(['better-sqlite3', 'commander', 'date-fns', 'decimal.js', 'zod'])
  expect(files).toBeLessThanOrEqual(170)
})
