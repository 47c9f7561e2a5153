import { expect, test } from 'vitest'
import type { SupportState } from '#domain/grants/support.ts'
import { byMeeting, byOfficers } from '#test/support/committee.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  flagsOf,
  founded,
  openedOn,
  villageAfter,
} from '#test/support/village.ts'

const on = '2025-03-20'
const windowId = 'migration'
const code = 'S-AAAA2222'
const officers = ['m1', 'm2', 'm3', 'm4', 'm5']
const begun: readonly StoryCommand[] = [
  founded({
    opening: { cash: 5_000_000, reserve: 3_000_000, windows: [{ windowId, amount: 2_000_000 }] },
  }),
  ...officers.map((memberId) => admitted(memberId)),
  ...officers.map((memberId, i): StoryCommand => ({
    type: 'AppointOfficer',
    effectiveOn: openedOn,
    memberId,
    office: (['chair', 'record-keeper', 'box-keeper', 'counter', 'committee'] as const)[i]!,
  })),
  admitted('m6'),
]
const asked = (more: object = {}): StoryCommand => ({
  type: 'AskForSupport',
  effectiveOn: on,
  code,
  windowId,
  amount: 400_000,
  parts: 2,
  broughtBy: 'fund',
  fileHash: 'a'.repeat(64),
  ...more,
})
type Step = 'checked' | 'turned-down' | 'conditions-met' | 'closed'
const step = (what: Step, of = code): StoryCommand => ({
  type: 'TakeSupportStep',
  effectiveOn: on,
  code: of,
  step: what,
})
const votes = (yes: number) =>
  byOfficers(officers.slice(0, yes), officers.slice(yes, 5), { confirmedBy: 'm1' })
const meets = (yes: number) => byMeeting({ present: 6, yes, no: 6 - yes }, { confirmedBy: 'm1' })
const voted = (ballot = votes(5), of = code): StoryCommand => ({
  type: 'DecideSupport',
  effectiveOn: on,
  code: of,
  ballot,
})
const atOnce = (more: object = {}): StoryCommand =>
  ({ type: 'AwardAtOnce', effectiveOn: on, code, officers: ['m1', 'm2'], ...more }) as StoryCommand
const part = (amount: number, more: object = {}): StoryCommand => ({
  type: 'RecordSupportPart',
  effectiveOn: on,
  code,
  amount,
  ...more,
})
const after = (...told: readonly StoryCommand[]) => villageAfter([...begun, ...told])

/** `recorded`, the code of a refusal, or the code and place of what cannot hold. */
const said = (told: StoryCommand, ...before: readonly StoryCommand[]): string => {
  const answer = answerTo(after(...before), told)
  if (answer.outcome === 'recorded') return 'recorded'
  return answer.outcome === 'invalid' ? `${answer.code} ${answer.at}` : answer.code
}

const lives: Readonly<Record<SupportState, readonly StoryCommand[]>> = {
  asked: [asked()],
  checked: [asked(), step('checked')],
  'turned-down': [asked(), step('turned-down')],
  approved: [asked(), step('checked'), voted()],
  refused: [asked(), step('checked'), voted(votes(1))],
  'awarded-at-once': [asked(), atOnce()],
  'not-ratified': [asked(), atOnce(), voted(meets(1))],
  closed: [asked(), step('closed')],
}
const [yes, seen, none, open] = ['recorded', 'already-checked', 'not-awarded', 'already-decided']

test.each<[SupportState, readonly (string | undefined)[]]>([
  ['asked', [yes, yes, none, yes, 'not-checked', yes]],
  ['checked', [seen, seen, none, yes, yes, yes]],
  ['turned-down', [seen, seen, none, yes, open, open]],
  ['approved', [seen, seen, yes, yes, open, open]],
  ['refused', [seen, seen, none, yes, open, open]],
  ['awarded-at-once', [seen, seen, yes, yes, 'the-meeting-must-vote', open]],
  ['not-ratified', [seen, seen, none, yes, open, open]],
  ['closed', [seen, seen, none, 'already-closed', open, open]],
])('what can be said of a grant that is %s', (state, words) => {
  const life = lives[state]
  expect(after(...life).supports.get(code)!.state).toBe(state)
  const steps = (['checked', 'turned-down', 'conditions-met', 'closed'] as const).map((one) =>
    step(one),
  )
  expect([...steps, voted(), atOnce()].map((told) => said(told, ...life))).toEqual(words)
})

test('of a grant that nobody has asked for nothing is said', () => {
  expect([step('checked'), voted(), atOnce()].map((told) => said(told))).toEqual([
    'support-unknown',
    'support-unknown',
    'support-unknown',
  ])
  expect(said(part(1))).toBe('support-unknown /code')
  expect(said({ ...step('checked'), step: 'loved' } as unknown as StoryCommand, asked())).toBe(
    'word-unknown /step',
  )
})

test('what two officers give at once is theirs to the last riel of the limit, by two who act', () => {
  expect(said(atOnce(), asked({ amount: 500_000 }))).toBe('recorded')
  expect(said(atOnce(), asked({ amount: 500_001 }))).toBe('above-at-once')
  expect(said(atOnce({ officers: ['m1', 'm1'] }), asked())).toBe('officer-twice /officers')
  expect(said(atOnce({ officers: ['m9', 'm1'] }), asked())).toBe('member-unknown /officers')
  expect(said(atOnce({ officers: ['m1', 'm9'] }), asked())).toBe('member-unknown /officers')
  expect(said(atOnce({ officers: ['m6', 'm1'] }), asked())).toBe('approver-not-an-officer')
  const away: StoryCommand = {
    type: 'RecordMemberChange',
    effectiveOn: on,
    memberId: 'm2',
    change: 'away',
  }
  expect(said(atOnce(), asked(), away)).toBe('approver-not-an-officer')
  expect(said(atOnce({ officers: ['m3', 'm1'] }), asked(), away)).toBe('recorded')
})

test('the word of the meeting on help at once is by most hands, and a tie is no', () => {
  const after3 = (ballot: ReturnType<typeof meets>) =>
    after(asked(), atOnce(), voted(ballot)).supports.get(code)!.state
  expect(after3(meets(4))).toBe('approved')
  expect(after3(meets(3))).toBe('not-ratified')
  // Of money that was given already a window need not hold anything any more.
  const spent: StoryCommand = {
    type: 'RecordGrantPayout',
    effectiveOn: on,
    windowId,
    grantNumber: 'G',
    amount: 2_000_000,
  }
  expect(said(voted(meets(4)), asked(), atOnce(), spent)).toBe('recorded')
  expect(said(voted(), asked(), step('checked'), spent)).toBe('window-too-small')
  // A no promises nothing, so that it needs nothing either.
  expect(said(voted(votes(1)), asked(), step('checked'), spent)).toBe('recorded')
})

test('a window promises its last riel and no more, what was paid and what was ended taken off', () => {
  const other = 'S-BBBB2222'
  const first = (amount: number): readonly StoryCommand[] => [
    asked({ code: other, amount }),
    step('checked', other),
    voted(meets(6), other),
  ]
  const next = [asked(), step('checked')]
  expect(said(voted(), ...first(1_600_000), ...next)).toBe('recorded')
  expect(said(voted(), ...first(1_600_001), ...next)).toBe('window-too-small')
  expect(said(atOnce(), ...first(1_600_000), asked())).toBe('recorded')
  expect(said(atOnce(), ...first(1_600_001), asked())).toBe('window-too-small')
  // What is paid lies no longer in the window and is promised no longer.
  const paid = part(600_001, { code: other })
  expect(said(voted(), ...first(1_600_001), paid, ...next)).toBe('window-too-small')
  expect(said(voted(), ...first(1_600_000), part(600_000, { code: other }), ...next)).toBe(
    'recorded',
  )
  // More than was awarded takes from what is there, and not from other promises.
  expect(said(voted(), ...first(1_600_000), part(1_600_001, { code: other }), ...next)).toBe(
    'window-too-small',
  )
  expect(said(voted(), ...first(1_600_001), step('closed', other), ...next)).toBe('recorded')
})

const approved = (parts: number, more: object = {}) => [
  asked({ parts, ...more }),
  step('checked'),
  voted(),
]
const flags = (told: StoryCommand, ...before: readonly StoryCommand[]) =>
  flagsOf(answerTo(after(...before), told))

test('the last part is the one that reaches the sum: before it nothing must be shown', () => {
  expect(flags(part(399_999), ...approved(2))).toEqual([])
  expect(flags(part(400_000), ...approved(2))).toEqual(['conditions-open'])
  expect(flags(part(1), ...approved(2), part(399_999))).toEqual(['conditions-open'])
  expect(flags(part(1), ...approved(2), part(399_999), step('conditions-met'))).toEqual([])
  expect(flags(part(400_000), ...approved(1))).toEqual([])
  expect(flags(part(400_001), ...approved(1))).toEqual(['above-award'])
  expect(flags(part(1), ...approved(1), part(400_000))).toEqual(['above-award'])
  // Of what nobody has awarded nothing was to be shown.
  expect(flags(part(400_000), asked())).toEqual(['paid-without-decision'])
})

test('a part is paid of the last riel of its window, and one more is told', () => {
  const spent = (amount: number): StoryCommand => ({
    type: 'RecordGrantPayout',
    effectiveOn: on,
    windowId,
    grantNumber: 'G',
    amount,
  })
  expect(flags(part(100), ...approved(2), spent(1_999_900))).toEqual([])
  expect(flags(part(100), ...approved(2), spent(1_999_901))).toEqual(['window-overspent'])
  expect(said(part(0), ...approved(2))).toBe('amount-not-whole /amount')
  expect(said(part(1, { from: 'mattress' }), ...approved(2))).toBe('place-unknown /from')
})

test('what the team brought is not handed out on the day of a meeting that was opened', () => {
  const met: StoryCommand = {
    type: 'OpenMeeting',
    effectiveOn: on,
    count: { amount: 5_000_000, isByNote: false },
  }
  const sheet: StoryCommand = {
    type: 'RecordAttendance',
    effectiveOn: on,
    present: ['m1'],
    absent: [],
  }
  const team = { broughtBy: 'team' }
  const told = [met, ...approved(1, team)]
  expect(flags(part(400_000), ...told)).toEqual(['paid-at-a-meeting'])
  expect(flags(part(400_000, { effectiveOn: '2025-03-21' }), ...told)).toEqual([])
  expect(flags(part(400_000), sheet, ...approved(1, team))).toEqual([])
  expect(flags(part(400_000), met, ...approved(1))).toEqual([])
})
