import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { roles } from '#domain/access/roles.ts'
import { type Action, actions, scopeOf } from '#domain/access/table.ts'

export const accessPage = fileURLToPath(new URL('../../docs/access.md', import.meta.url))

const marks = { all: '●', own: '◐', no: '·' } as const

const short: Readonly<Record<(typeof roles)[number], string>> = {
  'household-member': 'household',
  chair: 'chair',
  'record-keeper': 'record-keeper',
  'box-keeper': 'box-keeper',
  counter: 'counter',
  'committee-member': 'committee',
  'key-holder': 'key-holder',
  'migration-worker': 'migration',
  'case-supervisor': 'supervisor',
  auditor: 'auditor',
  administrator: 'administrator',
  'watchdog-reviewer': 'watchdog',
  operator: 'operator',
}

const row = (action: Action): string =>
  `| \`${action}\` | ${roles.map((role) => marks[scopeOf(action, role)]).join(' | ')} |`

/** The access table as a page for people; `docs/access.md` is this text and nothing else. */
export const accessMatrix = (): string => `# Who may do what

Printed from \`domain/access/table.ts\`; \`npm test\` fails when the two differ. ● all of the fund or
network in which the role is held, ◐ rows about the person alone, · nothing. What the table does not
name is not allowed. A stranger may open \`/\`, \`/docs\`, \`/openapi.json\`, \`/healthz\`, \`/readyz\`,
\`/version\` and the pages to sign in, and nothing else. A fund that is not the person's and a fund that
does not exist are one and the same answer.

| action | ${roles.map((role) => short[role]).join(' | ')} |
|---|${roles.map(() => '---').join('|')}|
${actions.map(row).join('\n')}

Where a role is held: offices and membership in the fund's journal, from their day on; staff of a
network in the network's journal, with a last day at most 366 days away; an auditor reads a fund only
while the fund lets the network in *and* the network has put this auditor to work on the fund. Whoever
came by a printed card is a household member and nothing more, whatever offices that member holds.
\`keep-own-page\` is what a member does alone: leaving sums out of the own page, stopping the own card, reading and taking along what is kept beside
the book (behind the secret), and asking to have it corrected or erased. It stands in her own log alone, as a look at the own record.
Officers alone cannot end an auditor's access: a meeting's vote does, and it is a warning sign.
`

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(accessPage, accessMatrix())
