import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { oldBookOf } from '#src/app/members/old-book.ts'
import { bookOf } from '#src/app/queries.ts'
import { importMembers } from '#src/exchange/members-sheet/import.ts'
import { membersSheet } from '#src/exchange/members-sheet/sheet.ts'
import { writeWorkbook } from '#src/exchange/workbook/write.ts'
import { fund } from '#test/support/command-line.ts'
import { by, csv, fundId, heading, lines, officer, plain } from '#test/support/founded-fund.ts'
import { withPaperBook } from '#test/support/imported-book.ts'
import { sheetTaken } from '#test/support/members-sheet.ts'
import { handMade, rowOf, textCell } from '#test/support/hand-made-workbook.ts'

const { store, record, taking, entries } = sheetTaken()

const taken = {
  fundId,
  isDryRun: false,
  wasHere: false,
  members: 2,
  savings: 1_400_000,
  loans: 2,
  loansOwed: 400_000,
  flagged: 0,
  left: 500_000,
  rows: [
    { row: 2, isNewMember: false, savings: 500_000, loanOwed: 0 },
    { row: 3, isNewMember: true, savings: 900_000, loanOwed: 300_000 },
    { row: 4, isNewMember: false, savings: 0, loanOwed: 100_000 },
    { row: 5, isNewMember: true, savings: 0, loanOwed: 0 },
  ],
}

const faultsOf = async (bytes: Uint8Array) => {
  const before = await entries()
  const answer = await taking(bytes)
  expect(await entries()).toBe(before)
  return answer && 'faults' in answer
    ? answer.faults.map(({ row, field, cell, code }) => [row, field, cell, code])
    : []
}

test('one sheet brings in members, savings and loans, and names what the older book does not explain', async () => {
  expect(await taking(plain)).toEqual(taken)
  const book = (await bookOf(store(), fundId))!
  const postings = await store().postings(fundId, { through: '2026-01-01' })
  expect(oldBookOf(book, postings)).toMatchObject({
    savings: { count: 2, saved: 1_400_000 },
    loans: { count: 2, owed: 400_000 },
    left: 500_000,
  })
  // The officer of the founding is the same member, by the card.
  expect(book.members.map(({ card }) => card).toSorted()).toEqual(['M01', 'M02', 'M03'])
})

test('how poor a household is comes along with its member', async () => {
  await taking(csv('card,sex,zone,idpoor', 'M05,f,Z1,2', 'M06,f,Z1,'))
  const { members } = (await bookOf(store(), fundId))!
  const levels = members.map(({ card, povertyLevel }) => [card, povertyLevel])
  expect(levels).toEqual(
    expect.arrayContaining([
      ['M05', 2],
      ['M06', undefined],
    ]),
  )
})

test('a dry run says the same and writes nothing', async () => {
  const before = await entries()
  expect(await taking(plain, true)).toEqual({ ...taken, isDryRun: true })
  expect(await entries()).toBe(before)
})

test('the same sheet again changes nothing, and one with a line more brings that line alone', async () => {
  await taking(plain)
  const before = await entries()
  const nothing = {
    ...taken,
    wasHere: true,
    members: 0,
    savings: 0,
    loans: 0,
    loansOwed: 0,
    rows: [],
  }
  expect(await taking(plain)).toEqual(nothing)
  expect(await entries()).toBe(before)
  const more = csv(heading, ...lines, 'M04,,m,Z2,500000,,,,,')
  expect(await taking(more)).toMatchObject({ members: 1, savings: 500_000, loans: 0, left: 0 })
})

test('another sum for the same card, or one that was written by hand, is a fault and not a second sum', async () => {
  await taking(plain)
  const other = csv(heading, ...lines.with(0, 'M01,,f,Z1,600000,,,,,'))
  expect(await faultsOf(other)).toEqual([[2, 'savings', undefined, 'here-otherwise']])
  await record(
    fundId,
    [
      {
        id: '0198f3a0-0000-7000-8000-0000000000b1',
        v: 1,
        type: 'TakeOverSavings',
        effectiveOn: '2026-01-01',
        memberId: (await bookOf(store(), fundId))!.members.find(({ card }) => card === 'M03')!
          .memberId,
        amount: 5_000,
      },
    ],
    by,
  )
  const twice = csv(heading, ...lines.with(3, 'M03,,f,Z2,5000,,,,,'))
  expect(await faultsOf(twice)).toEqual([[5, 'savings', undefined, 'here-already']])
})

test('no name of the sheet stands in the journal or in what is said', async () => {
  const answer = await taking(plain)
  const rows = await store().read(fundId, 0, 1000)
  expect(JSON.stringify([answer, rows])).not.toMatch(/Srey|Dara|Chan/)
})

test('as a workbook, under Khmer headings and in Khmer digits, it is the same', async () => {
  const khmer = new Map<string, string>(
    membersSheet.columns.map(({ name, khmer: km }) => [name, km]),
  )
  const rows = [
    heading.split(',').map((name) => khmer.get(name) ?? 'ឈ្មោះ'),
    ...lines.map((line) =>
      line.split(',').map((cell, at) => {
        if (/^\d+$/.test(cell))
          return at === 4 ? '៥០០០០០'.replace('៥', cell === '900000' ? '៩' : '៥') : Number(cell)
        return /^\d{4}-/.test(cell) ? { day: cell } : cell
      }),
    ),
  ]
  expect(await taking(await writeWorkbook([{ name: 'បញ្ជី', rows }]))).toEqual(taken)
  // Ids come from cards: the file of the same lines changes nothing after it.
  expect(await taking(plain)).toMatchObject({ wasHere: true })
})

test.each([
  ['a card that stands twice', 'M02,,m,Z1,5,,,,,', [[6, 'card', undefined, 'card-twice']]],
  [
    'a loan that stands twice',
    'M04,,f,Z1,,L7,1000,5000,3,2025-10-01',
    [[6, 'loan', undefined, 'loan-number-twice']],
  ],
  [
    'what is left without a loan',
    'M04,,f,Z1,,,1000,5000,3,2025-10-01',
    [[6, 'loan', undefined, 'value-missing']],
  ],
  [
    'a loan paid out after the first day',
    'M04,,f,Z1,,L9,1000,5000,3,2026-02-01',
    [[6, 'disbursed', undefined, 'carried-over-after-opening']],
  ],
  ['a sum in words', 'M04,,f,Z1,many,,,,,', [[6, 'savings', undefined, 'amount-not-a-number']]],
  ['neither woman nor man', 'M04,,x,Z1,,,,,,', [[6, 'sex', undefined, 'choice-unknown']]],
])('%s is told by its line, and nothing is written', async (_, line, faults) => {
  expect(await faultsOf(csv(heading, ...lines, line))).toEqual(faults)
})

test('in a workbook a fault is told by its cell', async () => {
  const data =
    rowOf(
      3,
      textCell('B3', 'card'),
      textCell('C3', 'sex'),
      textCell('D3', 'zone'),
      textCell('E3', 'savings'),
    ) +
    rowOf(4, textCell('B4', 'M09'), textCell('C4', 'f'), textCell('D4', 'Z1'), textCell('E4', '-5'))
  expect(await faultsOf(handMade([{ name: 'x', data }]))).toEqual([
    [4, 'savings', 'members!E4', 'amount-negative'],
  ])
})

test('a sheet without lines, and one without the headings, say so', async () => {
  expect(await faultsOf(csv(heading))).toEqual([[null, null, undefined, 'no-lines']])
  expect(await faultsOf(csv('a,b', '1,2'))).toEqual(
    ['card', 'sex', 'zone'].map((field) => [1, field, undefined, 'column-missing']),
  )
})

test('random bytes and random cells never crash, and what is refused has written nothing', async () => {
  const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('M01', 'f', '5000', '', '"'))
  const line = fc.array(cell, { minLength: 10, maxLength: 10 }).map((cells) => cells.join(','))
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.array(line, { minLength: 1, maxLength: 4 }).map((all) => csv(heading, ...all)),
      ),
      async (bytes) => {
        const before = await entries()
        const answer = (await taking(bytes))!
        if ('faults' in answer) expect(answer.faults.length).toBeGreaterThan(0)
        expect((await entries()) > before).toBe(!('faults' in answer) && !answer.wasHere)
      },
    ),
    { numRuns: 100 },
  )
})

test('of a fund that is not here there is no answer', async () => {
  const elsewhere = { fundId: officer, bytes: plain }
  const none = await importMembers({ record, store: store(), hash: sha256 }, elsewhere, {
    ...by,
    dryRun: true,
  })
  expect(none).toBeUndefined()
})

test('the command line takes the sheet in, and names what is to be mended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'members-'))
  const run = (...args: string[]) => fund(['--db', 'sqlite:a.db', 'import', ...args], { folder })
  await withPaperBook(folder, 'a.db')
  writeFileSync(join(folder, 'm.csv'), `${heading}\nZ91,,f,Z1,500000,,,,,\n`)
  const json = await run('members', 'm.csv', '--dry-run', '--json')
  expect(JSON.parse(json.out)).toMatchObject({ members: 1, savings: 500_000, left: -500_000 })
  writeFileSync(join(folder, 'm.csv'), `${heading}\nZ91,,f,Z1,-5,,,,,\n`)
  const bad = await run('members', 'm.csv')
  expect([bad.status, bad.out]).toEqual([1, expect.stringContaining('members, row 2, savings: ')])
  rmSync(folder, { recursive: true })
})
