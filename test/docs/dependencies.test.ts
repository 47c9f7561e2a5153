import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '#package' with { type: 'json' }
import {
  about,
  dependenciesPage,
  dependenciesText,
  installed,
  young,
} from '#test/support/dependencies.ts'
import { importsOf } from '#test/support/imports-of.ts'

const root = join(import.meta.dirname, '../..')

type Source = { readonly path: string; readonly text: string }

const sources: readonly Source[] = globSync('{domain,infra,src,verify}/**/*.ts', {
  cwd: root,
}).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

const isOf = (name: string, what: string): boolean => what === name || what.startsWith(`${name}/`)

/** Files that import what is fenced off from them. */
const overTheFence = (files: readonly Source[]): readonly string[] =>
  files.flatMap(({ path, text }) =>
    importsOf(text).flatMap(({ what }) =>
      Object.entries(about).flatMap(([name, { fence }]) =>
        fence !== undefined && isOf(name, what) && !path.startsWith(fence)
          ? [`${path} imports ${name}`]
          : [],
      ),
    ),
  )

test('each runtime dependency says why, by which licence, since when, and what would replace it', () => {
  expect(Object.keys(about)).toEqual(Object.keys(manifest.dependencies))
  for (const [name, { why, instead, since }] of Object.entries(about)) {
    expect([name, why.length > 15, instead.length > 15]).toEqual([name, true, true])
    expect(since).toMatch(/^20\d\d-\d\d-\d\d$/)
  }
  expect(readFileSync(dependenciesPage, 'utf8')).toBe(dependenciesText())
})

test('what is installed is what package.json asks for, under a licence that may be given on', () => {
  for (const [name, version] of Object.entries(manifest.dependencies)) {
    const found = installed(name)
    expect([name, found.version]).toEqual([name, version])
    expect(['MIT', 'Apache-2.0', 'ISC', 'BSD-3-Clause', 'OFL-1.1']).toContain(found.license)
  }
})

test('what is known for less than a year or has no 1.0 is fenced off', () => {
  expect(young().length).toBeGreaterThan(0)
  for (const name of young())
    expect([name, about[name as keyof typeof about].fence]).toEqual([name, expect.any(String)])
})

test('a package of this year is young, and so is one without a 1.0', () => {
  const known = {
    old: { since: '2020-01-01' },
    new: { since: '2026-11-01' },
    early: { since: '2020-01-01' },
  }
  expect(young({ old: '3.0.0', new: '2.0.0', early: '0.9.0' }, known)).toEqual(['new', 'early'])
  expect(young({ unknown: '1.0.0' }, known)).toEqual(['unknown'])
})

test('nobody imports what is fenced off but the file or folder that may', () => {
  expect(overTheFence(sources)).toEqual([])
  for (const { fence } of Object.values(about))
    if (fence !== undefined) expect(existsSync(join(root, fence)), fence).toBe(true)
})

test('an import over a fence is named, however it is written', () => {
  const planted = (text: string) => ({ path: 'src/http/planted.ts', text })
  expect(overTheFence([planted("import { encode } from 'uqr'\n")])).toEqual([
    'src/http/planted.ts imports uqr',
  ])
  expect(overTheFence([planted("const { writeXlsx } = await import('hucre/xlsx')\n")])).toEqual([
    'src/http/planted.ts imports hucre',
  ])
})
