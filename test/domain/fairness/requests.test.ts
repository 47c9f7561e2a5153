import { expect, test } from 'vitest'
import type { BurdenBand } from '#domain/loans/request/request-state.ts'
import {
  allOfUs,
  appraised,
  byOfficers,
  committeeAfter,
  decided,
  requested,
} from '#test/support/committee.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  founded,
  paidOut,
  villageAfter,
} from '#test/support/village.ts'

const village = villageAfter([founded(), admitted('m1')])

const asks = (more: Partial<Extract<StoryCommand, { type: 'RequestLoan' }>> = {}) =>
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
  } as StoryCommand)

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
  ['/migration/channel', { migration: { channel: 'by night', isAdult: true } }],
])('what comes with a loan and cannot hold is named by its place: %s', (at, more) => {
  expect(asks(more as Parameters<typeof asks>[0])).toMatchObject({ outcome: 'invalid', at })
})

const votedOn = (burden: BurdenBand | undefined, ballot: ReturnType<typeof byOfficers>) => {
  const { burden: _, ...found } = appraised() as Extract<StoryCommand, { type: 'AppraiseLoan' }>
  const told = { ...found, ...(burden ? { burden } : {}) } as StoryCommand
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

const buyOut = {
  purpose: 'buy-out',
  buyOut: { lenderKinds: ['moneylender', 'mfi'], burdenBefore: 'above-50', lightens: true },
} as const

const boughtOut = (more: object, ballot = byOfficers(['o1', 'o3', 'o4', 'o5'])) => {
  const found = { ...appraised(), ...more } as StoryCommand
  return answerTo(committeeAfter([requested(buyOut), found]), decided({ ballot }))
}

test('a buy-out that makes the burden lighter is voted on however heavy the burden still is', () => {
  const heavy = { burden: 'above-50' }
  expect(boughtOut(heavy)).toMatchObject({ code: 'burden-above-half' })
  expect(boughtOut({ ...heavy, lightens: true })).toMatchObject({ outcome: 'recorded' })
  expect(boughtOut({ burden: 'to-50', lightens: true })).toMatchObject({ outcome: 'recorded' })
})

test('of a buy-out whose burden nobody knows the meeting decides, lighter or not', () => {
  const unknown = { burden: 'unknown', lightens: true }
  expect(boughtOut(unknown)).toMatchObject({ code: 'the-meeting-must-vote' })
  expect(boughtOut(unknown, allOfUs)).toMatchObject({ outcome: 'recorded' })
})

test('only of a buy-out can be said that the burden is lighter after it', () => {
  const told = { ...appraised(), lightens: true } as StoryCommand
  const invalid = { outcome: 'invalid', at: '/lightens' }
  expect(answerTo(committeeAfter([requested()]), told)).toMatchObject(invalid)
  const untrue = { ...told, lightens: false } as unknown as StoryCommand
  expect(answerTo(committeeAfter([requested(buyOut)]), untrue)).toMatchObject(invalid)
})

test.each([
  ['of a loan that buys no debt out', '', { purpose: 'farm', buyOut: { lenderKinds: ['mfi'] } }],
  ['without a lender', '/lenderKinds', { purpose: 'buy-out', buyOut: { lenderKinds: [] } }],
  [
    'of a lender by name',
    '/lenderKinds/0',
    { purpose: 'buy-out', buyOut: { lenderKinds: ['Mr Sok'] } },
  ],
  ['twice of one kind', '', { purpose: 'buy-out', buyOut: { lenderKinds: ['mfi', 'mfi'] } }],
  [
    'with a burden that is no band',
    '/burdenAfter',
    { purpose: 'buy-out', buyOut: { lenderKinds: ['mfi'], burdenAfter: '38 %' } },
  ],
])('the lender of a debt %s cannot be told', (_, at, more) => {
  expect(asks(more as Parameters<typeof asks>[0])).toMatchObject({ at: `/buyOut${at}` })
})

const paidFor = (lenderKinds?: readonly string[]) => {
  const village = committeeAfter([
    requested(buyOut),
    { ...appraised(), lightens: true } as StoryCommand,
    decided({ ballot: allOfUs }),
  ])
  const money = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
  return answerTo(village, { ...money, ...(lenderKinds && { lenderKinds }) } as StoryCommand)
}

test('of a buy-out the fund pays the lender: money that went another way differs from the decision', () => {
  const flags = (...kinds: string[]) => {
    const answer = paidFor(kinds.length === 0 ? undefined : kinds)
    return answer.outcome === 'recorded' && (answer.body.flags as readonly string[])
  }
  expect(flags('moneylender', 'mfi')).not.toContain('differs-from-decision')
  expect(flags('mfi')).not.toContain('differs-from-decision')
  expect(flags()).toContain('differs-from-decision')
  expect(flags('bank')).toContain('differs-from-decision')
})

test('the book keeps the kind of lender that was paid, and takes no name', () => {
  expect(paidFor(['mfi'])).toMatchObject({ body: { lenderKinds: ['mfi'] } })
  expect(paidFor(['Mr Sok'])).toMatchObject({ outcome: 'invalid', at: '/lenderKinds/0' })
})
