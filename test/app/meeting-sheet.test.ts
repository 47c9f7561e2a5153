import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { cashOfPass, passCommands } from '#src/app/meeting/pass.ts'
import { catchUpCommands } from '#src/app/meeting/sheet-commands.ts'
import {
  type Sheet,
  type SheetLine,
  cashAtEnd,
  mismatchesIn,
  runningCash,
  totalsOf,
} from '#src/app/meeting/sheet.ts'

const line = (more: Partial<SheetLine> = {}): SheetLine => ({
  row: 1,
  memberId: 'm1',
  isFirst: true,
  isPresent: true,
  shares: 2,
  savingsIn: 12_000,
  socialIn: 1000,
  fineIn: 500,
  loanId: 'l1',
  principal: 100_000,
  interest: 6000,
  savingsOut: 300,
  ...more,
})
const sheet = (more: Partial<Sheet> = {}): Sheet => ({
  on: '2025-03-20',
  openingCash: 50_000,
  closingCash: 0,
  lines: [line(), line({ isFirst: false, savingsIn: 0, socialIn: 0, fineIn: 0, savingsOut: 0 })],
  payouts: [
    { place: 1, number: 'L9', memberId: 'm2', product: 'normal', principal: 200_000, months: 4 },
  ],
  grants: [{ place: 1, windowId: 'w1', grantNumber: 'G1', amount: 7000 }],
  donation: { amount: 30_000, windowId: 'w1' },
  socialOut: 2000,
  expenses: 400,
  ...more,
})

test('a sheet adds up column by column, members once, and its cash line by line to the end', () => {
  expect(totalsOf(sheet())).toEqual({
    membersPresent: 1,
    savingsIn: 12_000,
    socialIn: 1000,
    finesIn: 500,
    loanPrincipalIn: 200_000,
    interestIn: 12_000,
    donorGrantIn: 30_000,
    loansOut: 200_000,
    savingsOut: 300,
    socialOut: 2000,
    migrationGrantsOut: 7000,
    expensesOut: 400,
  })
  expect(runningCash(sheet())).toEqual([169_200, 275_200])
  expect(cashAtEnd(sheet())).toBe(95_800)
  expect(cashAtEnd(sheet({ lines: [] }))).toBe(50_000 + 30_000 - 200_000 - 7000 - 2000 - 400)
  const written = { ...totalsOf(sheet()), finesIn: 600 }
  expect(mismatchesIn(sheet(), written)).toEqual([
    { column: 'finesIn', computed: 500, written: 600 },
  ])
})

test('a sheet becomes the commands of its meeting, a sum of zero none, and the same form the same ids', () => {
  const needs = { formId: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e01', hash: sha256, shareValue: 5000 }
  const types = (of: Sheet) =>
    catchUpCommands(of, needs).map(({ command }) => {
      const amount = 'amount' in command ? command.amount : ''
      return `${command.type} ${amount}`.trim()
    })
  expect(types(sheet())).toEqual([
    'OpenMeeting',
    'RecordAttendance',
    'BuyShares',
    'RecordDeposit 2000',
    'RecordSocialContribution 1000',
    'RecordFine 500',
    'RecordWithdrawal 300',
    'RecordRepayment 106000',
    'BuyShares',
    'RecordRepayment 106000',
    'RecordDonation 30000',
    'RecordSocialSupport 2000',
    'RecordExpense 400',
    'RecordPayout',
    'RecordGrantPayout 7000',
    'CloseMeeting',
  ])
  const nothing = {
    shares: 0,
    savingsIn: 0,
    socialIn: 0,
    fineIn: 0,
    savingsOut: 0,
    principal: 0,
    interest: 0,
  }
  const empty = sheet({
    lines: [line(nothing), line({ ...nothing, loanId: undefined, principal: 5 })],
    payouts: [],
    grants: [],
    donation: { amount: 0, windowId: undefined },
    socialOut: 0,
    expenses: 0,
  })
  expect(types(empty)).toEqual(['OpenMeeting', 'RecordAttendance', 'CloseMeeting'])
  const ids = (formId: string) =>
    catchUpCommands(sheet({ lines: [line()] }), { ...needs, formId }).map(
      ({ command }) => command.id,
    )
  expect(ids(needs.formId)).toEqual(ids(needs.formId))
  expect(new Set(ids(needs.formId)).size).toBe(ids(needs.formId).length)
  expect(ids(needs.formId)[0]).not.toBe(ids('01976f2c-3a10-7c58-9c3e-5d2f4b8a6e02')[0])
  expect(ids(needs.formId).every((id) => id.startsWith('01976f2c-3a10'))).toBe(true)
})

test('what a member lays on the table is its cash, less what is taken out, and becomes her commands', () => {
  const pass = {
    memberId: 'm1',
    shares: 2,
    deposit: 300,
    social: 40,
    fine: 5,
    out: 1000,
    repaid: [
      { loanId: 'l1', amount: 7000 },
      { loanId: 'l2', amount: 0 },
      { loanId: 'l3', amount: 1 },
    ],
  }
  expect(cashOfPass(pass, 5000)).toBe(16_346)
  const needs = { formId: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e01', hash: sha256, on: '2025-03-20' }
  const commands = passCommands(pass, needs).map(({ command }) => command)
  expect(commands.map(({ type }) => type)).toEqual([
    'BuyShares',
    'RecordDeposit',
    'RecordSocialContribution',
    'RecordFine',
    'RecordRepayment',
    'RecordRepayment',
    'RecordWithdrawal',
  ])
  expect(new Set(commands.map(({ id }) => id)).size).toBe(7)
  const nothing = { ...pass, shares: 0, deposit: 0, social: 0, fine: 0, out: 0, repaid: [] }
  expect(passCommands(nothing, needs)).toEqual([])
})

const form = { formId: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e01', hash: sha256, shareValue: 5000 }
const commandsOf = (of: Sheet) => catchUpCommands(of, form).map(({ command }) => command)
const only = (of: Sheet, type: string) => commandsOf(of).filter((one) => one.type === type)

test('who was there is written down once for each member, whatever lines the loans need', () => {
  const of = sheet({
    lines: [
      line(),
      line({ isFirst: false }),
      line({ memberId: 'm2', isPresent: false }),
      line({ memberId: 'm2', isFirst: false, isPresent: true }),
    ],
  })
  expect(only(of, 'RecordAttendance')).toMatchObject([{ present: ['m1'], absent: ['m2'] }])
})

test('each sum of a sheet is written down from its first riel on, and says who brought it', () => {
  const nothing = {
    shares: 0,
    savingsIn: 0,
    socialIn: 0,
    fineIn: 0,
    savingsOut: 0,
    principal: 0,
    interest: 0,
  }
  const one = (more: Partial<SheetLine>) =>
    commandsOf(
      sheet({
        lines: [
          line({
            ...nothing,
            ...more,
          }),
        ],
        payouts: [],
        grants: [],
        donation: {
          amount: 0,
          windowId: undefined,
        },
        socialOut: 0,
        expenses: 0,
      }),
    )[2]
  expect(one({ shares: 1, savingsIn: 5_000 })).toMatchObject({ type: 'BuyShares', shares: 1 })
  expect(one({ savingsIn: 1 })).toMatchObject({ type: 'RecordDeposit', amount: 1 })
  expect(one({ socialIn: 1 })).toMatchObject({ type: 'RecordSocialContribution', amount: 1 })
  expect(one({ fineIn: 1 })).toMatchObject({ type: 'RecordFine', amount: 1 })
  expect(one({ savingsOut: 1 })).toMatchObject({ type: 'RecordWithdrawal', amount: 1 })
  for (const [principal, interest] of [
    [1, 0],
    [0, 1],
  ] as const)
    expect(one({ principal, interest })).toMatchObject({
      type: 'RecordRepayment',
      loanId: 'l1',
      amount: 1,
      paidBy: 'm1',
      written: {
        interest,
        principal,
      },
    })
})

test('what is for all is written down from its first riel on, a gift with its window where it has one', () => {
  const of = (more: Partial<Sheet>) =>
    sheet({ lines: [], payouts: [], grants: [], socialOut: 0, expenses: 0, ...more })
  const without = of({ donation: { amount: 1, windowId: undefined } })
  const [gift] = only(without, 'RecordDonation')
  expect(gift).toMatchObject({ amount: 1 })
  expect(gift).not.toHaveProperty('windowId')
  expect(only(of({ donation: { amount: 1, windowId: 'w1' } }), 'RecordDonation')).toMatchObject([
    { windowId: 'w1' },
  ])
  expect(only(of({ socialOut: 1 }), 'RecordSocialSupport')).toMatchObject([{ amount: 1 }])
  expect(only(of({ expenses: 1 }), 'RecordExpense')).toMatchObject([{ amount: 1 }])
})

test('a meeting is opened and closed with what is written, and each loan has an id of its own', () => {
  const payout = sheet().payouts[0]!
  const of = sheet({ payouts: [payout, { ...payout, place: 2, number: 'L10' }], closingCash: 9 })
  expect(commandsOf(of)[0]).toMatchObject({
    type: 'OpenMeeting',
    effectiveOn: '2025-03-20',
    count: {
      amount: 50_000,
      isByNote: false,
    },
  })
  expect(commandsOf(of).at(-1)).toMatchObject({
    type: 'CloseMeeting',
    count: {
      amount: 9,
      isByNote: false,
    },
    written: {
      loansOut: 400_000,
      membersPresent: 1,
    },
  })
  const loanIds = only(of, 'RecordPayout').map((one) => ('loanId' in one ? one.loanId : ''))
  expect(new Set(loanIds).size).toBe(2)
  expect(only(of, 'RecordPayout')[1]).toMatchObject({ number: 'L10', memberId: 'm2', months: 4 })
})
