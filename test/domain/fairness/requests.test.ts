import { expect, test } from 'vitest'
import type { BurdenBand } from '#domain/loans/request-state.ts'
import {
  allOfUs,
  appraised,
  byOfficers,
  committeeAfter,
  decided,
  requested,
} from '#test/support/committee.ts'
import { type Told, admitted, answerTo, founded, villageAfter } from '#test/support/village.ts'

const village = villageAfter([founded(), admitted('m1')])

const asks = (more: Partial<Extract<Told, { type: 'RequestLoan' }>> = {}) =>
  answerTo(village, {
    type: 'RequestLoan',
    effectiveOn: '2025-01-20',
    loanId: 'l1',
    memberId: 'm1',
    product: 'normal',
    principal: 500_000,
    months: 10,
    purpose: 'farm',
    ...more,
  } as Told)

test.each([
  ['with a land title held', { security: 'land-title' }, 'security-not-taken'],
  ['with a fee that lifts it above the cap', { fee: 20_000 }, 'above-cap'],
  ['with money that must be left behind', { deposit: 100_000 }, 'above-cap'],
  ['above the cap by its own rate', { plan: { ratePercent: '1.6' } }, 'above-cap'],
  ['so long that it costs more than half of itself', { months: 72 }, 'charges-above-half'],
  ['to leave, and nobody says how', { purpose: 'papers-and-travel' }, 'channel-not-named'],
  [
    'for a broker’s fee',
    {
      migration: {
        channel: 'agency',
        isAdult: true,
        recruitmentFee: 100_000,
        agencyCheckedOn: '2025-01-10',
      },
    },
    'recruitment-fee-not-lent',
  ],
  [
    'for a child to leave',
    { migration: { channel: 'papers-only', isAdult: false } },
    'under-eighteen',
  ],
  [
    'to leave by an agency that nobody has looked up',
    { migration: { channel: 'agency', isAdult: true } },
    'agency-not-checked',
  ],
])('a loan %s cannot even be asked for', (_, more, code) => {
  expect(asks(more as Parameters<typeof asks>[0])).toEqual({ outcome: 'refused', code })
})

test('an ordinary loan is asked for, and so is one for papers with a group behind it', () => {
  expect(asks()).toMatchObject({ outcome: 'recorded' })
  expect(
    asks({
      purpose: 'papers-and-travel',
      security: 'group-guarantee',
      migration: { channel: 'agency', isAdult: true, agencyCheckedOn: '2025-01-10' },
    }),
  ).toMatchObject({ outcome: 'recorded' })
})

test.each([
  ['/fee', { fee: -1 }],
  ['/fee', { fee: 500_000 }],
  ['/deposit', { fee: 250_000, deposit: 250_000 }],
  ['/security', { security: 'a goat' }],
  ['/migration', { migration: { channel: 'by night', isAdult: true } }],
])('what comes with a loan and cannot hold is named by its place: %s', (at, more) => {
  expect(asks(more as Parameters<typeof asks>[0])).toMatchObject({ outcome: 'invalid', at })
})

const votedOn = (burden: BurdenBand | undefined, ballot: ReturnType<typeof byOfficers>) => {
  const { burden: _, ...found } = appraised() as Extract<Told, { type: 'AppraiseLoan' }>
  const told = { ...found, ...(burden ? { burden } : {}) } as Told
  return answerTo(committeeAfter([requested(), told]), decided({ ballot }))
}

test.each([
  ['up-to-33', 'recorded', 'recorded'],
  ['to-40', 'recorded', 'recorded'],
  ['to-50', 'the-meeting-must-vote', 'recorded'],
  ['unknown', 'the-meeting-must-vote', 'recorded'],
  [undefined, 'the-meeting-must-vote', 'recorded'],
  ['above-50', 'burden-above-half', 'burden-above-half'],
] as const)('a burden of %s: the officers %s, the meeting %s', (burden, officers, meeting) => {
  const said = (answer: ReturnType<typeof votedOn>) =>
    answer.outcome === 'refused' ? answer.code : answer.outcome
  expect(said(votedOn(burden, byOfficers(['o1', 'o3', 'o4', 'o5'])))).toBe(officers)
  expect(said(votedOn(burden, allOfUs))).toBe(meeting)
})
