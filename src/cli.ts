import { Command, Option } from 'commander'
import { addArchives } from '#src/cli/archiving.ts'
import { addBackups } from '#src/cli/backing-up.ts'
import { failed } from '#src/cli/context.ts'
import { addComparing } from '#src/cli/comparing.ts'
import { addDevices } from '#src/cli/devices.ts'
import { addEvidence } from '#src/cli/evidence.ts'
import { addExports } from '#src/cli/exporting.ts'
import { addImport } from '#src/cli/importing.ts'
import { addAudit, addRebuild } from '#src/cli/keeping.ts'
import { addMessages } from '#src/cli/messaging.ts'
import { addUsers } from '#src/cli/people.ts'
import { addQuote } from '#src/cli/quoting.ts'
import { addReports } from '#src/cli/reporting.ts'
import { addRestore } from '#src/cli/restoring.ts'
import { addSecrets } from '#src/cli/secrets-renewed.ts'
import { addDoctor, addMigrate } from '#src/cli/schema.ts'
import { addDemo, addServe } from '#src/cli/serving.ts'
import { readEnvFile } from '#src/cli/settings.ts'
import { addTamper } from '#src/cli/tampering.ts'
import { addCases } from '#src/cli/trying-cases.ts'
import { addVerifyReceipt } from '#src/cli/verifying.ts'
import { version } from '#src/version.ts'

const program = new Command('fund')
  .description('The ledger of a community village fund.')
  .version(version)
  .addOption(
    new Option('--db <url>', 'sqlite:PATH, sqlite::memory: or postgres://login@host/database')
      .default('sqlite:./data/fund.db')
      .env('DATABASE_URL'),
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

for (const add of [
  addServe,
  addDemo,
  addImport,
  addArchives,
  addExports,
  addEvidence,
  addVerifyReceipt,
  addReports,
  addComparing,
  addQuote,
  addCases,
  addUsers,
  addDevices,
  addMessages,
  addSecrets,
  addAudit,
  addTamper,
  addRebuild,
  addBackups,
  addRestore,
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

readEnvFile()
try {
  await program.parseAsync()
} catch (error) {
  const { message, exitCode } = failed(error)
  if (message !== '') process.stderr.write(`${message}\n`)
  process.exitCode = exitCode
}
