import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { loanBook } from '#src/exchange/loan-book/sheet.ts'
import { membersSheet } from '#src/exchange/members-sheet/sheet.ts'
import { readLines } from '#src/exchange/paper-book/files.ts'
import { readList } from '#src/exchange/paper-book/one-sheet.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const recipes = join(import.meta.dirname, '../../docs/recipes')
const folder = newFolder()
afterAll(() => dropFolder(folder))

/** What the recipe makes of an invented list of another system. */
const converted = async (map: string, list: readonly string[]): Promise<string> => {
  const path = join(folder, 'theirs.csv')
  writeFileSync(path, `${list.join('\r\n')}\r\n`)
  const script = join(recipes, 'to-our-headings.mjs')
  return (await promisify(execFile)(process.execPath, [script, join(recipes, map), path])).stdout
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('members collected with Kobo become the sheet of members', async () => {
  const made = await converted('kobo-members.json', [
    '\ufeff"start";"member/card";"member/sex";"member/zone";"member/idpoor";"money/savings";"_id";"_uuid"',
    '"2025-12-01T08:00:00.000+07:00";"M01";"female";"upland";"level_1";"120000";"1";"u1"',
    '"2025-12-01T08:05:00.000+07:00";"M02";"male";"river";"none";"0";"2";"u2"',
  ])
  const { lines, faults } = await readList(membersSheet, bytes(made), 'KHR')
  expect(faults).toEqual([])
  expect(lines).toMatchObject([
    { card: 'M01', sex: 'f', zone: 'upland', idpoor: '1', savings: 120_000 },
    { card: 'M02', sex: 'm', zone: 'river', savings: 0 },
  ])
})

test('a meeting collected with Kobo becomes the meeting sheet of a paper book', async () => {
  const made = await converted('kobo-meeting.json', [
    '_parent_meeting_date;line/card;line/present;line/shares;line/savings_in;line/social_in;line/fine_in;line/loan;line/principal_paid;line/interest_paid;line/savings_out;_index',
    '2025-01-20;M01;yes;5;25000;1000;0;L25-01;40000;6000;0;1',
    '2025-01-20;M02;no;0;0;0;500;;0;0;0;2',
  ])
  const { lines, faults } = readLines('meeting_sheet.csv', made, 'KHR')
  expect(faults).toEqual([])
  expect(lines).toMatchObject([
    { card: 'M01', present: 'y', shares: 5, principal_paid: 40_000 },
    { card: 'M02', present: 'n', fine_in: 500 },
  ])
})

test('a list of a savings group’s app becomes the sheet of members with their loans', async () => {
  const made = await converted('savings-group.json', [
    'Member Number,Member Name,Gender,Zone,Total Savings,Loan Number,Loan Amount,Loan Balance,Loan Duration,Loan Date',
    '1,Invented One,Female,upland,"250,000",L1,"500,000","300,000",10,05/08/2025',
    '2,Invented Two,M,river,0,,,,,',
  ])
  expect(made).not.toContain('Invented')
  const { lines, faults } = await readList(membersSheet, bytes(made), 'KHR')
  expect(faults).toEqual([])
  expect(lines).toMatchObject([
    {
      card: '1',
      sex: 'f',
      savings: 250_000,
      loan: 'L1',
      loan_left: 300_000,
      disbursed: '2025-08-05',
    },
    { card: '2', sex: 'm', savings: 0 },
  ])
})

test('Fineract’s report of active loans becomes the book of loans', async () => {
  const made = await converted('fineract-loans.json', [
    'Client,External Id,Loan Account No.,Currency,Loan Amount,Annual Nominal Interest Rate,# of Repayments,Disbursed Date,Principal Repaid,Principal Outstanding,Interest Repaid,Interest Outstanding',
    'Invented One,M01,000000017,KHR,"1,200,000.00",18,12,20 January 2025,"600,000.00","600,000.00","108,000.00","108,000.00"',
  ])
  expect(made).not.toContain('Invented')
  const { lines, faults } = await readList(loanBook, bytes(made), 'KHR')
  expect(faults).toEqual([])
  expect(lines).toMatchObject([
    {
      card: 'M01',
      loan: '000000017',
      system: 'fineract',
      method: 'flat',
      principal: 1_200_000,
      principal_owed: 600_000,
      instalments: 12,
      disbursed: '2025-01-20',
    },
  ])
})

test('what a map does not know ends with the place, and tells nothing of the cell', async () => {
  const good = '1,Invented One,Female,upland,"250,000",L1,"500,000","300,000",10,05/08/2025'
  const heading =
    'Member Number,Member Name,Gender,Zone,Total Savings,Loan Number,Loan Amount,Loan Balance,Loan Duration,Loan Date'
  const cases: readonly (readonly [string, string])[] = [
    [good.replace('Female', 'Weiblich'), 'Row 2, sex'],
    [good.replace('Female', '__proto__'), 'Row 2, sex'],
    [good.replace('"250,000"', '"250,00"'), 'Row 2, savings'],
    [good.replace('"250,000"', '250000.50'), 'Row 2, savings'],
    [good.replace('05/08/2025', '2025/08/05'), 'Row 2, disbursed'],
    [`${good},one more`, 'Row 2: this row has other columns than the heading.'],
    [good.replace('"250,000"', '"250,000'), 'Row 2: a quotation mark'],
    [good.replace('"250,000"', '2"50'), 'Row 2: a quotation mark'],
  ]
  for (const [line, place] of cases) {
    const failed = await converted('savings-group.json', [heading, line]).catch(
      (error: { readonly stderr: string; readonly stdout: string }) => error,
    )
    expect(failed).toMatchObject({
      stderr: expect.stringContaining(place),
      stdout: expect.anything(),
    })
    expect((failed as { readonly stderr: string }).stderr).not.toMatch(
      /Weiblich|250|Invented|2025\//,
    )
  }
  await expect(
    converted('savings-group.json', [heading.replace('Gender', 'Sex'), good]),
  ).rejects.toThrow('no column for: sex')
})
