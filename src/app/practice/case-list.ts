import type { CaseFile } from '#domain/cases/file.ts'
import type { CaseCommand } from '#domain/cases/operations/all.ts'
import type { intake } from '#domain/cases/operations/life.ts'
import { lessons, readyItems } from '#domain/cases/operations/leaving.ts'
import { addPersonAround } from '#domain/cases/operations/person.ts'
import { itemsOf } from '#domain/cases/operation.ts'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { Said } from '#domain/kernel/shape.ts'

/** Something that was done with an invented case, so many days ago. */
export type CaseStep = {
  readonly ago: number
  readonly command: CaseCommand
  readonly says: (file: CaseFile) => object
  /** Which of its list it is about; the last where nothing is said. */
  readonly item?: number | undefined
}

export type PracticeCase = {
  readonly ago: number
  readonly whose: 'worker' | 'supervisor'
  readonly first: Said<typeof intake>
  readonly steps: readonly CaseStep[]
}

type First = Said<typeof intake>

const did = (
  ago: number,
  command: CaseCommand,
  says: object | ((file: CaseFile) => object) = {},
  item?: number,
): CaseStep => ({
  ago,
  command,
  says: typeof says === 'function' ? (says as (file: CaseFile) => object) : () => says,
  item,
})

const talk = (said: Pick<First, 'kind' | 'stage'> & Partial<First>): First => ({
  isInDanger: false,
  ageBand: '25-34',
  sex: 'woman',
  language: 'khmer',
  way: 'visit',
  when: 'After the market, at the school',
  fromElsewhere: false,
  isAgreed: true,
  ...said,
})

const one = (
  ago: number,
  first: First,
  steps: readonly CaseStep[],
  whose: PracticeCase['whose'] = 'worker',
): PracticeCase => ({ ago, first, steps, whose })

const promise = {
  wage: 1_000_000,
  currency: 'THB',
  job: 'factory',
  place: 'Rayong',
  deductions: 50_000,
  contract: 'own-language',
} as const
const journey = { country: 'TH', work: 'factory', channel: 'agency', currency: 'USD' } as const
const withWord = { way: 'call', when: 'Sunday evening', safeWord: 'lotus' } as const

const yes = (receiver: string, fields: readonly string[], ago: number): CaseStep =>
  did(ago, 'GiveConsent', { purpose: 'referral', receiver, fields, how: 'spoken' })

const offered = (
  ago: number,
  { kind, receiver }: { readonly kind: string; readonly receiver: string },
): readonly CaseStep[] => [
  yes(receiver, ['code-name', 'language', 'needs', 'safe-contact'], ago),
  did(ago, 'OfferReferral', { kind, receiver, fields: ['code-name', 'language', 'needs'] }),
]

/** Before leaving: one who thinks, one who prepares, one who is ready. */
const leaving = (today: LocalDate): readonly PracticeCase[] => [
  one(4, talk({ kind: 'advice', stage: 'thinking', sex: 'man', ageBand: '18-24' }), [
    did(4, 'SetJourney', { ...journey, work: 'fishing', channel: 'papers-only', fee: 30_000 }),
    did(4, 'AddTask', {
      what: 'Ask whether the agency is licensed',
      dueOn: daysAfter(today, 2),
      whose: 'worker',
    }),
    did(3, 'AddNote', { note: 'Owes a moneylender. Wants to compare with a loan of the fund.' }),
  ]),
  one(16, talk({ kind: 'advice', stage: 'preparing' }), [
    did(16, 'SetJourney', { ...journey, leavesOn: daysAfter(today, 30) }),
    did(12, 'SetPromise', promise),
    did(9, 'TickReady', { there: ['papers', 'contacts'] }),
    did(9, 'TickLessons', { done: lessons.slice(0, 3) }),
    did(2, 'AddTask', {
      what: 'Read the contract together',
      dueOn: daysAfter(today, 1),
      whose: 'both',
    }),
  ]),
  one(40, talk({ kind: 'advice', stage: 'preparing', sex: 'man' }), [
    did(38, 'SetJourney', {
      ...journey,
      country: 'KR',
      work: 'farm',
      channel: 'state-programme',
      leavesOn: daysAfter(today, 5),
    }),
    did(30, 'TickLessons', { done: lessons }),
    did(8, 'TickReady', { there: readyItems }),
    did(3, 'SetStage', { stage: 'leaving', since: daysAfter(today, -3) }),
    did(2, 'SetContact', withWord),
    did(2, 'GiveConsent', { purpose: 'support', receiver: 'team', fields: [], how: 'thumb' }),
    did(2, 'AskForSupport', { kind: 'passport', sum: 'USD-10000' }),
    did(1, 'AddTask', {
      what: 'Print the card with the numbers',
      dueOn: daysAfter(today, 1),
      whose: 'worker',
    }),
  ]),
]

/** Abroad: one who answers, and one of whom nothing was heard. */
const abroad = (today: LocalDate, worker: string): readonly PracticeCase[] => {
  const rhythm = { everyDays: 14, how: 'call', toldFirst: worker }
  return [
    one(90, talk({ kind: 'advice', stage: 'leaving' }), [
      did(90, 'SetContact', withWord),
      did(90, 'SetJourney', { ...journey, country: 'MY', work: 'house-work' }),
      did(85, 'SetStage', { stage: 'abroad', since: daysAfter(today, -85) }),
      did(80, 'SetRhythm', { ...rhythm, from: daysAfter(today, -80) }),
      did(80, 'SetLeftBehind', {
        supporter: worker,
        school: 'all-go',
        moneyEveryDays: 31,
        lastMoneyOn: daysAfter(today, -80),
      }),
      did(66, 'RecordCheckIn', { on: daysAfter(today, -66), answer: 'with-word' }),
      did(5, 'RecordCheckIn', { on: daysAfter(today, -5), answer: 'with-word' }),
    ]),
    one(60, talk({ kind: 'advice', stage: 'abroad', sex: 'man', ageBand: '18-24' }), [
      did(60, 'SetContact', withWord),
      did(60, 'SetJourney', { ...journey, work: 'fishing', channel: 'papers-only' }),
      did(55, 'SetPromise', promise),
      did(50, 'SetRhythm', { ...rhythm, everyDays: 7, from: daysAfter(today, -50) }),
      did(20, 'RecordCheckIn', { on: daysAfter(today, -20), answer: 'with-word' }),
      did(20, 'SetFound', {
        ...{ wage: 600_000, currency: 'THB', job: 'fishing', place: 'a boat', deductions: 200_000 },
        ...{ hasContract: false, arePapersKept: true },
      }),
      did(19, 'AddPersonAround', {
        name: 'Elder sister (invented)',
        relation: 'sibling',
        safety: 'safe',
        isAccused: false,
      }),
      did(6, 'RecordCheckIn', { on: daysAfter(today, -6), answer: 'no-answer' }),
    ]),
  ]
}

/** Coming home: one on the way, one who is back and is asked how it goes, and one whose case has ended. */
const back = (today: LocalDate): readonly PracticeCase[] => [
  one(7, talk({ kind: 'return', stage: 'returning' }), [
    did(7, 'SetJourney', { ...journey, work: 'building' }),
    did(6, 'SetNeeds', { needs: ['income', 'papers'], urgency: 'this-week' }),
    did(5, 'AddPersonAround', {
      name: 'Husband (invented)',
      relation: 'partner',
      safety: 'not-known',
      isAccused: false,
      lives: 'at-home',
    }),
    did(4, 'SetFamilyAssessment', {
      asked: 'person',
      isAskedInPrivate: true,
      wish: 'not-sure',
      outcome: 'not-now',
    }),
    did(4, 'AddTask', {
      what: 'Ask alone how things are at home',
      dueOn: daysAfter(today, -1),
      whose: 'worker',
    }),
  ]),
  one(200, talk({ kind: 'return', stage: 'returning', sex: 'man', ageBand: '35-44' }), [
    did(199, 'SetStage', { stage: 'back', since: daysAfter(today, -199) }),
    did(198, 'SetLivingLine', { perMonth: 600_000, currency: 'KHR' }),
    did(168, 'RecordFollowUp', {
      which: 'month-1',
      on: daysAfter(today, -168),
      earned: 350_000,
      currency: 'KHR',
    }),
    did(107, 'RecordFollowUp', {
      which: 'month-3',
      on: daysAfter(today, -107),
      earned: 640_000,
      currency: 'KHR',
    }),
  ]),
  one(300, talk({ kind: 'return', stage: 'back' }), [
    did(290, 'SetLivingLine', { perMonth: 500_000, currency: 'KHR' }),
    did(30, 'AddNote', { note: 'Sells vegetables now. The plan is reached.' }),
    did(20, 'CloseCase', { why: 'goals-reached' }),
  ]),
]

/** Two survivors: one whose referrals stand in each of the five states, and one with a trade of the own. */
const survivors = (today: LocalDate): readonly PracticeCase[] => [
  one(45, talk({ kind: 'survivor', stage: 'back', fromElsewhere: true, notTo: 'The broker' }), [
    did(44, 'MarkSignals', {
      signals: ['documents-kept', 'wages-withheld', 'excessive-overtime'],
      seenOn: daysAfter(today, -44),
    }),
    did(44, 'SetReturnInterview', {
      isAskedAlone: true,
      abuses: ['papers-kept', 'wages-withheld'],
    }),
    did(44, 'SetNeeds', { needs: ['legal', 'health', 'shelter', 'income'], urgency: 'today' }),
    ...offered(44, { kind: 'shelter', receiver: 'Desk for a safe night (invented)' }),
    did(43, 'SetReferralState', { state: 'accepted' }),
    did(20, 'SetReferralState', { state: 'done' }),
    did(19, 'GiveFeedback', { feedback: 'helped' }),
    ...offered(40, { kind: 'legal-aid', receiver: 'Lawyers of the river (invented)' }),
    did(38, 'SetReferralState', { state: 'accepted' }),
    ...offered(35, { kind: 'job-training', receiver: 'School for tailors (invented)' }),
    did(30, 'SetReferralState', { state: 'declined' }),
    ...offered(33, { kind: 'health', receiver: 'Health centre (invented)' }),
    did(12, 'SetReferralState', { state: 'no-answer' }),
    ...offered(8, { kind: 'counselling', receiver: 'Listening room (invented)' }),
  ]),
  one(130, talk({ kind: 'survivor', stage: 'back', ageBand: '35-44' }), [
    did(10, 'SetStage', { stage: 'back', since: daysAfter(today, -10) }),
    did(60, 'SetMentor', { mentor: 'Aunt of the market (invented)' }),
    ...[
      ['in', 180_000, 'Sold rice cakes', 12],
      ['out', 70_000, 'Rice and sugar', 11],
      ['in', 210_000, 'Sold rice cakes', 4],
    ].map(([way, sum, what, ago]) =>
      did(Number(ago), 'AddBookLine', {
        ...{ way, sum, what, currency: 'KHR', on: daysAfter(today, -Number(ago)) },
      }),
    ),
  ]),
]

/** Two children: one who was told of where every child is, and one who was not yet. */
const children = (today: LocalDate): readonly PracticeCase[] => [
  one(
    21,
    talk({
      kind: 'child-risk',
      stage: 'back',
      ageBand: 'under-18',
      sex: 'other',
      bestInterest: 'Two of the team: home is not safe yet',
    }),
    [
      did(20, 'OfferReferral', {
        kind: 'social-affairs',
        receiver: 'Social affairs office (invented)',
        fields: [],
      }),
      did(19, 'SetReferralState', { state: 'accepted' }),
      did(19, 'FinishTask', { end: 'done' }),
      did(18, 'AddPersonAround', {
        name: 'Grandmother (invented)',
        relation: 'other-kin',
        safety: 'safe',
        isAccused: false,
        lives: 'elsewhere',
      }),
      did(18, 'SetGuardian', (file: CaseFile) => ({
        who: 'guardian',
        person: itemsOf(file, addPersonAround).at(-1)!.item,
        note: 'The grandmother, asked alone',
        on: daysAfter(today, -18),
        isAgreedByTwo: true,
      })),
      did(2, 'AddTask', {
        what: 'Visit the grandmother at school time',
        dueOn: daysAfter(today, 3),
        whose: 'worker',
      }),
    ],
    'supervisor',
  ),
  one(
    2,
    talk({
      kind: 'child-risk',
      stage: 'thinking',
      ageBand: 'under-18',
      sex: 'man',
      isInDanger: true,
      bestInterest: 'A broker has offered work on a boat',
    }),
    [],
  ),
]

/** Twelve invented cases, of each kind and at each stage; their days go by the day of the look. */
export const practiceCaseList = ({
  today,
  worker,
}: {
  readonly today: LocalDate
  readonly worker: string
}): readonly PracticeCase[] => [
  ...leaving(today),
  ...abroad(today, worker),
  ...back(today),
  ...survivors(today),
  ...children(today),
]
