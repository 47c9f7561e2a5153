import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runCases } from '#src/exchange/cases/run-cases.ts'

const folder = fileURLToPath(new URL('../../fixtures/cases/', import.meta.url))

type Plain = Record<string, unknown>
type Case = { id: string; kind: string; params: Plain; expected: Plain }

const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap(
    (file) => (JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as { cases: Case[] }).cases,
  )

/** One case of each convention: what is odd is odd for all of its kind. */
const samples = [...new Map(cases.map((one) => [String(one.params['convention']), one])).values()]

const places = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))]
    : [path]

const odd = [
  null,
  '',
  'x',
  '0',
  '-1',
  '0.001',
  '99999999999999999999',
  0,
  -1,
  1e9,
  0.5,
  [],
  {},
  true,
  '2000-02-30',
  '2199-12-31',
]

const changed = (one: Case, path: readonly string[], value: unknown): Case => {
  const copy = structuredClone(one)
  const inner = path.slice(0, -1).reduce((at, key) => at[key] as Plain, copy.params)
  inner[path.at(-1)!] = value
  return copy
}

test.each(samples.map((one) => [String(one.params['convention']), one] as const))(
  'whatever stands in a case of %s, the run ends with an answer',
  (_, one) => {
    const tried = places(one.params)
      .filter((path) => path.length > 0)
      .flatMap((path) => odd.map((value) => changed(one, path, value)))
    const { passed, failed } = runCases([
      {
        file: 'odd.json',
        text: JSON.stringify({ schema: 'loan-cases/1', kind: one.kind, cases: tried }),
      },
    ])
    expect(passed + failed).toBe(tried.length)
    expect(failed).toBeGreaterThan(tried.length / 4)
  },
)
