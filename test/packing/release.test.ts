import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { licencesOf, release, running, sectionOf } from '#src/packing/release.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const folder = newFolder()
afterAll(() => dropFolder(folder))

const component = (name: string, licenses: readonly object[]) => ({
  'bom-ref': `${name}@1`,
  name,
  version: '1.0.0',
  licenses,
})

test('what is new is this version’s part of the changes, and a version without a day is no release', () => {
  const changes = '# Changes\n\n## 2.0.0 - not released\n- Two.\n\n## 1.0.0 - 2027-01-01\n- One.\n'
  expect(sectionOf(changes, '1.0.0')).toEqual({ text: '- One.', on: '2027-01-01' })
  expect(sectionOf(changes, '2.0.0')).toEqual({ text: '- Two.', on: undefined })
  expect(() => sectionOf(changes, '3.0.0')).toThrow('says nothing of 3.0.0')
  const to = join(folder, 'not-made')
  expect(() => release(to, { changes, of: '2.0.0' })).toThrow('no day yet')
  writeFileSync(join(folder, 'there'), '')
  expect(() => release(folder, { isDraft: true })).toThrow('not empty')
})

test('packages stand by name with every licence that they name, and one that names none ends the release', () => {
  const nameless = component('found-somewhere', [])
  const two = component('of-two', [
    { license: { name: 'MIT' } },
    { license: {} },
    { expression: 'ISC' },
  ])
  const one = component('a-first', [{ license: { id: 'MIT' } }])
  const titles = licencesOf({ components: [two, one] }).match(/^.*: .*$/gm)
  expect(titles).toEqual(['a-first 1.0.0: MIT', 'of-two 1.0.0: MIT and ISC'])
  for (const licenses of [[], [{ license: {} }]])
    expect(() => licencesOf({ components: [one, { ...nameless, licenses }, two] })).toThrow(
      /^no licence is named by found-somewhere$/,
    )
})

test('a bill has what runs and what that brings, and nothing that builds or that builders bring', () => {
  const names = ['hono', 'below', 'further', 'vitest', 'builder']
  const bill = {
    metadata: { component: { 'bom-ref': 'house@1' } },
    components: names.map((name) => component(name, [])),
    dependencies: [
      { ref: 'house@1', dependsOn: ['hono@1', 'vitest@1'] },
      { ref: 'hono@1', dependsOn: ['below@1'] },
      { ref: 'below@1', dependsOn: ['further@1', 'hono@1'] },
      { ref: 'vitest@1', dependsOn: ['builder@1', 'further@1'] },
    ],
  }
  const told = running(bill)
  expect(told.components.map(({ name }) => name)).toEqual(['hono', 'below', 'further'])
  expect(told.dependencies).toEqual([
    { ref: 'house@1', dependsOn: ['hono@1'] },
    { ref: 'hono@1', dependsOn: ['below@1'] },
    { ref: 'below@1', dependsOn: ['further@1', 'hono@1'] },
  ])
})
