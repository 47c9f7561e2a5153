import { expect, test } from 'vitest'
import { faultIn } from '#domain/kernel/shape.ts'
import { type RequestedLoan, requestedLoan } from '#domain/loans/request/request-state.ts'
import { requestFault } from '#domain/loans/request/request-faults.ts'
import {
  about,
  appraised,
  committeeAfter,
  decided,
  disclosed,
  requested,
  wordOf,
} from '#test/support/committee.ts'
import { type StoryCommand, paid, paidOut } from '#test/support/village.ts'

/** Where a request of 20 January cannot hold. */
const faultOf = (more: Partial<RequestedLoan>): string | undefined => {
  const asked = {
    effectiveOn: '2025-01-20',
    loanId: 'l1',
    memberId: 'm1',
    product: 'normal',
    principal: 500_000,
    months: 10,
    purpose: 'farm',
    ...more,
  } as const
  return faultIn(requestedLoan, asked)?.at ?? requestFault(asked)
}

test('a loan is asked for one month at least and ten years at most', () => {
  expect([0, 1, 120, 121].map((months) => faultOf({ months }))).toEqual([
    '/months',
    undefined,
    undefined,
    '/months',
  ])
  expect([faultOf({ principal: 0 }), faultOf({ principal: 1 })]).toEqual(['/principal', undefined])
})

test('the first instalment that is asked for falls due after the day of asking', () => {
  const days = ['2025-01-19', '2025-01-20', '2025-01-21', '2025-02-30']
  expect(days.map((firstDueOn) => faultOf({ firstDueOn }))).toEqual([
    '/firstDueOn',
    '/firstDueOn',
    undefined,
    '/firstDueOn',
  ])
})

test('of a loan something is handed over: fee and deposit leave a riel at least', () => {
  expect([0, 499_999, 500_000, -1].map((fee) => faultOf({ fee }))).toEqual([
    undefined,
    undefined,
    '/fee',
    '/fee',
  ])
  const withFee = (deposit: number) => faultOf({ fee: 200_000, deposit })
  expect([299_999, 300_000, -1].map(withFee)).toEqual([undefined, '/deposit', '/deposit'])
  expect([faultOf({ deposit: 499_999 }), faultOf({ deposit: 500_000 })]).toEqual([
    undefined,
    '/deposit',
  ])
})

test('words that nobody knows are named by their place', () => {
  expect(faultOf({ product: 'flat' as 'normal' })).toBe('/product')
  expect(faultOf({ purpose: 'a feast' as 'farm' })).toBe('/purpose')
  expect(faultOf({ security: 'a goat' as 'none' })).toBe('/security')
})

test('a way abroad is known, says who is grown up, and dates what was looked up', () => {
  const way = { channel: 'agency', isAdult: true } as const
  const migration = (more: object) => faultOf({ migration: { ...way, ...more } })
  expect(migration({})).toBeUndefined()
  expect(migration({ isAdult: false, recruitmentFee: 0 })).toBeUndefined()
  expect(migration({ agencyCheckedOn: '2025-01-10', recruitmentFee: 100 })).toBeUndefined()
  for (const [name, wrong] of [
    ['channel', 'by night'],
    ['isAdult', 'yes'],
    ['recruitmentFee', -1],
    ['agencyCheckedOn', '2025-02-30'],
  ] as const)
    expect(migration({ [name]: wrong })).toBe(`/migration/${name}`)
})

test('a dear debt is told by kinds of lender, by bands, and only as lighter where it is', () => {
  const told = { lenderKinds: ['mfi'] } as const
  const buyOut = (more: object, purpose: 'buy-out' | 'farm' = 'buy-out') =>
    faultOf({ purpose, buyOut: { ...told, ...more } })
  expect(buyOut({})).toBeUndefined()
  expect(buyOut({ burdenBefore: 'above-50', burdenAfter: 'to-40', lightens: true })).toBeUndefined()
  for (const [wrong, place] of [
    [{ lenderKinds: [] }, '/lenderKinds'],
    [{ lenderKinds: ['mfi', 'mfi'] }, ''],
    [{ lenderKinds: ['mfi', 'Mr Sok'] }, '/lenderKinds/1'],
    [{ burdenBefore: '60 %' }, '/burdenBefore'],
    [{ burdenAfter: '38 %' }, '/burdenAfter'],
    [{ lightens: false }, '/lightens'],
  ] as const)
    expect(buyOut(wrong)).toBe(`/buyOut${place}`)
  expect(buyOut({}, 'farm')).toBe('/buyOut')
  expect(faultOf({ purpose: 'buy-out' })).toBeUndefined()
})

test('a loan to begin a trade has no rate, no fee, and is for neither papers nor a lender', () => {
  const trade = (more: Partial<RequestedLoan>) => faultOf({ product: 'enterprise', ...more })
  expect(trade({})).toBeUndefined()
  expect(trade({ fee: 0, plan: { repayment: 'equal-instalment' } })).toBeUndefined()
  for (const name of ['rateMonthlyPercent', 'ratePercent', 'yearlyPercent'])
    expect(trade({ plan: { [name]: '0' } })).toBe(`/plan/${name}`)
  expect(trade({ fee: 1 })).toBe('/fee')
  expect(trade({ purpose: 'papers-and-travel' })).toBe('/purpose')
  expect(trade({ purpose: 'buy-out' })).toBe('/purpose')
  expect(faultOf({ fee: 1, plan: { ratePercent: '1' } })).toBeUndefined()
})

test('each step of a request is taken on the day of the one before it, and not a day sooner', () => {
  const asked = committeeAfter([requested()])
  const days = ['2025-01-05', '2025-01-06']
  const words = (village: typeof asked, told: (on: string) => StoryCommand, of = days) =>
    of.map((on) => wordOf(village, told(on)))
  const early = ['before-the-last-step', 'recorded']
  expect(words(asked, (on) => appraised({ on }))).toEqual(early)
  expect(words(asked, (on) => about('WithdrawRequest', on))).toEqual(early)
  const looked = committeeAfter([requested(), appraised()])
  expect(words(looked, (on) => decided({ on }), ['2025-01-09', '2025-01-10'])).toEqual(early)
})

test('a price and a consent stand from the day of asking, whatever came after', () => {
  const looked = committeeAfter([requested(), appraised()])
  const stands = (on: string): StoryCommand => ({
    type: 'GiveGuarantee',
    effectiveOn: on,
    loanId: 'l1',
    guarantees: [{ memberId: 'm2', upTo: 1 }],
    isGroup: false,
  })
  for (const told of [
    stands,
    (on: string) => ({ ...disclosed({ on }), id: 'later' }) as StoryCommand,
  ]) {
    expect(wordOf(looked, told('2025-01-05'))).toBe('before-the-last-step')
    expect(wordOf(looked, told('2025-01-06'))).toBe('recorded')
  }
})

test('who is asking for a general loan may ask for an emergency, and not for a second of either', () => {
  const urgent = (loanId: string): StoryCommand =>
    requested({ loanId, product: 'emergency', principal: 100_000, months: 3, purpose: 'health' })
  const both = committeeAfter([requested(), urgent('l2')])
  expect(wordOf(both, urgent('l3'))).toBe('already-asking')
  expect(wordOf(both, requested({ loanId: 'l3' }))).toBe('already-asking')
  expect(wordOf(both, requested({ loanId: 'l3', memberId: 'm2' }))).toBe('recorded')
  const season = requested({ loanId: 'l3', product: 'seasonal' })
  expect(wordOf(committeeAfter([requested()]), season)).toBe('already-asking')
})

test('an id under which a loan was lent or asked for is taken', () => {
  const out = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
  const lent = committeeAfter([out, paid('2025-02-20', 507_500)])
  expect(wordOf(lent, requested({ on: '2025-03-01' }))).toBe('loan-already-there')
  expect(wordOf(lent, requested({ on: '2025-03-01', loanId: 'l2' }))).toBe('recorded')
})

test('what an appraisal says is one of its words', () => {
  const asked = committeeAfter([requested()])
  const word = (more: object) => wordOf(asked, { ...appraised(), ...more } as StoryCommand)
  expect(word({ finding: 'doubtful' })).toBe('recorded')
  expect(word({ finding: 'maybe' })).toBe('finding-unknown')
  expect(word({ burden: 'half' })).toBe('finding-unknown')
  expect(word({ lightens: true })).toBe('finding-unknown')
})

test('nobody appraises from afar', () => {
  const away: StoryCommand = {
    type: 'RecordMemberChange',
    effectiveOn: '2025-01-10',
    memberId: 'o2',
    change: 'away',
  }
  const village = committeeAfter([requested(), away])
  expect(wordOf(village, appraised({ on: '2025-01-09' }))).toBe('recorded')
  expect(wordOf(village, appraised({ on: '2025-01-10' }))).toBe('appraiser-not-an-officer')
})
