import { Command, Option } from 'commander'
import { addCommands } from '#src/cli/commands.ts'
import { booksUrl, failed, readEnvFile } from '#src/cli/context.ts'
import { version } from '#src/version.ts'

const programOf = (): Command =>
  new Command('fund')
    .description('The ledger of a community village fund.')
    .version(version)
    .addOption(
      new Option('--db <url>', 'sqlite:PATH, sqlite::memory: or postgres://login@host/database')
        // Named and not shown: a password may stand in it.
        .default(booksUrl(process.env), 'DATABASE_URL, or fund.db in DATA_DIR'),
    )
    .option('--json', 'answer with JSON and nothing else on standard output')
    .showHelpAfterError('(see --help)')
    .addHelpText(
      'after',
      `
Examples:
  npm run --silent fund -- import paper-book ./my-book
  npm run --silent fund -- report health --as-of 2025-12-31
  npm run --silent fund -- audit

Exit codes: 0 done, 1 refused, invalid or problems found, 2 wrong use, 3 broken environment.`,
    )
    .exitOverride()

const exitOverrideAll = (command: Command): void => {
  for (const child of command.commands) {
    child.exitOverride()
    exitOverrideAll(child)
  }
}

/** Runs what the arguments ask for; how it ended is in the exit code. */
export const run = async (args: readonly string[]): Promise<void> => {
  // Which database a command works on stands there too.
  readEnvFile()
  const program = programOf()
  await addCommands(program, args)
  exitOverrideAll(program)
  try {
    await program.parseAsync()
  } catch (error) {
    const { message, exitCode } = failed(error)
    if (message !== '') process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
}
