import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { readText } from '#src/app/messages/menu.ts'
import { readAgencyList } from '#src/exchange/agency-list/read.ts'
import { alertOf } from '#src/exchange/cap/alert.ts'
import { commandsInLines, linesOfCommands } from '#src/exchange/carried/commands.ts'
import { openedPapers, papersNamed, sealedPapers } from '#src/exchange/carried/papers.ts'
import { readCaseFile } from '#src/exchange/cases/case-file.ts'
import { ArchiveFault } from '#src/exchange/archive/faults.ts'
import { loanBook } from '#src/exchange/loan-book/sheet.ts'
import { membersSheet } from '#src/exchange/members-sheet/sheet.ts'
import { readQuote } from '#src/exchange/quote-file.ts'
import { readerHere } from '#src/exchange/reader.ts'
import { agencies, alert, bankList, loans, members, sheetOf } from '#test/hostile/sound-files.ts'
import { archiveOf, linesIn, resealed, takeIn } from '#test/support/archives.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { handMade, zipOf } from '#test/support/hand-made-workbook.ts'
import { reached } from '#test/support/reached.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'
/** Of whole books fewer: one costs as much as a hundred lists. */
const triesOf = (name: string): number => {
  const all = isLong ? 4000 : 80
  return /archive|paper book/.test(name) ? all / 8 : all
}

/** What one file may cost: time of this process's own, memory that is left at its end, and when it is said to have hung. */
const limits = { cpuMs: 1500, heapMiB: 128, waitMs: 60_000 } as const

type Bytes = Uint8Array<ArrayBuffer>
type ReaderOf = {
  /** Files that are sound: what is broken is made of these. */
  readonly sound: () => Promise<readonly Bytes[]>
  readonly read: (bytes: Bytes) => unknown
  /** Ends that a reader may come to beside an answer. */
  readonly mayEnd?: (error: unknown) => boolean
}

const utf8 = (text: string): Bytes => new TextEncoder().encode(text) as Bytes
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const files = (folder: string): readonly (readonly [string, Bytes])[] =>
  readdirSync(folder)
    .filter((name) => /\.(csv|json)$/.test(name) && name !== 'expected.json')
    .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))])

const casesFile = join(import.meta.dirname, '../fixtures/published/apr.json')
const here = readerHere(sha256)
const fundId = '0197a000-0000-7000-8000-000000000001'
const command = { id: fundId, type: 'RecordDeposit', v: 1, effectiveOn: '2025-12-20', amount: 5000 }
const audit = { networkId: fundId, fundId, auditId: fundId }
const paperKey = 'ab'.repeat(32)

const takenIn = (bytes: Bytes): Promise<unknown> => takeIn(memoryStore(), bytes, true, 4096)

let archive: Buffer
beforeAll(async () => {
  const { store, fundId: ofBook } = await bookFrom(paperBookFolder)
  archive = await archiveOf(store as ReturnType<typeof memoryStore>, ofBook)
})

const readers: Readonly<Record<string, ReaderOf>> = {
  'an archive': {
    sound: async () => [
      new Uint8Array(archive),
      new Uint8Array(resealed(linesIn(archive).slice(0, 40))),
    ],
    read: takenIn,
    mayEnd: (error) => error instanceof ArchiveFault,
  },
  'a paper book of files': {
    sound: async () =>
      files(paperBookFolder).flatMap(([name, bytes]) => (name === 'members.csv' ? [bytes] : [])),
    read: (bytes) => here.book(new Map([...files(paperBookFolder), ['members.csv', bytes]])),
  },
  'a zipped paper book': {
    sound: async () => [
      zipOf(
        files(paperBookFolder).map(([name, bytes]) => ({ name, text: textOf(bytes) })),
      ) as Bytes,
    ],
    read: (bytes) => here.book(bytes),
  },
  'a workbook of members': {
    sound: async () => [sheetOf(members)],
    read: (bytes) => here.list(membersSheet, bytes, 'KHR'),
  },
  'a list of members': {
    sound: async () => [utf8(members)],
    read: (bytes) => here.list(membersSheet, bytes, 'KHR'),
  },
  'a book of loans': {
    sound: async () => [utf8(loans)],
    read: (bytes) => here.list(loanBook, bytes, 'KHR'),
  },
  'a list of a bank': {
    sound: async () => [utf8(bankList), sheetOf(bankList)],
    read: (bytes) => here.bankRows(bytes),
  },
  'a list of agencies': {
    sound: async () => [utf8(agencies)],
    read: (bytes) => readAgencyList(here, bytes, '2025-12-31'),
  },
  'an alert': { sound: async () => [utf8(alert)], read: (bytes) => alertOf(textOf(bytes)) },
  'square codes': {
    sound: async () => [
      utf8((await linesOfCommands({ fundId, commands: Array(30).fill(command) })).join('\n')),
    ],
    read: (bytes) => commandsInLines(textOf(bytes).split('\n')),
  },
  'papers of an audit': {
    sound: async () => [utf8(await sealedPapers(audit, [command], paperKey))],
    read: async (bytes) => [
      papersNamed(textOf(bytes)),
      await openedPapers(textOf(bytes), audit, paperKey),
    ],
  },
  'a text to the service': {
    sound: async () => ['1', 'balance 123456', 'សមតុល្យ ១២៣៤៥៦', 'code 40648394'].map(utf8),
    read: (bytes) => readText(textOf(bytes)),
  },
  'a question about a price': {
    sound: async () => [
      utf8('{"principal":500000,"instalments":10,"type":"normal","paidOutOn":"2026-01-20"}'),
    ],
    read: (bytes) => readQuote(textOf(bytes)),
  },
  'a file of cases': {
    sound: async () => [new Uint8Array(readFileSync(casesFile))],
    read: (bytes) => readCaseFile('a.json', textOf(bytes)),
  },
}

const odd = [
  '\u0000', '\ufeff', '\u202e', '\ud7ff', '"', '""', ',', ';', '\r', '\n', '\r\n', '=1+1', '-0', '1e400',
  '99999999999999999999', '២០២៥-១៣-៤០', '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '<![CDATA[', '../../x',
  '{"__proto__":1}', '[[[[', 'PK\u0003\u0004', 'VP1:', ' '.repeat(5000), 'a,'.repeat(5000), '['.repeat(5000),
] // prettier-ignore

type Change = (bytes: Bytes, from: Bytes) => Bytes
const joinedUp = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts))
const place = (bytes: Bytes, at: number): number => Math.floor(at * bytes.length)

/** What a disk, a line and somebody who means harm do to a file. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })).map(
    ([at, value]): Change =>
      (bytes) =>
        bytes.map((byte, i) => (i === place(bytes, at) ? value : byte)),
  ),
  fc.double({ min: 0, max: 1, noNaN: true }).map(
    (at): Change =>
      (bytes) =>
        bytes.slice(0, place(bytes, at)),
  ),
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...odd)).map(
    ([at, text]): Change =>
      (bytes) =>
        joinedUp(bytes.subarray(0, place(bytes, at)), utf8(text), bytes.subarray(place(bytes, at))),
  ),
  fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(
      ([a, b]): Change =>
        (bytes, from) =>
          joinedUp(bytes.subarray(0, place(bytes, a)), from.subarray(place(from, b))),
    ),
  fc.integer({ min: 2, max: 30 }).map(
    (times): Change =>
      (bytes) =>
        bytes.length * times > 3_000_000 ? bytes : joinedUp(...Array(times).fill(bytes)),
  ),
  fc.uint8Array({ maxLength: 200 }).map(
    (other): Change =>
      () =>
        new Uint8Array(other),
  ),
)

const heapMiB = (): number => process.memoryUsage().heapUsed / 1_048_576

/** What is left once everything that nobody needs is gone. */
const keptMiB = (): number => {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  return heapMiB()
}

/** What is wrong with how one file was read: an end that nobody has said, or what it cost. */
const wrongOnce = async (
  { read, mayEnd = () => false }: ReaderOf,
  bytes: Bytes,
): Promise<readonly string[]> => {
  const [cpu, heap] = [process.cpuUsage(), heapMiB()]
  const never = new Promise<readonly string[]>((resolve) =>
    setTimeout(resolve, limits.waitMs, ['never ended']).unref(),
  )
  const named = (error: unknown) => (mayEnd(error) ? [] : [`ended by ${String(error)}`])
  const reading = Promise.resolve().then(() => read(bytes))
  const ended = await Promise.race([never, reading.then(() => [], named)])
  const { user, system } = process.cpuUsage(cpu)
  return [
    ...ended,
    ...((user + system) / 1000 > limits.cpuMs ? ['took too long'] : []),
    ...(heapMiB() - heap > limits.heapMiB && keptMiB() - heap > limits.heapMiB
      ? ['took too much memory']
      : []),
  ]
}

/** Asked twice where it cost too much: what is cleared away meanwhile may be another's. */
const wrongWith = async (reader: ReaderOf, bytes: Bytes): Promise<readonly string[]> =>
  (await wrongOnce(reader, bytes)).length > 0 ? wrongOnce(reader, bytes) : []

/** What was tried, and what was wrong with it. */
const seen = { tried: 0, wrong: 0 }

const attacked = async (reader: ReaderOf, numRuns: number): Promise<string | undefined> => {
  const sound = await reader.sound()
  const broken = fc
    .tuple(
      fc.constantFrom(...sound),
      fc.constantFrom(...sound),
      fc.array(change, { minLength: 1, maxLength: 4 }),
    )
    .map(([bytes, from, changes]) => changes.reduce((one, by) => by(one, from), bytes))
  const run = await fc.check(
    fc.asyncProperty(broken, async (bytes) => {
      const wrong = await wrongWith(reader, bytes)
      seen.tried += 1
      seen.wrong += wrong.length
      if (wrong.length > 0) throw new Error(wrong.join('; '))
    }),
    { numRuns, seed: Number(process.env['TEST_SEED']), endOnFailure: true },
  )
  return run.failed ? (run.errorInstance as Error).message : undefined
}

test.each(Object.entries(readers))(
  '%s is read as it is sound, and broken in any way ends in an answer',
  async (name, reader) => {
    for (const bytes of await reader.sound()) expect(await wrongWith(reader, bytes)).toEqual([])
    expect(await attacked(reader, triesOf(name))).toBeUndefined()
  },
)

test('files that are small and unpack to much end early', async () => {
  const bomb = new Uint8Array(gzipSync(Buffer.alloc(40_000_000, 'a')))
  expect(await wrongWith(readers['an archive']!, bomb)).toEqual([])
  const sheet = handMade([{ name: 'members', data: '', after: ' '.repeat(60_000_000) }]) as Bytes
  expect(await wrongWith(readers['a workbook of members']!, sheet)).toEqual([])
})

test('each reader was tried, and each sound file was read to something', async () => {
  for (const [name, { sound, read }] of Object.entries(readers)) {
    const [first] = await sound()
    const answer = JSON.stringify(await read(first!)) ?? ''
    expect([
      name,
      /^\[\{"file"|"faults":\[\{|"why"|"code":"(xml|alert)|"errors"/.test(answer),
    ]).toEqual([name, false])
  }
  const atLeast = Object.keys(readers).reduce((sum, name) => sum + triesOf(name), 0)
  const { tried: count, wrong: found } = seen
  reached({ promise: 'P11', tried: 'broken files', count, atLeast, found })
})

const plainly = { sound: async () => [utf8('a,b\n1,2\n')] }

test('a reader that throws, one that hangs on and one that keeps all of it are each found', async () => {
  const throws = { ...plainly, read: (bytes: Bytes) => JSON.parse(textOf(bytes)) as unknown }
  expect(await attacked(throws, 100)).toMatch('ended by SyntaxError')
  const slow = {
    ...plainly,
    read: () => {
      const from = process.cpuUsage()
      for (let spent = 0; spent <= limits.cpuMs;) {
        for (let i = 0; i < 1_000_000; i += 1) Math.sqrt(i)
        const { user, system } = process.cpuUsage(from)
        spent = (user + system) / 1000
      }
    },
  }
  expect(await wrongWith(slow, utf8('x'))).toContain('took too long')
  const held: unknown[] = []
  const keeps = {
    ...plainly,
    read: () => void held.push(Array<number>(60_000_000).fill(1.5)),
  }
  expect(await wrongWith(keeps, utf8('x'))).toContain('took too much memory')
})
