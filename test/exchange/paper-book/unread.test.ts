import { expect, test } from 'vitest'
import { type SmallBook, smallBook, wrongIn } from '#test/support/small-book.ts'

const onSheet = (cells: Readonly<Record<string, string | number>>): SmallBook => ({
  loans: [{}],
  meeting_sheet: [cells],
})
const inRelief = (...relief: readonly Readonly<Record<string, string>>[]): SmallBook => ({
  loans: [{}, { loan: 'L2' }],
  relief,
})

const unreadBeside: readonly (readonly [string, SmallBook, readonly string[]])[] = [
  [
    'a card of the list cannot be read, nobody is unknown',
    {
      members: [{ card: 'M1' }, { card: '=M2' }],
      loans: [{ member: 'M2' }],
      meeting_sheet: [{ card: 'M2' }],
      grants: [{ payee: 'M2' }],
    },
    ['members.csv 3 card code-format'],
  ],
  [
    'a zone cannot be read, a card that is not there is told beside it',
    { members: [{ card: 'M1' }, { card: 'M2', zone: '=Z1' }], loans: [{ member: 'M3' }] },
    ['members.csv 3 zone code-format', 'loans.csv 2 member member-unknown'],
  ],
  [
    'the number of a loan cannot be read, no loan is unknown',
    {
      loans: [{ loan: '=L1' }],
      meeting_sheet: [{ loan: 'L1', interest_paid: 1 }],
      write_offs: [{}],
    },
    ['loans.csv 2 loan code-format'],
  ],
  [
    'what was saved before cannot be read, it is held against no opening',
    { members: [{ card: 'M1', opening_savings: 'x' }], opening: { savings: 5, cash: 5 } },
    ['members.csv 2 opening_savings amount-not-a-number'],
  ],
  [
    'a sex cannot be read, savings are still held against the opening',
    { members: [{ card: 'M1', sex: 'x' }], opening: { savings: 5, cash: 5 } },
    ['members.csv 2 sex choice-unknown', 'fund.json - opening.savings opening-savings-differ'],
  ],
  [
    'a balance cannot be read, nobody says that there is none',
    { loans: [{ disbursed: '2024-12-31', opening_balance: 'x', interest_before: 1 }] },
    ['loans.csv 2 opening_balance amount-not-a-number'],
  ],
  [
    'a balance cannot be read, it is held against no opening',
    { loans: [{ opening_balance: 'x' }], opening: { loans: 5, reserve: 5 } },
    ['loans.csv 2 opening_balance amount-not-a-number'],
  ],
  [
    'shares cannot be read, nobody multiplies them',
    onSheet({ shares: 'x', savings_in: 5000 }),
    ['meeting_sheet.csv 2 shares number-not-whole'],
  ],
  [
    'an event has a day that nobody can read, its other lines are held against each other',
    inRelief({ declared: 'x' }, { loan: 'L2' }, { loan: 'L3', kind: 'storm' }),
    [
      'relief.csv 2 declared date-format',
      'relief.csv 4 loan loan-unknown',
      'relief.csv 4 event event-differs',
    ],
  ],
  [
    'an event has no kind on its first line, the others are held against each other',
    inRelief({ kind: '' }, { loan: 'L2' }),
    ['relief.csv 2 kind value-missing'],
  ],
  [
    'an event has no day that anybody can read, that alone is told',
    inRelief({ declared: 'x' }),
    ['relief.csv 2 declared date-format'],
  ],
]

test.each(unreadBeside)('where %s', async (_, book, faults) => {
  expect(await wrongIn(smallBook(book))).toEqual(faults)
})

test('where a column is not there, or a line breaks off, what rests on it is not told', async () => {
  const files = smallBook({ loans: [{ member: 'M9' }] })
  const members = String(files['members.csv'])
  const without = members.replace('card,', 'ticket,')
  expect(await wrongIn({ ...files, 'members.csv': without })).toEqual([
    'members.csv 1 card column-missing',
  ])
  const unzoned = members.replace('zone,', 'quarter,')
  expect(await wrongIn({ ...files, 'members.csv': unzoned })).toEqual([
    'members.csv 1 zone column-missing',
  ])
  const broken = members.replace('M2,active,f,,n,Z1,0', 'M2,active')
  expect(await wrongIn({ ...files, 'members.csv': broken })).toEqual([
    'members.csv 3 - cells-missing',
  ])
})

test('where the fund cannot be read, its figures are held against nothing', async () => {
  const files = smallBook({ meeting_sheet: [{ shares: 1, savings_in: 1 }] })
  expect(await wrongIn({ ...files, 'fund.json': '{' })).toEqual(['fund.json - - not-json'])
})

test('a file that is not there says nothing of cards and loans in another', async () => {
  const files = { ...smallBook({ loans: [{ member: 'M9' }] }), 'grants.csv': undefined }
  expect(await wrongIn(files)).toEqual([
    'grants.csv - - file-missing',
    'loans.csv 2 member member-unknown',
  ])
})

test('keys that nobody can read are not held against each other', async () => {
  const members = [{ card: '=M1' }, { card: '=M1' }]
  expect(await wrongIn(smallBook({ members }))).toEqual([
    'members.csv 2 card code-format',
    'members.csv 3 card code-format',
  ])
})
