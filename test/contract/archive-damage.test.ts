import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { canonicalEntry } from '#domain/ledger/entry.ts'
import { canonicalJson } from '#domain/kernel/canonical.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import type { ArchiveHeader } from '#src/exchange/archive/format.ts'
import type { ArchiveProblem } from '#src/exchange/archive/faults.ts'
import { importArchive } from '#src/exchange/archive/import.ts'
import { activityRow, cardRow } from '#test/contract/people-life.ts'
import { kinRow, nameRow, nomineeRow, photoRow } from '#test/contract/particulars-life.ts'
import {
  admission,
  founding,
  officer,
  recorderOn,
  sealedRows,
  shares,
} from '#test/contract/village-life.ts'
import { costOf } from '#test/support/own-time.ts'
import { pngDot } from '#test/support/photos.ts'
import {
  allOf,
  archiveOf,
  asArchive,
  linesIn,
  pieces,
  relined,
  resealed,
  takeIn,
} from '#test/support/archives.ts'

// Every byte where time allows, else one of seven: none of the fields is shorter.
const step = process.env['TEST_BUDGET'] === 'ci' ? 1 : 7
const fundId = 'fund-a'
let archive: Buffer
let lines: readonly string[]

beforeAll(async () => {
  const store = memoryStore()
  await recorderOn(store)(fundId, [founding(1), admission(2, 1), shares(3, 1)], officer)
  await store.keep(fundId, [
    { subject: 'fund:', text: 'ភូមិសាកល្បង' },
    { subject: 'loan:loan-1', text: 'seed and "fertiliser"' },
  ])
  await store.keepCard(cardRow({}))
  await store.keepCard(cardRow({ cardId: 'card-2', tokenHash: 'hash-of-card-2' }))
  await store.keepNames(fundId, [nameRow({}), nameRow({ memberId: 'member-2' })])
  const data = Buffer.from(pngDot).toString('base64')
  await store.keepPhoto(photoRow({ data, digest: sha256(data) }))
  await store.keepNominees(fundId, 'member-1', [nomineeRow({})])
  await store.keepKinships(fundId, [kinRow({}), kinRow({ relation: 'spouse' })])
  await store.noteActivity([activityRow(1), activityRow(2)])
  archive = await archiveOf(store, fundId)
  lines = linesIn(archive)
})

/** What an empty store makes of a file: the problem, if it was refused and nothing was written. */
const problemWith = async (bytes: Uint8Array, length?: number): Promise<ArchiveProblem> => {
  const store = memoryStore()
  const answer = await takeIn(store, bytes, false, length)
  if (!('problem' in answer)) throw new Error('it was taken in')
  expect(await allOf(store, fundId)).toStrictEqual(await allOf(memoryStore(), fundId))
  return answer.problem
}

test('an archive is header, entries, notes, cards, people, kin, log and end, and is read in pieces of any length', async () => {
  const kinds = lines.map((line) => (JSON.parse(line) as { kind: string }).kind)
  expect(kinds.join(' ')).toBe(
    'header entry entry entry note note card card person person kin kin activity activity end',
  )
  for (const length of [1, 7, 1_000]) {
    const store = memoryStore()
    expect(await takeIn(store, archive, false, length)).toMatchObject({ entriesAdded: 3 })
    expect(await archiveOf(store, fundId)).toEqual(archive)
  }
})

test('every altered byte of every line is found, and that line is named', async () => {
  const plain = gunzipSync(archive)
  for (let i = 0; i < plain.length; i += step) {
    const line = plain.subarray(0, i).toString('latin1').split('\n').length
    const altered = Buffer.from(plain)
    altered[i]! ^= 1 << ((i / step) % 8)
    const problem = await problemWith(gzipSync(altered, { level: 1 }))
    expect(problem.line, `byte ${i}: ${JSON.stringify(problem)}`).toBe(line)
  }
})

/**
 * Some bits of a gzip file say nothing of what is in it: time, level and system in its header, the length of a code
 * that is not used. Such a file unpacks to the same text.
 */
const saysTheSame = (altered: Uint8Array): boolean =>
  gunzipSync(altered).equals(gunzipSync(archive))

test('every altered byte of the file as it lies on the disk is found, or changes nothing of what is in it', async () => {
  let same = 0
  for (let i = 0; i < archive.length; i += step) {
    const altered = Buffer.from(archive)
    altered[i]! ^= 1 << ((i / step) % 8)
    const store = memoryStore()
    const answer = await takeIn(store, altered)
    if ('problem' in answer) expect(await store.fundIds()).toEqual([])
    else {
      expect(await archiveOf(store, fundId)).toEqual(archive)
      expect(saysTheSame(altered), `byte ${i}`).toBe(true)
      same += 1
    }
  }
  expect(same).toBeLessThan(12)
})

test('a file that was cut off anywhere is refused, and so is one that goes on', async () => {
  for (let length = 0; length < archive.length; length += 13) {
    expect(await problemWith(archive.subarray(0, length))).toMatchObject({ code: 'gzip-broken' })
  }
  expect(await problemWith(Buffer.concat([archive, archive]))).toMatchObject({
    code: 'gzip-broken',
  })
  for (let count = 0; count < lines.length; count += 1) {
    const { code, line } = await problemWith(asArchive(lines.slice(0, count)))
    expect([code, line]).toEqual(count === 0 ? ['not-an-archive', 1] : ['end-missing', count + 1])
  }
  const { code } = await problemWith(gzipSync(lines.join('\n')))
  expect(code).toBe('end-missing')
  expect(await problemWith(asArchive([...lines, lines[1]!]))).toEqual({
    code: 'after-the-end',
    line: 16,
  })
})

test('what is no archive is told from what is a newer one', async () => {
  const of = (text: string) => problemWith(gzipSync(text))
  expect(await problemWith(Buffer.from('date,amount\n'))).toMatchObject({ code: 'gzip-broken' })
  for (const text of ['date,amount\n', '{}\n', '[]\n', 'null\n', '{"format":"other"}\n'])
    expect(await of(text)).toEqual({ code: 'not-an-archive', line: 1 })
  const newer = relined(lines[0]!, (header) => ({ ...header, v: 3 }))
  expect(await problemWith(resealed([newer, ...lines.slice(1, -1)]))).toEqual({
    code: 'version-unknown',
    line: 1,
  })
  expect(await of('\ufeff{}\n')).toEqual({ code: 'not-an-archive', line: 1 })
  expect(await problemWith(gzipSync(Buffer.from([0xff, 0xfe, 0x0a])))).toEqual({
    code: 'not-utf8',
    line: 1,
  })
})

/** A header with other fields before the same lines, sealed again by somebody who knows how. */
const withHeader = (change: (header: ArchiveHeader) => object): Buffer =>
  resealed([relined(lines[0]!, change as never), ...lines.slice(1, -1)])

test("another fund's header, or one that promises other things, fits no journal", async () => {
  const [entry] = linesIn(archive).slice(1)
  expect(await problemWith(withHeader((h) => ({ ...h, fundId: 'fund-b' })))).toEqual({
    code: 'hash-wrong',
    line: 2,
    seq: 1,
  })
  const { hash } = JSON.parse(entry!) as JournalRow
  for (const head of [
    { seq: 3, hash },
    { seq: 2, hash },
    { seq: 9, hash },
  ])
    expect(await problemWith(withHeader((h) => ({ ...h, head })))).toMatchObject({
      code: 'head-differs',
      line: 4,
    })
  const counted = (counts: object) =>
    problemWith(withHeader((h) => ({ ...h, counts: { ...h.counts, ...counts } })))
  expect(await counted({ entries: 2 })).toMatchObject({ code: 'head-differs', line: 3 })
  expect(await counted({ entries: 4 })).toMatchObject({ code: 'kind-unexpected', line: 5 })
  expect(await counted({ notes: 1 })).toMatchObject({ code: 'kind-unexpected', line: 6 })
  expect(await counted({ activities: 1 })).toMatchObject({ code: 'kind-unexpected', line: 14 })
  for (const counts of [{ entries: 0 }, { entries: 1e15 }, { cards: -1 }, { more: 1 }])
    expect(await counted(counts)).toEqual({ code: 'line-broken', line: 1 })
})

test('lines that were left out, doubled or moved are found although the end was made anew', async () => {
  const body = lines.slice(0, -1)
  const moved = (order: readonly number[]) => problemWith(resealed(order.map((i) => body[i]!)))
  const rest = [8, 9, 10, 11, 12, 13]
  expect(await moved([0, 2, 1, 3, 4, 5, 6, 7, ...rest])).toEqual({
    code: 'seq-broken',
    line: 2,
    seq: 2,
  })
  expect(await moved([0, 1, 1, 2, 3, 4, 5, 6, 7, ...rest])).toMatchObject({
    code: 'seq-broken',
    line: 3,
  })
  expect(await moved([0, 1, 2, 3, 5, 4, 6, 7, ...rest])).toEqual({ code: 'out-of-order', line: 6 })
  expect(await moved([0, 1, 2, 3, 4, 5, 6, 6, ...rest])).toEqual({ code: 'out-of-order', line: 8 })
  const before = [0, 1, 2, 3, 4, 5, 6, 7]
  for (const [order, line] of [
    [[9, 8, 10, 11, 12, 13], 10],
    [[8, 9, 11, 10, 12, 13], 12],
    [[8, 9, 10, 11, 13, 12], 14],
  ] as const)
    expect(await moved([...before, ...order])).toEqual({ code: 'out-of-order', line })
  expect(await moved([0, 1, 2, 3, 4, 5, 6, 7, 8])).toMatchObject({
    code: 'kind-unexpected',
    line: 10,
  })
})

/** The journal with its last row changed and every hash made anew. */
const forged = (change: Partial<JournalRow>): Buffer => {
  const body = lines.slice(0, -1)
  const { kind: _, ...row } = JSON.parse(body[3]!) as JournalRow & { kind: string }
  const changed = { ...row, fundId, reverses: undefined, ...change }
  const hash = sha256(canonicalEntry(changed))
  const { fundId: _of, ...columns } = { ...changed, hash }
  const header = relined(body[0]!, (h) => ({ ...h, head: { seq: row.seq, hash } }))
  return resealed([
    header,
    ...body.slice(1, 3),
    canonicalJson({ ...columns, kind: 'entry' }),
    ...body.slice(4),
  ])
}

test('a journal that no audit would pass is not taken in, however well it is sealed', async () => {
  const { data } = JSON.parse(lines[3]!) as JournalRow
  const unsound = { code: 'entry-unsound', line: 4, seq: 3 }
  expect(await problemWith(forged({ data: data.replace(/"amount":-\d+/, '"amount":-1') }))).toEqual(
    unsound,
  )
  expect(await problemWith(forged({ data: data.replace('member-1', 'member-9') }))).toEqual(unsound)
  expect(await problemWith(forged({ data: ` ${data}` }))).toEqual(unsound)
  expect(await problemWith(forged({ data: 'no json' }))).toEqual(unsound)
  expect(await problemWith(forged({ data: '{"flags":[]}' }))).toEqual(unsound)
  expect(await problemWith(forged({ prevHash: sha256('another entry') }))).toEqual({
    ...unsound,
    code: 'chain-broken',
  })
  for (const change of [
    { v: 0 },
    { effectiveOn: '2026-02-30' },
    { device: 'a\0b' },
    { device: '\ud800' },
  ])
    expect(await problemWith(forged(change as Partial<JournalRow>))).toEqual({
      code: 'line-broken',
      line: 4,
    })
  expect(await problemWith(forged({ data: `${'['.repeat(40)}${']'.repeat(40)}` }))).toEqual({
    ...unsound,
    code: 'too-deep',
  })
})

test('a type of entry that this version does not know is refused rather than guessed at', async () => {
  const [founded] = sealedRows([{ fundId, type: 'FundMerged' }])
  const { fundId: _, ...columns } = founded!
  const header = relined(lines[0]!, (h) => ({
    ...h,
    head: { seq: 1, hash: founded!.hash },
    counts: { entries: 1, notes: 0, cards: 0, activities: 0 },
  }))
  const bytes = resealed([header, canonicalJson({ ...columns, kind: 'entry' })])
  expect(await problemWith(bytes)).toEqual({ code: 'entry-unsound', line: 2, seq: 1 })
})

/** Two hundred million spaces in a file that is hundreds of times smaller. */
const bomb = (): Buffer => {
  const spaces = Buffer.alloc(200_000_000, 0x20)
  return gzipSync(Buffer.concat([Buffer.from(`${lines[0]}\n`), spaces]), { level: 1 })
}

test('a line without an end costs next to nothing', async () => {
  const endless = bomb()
  expect(endless.length).toBeLessThan(1_000_000)
  const before = process.memoryUsage().rss
  const { done, ms } = await costOf(() => problemWith(endless))
  // Below the line itself; other files share the worker, whose heap moves by some tens of millions.
  expect(process.memoryUsage().rss - before).toBeLessThan(170_000_000)
  expect([done, ms < 10_000]).toEqual([{ code: 'line-too-long', line: 2 }, true])
})

test('a line of ten megabytes, or one that is nested a million times, is refused where it is', async () => {
  const of = (text: string) => problemWith(gzipSync(text))
  const long = `${lines[0]}\n{"kind":"${'x'.repeat(10_000_000)}"}\n`
  expect(await of(long)).toEqual({ code: 'line-too-long', line: 2 })
  expect(await of(`${lines[0]}\n${'['.repeat(1_000_000)}\n`)).toEqual({ code: 'too-deep', line: 2 })
  expect(await of(`${'['.repeat(1_000_000)}\n`)).toEqual({ code: 'too-deep', line: 1 })
  expect(await of('\n'.repeat(10_000_000))).toEqual({ code: 'not-an-archive', line: 1 })
})

test('a disk that fails while it is read is not taken for a broken file', async () => {
  async function* failingDisk(): AsyncGenerator<Uint8Array> {
    yield* pieces(archive.subarray(0, 100))
    throw new Error('EIO: i/o error, read')
  }
  const needs = { store: memoryStore(), hash: sha256, digest: sha256Digest }
  await expect(importArchive(needs, failingDisk, { dryRun: false })).rejects.toThrow('EIO')
})
