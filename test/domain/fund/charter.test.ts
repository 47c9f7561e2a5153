import { expect, test } from 'vitest'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { charterOn, productsAboveCap, rateOfProduct } from '#domain/fund/charter/charter.ts'
import { charterFault } from '#domain/fund/charter/charter-shape.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { legalCapOn } from '#domain/fund/charter/law.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  booked,
  flagsOf,
  founded,
  standingIn,
  paidOut,
  villageAfter,
} from '#test/support/village.ts'

const { provisioning, rateMonthlyPercent } = defaultCharter
const { classes } = provisioning
const withClasses = (changed: Charter['provisioning']['classes']): Partial<Charter> => ({
  provisioning: { ...provisioning, classes: changed },
})

const faults: readonly (readonly [string, Partial<Charter>])[] = [
  ['/currency', { currency: 'EUR' as 'KHR' }],
  ['/households', { households: -1 }],
  ['/shareValue', { shareValue: 0 }],
  ['/sharesPerMeeting', { sharesPerMeeting: { min: 6, max: 5 } }],
  ['/sharesPerMeeting/max', { sharesPerMeeting: { min: 1, max: 5.5 } }],
  ['/ceiling/amountMax', { ceiling: { ...defaultCharter.ceiling, amountMax: -1 } }],
  [
    '/ceiling/savingsMultiple',
    { ceiling: { ...defaultCharter.ceiling, savingsMultiple: Number.NaN } },
  ],
  ['/socialPerMeeting', { socialPerMeeting: -1 }],
  ['/absenceFine', { absenceFine: 0.5 }],
  ['/meetingDay', { meetingDay: 0 }],
  ['/meetingDay', { meetingDay: 32 }],
  ['/rateMonthlyPercent/normal', { rateMonthlyPercent: { ...rateMonthlyPercent, normal: '-1' } }],
  ['/interestStep', { interestStep: 0 }],
  ['/instalmentStep', { instalmentStep: 0 }],
  ['/provisioning/step', { provisioning: { ...provisioning, step: 0 } }],
  ['/provisioning/classes', withClasses([])],
  ['/provisioning/classes', withClasses(classes.slice(0, -1))],
  ['/provisioning/classes', withClasses([classes[1]!, classes[0]!, ...classes.slice(2)])],
  ['/provisioning/classes', withClasses([{ toDays: null, name: 'all', percent: '101' }])],
  [
    '/provisioning/reliefExtraPercent',
    { provisioning: { ...provisioning, reliefExtraPercent: 'five' } },
  ],
  ['/households', { households: 10_001 }],
  ['/sharesPerMeeting/min', { sharesPerMeeting: { min: -1, max: 5 } }],
  ['/sharesPerMeeting/max', { sharesPerMeeting: { min: 1, max: 10_001 } }],
  ['/socialPerMeeting', { socialPerMeeting: 1_000_000_000_000 }],
  ['/rateMonthlyPercent', { rateMonthlyPercent: { ...rateMonthlyPercent, normal: '100.01' } }],
  [
    '/rateMonthlyPercent/emergency',
    { rateMonthlyPercent: { ...rateMonthlyPercent, emergency: 'none' } },
  ],
  [
    '/provisioning/classes/0/toDays',
    withClasses([{ ...classes[0]!, toDays: -1 }, classes.at(-1)!]),
  ],
  [
    '/provisioning/classes',
    withClasses([classes[0]!, { ...classes[1]!, toDays: 14 }, classes[4]!]),
  ],
  [
    '/provisioning/classes/0/toDays',
    withClasses([{ ...classes[0]!, toDays: 10_001 }, classes.at(-1)!]),
  ],
  ['/provisioning/classes', withClasses([{ ...classes[0]!, toDays: null }, classes.at(-1)!])],
  ['/provisioning/classes/0/name', withClasses([{ toDays: null, name: '', percent: '100' }])],
  ['/ceiling/papersMax', { ceiling: { ...defaultCharter.ceiling, papersMax: 0.5 } }],
  ['/repaymentOrder', { repaymentOrder: 'fines-first' as never }],
  ['/savingsRules/borrowingMaxPercent', { savingsRules: { borrowingMaxPercent: 1001 } }],
  ['/relief/months', { relief: { months: 7 } }],
  ['/support/passport', { support: { passport: -1 } }],
  ['/officers/seats', { officers: { seats: 16 } }],
  [
    '/savingsRules',
    {
      savingsRules: { surplus: { membersPercent: 60, reservePercent: 30, runningCostsPercent: 9 } },
    },
  ],
  ['/support', { support: { survivor: 100 } as never }],
  ['/officers', { officers: { seats: 3, womenMin: 4 } }],
  ['/shareValue', { shareValue: 100_000_001 }],
  ['/quorumPercent', { quorumPercent: 49 }],
  ['/quorumPercent', { quorumPercent: 101 }],
  ['/boxMax', { boxMax: -1 }],
]

test('the charter that a new fund is offered can hold', () => {
  expect(charterFault(defaultCharter)).toBe(undefined)
})

const bounds: readonly Partial<Charter>[] = [
  { households: 0 },
  { households: 10_000 },
  { shareValue: 1 },
  { sharesPerMeeting: { min: 0, max: 0 } },
  { sharesPerMeeting: { min: 5, max: 5 } },
  { sharesPerMeeting: { min: 10_000, max: 10_000 } },
  { socialPerMeeting: 0, absenceFine: 0, boxMax: 0 },
  { meetingDay: 1 },
  { meetingDay: 31 },
  { rateMonthlyPercent: { normal: '100', seasonal: '0', emergency: '0' } },
  { interestStep: 1, instalmentStep: 1, provisioning: { ...provisioning, step: 1 } },
  { provisioning: { ...provisioning, reliefExtraPercent: '100' } },
  withClasses([{ toDays: null, name: 'all', percent: '100' }]),
  withClasses([{ ...classes[0]!, toDays: 0 }, { ...classes[1]!, toDays: 1 }, classes.at(-1)!]),
  withClasses([{ ...classes[0]!, toDays: 10_000 }, classes.at(-1)!]),
  { ceiling: { ...defaultCharter.ceiling, amountMax: 0, emergencyMax: 0, savingsMultiple: 0 } },
  { quorumPercent: 50 },
  { quorumPercent: 100 },
  { repaymentOrder: 'principal-first' },
  { savingsRules: {}, relief: {}, support: {}, officers: {} },
]

test.each(bounds)('a charter at the bound of what can hold does: %o', (bound) => {
  expect(charterFault({ ...defaultCharter, ...bound })).toBeUndefined()
})

test('a product costs what the charter says, and to begin a trade costs nothing', () => {
  const products = ['normal', 'seasonal', 'emergency', 'enterprise'] as const
  const dear = { rateMonthlyPercent: { normal: '1.5', seasonal: '1.2', emergency: '0.5' } }
  expect(products.map((product) => rateOfProduct(dear, product))).toEqual([
    '1.5',
    '1.2',
    '0.5',
    '0',
  ])
})

test.each(faults)('a charter with a fault at %s cannot hold: %o', (at, fault) => {
  const charter = { ...defaultCharter, ...fault }
  expect(charterFault(charter)).toBe(at)
  expect(answerTo(villageAfter([]), founded({ charter: fault }))).toEqual({
    outcome: 'invalid',
    code: 'charter-cannot-hold',
    at: `/charter${at}`,
  })
})

const rates = (normal: string): Charter => ({
  ...defaultCharter,
  rateMonthlyPercent: { ...rateMonthlyPercent, normal },
})

test('1.5 % a month is 18.00 % a year and within the law; what rounds to 18.01 is above it', () => {
  expect(legalCapOn('2025-01-01').yearlyPercent).toBe('18')
  expect(productsAboveCap(rates('1.5'), '2025-01-01')).toEqual([])
  expect(productsAboveCap(rates('1.5004'), '2025-01-01')).toEqual([])
  expect(productsAboveCap(rates('1.5005'), '2025-01-01')).toEqual(['normal'])
  expect(productsAboveCap(rates('2'), '2025-01-01')).toEqual(['normal'])
})

test('an old book with a dear rate is taken in and flagged, never turned away', () => {
  const dear = founded({ charter: { rateMonthlyPercent: { ...rateMonthlyPercent, normal: '2' } } })
  expect(flagsOf(answerTo(villageAfter([]), dear))).toEqual(['rate-above-cap'])
  expect(flagsOf(answerTo(villageAfter([]), founded()))).toEqual([])
})

test('a fund begins once, and nothing happens before it begins', () => {
  const village = villageAfter([founded()])
  expect(answerTo(village, founded())).toEqual({
    outcome: 'refused',
    code: 'fund-already-founded',
  })
  expect(answerTo(villageAfter([]), admitted('m1'))).toMatchObject({ code: 'fund-not-founded' })
  const early: StoryCommand = { type: 'RecordExpense', effectiveOn: '2024-12-31', amount: 100 }
  expect(answerTo(village, early)).toMatchObject({ code: 'before-the-fund-began' })
  expect(answerTo(village, { ...early, effectiveOn: '2025-02-30' })).toMatchObject({
    code: 'date-impossible',
  })
})

test.each(['9999990', '999999011', '1020101', 'x9999901'])(
  '%s is no village code: eight digits, the leading zero kept',
  (villageCode) => {
    const told = { ...founded(), villageCode } as StoryCommand
    expect(answerTo(villageAfter([]), told)).toMatchObject({ at: '/villageCode' })
  },
)

test('an opening book stands against the takeover account until savings and loans are in', () => {
  const village = villageAfter([
    founded({
      opening: {
        cash: 1_000_000,
        provision: 2_000,
        social: 50_000,
        reserve: 648_000,
        windows: [{ windowId: 'migration', amount: 300_000 }],
      },
    }),
  ])
  expect(booked(village, 'asset:cash-box')).toBe(1_000_000)
  expect(booked(village, 'asset:loan-loss-provision')).toBe(-2_000)
  expect(booked(village, 'liability:social-fund')).toBe(-50_000)
  expect(booked(village, 'equity:reserve')).toBe(-648_000)
  expect(booked(village, 'liability:grant-window:migration')).toBe(-300_000)
  expect(booked(village, 'equity:takeover')).toBe(0)
})

const amendment = (
  charter: Partial<Charter>,
  votes: { present: number; yes: number; no: number } = { present: 4, yes: 4, no: 0 },
  effectiveOn = '2025-06-20',
): StoryCommand => ({
  type: 'AmendCharter',
  effectiveOn,
  votes,
  charter: { ...defaultCharter, ...charter },
})

/** Six members, one of them a former one: two thirds of five are four. */
const six: readonly StoryCommand[] = [
  founded({ opening: { cash: 5_000_000, reserve: 5_000_000 } }),
  ...['m1', 'm2', 'm3', 'm4', 'm5'].map((memberId) => admitted(memberId)),
  admitted('x1', { isFormer: true }),
]

test('a quorum that votes yes changes the rules from the day of the vote', () => {
  const village = villageAfter([
    ...six,
    amendment({ shareValue: 10_000 }),
    { type: 'BuyShares', effectiveOn: '2025-06-19', memberId: 'm1', shares: 1 },
    { type: 'BuyShares', effectiveOn: '2025-06-20', memberId: 'm2', shares: 1 },
  ])
  expect(booked(village, 'liability:savings:m1')).toBe(-5_000)
  expect(booked(village, 'liability:savings:m2')).toBe(-10_000)
  expect(village.fund!.charters.map(({ version, from }) => [version, from])).toEqual([
    [1, '2025-01-01'],
    [2, '2025-06-20'],
  ])
})

test('a new rate never touches a loan that was paid out under the old one', () => {
  const loan = paidOut({ on: '2025-03-20', principal: 500_000, months: 10 })
  const cheaper = amendment({ rateMonthlyPercent: { ...rateMonthlyPercent, normal: '1' } })
  const before = villageAfter([...six, loan])
  const after = villageAfter([...six, loan, cheaper])
  const owedInterest = (village: typeof before) => standingIn(village, '2025-12-31').interestDue
  expect(owedInterest(after)).toBe(owedInterest(before))
  expect(owedInterest(after)).toBe(9 * 7_500)
})

const refusals: readonly (readonly [string, StoryCommand])[] = [
  ['quorum-missing', amendment({}, { present: 3, yes: 3, no: 0 })],
  ['vote-lost', amendment({}, { present: 5, yes: 0, no: 0 })],
  ['vote-lost', amendment({}, { present: 5, yes: 2, no: 3 })],
  ['vote-lost', amendment({}, { present: 4, yes: 2, no: 2 })],
  ['rate-above-cap', amendment({ rateMonthlyPercent: { ...rateMonthlyPercent, seasonal: '1.6' } })],
  ['currency-cannot-change', amendment({ currency: 'USD' })],
  [
    'charter-not-backwards',
    amendment({ shareValue: 7_000 }, { present: 5, yes: 5, no: 0 }, '2025-06-19'),
  ],
]

test.each(refusals)('a change of the charter is refused: %s', (code, told) => {
  const village = villageAfter([...six, amendment({ shareValue: 10_000 })])
  expect(answerTo(village, told)).toEqual({ outcome: 'refused', code })
})

test('a quorum is counted from members who have not left, present ones who abstain included', () => {
  const village = villageAfter(six)
  expect(answerTo(village, amendment({}, { present: 4, yes: 1, no: 0 })).outcome).toBe('recorded')
})

test('hands that nobody raised are no votes', () => {
  const village = villageAfter(six)
  expect(answerTo(village, amendment({}, { present: 4, yes: 4, no: 1 }))).toMatchObject({
    code: 'more-votes-than-present',
  })
  expect(answerTo(village, amendment({}, { present: 4, yes: 4.5, no: -1 }))).toMatchObject({
    code: 'votes-not-whole',
  })
  expect(answerTo(village, amendment({}, { present: 5, yes: 3, no: 2 })).outcome).toBe('recorded')
  expect(answerTo(village, amendment({}, { present: 6, yes: 4, no: 0 }))).toEqual({
    outcome: 'invalid',
    code: 'more-present-than-members',
    at: '/votes/present',
  })
  expect(answerTo(village, amendment({ boxMax: -1 }))).toMatchObject({ at: '/charter/boxMax' })
})

test('of two charters of one day the later version holds, and before both the first', () => {
  const versions = [
    { version: 1, from: '2025-01-01', charter: defaultCharter },
    { version: 2, from: '2025-06-20', charter: defaultCharter },
    { version: 3, from: '2025-06-20', charter: defaultCharter },
  ]
  const days = ['2024-01-01', '2025-06-19', '2025-06-20', '2030-01-01']
  expect(days.map((day) => charterOn(versions, day).version)).toEqual([1, 1, 3, 3])
})
