import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/cases/file.ts'
import { setReturnInterview } from '#domain/cases/operations/back.ts'
import { giveConsent, withdrawConsent } from '#domain/cases/operations/consent.ts'
import { setFound, setJourney, setPromise } from '#domain/cases/operations/journey.ts'
import { closeCase } from '#domain/cases/operations/life.ts'
import { giveAnswers, takeAnswersBack, unfounded } from '#domain/cases/operations/research.ts'
import {
  answersOf,
  knownColumns,
  researchBasis,
  researchReceivers,
} from '#domain/cases/research-answers.ts'
import {
  asked,
  codeOf,
  done,
  lastItem,
  talked,
  talkedWithChild,
} from '#test/domain/cases/case-file.ts'

/* What a woman who came back lets a university know, and not a word more. */

const on = '2026-11-02'
const university = 'Invented University'
const yes = (file: CaseFile, fields: readonly string[], said: object = {}): CaseFile =>
  done(file, giveConsent, {
    purpose: 'research',
    receiver: university,
    fields,
    how: 'spoken',
    ...said,
  })
const journey = {
  country: 'TH',
  work: 'factory',
  channel: 'agency',
  currency: 'THB',
  leavesOn: '2026-12-24',
}
const promise = { wage: 900_00, currency: 'THB', deductions: 0, job: 'factory', place: 'a mill' }
const promised = (file: CaseFile): CaseFile =>
  done(file, setPromise, { ...promise, contract: 'none' })
const found = (file: CaseFile, said: object = {}): CaseFile =>
  done(file, setFound, { ...promise, hasContract: false, arePapersKept: false, ...said })
const suffered = (file: CaseFile, abuses: readonly string[]): CaseFile =>
  done(file, setReturnInterview, { isAskedAlone: true, abuses })
const told = (file: CaseFile): Readonly<Record<string, string | undefined>> => {
  const { known, told: harm } = answersOf(file, university, on)
  return { ...Object.fromEntries(knownColumns.map(({ id }, i) => [id, known[i]])), harm }
}
const unsaid = {
  sex: 'not-said',
  age_band: 'not-said',
  country: 'not-said',
  work: 'not-said',
  channel: 'not-said',
  promise: 'not-said',
  harm: 'not-said',
}

describe('answers that go to a researcher', () => {
  const full = suffered(found(promised(done(talked(), setJourney, journey)), { wage: 1 }), [])

  test('are those that the consent for this receiver names, and all others are not said', () => {
    expect(told(full)).toEqual(unsaid)
    expect(told(yes(full, ['sex']))).toEqual({ ...unsaid, sex: 'woman' })
    expect(told(yes(full, ['age-band']))).toEqual({ ...unsaid, age_band: '25-34' })
    expect(told(yes(full, ['journey']))).toEqual({
      ...unsaid,
      country: 'TH',
      work: 'factory',
      channel: 'agency',
    })
    expect(told(yes(full, ['promise']))).toEqual({ ...unsaid, promise: 'broken' })
    expect(told(yes(full, ['abuses']))).toEqual({ ...unsaid, harm: 'none-told' })
    expect(told(yes(full, ['sex'], { receiver: 'another university' }))).toEqual(unsaid)
    expect(told(yes(full, ['sex'], { purpose: 'statistics' }))).toEqual(unsaid)
    const unknown = done(talked(), setJourney, { ...journey, work: 'not-known' })
    expect(told(yes(unknown, ['journey']))).toMatchObject({ country: 'TH', work: 'not-said' })
  })

  test('say of harm the gravest, and of pay where nothing graver was done', () => {
    const harm = (abuses: readonly string[]) =>
      told(yes(suffered(talked(), abuses), ['abuses'])).harm
    expect(harm(['wages-withheld', 'locked-in', 'beaten'])).toBe('body')
    expect(harm(['wages-withheld', 'locked-in'])).toBe('freedom')
    expect(harm(['wages-withheld'])).toBe('pay')
    expect(told(yes(talked(), ['abuses'])).harm).toBe('not-said')
  })

  test('call a promise broken where the pay is worse or the work another, and by nothing else', () => {
    const kept = (said: object) => told(yes(found(promised(talked()), said), ['promise'])).promise
    expect(kept({})).toBe('kept')
    expect(kept({ wage: 899_99 })).toBe('broken')
    expect(kept({ wage: 900_01 })).toBe('kept')
    expect(kept({ job: 'fishing' })).toBe('broken')
    expect(kept({ place: 'another mill', deductions: 1, hasContract: true })).toBe('kept')
    expect(told(yes(promised(talked()), ['promise'])).promise).toBe('not-said')
  })

  test('are none of a child, whoever has said yes', () => {
    const child = yes(talkedWithChild(), ['sex'])
    expect(researchReceivers(child, on)).toEqual([])
    expect(told(child)).toEqual(unsaid)
    expect(researchReceivers(yes(talked(), ['sex']), on)).toEqual([university])
  })

  test('rest on the consents of that receiver, and hold no longer than the shortest', () => {
    const one = yes(talked(), ['sex'], { until: '2027-03-01' })
    const first = lastItem(one, 'consents')
    const two = yes(one, ['abuses'], { until: '2027-01-01' })
    const file = yes(two, ['sex'], { receiver: 'another university', until: '2026-12-01' })
    const second = lastItem(two, 'consents')
    expect(researchBasis(file, university, on)).toEqual({
      consents: [first, second],
      until: '2027-01-01',
    })
  })
})

describe('that answers were given', () => {
  const agreed = yes(talked(), ['sex'])
  const consent = lastItem(agreed, 'consents')
  const giving = { research: '9f'.repeat(16), consents: [consent], isAgreed: true }

  test('is written once, by a consent for research that holds', () => {
    const given = done(agreed, giveAnswers, giving)
    expect(codeOf(asked(given, giveAnswers, giving))).toBe('answers-given-already')
    expect(codeOf(asked(agreed, giveAnswers, { ...giving, consents: [] }))).toBe('consent-missing')
    const keeping = agreed.lists['consents']![0]!.item
    expect(codeOf(asked(agreed, giveAnswers, { ...giving, consents: [consent, keeping] }))).toBe(
      'consent-missing',
    )
    const item = lastItem(given, 'answers')
    const back = done(given, takeAnswersBack, { item })
    expect(codeOf(asked(back, takeAnswersBack, { item }))).toBe('answers-taken-back-already')
    expect(codeOf(asked(back, giveAnswers, giving))).toBe('recorded')
  })

  test('has nothing to stand on once the yes is taken back or the case is shut', () => {
    const given = done(agreed, giveAnswers, giving)
    expect(unfounded(given, on)).toEqual([])
    expect(unfounded(done(given, withdrawConsent, { item: consent }), on)).toHaveLength(1)
    expect(unfounded(done(given, closeCase, { why: 'no-contact' }), on)).toHaveLength(1)
  })
})
