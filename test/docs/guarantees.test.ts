import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { figures, page, promised, tableOf, withTable } from '#test/support/guarantees.ts'
import { againMarks, againTable, commandOf, controls } from '#test/support/run-again.ts'
import { reached } from '#test/support/reached.ts'

const text = readFileSync(page, 'utf8')

test('each promise of the design has its row, and what is not built says so', () => {
  const ids = promised.map(({ id }) => id).filter((id) => id.startsWith('P'))
  expect(ids).toEqual(
    Array.from({ length: 18 }, (_, i) => `P${i + 1}`).toSorted(
      (a, b) => ids.indexOf(a) - ids.indexOf(b),
    ),
  )
  for (const { id, says, by, missing } of promised) {
    expect(text, id).toContain(`| ${id.startsWith('P') ? id : ''} | ${says}`)
    if (missing !== undefined) expect(text, id).toContain(missing)
    if (by.length === 0) expect(missing, id).toMatch(/^not built: /)
  }
})

test('each promise that is kept has its tests, which report what they reached, and a section with all that a reader asks', () => {
  const sections = text.split(/^## /m)
  for (const { id, by, says } of promised) {
    const section = sections.find((one) =>
      one.startsWith(id.startsWith('P') ? `${id}:` : 'Private savings'),
    )
    if (by.length === 0) continue
    for (const told of ['**Tried** in', '**Reached:**', '**Control:**', 'cannot show'])
      expect(section, `${id}: ${says}`).toContain(told)
    for (const file of by) {
      expect(existsSync(file), file).toBe(true)
      const source = readFileSync(file, 'utf8')
      expect(source, file).toMatch(/(reached|figure)\(\{/)
      expect(source, file).toContain(`'${id}'`)
      // What was found is counted, and what a run must reach is said.
      expect(source, file).not.toMatch(/found: \d/)
      expect(source, file).toContain('atLeast')
    }
  }
})

test('each promise says by which command it is tried again and which control it has, and all of it is there', () => {
  expect(Object.keys(controls)).toEqual(expect.arrayContaining(promised.map(({ id }) => id)))
  for (const { id, by } of promised) {
    const files = commandOf(id, by).split(' ').slice(4)
    expect(files.length, id).toBeGreaterThan(0)
    for (const file of files) expect(existsSync(file), file).toBe(true)
    const control = controls[id]!
    expect(readFileSync(control.file, 'utf8'), id).toContain(control.test)
  }
  expect(withTable(text, againTable(promised), againMarks)).toBe(text)
})

test('each program that the page names is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!)
  expect(named).toContain('test:long')
  for (const name of named) expect(Object.keys(scripts)).toContain(name)
  for (const [, file] of text.matchAll(/`(?:[A-Z_]+=\w+ )*(?:npx vitest run|node) ([\w/.-]+)/g))
    expect(existsSync(file!), file).toBe(true)
})

test('a test that reached less than it must, or found something, tells no figure and fails', () => {
  const figure = { promise: 'P8', tried: 'forged books', atLeast: 12, found: 0 }
  expect(() => reached({ ...figure, count: 11 })).toThrow('P8: 11 forged books, and not 12')
  expect(() => reached({ ...figure, count: Number.NaN })).toThrow('not 12')
  expect(() => reached({ ...figure, count: 12, found: 1 })).toThrow('1 found')
})

test('a figure is kept once, the last one, and the table is made of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'figures-'))
  const [before, budget] = [process.env['GUARANTEES_DIR'], process.env['TEST_BUDGET']]
  process.env['GUARANTEES_DIR'] = folder
  process.env['TEST_BUDGET'] = 'ci'
  try {
    reached({ promise: 'P8', tried: 'forged books', count: 5, atLeast: 5, found: 0 })
    reached({ promise: 'P8', tried: 'forged books', count: 12_345, atLeast: 12_000, found: 0 })
    const kept = figures(join(folder, 'ci'))
    expect(kept).toMatchObject([{ count: 12_345, atLeast: 12_000, found: 0, budget: 'ci' }])
    expect(kept[0]!.commit).toMatch(/^[0-9a-f]{10}$|^without a commit$/)
    const table = tableOf(kept)
    expect(table).toContain('| forged books | 12,000 | 12,345 | 0 |')
    expect(table).toContain(
      '| P1 | an acknowledged entry survives a killed process | not in the last run | | | |',
    )
    expect(withTable(text, 'x')).toContain('-->\nx\n<!--')
    expect(() => withTable('nothing', 'x')).toThrow('no place')
  } finally {
    for (const [name, value] of [
      ['GUARANTEES_DIR', before],
      ['TEST_BUDGET', budget],
    ] as const)
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    rmSync(folder, { recursive: true })
  }
})
