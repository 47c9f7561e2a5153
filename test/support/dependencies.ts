import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import manifest from '#package' with { type: 'json' }

/*
 * The page of what runs here and was made by others, from package.json, what the packages say of themselves, and what stands
 * below. After a change of a dependency: node test/support/dependencies.ts
 */

const root = fileURLToPath(new URL('../..', import.meta.url))
export const dependenciesPage = `${root}docs/dependencies.md`

/** The day on which the registry was asked for the oldest release of each. */
export const readOn = '2026-12-01'

type About = {
  readonly why: string
  /** What would be put in its place, and what that costs. */
  readonly instead: string
  /** The oldest release that the registry listed: it is at least as old as this. */
  readonly since: string
  /** The one file or folder that may import it, where it is fenced off. */
  readonly fence?: string
}

const orm = {
  why: 'entities, migrations and transactions over SQLite and PostgreSQL by one description',
  instead: 'Kysely alone, by hand-written migrations; everything of it lies in `infra/db`',
  since: '2024-12-07',
  fence: 'infra/db/',
} as const

export const about: Readonly<Record<keyof typeof manifest.dependencies, About>> = {
  '@fontsource/noto-sans-khmer': {
    why: 'the Khmer letters, served from here: phones without them show boxes',
    instead: 'the font’s own files, from its makers',
    since: '2023-08-06',
  },
  '@hono/node-server': {
    why: 'answers requests on Node',
    instead: '`node:http` and some 200 lines that make requests and answers of the web of it',
    since: '2024-12-02',
    fence: 'src/cli/',
  },
  '@hono/zod-openapi': {
    why: 'one description of a route for its check, its types and the reference',
    instead:
      '`z.toJSONSchema` and a router of our own over `src/http/api.ts`; every route names it by one name',
    since: '2024-12-11',
    fence: 'src/http/',
  },
  '@hpke/core': {
    why: 'seals a second person’s word on a phone for the service (RFC 9180)',
    instead: 'Node’s own HPKE, once phones have it too',
    since: '2024-12-13',
    fence: 'infra/system/',
  },
  '@mikro-orm/core': orm,
  '@mikro-orm/migrations': orm,
  '@mikro-orm/postgresql': orm,
  '@mikro-orm/sql': orm,
  '@mikro-orm/sqlite': orm,
  '@noble/hashes': {
    why: 'SHA-256 and scrypt where the host has none that answers at once: browsers and Workers',
    instead: '`crypto.subtle`, which is asynchronous, and with it every fold that hashes',
    since: '2024-11-22',
  },
  'better-sqlite3': {
    why: 'SQLite in this process, without waiting',
    instead: '`node:sqlite`, once MikroORM drives it; the statements stay',
    since: '2024-04-13',
    fence: 'infra/',
  },
  commander: {
    why: 'the command line and its help',
    instead: '`util.parseArgs`; help would be written by hand',
    since: '2024-02-23',
    fence: 'src/cli/',
  },
  'csv-parse': {
    why: 'reads CSV with its quotes, and tells the line of a fault',
    instead: 'a reader of our own, some 120 lines',
    since: '2024-05-28',
    fence: 'src/exchange/paper-book/files.ts',
  },
  'date-fns': {
    why: 'months and days of the calendar',
    instead: '`Temporal`, once every phone has it; one file asks it',
    since: '2024-04-02',
    fence: 'domain/kernel/',
  },
  'decimal.js': {
    why: 'rates and conventions of 34 digits; no sum of money is one',
    instead: 'whole fractions of our own, as `src/pwa/decimal.ts` has them for the phone',
    since: '2024-02-23',
  },
  hono: {
    why: 'routes, cookies, headers and typed clients on Node and Workers alike',
    instead: 'any router over the requests of the web; pages and forms know it by name',
    since: '2024-12-02',
  },
  'hono-rate-limiter': {
    why: 'counts requests of a sender, and says how many are left',
    instead: 'some 40 lines in the file that fences it; what it counts in is ours already',
    since: '2024-12-11',
    fence: 'src/http/windows.ts',
  },
  hucre: {
    why: 'reads and writes cells of workbooks without loading a sheet whole, under strict limits of ours',
    instead:
      'another reader of `.xlsx` behind the same two functions; it is given one checked file and nothing else',
    since: '2026-07-17',
    fence: 'src/exchange/workbook/',
  },
  kysely: {
    why: 'statements with types; MikroORM brings the very same',
    instead: 'SQL texts; the statements are tested against both databases',
    since: '2024-12-02',
    fence: 'infra/db/',
  },
  node: {
    why: 'the runtime itself, the same on every machine',
    instead: 'a Node of the machine that is at least as new',
    since: '2024-12-07',
  },
  oauth4webapi: {
    why: 'signing in by an organisation’s account: what is checked, and in which order',
    instead: 'leave that way in out; nothing else needs it',
    since: '2024-09-23',
    fence: 'infra/system/',
  },
  pg: {
    why: 'speaks with PostgreSQL',
    instead: 'another driver that MikroORM knows',
    since: '2024-04-12',
    fence: 'infra/',
  },
  pino: {
    why: 'lines of the log',
    instead: '`JSON.stringify` to the standard output, as Workers do',
    since: '2024-04-17',
    fence: 'src/node.ts',
  },
  preact: {
    why: 'screens of the meeting app',
    instead: 'React, by the same names and ten times the weight',
    since: '2024-03-09',
  },
  rolldown: {
    why: 'packs the meeting app and the service at the first start',
    instead: 'esbuild; three plugins of some 30 lines each would be written anew',
    since: '2024-10-07',
    fence: 'src/packing/',
  },
  'swagger-ui-dist': {
    why: 'the reference at `/docs`, from here and not from a stranger’s server',
    instead: 'the plain description at `/openapi.json`; nothing else needs it',
    since: '2024-12-02',
  },
  uqr: {
    why: 'square codes of receipts, cards and what a phone carries',
    instead: 'another maker of codes behind the same two functions',
    since: '2024-06-25',
    fence: 'src/pages/square-modules.ts',
  },
  zod: {
    why: 'reads what is sent, settings and cases of other lenders',
    instead: 'our own shapes (`domain/kernel/shape.ts`), which read commands already',
    since: '2024-04-02',
  },
}

const isNewer = (since: string): boolean =>
  since > `${Number(readOn.slice(0, 4)) - 1}${readOn.slice(4)}`

/** Those that may still change under us: no 1.0 yet, or known for less than a year. */
export const young = (
  versions: Readonly<Record<string, string>> = manifest.dependencies,
  known: Readonly<Record<string, Pick<About, 'since'>>> = about,
): readonly string[] =>
  Object.entries(versions).flatMap(([name, version]) =>
    version.startsWith('0.') || isNewer(known[name]?.since ?? readOn) ? [name] : [],
  )

type Installed = { readonly version: string; readonly license: string }

/** What is installed says itself by which licence, and at which version. */
export const installed = (name: string): Installed =>
  JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, 'utf8')) as Installed

const introduction = `# What others made

Everything that runs here and was made by others, at one exact version each (\`package.json\`); what only tests and checks need is not
listed. Made by \`node test/support/dependencies.ts\` and held by \`test/docs/dependencies.test.ts\`: a dependency without a line here fails.

**At least since** is the oldest release that the registry listed on ${readOn}; most are older than that. What has no 1.0 yet or is known for
less than a year is **bold**, and one file or folder alone may import it, so that another can be put in its place. Dependabot proposes
updates once a week, a week after their release at the earliest (\`.github/dependabot.yml\`).

`

/** The page as it must stand. */
export const dependenciesText = (): string => {
  const isYoung = new Set(young())
  const rows = Object.entries(about).map(([name, { why, instead, since, fence }]) => {
    const { version, license } = installed(name)
    const shown = isYoung.has(name) ? `**${name}**` : name
    const where = fence === undefined ? '' : `\`${fence}\``
    return `| ${shown} | ${version} | ${license} | ${since} | ${why} | ${where} | ${instead} |`
  })
  const head =
    '| package | version | licence | at least since | why | only in | what would replace it |'
  return `${introduction}${[head, '|---|---|---|---|---|---|---|', ...rows].join('\n')}\n`
}

if (import.meta.main) writeFileSync(dependenciesPage, dependenciesText())
