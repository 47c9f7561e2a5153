import { Command } from 'commander'
import { failed } from '#src/cli/context.ts'
import { addImport } from '#src/cli/importing.ts'
import { addAudit, addDoctor, addMigrate, addRebuild } from '#src/cli/keeping.ts'
import { addUsers } from '#src/cli/people.ts'
import { addQuote } from '#src/cli/quoting.ts'
import { addReports } from '#src/cli/reporting.ts'
import { addDemo, addServe } from '#src/cli/serving.ts'
import { addTamper } from '#src/cli/tampering.ts'
import { addCases } from '#src/cli/trying-cases.ts'
import { version } from '#src/version.ts'

const program = new Command('fund')
  .description('The ledger of a community village fund.')
  .version(version)
  .option('--db <url>', 'the database: sqlite:PATH or sqlite::memory:', 'sqlite:./data/fund.db')
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

for (const add of [
  addServe,
  addDemo,
  addImport,
  addReports,
  addQuote,
  addCases,
  addUsers,
  addAudit,
  addTamper,
  addRebuild,
  addMigrate,
  addDoctor,
])
  add(program)

const exitOverrideAll = (command: Command): void => {
  for (const child of command.commands) {
    child.exitOverride()
    exitOverrideAll(child)
  }
}
exitOverrideAll(program)

try {
  await program.parseAsync()
} catch (error) {
  const { message, exitCode } = failed(error)
  if (message !== '') process.stderr.write(`${message}\n`)
  process.exitCode = exitCode
}
