import { beforeAll, expect, test } from 'vitest'
import { kinshipOf } from '#domain/fund/people/particulars.ts'
import { isAccepted } from '#src/app/answer.ts'
import { lastMeansOf } from '#src/app/lending/means.ts'
import { bookOf } from '#src/app/queries.ts'
import type { Desk } from '#src/desk/desk.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { formAt, practiceDesk, sentAt } from '#test/desk/at-the-desk.ts'
import { beginningsOf, requested, saved } from '#test/support/committee.ts'
import { paid, paidOut } from '#test/support/village.ts'

/* A fund in which several have loans, and some have two. */

const fundId = '00000000-0000-7000-b000-000000000077'
const lent = { on: '2025-01-20', months: 10 }
const story = [
  ...beginningsOf(),
  ...saved,
  requested({ loanId: 'l1', memberId: 'm1' }),
  requested({ loanId: 'l7', memberId: 'm2' }),
  requested({
    loanId: 'l8',
    memberId: 'm4',
    purpose: 'buy-out',
    buyOut: { lenderKinds: ['mfi', 'moneylender'] },
  }),
  paidOut({ ...lent, principal: 300_000, loanId: 'l2', memberId: 'm2' }),
  paidOut({ ...lent, principal: 90_000, loanId: 'l3', memberId: 'm3' }),
  paidOut({ ...lent, principal: 60_000, loanId: 'l4', memberId: 'm3', product: 'emergency' }),
  paidOut({ ...lent, principal: 50_000, loanId: 'l5', memberId: 'm4' }),
  { ...paidOut({ ...lent, principal: 400_000, loanId: 'l6', memberId: 'm5' }), amount: 150_000 },
  {
    ...paidOut({ ...lent, principal: 500_000, loanId: 'l8', memberId: 'm4' }),
    amount: 100_000,
    lenderKinds: ['mfi'] as const,
  },
  paid('2025-02-10', [0, 100_000], 'l2'),
]

let desk: Desk
beforeAll(async () => {
  const practice = await practiceDesk()
  const needs = practice.needs as AppNeeds
  const commands = story.map((one) => ({ id: needs.ids(), v: 1, ...one }) as never)
  const answers = await needs.record(fundId, commands, { actor: 'test', device: 'test' })
  expect(answers.filter((one) => !isAccepted(one))).toEqual([])
  const kin = kinshipOf({ firstId: 'm1', secondId: 'o2', relation: 'sibling' })
  await needs.store.keepKinships(fundId, [{ ...kin, fundId, declaredAt: '2025-01-02' }])
  const book = (await bookOf(needs.store, fundId))!
  desk = { ...practice, fundId, book, today: '2025-02-12' }
})

const choicesOf = async (name: string, id: string, field: string): Promise<readonly string[]> => {
  const { fields } = await formAt(desk, name, id)
  const found = fields.find((one) => one.name === field)!
  return 'choices' in found ? found.choices.map(({ value }) => value) : []
}

const told = async (name: string, id: string): Promise<string> =>
  JSON.stringify((await formAt(desk, name, id)).told)

test('whoever stands for a loan as the third or the fifth is written down as well, and no kin stands behind it', async () => {
  const guarantors = ['M2', 'M3', 'M4', 'M5', 'O5'].flatMap((card, i) => [
    [`card${i + 1}`, card],
    [`upTo${i + 1}`, String(10_000 * (i + 1))],
  ])
  const { command, faults } = await sentAt(
    desk,
    ['guarantee', 'l1'],
    Object.fromEntries(guarantors),
  )
  expect(faults).toEqual({})
  expect(command!['guarantees']).toEqual([
    { memberId: 'm2', upTo: 10_000 },
    { memberId: 'm3', upTo: 20_000 },
    { memberId: 'm4', upTo: 30_000 },
    { memberId: 'm5', upTo: 40_000 },
    { memberId: 'o5', upTo: 50_000 },
  ])
  expect((await choicesOf('guarantee', 'l1', 'approvedBy')).toSorted()).toEqual([
    'o1',
    'o3',
    'o4',
    'o5',
  ])
  expect(await choicesOf('guarantee', 'l7', 'approvedBy')).toContain('o2')
})

test('one sum is for as many loans as were chosen, in the payer’s order, whose own loans are offered first and more than two in a fold', async () => {
  const chosen = { amount: '200000', loan1: 'l4', loan2: 'l3', loan3: 'l5', loan4: 'l2' }
  const { command } = await sentAt(desk, ['payment', 'm3'], chosen)
  expect(command!['loanIds']).toEqual(['l4', 'l3', 'l5', 'l2'])
  expect((await choicesOf('payment', 'm3', 'loan2')).slice(0, 2)).toEqual(['l3', 'l4'])
  expect((await choicesOf('payment', 'm5', 'loan1'))[0]).toBe('l6')
  const { fields } = await formAt(desk, 'payment', 'm3')
  const folded = fields.flatMap(({ name, isFolded }) => (isFolded ? [name] : []))
  expect(folded).toEqual(['loan3', 'loan4', 'sender'])
})

test('a debt that is told as the third or the sixth weighs like the first', async () => {
  const burden = async (debts: Record<string, string>) => {
    const typed = { incomeLeast: '1000000', finding: 'sound', appraisedBy: 'o3', ...debts }
    const { command, faults } = await sentAt(desk, ['appraisal', 'l1'], typed)
    expect(faults).toEqual({})
    return command!['burden']
  }
  const heavy = await burden({ debtMonthly1: '600000' })
  expect(await burden({})).not.toBe(heavy)
  expect(await burden({ debtMonthly3: '600000' })).toBe(heavy)
  expect(await burden({ debtMonthly6: '600000' })).toBe(heavy)
})

test('of a loan that is paid out in parts the desk tells what was handed over and what is still to be paid', async () => {
  const part = await told('payout-part', 'l6')
  expect(part).toContain('"amount":250000')
  const word = await told('payout-word', 'l6')
  expect([word.includes('"amount":150000'), word.includes('400000')]).toEqual([true, false])
  const lenders = async (id: string) =>
    (await formAt(desk, 'payout-part', id)).fields
      .map(({ name }) => name)
      .filter((name) => name.startsWith('lender-'))
  expect(await lenders('l6')).toEqual([])
  expect(await lenders('l8')).toEqual(['lender-mfi', 'lender-moneylender'])
})

test('no more is paid out of savings than is owed or saved, and two have seen that she wanted it', async () => {
  const most = async (id: string) => {
    const [, facts] = (await formAt(desk, 'from-savings', id)).told!
    return JSON.stringify(facts).match(/"tone":"main","money":{"amount":(\d+)/)![1]
  }
  const owed = Number(await most('l4'))
  expect([owed >= 60_000, owed < 70_000]).toEqual([true, true])
  const sent = (typed: Readonly<Record<string, string>>) =>
    sentAt(desk, ['from-savings', 'l3'], { amount: '9000', ...typed })
  const one = await sent({ witness1: 'M1' })
  expect([Object.keys(one.faults), one.command]).toEqual([['witness2'], undefined])
  const both = await sent({ witness1: 'M1', witness2: 'O5' })
  expect(both.command!['proof']).toEqual({ witnesses: ['m1', 'o5'] })
  expect((await sent({ witness1: 'M1', witness2: 'M1' })).command).toBeUndefined()
})

test('a price that was read for another day is the price of that day', async () => {
  const form = await formAt(desk, 'disclosure', 'l1')
  const priced = async (paidOutOn: string) => {
    const typed: Readonly<Record<string, string>> = { paidOutOn, inLanguage: 'km' }
    const { told } = await form.effect({
      id: 'an-id',
      day: desk.today,
      of: (one) => typed[one] ?? '',
    })
    return told!.flatMap((part) => (part.is === 'loan-price' ? [part.quote.terms.paidOutOn] : []))
  }
  expect(await priced('2025-02-20')).toEqual(['2025-02-20'])
  expect(await priced('2025-03-05')).toEqual(['2025-03-05'])
})

test('what a household earns is not written over by a form that is sent once more', async () => {
  const needs = desk.needs as AppNeeds
  const typed = { incomeLeast: '1000000', finding: 'sound', appraisedBy: 'o3' }
  const { form, command } = await sentAt(desk, ['appraisal', 'l7'], typed)
  const kept = (now: Desk) =>
    lastMeansOf(needs as never, { fundId, memberId: 'm2' }, { requests: now.book.requests })
  const filled = (more: object) => {
    const all: Readonly<Record<string, string>> = { ...typed, ...more }
    return { id: 'an-id', day: desk.today, of: (one: string) => all[one] ?? '' }
  }
  const id = needs.ids()
  await form.beside!.keep({ ...filled({}), id })
  const looked = [{ ...command, id, signedBy: undefined }] as never
  const [answer] = await needs.record(fundId, looked, { actor: 'test', device: 'test' })
  expect(answer).toMatchObject({ id })
  expect(isAccepted(answer!)).toBe(true)
  const now = { ...desk, book: (await bookOf(needs.store, fundId))! }
  const first = await kept(now)
  expect(first).toMatchObject({ income: { least: 1_000_000 } })
  const { beside } = await formAt(now, 'appraisal', 'l7')
  await beside!.keep({ ...filled({ incomeLeast: '5000000' }), id })
  expect(await kept(now)).toEqual(first)
  await beside!.drop({ ...filled({}), id })
  expect(await kept(now)).toEqual(first)
})

test('what was due on the day that was chosen stands in the form, and the sum of today under another day is asked about', async () => {
  const today = { ...desk, today: '2025-02-20' }
  const typedOn = async (on: string) => {
    const form = await formAt({ ...today, along: { on } }, 'repayment', 'l3')
    return form.prefilled?.['amount']
  }
  expect([await typedOn('2025-02-20'), await typedOn('2025-02-12')]).toEqual(['10300', undefined])
  expect(await typedOn('2025-03-21')).toBe('10300')
  const warned = async (day: string, amount: string) => {
    const form = await formAt(today, 'repayment', 'l3')
    const typed: Readonly<Record<string, string>> = { amount }
    const { warnings } = await form.effect({ id: 'an-id', day, of: (one) => typed[one] ?? '' })
    return warnings!.length
  }
  expect(await warned('2025-02-12', '10300')).toBe(1)
  expect(await warned('2025-02-12', '10200')).toBe(0)
  expect(await warned('2025-02-20', '10300')).toBe(0)
})

test('a plan that the meeting voted on an earlier day spreads what was owed on that day', async () => {
  const form = await formAt(desk, 'new-plan', 'l2')
  const spread = async (day: string) => {
    const typed: Readonly<Record<string, string>> = { months: '10' }
    return JSON.stringify(
      await form.effect({ id: 'an-id', day, of: (one) => typed[one] ?? '' }),
    ).match(/"amount":\d+/g)
  }
  expect(await spread('2025-02-01')).toEqual(['"amount":30000', '"amount":30000'])
  expect(await spread('2025-02-12')).toEqual(['"amount":30000', '"amount":20000'])
})
