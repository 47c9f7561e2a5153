import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { casesInWords, runCases } from '#src/exchange/cases/run-cases.ts'

const folder = fileURLToPath(new URL('../../fixtures/cases/', import.meta.url))
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, text: readFileSync(`${folder}${file}`, 'utf8') }))

test("every case of other lenders' figures is met to the last unit", () => {
  const { kinds, failures, faults } = runCases(files)
  expect(failures).toEqual([])
  expect(faults).toEqual([])
  expect(
    Object.fromEntries(kinds.map(({ kind, passed, total }) => [kind, [passed, total]])),
  ).toEqual({
    apr: [18, 18],
    'charge-off': [5, 5],
    delinquency: [10, 10],
    'due-dates': [4, 4],
    formula: [12, 12],
    'late-fee': [1, 1],
    repayment: [32, 32],
    reschedule: [5, 5],
    schedule: [37, 37],
    'write-off': [1, 1],
  })
})

type Plain = Record<string, unknown>
type Written = { schema: string; kind: string; cases: { params: Plain; expected: Plain }[] }
const written = (kind: string): Written =>
  JSON.parse(files.find(({ file }) => file === `${kind}.json`)!.text) as Written
const run = (content: unknown) => runCases([{ file: 'one.json', text: JSON.stringify(content) }])

/** Each figure of a case that can be changed: the names that only say how a figure is written cannot. */
const places = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))
    : ['decimals', 'roundedDecimals', 'oddDayBase'].includes(path.at(-1)!)
      ? []
      : [path]

const another = (value: unknown): unknown =>
  typeof value === 'number' ? value + 1 : value === '2000-01-01' ? '2000-01-02' : '2000-01-01'

test('a case with any one of its figures changed is named, with that figure', () => {
  for (const kind of ['schedule', 'repayment', 'delinquency', 'apr', 'formula', 'late-fee']) {
    const content = written(kind)
    const [one] = content.cases
    for (const path of places(one!.expected)) {
      const changed = structuredClone(one!)
      const inner = path.slice(0, -1).reduce((at, key) => at[key] as Plain, changed.expected)
      // A row of which only some are stated is found by its number, and a day of no payment says nothing.
      const [key] = path.slice(-1) as [string]
      if (key === 'n' || (key === 'paidOn' && inner['total'] === '0.00')) continue
      inner[key] = another(inner[key])
      const { failed, failures } = run({ ...content, cases: [changed] })
      expect([path, failed]).toEqual([path, 1])
      expect(failures[0]!.cell.split('/').at(-1)).toBe(key)
    }
  }
})

test('a kind or a convention that nobody knows is a failed case, not a silent one', () => {
  const content = written('late-fee')
  const [one] = content.cases
  const unknown = { ...one!, params: { ...one!.params, convention: 'moon-phase' } }
  expect(run({ ...content, cases: [unknown] })).toMatchObject({
    passed: 0,
    failed: 1,
    failures: [{ cell: 'params/convention', expected: 'moon-phase' }],
  })
  expect(run({ ...content, kind: 'tides', cases: [{ ...one!, kind: 'tides' }] })).toMatchObject({
    failed: 1,
    failures: [{ kind: 'tides', cell: 'kind' }],
  })
})

test('params that cannot be computed with fail with their place', () => {
  const content = written('schedule')
  const [one] = content.cases
  const { failures } = run({
    ...content,
    cases: [
      { ...one!, params: { ...one!.params, disbursedOn: '2011-02-30' } },
      { ...one!, params: { ...one!.params, principal: '0.001' } },
      { ...one!, params: { ...one!.params, graceOnPrincipal: 13 } },
    ],
  })
  expect(failures.map(({ cell }) => cell)).toEqual([
    'params/disbursedOn',
    'params/principal',
    'params/graceOnPrincipal',
  ])
})

test('a case that states no figure does not pass', () => {
  const content = written('apr')
  const [one] = content.cases
  const { failures } = run({ ...content, cases: [{ ...one!, expected: { decimals: 6 } }] })
  expect(failures.map(({ cell }) => cell)).toEqual(['expected'])
})

test('a file that is no file of cases is told with its place, and the others are run', () => {
  const good = files.find(({ file }) => file === 'late-fee.json')!
  const report = runCases([
    { file: 'torn.json', text: '{' },
    { file: 'other.json', text: '{"schema":"loan-cases/2","kind":"apr","cases":[]}' },
    { file: 'holes.json', text: '{"schema":"loan-cases/1","kind":"apr","cases":[{"id":"x"}]}' },
    good,
  ])
  expect(report.faults.map(({ file, place }) => `${file} ${place}`)).toEqual([
    'torn.json /',
    'other.json /schema',
    'other.json /cases',
    'holes.json /cases/0/params',
    'holes.json /cases/0/expected',
  ])
  expect(report).toMatchObject({ passed: 1, failed: 5 })
  expect(casesInWords(report).split('\n').at(-1)).toBe('1 passed, 5 failed')
})
