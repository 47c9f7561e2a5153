import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { marksOf } from '#src/exchange/bank-file/marks.ts'
import { readBankList } from '#src/exchange/bank-file/read.ts'
import { writeWorkbook } from '#src/exchange/workbook/write.ts'
import { costOf } from '#test/support/own-time.ts'

const read = (
  text: string | Uint8Array,
  more: Partial<{ currency: 'KHR' | 'USD'; today: string }> = {},
) =>
  readBankList(typeof text === 'string' ? new TextEncoder().encode(text) : text, {
    currency: 'KHR',
    today: '2026-06-01',
    ...more,
  })
const linesOf = async (...args: Parameters<typeof read>) => {
  const list = await read(...args)
  if ('faults' in list) throw new Error(JSON.stringify(list.faults))
  return list
}
const faultsOf = async (...args: Parameters<typeof read>) => {
  const list = await read(...args)
  return 'faults' in list ? list.faults.map(({ code, cell }) => `${code} ${cell ?? ''}`.trim()) : []
}
const said = async (...args: Parameters<typeof read>) =>
  (await linesOf(...args)).lines.map(({ on, amount }) => `${on} ${amount}`)

test('an invented bank: name and account above, newest first, commas, a balance behind each line', async () => {
  const list = await linesOf(
    [
      'Invented Rice Bank,,,,,',
      'Account name,"Sok, Dara",,,,',
      'Date,Ref. No.,Details,Withdrawal (KHR),Deposit (KHR),Balance (KHR)',
      '05/02/2026 14:31,FT3,"slip, three","50,000",,"1,350,000"',
      '31/01/2026,FT2,ដាក់,,"1,200,000","1,400,000"',
      ',,Opening balance,,,"200,000"',
    ].join('\r\n'),
  )
  expect(list.lines).toEqual([
    {
      row: 5,
      on: '2026-01-31',
      amount: 1_200_000,
      reference: 'FT2',
      words: 'FT2 · ដាក់',
      balance: 1_400_000,
    },
    {
      row: 4,
      on: '2026-02-05',
      amount: -50_000,
      reference: 'FT3',
      words: 'FT3 · slip, three',
      balance: 1_350_000,
    },
  ])
  expect(list.opening).toBe(200_000)
  expect(list.breaks).toEqual([])
  expect(['2026-01-30', '2026-02-01', '2026-03-01'].map((day) => list.balanceOn(day))).toEqual([
    // The opening balance stands with the first line.
    undefined,
    1_400_000,
    1_350_000,
  ])
})

test('an invented wallet: Khmer headings and digits, one signed sum, a mark of byte order', async () => {
  const text =
    '\ufeffកាលបរិច្ឆេទ;លេខយោង;បរិយាយ;ចំនួនទឹកប្រាក់\n៥ មករា ២០២៦;W1;ចូល;១.២០០.០០០ ៛\n06-Jan-2026;W2;ចេញ;-5 000\n'
  expect(await said(text)).toEqual(['2026-01-05 1200000', '2026-01-06 -5000'])
})

test.each([
  ['a sum in brackets went out', 'Date,Amount\n2026-01-05,"(5,000)"', '2026-01-05 -5000'],
  ['a column says which way', 'Date,Amount,DR/CR\n2026-01-05,5000,Dr', '2026-01-05 -5000'],
  ['all that went out has a minus', 'Date,Debit,Credit\n2026-01-05,-5000,', '2026-01-05 -5000'],
  ['tabs stand between cells', 'Date\tMoney in\tMoney out\n2026/1/5\t5000\t', '2026-01-05 5000'],
  [
    'the month stands first, where a later day says so',
    'Date,Amount\n1/5/2026,5000\n1/31/2026,1',
    '2026-01-05 5000',
  ],
  ['two ways to read a day that are one day', 'Date,Amount\n01/01/2026,5000', '2026-01-01 5000'],
  ['cents', 'Date,Amount\n2026-01-05,"$1,234.50"', '2026-01-05 123450', { currency: 'USD' }],
] as const)('%s', async (_, text, first, more?: { readonly currency: 'USD' }) => {
  expect((await said(text, more))[0]).toBe(first)
})

const head = 'Date,Money in,Money out\n'
test.each([
  ['Fee', 'Date,Money in,Money out,Fee\n2026-01-05,5,,1', 'heading-unknown D1'],
  ['no day', 'When,Money in\n2026-01-05,5', 'bank-headings-missing'],
  ['two balances', 'Date,Amount,Balance,Running balance\n2026-01-05,5,5,5', 'column-twice D1'],
  ['an amount beside money in', 'Date,Amount,Credit\n2026-01-05,5,5', 'column-twice C1'],
  ['in and out at once', `${head}2026-01-05,5,5`, 'bank-two-sums C2'],
  ['a total without a day', `${head}2026-01-05,5,\n,5,`, 'bank-row-without-day A3'],
  ['words for a sum', `${head}2026-01-05,five,`, 'bank-sum-unread B2'],
  ['ten thousand, or ten', `${head}2026-01-05,10.000,`, 'bank-sum-unread B2'],
  ['parts of a riel', `${head}2026-01-05,10.25,`, 'amount-not-whole B2'],
  ['a formula of a spreadsheet', `${head}2026-01-05,=1+1,`, 'bank-sum-unread B2'],
  ['a minus where money came in', `${head}2026-01-05,-5,`, 'amount-negative B2'],
  ['no way where a column says it', 'Date,Amount,Dr/Cr\n2026-01-05,5,', 'choice-unknown C2'],
  ['a day ahead', `${head}2026-07-05,5,`, 'date-in-the-future A2'],
  ['no day of the calendar', `${head}2026-02-30,5,`, 'date-impossible A2'],
  ['a day in two ways', `${head}05/01/2026,5,`, 'date-two-ways A2'],
  ['a day without its century', `${head}5/1/26,5,`, 'bank-date-format A2'],
  ['dollars', 'Date,Amount (USD)\n2026-01-05,5', 'other-currency B1'],
  ['a line in dollars', 'Date,Amount,Ccy\n2026-01-05,5,usd', 'other-currency C2'],
  ['headings alone', head, 'bank-lines-none'],
  ['no CSV', `${head}"2026`, 'csv-broken'],
  ['other bytes', new Uint8Array([0x44, 0xff, 0xfe]), 'not-utf8'],
] as const)(
  '%s is told by its place, and nothing of the cell is repeated',
  async (_, text, fault) => {
    expect(await faultsOf(text)).toEqual([fault])
  },
)

test('a list in which a line was cut out says where its balances do not follow', async () => {
  const list = await linesOf(
    'Date,Amount,Balance\n2026-01-05,5000,5000\n2026-01-07,1000,9000\n2026-01-08,-1000,8000',
  )
  expect(list.breaks).toEqual([3])
  expect(list.opening).toBe(0)
})

test('the same list as a workbook is the same lines, and a fault is told by its cell', async () => {
  const head = ['Date', 'Reference', 'Amount', 'Balance']
  const workbookOf = (rows: readonly (readonly (string | number | { day: string } | null)[])[]) =>
    writeWorkbook([{ name: 'Sheet1', rows: [['Invented Rice Bank'], head, ...rows] }])
  const bytes = await workbookOf([
    [{ day: '2026-01-05' }, 'R1', 1_200_000, 1_200_000],
    ['06/01/2026', 'R2', '-5,000', 1_195_000],
    [{ day: '2026-01-31' }, 'R3', -1000, null],
  ])
  // A day as text in two ways is not guessed in a workbook either.
  expect(await faultsOf(bytes)).toEqual(['date-two-ways A4'])
  const sound = await workbookOf([
    [{ day: '2026-01-05' }, 'R1', 1_200_000, 1_200_000],
    ['2026-01-06', 'R2', '-5,000', 1_195_000],
  ])
  const text =
    'Date,Reference,Amount,Balance\n2026-01-05,R1,1200000,1200000\n2026-01-06,R2,-5000,1195000'
  const rowless = async (list: string | Uint8Array) =>
    (await linesOf(list)).lines.map((line) => ({ ...line, row: 0 }))
  expect(await rowless(sound)).toEqual(await rowless(text))
})

test('a line has one mark in every list, whichever way it runs, and two lines never have the same', async () => {
  const means = { hash: sha256, signer: signerOnNode({ secret: 'an invented secret' }) }
  const about = { fundId: '00000000-0000-8000-8000-000000000001', place: 'bank' } as const
  const marked = async (text: string, more: Partial<typeof means> = {}) =>
    marksOf({ ...means, ...more }, about, (await linesOf(text)).lines)
  const lines = ['2026-01-05,R1,5', '2026-01-05,,7', '2026-01-05,,7', '2026-01-09,R2,5']
  const first = await marked(['Date,Reference,Amount', ...lines].join('\n'))
  expect(new Set(first).size).toBe(4)
  const back = await marked(
    ['Date,Ref,Amount,Details', ...lines.toReversed().map((one) => `${one},Sok`)].join('\n'),
  )
  expect(back.toSorted()).toEqual(first.toSorted())
  // Who does not have the service's secret makes others.
  const guessed = await marked(['Date,Reference,Amount', ...lines].join('\n'), {
    signer: signerOnNode({ secret: 'another secret' }),
  })
  expect(guessed.some((mark) => first.includes(mark))).toBe(false)
})

test('signs that nobody sees are in no line', async () => {
  const { lines } = await linesOf('Date,Reference,Details,Amount\n2026-01-05,R\u00001,a\u0007b,5')
  expect(lines).toMatchObject([{ reference: 'R 1', words: 'R 1 · a b' }])
})

test('twenty thousand rows that tell only what was there are read while a person waits', async () => {
  const rows = ',,,5\n'.repeat(19_990)
  const { done: list, ms } = await costOf(() =>
    linesOf(`Date,Credit,Debit,Balance\n2026-01-01,5,,5\n${rows}`),
  )
  expect(ms).toBeLessThan(3000)
  expect([list.lines.length, list.opening, list.balanceOn('2026-01-01')]).toEqual([1, 0, 5])
})
