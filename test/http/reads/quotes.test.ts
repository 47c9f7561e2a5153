import { beforeAll, expect, test } from 'vitest'
import { charterOn } from '#domain/fund/charter/charter.ts'
import { type QuoteTerms, quoteOf } from '#domain/loans/plan/quote.ts'
import { bookOf } from '#src/app/queries.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let household: string
let keeper: string
beforeAll(async () => {
  village = await practice()
  household = await village.as('household')
  keeper = await village.as('record-keeper')
})

const base = { principal: 500_200, instalments: 10, type: 'normal', paidOutOn: '2026-01-10' }

type Told = {
  readonly rows: readonly Record<string, unknown>[]
  readonly explanation: readonly { readonly of: string }[]
  readonly verdict: Record<string, string>
  readonly [name: string]: unknown
}

const ask = (json: unknown, token = household): Promise<Response> =>
  village.ask(`/v1/funds/${village.fundId}/quotes`, { token, json })

const told = async (more: Record<string, unknown>, token = household): Promise<Told> => {
  const answer = await ask({ ...base, ...more }, token)
  expect(answer.status, JSON.stringify(more)).toBe(200)
  return (await answer.json()) as Told
}

/** What the domain says to the same question, by the charter of the fund. */
const domainSays = async (more: Record<string, unknown>) => {
  const book = (await bookOf(village.needs.store, village.fundId))!
  const { type, ...asked } = { ...base, ...more }
  const { charter } = charterOn(book.fund.charters, asked.paidOutOn)
  return quoteOf(charter, { ...asked, product: type } as unknown as QuoteTerms, undefined)
}

const own = ['2026-01-30', '2026-02-28', '2026-04-14']

/** Every parameter of a quote, each with a value that has to change the answer. */
const parameters: readonly (readonly [name: string, asked: Record<string, unknown>])[] = [
  ['principal', { principal: 700_000 }],
  ['instalments', { instalments: 12 }],
  ['type', { type: 'seasonal' }],
  ['paidOutOn', { paidOutOn: '2026-02-05' }],
  ['every week', { every: { n: 1, unit: 'weeks' } }],
  ['every 2 weeks', { every: { n: 2, unit: 'weeks' } }],
  ['every 3 months', { every: { n: 3, unit: 'months' } }],
  ['every 10 days', { every: { n: 10, unit: 'days' } }],
  ['every year', { every: { n: 1, unit: 'years' } }],
  ['firstDueOn', { firstDueOn: '2026-03-01' }],
  ['dayOfMonth', { dayOfMonth: 31 }],
  ['dueOn', { instalments: 3, dueOn: own }],
  ['periodFrom', { instalments: 3, dueOn: own, ratePercent: '2', periodFrom: '2025-12-30' }],
  ['rateMonthlyPercent', { rateMonthlyPercent: '1.2' }],
  ['ratePercent', { ratePercent: '1.1' }],
  ['yearlyPercent', { yearlyPercent: '17.5' }],
  ['days actual/actual', { yearlyPercent: '18', days: 'actual/actual', paidOutOn: '2027-12-10' }],
  ['days 30/360', { yearlyPercent: '18', days: '30/360' }],
  ['repayment in equal instalments', { repayment: 'equal-instalment' }],
  ['repayment at the end', { repayment: 'bullet' }],
  ['graceOnPrincipal', { graceOnPrincipal: 2 }],
  ['graceOnInterest deferred', { graceOnInterest: { instalments: 2, is: 'deferred' } }],
  ['graceOnInterest forgiven', { graceOnInterest: { instalments: 2, is: 'forgiven' } }],
  ['balloon', { balloon: 100_000 }],
  ['interestRounding', { interestRounding: { mode: 'up', step: 500 } }],
  ['instalmentRounding', { instalmentRounding: { mode: 'half-even', step: 1_000 } }],
  ['remainder first', { remainder: 'first' }],
  ['remainder spread', { remainder: 'spread' }],
  ['workingDays', { workingDays: { weekend: [5, 6, 7], direction: 'backward', holidays: [] } }],
  [
    'workingDays by the calendar',
    {
      firstDueOn: '2026-04-14',
      workingDays: { calendar: 'KH', direction: 'forward', holidays: [], weekend: [] },
    },
  ],
  ['relief', { relief: [{ from: '2026-04-01', to: '2026-05-31' }] }],
  ['lender', { lender: 'other', rateMonthlyPercent: '9' }],
  ['method', { method: 'flat' }],
  ['fee', { fee: 10_000 }],
  ['deposit', { deposit: 50_000 }],
]

test.each(parameters)(
  '%s is taken, and the schedule is the one of the domain',
  async (_, asked) => {
    const answer = await told(asked)
    const { terms: _terms, ...expected } = await domainSays(asked)
    expect(answer).toEqual(JSON.parse(JSON.stringify(expected)))
    expect(answer).not.toEqual(await told({}))
  },
)

test('months is an older name of instalments', async () => {
  const { instalments: months, ...rest } = base
  const answer = await ask({ ...rest, months })
  expect(await answer.json()).toEqual(await told({}))
})

test('every rounding is explained with what it was before, its mode and its step', async () => {
  const { explanation } = await told({})
  expect(explanation[0]).toEqual({ of: 'first-period', days: 10, whole: 30 })
  expect(explanation[1]).toEqual({
    of: 'part',
    exact: '50020',
    rounded: 50_000,
    rounding: { mode: 'down', step: 100 },
  })
  expect(explanation[2]).toEqual({ of: 'remainder', dueOn: '2026-10-20', by: 200 })
})

test('a price above the cap and charges above half of the loan are told as a verdict', async () => {
  expect((await told({ rateMonthlyPercent: '2' })).verdict.cost).toBe('above-cap')
  expect((await told({ method: 'flat' })).verdict.cost).toBe('flat-rate-not-lent')
  expect((await told({ fee: 250_000 })).verdict.charges).toBe('above-half-of-principal')
})

test('nothing of a quote is written into the books', async () => {
  const length = async () => (await village.needs.store.read(village.fundId, 0, 10_000)).length
  const before = await length()
  await told({})
  expect(await length()).toBe(before)
})

const errorsOf = async (json: unknown, token = household) => {
  const answer = await ask(json, token)
  const { errors } = (await answer.json()) as { errors: { pointer: string; code: string }[] }
  return { status: answer.status, errors }
}

test.each([
  ['a field that a quote does not have', { rate: '1' }, '', 'unknown-field'],
  [
    'a field that rounding does not have',
    { interestRounding: { mode: 'down', step: 1, by: 2 } },
    '/interestRounding',
    'unknown-field',
  ],
  ['a day that no calendar has', { paidOutOn: '2026-02-30' }, '/paidOutOn', 'date-impossible'],
  ['a sum that is no whole one', { principal: 1.5 }, '/principal', 'amount-not-whole'],
  ['a rate that cannot be read', { ratePercent: '1,5' }, '/ratePercent', 'rate-unreadable'],
  ['too many instalments', { instalments: 121 }, '/instalments', 'cannot-hold'],
  [
    'a first due date before the pay-out',
    { firstDueOn: '2026-01-10' },
    '/firstDueOn',
    'cannot-hold',
  ],
  [
    'two names for one rate',
    { ratePercent: '1', yearlyPercent: '12' },
    '/yearlyPercent',
    'cannot-hold',
  ],
  ['a fee that eats up the loan', { fee: 500_200 }, '/fee', 'cannot-hold'],
])('%s is refused at its field', async (_, more, pointer, code) => {
  const refused = { status: 400, errors: [{ pointer, code }] }
  expect(await errorsOf({ ...base, ...more })).toEqual(refused)
})

test('a calendar that nobody knows is refused at its field', async () => {
  const workingDays = { direction: 'forward', calendar: 'XX' }
  const { status, errors } = await errorsOf({ ...base, workingDays })
  expect([status, errors[0]!.pointer]).toEqual([400, '/workingDays/calendar'])
})

test('a household learns nothing of another member, not even whether there is such a card', async () => {
  const book = (await bookOf(village.needs.store, village.fundId))!
  const [card] = await village.needs.store.cards(village.fundId)
  const other = book.members.find(({ memberId }) => memberId !== card!.memberId)!
  const none = await errorsOf({ ...base, memberId: 'M999' })
  expect(none).toEqual({
    status: 400,
    errors: [{ pointer: '/memberId', code: 'member-unknown' }],
  })
  for (const memberId of [other.memberId, other.card])
    expect(await errorsOf({ ...base, memberId })).toEqual(none)
})

test('a household is judged by its own ceiling, and an officer asks about any card', async () => {
  const book = (await bookOf(village.needs.store, village.fundId))!
  const [card] = await village.needs.store.cards(village.fundId)
  const { memberId } = card!
  const other = book.members.find((member) => member.memberId !== memberId)!
  expect((await told({})).verdict.ceiling).toBe('not judged')
  expect((await told({ memberId, principal: 1_000 })).verdict.ceiling).toBe('within')
  const own = book.members.find((member) => member.memberId === memberId)!
  for (const named of [own.memberId, own.card])
    expect((await told({ memberId: named, principal: 90_000_000 })).verdict.ceiling).toBe('above')
  expect(
    (await told({ memberId: other.card, principal: 90_000_000 }, keeper)).verdict.ceiling,
  ).toBe('above')
  expect(await errorsOf({ ...base, memberId: 'M999' }, keeper)).toMatchObject({ status: 400 })
})
