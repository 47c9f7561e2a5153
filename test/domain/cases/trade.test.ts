import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/cases/file.ts'
import { giveConsent } from '#domain/cases/operations/consent.ts'
import { lessons, readyItems, tickLessons, tickReady } from '#domain/cases/operations/leaving.ts'
import { addPersonAround } from '#domain/cases/operations/person.ts'
import { setLivingLine } from '#domain/cases/operations/back.ts'
import {
  addBookLine,
  monthResult,
  strikeBookLine,
  tradeMonths,
} from '#domain/cases/operations/book.ts'
import {
  askForSupport,
  planTradeLoan,
  setMentor,
  setSupportState,
  setTradeLoanState,
  sumOf,
  supportOf,
  usualSums,
} from '#domain/cases/operations/trade.ts'
import { supportLimitsOf } from '#domain/fund/charter/support-rules.ts'
import { isForLeaving, supportKinds } from '#domain/grants/kinds.ts'
import {
  asked,
  codeOf,
  done,
  lastItem,
  talked,
  talkedWithChild,
} from '#test/domain/cases/case-file.ts'

const line = (file: CaseFile, said: object): CaseFile =>
  done(file, addBookLine, {
    way: 'in',
    sum: 1,
    currency: 'KHR',
    what: 'chickens',
    on: '2026-10-05',
    ...said,
  })

describe('the profit book of a trade', () => {
  test('says what a month brought, in each currency, whatever the order of its lines', () => {
    const entry = fc.record({
      way: fc.constantFrom('in', 'out'),
      sum: fc.integer({ min: 1, max: 1_000_000 }),
      currency: fc.constantFrom('KHR', 'USD'),
      on: fc.constantFrom('2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'),
    })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        const file = entries.reduce(line, talked())
        const left = (currency: string): number =>
          entries
            .filter((one) => one.currency === currency && one.on.startsWith('2026-10'))
            .reduce((all, one) => all + (one.way === 'in' ? one.sum : -one.sum), 0)
        for (const one of monthResult(file, '2026-10')) {
          expect(one.left).toBe(left(one.currency))
          expect(one.left).toBe(one.in - one.out)
        }
      }),
    )
  })

  test('keeps a line that was a mistake and counts it no more', () => {
    const file = line(line(talked(), { sum: 500 }), { sum: 9_000 })
    const item = lastItem(file, 'book')
    const after = done(file, strikeBookLine, { item })
    expect(monthResult(after, '2026-10')).toEqual([
      { currency: 'KHR', in: 500, out: 0, stock: 0, left: 500 },
    ])
    expect(after.lists['book']).toHaveLength(2)
    expect(codeOf(asked(after, strikeBookLine, { item }))).toBe('line-already-struck')
  })
})

describe('a month of a trade', () => {
  test('counts what the stock became worth, and holds a month against what is needed to live', () => {
    const living = done(talked(), setLivingLine, { perMonth: 40_000, currency: 'KHR' })
    const lines = [
      { way: 'stock', sum: 90_000, on: '2026-09-28' },
      { way: 'in', sum: 60_000, on: '2026-10-03' },
      { way: 'out', sum: 25_000, on: '2026-10-04' },
      { way: 'stock', sum: 80_000, on: '2026-10-20' },
      { way: 'stock', sum: 95_000, on: '2026-10-31' },
    ]
    // Whatever the order in which they were written down.
    for (const some of [lines, lines.toReversed()])
      expect(
        tradeMonths(some.reduce(line, living)).map(({ month, left, result }) => [
          month,
          left,
          result,
        ]),
      ).toEqual([
        ['2026-10', 40_000, 'carries'],
        ['2026-09', 0, 'below'],
      ])
    const january = [
      { way: 'stock', sum: 10, on: '2025-12-31' },
      { way: 'stock', sum: 15, on: '2026-01-31' },
    ].reduce(line, talked())
    expect(tradeMonths(january)[0]).toMatchObject({ month: '2026-01', stock: 5, result: 'no-line' })
  })
})

describe('a trade', () => {
  test('begins with a loan that is asked for as anybody asks, far from any support', () => {
    const living = done(talked(), setLivingLine, { perMonth: 40_000, currency: 'KHR' })
    const fundId = '0f000000-0000-8000-8000-000000000001'
    const loan = { fundId, sum: 'KHR-300000', months: 6, on: '2026-12-06' }
    expect(codeOf(asked(talked(), planTradeLoan, loan))).toBe('no-line')
    expect(codeOf(asked(living, planTradeLoan, { ...loan, on: '2026-11-01' }))).toBe('day-over')
    const helped = done(agreed(living), askForSupport, want)
    expect(codeOf(asked(helped, planTradeLoan, { ...loan, on: '2026-11-29' }))).toBe(
      'too-near-support',
    )
    expect(codeOf(asked(helped, planTradeLoan, { ...loan, on: '2026-11-30' }))).toBe('recorded')
    expect(codeOf(asked(talkedWithChild(), planTradeLoan, loan))).toBe('under-eighteen')
    const planned = done(living, planTradeLoan, loan)
    const item = lastItem(planned, 'loans')
    const given = done(planned, setTradeLoanState, { item, state: 'given' })
    expect(codeOf(asked(given, setTradeLoanState, { item, state: 'asked' }))).toBe(
      'loan-cannot-become',
    )
    expect(codeOf(asked(given, setTradeLoanState, { item, state: 'repaid' }))).toBe('recorded')
  })

  test('has no mentor who is accused', () => {
    const file = done(talked(), addPersonAround, {
      name: 'Uncle Phal',
      relation: 'other-kin',
      safety: 'safe',
      isAccused: true,
    })
    expect(codeOf(asked(file, setMentor, { mentor: 'uncle phal' }))).toBe('mentor-unsafe')
    expect(codeOf(asked(file, setMentor, { mentor: 'Aunt Sim' }))).toBe('recorded')
  })
})

const agreed = (file: CaseFile): CaseFile =>
  done(file, giveConsent, { purpose: 'support', receiver: 'fund', fields: [], how: 'spoken' })
const want = { kind: 'reintegration', sum: 'KHR-1200000' }

describe('support that is asked for', () => {
  test('needs a yes for it', () => {
    expect(codeOf(asked(talked(), askForSupport, want))).toBe('consent-missing')
    expect(codeOf(asked(agreed(talked()), askForSupport, want))).toBe('recorded')
  })

  test('is a sum that others get too: what a grant of each kind gives is among them', () => {
    const sums = usualSums.map(sumOf)
    for (const currency of ['KHR', 'USD'] as const) {
      const limits = supportLimitsOf({ currency })
      for (const kind of supportKinds) expect(sums).toContainEqual({ currency, sum: limits[kind] })
    }
    expect(codeOf(asked(agreed(talked()), askForSupport, { ...want, sum: 'KHR-123456' }))).toBe(
      'word-unknown',
    )
  })

  test('helps to leave once the list is ready but for what it pays for itself, and never a child', () => {
    const ask = (file: CaseFile, kind: string) =>
      codeOf(asked(agreed(file), askForSupport, { kind, sum: 'KHR-100000' }))
    const ready = (without: string): CaseFile =>
      done(
        done(talked(), tickReady, { there: readyItems.filter((one) => one !== without) }),
        tickLessons,
        { done: lessons },
      )
    expect(ask(talked(), 'passport')).toBe('not-ready')
    expect(ask(ready('papers'), 'passport')).toBe('recorded')
    expect(ask(ready('contract'), 'passport')).toBe('not-ready')
    expect(ask(ready('training'), 'training')).toBe('recorded')
    for (const kind of supportKinds)
      expect(ask(talkedWithChild(), kind)).toBe(isForLeaving(kind) ? 'under-eighteen' : 'recorded')
  })

  test('is batched with others before it is answered, and answered once', () => {
    const states = fc.array(fc.constantFrom('batched', 'answered'), { maxLength: 4 })
    fc.assert(
      fc.property(states, (orders) => {
        let file = done(agreed(talked()), askForSupport, want)
        const item = lastItem(file, 'support')
        for (const state of orders) {
          const before = supportOf(file)[0]!.value.state
          const answer = state === 'answered' ? { answer: 'given' } : {}
          const decision = asked(file, setSupportState, { item, state, ...answer })
          const isNext = { asked: 'batched', batched: 'answered', answered: '' }[before] === state
          expect(codeOf(decision)).toBe(isNext ? 'recorded' : 'support-cannot-become')
          if (decision.outcome === 'recorded') file = decision.body
        }
      }),
    )
    const file = done(agreed(talked()), askForSupport, want)
    const item = lastItem(file, 'support')
    const batched = done(file, setSupportState, { item, state: 'batched' })
    expect(codeOf(asked(batched, setSupportState, { item, state: 'answered' }))).toBe(
      'answer-missing',
    )
  })
})
