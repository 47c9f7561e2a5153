import { expect, test } from 'vitest'
import type { GrantBody } from '#domain/grants/operations.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { ReliefBody } from '#domain/relief/operations.ts'
import type { Body, Entry } from '#domain/village.ts'
import { minuteRules } from '#src/app/meeting/minute-rules.ts'
import { minutesOf } from '#src/app/meeting/minutes.ts'
import { entries } from '#src/words/en/log.ts'

type Given = GrantBody['type'] | ReliefBody['type'] | 'ReliefRecorded'

const code = 'S-AAAA2222'
const hands = { present: 9, yes: 8, no: 1 }
/** Whatever could mark somebody, each by a sign that is found again. */
const marks = [
  'marked-member',
  'marked-window',
  'marked-loan',
  'ma4ced-hash',
  '417300',
  'reintegration',
]
const [memberId, windowId, loanId] = marks
const ballot = {
  by: 'meeting',
  hands,
  recused: [{ memberId, why: 'kin' }],
  confirmedBy: memberId,
}
const amount = 417_300
const touched = [{ loanId, from: '2025-03-01', to: '2025-05-31' }]
const ofEvent = { eventId: 'E1', touched, ballot }

/** One entry of each type that is about donors' money or relief: a new one does not compile without. */
const samples: Readonly<Record<Given, object>> = {
  DonationReceived: { windowId, amount: 900 },
  DonationReturned: { windowId, amount: 900, from: 'box' },
  GrantPaid: { windowId, grantNumber: 'G25-7', amount },
  WindowTermsSet: { windowId, lines: [{ kind: 'reintegration', amount }] },
  SupportAsked: { code, windowId, amount, parts: 3, broughtBy: 'team', fileHash: 'ma4ced-hash' },
  SupportStepTaken: { code, step: 'conditions-met' },
  SupportDecided: { code, outcome: 'approved', ballot, charterVersion: 1 },
  SupportAwardedAtOnce: { code, officers: [memberId, memberId] },
  SupportPartPaid: { code, windowId, amount, from: 'box' },
  ReliefRecorded: { eventId: 'E1', kind: 'flood', touched },
  EventDeclared: { eventId: 'E1', kind: 'wage-theft', memberIds: [memberId] },
  ReliefActivated: ofEvent,
  ReliefRenewed: ofEvent,
  ReliefDeclined: { eventId: 'E1', memberId, loanIds: [loanId], left: [] },
  ReliefRatified: { eventId: 'E1', isCarried: true, ballot, loanIds: [loanId] },
  ReliefLapsed: { eventId: 'E1', loanIds: [loanId], left: [] },
  ReliefUndone: { eventId: 'E1', approvedBy: memberId, loanIds: [loanId] },
  EmergencyLinesPromised: { seasonId: 'S1', lines: [{ memberId, amount }], ballot },
  EmergencyLineOpened: { seasonId: 'S1', eventId: 'E1', witnessId: memberId, measure: {} },
}

const member = { memberId, card: 'M45' }
const book = { loans: [], requests: [], members: [member] } as unknown as FundBook

const lineOf = (type: string, more: object) => {
  const body = { type, v: 1, flags: [], postings: [], ...more } as unknown as Body
  const entry = { seq: 1, id: 'e1', effectiveOn: '2025-03-20', body } as unknown as Entry
  return minutesOf(book, [entry])[0]
}

test('of every entry that the book can hold somebody has decided whether minutes tell of it', () => {
  const { other: _, ...named } = entries
  expect(Object.keys(minuteRules).toSorted()).toEqual(Object.keys(named).toSorted())
})

test.each(Object.entries(samples))('%s: told as it was decided, or not at all', (type, sample) => {
  const line = lineOf(type, sample)
  expect(line !== undefined).toBe(minuteRules[type as Given] === 'told')
  const text = JSON.stringify(line ?? {})
  for (const mark of [...marks, 'M45', 'wage-theft', 'team', 'kin'])
    expect(text).not.toContain(mark)
})

test('of support the meeting hears the vote on a code and what it came to, and nothing more', () => {
  expect(lineOf('SupportDecided', samples.SupportDecided)).toEqual({
    seq: 1,
    type: 'SupportDecided',
    number: code,
    isApproved: true,
    voted: { by: 'meeting', ...hands },
  })
  const told = Object.keys(samples).filter(
    (type) => /Support/.test(type) && lineOf(type, samples[type as Given]),
  )
  expect(told).toEqual(['SupportDecided'])
})

test('a vote afterwards, on what could not wait, reads like any other vote on support', () => {
  const said = (outcome: string) => lineOf('SupportDecided', { ...samples.SupportDecided, outcome })
  expect(said('ratified')).toEqual(said('approved'))
  expect(said('not-ratified')).toEqual(said('refused'))
  expect(said('refused')).not.toEqual(said('approved'))
})
