import { type Complaint, type SourceFile } from '#test/support/house.ts'

/** Files that break a rule, and the complaints that must come of them: these and no others. */
export type Planted = {
  readonly files: readonly SourceFile[]
  readonly complaints: readonly Complaint[]
}

export const file = (path: string, ...lines: readonly string[]): SourceFile => ({
  path,
  text: `${lines.join('\n')}\n`,
})

const manifest = (content: object): SourceFile => file('package.json', JSON.stringify(content))
const lockfile = (packages: object): SourceFile =>
  file('package-lock.json', JSON.stringify({ packages }))

/** Put together, so that this file breaks no rule that it tests. */
export const together = (...parts: readonly string[]): string => parts.join('')

export const namedTwice: Planted = {
  files: [
    file('src/pages/fair/form.ts', 'export const formPage = 1'),
    file('src/pages/people/form.ts', 'export const formPage = 2', 'const fact = 3'),
    file('src/http/fair/pages.ts', 'export const fact = 4'),
    file('src/app/fair.ts', 'export const fact = 5'),
  ],
  complaints: ['formPage is src/pages/fair/form.ts and src/pages/people/form.ts'],
}

export const keptForNothing: Planted = {
  files: [
    file('domain/fair/stalls.ts', 'const sold = inBlocks((all: readonly Stall[]) => all)'),
    file('src/app/fair.ts', 'const all = days.flatMap(sold)', 'const own = days.map(bought)'),
    file('src/app/stalls.ts', 'const all = days.flatMap((day) => sold(day))'),
  ],
  complaints: ['src/app/fair.ts:1 keeps nothing: .flatMap(sold)'],
}

export const aroundTheGate: Planted = {
  files: [
    file('src/http/gate.ts', 'const answers = await submit(record, items, asked)'),
    file(
      'src/http/bank/lines.ts',
      '',
      'const answers = await submit(needs.record, items, options)',
    ),
    file('src/http/household/asking.ts', 'await needs.record(place.fundId, [command], by)'),
    file('src/app/support/asking.ts', 'await needs.record(fundId, [command], by)'),
  ],
  complaints: [
    'src/http/bank/lines.ts:2 sends commands around the gate: submit(',
    'src/http/household/asking.ts:1 sends commands around the gate: needs.record(',
  ],
}

const eight = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((letter) => `Record${letter}`)

export const listsOfCommands: Planted = {
  files: [
    file('domain/savings/operations/money.ts', ...eight.map((name) => `  command: '${name}',`)),
    file('src/app/powers.ts', ...eight.map((name) => `  '${name}',`)),
    file('src/app/left-alone.ts', ...eight.slice(1).map((name) => `  ${name}: true,`)),
    file('src/words/en/log.ts', ...eight.map((name) => `  ${name}: 'Done',`)),
  ],
  complaints: ['src/app/powers.ts names 8 commands'],
}

export const khmer: Planted = {
  files: [
    file('src/pages/members/card.ts', '', "const card = 'កាត'"),
    file('src/words/km/members.ts', "const card = 'កាត'"),
    file('src/pages/fair/sum.ts', '/** 5,000៛ */'),
  ],
  complaints: ['src/pages/members/card.ts:2 has Khmer words outside of the catalogues'],
}

export const idioms: Planted = {
  files: [
    file('src/words/en/savings.ts', together("  sum: 'Write a sum above no", "ught',")),
    file('domain/savings/queue.ts', together('type Pur', 'se = number')),
    file('domain/loans/fold.ts', together('const takeIn = (shel', 'f: Loans) => 0')),
    file('src/exchange/faults.ts', together("  'amount-is-no", "ught': 'This amount is zero.',")),
    file('docs/adr/0001-old.md', together('A sum of no', 'ught.')),
  ],
  complaints: [
    together('src/words/en/savings.ts:1 says no', 'ught'),
    together('domain/savings/queue.ts:1 says pur', 'se'),
    together('domain/loans/fold.ts:1 says shel', 'f'),
  ],
}

const manyIn = (folder: string, n: number) =>
  Array.from({ length: n }, (_, i) => file(`${folder}/part-${i}.ts`, 'export const part = 1'))

export const full: Planted = {
  files: [
    ...manyIn('src/app', 41),
    ...manyIn('src/app/lending', 40),
    ...manyIn('src/words/en', 41),
    ...manyIn('test/app', 41),
  ],
  complaints: ['src/app/ holds 41 files'],
}

export const handedOn: Planted = {
  files: [
    file('domain/loans/index.ts', 'export const loan = 1'),
    file('src/app/all.ts', "export * from '#src/app/record.ts'"),
  ],
  complaints: [
    'domain/loans/index.ts is a barrel',
    "src/app/all.ts:1 hands on: export * from '#src/app/record.ts'",
  ],
}

export const long: Planted = {
  files: [
    file('src/app/long.ts', ...Array.from({ length: 301 }, () => '')),
    file('src/app/full.ts', ...Array.from({ length: 300 }, () => '')),
    file('test/fixtures/long.ts', ...Array.from({ length: 301 }, () => '')),
  ],
  complaints: ['src/app/long.ts has 301 lines'],
}

export const nameless: Planted = {
  files: [
    file('src/utils/dates.ts', 'export const day = 1'),
    file('test/support/test-helpers.ts', 'export const day = 1'),
    file('src/app/day.ts', 'export const dateUtils = {}', 'export class FundManager {}'),
    file('src/app/uncommon.ts', 'const inCommonMonths = 1', 'const managed = 2'),
  ],
  complaints: [
    'src/utils/dates.ts is called utils',
    'test/support/test-helpers.ts is called test-helpers.ts',
    'src/app/day.ts declares dateUtils',
    'src/app/day.ts declares FundManager',
  ],
}

export const clocked: Planted = {
  files: [
    file('domain/loans/loan.ts', '', 'const now = new Date()', 'const at = Date.now()'),
    file('domain/savings/saving.ts', 'const id = Math.random(), on = day.toISOString()'),
    file('src/app/record.ts', 'const now = new Date()'),
  ],
  complaints: [
    'domain/loans/loan.ts:2 uses new Date',
    'domain/loans/loan.ts:3 uses Date.now',
    'domain/savings/saving.ts:1 uses Math.random',
    'domain/savings/saving.ts:1 uses toISOString',
  ],
}

export const foreign: Planted = {
  files: [
    file('docs/guide.md', `Look in ${together('/', 'home/someone/book')}.`),
    file('src/cli.ts', together("const book = '/", "work/main'")),
    file('src/node.ts', together("const book = '../", "shared/data'")),
    file('src/http/app.ts', "const fund = 'https://example.org/home/fund'"),
  ],
  complaints: [
    `docs/guide.md:1 names ${together('/', 'home/')}, which is not in the house`,
    `src/cli.ts:1 names ${together('/', 'work/')}, which is not in the house`,
    `src/node.ts:1 names ${together('../', 'shared')}, which is not in the house`,
  ],
}

export const silenced: Planted = {
  files: ['skip', 'only', 'todo', 'skipIf'].map((word) =>
    file(`test/${word}.test.ts`, together('test', `.${word}('a fund has a box', () => {})`)),
  ),
  complaints: ['skip', 'only', 'todo'].map((word) =>
    together(`test/${word}.test.ts:1 says test`, `.${word}`),
  ),
}

export const untested: Planted = {
  files: [
    file('domain/loans/loan.ts', 'export const loan = 1'),
    file('domain/savings/saving.ts', 'export const saving = 1'),
    file('test/domain/savings/savings.test.ts', ''),
  ],
  complaints: ['domain/loans has no test under test/domain/loans'],
}

export const loose: Planted = {
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
}

export const mixed: Planted = {
  files: [
    manifest({ dependencies: { '@mikro-orm/core': '7.2.1' } }),
    lockfile({
      'node_modules/@mikro-orm/core': { version: '7.2.1' },
      'node_modules/@mikro-orm/sqlite': { version: '7.2.0' },
    }),
  ],
  complaints: ['@mikro-orm/core 7.2.1', '@mikro-orm/sqlite 7.2.0'],
}

export const drivers: Planted = {
  files: [
    manifest({ dependencies: { 'better-sqlite3': '12.0.0', kysely: '0.29.6', pg: '8.22.0' } }),
    lockfile({
      'node_modules/@mikro-orm/sqlite': {
        dependencies: { 'better-sqlite3': '13.0.3', kysely: '0.29.6' },
      },
      'node_modules/@mikro-orm/postgresql': { dependencies: { pg: '8.23.0' } },
    }),
  ],
  complaints: [
    'better-sqlite3 is 12.0.0 here and 13.0.3 in @mikro-orm/sqlite',
    'pg is 8.22.0 here and 8.23.0 in @mikro-orm/postgresql',
  ],
}

export const scripts: Planted = {
  files: [
    manifest({ allowScripts: { node: true } }),
    lockfile({
      'node_modules/node': { hasInstallScript: true },
      'node_modules/vite/node_modules/esbuild': { hasInstallScript: true },
    }),
    file('node_modules/canvas/binding.gyp', '{}'),
  ],
  complaints: [
    'esbuild has an install script that allowScripts does not decide',
    'canvas has an install script that allowScripts does not decide',
  ],
}

export const hosts: Planted = {
  files: [lockfile({ 'node_modules/hono': { resolved: 'https://mirror.example/hono.tgz' } })],
  complaints: ['node_modules/hono is tied to https://mirror.example/hono.tgz'],
}

export const registries: Planted = {
  files: [file('.npmrc', 'loglevel=error', 'registry=https://mirror.example/')],
  complaints: ['.npmrc says registry=https://mirror.example/'],
}

export const byChance: Planted = {
  files: [
    file(
      'test/http/box.test.ts',
      together('expect(kept).not', ".toContain('4711')"),
      together('expect(kept).not', '.toMatch(/zebra|385/)'),
      together('expect(kept).not', ".toContain('4711 riel')"),
    ),
  ],
  complaints: [
    `test/http/box.test.ts:1 looks for what chance can bring: ${together('.not', ".toContain('4711'")}`,
    `test/http/box.test.ts:2 looks for what chance can bring: ${together('.not', '.toMatch(/zebra|385/')}`,
  ],
}

export const hurried: Planted = {
  files: [
    file(
      'test/contract/disk.test.ts',
      together('await set', 'Timeout(300)'),
      together('await page.waitFor', 'Timeout(restMs)'),
      together('expect(performance.now() - began', ').toBeLessThan(2000)'),
      'await setTimeout(5)',
    ),
  ],
  complaints: [
    `test/contract/disk.test.ts:1 hurries: ${together('await set', 'Timeout(300)')}`,
    `test/contract/disk.test.ts:2 hurries: ${together('waitFor', 'Timeout(')}`,
    `test/contract/disk.test.ts:3 hurries: ${together('now() - began', ').toBeLessThan')}`,
  ],
}

export const dated: Planted = {
  files: [
    file('test/journeys/demo.test.ts', together('const today = new ', 'Date()')),
    file('test/support/day.ts', together('const today = new ', 'Date()')),
  ],
  complaints: [
    `test/journeys/demo.test.ts:1 reads the day of the machine: ${together('new ', 'Date()')}`,
  ],
}
