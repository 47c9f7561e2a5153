import type { CaseFile } from '#domain/cases/file.ts'
import { addPersonAround } from '#domain/cases/operations/person.ts'
import { itemsOf } from '#domain/cases/operation.ts'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import {
  type PracticeCase,
  did,
  journey,
  offered,
  one,
  talk,
} from '#src/app/practice/case-steps.ts'

/** Coming home: one on the way, one who is back and is asked how it goes, and one whose case has ended. */
export const back = (today: LocalDate): readonly PracticeCase[] => [
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
    did(198, 'GiveConsent', {
      purpose: 'statistics',
      receiver: 'Office that counts (invented)',
      fields: ['sex', 'age-band', 'journey'],
      how: 'spoken',
    }),
    did(190, 'ProposeBuddy', {
      buddyKind: 'buddy',
      name: 'Neighbour who came back too (invented)',
    }),
    did(189, 'AgreeToBuddy', { side: 'person', how: 'spoken', on: daysAfter(today, -189) }),
    did(185, 'AgreeToBuddy', { side: 'other-side', how: 'spoken', on: daysAfter(today, -185) }),
    did(100, 'ProposeBuddy', { buddyKind: 'peer-group', name: 'Group of the river (invented)' }),
    did(99, 'AgreeToBuddy', { side: 'person', how: 'spoken', on: daysAfter(today, -99) }),
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
export const survivors = (today: LocalDate): readonly PracticeCase[] => [
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
    ...(
      [
        ['in', 180_000, 'Sold rice cakes', 12],
        ['out', 70_000, 'Rice and sugar', 11],
        ['in', 210_000, 'Sold rice cakes', 4],
      ] as const
    ).map(([way, sum, what, ago]) =>
      did(ago, 'AddBookLine', { way, sum, what, currency: 'KHR', on: daysAfter(today, -ago) }),
    ),
  ]),
]

/** Two children: one who was told of where every child is, and one who was not yet. */
export const children = (today: LocalDate): readonly PracticeCase[] => [
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
