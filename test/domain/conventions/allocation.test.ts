import { expect, test } from 'vitest'
import { type AllocationRule, allocate } from '#domain/conventions/allocation.ts'
import {
  type ChargedRow,
  addCharge,
  chargedRows,
  standingRow,
} from '#domain/conventions/charged-rows.ts'

/** Three rows of 100 principal and 10 interest, due on the first of February, March and April. */
const plan = (): ChargedRow[] =>
  chargedRows(
    ['2025-02-01', '2025-03-01', '2025-04-01'].map((dueOn, i) => ({
      n: i + 1,
      dueOn,
      principal: 100,
      interest: 10,
      fees: 0,
      penalties: 0,
    })),
    '2025-01-01',
  )
const rule = (asked: Partial<AllocationRule> = {}): AllocationRule => ({
  due: ['penalties', 'fees', 'interest', 'principal'],
  ahead: ['penalties', 'fees', 'interest', 'principal'],
  isDueFirst: false,
  sweep: 'instalment',
  future: 'next',
  futureByType: {},
  ...asked,
})
const money = { step: 1, rounding: 'half-even' } as const

/** What is open of each row's principal and interest after a payment. */
const openAfter = (
  on: string,
  amount: number,
  asked: Partial<AllocationRule> = {},
  rows = plan(),
): readonly (readonly number[])[] => {
  allocate(rows, { type: 'payment', on, amount }, { rule: rule(asked), money })
  return rows.map(({ owed }) => owed.map((item) => item.amount - item.paid))
}

test('what is past due comes first, then what is due on the day, then what is ahead', () => {
  // On 1 March the first row is past due and the second due.
  const order = ['principal', 'interest'] as const
  const asked = { due: order, ahead: ['interest', 'principal'] } as const
  expect(openAfter('2025-03-01', 105, asked)).toEqual([
    [0, 5],
    [100, 10],
    [100, 10],
  ])
  expect(openAfter('2025-03-01', 215, asked)).toEqual([
    [0, 0],
    [0, 5],
    [100, 10],
  ])
  expect(openAfter('2025-03-01', 225, asked)).toEqual([
    [0, 0],
    [0, 0],
    [100, 5],
  ])
  // A day earlier the second is ahead, and its interest comes before its principal.
  expect(openAfter('2025-02-28', 115, asked)).toEqual([
    [0, 0],
    [100, 5],
    [100, 10],
  ])
})

test('by instalment a row is finished before the next, by component a component over all of the group', () => {
  const late = '2025-05-01'
  expect(openAfter(late, 120)).toEqual([
    [0, 0],
    [100, 0],
    [100, 10],
  ])
  expect(openAfter(late, 120, { sweep: 'component' })).toEqual([
    [10, 0],
    [100, 0],
    [100, 0],
  ])
})

test('what is ahead is paid from the next, or from the last backwards, or as the kind of payment says', () => {
  const early = '2025-01-15'
  expect(openAfter(early, 110)).toEqual([
    [0, 0],
    [100, 10],
    [100, 10],
  ])
  expect(openAfter(early, 110, { future: 'last' })).toEqual([
    [100, 10],
    [100, 10],
    [0, 0],
  ])
  expect(openAfter(early, 110, { futureByType: { payment: 'last' } })).toEqual([
    [100, 10],
    [100, 10],
    [0, 0],
  ])
  expect(openAfter(early, 110, { futureByType: { gift: 'last' } })).toEqual([
    [0, 0],
    [100, 10],
    [100, 10],
  ])
})

test('money that is spread goes in equal shares, the last with the difference, and round again', () => {
  const early = '2025-01-15'
  const spread = { future: 'spread', sweep: 'component', ahead: ['principal', 'interest'] } as const
  expect(openAfter(early, 100, spread).map(([principal]) => principal)).toEqual([67, 67, 66])
  expect(openAfter(early, 299, spread).map(([principal]) => principal)).toEqual([0, 0, 1])
  // 310: all principal, and 10 of interest as 3, 3 and 4.
  expect(openAfter(early, 310, spread)).toEqual([
    [0, 7],
    [0, 7],
    [0, 6],
  ])
  const byRow = { ...spread, sweep: 'instalment' } as const
  expect(openAfter(early, 310, byRow)).toEqual([
    [0, 7],
    [0, 7],
    [0, 6],
  ])
  const first = plan()
  first[0]!.owed[0]!.paid = 90
  // 33 each: the first needs 10, and its 23 go round again.
  expect(openAfter(early, 99, spread, first).map(([principal]) => principal)).toEqual([0, 55, 56])
})

test('a charge whose day has come is due on a row that is ahead, where the rule is due first', () => {
  const rows = () => {
    const list = plan()
    addCharge(list, { component: 'fees', dueOn: '2025-02-10', amount: 7 })
    return list
  }
  const dueFirst = { isDueFirst: true, ahead: ['principal', 'interest', 'fees'] } as const
  const openFee = (on: string, asked: Partial<AllocationRule>) =>
    openAfter(on, 115, asked, rows())[1]![2]
  expect(openFee('2025-02-09', dueFirst)).toBe(7)
  expect(openFee('2025-02-10', dueFirst)).toBe(2)
  expect(openFee('2025-02-10', { ...dueFirst, isDueFirst: false })).toBe(7)
})

test('a charge belongs to the row of its day: after the due date before, through its own', () => {
  const place = (dueOn: string) => {
    const rows = plan()
    addCharge(rows, { component: 'fees', dueOn, amount: 1 })
    return rows.findIndex(({ owed }) => owed.some(({ component }) => component === 'fees'))
  }
  expect(['2024-12-01', '2025-01-01', '2025-02-01', '2025-02-02'].map(place)).toEqual([0, 0, 0, 1])
  expect(['2025-03-01', '2025-03-02', '2025-04-01', '2025-04-02'].map(place)).toEqual([1, 2, 2, 3])
})

test('charges after the last due date share a row that ends with the latest of them', () => {
  const rows = plan()
  for (const dueOn of ['2025-05-10', '2025-05-20', '2025-05-15'])
    addCharge(rows, { component: 'penalties', dueOn, amount: 2 })
  expect(rows.length).toBe(4)
  expect(standingRow(rows[3]!, 4)).toMatchObject({
    dueOn: '2025-05-20',
    penalties: 6,
    outstanding: 6,
  })
})

test('a row knows what came before its day, what came after it, and when the last of it came', () => {
  const rows = plan()
  const pay = (on: string, amount: number) =>
    allocate(rows, { type: 'payment', on, amount }, { rule: rule(), money })
  pay('2025-01-31', 20)
  pay('2025-02-01', 30)
  expect(standingRow(rows[0]!, 1)).toMatchObject({ inAdvance: 20, late: 0, paid: 50, paidOn: null })
  const last = pay('2025-02-02', 61)
  expect(standingRow(rows[0]!, 1)).toMatchObject({
    inAdvance: 20,
    late: 60,
    paid: 110,
    outstanding: 0,
    paidOn: '2025-02-02',
  })
  expect(standingRow(rows[1]!, 2)).toMatchObject({ inAdvance: 1, late: 0, paidOn: null })
  expect(last).toEqual({ parts: { principal: 60, interest: 1, fees: 0, penalties: 0 }, left: 0 })
  expect(pay('2025-05-01', 1_000).left).toBe(1_000 - 219)
  // What is charged on it afterwards is open again.
  addCharge(rows, { component: 'fees', dueOn: '2025-02-01', amount: 5 })
  expect(standingRow(rows[0]!, 1)).toMatchObject({ outstanding: 5, paidOn: null })
})
