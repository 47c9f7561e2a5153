import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { operations } from '#domain/operations/all.ts'
import {
  briefly,
  firstOf,
  making,
  packed,
  packedApp,
  phoneFiles,
} from '#src/packing/phone-files.ts'
import { decidedHere } from '#src/pwa/decides.ts'
import { type Names, held, holdWords } from '#src/pwa/held-words.ts'
import { languages } from '#src/words/catalogue.ts'
import { bookFrom, paperBookFolder, uglyBookFolder } from '#test/support/books-in.ts'
import { plainly } from '#test/support/plainly.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'
import { folded } from '#test/packing/folding.ts'

const root = join(import.meta.dirname, '../..')

let app: ReturnType<typeof packedApp> | undefined
const packedOnce = () => (app ??= packedApp())
const folder = newFolder()
afterAll(() => dropFolder(folder))

const packedFold = async (): Promise<typeof folded> => {
  const { code } = await packed(join(import.meta.dirname, 'folding.ts'), {
    plugins: briefly,
  })
  const path = join(folder, 'folding.mjs')
  writeFileSync(path, code)
  return ((await import(pathToFileURL(path).href)) as { readonly folded: typeof folded }).folded
}

test('a phone whose script lacks what it does not decide reads every entry as the service does', async () => {
  const onPhone = await packedFold()
  for (const book of [paperBookFolder, uglyBookFolder]) {
    const { store, fundId } = await bookFrom(book)
    const rows = await store.read(fundId, 0, 100_000)
    const read = onPhone(rows)
    expect(plainly(read)).toEqual(plainly(folded(rows)))
    expect(new Set(rows.map(({ type }) => type)).size).toBeGreaterThan(12)
    expect(read!.loans.length).toBeGreaterThan(5)
  }
})

test('the script knows every entry by name, and holds the decisions of a meeting alone', async () => {
  const { chunks } = await packedOnce()
  const code = chunks.map((one) => one.code).join('')
  for (const { entry } of operations) expect(code).toContain(entry)
  // A refusal of a meeting’s own is in it, and those of others are not.
  expect(decidedHere.length).toBeLessThan(operations.length / 3)
  expect(code).toContain('pieces-not-whole')
  for (const refusal of ['rate-above-cap', 'auditors-not-admitted', 'already-withdrawn-from'])
    expect(code).not.toContain(refusal)
})

test('no function that works on a phone is called like one that only makes a value', () => {
  const cwd = root
  const files = globSync(['src/phone*.ts', 'src/pwa/**/*.ts', 'infra/{indexeddb,browser}/*.ts'], {
    cwd,
  })
  expect(files.length).toBeGreaterThan(30)
  const own = making.filter((name) => name !== 'Map' && name !== 'Set')
  const called = files.flatMap((file) => {
    const text = readFileSync(join(cwd, file), 'utf8')
    const names = own.filter((name) => new RegExp(`(?<![.\\w$])${name}\\(`).test(text))
    return names.map((name) => `${file}: ${name}`)
  })
  expect(called).toEqual([])
})

test('words are those that a phone can say or be answered', async () => {
  const [names, ...more] = (await phoneFiles()).filter(({ path }) =>
    /\/words-rest-names/.test(path),
  )
  expect(more).toEqual([])
  // Decided here, said by a gate of the service, and an act of a meeting.
  for (const kept of ['pieces-not-whole', 'approval-needed', 'sign-in-failed', 'RecordRepayment'])
    expect(names!.text).toContain(kept)
  for (const cut of ['guarantor-is-borrower', 'auditors-not-admitted', 'AwardFromPot'])
    expect(names!.text).not.toContain(cut)
})

/** A word as it is said, whatever is put into it. */
const spoken = (word: unknown): unknown =>
  typeof word === 'function' ? (word as (...put: string[]) => unknown)('12', 'បី', 'x`$', '4') : word

test('each word of a phone is the catalogue’s own, by its name, in both languages', async () => {
  const files = (await phoneFiles()).filter(({ path }) => path.includes('/words-'))
  const read = async (part: string, of: string) => {
    const { text } = files.find(({ path }) => path.startsWith(`/app/words-${part}-${of}`))!
    const made: unknown = await import(`data:text/javascript,${encodeURIComponent(text)}`)
    return made as { readonly names: Names; readonly words: readonly object[] }
  }
  const { asked } = await packedOnce()
  let said = 0
  for (const language of languages) {
    for (const part of ['first', 'rest'] as const) {
      const { names } = await read(part, 'names')
      holdWords({ language, part }, (await read(part, language)).words, names)
      for (const [place] of names) {
        const [file, name] = place.split('/') as [string, string]
        const own = (await import(
          pathToFileURL(join(root, 'src/words', language, `${file}.ts`)).href
        )) as Record<string, object>
        const { short } = asked(place)
        const names = new Map(Object.keys(own[name]!).map((one) => [short(one), one]))
        for (const [key, word] of Object.entries(held(language, place))) {
          const meant: unknown = Reflect.get(own[name]!, names.get(key) ?? key)
          expect(typeof word, `${place} ${key}`).toBe(typeof meant)
          expect(spoken(word), `${place} ${key}`).toEqual(spoken(meant))
          said += 1
        }
      }
    }
  }
  expect(said).toBeGreaterThan(1700)
})

test('what opens a book is not waited for by whoever has a PIN to type or a number to find', async () => {
  const { chunks } = await packedOnce()
  const first = firstOf(chunks).flatMap(({ modules }) => Object.keys(modules))
  const isIn = (part: string): boolean => first.some((id) => id.includes(part))
  for (const part of ['/pwa/screens/locked', '/pwa/screens/numbers', '/indexeddb/vault', 'preact'])
    expect(isIn(part), part).toBe(true)
  for (const part of ['domain/village', 'domain/loans/operations', '@noble', 'src/desk/meeting'])
    expect(isIn(part), part).toBe(false)
})

/** What of the design's figures is not reached stands in ADR 203, and what hearing sums took in ADR 201. */
const most = { first: 18_950, waited: 23_100, script: 110_000, all: 143_500 } as const

test('the app weighs what it may, packed as it is sent', async () => {
  const { chunks } = await packedOnce()
  const first = new Set(firstOf(chunks).map(({ fileName }) => fileName))
  const scripts = new Set(chunks.map(({ fileName }) => `/app/${fileName}`))
  const files = (await phoneFiles()).map(({ path, text }) => ({
    path,
    bytes: gzipSync(text, { level: 9 }).length,
  }))
  const of = (isOf: (path: string) => boolean): number =>
    files.filter(({ path }) => isOf(path)).reduce((sum, { bytes }) => sum + bytes, 0)
  const weight = {
    first: of((path) => first.has(path.slice('/app/'.length))),
    // Page, look and words of the language that has more of them come before the first screen as well.
    waited:
      of(
        (path) =>
          first.has(path.slice('/app/'.length)) || /^\/app\/$|style-|words-first-names/.test(path),
      ) + Math.max(...languages.map((one) => of((path) => path.includes(`words-first-${one}`)))),
    script: of((path) => scripts.has(path) || path === '/app/worker.js'),
    all: of(() => true),
  }
  const words = languages.map(
    (one) => `${one} ${of((path) => path.includes('words-') && path.includes(`-${one}-`))}`,
  )
  const names = of((path) => path.includes('-names-'))
  console.log(
    `meeting app, gzip: first script ${weight.first}, all before the first screen ${weight.waited}, all scripts ${weight.script}, words ${words.join(', ')}, their names ${names}, all ${weight.all} bytes`,
  )
  for (const name of ['first', 'waited', 'script', 'all'] as const)
    expect.soft(weight[name], name).toBeLessThanOrEqual(most[name])
})
