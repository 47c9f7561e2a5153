import { expect, test } from 'vitest'
import { charterFault } from '#domain/fund/charter/charter-shape.ts'
import { defaultCharter, defaultCharterIn } from '#domain/fund/charter/default-charter.ts'
import { supportLimitsOf } from '#domain/fund/charter/support-rules.ts'
import { atOnceMax, supportKinds, supportMax } from '#domain/grants/kinds.ts'
import { currencyCodes } from '#domain/kernel/money.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  founded,
  villageAfter,
} from '#test/support/village.ts'

const alone = { kind: 'emergency-return', withChildren: false } as const

test('a charter that says nothing of support gives what was given before it could say anything', () => {
  expect(supportLimitsOf(defaultCharter)).toEqual({
    passport: 400_000,
    papers: 100_000,
    training: 100_000,
    'safe-return': 300_000,
    'emergency-return': 300_000,
    reintegration: 1_200_000,
    school: 300_000,
    children: 200_000,
  })
  expect(supportMax(defaultCharter, { ...alone, withChildren: true })).toBe(500_000)
  expect(supportMax(defaultCharter, { kind: 'school', withChildren: true })).toBe(300_000)
  expect(atOnceMax(defaultCharter)).toBe(500_000)
})

test('every currency has a limit for every kind, and one for the children', () => {
  for (const currency of currencyCodes) {
    const limits = supportLimitsOf(defaultCharterIn(currency))
    expect(Object.keys(limits).toSorted()).toEqual([...supportKinds, 'children'].toSorted())
    for (const limit of Object.values(limits)) expect(limit).toBeGreaterThan(0)
  }
})

test.each<[string, object, string]>([
  ['less than nothing', { school: -1 }, '/support/school'],
  ['a part of a riel', { papers: 0.5 }, '/support/papers'],
  ['more than any sum', { passport: 1e18 }, '/support/passport'],
  ['a kind that nobody knows', { survivor: 100 }, '/support'],
])('a charter cannot give %s', (_, support, at) => {
  expect(charterFault({ ...defaultCharter, support })).toBe(at)
})

const code = 'S-AAAA2222'
const windowId = 'migration'
const on = '2025-03-20'
const begun: readonly StoryCommand[] = [
  founded({
    opening: { cash: 5_000_000, reserve: 3_000_000, windows: [{ windowId, amount: 2_000_000 }] },
  }),
  ...['m1', 'm2', 'm3'].map((memberId) => admitted(memberId)),
  ...(['chair', 'counter'] as const).map((office, i): StoryCommand => ({
    type: 'AppointOfficer',
    effectiveOn: '2025-01-01',
    memberId: `m${i + 1}`,
    office,
  })),
  {
    type: 'AskForSupport',
    effectiveOn: on,
    code,
    windowId,
    amount: 450_000,
    parts: 1,
    broughtBy: 'fund',
    fileHash: 'a'.repeat(64),
  },
]
const votedFor = (yes: number, present = 3): StoryCommand => ({
  type: 'AmendCharter',
  effectiveOn: '2025-04-20',
  charter: { ...defaultCharter, support: { 'emergency-return': 200_000 } },
  votes: { present, yes, no: present - yes },
})
const atOnce = (effectiveOn: string): StoryCommand => ({
  type: 'AwardAtOnce',
  effectiveOn,
  code,
  officers: ['m1', 'm2'],
})

test('what two officers may give at once is what the meeting has voted, from its day on and never before', () => {
  const village = villageAfter([...begun, votedFor(3)])
  expect(answerTo(village, atOnce('2025-04-20'))).toMatchObject({ code: 'above-at-once' })
  expect(answerTo(village, atOnce('2025-04-19'))).toMatchObject({ outcome: 'recorded' })
  expect(answerTo(villageAfter(begun), atOnce('2025-04-20'))).toMatchObject({ outcome: 'recorded' })
})

test('no limit moves without enough members and more yes than no', () => {
  const village = villageAfter(begun)
  expect(answerTo(village, votedFor(1))).toMatchObject({ code: 'vote-lost' })
  expect(answerTo(village, votedFor(1, 1))).toMatchObject({ code: 'quorum-missing' })
})
