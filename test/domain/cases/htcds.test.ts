import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromHtcds } from '#domain/cases/from-htcds.ts'
import {
  ageBandOf,
  genderOf,
  htcdsOf,
  industryOf,
  methodOfAbuse,
  methodOfSignal,
  methodsOfControl,
  migrantTypeOf,
} from '#domain/cases/htcds.ts'
import type { CaseFile } from '#domain/cases/file.ts'
import { abuses, setReturnInterview } from '#domain/cases/operations/back.ts'
import { giveConsent, travelling, withdrawConsent } from '#domain/cases/operations/consent.ts'
import { setJourney, workKinds } from '#domain/cases/operations/journey.ts'
import { ageBands, setPerson, sexes } from '#domain/cases/operations/person.ts'
import { indicators, markSignals } from '#domain/cases/operations/signals.ts'
import { setStage } from '#domain/cases/operations/plan.ts'
import { done, lastItem, talked, talkedWithChild } from '#test/domain/cases/case-file.ts'

const on = '2026-11-02'
const receiver = 'IOM'
const agreed = (file: CaseFile, fields: readonly string[], said: object = {}): CaseFile =>
  done(file, giveConsent, { purpose: 'statistics', receiver, fields, how: 'spoken', ...said })

const told = fc.record({
  sex: fc.constantFrom(...sexes),
  ageBand: fc.constantFrom(...ageBands),
  work: fc.constantFrom(...workKinds),
  stage: fc.constantFrom('abroad' as const, 'back' as const, 'thinking' as const),
  signals: fc.subarray([...indicators]),
  done: fc.subarray([...abuses]),
})
type Told = typeof told extends fc.Arbitrary<infer T> ? T : never

const fileOf = ({ sex, ageBand, work, stage, signals, done: suffered }: Told): CaseFile => {
  const person = done(talkedWithChild(), setPerson, {
    sex,
    ageBand,
    language: 'khmer',
    name: 'Sok Nary',
  })
  const staged = done(person, setStage, { stage, since: on })
  const journey = { country: 'TH', work, channel: 'agency', currency: 'THB', agency: 'Golden Door' }
  const gone = done(staged, setJourney, journey)
  const marked =
    signals.length === 0 ? gone : done(gone, markSignals, { signals, seenOn: '2026-10-01' })
  return done(marked, setReturnInterview, { isAskedAlone: true, abuses: suffered })
}

const given = (file: CaseFile) => {
  const answer = htcdsOf(file, { receiver, on })
  if (answer.outcome !== 'given') throw new Error(answer.code)
  return answer
}

/** The flags of the standard, as its list has them (IOM, 2.0). */
const flagsOfTheStandard =
  `DebtBondage TakesEarnings RestrictsFinancialAccess Threats PsychologicalAbuse PhysicalAbuse
  SexualAbuse FalsePromises PsychoactiveSubstances RestrictsMovement RestrictsMedicalCare ExcessiveWorkingHours UsesChildren
  ThreatOfLawEnforcement WithholdsNecessities WithholdsDocuments Other`
    .split(/\s+/)
    .map((name) => `MethodsOfControl${name}`)

/** Each field of the standard that a case can say, with the codes that we hold of it. */
const codesHeld = {
  Gender: genderOf,
  AgeBand: ageBandOf,
  ForcedLabourIndustry: industryOf,
  MigrantType: migrantTypeOf,
} as const
const codesOf = (field: keyof typeof codesHeld): readonly string[] => [
  ...new Set(Object.values(codesHeld[field]).filter((one) => one !== undefined)),
]

/** A record that somebody else could send, of nothing but codes that we hold. */
const sent = fc.record(
  {
    Gender: fc.constantFrom(...codesOf('Gender')),
    AgeBand: fc.constantFrom(...codesOf('AgeBand')),
    ForcedLabourIndustry: fc.constantFrom(...codesOf('ForcedLabourIndustry')),
    MigrantType: fc.constantFrom(...codesOf('MigrantType')),
    flags: fc.subarray(methodsOfControl.filter((flag) => flag !== 'MethodsOfControlOther')),
  },
  { requiredKeys: ['Gender', 'AgeBand', 'flags'] },
)

describe('a code of the standard', () => {
  test('is one of its list, and each that we hold is one of ours again on its way back', () => {
    expect([...methodsOfControl]).toEqual(flagsOfTheStandard)
    for (const field of ['Gender', 'AgeBand', 'ForcedLabourIndustry', 'MigrantType'] as const)
      for (const code of codesOf(field)) {
        const back = fromHtcds({ [field]: code })
        const ours = {
          Gender: back.sex,
          AgeBand: back.ageBand,
          ForcedLabourIndustry: back.work,
          MigrantType: back.stage,
        }
        const word = ours[field] as keyof (typeof codesHeld)[typeof field]
        expect([field, codesHeld[field][word], back.unsaid]).toEqual([field, code, []])
      }
    // What no code of ours is comes back as something that we cannot say.
    expect(fromHtcds({ Gender: 'Other', AgeBand: '5-9' }).unsaid).toEqual(['Gender', 'AgeBand'])
  })

  test('of another, of codes that we hold alone, becomes a case that gives the very same record', () => {
    fc.assert(
      fc.property(sent, ({ flags, ...fields }) => {
        const record = { ...fields, ...Object.fromEntries(flags.map((flag) => [flag, true])) }
        const back = fromHtcds(record)
        expect(back.unsaid).toEqual([])
        const file = fileOf({
          sex: back.sex!,
          ageBand: back.ageBand!,
          work: back.work ?? 'not-known',
          stage: (back.stage ?? 'thinking') as Told['stage'],
          signals: [...back.signals],
          done: [...back.abuses],
        })
        const again = given(agreed(file, travelling)).record
        const status = back.signals.length > 0 ? { TraffickingStatus: 'Possible' } : {}
        expect(again).toEqual({ ...record, ...status })
      }),
    )
  })
})

describe('a record of the standard', () => {
  test('has seventeen ways to hold somebody, and each but “other” has a word of ours that comes back as itself', () => {
    expect(methodsOfControl).toHaveLength(17)
    for (const flag of methodsOfControl) {
      const { signals, abuses: suffered, unsaid } = fromHtcds({ [flag]: true })
      const back = [
        ...signals.map((one) => methodOfSignal[one]),
        ...suffered.map((one) => methodOfAbuse[one]),
      ]
      expect([flag, back, unsaid]).toEqual(
        flag === 'MethodsOfControlOther' ? [flag, [], [flag]] : [flag, [flag], []],
      )
    }
  })

  test('says of a case what it can, comes back as the same, and names what it cannot say', () => {
    fc.assert(
      fc.property(told, (one) => {
        const { record, unsaid } = given(agreed(fileOf(one), travelling))
        const back = fromHtcds(record as Record<string, unknown>)
        const stage = one.stage === 'thinking' ? undefined : one.stage
        expect([back.sex, back.ageBand, back.stage]).toEqual([one.sex, one.ageBand, stage])
        // Two kinds of work that the standard does not tell apart come back as the wider one.
        expect(industryOf[back.work ?? 'not-known']).toBe(industryOf[one.work])
        const again = Object.keys(record).filter((key) => key.startsWith('Methods'))
        const flags = [
          ...back.signals.map((signal) => methodOfSignal[signal]),
          ...back.abuses.map((abuse) => methodOfAbuse[abuse]),
        ]
        expect(flags.toSorted()).toEqual(again.toSorted())
        // Every signal is a flag or is named as what the standard cannot say.
        for (const signal of one.signals)
          expect(unsaid.includes(signal)).toBe(methodOfSignal[signal] === undefined)
        expect(unsaid.includes(one.work)).toBe(industryOf[one.work] === undefined)
        expect(back.unsaid).toEqual('TraffickingStatus' in record ? ['TraffickingStatus'] : [])
        expect(record.TraffickingStatus).toBe(one.signals.length > 0 ? 'Possible' : undefined)
      }),
    )
  })

  test('of another says what a case has no word for', () => {
    const { unsaid, signals } = fromHtcds({
      TraffickingStatus: 'Actual',
      Gender: 'TransgenderFeminine',
      MigrantType: 'Stranded',
      ForcedLabourIndustry: 'B',
      MethodsOfControlThreats: true,
      MethodsOfControlOther: false,
    })
    expect(signals).toEqual(['threats'])
    expect(unsaid).toEqual(['TraffickingStatus', 'Gender', 'MigrantType', 'ForcedLabourIndustry'])
  })
})

describe('what goes to statistics', () => {
  test('holds only what a consent for statistics names, of this receiver and on this day', () => {
    fc.assert(
      fc.property(told, fc.subarray([...travelling], { minLength: 1 }), (one, fields) => {
        const { record } = given(agreed(fileOf(one), fields))
        const has = (key: string): boolean => key in record
        if (!fields.includes('sex')) expect(has('Gender')).toBe(false)
        if (!fields.includes('age-band')) expect(has('AgeBand')).toBe(false)
        if (!fields.includes('journey'))
          expect(has('ForcedLabourIndustry') || has('MigrantType')).toBe(false)
        if (!fields.includes('signals')) expect(has('TraffickingStatus')).toBe(false)
        if (!fields.includes('signals') && !fields.includes('abuses'))
          expect(Object.keys(record).some((key) => key.startsWith('Methods'))).toBe(false)
        expect(JSON.stringify(record)).not.toMatch(/Nary|Golden|K-|market/)
      }),
    )
  })

  test('is refused without one, for another purpose or receiver, after it ended and after it was taken back', () => {
    const file = talked()
    const answers = [
      file,
      agreed(file, ['sex'], { purpose: 'referral' }),
      agreed(file, ['sex'], { receiver: 'the ministry' }),
      agreed(file, []),
    ].map((one) => htcdsOf(one, { receiver, on }))
    const dated = agreed(file, ['sex'], { until: '2026-11-02' })
    const taken = agreed(file, ['sex'])
    const back = done(taken, withdrawConsent, { item: lastItem(taken, 'consents') })
    answers.push(htcdsOf(dated, { receiver, on: '2026-11-03' }), htcdsOf(back, { receiver, on }))
    expect(answers.every((one) => one.outcome === 'refused')).toBe(true)
    expect(htcdsOf(dated, { receiver, on }).outcome).toBe('given')
  })
})
