import { type StoryCommand, admitted, founded, openedOn } from '#test/support/village.ts'

/** The day on which the thief writes, after a meeting that somebody honest has counted. */
export const day = '2025-06-20'
const on = { effectiveOn: day } as const
export const thief = 'm9'

const officers = ['o1', 'o2', 'o3', 'o4', 'o5']
const offices = ['chair', 'record-keeper', 'box-keeper', 'counter', 'committee']
const members = ['m1', 'm2', 'm3', thief]

const asStory = (command: object): StoryCommand => command as StoryCommand
const owed = (loanId: string, memberId: string, principal: number): StoryCommand =>
  asStory({
    type: 'TakeOverLoan',
    effectiveOn: openedOn,
    loanId,
    number: loanId.toUpperCase(),
    memberId,
    product: 'normal',
    principal,
    months: 24,
    owed: principal,
    paidOutOn: '2024-12-20',
  })

/** A fund that its NGO brought in: a box, members with savings and debts, a donor's window, a lender outside. */
export const village: readonly StoryCommand[] = [
  founded({
    charter: { boxMax: 10_000_000 },
    opening: {
      cash: 5_000_000,
      reserve: 4_000_000,
      windows: [{ windowId: 'donor-a', amount: 1_000_000 }],
    },
  }),
  ...[...officers, ...members].map((id) => admitted(id)),
  ...officers.map((memberId, i) =>
    asStory({
      type: 'AppointOfficer',
      effectiveOn: openedOn,
      memberId,
      office: offices[i],
    }),
  ),
  ...members.map((memberId) =>
    asStory({
      type: 'TakeOverSavings',
      effectiveOn: openedOn,
      memberId,
      amount: memberId === thief ? 10_000 : 500_000,
    }),
  ),
  owed('own', thief, 300_000),
  owed('other', 'm1', 300_000),
  asStory({
    type: 'RecordBorrowing',
    effectiveOn: openedOn,
    borrowingId: 'ngo',
    lender: 'ngo',
    amount: 300_000,
    ratePercent: '6',
    schedule: [{ on: '2025-12-31', principal: 300_000, interest: 18_000 }],
    place: 'box',
  }),
  asStory({
    type: 'RecordTransfer',
    effectiveOn: '2025-02-20',
    amount: 500_000,
    from: 'box',
    to: 'bank',
    names: ['o1', 'o2'],
  }),
  asStory({
    type: 'CloseMeeting',
    effectiveOn: '2025-05-20',
    count: { amount: 4_800_000, isByNote: true },
  }),
  asStory({
    type: 'RecordAttendance',
    ...on,
    present: ['o1', 'o2', 'm1', 'm3'],
    absent: ['m2'],
  }),
]

const count = (amount: number) => ({ count: { amount, isByNote: true } })

/** What somebody of an office writes alone, as a thief would. Whose it is: an officer of any office, or one of the NGO. */
export const acts: readonly StoryCommand[] = [
  { ...admitted('ghost', { isFormer: true }), ...on },
  { ...owed('g-loan', 'ghost', 400_000), ...on },
  { type: 'TakeOverSavings', ...on, memberId: thief, amount: 400_000 },
  { type: 'TakeOverSavings', ...on, memberId: 'ghost', amount: 400_000 },
  { type: 'RecordDeposit', ...on, memberId: thief, amount: 300_000 },
  { type: 'RecordWithdrawal', ...on, memberId: thief, amount: 300_000 },
  { type: 'RecordWithdrawal', ...on, memberId: 'm2', amount: 300_000 },
  { type: 'RecordWithdrawal', ...on, memberId: 'ghost', amount: 300_000 },
  { type: 'RecordWriteOff', ...on, loanId: 'own', amount: 300_000, minute: '2025-06-A' },
  {
    type: 'RecordPayout',
    ...on,
    loanId: 'new',
    number: 'N1',
    memberId: 'ghost',
    product: 'emergency',
    principal: 50_000,
    months: 3,
  },
  {
    type: 'RecordPayout',
    ...on,
    loanId: 'new',
    number: 'N1',
    memberId: 'm2',
    product: 'normal',
    principal: 200_000,
    months: 10,
  },
  { type: 'RecordPayoutPart', ...on, loanId: 'other', amount: 100_000 },
  { type: 'RecordGrantPayout', ...on, windowId: 'donor-a', grantNumber: 'G1', amount: 100_000 },
  { type: 'ReturnDonation', ...on, windowId: 'donor-a', amount: 100_000 },
  {
    type: 'RecordRelief',
    ...on,
    eventId: 'E1',
    kind: 'flood',
    touched: [{ loanId: 'own', from: day, to: '2025-11-30' }],
  },
  { type: 'RecordDeath', ...on, memberId: 'm1' },
  {
    type: 'RecordHeirsPayment',
    ...on,
    memberId: 'm1',
    amount: 500_000,
    to: 'heirs',
    witnesses: ['m2', thief],
  },
  { type: 'RecordExpense', ...on, amount: 300_000 },
  { type: 'RecordExpense', effectiveOn: '2025-06-19', amount: 300_000 },
  // Within what one may let out, but of a meeting that was counted already.
  { type: 'RecordExpense', effectiveOn: '2025-05-19', amount: 25_000 },
  { type: 'RecordExpense', effectiveOn: '2025-04-20', amount: 25_000 },
  {
    type: 'RecordBorrowing',
    ...on,
    borrowingId: 'friend',
    lender: 'person',
    amount: 200_000,
    ratePercent: '6',
    schedule: [{ on: '2025-12-31', principal: 200_000, interest: 12_000 }],
    place: 'box',
  },
  {
    type: 'RecordBorrowingRepayment',
    ...on,
    borrowingId: 'friend',
    principal: 200_000,
    interest: 900_000,
    place: 'box',
  },
  {
    type: 'RecordBorrowingRepayment',
    ...on,
    borrowingId: 'ngo',
    principal: 300_000,
    interest: 0,
    place: 'box',
  },
  { type: 'RecordTransfer', ...on, amount: 300_000, from: 'box', to: 'bank', names: ['o3', 'o4'] },
  {
    type: 'RecordTransfer',
    ...on,
    amount: 300_000,
    from: 'bank',
    to: 'wallet',
    names: ['o3', 'o4'],
  },
  { type: 'RecordStatement', ...on, place: 'bank', balance: 800_000 },
  {
    type: 'RecordExchange',
    ...on,
    from: { currency: 'KHR', amount: 405_000 },
    to: { currency: 'USD', amount: 10_000 },
    rate: { of: 'USD', in: 'KHR', value: '4050' },
  },
  { type: 'RecordSocialSupport', ...on, amount: 100_000 },
  {
    type: 'RecordRemittance',
    ...on,
    memberId: thief,
    amount: 100_000,
    place: 'wallet',
    use: 'home',
  },
  { type: 'ReleaseSuspense', ...on, memberId: thief, amount: 100_000, to: 'cash' },
  { type: 'RecordRepayment', ...on, loanId: 'own', amount: 400_000 },
  {
    type: 'RepayFromSavings',
    ...on,
    loanId: 'other',
    amount: 100_000,
    proof: { witnesses: ['m2', 'm3'] },
  },
  { type: 'OpenMeeting', ...on, ...count(4_800_000) },
  { type: 'CloseMeeting', ...on, ...count(4_500_000) },
  { type: 'CloseMeeting', ...on, ...count(4_800_000) },
  { type: 'CloseMeeting', ...on, count: { amount: 4_500_000, isByNote: false } },
  { type: 'RecordAttendance', ...on, present: ['m2', thief], absent: [] },
  { type: 'RecordMemberChange', ...on, memberId: 'o3', change: 'left' },
  { type: 'RecordHousehold', ...on, householdId: 'h1', change: 'formed', memberIds: [thief] },
].map(asStory)
