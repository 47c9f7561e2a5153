import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/cases/file.ts'
import { giveConsent } from '#domain/cases/operations/consent.ts'
import { lessons, readyItems, tickLessons, tickReady } from '#domain/cases/operations/leaving.ts'
import { addPersonAround } from '#domain/cases/operations/person.ts'
import {
  addBookLine,
  askForSupport,
  monthResult,
  setMentor,
  setSupportState,
  strikeBookLine,
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
    expect(monthResult(after, '2026-10')).toEqual([{ currency: 'KHR', in: 500, out: 0, left: 500 }])
    expect(after.lists['book']).toHaveLength(2)
    expect(codeOf(asked(after, strikeBookLine, { item }))).toBe('line-already-struck')
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
