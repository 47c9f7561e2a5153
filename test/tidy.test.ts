import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Complaint, type SourceFile, readHouse } from '#test/support/house.ts'
import {
  barrels,
  clocksAndChance,
  emptyNames,
  foreignPaths,
  silencedTests,
  tooLong,
  untestedRooms,
} from '#test/support/house-rules.ts'
import { climbingImports, importsOutOfTable } from '#test/support/import-table.ts'
import {
  foreignDrivers,
  lockedHosts,
  looseVersions,
  mixedMikroOrm,
  namedRegistries,
  undecidedScripts,
} from '#test/support/package-rules.ts'

const root = join(import.meta.dirname, '..')
const house = readHouse(root)

const hasBinding = (name: string): boolean =>
  existsSync(join(root, 'node_modules', name, 'binding.gyp'))

/** Packages of the lockfile that are installed with a `binding.gyp`, which npm would build. */
const withBindings = Object.keys(
  (
    JSON.parse(house.find(({ path }) => path === 'package-lock.json')?.text ?? '{}') as {
      packages: object
    }
  ).packages,
)
  .map((place) => place.replace(/^node_modules\//, ''))
  .filter((name) => name !== '' && hasBinding(name))

/** A planted fault: files that break a rule, and the complaint that must name each of them. */
type Planted = { readonly files: readonly SourceFile[]; readonly complaints: readonly Complaint[] }

type Rule = {
  /** A sentence of fact about the house. */
  readonly sentence: string
  readonly check: (files: readonly SourceFile[]) => Complaint[]
  readonly planted: Planted
}

const file = (path: string, ...lines: readonly string[]): SourceFile => ({
  path,
  text: `${lines.join('\n')}\n`,
})

const manifest = (content: object): SourceFile => file('package.json', JSON.stringify(content))
const lockfile = (packages: object): SourceFile =>
  file('package-lock.json', JSON.stringify({ packages }))

const aboutImports: readonly Rule[] = [
  {
    sentence: 'every import is one that the import table grants to its room',
    check: importsOutOfTable,
    planted: {
      files: [
        file('domain/kernel/money.ts', "import { entry } from '#domain/ledger/entry.ts'"),
        file('domain/loans/loan.ts', "import { grant } from '#domain/grants/grants.ts'"),
        file('domain/loans/cost.ts', "import type { Grant } from '#domain/grants/grants.ts'"),
        file('domain/savings/savings.ts', 'import { Hono } from "hono"'),
        file('domain/relief/relief.ts', "export * from 'node:fs'"),
        file('domain/village.ts', "import { edge } from '#domain/conventions/bank.ts'"),
        file('domain/health/grade.ts', 'import {', '  loan,', "} from '#domain/loans/loan.ts'"),
        file('domain/ports.ts', "import { type A, b } from '#domain/ledger/entry.ts'"),
        file('src/http/app.ts', "import { sqlite } from '#infra/db/sqlite.ts'"),
        file('src/app/record.ts', "import 'zod'"),
        file('src/words/km.ts', "const words = await import('#src/app/' + 'record.ts')"),
        file('infra/memory/store.ts', "import { rows } from '#infra/db/rows.ts'"),
        file('infra/db/sqlite.ts', "import { record } from '#src/app/record.ts'"),
        file('src/attic/box.ts', 'export const box = 1'),
      ],
      complaints: [
        'domain/kernel/money.ts may not import #domain/ledger/entry.ts',
        'domain/loans/loan.ts may not import #domain/grants/grants.ts',
        'domain/loans/cost.ts may not import #domain/grants/grants.ts',
        'domain/savings/savings.ts may not import hono',
        'domain/relief/relief.ts may not import node:fs',
        'domain/village.ts may not import #domain/conventions/bank.ts',
        'domain/health/grade.ts takes more than types from #domain/loans/loan.ts',
        'domain/ports.ts takes more than types from #domain/ledger/entry.ts',
        'src/http/app.ts may not import #infra/db/sqlite.ts',
        'src/app/record.ts may not import zod',
        'src/words/km.ts imports what only a running program can tell',
        'infra/memory/store.ts may not import #infra/db/rows.ts',
        'infra/db/sqlite.ts may not import #src/app/record.ts',
        'src/attic/box.ts has no row in the import table',
      ],
    },
  },
  {
    sentence: 'no import climbs out of its folder: each one names the room that it enters',
    check: climbingImports,
    planted: {
      files: [
        file('test/http/app.test.ts', "import { app } from '../../src/http/app.ts'"),
        file('src/cli.ts', `const app = await import(${"'../infra/db/store.ts'"})`),
      ],
      complaints: [
        'test/http/app.test.ts climbs to ../../src/http/app.ts',
        'src/cli.ts climbs to ../infra/db/store.ts',
      ],
    },
  },
  {
    sentence: 'no file only hands on what other files hold',
    check: barrels,
    planted: {
      files: [
        file('domain/loans/index.ts', 'export const loan = 1'),
        file('src/app/all.ts', "export * from '#src/app/record.ts'"),
      ],
      complaints: [
        'domain/loans/index.ts is a barrel',
        "src/app/all.ts:1 hands on: export * from '#src/app/record.ts'",
      ],
    },
  },
]

const aboutFiles: readonly Rule[] = [
  {
    sentence: 'every file of code fits in 300 lines',
    check: tooLong,
    planted: {
      files: [
        file('src/app/long.ts', ...Array.from({ length: 301 }, () => '')),
        file('src/app/full.ts', ...Array.from({ length: 300 }, () => '')),
        file('test/fixtures/long.ts', ...Array.from({ length: 301 }, () => '')),
      ],
      complaints: ['src/app/long.ts has 301 lines'],
    },
  },
  {
    sentence: 'every name says what the thing is for',
    check: emptyNames,
    planted: {
      files: [
        file('src/utils/dates.ts', 'export const day = 1'),
        file('test/support/test-helpers.ts', 'export const day = 1'),
        file('src/app/day.ts', 'export const dateUtils = {}', 'export class FundManager {}'),
      ],
      complaints: [
        'src/utils/dates.ts is called utils',
        'test/support/test-helpers.ts is called test-helpers.ts',
        'src/app/day.ts declares dateUtils',
        'src/app/day.ts declares FundManager',
      ],
    },
  },
  {
    sentence: 'the domain is handed its clock and its chance, and reads neither',
    check: clocksAndChance,
    planted: {
      files: [
        file('domain/loans/loan.ts', '', 'const now = new Date()', 'const at = Date.now()'),
        file('domain/savings/savings.ts', 'const id = Math.random(), on = day.toISOString()'),
        file('src/app/record.ts', 'const now = new Date()'),
      ],
      complaints: [
        'domain/loans/loan.ts:2 uses new Date',
        'domain/loans/loan.ts:3 uses Date.now',
        'domain/savings/savings.ts:1 uses Math.random',
        'domain/savings/savings.ts:1 uses toISOString',
      ],
    },
  },
  {
    sentence: 'no file names a path that only one machine has',
    check: foreignPaths,
    planted: {
      files: [
        file('docs/guide.md', `Look in ${['', 'home', 'someone', 'book'].join('/')}.`),
        file('src/cli.ts', `const book = '${['', 'work', 'main'].join('/')}'`),
        file('src/node.ts', `const book = '${['..', 'shared', 'data'].join('/')}'`),
        file('src/http/app.ts', "const fund = 'https://example.org/home/fund'"),
      ],
      complaints: [
        `docs/guide.md:1 names ${['', 'home', ''].join('/')}, which is not in the house`,
        `src/cli.ts:1 names ${['', 'work', ''].join('/')}, which is not in the house`,
        `src/node.ts:1 names ${['..', 'shared'].join('/')}, which is not in the house`,
      ],
    },
  },
]

const aboutTests: readonly Rule[] = [
  {
    sentence: 'no test is silenced, singled out or still to be written',
    check: silencedTests,
    planted: {
      files: ['skip', 'only', 'todo', 'skipIf'].map((word) =>
        file(`test/${word}.test.ts`, `${'test'}.${word}('a fund has a box', () => {})`),
      ),
      complaints: ['skip', 'only', 'todo'].map(
        (word) => `test/${word}.test.ts:1 says ${'test'}.${word}`,
      ),
    },
  },
  {
    sentence: 'every room of the domain has a test of its own',
    check: untestedRooms,
    planted: {
      files: [
        file('domain/loans/loan.ts', 'export const loan = 1'),
        file('domain/savings/savings.ts', 'export const saving = 1'),
        file('test/domain/savings/savings.test.ts', ''),
      ],
      complaints: ['domain/loans has no test under test/domain/loans'],
    },
  },
]

const aboutPackages: readonly Rule[] = [
  {
    sentence: 'every dependency is wanted at one exact version',
    check: looseVersions,
    planted: {
      files: [
        manifest({
          dependencies: { hono: '^4.13.19', zod: '4.6.7', kysely: '*' },
          devDependencies: { vitest: '~5.1.1', oxlint: 'latest' },
        }),
      ],
      complaints: [
        'hono is wanted at ^4.13.19, which is not one version',
        'kysely is wanted at *, which is not one version',
        'vitest is wanted at ~5.1.1, which is not one version',
        'oxlint is wanted at latest, which is not one version',
      ],
    },
  },
  {
    sentence: 'all of MikroORM is at one version',
    check: mixedMikroOrm,
    planted: {
      files: [
        manifest({ dependencies: { '@mikro-orm/core': '7.2.1' } }),
        lockfile({
          'node_modules/@mikro-orm/core': { version: '7.2.1' },
          'node_modules/@mikro-orm/sqlite': { version: '7.2.0' },
        }),
      ],
      complaints: ['@mikro-orm/core 7.2.1', '@mikro-orm/sqlite 7.2.0'],
    },
  },
  {
    sentence: 'the database drivers are the very ones that MikroORM uses',
    check: foreignDrivers,
    planted: {
      files: [
        manifest({ dependencies: { 'better-sqlite3': '12.0.0', kysely: '0.29.6' } }),
        lockfile({
          'node_modules/@mikro-orm/sqlite': {
            dependencies: { 'better-sqlite3': '13.0.3', kysely: '0.29.6' },
          },
        }),
      ],
      complaints: ['better-sqlite3 is 12.0.0 here and 13.0.3 in @mikro-orm/sqlite'],
    },
  },
  {
    sentence: 'every install script is allowed or forbidden by name',
    check: (files) => undecidedScripts(files, files === house ? withBindings : ['canvas']),
    planted: {
      files: [
        manifest({ allowScripts: { node: true } }),
        lockfile({
          'node_modules/node': { hasInstallScript: true },
          'node_modules/vite/node_modules/esbuild': { hasInstallScript: true },
        }),
      ],
      complaints: [
        'esbuild has an install script that allowScripts does not decide',
        'canvas has an install script that allowScripts does not decide',
      ],
    },
  },
  {
    sentence: 'the lockfile ties no package to a host',
    check: lockedHosts,
    planted: {
      files: [lockfile({ 'node_modules/hono': { resolved: 'https://mirror.example/hono.tgz' } })],
      complaints: ['node_modules/hono is tied to https://mirror.example/hono.tgz'],
    },
  },
  {
    sentence: 'the settings of npm name no registry',
    check: namedRegistries,
    planted: {
      files: [file('.npmrc', 'loglevel=error', 'registry=https://mirror.example/')],
      complaints: ['.npmrc says registry=https://mirror.example/'],
    },
  },
]

const rules = [...aboutImports, ...aboutFiles, ...aboutTests, ...aboutPackages]

describe('the house', () => {
  test.for(rules)('$sentence', ({ check }) => {
    expect(check(house)).toEqual([])
  })
})

describe('the watchman names each fault that is planted', () => {
  test.for(rules)('$sentence', ({ check, planted }) => {
    expect(check(planted.files)).toEqual(planted.complaints)
  })
})
