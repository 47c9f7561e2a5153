import { beforeAll, expect, test } from 'vitest'
import type { Desk } from '#src/desk/desk.ts'
import { practiceDesk, sentAt } from '#test/desk/at-the-desk.ts'
import { practiceDay } from '#test/support/service.ts'

let desk: Desk
beforeAll(async () => {
  desk = await practiceDesk()
})

const memberOf = (card: string) => desk.book.members.find((one) => one.card === card)!
const sent = (
  name: string,
  id: string,
  typed: Readonly<Record<string, string>>,
  more: Partial<Desk> = {},
) => sentAt({ ...desk, ...more }, [name, id], typed)

test('a household is written down by cards: each once, at most twelve, and those that are nobody’s by their place', async () => {
  const { memberId } = memberOf('M02')
  const typed = (others: string) => sent('household', memberId, { kind: 'formed', others })
  const { command } = await typed('M03 3, M04')
  expect(command?.['memberIds']).toEqual(
    ['M02', 'M03', 'M04'].map((card) => memberOf(card).memberId),
  )
  expect((await typed('M03, X99 M04 Y1')).faults['others']).toMatch(/\b2, 4\b/)
  const cards = desk.book.members.map(({ card }) => card).filter((card) => card !== 'M02')
  expect((await typed(cards.slice(0, 12).join(' '))).faults).toEqual({})
  expect((await typed(cards.slice(0, 13).join(' '))).faults['others']).toContain('12')
})

test('a rate of exchange is a number above zero', async () => {
  const { form } = await sent('exchange', desk.fundId, {})
  const rate = form.fields.find(({ name }) => name === 'rate')!
  expect([rate.read('4,100'), rate.read('៤១០០.5')]).toEqual([{ text: '4100' }, { text: '4100.5' }])
  for (const wrong of ['0', '0.0', '-1', 'four', '1e3'])
    expect(rate.read(wrong)).toHaveProperty('fault')
})

test('hands that were raised are counted in all three fields, or in none where nobody was asked', async () => {
  const { memberId } = desk.book.members.find(({ offices }) => offices.length > 0)!
  const { form } = await sent('office-end', memberId, {})
  const firstOf = (name: string): string => {
    const field = form.fields.find((one) => one.name === name)!
    return 'choices' in field ? field.choices[0]!.value : ''
  }
  const [office, why, approvedBy] = ['office', 'why', 'approvedBy'].map(firstOf)
  const typed = { office: office!, why: why!, approvedBy: approvedBy! }
  const ended = (hands: Readonly<Record<string, string>>) =>
    sent('office-end', memberId, { ...typed, ...hands })
  const none = await ended({})
  expect([none.faults, none.command?.['votes']]).toEqual([{}, undefined])
  expect(Object.keys((await ended({ present: '12', no: '3' })).faults)).toEqual(['yes'])
  const all = await ended({ present: '12', yes: '9', no: '3' })
  expect([all.faults, all.command?.['votes']]).toEqual([{}, { present: 12, yes: 9, no: 3 }])
})

const borrowing = {
  borrowingId: 'bank-2025',
  lender: 'bank',
  amount: 500_000,
  ratePercent: '12',
  schedule: [{ on: '2026-02-28', principal: 500_000, interest: 5_000 }],
  on: '2025-03-01',
  repayments: [],
} as const
const paidBack = { id: 'a-payment', on: '2025-06-01', principal: 500_000, interest: 0 } as const

test('a second and a third sum that one lender lends in a year have names of their own', async () => {
  const named = async (ids: readonly string[]) => {
    const borrowings = ids.map((borrowingId) => ({ ...borrowing, borrowingId }))
    const typed = { amount: '500000', lender: 'bank', rate: '1', count: '2', first: '2026-02-28' }
    const book = { ...desk.book, borrowings }
    return (await sent('borrowing', desk.fundId, typed, { book })).command?.['borrowingId']
  }
  expect(await named([])).toBe('bank-2025')
  expect(await named(['bank-2025'])).toBe('bank-2025-2')
  expect(await named(['bank-2025', 'bank-2025-2'])).toBe('bank-2025-3')
})

test('what goes back to a lender is some money, of a sum that is still owed', async () => {
  const owing = (all: readonly object[]) => ({
    book: { ...desk.book, borrowings: all as typeof desk.book.borrowings },
  })
  const paid = (principal: string, interest: string) =>
    sent(
      'borrowing-payment',
      desk.fundId,
      { principal, interest, place: 'box' },
      owing([borrowing]),
    )
  expect(Object.keys((await paid('0', '0')).faults)).toEqual(['principal'])
  for (const [principal, interest] of [
    ['0', '1000'],
    ['1000', '0'],
    ['1000', '1000'],
  ] as const)
    expect((await paid(principal, interest)).faults).toEqual({})
  const { effect } = (await paid('0', '0')).form
  const of = (name: string): string =>
    ({ principal: '1000', interest: '250', place: 'box', borrowing: 'bank-2025' })[name] ?? ''
  const { told: effects } = await effect({ id: 'an-id', day: practiceDay, of })
  expect(effects).toEqual([{ is: 'sum', money: { amount: 1250, currency: 'KHR' } }])
  const told = async (all: readonly object[]) =>
    JSON.stringify((await sent('borrowing-payment', desk.fundId, {}, owing(all))).form.told)
  expect(await told([borrowing])).toContain('28 February 2026')
  const back = { ...borrowing, borrowingId: 'bank-2025-2', repayments: [paidBack] }
  const both = await sent('borrowing-payment', desk.fundId, {}, owing([borrowing, back]))
  const which = both.form.fields.find(({ name }) => name === 'borrowing')
  expect(which && 'choices' in which && which.choices.map(({ value }) => value)).toEqual([
    'bank-2025',
  ])
})

test('interest on savings is counted from a day to a later one that has come', async () => {
  const other = desk.book.members.find(({ offices }) => offices.length > 0)!.memberId
  const hands = { present: '12', yes: '9', no: '3' }
  const voted = { by: 'meeting', ...hands, confirmedBy: other }
  const typed = (from: string, to: string) =>
    sent('savings-interest', desk.fundId, { ...voted, rate: '1', from, to })
  expect((await typed('2025-01-01', practiceDay)).faults).toEqual({})
  expect((await typed(practiceDay, practiceDay)).faults).toEqual({})
  expect(Object.keys((await typed('2025-06-02', '2025-06-01')).faults)).toEqual(['to'])
  expect(Object.keys((await typed('2025-01-01', '2026-01-01')).faults)).toEqual(['to'])
})
