import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '#package' with { type: 'json' }

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** What somebody from outside reads first. */
const papers = [
  'README.md',
  'CONTRIBUTING.md',
  'CODE_OF_CONDUCT.md',
  'ROADMAP.md',
  'SECURITY.md',
] as const

/** Links of a paper that lead to no file of the house. */
const lostLinks = (path: string, text: string): readonly string[] =>
  [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !existsSync(join(root, dirname(path), to)))
    .map((to) => `${path}: ${to}`)

/** Scripts of npm, and files of tests, that a paper tells people to run and that are not there. */
const lostCommands = (text: string): readonly string[] => [
  ...[...text.matchAll(/npm run (?:--silent )?([a-z:]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !(name in manifest.scripts)),
  ...[...text.matchAll(/\btest\/[\w/-]+(?:\.[a-z]+)*/g)]
    .map(([path]) => path)
    .filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, `${path}.test.ts`))),
]

test.each(papers)('%s leads to papers that are there, and to commands that are there', (path) => {
  const text = read(path)
  expect(lostLinks(path, text)).toEqual([])
  expect(lostCommands(text)).toEqual([])
})

test('a link to nowhere and a script that does not exist are named', () => {
  expect(lostLinks('README.md', 'see [it](docs/nowhere.md) and [that](docs/api.md)')).toEqual([
    'README.md: docs/nowhere.md',
  ])
  expect(lostCommands('`npm run nothing`, `npm run check`, test/nowhere.test.ts')).toEqual([
    'nothing',
    'test/nowhere.test.ts',
  ])
})

test('what runs on a push is what runs here, with no more rights than it needs', () => {
  const workflow = read('.github/workflows/check.yml')
  expect(workflow).toContain('.ci/run')
  expect(workflow).toMatch(/^permissions:\n  contents: read\n/m)
  expect(workflow).toContain('persist-credentials: false')
  expect(existsSync(join(root, '.ci/run'))).toBe(true)
  expect(existsSync(join(root, '.nvmrc'))).toBe(true)
})

test('updates are proposed for packages and for the workflow, and what must be at one version comes together', () => {
  const updates = read('.github/dependabot.yml')
  for (const kind of ['npm', 'github-actions'])
    expect(updates).toContain(`package-ecosystem: ${kind}`)
  expect(updates).toContain("['@mikro-orm/*', better-sqlite3, kysely, pg]")
})

test('whoever reports something is asked to leave real people out of it, and no free form is open', () => {
  const forms = globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: root })
  expect(forms.length).toBeGreaterThanOrEqual(4)
  expect(read('.github/ISSUE_TEMPLATE/config.yml')).toContain('blank_issues_enabled: false')
  expect(read('.github/ISSUE_TEMPLATE/fault.yml')).toMatch(/No names, no balances, no cases/)
  expect(read('.github/ISSUE_TEMPLATE/wish.yml')).toMatch(/No names of real people/)
  expect(read('.github/ISSUE_TEMPLATE/fault.yml')).toMatch(/SECURITY\.md/)
})
