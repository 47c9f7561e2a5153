import { expect, test } from 'vitest'
import type { Command } from '#domain/village.ts'
import { sha256 } from '#infra/system/system.ts'
import { commandsOf, fundIdOf, notesOf } from '#src/exchange/paper-book/commands.ts'
import { plainBook } from '#test/support/changed-books.ts'
import { type SmallBook, smallBook, soundBook } from '#test/support/small-book.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

const told = async (book: SmallBook): Promise<readonly Command[]> =>
  commandsOf(await soundBook(smallBook(book)), sha256)
const of = async <T extends Command['type']>(type: T, book: SmallBook): Promise<Of<T>[]> =>
  (await told(book)).filter((one): one is Of<T> => one.type === type)
const typesOf = async (book: SmallBook): Promise<string[]> =>
  (await told(book)).map(({ type }) => type)

/** What the book of two households and one meeting says where nothing else stands in it. */
const least = ['FoundFund', 'AdmitMember', 'AdmitMember', 'OpenMeeting', 'CloseMeeting']
const more = async (book: SmallBook): Promise<string[]> =>
  (await typesOf(book)).filter((type) => !least.includes(type))
const oneLoan: SmallBook = { loans: [{}] }

test('a book of two households and a meeting says that, and invents nothing', async () => {
  expect(await typesOf({})).toEqual(least)
  expect(await more({ meeting_sheet: [{}] })).toEqual(['RecordAttendance'])
})

test.each<[string, SmallBook, readonly string[]]>([
  ['a share', { meeting_sheet: [{ shares: 1, savings_in: 5000 }] }, ['BuyShares']],
  [
    'a riel for the social fund',
    { meeting_sheet: [{ social_in: 1 }] },
    ['RecordSocialContribution'],
  ],
  ['a fine of a riel', { meeting_sheet: [{ fine_in: 1 }] }, ['RecordFine']],
  ['a riel of savings handed back', { meeting_sheet: [{ savings_out: 1 }] }, ['RecordWithdrawal']],
  ['a gift of a riel', { cash_book: [{ donor_grant_in: 1 }] }, ['RecordDonation']],
  ['help of a riel', { cash_book: [{ social_out: 1 }] }, ['RecordSocialSupport']],
  ['a cost of a riel', { cash_book: [{ expenses_out: 1 }] }, ['RecordExpense']],
  [
    'a riel saved before',
    {
      members: [{ card: 'M1', opening_savings: 1 }, { card: 'M2' }],
      opening: { cash: 1, savings: 1 },
    },
    ['TakeOverSavings'],
  ],
  ['an officer', { members: [{ card: 'M1', committee: 'y' }] }, ['AppointOfficer']],
])('%s is one thing that happened', async (_, book, types) => {
  expect((await more(book)).filter((type) => type !== 'RecordAttendance')).toEqual(types)
})

test('a repayment is of principal, of interest or of both, and none where nothing was paid', async () => {
  const paid = async (cells: Readonly<Record<string, number>>) =>
    (await of('RecordRepayment', { ...oneLoan, meeting_sheet: [{ loan: 'L1', ...cells }] })).map(
      ({ amount, written }) => [amount, written?.principal, written?.interest],
    )
  expect(await paid({ principal_paid: 1 })).toEqual([[1, 1, 0]])
  expect(await paid({ interest_paid: 1 })).toEqual([[1, 0, 1]])
  expect(await paid({ principal_paid: 500, interest_paid: 20 })).toEqual([[520, 500, 20]])
  expect(await paid({})).toEqual([])
})

test('who is present on one of two lines is not absent, and who is on none is neither', async () => {
  const at = (card: string, present: string) => ({ card, present })
  const book: SmallBook = {
    members: [{ card: 'M1' }, { card: 'M2' }, { card: 'M3' }, { card: 'M4' }],
    meeting_sheet: [
      at('M1', 'y'),
      at('M2', 'n'),
      at('M3', 'n'),
      at('M3', 'y'),
      { ...at('M2', 'y'), meeting_date: '2025-02-20' },
    ],
  }
  const commands = await told(book)
  const card = new Map(
    commands.flatMap((one) => (one.type === 'AdmitMember' ? [[one.memberId, one.card]] : [])),
  )
  const meetings = commands.filter((one) => one.type === 'RecordAttendance')
  expect(
    meetings.map(({ effectiveOn, present, absent }) => [
      effectiveOn,
      present.map((id) => card.get(id)),
      absent.map((id) => card.get(id)),
    ]),
  ).toEqual([
    ['2025-01-20', ['M1', 'M3'], ['M2']],
    ['2025-02-20', ['M2'], []],
  ])
})

test('a loan with a balance is taken over on the first day, and one without is paid out on its own', async () => {
  const book: SmallBook = {
    loans: [{ loan: 'L0', disbursed: '2024-06-20', opening_balance: 0 }, { loan: 'L1' }],
  }
  const [over] = await of('TakeOverLoan', book)
  const [out] = await of('RecordPayout', book)
  expect(over).toMatchObject({ effectiveOn: '2025-01-01', paidOutOn: '2024-06-20', owed: 0 })
  expect(out).toMatchObject({ effectiveOn: '2025-01-20', number: 'L1', principal: 100_000 })
  expect([over, out].map((one) => 'asWritten' in one!)).toEqual([false, false])
})

test('what the older book charged and held is said, and zero and empty cells say nothing', async () => {
  const termsOf = async (cells: Readonly<Record<string, string | number>>) => {
    const [loan] = await of('TakeOverLoan', {
      loans: [{ disbursed: '2024-06-20', opening_balance: 0, ...cells }],
    })
    return { asWritten: loan!.asWritten, securities: loan!.securities }
  }
  expect(await termsOf({ fee: 0, interest_before: 0 })).toEqual({})
  expect(await termsOf({ fee: 1 })).toEqual({ asWritten: { fee: 1 } })
  expect(await termsOf({ interest_before: 1 })).toEqual({ asWritten: { interestPaidBefore: 1 } })
  expect(await termsOf({ method: 'flat', rate_monthly_percent: '0' })).toEqual({
    asWritten: { method: 'flat', rateMonthlyPercent: '0' },
  })
  expect(await termsOf({ security: 'id-card land-title' })).toEqual({
    securities: ['id-card', 'land-title'],
  })
})

const deferred: SmallBook = {
  loans: [{}, { loan: 'L2', disbursed: '2025-04-20' }],
  relief: [{}, { loan: 'L2', last_month: '2026-02' }].map((line) => ({
    ...line,
    kind: 'Conflict_or mass return',
  })),
}

test('relief is from the first of a month to the last of another, and comes after the loans that it touches', async () => {
  const commands = await told(deferred)
  const relief = commands.find((one) => one.type === 'RecordRelief')
  expect(relief).toMatchObject({
    effectiveOn: '2025-03-01',
    eventId: 'E1',
    kind: 'conflict-or-mass-return',
    touched: [
      { from: '2025-03-01', to: '2025-05-31' },
      { from: '2025-03-01', to: '2026-02-28' },
    ],
  })
  const types = commands.map(({ type }) => type)
  expect(types.lastIndexOf('RecordPayout')).toBeLessThan(types.indexOf('RecordRelief'))
})

test('an event of the year before reaches into the book from its first day', async () => {
  const from = async (declared: string) =>
    (await of('RecordRelief', { ...oneLoan, relief: [{ declared, kind: 'quarrel' }] })).map(
      ({ effectiveOn, kind }) => [effectiveOn, kind],
    )
  expect(await from('2024-12-31')).toEqual([['2025-01-01', 'other']])
  expect(await from('2025-01-01')).toEqual([['2025-01-01', 'other']])
  expect(await from('2025-01-02')).toEqual([['2025-01-02', 'other']])
})

test('what was paid or written off before the pay-out of its loan comes after it', async () => {
  const loans = [{ disbursed: '2025-03-20' }]
  const types = await typesOf({
    loans,
    meeting_sheet: [{ loan: 'L1', interest_paid: 1 }],
    write_offs: [{ date: '2025-02-20' }],
  })
  expect(types.slice(-3)).toEqual(['RecordPayout', 'RecordRepayment', 'RecordWriteOff'])
})

test('on one day what is saved counts for what is borrowed, and the box is counted last', async () => {
  const types = await typesOf({
    members: [{ card: 'M1' }],
    loans: [{ disbursed: '2025-01-20' }],
    meeting_sheet: [
      {
        shares: 1,
        savings_in: 5000,
        social_in: 1,
        fine_in: 1,
        loan: 'L1',
        interest_paid: 1,
        savings_out: 1,
      },
    ],
    cash_book: [{ donor_grant_in: 1, social_out: 1, expenses_out: 1 }],
    grants: [{}],
    relief: [{ declared: '2025-01-20' }],
    write_offs: [{ date: '2025-01-20', minute: '7' }],
  })
  expect(types).toEqual([
    'FoundFund',
    'AdmitMember',
    'OpenMeeting',
    'RecordAttendance',
    'RecordDonation',
    'BuyShares',
    'RecordSocialContribution',
    'RecordFine',
    'RecordWithdrawal',
    'RecordPayout',
    'RecordRelief',
    'RecordRepayment',
    'RecordGrantPayout',
    'RecordSocialSupport',
    'RecordExpense',
    'RecordWriteOff',
    'CloseMeeting',
  ])
})

test('who is former is, a level of poverty is a number, and a minute stands where there is one', async () => {
  const members = await of('AdmitMember', {
    members: [{ card: 'M1', status: 'former', idpoor: 2 }, { card: 'M2' }],
  })
  expect(members.map((one) => [one.isFormer, one.povertyLevel])).toEqual([
    [true, 2],
    [false, undefined],
  ])
  const minutes = async (cells: Readonly<Record<string, string>>) =>
    (await of('RecordWriteOff', { ...oneLoan, write_offs: [cells] })).map((one) =>
      'minute' in one ? one.minute : 'none',
    )
  expect(await minutes({ minute: '7' })).toEqual(['7'])
  expect(await minutes({})).toEqual(['none'])
})

test('what the costs of a meeting were comes with the cash book where it says so', async () => {
  const spent = { meeting_date: '2025-01-20', expenses_out: 12 }
  const [plain] = await of('RecordExpense', { cash_book: [spent] })
  expect(plain).toMatchObject({ amount: 12 })
  expect(plain).not.toHaveProperty('kind')
  const told = { ...spent, expense_kind: 'travel', expense_payee: 'shop' }
  const [said] = await of('RecordExpense', { cash_book: [told] })
  expect(said).toMatchObject({ amount: 12, kind: 'travel', payee: 'shop' })
  expect(said).not.toHaveProperty('purpose')
})

test('the totals of the committee are kept as they are written, none of them counted by note', async () => {
  const written = {
    members_present: 1,
    savings_in: 2,
    social_in: 3,
    fines_in: 4,
    loan_principal_in: 5,
    interest_in: 6,
    donor_grant_in: 7,
    loans_out: 8,
    savings_out: 9,
    social_out: 10,
    migration_grants_out: 11,
    expenses_out: 12,
    opening_cash: 13,
    closing_cash: 14,
  }
  const [opened] = await of('OpenMeeting', { cash_book: [written] })
  const [closed] = await of('CloseMeeting', { cash_book: [written] })
  expect(opened!.count).toEqual({ amount: 13, isByNote: false })
  expect(closed!.count).toEqual({ amount: 14, isByNote: false })
  expect(closed!.written).toEqual({
    membersPresent: 1,
    savingsIn: 2,
    socialIn: 3,
    finesIn: 4,
    loanPrincipalIn: 5,
    interestIn: 6,
    donorGrantIn: 7,
    loansOut: 8,
    savingsOut: 9,
    socialOut: 10,
    migrationGrantsOut: 11,
    expensesOut: 12,
  })
})

test('a book that differs by one cell is another fund with other ids, and purposes stand beside it', async () => {
  const [one, other] = await Promise.all(
    ['a pump', 'a cow'].map((purpose) =>
      soundBook(smallBook({ loans: [{ purpose }, { loan: 'L2' }] })),
    ),
  )
  expect(fundIdOf(one!, sha256)).not.toBe(fundIdOf(other!, sha256))
  const ids = (book: typeof one) => commandsOf(book!, sha256).map(({ id }) => id)
  expect(ids(one)).toEqual(ids(one))
  expect(new Set([...ids(one), ...ids(other)]).size).toBe(ids(one).length + ids(other).length)
  expect(notesOf(one!, sha256)).toEqual([
    { subject: 'fund', text: 'Small village' },
    { subject: expect.stringMatching(/^loan:[0-9a-f-]{36}$/), text: 'a pump' },
  ])
})

test('a book that an older version took in is known again, entry for entry', async () => {
  const book = await soundBook(plainBook)
  expect(fundIdOf(book, sha256)).toBe('86fd52a7-d8f2-8d71-8718-4c264f463e5b')
  const ids = commandsOf(book, sha256).map(({ id }) => id)
  expect(sha256(ids.toSorted().join(' '))).toBe(
    'fedd1474c86af9b3bbdb1d531992835217d3ea6007bc47e4a75f6d880aa082fa',
  )
})
