import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { ArchiveFault } from '#src/exchange/archive/faults.ts'
import {
  cardLine,
  depthOf,
  fieldsOf,
  openCard,
  openEntry,
  openHeader,
  openNote,
  withSum,
} from '#src/exchange/archive/format.ts'
import { gunzippedLines, gzipped } from '#src/exchange/archive/lines.ts'
import { openKin, openPerson, kinLine } from '#src/exchange/archive/people.ts'
import { gathered } from '#test/support/gathered.ts'

async function* once(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}
const read = async (bytes: Uint8Array, ...more: readonly Uint8Array[]): Promise<string[]> => {
  const found: string[] = []
  try {
    for await (const line of gunzippedLines(once(bytes, ...more)))
      found.push(`${line.number} ${line.bytes.length}`)
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error
    found.push(`${error.problem.line} ${error.problem.code}`)
  }
  return found
}

/** Two mebibytes: what a row of the smallest store can hold. */
const longest = 2 * 1024 * 1024

test('a line is of two mebibytes at most, and is numbered from the first one on', async () => {
  expect(await read(gzipSync('a\n\nbcd\n'))).toEqual(['1 1', '2 0', '3 3'])
  expect(await read(gzipSync(`a\n${'x'.repeat(longest)}\nb\n`))).toEqual([
    '1 1',
    `2 ${longest}`,
    '3 1',
  ])
  expect(await read(gzipSync(`a\n${'x'.repeat(longest + 1)}\nb\n`))).toEqual([
    '1 1',
    '2 line-too-long',
  ])
  expect(await read(gzipSync('x'.repeat(longest + 1)))).toEqual(['1 line-too-long'])
})

test('a file that ends within a line, is cut off or is none is told by the line', async () => {
  expect(await read(gzipSync('a\nb'))).toEqual(['1 1', '2 end-missing'])
  expect(await read(gzipSync(''))).toEqual([])
  const whole = gzipSync('a\nb\n')
  expect((await read(whole.subarray(0, -1))).at(-1)).toMatch(/gzip-broken$/)
  expect(await read(new TextEncoder().encode('a\n'))).toEqual(['1 gzip-broken'])
  // Bytes come in pieces of any size.
  expect(await read(whole.subarray(0, 5), whole.subarray(5))).toEqual(['1 1', '2 1'])
})

test('whatever many lines are written are read again', async () => {
  async function* many(): AsyncGenerator<string> {
    for (let i = 0; i < 3000; i += 1) yield String(i).padStart(60, '0')
  }
  const pieces = await gathered(gzipped(many()))
  const lines = await read(Buffer.concat(pieces))
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([3000, '1 60', '3000 60'])
})

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}0${'}'.repeat(depth)}`

test('a line is nested 32 deep at most, and brackets within texts are none', () => {
  expect(['0', '{}', '[[]]', '[{},[]]', '{"[{\\"[":"[["}'].map(depthOf)).toEqual([0, 1, 2, 2, 1])
  expect(depthOf(nested(32))).toBe(32)
  expect(typeof fieldsOf(nested(32))).toBe('object')
  expect(fieldsOf(nested(33))).toBe('too-deep')
})

test('a line is an object, written in the one way in which this program writes it', () => {
  expect(
    ['[]', '1', 'null', '"a"', '{"b":1,"a":2}', '{"a": 1}', '{'].map((line) => fieldsOf(line)),
  ).toEqual(Array.from({ length: 7 }, () => 'line-broken'))
  expect(fieldsOf('{"a":2,"b":1}')).toEqual({ a: 2, b: 1 })
})

const fieldsIn = (line: object) => JSON.parse(withSum(line as never, sha256)) as never
const note = { kind: 'note', subject: 'fund', text: 'a' }

test('a line with another check sum was altered, and one without any is none of an archive', () => {
  expect(openNote(fieldsIn(note), sha256)).toEqual({ subject: 'fund', text: 'a' })
  expect(openNote({ ...(fieldsIn(note) as object), text: 'b' } as never, sha256)).toBe(
    'line-altered',
  )
  expect(openNote(note as never, sha256)).toBe('line-broken')
  expect(openNote(fieldsIn({ ...note, text: 'a\u0000' }), sha256)).toBe('line-broken')
  expect(openNote(fieldsIn({ ...note, more: 1 }), sha256)).toBe('line-broken')
})

const header = {
  kind: 'header',
  format: 'village-fund/archive',
  v: 2,
  fundId: 'f',
  head: { seq: 1, hash: 'a'.repeat(64) },
  counts: { entries: 1, notes: 0, cards: 0, persons: 0, kin: 0, activities: 0 },
}
const counting = (more: object) => ({ ...header, counts: { ...header.counts, ...more } })

test.each<[string, object, boolean]>([
  ['as it is', header, true],
  ['of the first version', { ...header, v: 1 }, true],
  ['of no version', { ...header, v: 0 }, false],
  ['of a fund with a name of a hundred signs', { ...header, fundId: 'f'.repeat(100) }, true],
  ['of a fund with a longer one', { ...header, fundId: 'f'.repeat(101) }, false],
  ['of a journal of nothing', counting({ entries: 0 }), false],
  ['of ten million entries', counting({ entries: 10_000_000 }), true],
  ['of more', counting({ entries: 10_000_001 }), false],
  ['of a million notes', counting({ notes: 1_000_000 }), true],
  ['of more notes', counting({ notes: 1_000_001 }), false],
  ['of fewer notes than none', counting({ notes: -1 }), false],
  ['of a hundred thousand cards', counting({ cards: 100_000 }), true],
  ['of more cards', counting({ cards: 100_001 }), false],
  ['of more persons', counting({ persons: 100_001 }), false],
  ['of more kin', counting({ kin: 1_000_001 }), false],
  ['of more lines of the log', counting({ activities: 10_000_001 }), false],
  ['that leaves out who members are', { ...header, without: 'people' }, true],
  ['that leaves out anything else', { ...header, without: 'cards' }, false],
])('a first line %s is read or not', (_, line, isRead) => {
  expect(typeof openHeader(fieldsIn(line), sha256) === 'object').toBe(isRead)
})

const entry = {
  kind: 'entry',
  seq: 1,
  id: 'e',
  type: 'T',
  v: 1,
  effectiveOn: '2025-01-01',
  recordedAt: 't',
  recordedBy: 'r',
  device: 'd',
  commandHash: 'c',
  data: '{}',
  prevHash: '',
  hash: 'a'.repeat(64),
}

test('an entry takes something back or not, is of a day that there is, and begins the journal or follows', () => {
  const open = (more: object) => openEntry({ ...entry, ...more } as never, 'f')
  expect(open({})).toMatchObject({ fundId: 'f', seq: 1, prevHash: '', reverses: undefined })
  expect(open({ reverses: 'x', prevHash: 'b'.repeat(64) })).toMatchObject({ reverses: 'x' })
  for (const more of [
    { seq: 0 },
    { v: 0 },
    { effectiveOn: '2025-02-29' },
    { prevHash: 'b' },
    { hash: 'A'.repeat(64) },
    { id: '\ud800' },
  ])
    expect(open(more)).toBe('line-broken')
})

test('a card that was stopped stays stopped, and one that was not stays none', () => {
  const card = {
    fundId: 'f',
    cardId: 'c',
    memberId: 'm',
    tokenHash: 't',
    secret: 's',
    issuedAt: 'i',
  }
  const again = (revokedAt: string | undefined) =>
    openCard(JSON.parse(cardLine({ ...card, revokedAt }, sha256)) as never, 'f', sha256)
  expect(again(undefined)).toEqual({ ...card, revokedAt: undefined })
  expect(again('2025-01-01T00:00:00.000Z')).toMatchObject({ revokedAt: '2025-01-01T00:00:00.000Z' })
})

test('a nominee is told by a name or by an id, never by both and never by none', () => {
  const person = (...nominees: readonly object[]) =>
    typeof openPerson(fieldsIn({ kind: 'person', memberId: 'm', nominees }), sha256) === 'object'
  const own = { share: 'all' }
  const named = { ...own, name: 'សុខ' }
  expect(person(named)).toBe(true)
  expect(person({ ...own, nomineeId: 'n' })).toBe(true)
  expect(person({ ...named, nomineeId: 'n' })).toBe(false)
  expect(person(own)).toBe(false)
  expect(person()).toBe(false)
})

test('two are kin of each other once, in the order of their ids, and nobody of oneself', () => {
  const kin = (firstId: string, secondId: string) =>
    typeof openKin(
      JSON.parse(
        kinLine({ firstId, secondId, relation: 'sibling', declaredAt: 't' }, sha256),
      ) as never,
      sha256,
    ) === 'object'
  expect([kin('a', 'b'), kin('b', 'a'), kin('a', 'a')]).toEqual([true, false, false])
})
