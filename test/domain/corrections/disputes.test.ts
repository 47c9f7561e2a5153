import { expect, test } from 'vitest'
import { answerDueOn } from '#domain/corrections/disputes.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { disputeNumberOf, openDisputes } from '#domain/health/trust-findings.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  bodyOf,
  founded,
  fundBookOf,
  idOf,
  paid,
  paidOut,
  storyOf,
  villageAfter,
} from '#test/support/village.ts'

const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 10_000_000, reserve: 10_000_000 } }),
  admitted('m1'),
  admitted('m2'),
  admitted('m3'),
  { type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'm2', office: 'chair' },
  { type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'm3', office: 'counter' },
  paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
  { ...paid('2025-02-20', 57_500), id: idOf(500) } as StoryCommand,
]
const line = { kind: 'entry' as const, entryId: idOf(500) }
type Raised = Extract<StoryCommand, { type: 'RaiseDispute' }>
const raised = (more: Partial<Raised> = {}): StoryCommand => ({
  type: 'RaiseDispute',
  effectiveOn: '2025-02-22',
  id: idOf(600),
  about: line,
  reason: 'wrong-amount',
  ...more,
})
type Answering = Extract<StoryCommand, { type: 'AnswerDispute' }>
const answered = (more: Partial<Answering> = {}): StoryCommand => ({
  type: 'AnswerDispute',
  effectiveOn: '2025-03-20',
  disputeId: idOf(600),
  answer: 'stands',
  approvedBy: 'm2',
  ...more,
})
const opened = (effectiveOn: string): StoryCommand => ({
  type: 'OpenMeeting',
  effectiveOn,
  count: { amount: 9_557_500, isByNote: false },
})

const asked = [...begun, raised()]
const codesOn = (told: readonly StoryCommand[], day: string): string[] =>
  findingsOf(fundBookOf(storyOf(told)), day)
    .map(({ code }) => code)
    .filter((code) => code.startsWith('dispute'))

test('what a member says is not right is marked, by a code and without a word of text', () => {
  expect(bodyOf(answerTo(villageAfter(begun), raised()))).toEqual({
    type: 'DisputeRaised',
    v: 1,
    about: line,
    reason: 'wrong-amount',
    flags: [],
    postings: [],
  })
})

test('nothing says who asked: only whose line, savings or loan it is, which the book knows', () => {
  for (const about of [
    line,
    { kind: 'savings', memberId: 'm1' } as const,
    { kind: 'loan', loanId: 'l1' } as const,
  ]) {
    const text = JSON.stringify(bodyOf(answerTo(villageAfter(begun), raised({ about }))))
    expect(text).not.toMatch(/askedBy|raisedBy|actor/)
  }
})

test('an answer closes it, and it can be raised again as another', () => {
  const village = villageAfter([...asked, answered()])
  expect(village.disputes.get(idOf(600))).toMatchObject({
    raisedOn: '2025-02-22',
    answers: [{ on: '2025-03-20', answer: 'stands' }],
  })
  expect(answerTo(village, answered())).toEqual({ outcome: 'refused', code: 'dispute-closed' })
  const again = villageAfter([...asked, answered(), raised({ id: idOf(601) })])
  expect(again.disputes.size).toBe(2)
})

test('the NGO has it before it until there is a last word', () => {
  const handed = [...asked, answered({ answer: 'to-the-ngo' })]
  expect(codesOn(handed, '2025-03-25')).toEqual(['dispute-handed-to-the-ngo'])
  const village = villageAfter([
    ...handed,
    answered({ effectiveOn: '2025-04-20', answer: 'stands' }),
  ])
  expect(village.disputes.get(idOf(600))!.answers.map(({ answer }) => answer)).toEqual([
    'to-the-ngo',
    'stands',
  ])
})

test('corrected names the line that put it right: the reversal, or what was entered anew', () => {
  const reversal: StoryCommand = {
    type: 'ReverseEntry',
    id: idOf(700),
    effectiveOn: '2025-03-20',
    reverses: idOf(500),
    reason: 'wrong-amount',
    approvedBy: 'm2',
  }
  const village = villageAfter([...asked, reversal])
  const corrected = answered({ answer: 'corrected', correctedBy: idOf(700) })
  expect(bodyOf(answerTo(village, corrected))).toMatchObject({ correctedBy: idOf(700) })
  const anew = answered({ answer: 'corrected', correctedBy: idOf(500) })
  expect(answerTo(village, anew)).toMatchObject({ outcome: 'recorded' })
})

test.each<readonly [string, StoryCommand, string, string]>([
  [
    'an entry that is none',
    raised({ about: { kind: 'entry', entryId: idOf(1) } }),
    'entry-unknown',
    '/about/entryId',
  ],
  [
    'savings of nobody',
    raised({ about: { kind: 'savings', memberId: 'm9' } }),
    'member-unknown',
    '/about/memberId',
  ],
  [
    'a loan of nobody',
    raised({ about: { kind: 'loan', loanId: 'l9' } }),
    'loan-unknown',
    '/about/loanId',
  ],
  [
    'something else',
    raised({ about: { kind: 'weather' } as never }),
    'word-unknown',
    '/about/kind',
  ],
  ['a reason in words', raised({ reason: 'I paid!' as never }), 'reason-unknown', '/reason'],
])('a dispute about %s is named', (_, told, code, at) => {
  expect(answerTo(villageAfter(begun), told)).toEqual({ outcome: 'invalid', code, at })
})

test.each<readonly [string, Partial<Answering>, object]>([
  ['to nothing', { disputeId: idOf(1) }, { code: 'dispute-unknown', at: '/disputeId' }],
  ['in words', { answer: 'go away' as never }, { code: 'answer-unknown', at: '/answer' }],
  ['before it was asked', { effectiveOn: '2025-02-21' }, { code: 'before-the-dispute' }],
  ['corrected by nothing', { answer: 'corrected' }, { code: 'correction-unknown' }],
  [
    'corrected by a line that is none',
    { answer: 'corrected', correctedBy: idOf(999) },
    { code: 'correction-unknown', at: '/correctedBy' },
  ],
  ['that it stands, by a line', { correctedBy: idOf(500) }, { code: 'correction-without-need' }],
  [
    'that the NGO has it, by a line',
    { answer: 'to-the-ngo', correctedBy: idOf(500) },
    { code: 'correction-without-need', at: '/correctedBy' },
  ],
  ['by a stranger', { approvedBy: 'm9' }, { code: 'member-unknown', at: '/approvedBy' }],
  ['by a member without office', { approvedBy: 'm1' }, { code: 'approver-not-an-officer' }],
])('an answer %s is not taken', (_, more, expected) => {
  expect(answerTo(villageAfter(asked), answered(more))).toMatchObject(expected)
})

test.each([
  ['own line', line],
  ['own loan', { kind: 'loan', loanId: 'l1' } as const],
  ['own savings', { kind: 'savings', memberId: 'm1' } as const],
])('no officer answers about the %s', (_, about) => {
  const officer: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: '2025-01-01',
    memberId: 'm1',
    office: 'committee',
  }
  const village = villageAfter([...begun, officer, raised({ about })])
  expect(answerTo(village, answered({ approvedBy: 'm1' }))).toEqual({
    outcome: 'refused',
    code: 'approver-is-concerned',
  })
  expect(answerTo(village, answered({ approvedBy: 'm3' }))).toMatchObject({ outcome: 'recorded' })
})

test('an answer may be given on the day on which it was asked, and names no line but the one that helped', () => {
  const village = villageAfter(asked)
  const on = (effectiveOn: string) => answerTo(village, answered({ effectiveOn }))
  expect(on('2025-02-21')).toMatchObject({ code: 'before-the-dispute', at: '/effectiveOn' })
  expect(on('2025-02-22')).toMatchObject({ outcome: 'recorded' })
  expect(bodyOf(on('2025-02-22'))).not.toHaveProperty('correctedBy')
  const corrected = answered({ answer: 'corrected', correctedBy: idOf(500) })
  const { answers } = villageAfter([...asked, corrected]).disputes.get(idOf(600))!
  expect(answers).toMatchObject([{ answer: 'corrected', correctedBy: idOf(500) }])
})

test('after the NGO was asked there is one last word, and none after it', () => {
  const handed = [...asked, answered({ answer: 'to-the-ngo' })]
  const again = answered({ answer: 'to-the-ngo', effectiveOn: '2025-04-20' })
  expect(answerTo(villageAfter(handed), again)).toMatchObject({ outcome: 'recorded' })
  const last = answered({ effectiveOn: '2025-04-20' })
  expect(answerTo(villageAfter([...handed, last]), again)).toEqual({
    outcome: 'refused',
    code: 'dispute-closed',
  })
})

test('whoever answers is in office on that day', () => {
  const from = (effectiveOn: string): StoryCommand => ({
    type: 'AppointOfficer',
    effectiveOn,
    memberId: 'm2',
    office: 'chair',
  })
  const word = (appointedOn: string) =>
    answerTo(
      villageAfter([...asked.filter((one) => one.type !== 'AppointOfficer'), from(appointedOn)]),
      answered(),
    )
  expect(word('2025-03-20')).toMatchObject({ outcome: 'recorded' })
  expect(word('2025-03-21')).toMatchObject({ code: 'approver-not-an-officer' })
})

test('a loan that was only asked for can be disputed, and its asker answers nothing about it', () => {
  const request: StoryCommand = {
    type: 'RequestLoan',
    effectiveOn: '2025-02-20',
    loanId: 'l2',
    memberId: 'm2',
    product: 'normal',
    principal: 100_000,
    months: 4,
    purpose: 'farm',
  }
  const about = { kind: 'loan', loanId: 'l2' } as const
  const village = villageAfter([...begun, request, raised({ about })])
  expect(answerTo(village, answered({ approvedBy: 'm2' }))).toMatchObject({
    code: 'approver-is-concerned',
  })
  expect(answerTo(village, answered({ approvedBy: 'm3' }))).toMatchObject({ outcome: 'recorded' })
})

test('it must be answered by the next meeting: the one that was held, or the one of the charter', () => {
  const held = (...days: readonly string[]) => days.map((heldOn) => ({ heldOn }))
  const dispute = { raisedOn: '2025-02-22' }
  expect(answerDueOn(dispute, [], 20)).toBe('2025-03-20')
  expect(answerDueOn(dispute, held('2025-01-20', '2025-02-22', '2025-03-05'), 20)).toBe(
    '2025-03-05',
  )
  expect(answerDueOn(dispute, held('2025-04-20'), 20)).toBe('2025-03-20')
  expect(answerDueOn(dispute, held('2025-02-23'), 20)).toBe('2025-02-23')
  expect(answerDueOn(dispute, held('2025-02-22'), 20)).toBe('2025-03-20')
  expect(answerDueOn(dispute, held('2025-03-10', '2025-03-05'), 20)).toBe('2025-03-05')
  // Asked on a day of the charter's meetings, it has until the next one.
  expect(answerDueOn({ raisedOn: '2025-02-20' }, [], 20)).toBe('2025-03-20')
  expect(answerDueOn({ raisedOn: '2025-02-19' }, [], 20)).toBe('2025-02-20')
})

test('whoever gets no answer by the next meeting stands in the findings from the day after', () => {
  expect(codesOn(asked, '2025-03-20')).toEqual([])
  expect(codesOn(asked, '2025-03-21')).toEqual(['dispute-unanswered'])
  const early = [...asked, opened('2025-03-05')]
  expect(codesOn(early, '2025-03-06')).toEqual(['dispute-unanswered'])
  expect(codesOn([...early, answered()], '2025-03-10')).toEqual(['dispute-unanswered'])
  expect(codesOn([...early, answered()], '2025-03-20')).toEqual([])
  expect(openDisputes(fundBookOf(storyOf(asked)), '2025-02-21')).toEqual([])
})

test('a finding knows a dispute by a number that says nothing of whose it is', () => {
  const [finding] = findingsOf(fundBookOf(storyOf(asked)), '2025-04-01').filter(
    ({ code }) => code === 'dispute-unanswered',
  )
  expect(finding!.subject).toEqual({ kind: 'dispute', number: disputeNumberOf(idOf(600)) })
  expect(JSON.stringify(finding)).not.toMatch(/m1|M1|l1|L1/)
})
