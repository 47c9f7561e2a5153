import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/cases/file.ts'
import { setNeeds } from '#domain/cases/operations/assess.ts'
import { setReturnInterview } from '#domain/cases/operations/back.ts'
import {
  type Travelling,
  giveConsent,
  purposes,
  travelling,
  withdrawConsent,
} from '#domain/cases/operations/consent.ts'
import { setFound, setJourney, setPromise } from '#domain/cases/operations/journey.ts'
import {
  addPersonAround,
  setContact,
  setPerson,
  setSafety,
} from '#domain/cases/operations/person.ts'
import { addNote, addTask } from '#domain/cases/operations/plan.ts'
import {
  offerReferral,
  ofChildTravelling,
  referralsOf,
} from '#domain/cases/operations/referrals.ts'
import { markSignals } from '#domain/cases/operations/signals.ts'
import { setMentor } from '#domain/cases/operations/trade.ts'
import { travelOf } from '#domain/cases/travel.ts'
import { done, lastItem, talked, talkedWithChild } from '#test/domain/cases/case-file.ts'

const on = '2026-11-02'
const clinic = 'Rice Field Clinic'
const promise = { wage: 7_777_01, currency: 'THB', deductions: 7_777_02, job: 'factory' }

/** A file in which every line, sum and day is one that stands nowhere else in it. */
const full = (file: CaseFile): CaseFile => {
  const said = [
    [
      setPerson,
      {
        ageBand: file.facts['person']!.value['ageBand'],
        sex: 'woman',
        language: 'khmer',
        name: '#name',
      },
    ],
    [
      setContact,
      {
        way: 'call',
        when: '#when',
        pretext: '#pretext',
        safeWord: '#word',
        number: '012 777 001',
        notTo: '#not-to',
      },
    ],
    [addPersonAround, { name: '#kin', relation: 'mother', safety: 'safe', isAccused: false }],
    [setNeeds, { needs: ['debt'], urgency: 'this-week' }],
    [
      setJourney,
      {
        country: 'TH',
        work: 'factory',
        channel: 'agency',
        currency: 'THB',
        agency: '#agency',
        fee: 7_777_05,
        leavesOn: '2026-12-24',
      },
    ],
    [setPromise, { ...promise, place: '#promised', contract: 'none' }],
    [
      setFound,
      {
        ...promise,
        wage: 7_777_03,
        deductions: 7_777_04,
        place: '#found',
        hasContract: false,
        arePapersKept: true,
      },
    ],
    [markSignals, { signals: ['threats'], seenOn: '2026-10-07' }],
    [setReturnInterview, { isAskedAlone: true, abuses: ['beaten'] }],
    [addNote, { note: '#note' }],
    [addTask, { what: '#task', dueOn: '2026-12-25', whose: 'worker' }],
    [setMentor, { mentor: '#mentor' }],
  ] as const
  return said.reduce((one, [operation, what]) => done(one, operation, what), file)
}

/** What only one field says. */
const marks: Readonly<Record<Travelling, readonly string[]>> = {
  'code-name': ['"word"'],
  'age-band': ['age-band'],
  sex: ['woman'],
  language: ['khmer'],
  name: ['#name'],
  'safe-contact': ['#when', '#pretext', '012 777 001', '#not-to'],
  needs: ['debt', 'this-week'],
  journey: ['#agency', '77705', '2026-12-24'],
  promise: ['#promised', '#found', '77701', '77702', '77703', '77704'],
  signals: ['threats', '2026-10-07'],
  abuses: ['beaten'],
}
const never = [
  '#word',
  '#kin',
  '#note',
  '#task',
  '#mentor',
  'K-ABCDEFGH',
  '2026-12-25',
  'keep-file',
]

const consent = fc.record({
  purpose: fc.constantFrom(...purposes),
  receiver: fc.constantFrom(clinic, 'somebody else'),
  fields: fc.subarray([...travelling]),
  isWithdrawn: fc.boolean(),
  isOver: fc.boolean(),
})
type Consent = typeof consent extends fc.Arbitrary<infer T> ? T : never

const isGood = ({ purpose, receiver, isWithdrawn, isOver }: Consent): boolean =>
  purpose === 'referral' && receiver === clinic && !isWithdrawn && !isOver

const withConsents = (file: CaseFile, all: readonly Consent[]): CaseFile =>
  all.reduce((one, { purpose, receiver, fields, isWithdrawn, isOver }) => {
    const until = isOver ? { until: on } : {}
    const given = done(one, giveConsent, { purpose, receiver, fields, how: 'spoken', ...until })
    const item = lastItem(given, 'consents')
    return isWithdrawn ? done(given, withdrawConsent, { item }) : given
  }, file)

/** A referral that names everything, as one who forged the file would have written it. */
const reaching = (file: CaseFile, fields: readonly Travelling[]) => {
  const offered = done(file, offerReferral, { kind: 'health', receiver: clinic, fields: [] })
  const referral = referralsOf(offered)[0]!
  return { offered, referral: { ...referral, value: { ...referral.value, fields } } }
}

const tomorrow = '2026-11-03'
const goes = (file: CaseFile, fields: readonly Travelling[]) => {
  const { offered, referral } = reaching(file, fields)
  return travelOf(offered, referral, tomorrow)
}

describe('what travels to a receiver', () => {
  test('is what the referral names and a consent of that day covers, and nothing else of the file', () => {
    fc.assert(
      fc.property(
        fc.array(consent, { maxLength: 5 }),
        fc.subarray([...travelling]),
        fc.boolean(),
        (consents, fields, isChild) => {
          const first = isChild ? talkedWithChild() : talked()
          const file = withConsents(full(first), consents)
          const out = goes(file, fields)
          const allowed = new Set(consents.filter(isGood).flatMap((one) => one.fields))
          const expected = fields.filter(
            (one) => allowed.has(one) && (!isChild || ofChildTravelling.includes(one)),
          )
          expect(Object.keys(out).toSorted()).toEqual(expected.toSorted())
          const text = JSON.stringify(out)
          const others = travelling.filter((one) => !expected.includes(one))
          const unsaid = [...others.flatMap((one) => marks[one]), ...never]
          expect(unsaid.filter((mark) => text.includes(mark))).toEqual([])
          for (const one of expected)
            expect(marks[one].filter((mark) => !text.includes(mark))).toEqual([])
        },
      ),
    )
  })

  const everything = {
    purpose: 'referral' as const,
    receiver: clinic as typeof clinic,
    fields: [...travelling],
  }
  const all = { ...everything, isWithdrawn: false, isOver: false }

  test('is nothing once the receiver has declined or has done it', () => {
    const { offered, referral } = reaching(withConsents(full(talked()), [all]), ['name'])
    expect(travelOf(offered, referral, tomorrow)).toEqual({ name: '#name' })
    for (const state of ['declined', 'done'] as const) {
      const ended = { ...referral, value: { ...referral.value, state } }
      expect(travelOf(offered, ended, tomorrow)).toEqual({})
    }
  })

  test('is nothing by a consent of somebody who has turned out to be unsafe', () => {
    const file = full(talked())
    const person = lastItem(file, 'people')
    const given = done(file, giveConsent, { ...everything, how: 'spoken', person })
    expect(goes(given, ['sex'])).toEqual({ sex: 'woman' })
    const turned = done(given, setSafety, { item: person, safety: 'unsafe', isAccused: false })
    expect(goes(turned, ['sex'])).toEqual({})
  })

  test('names no child, and has no line in which somebody could have written a name', () => {
    const out = goes(withConsents(full(talkedWithChild()), [all]), travelling)
    expect(JSON.stringify(out)).not.toContain('#')
    expect(Object.keys(out).toSorted()).toEqual(ofChildTravelling.toSorted())
  })
})
