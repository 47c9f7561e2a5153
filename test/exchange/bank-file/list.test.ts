import { expect, test } from 'vitest'
import { marksOf, matchIdOf } from '#src/exchange/bank-file/marks.ts'
import { type FileLine, readBankList } from '#src/exchange/bank-file/read.ts'

const read = (text: string) =>
  readBankList(new TextEncoder().encode(text), { currency: 'KHR', today: '2026-06-01' })
const listOf = async (text: string) => {
  const list = await read(text)
  if ('faults' in list) throw new Error(JSON.stringify(list.faults))
  return list
}
const rows = async (text: string) => (await listOf(text)).lines.map(({ row }) => row)
const faults = async (text: string) => {
  const list = await read(text)
  return 'faults' in list ? list.faults.map(({ code, cell }) => `${code} ${cell ?? ''}`.trim()) : []
}
const head = 'Date,Amount,Balance\n'

test('a line of today is one, and one of tomorrow is still ahead', async () => {
  expect(await rows('Date,Amount\n2026-06-01,5')).toEqual([2])
  expect(await faults('Date,Amount\n2026-06-02,5')).toEqual(['date-in-the-future A2'])
})

test('two thousand lines are read and one more is too many', async () => {
  const lines = (count: number) => `Date,Amount\n${'2026-01-05,5\n'.repeat(count)}`
  expect(await rows(lines(2000))).toHaveLength(2000)
  expect(await faults(lines(2001))).toEqual(['bank-lines-too-many'])
})

test('headings stand within the first forty rows, and the row with most of them is theirs', async () => {
  const after = (count: number) => `${'Invented Bank\n'.repeat(count)}Date,Amount\n2026-01-05,5`
  expect(await rows(after(39))).toEqual([41])
  expect(await faults(after(40))).toEqual(['bank-headings-missing'])
  expect(await rows('Date,Amount\nDate,Amount,Balance\n2026-01-05,5,5')).toEqual([3])
  // Of two that are alike the first one counts, and the other is a line that cannot be read.
  expect(await faults('Date,Amount\nDate,Amount\n2026-01-05,5')).toEqual(['bank-sum-unread B2'])
})

test.each([
  ['a day and money in', 'Date,Money in', ['bank-lines-none']],
  ['a day and money out', 'Date,Money out', ['bank-lines-none']],
  ['a day alone', 'Date,Balance', ['bank-headings-missing']],
  ['money in and a way beside an amount', 'Date,Amount,In/Out', ['bank-lines-none']],
  ['money out beside an amount', 'Date,Amount,Debit', ['column-twice C1']],
  ['two ways', 'Date,Amount,In/Out,Dr/Cr', ['column-twice D1']],
  [
    'two descriptions and two references',
    'Date,Amount,Details,Note,Ref,Txn ID',
    ['bank-lines-none'],
  ],
])('headings of %s', async (_, headings, told) => {
  expect(await faults(headings)).toEqual(told)
})

test('of two days the first in the list of headings counts, and all that is said stands in the words', async () => {
  const { lines } = await listOf(
    'Posting date,Transaction date,Note,Details,Ref,Amount\n2026-01-09,2026-01-05,late,rice,R1,5',
  )
  expect(lines).toMatchObject([{ on: '2026-01-05', reference: 'R1', words: 'R1 · rice · late' }])
})

test('what the bank says is cut at two hundred signs', async () => {
  const long = 'x'.repeat(250)
  const { lines } = await listOf(`Date,Amount,Ref,Details\n2026-01-05,5,${long},y`)
  expect([lines[0]!.reference.length, lines[0]!.words.length]).toEqual([200, 200])
})

test('a list of one day that runs upwards or downwards is told by its balances', async () => {
  expect(await rows(`${head}2026-01-05,5,5\n2026-01-05,7,12`)).toEqual([2, 3])
  expect(await rows(`${head}2026-01-05,7,12\n2026-01-05,5,5`)).toEqual([3, 2])
  // Where balances do not tell, the list stands as it is.
  expect(await rows('Date,Amount\n2026-01-05,7\n2026-01-05,5')).toEqual([2, 3])
  // Newest first, and within a day newest first too.
  expect(await rows('Date,Amount\n2026-01-06,1\n2026-01-05,7\n2026-01-05,5')).toEqual([4, 3, 2])
  // Where the days tell, balances turn nothing round: they are told instead.
  const within = await listOf(`${head}2026-01-05,7,12\n2026-01-05,5,5\n2026-01-06,1,13`)
  expect(within.lines.map(({ row }) => row)).toEqual([2, 3, 4])
  expect(within.breaks).toEqual([3, 4])
  // One line out of its order is put where its day is.
  expect(await rows('Date,Amount\n2026-01-05,1\n2026-01-07,7\n2026-01-06,5')).toEqual([2, 4, 3])
})

test('what was there at the end of a day is the last balance by then, with what moved after it', async () => {
  const { balanceOn, opening } = await listOf(
    `${head}2026-01-05,5,\n2026-01-06,10,115\n2026-01-06,-3,\n2026-01-08,1,`,
  )
  expect(opening).toBe(100)
  expect(['04', '05', '06', '07', '08', '09'].map((day) => balanceOn(`2026-01-${day}`))).toEqual([
    undefined,
    105,
    112,
    112,
    113,
    113,
  ])
  const without = await listOf('Date,Amount\n2026-01-05,5')
  expect([without.opening, without.balanceOn('2026-01-05')]).toEqual([undefined, undefined])
})

test('a balance that does not follow is told once, and rows that only tell what was there move nothing', async () => {
  const breaks = async (...lines: readonly string[]) =>
    (await listOf(head + lines.join('\n'))).breaks
  const first = '2026-01-05,5,5'
  expect(await breaks(first, '2026-01-06,5,10', '2026-01-07,,10')).toEqual([])
  expect(await breaks(first, '2026-01-06,5,11', '2026-01-07,1,12')).toEqual([3])
  expect(await breaks(first, '2026-01-06,5,', '2026-01-07,1,11')).toEqual([])
  expect(await breaks(first, '2026-01-06,5,', '2026-01-07,1,12')).toEqual([4])
  expect(await breaks(first, '2026-01-06,,4')).toEqual([3])
})

test('a row of nothing is passed over, and a row of zero too unless it says what was there', async () => {
  expect(await rows(`${head},,\n2026-01-05,5,\n2026-01-06,0,\nx,0,\n`)).toEqual([3])
  expect(await faults(`${head}2026-01-05,5,\nx,0,5`)).toEqual(['bank-date-format A3'])
})

test.each([
  // Where every sum that went out has a minus, it is the way of the list.
  ['-5,\n2026-01-06,-7,', ['-5', '-7']],
  ['-5,\n2026-01-06,,7', ['-5', '7']],
  ['5,\n2026-01-06,0,7', ['-5', '7']],
])('money out written as %s', async (cells, amounts) => {
  const { lines } = await listOf(`Date,Money out,Money in\n2026-01-05,${cells}`)
  expect(lines.map(({ amount }) => String(amount))).toEqual(amounts)
})

test('where one sum that went out has a minus and another none, nobody knows which way it was', async () => {
  expect(await faults('Date,Money out\n2026-01-05,-5\n2026-01-06,7')).toEqual([
    'amount-negative B2',
  ])
})

test('a column that says the way says it of each sum but of zero', async () => {
  const way = (line: string) => `Date,Amount,In/Out,Balance\n${line}`
  expect(await faults(way('2026-01-05,-5,in,'))).toEqual(['amount-negative B2'])
  expect(await faults(way('2026-01-05,5,,'))).toEqual(['choice-unknown C2'])
  expect(await rows(way('2026-01-05,5,in,5\n2026-01-05,0,,5'))).toEqual([2])
})

const line = (more: Partial<FileLine> = {}): FileLine => ({
  row: 2,
  on: '2026-01-05',
  amount: 5,
  reference: '',
  words: '',
  balance: undefined,
  ...more,
})
const means = { hash: (text: string) => text, signer: { mark: (_: string, text: string) => text } }
const marked = (...lines: readonly FileLine[]) =>
  marksOf(means, { fundId: 'f', place: 'bank' }, lines)

test('a mark is of day, sum and reference however it was typed, and of the balance only without one', () => {
  const one = (more: Partial<FileLine>) => marked(line(more))[0]
  expect(one({ reference: ' ft  1 ' })).toBe(one({ reference: 'FT 1' }))
  expect(one({ reference: 'FT1', balance: 7 })).toBe(one({ reference: 'FT1', balance: 8 }))
  expect(one({ balance: 7 })).not.toBe(one({ balance: 8 }))
  expect(one({ words: 'a', row: 9 })).toBe(one({ words: 'b' }))
  expect(one({ amount: 6 })).not.toBe(one({}))
  expect(one({ on: '2026-01-06' })).not.toBe(one({}))
  const [first, second] = marked(line(), line())
  expect(first).not.toBe(second)
  expect(marked(line(), line({ amount: 6 }), line())).toEqual([first, one({ amount: 6 }), second])
})

test('what was taken back makes room for the next id of a line, and else it is always the same', () => {
  const hash = (text: string) => Buffer.from(text.slice(-1).repeat(32)).toString('hex')
  const ids: string[] = []
  const next = () => matchIdOf(hash, { fundId: 'f', mark: 'm' }, (id) => ids.includes(id))
  const first = next()
  expect(next()).toBe(first)
  ids.push(first)
  const second = next()
  expect(second).not.toBe(first)
  ids.push(second)
  expect([first, second]).not.toContain(next())
})
