import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** All that is written outside the catalogues. */
const written = globSync('{src,domain,infra}/**/*.ts')
  .filter((path) => !/^src\/words\/(en|km)\//.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

const names = new Set(written.match(/[A-Za-z_$][\w$]*/g))

/** Keys are put together from a code too: `ceiling_${band}`, `weekday${day}`, `${act}Meaning`. */
const madeKeys = [...written.matchAll(/`(\w*)\$\{[^}`]*\}(\w*)`/g)]
  .map(([, begin = '', end = '']) => ({ begin, end }))
  .filter(({ begin, end }) => begin.length > 2 || end.length > 2)

/** Columns are asked for as files name them. */
const camelled = (key: string): string =>
  key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Both parts of these keys are codes. */
const twoCodes = /^(age|mode|work|place|sex|corridor|broker|debt|sends|reason|cost|stones)_/

const isUsed = (key: string): boolean =>
  names.has(key) ||
  names.has(camelled(key)) ||
  twoCodes.test(key) ||
  madeKeys.some(({ begin, end }) => key.startsWith(begin) && key.endsWith(end))

/** Keys as they stand in a catalogue; those with a hyphen are codes, which the types hold complete. */
const keysIn = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^ +([A-Za-z]\w*)[:(]/gm)].map(([, key]) => key!)

test('no page, paper or message has words that nothing shows', () => {
  const idle = globSync('src/words/en/*.ts').flatMap((path) =>
    keysIn(path)
      .filter((key) => !isUsed(key))
      .map((key) => `${path}: ${key}`),
  )
  expect(idle).toEqual([])
})
