import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/cases/file.ts'
import {
  promiseAgainstReality,
  setFound,
  setJourney,
  setPromise,
} from '#domain/cases/operations/journey.ts'
import {
  isReady,
  lessons,
  missingOf,
  readyItems,
  tickLessons,
  tickReady,
} from '#domain/cases/operations/leaving.ts'
import { setPerson } from '#domain/cases/operations/person.ts'
import { setStage } from '#domain/cases/operations/plan.ts'
import { markSignals } from '#domain/cases/operations/signals.ts'
import { type Warning, warnings, warningsOf } from '#domain/cases/warnings.ts'
import { done, talked, talkedWithChild } from '#test/domain/cases/case-file.ts'

const ticked = (file: CaseFile, there: readonly string[], taught: readonly string[]): CaseFile =>
  done(done(file, tickReady, { there }), tickLessons, { done: taught })

describe('whoever wants to leave', () => {
  test('is helped to when nothing of the list and no lesson is missing, in whatever order it was ticked', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...readyItems]),
        fc.shuffledSubarray([...lessons]),
        (there, taught) => {
          const file = ticked(talked(), there, taught)
          const isAll = there.length === readyItems.length && taught.length === lessons.length
          expect(isReady(file)).toBe(isAll)
          expect(missingOf(file).length === 0).toBe(isAll)
        },
      ),
    )
  })

  test('is not ready before anything was ticked, nor after a tick was taken out again', () => {
    expect(missingOf(talked())).toEqual(readyItems)
    const file = ticked(talked(), readyItems, lessons)
    expect(missingOf(done(file, tickReady, { there: readyItems.slice(1) }))).toEqual(['papers'])
  })

  test('is never helped to before eighteen', () => {
    expect(isReady(ticked(talkedWithChild(), readyItems, lessons))).toBe(false)
  })
})

const promise = {
  wage: 10_000_00,
  currency: 'THB',
  job: 'factory',
  place: 'Rayong',
  deductions: 0,
  contract: 'own-language',
}
const found = {
  wage: 7_000_00,
  currency: 'THB',
  job: 'fishing',
  place: 'rayong ',
  deductions: 500_00,
  hasContract: false,
  arePapersKept: true,
}

describe('what was promised', () => {
  test('stands beside what was found, each part by itself', () => {
    const file = done(done(talked(), setPromise, promise), setFound, found)
    expect(promiseAgainstReality(file)).toEqual([
      { part: 'wage', verdict: 'worse', more: -3_000_00 },
      { part: 'deductions', verdict: 'worse', more: 500_00 },
      { part: 'job', verdict: 'other' },
      { part: 'place', verdict: 'as-promised' },
      { part: 'contract', verdict: 'worse' },
    ])
  })

  test('is held against nothing while nothing was found, and never against another currency', () => {
    const file = done(talked(), setPromise, promise)
    expect(promiseAgainstReality(file)).toEqual([])
    const dollars = done(file, setFound, { ...found, currency: 'USD' })
    expect(promiseAgainstReality(dollars).slice(0, 2)).toEqual([
      { part: 'wage', verdict: 'not-comparable' },
      { part: 'deductions', verdict: 'not-comparable' },
    ])
  })

  test('is kept to where pay is as said, and better where it is more', () => {
    const same = { wage: promise.wage, deductions: 0, job: 'factory', hasContract: true }
    const file = done(done(talked(), setPromise, promise), setFound, { ...found, ...same })
    expect(new Set(promiseAgainstReality(file).map(({ verdict }) => verdict))).toEqual(
      new Set(['as-promised']),
    )
    const more = done(file, setFound, { ...found, ...same, wage: promise.wage + 1 })
    expect(promiseAgainstReality(more)[0]).toEqual({ part: 'wage', verdict: 'better', more: 1 })
  })
})

const journey = { country: 'TH', work: 'factory', channel: 'agency', currency: 'THB' }
const costing = (cost: number, more: object = {}): readonly Warning[] =>
  warningsOf(
    done(done(talked(), setPromise, promise), setJourney, {
      ...journey,
      otherCosts: cost,
      ...more,
    }),
  )

describe('what warns', () => {
  test.each([
    [10_000_00, []],
    [10_000_01, ['cost-above-one-month']],
    [20_000_00, ['cost-above-one-month']],
    [20_000_01, ['cost-above-two-months']],
  ])('a way that costs %i against a month of 1,000,000: %o', (cost, expected) => {
    expect(costing(cost)).toEqual(expected)
  })

  test('a fee for the work is a sign by itself and counts with the rest', () => {
    expect(costing(10_000_00, { fee: 1 })).toEqual(['cost-above-one-month', 'fee-asked'])
  })

  test('a cost in another currency is not compared by guessing', () => {
    expect(costing(1, { currency: 'USD' })).toEqual(['cost-not-compared'])
  })

  test('papers kept, no contract, pay taken off and an age under eighteen are red and lead to a referral', () => {
    const file = done(done(talkedWithChild(), setPromise, promise), setFound, found)
    const red = ['under-18', 'document-kept', 'contract-missing', 'pay-deducted'] as const
    expect(warningsOf(file)).toEqual(red)
    expect(red.every((one) => warnings[one].isForReferral && warnings[one].colour === 'red')).toBe(
      true,
    )
  })

  test('papers kept warn from a signal too, and a contract that was not ticked when somebody left', () => {
    const marked = done(talked(), markSignals, {
      signals: ['documents-kept'],
      seenOn: '2026-10-01',
    })
    expect(warningsOf(marked)).toEqual(['document-kept'])
    const list = done(talked(), tickReady, { there: ['papers'] })
    expect(warningsOf(list)).toEqual([])
    expect(warningsOf(done(list, setStage, { stage: 'abroad', since: '2026-11-01' }))).toEqual([
      'contract-missing',
    ])
  })

  test('nobody warns of somebody of age of whom nothing is known', () => {
    expect(warningsOf(talked())).toEqual([])
    const grown = done(talkedWithChild(), setPerson, {
      ageBand: '18-24',
      sex: 'woman',
      language: 'khmer',
    })
    expect(warningsOf(grown)).toEqual([])
  })
})
