import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsMax, partsOf, saidInTwoParts } from '#domain/fund/message-parts.ts'
import { sayMessage } from '#src/http/messages/say.ts'
import type { MessageFacts } from '#src/app/messages/facts.ts'

const languages = ['en', 'km'] as const
const currencies = ['KHR', 'USD', 'THB', 'VND', 'LAK', 'MMK'] as const
/** More than any village has, and a day that is written as long as a day can be. */
const most = 999_999_999_999
const on = '2026-12-31'

const plainWords = [
  ...(['linked', 'stopped', 'moved', 'menu', 'stranger', 'code-wrong'] as const),
  ...(['phone-taken', 'pin-needed', 'pin-wrong', 'in-person'] as const),
  ...(['asked', 'not-asked', 'answered-before', 'heard-right', 'heard-wrong'] as const),
]
const causes = ['card', 'login', 'looked', 'auditors-ended', 'charter-changed'] as const

const amount = fc.integer({ min: 0, max: most })
const currency = fc.constantFrom(...currencies)

const moneyTold: fc.Arbitrary<MessageFacts> = fc.oneof(
  fc.record({
    what: fc.constant('receipt' as const),
    on: fc.constant(on),
    count: fc.integer({ min: 1, max: 999 }),
    isTakenBack: fc.boolean(),
    currency,
    saved: amount,
    handedOut: amount,
    repaid: amount,
    lent: amount,
  }),
  fc.record({
    what: fc.constant('summary' as const),
    on: fc.constant(on),
    present: fc.integer({ min: 0, max: 9999 }),
    cash: amount,
    currency,
    next: fc.constant(on),
  }),
  fc.record({ what: fc.constant('reminder' as const), on: fc.constant(on), amount, currency }),
  fc.record({
    what: fc.constant('balance' as const),
    on: fc.constant(on),
    savings: amount,
    owed: amount,
    currency,
  }),
  fc.record({ what: fc.constant('next' as const), on: fc.constant(on), amount, currency }),
)

const wordsTold: readonly MessageFacts[] = [
  ...plainWords.map((what) => ({ what })),
  ...causes.map((cause) => ({ what: 'security' as const, cause, on })),
  { what: 'next-meeting', on },
  { what: 'wait', minutes: 1440 },
]

test('whatever is told, in either language and with the largest sums, two parts hold it', () => {
  for (const language of languages) {
    for (const told of wordsTold)
      expect([told.what, partsOf(sayMessage(told, { language, withAmounts: false }))]).toEqual([
        told.what,
        expect.toSatisfy((parts: number) => parts <= partsMax),
      ])
    fc.assert(
      fc.property(moneyTold, fc.boolean(), (told, withAmounts) => {
        expect(partsOf(sayMessage(told, { language, withAmounts }))).toBeLessThanOrEqual(partsMax)
      }),
    )
  }
})

test('the usual texts say all that they may: with sums too nothing is left out', () => {
  const usual = 1_234_567
  const said = (told: MessageFacts, language: 'en' | 'km') =>
    sayMessage(told, { language, withAmounts: true })
  const day = { on, currency: 'KHR' as const }
  for (const language of languages) {
    const receipt = { what: 'receipt' as const, ...day, count: 2, isTakenBack: false }
    const moved = { saved: usual, handedOut: 0, repaid: usual, lent: 0 }
    const texts = [
      said({ ...receipt, ...moved }, language),
      said({ what: 'summary', ...day, present: 58, cash: usual, next: on }, language),
      said({ what: 'reminder', ...day, amount: usual }, language),
      said({ what: 'balance', ...day, savings: usual, owed: usual }, language),
    ]
    for (const text of texts) expect(text).toContain('1,234,567')
    expect(texts[0]).toContain(language === 'en' ? 'If this is not right' : 'បើមិនត្រឹមត្រូវ')
  }
})

test('no sum stands in any text of somebody who has not chosen sums', () => {
  const secret = 987_654_321
  const told = (what: 'reminder' | 'next') => ({
    what,
    on,
    amount: secret,
    currency: 'KHR' as const,
  })
  const receipt = {
    what: 'receipt' as const,
    on,
    count: 1,
    isTakenBack: false,
    currency: 'KHR' as const,
  }
  const sums = { saved: secret, handedOut: secret, repaid: secret, lent: secret }
  const all: readonly MessageFacts[] = [
    told('reminder'),
    told('next'),
    { ...receipt, ...sums },
    { what: 'summary', on, present: 3, cash: secret, currency: 'KHR', next: on },
    { what: 'balance', on, savings: secret, owed: secret, currency: 'KHR' },
  ]
  for (const language of languages)
    for (const one of all) {
      const text = sayMessage(one, { language, withAmounts: false })
      expect(text).not.toContain('987,654,321')
      expect(text).not.toMatch(/riel|រៀល/)
    }
})

test('no text blames, and none says that somebody owes', () => {
  for (const language of languages)
    for (const withAmounts of [true, false]) {
      const told = { what: 'reminder', on, amount: 5000, currency: 'KHR' } as const
      const text = sayMessage(told, { language, withAmounts })
      expect(text).not.toMatch(/overdue|late|owe|debt|default|fine|យឺត|ហួស|ជំពាក់|បំណុល/i)
    }
})

test('parts are counted as phones count them, and what is too long is said shorter, never cut', () => {
  const counted = [
    'a'.repeat(160),
    'a'.repeat(161),
    '៛'.repeat(70),
    '៛'.repeat(71),
    '៛'.repeat(135),
  ]
  expect(counted.map(partsOf)).toEqual([1, 2, 1, 2, 3])
  expect(partsOf('€'.repeat(80))).toBe(1)
  expect(partsOf('€'.repeat(81))).toBe(2)
  expect(saidInTwoParts(['ក្ក'.repeat(50), 'ក្ក'.repeat(40)])).toBe('ក្ក'.repeat(40))
  expect(() => saidInTwoParts(['ក'.repeat(135)])).toThrow(RangeError)
})
