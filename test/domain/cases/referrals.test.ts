import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duesOf } from '#domain/cases/dues.ts'
import type { CaseFile } from '#domain/cases/file.ts'
import { giveConsent, withdrawConsent } from '#domain/cases/operations/consent.ts'
import { closeCase } from '#domain/cases/operations/life.ts'
import { addPersonAround } from '#domain/cases/operations/person.ts'
import {
  giveFeedback,
  offerReferral,
  referralAnswers,
  referralGraph,
  referralsOf,
  remindReferral,
  setReferralState,
} from '#domain/cases/operations/referrals.ts'
import { unansweredOf } from '#domain/cases/travel.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import { asked, codeOf, done, lastItem, talked } from '#test/domain/cases/case-file.ts'

const today = '2026-11-02'
const clinic = 'Rice Field Clinic'
const agreed = (file: CaseFile, said: object = {}): CaseFile =>
  done(file, giveConsent, {
    purpose: 'referral',
    receiver: clinic,
    fields: ['code-name', 'needs'],
    how: 'spoken',
    ...said,
  })
const offer = { kind: 'health', receiver: clinic, fields: ['needs'] }
const offered = (file = agreed(talked()), said: object = {}): CaseFile =>
  done(file, offerReferral, { ...offer, ...said })
const become = (file: CaseFile, state: string) =>
  asked(file, setReferralState, { item: lastItem(file, 'referrals'), state })

describe('a referral', () => {
  test('is offered with what the person has agreed to for this receiver', () => {
    expect(codeOf(asked(talked(), offerReferral, offer))).toBe('field-without-consent')
    expect(codeOf(asked(agreed(talked()), offerReferral, offer))).toBe('recorded')
    const elsewhere = { ...offer, receiver: 'another clinic' }
    expect(codeOf(asked(agreed(talked()), offerReferral, elsewhere))).toBe('field-without-consent')
    const more = { ...offer, fields: ['needs', 'name'] }
    expect(codeOf(asked(agreed(talked()), offerReferral, more))).toBe('field-without-consent')
    const other = agreed(talked(), { purpose: 'statistics' })
    expect(codeOf(asked(other, offerReferral, offer))).toBe('field-without-consent')
  })

  test('is refused once the consent was taken back, by its name', () => {
    const file = agreed(talked())
    const back = done(file, withdrawConsent, { item: lastItem(file, 'consents') })
    expect(codeOf(asked(back, offerReferral, offer))).toBe('consent-withdrawn')
  })

  test('asks without a field whether there is room, and needs no consent for that', () => {
    expect(codeOf(asked(talked(), offerReferral, { ...offer, fields: [] }))).toBe('recorded')
  })

  test('goes to nobody unsafe, however the name is written', () => {
    const father = { name: 'Chan Vuthy', relation: 'father', safety: 'unsafe', isAccused: false }
    const file = done(talked(), addPersonAround, father)
    const to = { ...offer, receiver: ' chan vuthy', fields: [] }
    expect(codeOf(asked(file, offerReferral, to))).toBe('receiver-unsafe')
  })
})

describe('what becomes of a referral', () => {
  test('is only what the graph says, in every order of four answers', () => {
    const orders = fc.array(fc.constantFrom(...referralAnswers), { maxLength: 4 })
    fc.assert(
      fc.property(orders, (states) => {
        let file = offered()
        for (const state of states) {
          const before = referralsOf(file)[0]!.value.state
          const decision = become(file, state)
          expect(codeOf(decision)).toBe(
            referralGraph[before].includes(state) ? 'recorded' : 'referral-cannot-become',
          )
          if (decision.outcome === 'recorded') file = decision.body
        }
      }),
      { numRuns: 400 },
    )
  })

  test('is done or declined for good, and never done before anybody has accepted', () => {
    expect([referralGraph.done, referralGraph.declined]).toEqual([[], []])
    const beforeDone = referralAnswers.filter((one) => referralGraph[one].includes('done'))
    expect(beforeDone).toEqual(['accepted'])
    expect(referralGraph.offered).not.toContain('done')
  })

  test('has the person’s word on it once there was an answer', () => {
    const file = offered()
    const said = { item: lastItem(file, 'referrals'), feedback: 'helped' }
    expect(codeOf(asked(file, giveFeedback, said))).toBe('feedback-too-early')
    const accepted = become(file, 'accepted')
    if (accepted.outcome !== 'recorded') throw new Error('not accepted')
    expect(referralsOf(done(accepted.body, giveFeedback, said))[0]?.value.feedback).toBe('helped')
  })
})

describe('an answer that does not come', () => {
  const answers = (file: CaseFile) => duesOf(file).filter(({ what }) => what === 'answer')

  test('is asked for again after one week and after two', () => {
    const file = offered()
    const item = lastItem(file, 'referrals')
    expect(answers(file)).toEqual([{ what: 'answer', on: daysAfter(today, 7), item }])
    const once = done(file, remindReferral, { item })
    expect(answers(once)[0]?.on).toBe(daysAfter(today, 14))
    const twice = done(once, remindReferral, { item })
    expect(answers(twice)[0]?.on).toBe(daysAfter(today, 14))
    expect(referralsOf(twice)[0]?.value.reminders).toBe(2)
  })

  test('is waited for no more once it came or was given up', () => {
    for (const state of ['accepted', 'declined', 'no-answer']) {
      const decision = become(offered(), state)
      expect(decision.outcome === 'recorded' && answers(decision.body)).toEqual([])
    }
  })

  test('stands in the list of its receiver, the longest wait first', () => {
    const first = offered()
    const second = offered(undefined, { receiver: 'Ministry', fields: [] })
    const third = done(agreed(talked()), offerReferral, offer, daysAfter(today, 3))
    const list = unansweredOf([third, first, second], daysAfter(today, 8))
    const told = list.map(({ receiver, referrals }) => [
      receiver,
      referrals.map(({ days, askAgainOn }) => [days, askAgainOn <= daysAfter(today, 8)]),
    ])
    expect(told.toSorted()).toEqual([
      ['Ministry', [[8, true]]],
      [
        clinic,
        [
          [8, true],
          [5, false],
        ],
      ],
    ])
    const ended = done(first, closeCase, { why: 'no-contact' })
    expect(unansweredOf([ended], daysAfter(today, 8))).toEqual([])
  })
})
