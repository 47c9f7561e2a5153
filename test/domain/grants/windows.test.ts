import { expect, test } from 'vitest'
import { windowStatement } from '#domain/grants/report.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  bodyOf,
  flagsOf,
  founded,
  villageAfter,
} from '#test/support/village.ts'

const windowId = 'migration'
const on = '2025-03-20'
const begun: readonly StoryCommand[] = [
  founded({
    opening: { cash: 5_000_000, reserve: 3_000_000, windows: [{ windowId, amount: 2_000_000 }] },
  }),
  admitted('m1'),
]

type Terms = Extract<StoryCommand, { type: 'SetWindowTerms' }>
const terms = (more: Partial<Terms> = {}): Terms => ({
  type: 'SetWindowTerms',
  effectiveOn: on,
  windowId,
  from: '2025-04-01',
  until: '2025-06-30',
  lines: [
    { kind: 'papers', amount: 100_000 },
    { kind: 'school', amount: 100_000 },
  ],
  unspent: 'given-back',
  ...more,
})
const asked = (effectiveOn: string, more: object = {}): StoryCommand => ({
  type: 'AskForSupport',
  effectiveOn,
  code: 'S-AAAA2222',
  windowId,
  amount: 400_000,
  parts: 2,
  broughtBy: 'fund',
  fileHash: 'a'.repeat(64),
  ...more,
})

/** `recorded`, the code of a refusal, or the code and place of what cannot hold. */
const said = (told: StoryCommand, ...before: readonly StoryCommand[]): string => {
  const answer = answerTo(villageAfter([...begun, ...before]), told)
  if (answer.outcome === 'recorded') return 'recorded'
  return answer.outcome === 'invalid' ? `${answer.code} ${answer.at}` : answer.code
}

test('a window is asked of from its first day through its last', () => {
  const word = (day: string) => said(asked(day), terms())
  expect(['2025-03-31', '2025-04-01', '2025-06-30', '2025-07-01'].map(word)).toEqual([
    'window-not-open',
    'recorded',
    'recorded',
    'window-not-open',
  ])
  // Of a window whose donor has said nothing there is no such day.
  expect(said(asked('2025-07-01'))).toBe('recorded')
})

test.each<[string, Partial<Terms>, string]>([
  ['of a single day', { until: '2025-04-01' }, 'recorded'],
  ['that end before they begin', { until: '2025-03-31' }, 'ends-before-it-begins /until'],
  ['from no day', { from: '2025-02-29' }, 'date-impossible /from'],
  ['until no day', { until: '2025-06-31' }, 'date-impossible /until'],
  ['of a window without a name', { windowId: 'A Name' }, 'window-not-a-code /windowId'],
  ['for the donor to keep', { unspent: 'kept' as 'given-back' }, 'rule-unknown /unspent'],
  ['that keep the money', { unspent: 'kept-for-the-same' }, 'recorded'],
  ['without a line', { lines: [] }, 'fewer-than-two-lines /lines'],
  ['of one line', { lines: [{ kind: 'papers', amount: 1 }] }, 'fewer-than-two-lines /lines'],
  [
    'for one kind twice',
    {
      lines: [
        { kind: 'papers', amount: 1 },
        { kind: 'papers', amount: 2 },
      ],
    },
    'kind-twice /lines',
  ],
  [
    'for a kind that nobody knows',
    {
      lines: [
        { kind: 'papers', amount: 1 },
        { kind: 'survivor' as 'school', amount: 2 },
      ],
    },
    'kind-unknown /lines/1/kind',
  ],
  [
    'of no money for the second',
    {
      lines: [
        { kind: 'papers', amount: 1 },
        { kind: 'school', amount: 0 },
      ],
    },
    'amount-not-whole /lines/1/amount',
  ],
])('terms %s', (_, more, word) => {
  expect(said(terms(more))).toBe(word)
})

test('the terms that were set last are those that hold, and a gift or a grant leaves them as they are', () => {
  const gift: StoryCommand = { type: 'RecordDonation', effectiveOn: on, windowId, amount: 5_000 }
  const grant: StoryCommand = {
    type: 'RecordGrantPayout',
    effectiveOn: on,
    windowId,
    grantNumber: 'G1',
    amount: 1_000,
  }
  const until = (...told: readonly StoryCommand[]) =>
    villageAfter([...begun, ...told]).windows.get(windowId)!.terms?.until
  expect(until(gift)).toBe(undefined)
  expect(until(terms(), gift, grant)).toBe('2025-06-30')
  expect(until(terms(), terms({ until: '2025-07-31' }))).toBe('2025-07-31')
})

test.each<[string, object, string]>([
  ['in no part', { parts: 0 }, 'parts-not-few /parts'],
  ['in one part', { parts: 1 }, 'recorded'],
  ['in three parts', { parts: 3 }, 'recorded'],
  ['in four parts', { parts: 4 }, 'parts-not-few /parts'],
  ['in a part and a half', { parts: 1.5 }, 'parts-not-few /parts'],
  ['of no money', { amount: 0 }, 'amount-not-whole /amount'],
  ['of one riel', { amount: 1 }, 'recorded'],
  ['of no window', { windowId: 'A Name' }, 'window-not-a-code /windowId'],
  ['under a code of seven signs', { code: 'S-AAAA222' }, 'support-not-a-code /code'],
  ['under a code that could be misread', { code: 'S-AAAAO222' }, 'support-not-a-code /code'],
  ['brought by a stranger', { broughtBy: 'agent' }, 'word-unknown /broughtBy'],
  ['brought by the team', { broughtBy: 'team' }, 'recorded'],
  ['without a file', { fileHash: 'a'.repeat(63) }, 'hash-not-sha-256 /fileHash'],
])('a grant that is asked for %s', (_, more, word) => {
  expect(said(asked(on, more))).toBe(word)
})

test('a code is used once', () => {
  expect(said(asked(on), asked(on))).toBe('support-code-used')
  expect(said(asked(on, { code: 'S-BBBB2222' }), asked(on))).toBe('recorded')
})

test('the last riel of a window goes back to its donor, and one more is told', () => {
  const village = villageAfter(begun)
  const back = (amount: number, more: object = {}): StoryCommand => ({
    type: 'ReturnDonation',
    effectiveOn: on,
    windowId,
    amount,
    ...more,
  })
  expect(flagsOf(answerTo(village, back(2_000_000)))).toEqual([])
  expect(flagsOf(answerTo(village, back(2_000_001)))).toEqual(['window-overspent'])
  expect(said(back(0))).toBe('amount-not-whole /amount')
  expect(said(back(1, { windowId: 'A Name' }))).toBe('window-not-a-code /windowId')
  expect(said(back(1, { from: 'mattress' }))).toBe('place-unknown /from')
  const account = (more: object) => bodyOf(answerTo(village, back(1, more))).postings[1]!.account
  expect([{}, { from: 'bank' }, { from: 'wallet' }].map(account)).toEqual([
    'asset:cash-box',
    'asset:bank',
    'asset:wallet',
  ])
})

test('a grant is the one of its number, its sum and its day: taken back, the others stay', () => {
  const grant = (grantNumber: string, amount: number, day: string, id: string): StoryCommand => ({
    id: `00000000-0000-7000-8000-0000000000${id}`,
    type: 'RecordGrantPayout',
    effectiveOn: day,
    windowId,
    grantNumber,
    amount,
  })
  const told = [
    grant('G1', 1_000, '2025-03-20', 'a1'),
    grant('G1', 1_000, '2025-03-21', 'a2'),
    grant('G1', 2_000, '2025-03-20', 'a3'),
    grant('G2', 1_000, '2025-03-20', 'a4'),
    grant('G1', 1_000, '2025-03-20', 'a5'),
  ]
  const officers = ['m1', 'm2'].map((memberId): StoryCommand => ({
    type: 'AppointOfficer',
    effectiveOn: '2025-01-01',
    memberId,
    office: 'counter',
  }))
  const left = (id: string) =>
    villageAfter([
      ...begun,
      admitted('m2'),
      ...officers,
      ...told,
      {
        type: 'ReverseEntry',
        effectiveOn: '2025-03-22',
        reverses: `00000000-0000-7000-8000-0000000000${id}`,
        reason: 'did-not-happen',
        approvedBy: 'm2',
      },
    ])
      .windows.get(windowId)!
      .grants.map(({ grantNumber, amount, paidOn }) => `${grantNumber} ${paidOn} ${amount}`)
  expect(left('a1')).toEqual([
    'G1 2025-03-20 1000',
    'G1 2025-03-20 2000',
    'G1 2025-03-21 1000',
    'G2 2025-03-20 1000',
  ])
  expect(left('a2')).not.toContain('G1 2025-03-21 1000')
  expect(left('a3')).not.toContain('G1 2025-03-20 2000')
  expect(left('a4')).not.toContain('G2 2025-03-20 1000')
})

test('a stretch of days holds what moved on its first day and on its last, and begins with the evening before', () => {
  const moved = (day: string, amount: number, entryType: string) => ({ on: day, amount, entryType })
  const lines = [
    moved('2025-03-31', -100, 'DonationReceived'),
    moved('2025-04-01', -20, 'DonationReceived'),
    moved('2025-04-01', 3, 'GrantPaid'),
    moved('2025-06-30', 5, 'SupportPartPaid'),
    moved('2025-06-30', 7, 'DonationReturned'),
    moved('2025-07-01', 11, 'SupportPartPaid'),
  ]
  expect(windowStatement(lines, { from: '2025-04-01', to: '2025-06-30' })).toEqual({
    opening: 100,
    received: 20,
    spent: 8,
    returned: 7,
    closing: 105,
  })
})

test('what a book began with stands in the opening of its first day, and an entry of no known kind in none', () => {
  const lines = [
    { on: '2025-01-01', amount: -500, entryType: 'FundFounded' },
    { on: '2025-01-01', amount: -30, entryType: 'DonationReceived' },
    { on: '2025-01-01', amount: -7, entryType: 'toString' },
  ]
  expect(windowStatement(lines, { from: '2025-01-01', to: '2025-01-01' })).toEqual({
    opening: 500,
    received: 30,
    spent: 0,
    returned: 0,
    closing: 537,
  })
})
