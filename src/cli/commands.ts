import type { Command } from 'commander'

type Commands = { readonly addTo: (program: Command) => unknown }

/** The files of commands in the order of the help, each with the first words of what it adds. */
export const commandFiles: readonly (readonly [
  words: readonly string[],
  load: () => Promise<Commands>,
])[] = [
  [['serve'], () => import('#src/cli/serving.ts')],
  [['demo'], () => import('#src/cli/service/demo.ts')],
  [['import'], () => import('#src/cli/importing.ts')],
  [['export', 'import'], () => import('#src/cli/archiving.ts')],
  [['export'], () => import('#src/cli/exporting.ts')],
  [['export', 'evidence'], () => import('#src/cli/evidence.ts')],
  [['verify-receipt'], () => import('#src/cli/verifying.ts')],
  [['check-code'], () => import('#src/cli/proof/checking-code.ts')],
  [['report'], () => import('#src/cli/reporting.ts')],
  [['compare'], () => import('#src/cli/comparing.ts')],
  [['quote'], () => import('#src/cli/quoting.ts')],
  [['village-box'], () => import('#src/cli/service/box-certificate.ts')],
  [['meeting-text'], () => import('#src/cli/meeting/texts.ts')],
  [['carried'], () => import('#src/cli/meeting/carrying.ts')],
  [['audits'], () => import('#src/cli/auditing/papers.ts')],
  [['cases'], () => import('#src/cli/cases/trying.ts')],
  [['user'], () => import('#src/cli/people.ts')],
  [['device'], () => import('#src/cli/devices.ts')],
  [['messages'], () => import('#src/cli/messaging.ts')],
  [['secrets'], () => import('#src/cli/secrets-renewed.ts')],
  [['audit', 'rebuild'], () => import('#src/cli/keeping.ts')],
  [['tamper'], () => import('#src/cli/tampering.ts')],
  [['backup', 'heads'], () => import('#src/cli/backing-up.ts')],
  [['backups'], () => import('#src/cli/backups/commands.ts')],
  [['restore'], () => import('#src/cli/restoring.ts')],
  [['migrate', 'doctor'], () => import('#src/cli/schema.ts')],
  [['install'], () => import('#src/cli/hosting/installing.ts')],
  [['update'], () => import('#src/cli/hosting/updating.ts')],
]

/** What every command is for, as the overview says it and as it says itself; only those that are asked for are loaded. */
export const overview = {
  serve: 'the service with its pages and its API; settings in .env.example',
  demo: 'a practice fund with an invented year of life, or a whole invented network',
  import: 'take an older book into the ledger',
  export: 'carry what is here elsewhere',
  evidence: 'check a signed folder: what was altered is named',
  'verify-receipt <receipt>':
    'whether the book still says what a receipt or a passbook says (docs/proof.md)',
  'check-code <code>':
    'whether a short code of a receipt, the minutes or a meeting agrees with the book',
  report: 'reports of a fund on any past day',
  'compare <sheet>':
    'figures of the paper book beside these books, from a CSV or .xlsx sheet of card, savings and loan_left; writes nothing',
  quote: 'schedule, true cost and verdict of a loan, asked as JSON on standard input',
  'village-box':
    'certificates for a computer that serves the phones of one room (docs/village-box.md)',
  'meeting-text':
    'one text message that says how a meeting went: make it, or hold it against the book',
  carried: 'what a phone wrote down without a line: read it, or send it to the fund',
  audits:
    'an audit on a laptop without a line, and whether an entry that an opinion quotes is in the book',
  'cases <dir>':
    "runs loan cases: other lenders' schedules, payments and costs, to the last unit; backup, restore and sweep: the migration team's cases",
  user: 'people who may sign in',
  device: 'phones and computers that people sign in on',
  messages: 'short texts to members’ own phones',
  secrets: 'changing PEPPER, SIGNING_SECRET, SUPPORT_SECRET and CASES_SECRET',
  audit: 'whether the books are what they were when they were written; all funds',
  rebuild: 'drop the views and make them anew from the journal',
  tamper: 'change one byte in a copy of the practice fund, to see the audit find it',
  backup: 'an encrypted copy of the whole database, while the service runs (docs/backup.md)',
  backups:
    'the backups that the service makes by itself: make one now, look at all, try the newest',
  heads: 'number and hash of the last entry of each journal: a checkpoint to keep elsewhere',
  'restore <file>': 'open a backup, audit all of it, and put it where nothing is (docs/backup.md)',
  migrate: 'the schema of the database',
  doctor: 'whether this machine and its settings can run the service',
  install: 'settings with new secrets and a unit of systemd (docs/hosts/server.md)',
  update: 'whether there is a newer version, what it brings, and whether its files are whole',
} as const

const hasWord = (args: readonly string[], words: readonly string[]): boolean =>
  words.some((word) => args.includes(word))

/**
 * Adds the commands that the arguments name, and of all others their name and what they are for: each file loads half of
 * the house, and who asks for one command, or for help, need not wait for the rest.
 */
export const addCommands = async (program: Command, args: readonly string[]): Promise<void> => {
  for (const [words, load] of commandFiles) if (hasWord(args, words)) (await load()).addTo(program)
  const there = program.commands.map((command) => command.name())
  for (const [usage, about] of Object.entries(overview))
    if (!there.includes(usage.split(' ')[0]!)) program.command(usage).description(about)
}
