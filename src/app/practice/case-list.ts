import { lessons, readyItems } from '#domain/cases/operations/leaving.ts'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { back, children, survivors } from '#src/app/practice/cases-back.ts'
import {
  type PracticeCase,
  did,
  journey,
  one,
  promise,
  talk,
  withWord,
} from '#src/app/practice/case-steps.ts'

/** What the way cost so far, in baht. */
const costsOf = (today: LocalDate) =>
  (
    [
      ['passport', 350_000, 'own-money', true],
      ['medical', 90_000, 'own-money', true],
      ['agency-fee', 1_200_000, 'loan', false],
      ['travel-inside', 40_000, 'family', false],
    ] as const
  ).map(([heading, sum, paidBy, hasReceipt]) =>
    did(10, 'AddCost', {
      heading,
      sum,
      currency: 'THB',
      on: daysAfter(today, -11),
      paidBy,
      hasReceipt,
    }),
  )

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
    ...costsOf(today),
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
  const rhythm = { everyDays: 14, how: 'call', toldFirst: worker, partOfDay: 'evening' }
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
        wage: 600_000,
        currency: 'THB',
        job: 'fishing',
        place: 'a boat',
        deductions: 200_000,
        hasContract: false,
        arePapersKept: true,
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
