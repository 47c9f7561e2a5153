import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type PlainBook,
  type PlainLedger,
  plainLedgerNames,
  plainLedgers,
} from '#src/exchange/plain-text/ledgers.ts'
import { readableNames } from '#src/exchange/plain-text/names.ts'
import { balancesOf, decimal } from '#src/exchange/plain-text/transactions.ts'
import { oddYear, paperYear, randomYear, uglyYear } from '#test/support/plain-books.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tools-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A program that is not there is no reason to pass: whoever runs this installs it first. */
const ran = (program: string, args: readonly string[]) => {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (error) throw new Error(`${program} is not installed`, { cause: error })
  return { status, stdout, stderr }
}

const programs: Readonly<Record<PlainLedger, (path: string) => ReturnType<typeof ran>>> = {
  hledger: (path) => ran('hledger', ['check', '--strict', '-f', path]),
  beancount: (path) => ran('bean-check', [path]),
}

const written = (ledger: PlainLedger, text: string): string => {
  const path = join(folder, `book.${plainLedgers[ledger].ending}`)
  writeFileSync(path, text)
  return path
}

const books: readonly (readonly [string, () => PlainBook | Promise<PlainBook>])[] = [
  ['the paper year', () => paperYear()],
  ['half of the paper year', () => paperYear('2025-06-30')],
  ['a book that lends as no vote would', uglyYear],
  ['odd cards and two currencies', oddYear],
  ...[11, 12, 13, 14].map((seed) => [`random book ${seed}`, () => randomYear(seed)] as const),
]

describe.each(plainLedgerNames)('%s', (ledger) => {
  test.each(books)('takes %s and finds every balance as it is asserted', async (_, book) => {
    const text = plainLedgers[ledger].write(await book())
    expect(programs[ledger](written(ledger, text))).toMatchObject({ status: 0, stderr: '' })
  })

  test('finds a sum that was changed on the way, and a line that was lost', async () => {
    const lines = plainLedgers[ledger].write(await paperYear()).split('\n')
    const at = lines.findIndex((line) => /Cash-Box +\d+ KHR$/.test(line))
    const changed = lines.with(
      at,
      lines[at]!.replace(/(\d)( KHR)$/, (_, last, unit) => `${(Number(last) + 1) % 10}${unit}`),
    )
    expect(programs[ledger](written(ledger, changed.join('\n'))).status).not.toBe(0)
    const pair = lines.findIndex((line) => line.includes('SharesBought'))
    const ends = lines.indexOf('', pair)
    const lost = [...lines.slice(0, pair), ...lines.slice(ends + 1)]
    expect(programs[ledger](written(ledger, lost.join('\n'))).status).not.toBe(0)
  })
})

test.each(books)('hledger counts %s to the balances of the books', async (_, book) => {
  const plain = await book()
  const path = written('hledger', plainLedgers.hledger.write(plain))
  const { stdout } = ran('hledger', [
    'bal',
    '-f',
    path,
    '--flat',
    '-E',
    '-N',
    '-O',
    'csv',
    '--layout=bare',
  ])
  const counted = stdout
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll('"', ''))
  const names = readableNames(
    plain.book,
    plain.postings.map(({ account }) => account),
  )
  const expected = balancesOf(plain.postings).map(
    ({ account, currency, amount }) =>
      `${names.get(account)!},${currency},${decimal(amount, currency)}`,
  )
  expect(counted.toSorted()).toEqual(expected.toSorted())
})
