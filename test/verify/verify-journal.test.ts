import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { shortCode } from '#src/pages/desk/receipt.ts'
import { balanceCode, balanceOf } from '#src/app/proof/balances.ts'
import { receiptCode, receiptOf } from '#src/app/proof/receipts.ts'
import { admission, founding, officer, recorderOn, shares } from '#test/contract/village-life.ts'
import { forge, forgeries, sealedAnew } from '#test/support/forged.ts'
import { reached } from '#test/support/reached.ts'
import { check } from '#verify/verify-journal.mjs'

const script = fileURLToPath(new URL('../../verify/verify-journal.mjs', import.meta.url))
const archive = fileURLToPath(new URL('../fixtures/databases/0.2.0.archive.gz', import.meta.url))
const tries = process.env['TEST_BUDGET'] === 'ci' ? 10_000 : 1_000
const fundId = 'd41c6e90-83f2-8b57-b0a4-17e5c9d82f36'
const signer = signerOnNode({ secret: 'invented secret of a test' })
const { publicKey } = signer.publicKey(fundId)
const folder = mkdtempSync(join(tmpdir(), 'verify-'))
let rows: readonly JournalRow[]

beforeAll(async () => {
  const store = memoryStore()
  const record = recorderOn(store)
  const buying = Array.from({ length: 20 }, (_, i) => shares(10 + i, 1 + (i % 3)))
  const commands = [founding(1), admission(2, 1), admission(3, 2), admission(4, 3), ...buying]
  await record(fundId, commands, officer)
  rows = await store.read(fundId, 0, 1_000)
})
afterAll(() => rmSync(folder, { recursive: true }))

const receipts = new Map<string, string>()
/** Signed once, as a household got it. */
const receiptFor = (row: JournalRow): string => {
  const kept = receipts.get(row.id) ?? receiptCode(receiptOf(signer, row))
  receipts.set(row.id, kept)
  return kept
}

const place = fc.integer({ min: 6, max: 23 })
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/entr(?:y|ies) (\d+)(?: to (\d+))?/g)].flatMap(([, a, b]) => [
    Number(a),
    Number(b ?? a),
  ])

test('a book that nobody touched holds up to the last receipt that a household kept', () => {
  const told = check([{ entries: rows }], [receiptFor(rows[4]!), receiptFor(rows[11]!)], publicKey)
  expect(told).toMatchObject({ faults: [], until: 12 })
})

test('a leaf of a passbook is as good as a receipt of the last line that it was counted from', () => {
  const { seq, hash } = rows[11]!
  const said = { fundId, memberId: rows[3]!.id, on: '2025-02-01', savings: 15_000, owed: 0 }
  const leaf = balanceOf(signer, { ...said, currency: 'KHR', head: { seq, hash } })
  const told = (line: string, entries = rows) => check([{ entries }], [line], publicKey)
  expect(told(balanceCode(leaf))).toMatchObject({ faults: [], until: 12 })
  expect(told(balanceCode({ ...leaf, savings: 99_000 })).faults.join()).toContain('is not signed')
  const anew = sealedAnew(
    rows.with(5, { ...rows[5]!, data: rows[5]!.data.replace('"shares":', '"share":') }),
  )
  expect(told(balanceCode(leaf), anew).faults.join()).toContain('was written anew')
  expect(() => told(`${balanceCode(leaf)} more`)).toThrow('neither a receipt')
})

test('whoever alters entries and leaves their seals is found at the very entry', () => {
  for (const [at, row] of rows.entries())
    for (const field of ['data', 'effectiveOn', 'recordedBy', 'id', 'commandHash'] as const) {
      const forged = rows.with(at, { ...row, [field]: `${row[field]}x`.replace('}x', ',"x":1}') })
      const { faults } = check([{ entries: forged }], [])
      expect(faults.join()).toContain(`entry ${at + 1} (`)
    }
})

test('an entry that is not even JSON, or adds up in no currency that there is, is found as any other', () => {
  const at = 9
  const unlike = '{"postings":[{"account":"asset:bank","amount":5,"currency":"__proto__"}]}'
  for (const data of ['{', 'null', '{"postings":[null]}', unlike]) {
    const forged = rows.with(at, { ...rows[at]!, data })
    expect(check([{ entries: forged }], []).faults.join()).toContain(`entry ${at + 1} (`)
    const anew = check([{ entries: sealedAnew(forged) }], [receiptFor(rows[at + 2]!)], publicKey)
    expect(anew.faults.join()).toContain('does not add up to zero')
    expect(anew.faults.join()).toContain('was written anew or cut off')
  }
})

test('of many histories that an intruder sealed anew none is accepted, and the entry is within what is named', () => {
  let named = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...forgeries),
      place,
      place,
      fc.boolean(),
      (kind, at, other, isSealed) => {
        const forged = forge(rows, kind, at)
        // Somebody in the village holds a receipt of the forged entry or of a later one, and some hold older ones.
        const later = rows[Math.max(at, other)]!
        const kept = [later, rows[Math.min(at, other) - 2]!].map(receiptFor)
        const entries = isSealed ? sealedAnew(forged.rows) : forged.rows
        const { faults } = check([{ entries }], kept, publicKey)
        const places = faults.flatMap(numbersIn)
        const isNamed = Math.min(...places) <= forged.from && Math.max(...places) >= forged.from
        named += isNamed ? 1 : 0
        return faults.length > 0 && isNamed
      },
    ),
    { numRuns: tries },
  )
  expect(named).toBe(tries)
  reached({
    promise: 'P8',
    tried: 'forged histories held against receipts',
    count: named,
    atLeast: tries,
    found: tries - named,
  })
})

test('no receipt that was altered in one letter vouches for anything', () => {
  const code = receiptFor(rows[9]!)
  const letters = fc.constantFrom(...'0123456789abcdefABCDEF')
  fc.assert(
    fc.property(fc.integer({ min: 3, max: code.length - 3 }), letters, (at, letter) => {
      if (code[at] === letter || code[at] === ' ') return
      const altered = code.slice(0, at) + letter + code.slice(at + 1)
      const faultsOf = (): readonly string[] => {
        try {
          return check([{ entries: rows }], [altered], publicKey).faults
        } catch (error) {
          return [String(error)]
        }
      }
      expect(faultsOf()).not.toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

test('a book that was written anew by whoever took the fund’s name and made keys is refused', () => {
  const other = signerOnNode({ secret: 'another invented secret' })
  const forged = sealedAnew(forge(rows, 'changed', 8).rows)
  const receipt = receiptCode(receiptOf(other, forged[8]!))
  expect(check([{ entries: forged }], [receipt], publicKey).faults.join()).toContain('another key')
})

test('an auditor runs one file on an archive, with what stands in the minute book, and nothing else', () => {
  const [header] = gunzipSync(readFileSync(archive)).toString('utf8').split('\n')
  const { head } = JSON.parse(header!) as { head: { seq: number; hash: string } }
  const kept = join(folder, 'kept.txt')
  writeFileSync(kept, `${head.seq} ${head.hash}\n`)
  const told = execFileSync(process.execPath, [script, archive, '--kept', kept], {
    encoding: 'utf8',
  })
  expect(told).toContain(`HOLDS: ${head.seq} entries`)
  expect(told).toContain(`Up to entry ${head.seq} others vouch for it`)
})

test('pages of the journal feed are read as they were saved, and one that is missing is told', () => {
  const pages = [rows.slice(0, 10), rows.slice(10, 20), rows.slice(20)].map((items, i) => {
    const path = join(folder, `page-${i}.json`)
    writeFileSync(path, JSON.stringify({ items, nextAfter: 0 }, null, i))
    return path
  })
  const run = (paths: readonly string[]) =>
    spawnSync(process.execPath, [script, ...paths], { encoding: 'utf8' })
  const kept = join(folder, 'kept-of-pages.txt')
  writeFileSync(kept, `${rows.length} ${rows.at(-1)!.hash}\n`)
  expect(run([...pages, '--kept', kept])).toMatchObject({ status: 0, stderr: '' })
  const holed = run([pages[0]!, pages[2]!])
  expect(holed).toMatchObject({ status: 1 })
  expect(holed.stdout).toContain('entry 21')
  expect(holed.stdout).toContain('entries 11 to 20 left out')
  expect(run([join(folder, 'nowhere')])).toMatchObject({ status: 2 })
})

test('a checker to whom nobody brought anything that was kept says that it could not check', () => {
  const path = join(folder, 'whole.json')
  writeFileSync(path, JSON.stringify({ items: rows }))
  const [empty, one] = [join(folder, 'empty.txt'), join(folder, 'one.txt')]
  writeFileSync(empty, '\n \n')
  writeFileSync(one, `3 ${rows[2]!.hash}\n`)
  const run = (...more: readonly string[]) =>
    spawnSync(process.execPath, [script, path, ...more], { encoding: 'utf8' })
  for (const unkept of [run(), run('--kept', empty)]) {
    expect(unkept).toMatchObject({ status: 2 })
    expect(unkept.stdout).toContain('NOT CHECKED')
    expect(unkept.stdout).not.toContain('HOLDS')
  }
  expect(run('--kept', one)).toMatchObject({ status: 0 })
  writeFileSync(path, JSON.stringify({ items: rows.with(4, { ...rows[4]!, device: 'x' }) }))
  expect(run()).toMatchObject({ status: 1 })
})

test('the short code that a receipt bears in print is held against the book, as it was written down', () => {
  const row = rows[11]!
  const forged = sealedAnew(forge(rows, 'changed', 8).rows)
  for (const written of [
    `12 ${shortCode(row.hash)}`,
    `12 ${row.hash.slice(0, 8)}`,
    ` 12:  ${shortCode(row.hash).toUpperCase()} `,
  ]) {
    expect(check([{ entries: rows }], [written]), written).toMatchObject({ faults: [], until: 12 })
    expect(check([{ entries: forged }], [written]).faults.join(), written).toContain(
      'was written anew or cut off',
    )
  }
  for (const unlike of ['12 12ab', '12 12ab 34c', '12 12ab 34cd e', '12 12ab34cg'])
    expect(() => check([{ entries: rows }], [unlike]), unlike).toThrow('neither')
})

test('the checker can be read in a quarter of an hour: some 160 lines, and nothing but what Node has', () => {
  const text = readFileSync(script, 'utf8')
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(160)
  const imports = [...text.matchAll(/^import .* from '(.*)'$/gm)].map(([, from]) => from)
  expect(imports.length).toBeGreaterThan(0)
  expect(imports.every((from) => from!.startsWith('node:'))).toBe(true)
})
