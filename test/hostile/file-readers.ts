import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
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
import { zipOf } from '#test/support/hand-made-workbook.ts'

/* All that reads a file from outside, files that it takes, and what becomes of these on a disk, a line and in bad hands. */

export type Bytes = Uint8Array<ArrayBuffer>
export type ReaderOf = {
  /** Files that are sound: what is broken is made of these. */
  readonly sound: () => Promise<readonly Bytes[]>
  readonly read: (bytes: Bytes) => unknown
  /** Ends that a reader may come to beside an answer. */
  readonly mayEnd?: (error: unknown) => boolean
}

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text) as Bytes
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
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

let made: Promise<Buffer> | undefined
/** The paper book's own, made when it is first asked for. */
const archive = (): Promise<Buffer> =>
  (made ??= bookFrom(paperBookFolder).then(({ store, fundId: ofBook }) =>
    archiveOf(store as ReturnType<typeof memoryStore>, ofBook),
  ))

export const readers: Readonly<Record<string, ReaderOf>> = {
  'an archive': {
    sound: async () => [
      new Uint8Array(await archive()),
      new Uint8Array(resealed(linesIn(await archive()).slice(0, 40))),
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

/** What may become of sound files: up to four changes, one after another. */
export const brokenOf = (sound: readonly Bytes[]): fc.Arbitrary<Bytes> =>
  fc
    .tuple(
      fc.constantFrom(...sound),
      fc.constantFrom(...sound),
      fc.array(change, { minLength: 1, maxLength: 4 }),
    )
    .map(([bytes, from, changes]) => changes.reduce((one, by) => by(one, from), bytes))
