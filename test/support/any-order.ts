import fc from 'fast-check'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import { monthlyDay } from '#domain/kernel/dates.ts'
import type { Command } from '#domain/village.ts'
import { sha256 } from '#infra/system/system.ts'
import { countedOnce } from '#test/support/counted-once.ts'
import { near, nearDay } from '#test/support/edge-draws.ts'

const id = (...parts: (string | number)[]): string => uuidOfHash(sha256(parts.join(' ')))

const openedOn = '2025-01-01'
export const memberIds = ['m1', 'm2', 'm3'] as const
export const loanIds = ['l1', 'l2', 'l3', 'l4', 'l5'] as const

/** A small invented fund whose members and loans are there before anything happens to them. */
export const beginnings: readonly Command[] = [
  {
    type: 'FoundFund',
    id: id('found'),
    v: 1,
    effectiveOn: openedOn,
    villageCode: '99999901',
    charter: defaultCharter,
    opening: {
      cash: 20_000_000,
      provision: 50_000,
      social: 500_000,
      reserve: 19_700_000,
      windows: [{ windowId: 'migration', amount: 0 }],
    },
  },
  ...memberIds.map((memberId): Command => ({
    type: 'AdmitMember',
    id: id('admit', memberId),
    v: 1,
    effectiveOn: openedOn,
    memberId,
    card: memberId.toUpperCase(),
    sex: 'f',
    zone: 'river',
    isFormer: false,
  })),
  {
    type: 'TakeOverLoan',
    id: id('loan', 'l1'),
    v: 1,
    effectiveOn: openedOn,
    loanId: 'l1',
    number: 'L1',
    memberId: 'm1',
    product: 'normal',
    principal: 500_000,
    months: 10,
    owed: 250_000,
    paidOutOn: '2024-08-05',
  },
  // Of an older book: dear, with interest in its debt, and papers held for it.
  {
    type: 'TakeOverLoan',
    id: id('loan', 'l5'),
    v: 1,
    effectiveOn: openedOn,
    loanId: 'l5',
    number: 'L5',
    memberId: 'm2',
    product: 'normal',
    principal: 300_000,
    months: 10,
    owed: 360_000,
    paidOutOn: '2024-10-05',
    asWritten: { method: 'flat', rateMonthlyPercent: '4', fee: 10_000 },
    securities: ['land-title', 'id-card'],
  },
  ...(['normal', 'seasonal', 'emergency'] as const).map((product, i): Command => ({
    type: 'RecordPayout',
    id: id('loan', product),
    v: 1,
    effectiveOn: `2025-0${i + 1}-1${i + 3}`,
    loanId: loanIds[i + 1]!,
    number: `L${i + 2}`,
    memberId: memberIds[i]!,
    product,
    principal: [400_000, 600_000, 150_000][i]!,
    months: [8, 6, 3][i]!,
  })),
]

/** A due day and the last of a year, and the days beside them: few, so that things meet on one. */
const day = nearDay(['2025-06-20', '2025-12-31'], { from: openedOn, to: '2026-02-28' })
/** The part of a loan, with a month's interest and without it, and all that is owed of it. */
const hundreds = near([500, 575, 360, 2_500], { min: 1, max: 3_000 })
const amount = hundreds.map((n) => n * 100)

type Plain = {
  readonly type: Command['type']
  readonly effectiveOn: string
  readonly [key: string]: unknown
}

const about = <T>(type: Command['type'], fields: fc.Arbitrary<T>): fc.Arbitrary<Plain> =>
  fc.tuple(day, fields).map(([effectiveOn, more]) => ({ type, effectiveOn, ...more }))

const repayment = fc
  .record({
    loanId: fc.constantFrom(...loanIds, 'l1', 'l2', 'l1', 'l2'),
    amount,
    interest: fc.option(fc.integer({ min: 0, max: 90 })),
  })
  .map(({ loanId, amount: sum, interest }) => {
    const part = Math.min((interest ?? 0) * 100, sum)
    return {
      loanId,
      amount: sum,
      ...(interest === null ? {} : { written: { interest: part, principal: sum - part } }),
    }
  })

const relief = fc
  .record({
    month: fc.integer({ min: 0, max: 12 }),
    length: fc.integer({ min: 0, max: 3 }),
    // Windows of whole months, and those that begin or end on a due day.
    first: fc.constantFrom(1, 20),
    last: fc.constantFrom(20, 31),
    loans: fc.subarray([...loanIds], { minLength: 1 }),
  })
  .map(({ month, length, first, last, loans }) => ({
    kind: 'flood',
    touched: loans.map((loanId) => ({
      loanId,
      from: monthlyDay(openedOn, month, first),
      to: monthlyDay(openedOn, month + length, last),
    })),
  }))

const count = fc.record({
  amount: fc.integer({ min: 150_000, max: 250_000 }).map((n) => n * 100),
  isByNote: fc.boolean(),
})
const member = fc.constantFrom(...memberIds)

const fact: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 6, arbitrary: about('RecordRepayment', repayment) },
  {
    weight: 2,
    arbitrary: about(
      'BuyShares',
      fc.record({ memberId: member, shares: fc.integer({ min: 1, max: 5 }) }),
    ),
  },
  { weight: 1, arbitrary: about('RecordDeposit', fc.record({ memberId: member, amount })) },
  {
    weight: 1,
    arbitrary: about(
      'RecordExchange',
      fc.record({
        from: fc.record({ currency: fc.constant('KHR'), amount }),
        to: fc.record({ currency: fc.constant('USD'), amount }),
        rate: fc.constant({ of: 'USD', in: 'KHR', value: '4000' }),
      }),
    ),
  },
  { weight: 1, arbitrary: about('RecordWithdrawal', fc.record({ memberId: member, amount })) },
  {
    weight: 1,
    arbitrary: about('RecordSocialContribution', fc.record({ memberId: member, amount })),
  },
  { weight: 1, arbitrary: about('RecordExpense', fc.record({ amount })) },
  {
    weight: 1,
    arbitrary: about('RecordDonation', fc.record({ amount, windowId: fc.constant('migration') })),
  },
  { weight: 2, arbitrary: about('RecordRelief', relief) },
  {
    weight: 1,
    arbitrary: about('RecordWriteOff', fc.record({ loanId: fc.constantFrom(...loanIds), amount })),
  },
  {
    weight: 1,
    arbitrary: about(
      'RecordTransfer',
      fc.record({
        amount,
        from: fc.constantFrom('box', 'wallet'),
        to: fc.constant('bank'),
        names: fc.subarray([...memberIds]),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: about('RecordStatement', fc.record({ place: fc.constant('bank'), balance: amount })),
  },
  {
    weight: 1,
    arbitrary: about(
      'ReturnSecurity',
      fc.record({
        loanId: fc.constantFrom('l4', 'l5'),
        security: fc.constantFrom('land-title', 'id-card'),
      }),
    ),
  },
  { weight: 2, arbitrary: about('OpenMeeting', fc.record({ count })) },
  { weight: 2, arbitrary: about('CloseMeeting', fc.record({ count })) },
  {
    weight: 1,
    arbitrary: about(
      'RecordAttendance',
      fc.record({ present: fc.subarray([...memberIds]), absent: fc.subarray([...memberIds]) }),
    ),
  },
)

/** Facts of a year in the order in which they were drawn, each with an id of its own. */
export const factsOfAYear: fc.Arbitrary<readonly Command[]> = fc
  .array(fact, { minLength: 2, maxLength: 14 })
  .map((facts) =>
    countedOnce(facts).map((plain, i) => {
      const event = plain.type === 'RecordRelief' ? { eventId: `E${i}` } : {}
      return { ...plain, ...event, id: id('fact', i), v: 1 } as unknown as Command
    }),
  )

/** What it takes to say a fact once more: an id of its own. */
export const again = (fact: Command, i: number): Command =>
  ({ ...fact, id: id('again', i) }) as Command

/** The same facts in another order, some of them twice. */
export const shuffledWithDuplicates = (
  facts: readonly Command[],
): fc.Arbitrary<readonly Command[]> =>
  fc.shuffledSubarray([...facts, ...facts], {
    minLength: facts.length * 2,
    maxLength: facts.length * 2,
  })
