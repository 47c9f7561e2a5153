import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { liquidityPercentOn } from '#domain/fund/charter/savings-rules.ts'
import { answerOn, payable, queueOf } from '#domain/savings/queue.ts'
import { waitingIn } from '#domain/savings/books.ts'
import { wordOf } from '#test/support/committee.ts'
import { monthly, near, nearDay } from '#test/support/edge-draws.ts'
import { nth } from '#test/support/taken-back.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  founded,
  paidOut,
  villageAfter,
} from '#test/support/village.ts'

/** 900,000 in the box, of which 100,000 are the social fund's; 1,000,000 saved, 200,000 lent. */
const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 300_000, social: 100_000, reserve: 200_000 } }),
  admitted('m1'),
  admitted('m2'),
  { type: 'RecordDeposit', effectiveOn: '2025-01-10', memberId: 'm1', amount: 600_000 },
  { type: 'RecordDeposit', effectiveOn: '2025-01-10', memberId: 'm2', amount: 400_000 },
  paidOut({ on: '2025-01-20', principal: 400_000, months: 4, memberId: 'm2' }),
]
const asks = (memberId: string, amount: number, effectiveOn = '2025-02-01'): StoryCommand => ({
  type: 'RequestWithdrawal',
  effectiveOn,
  memberId,
  amount,
})
const answer = (told: readonly StoryCommand[], ask: StoryCommand) => {
  const village = villageAfter([...begun, ...told])
  const decision = answerTo(village, ask)
  if (decision.outcome !== 'recorded') throw new Error(JSON.stringify(decision))
  return decision.body
}

test('who asks for less than the fund can spare gets it now', () => {
  expect(answer([], asks('m1', 500_000))).toMatchObject({
    payNow: 500_000,
    queued: 0,
    flags: ['asked-by-one-word'],
  })
})

test('a fifth of what stays saved stays in cash: the rest is told its day and why', () => {
  // 800,000 free; after 750,000 it would be 50,000 beside 250,000 saved, exactly a fifth.
  expect(payable({ cash: 900_000, earmarked: 100_000, savings: 1_000_000 }, 20)).toBe(750_000)
  const grown: readonly StoryCommand[] = [
    { type: 'RecordDeposit', effectiveOn: '2025-01-10', memberId: 'm1', amount: 300_000 },
    paidOut({ on: '2025-01-25', principal: 400_000, months: 60, loanId: 'l2' }),
  ]
  expect(answer(grown, asks('m1', 900_000))).toMatchObject({
    payNow: 550_000,
    queued: 350_000,
    // Three instalments of 100,000 and three of 6,600 have come in by then.
    expectedOn: '2025-04-20',
    why: 'cash-must-stay',
  })
})

test('while the rivers are high more must stay', () => {
  const lent = [paidOut({ on: '2025-01-25', principal: 100_000, months: 60, loanId: 'l2' })]
  expect(answer(lent, asks('m1', 600_000, '2025-05-31'))).toMatchObject({ queued: 0 })
  expect(answer(lent, asks('m1', 600_000, '2025-06-01'))).toMatchObject({ why: 'cash-must-stay' })
})

test('who asked before comes before, and is told so to who comes after', () => {
  expect(answer([asks('m2', 300_000)], asks('m1', 600_000))).toMatchObject({
    payNow: 450_000,
    queued: 150_000,
    why: 'others-asked-first',
    expectedOn: '2025-03-20',
  })
})

test('what no instalment will cover is told the last day that was looked at, never a bare no', () => {
  const slow: readonly StoryCommand[] = [
    founded({ opening: { cash: 300_000, social: 100_000, reserve: 200_000 } }),
    admitted('m1'),
    { type: 'RecordDeposit', effectiveOn: '2025-01-10', memberId: 'm1', amount: 1_300_000 },
    paidOut({ on: '2025-01-25', principal: 800_000, months: 120 }),
  ]
  expect(answerTo(villageAfter(slow), asks('m1', 900_000))).toMatchObject({
    body: { why: 'not-before-loans-return', expectedOn: '2027-01-20', payNow: 550_000 },
  })
})

test('nobody asks for more than the own savings, asked for before among them', () => {
  const village = villageAfter([...begun, asks('m2', 300_000)])
  expect(wordOf(village, asks('m2', 100_000))).toBe('recorded')
  expect(wordOf(village, asks('m2', 100_001))).toBe('more-than-own-savings')
  expect(wordOf(village, asks('m2', 0))).toBe('amount-not-whole')
})

test('a committee whose offices have all ended, or that was never there, stops nobody', () => {
  // There is no officer at all in this village.
  expect(answer([], asks('m1', 1_000))).toMatchObject({ payNow: 1_000 })
})

const out = (memberId: string, amount: number, effectiveOn = '2025-02-20'): StoryCommand => ({
  type: 'RecordWithdrawal',
  effectiveOn,
  memberId,
  amount,
})

test('savings that are handed out pay the oldest request first, also when they are written down late', () => {
  const told = [asks('m1', 100_000), asks('m1', 50_000, '2025-02-03'), out('m1', 120_000)]
  const left = (those: readonly StoryCommand[]) =>
    waitingIn(villageAfter([...begun, ...those])).map((one) => one.left)
  expect(left(told)).toEqual([0, 30_000])
  expect(left([told[2]!, told[1]!, told[0]!])).toEqual([0, 30_000])
  expect(left([...told, out('m2', 90_000)])).toEqual([0, 30_000])
})

test('a request is given up once, by whoever asked', () => {
  const first = nth(0)
  const village = villageAfter([...begun, asks('m1', 100_000)])
  const [one] = waitingIn(village)
  const requestId = one!.requestId
  const cancel = (memberId: string, effectiveOn = '2025-02-10'): StoryCommand => ({
    type: 'CancelWithdrawal',
    effectiveOn,
    requestId,
    memberId,
  })
  expect(first).not.toBe(requestId)
  expect(wordOf(village, cancel('m2'))).toBe('withdrawal-unknown')
  expect(wordOf(village, cancel('m1', '2025-01-31'))).toBe('withdrawal-unknown')
  expect(wordOf(village, cancel('m1'))).toBe('recorded')
  const after = villageAfter([...begun, asks('m1', 100_000), cancel('m1')])
  expect(wordOf(after, cancel('m1'))).toBe('withdrawal-not-waiting')
  expect(waitingIn(after)[0]!.left).toBe(0)
})

/** GrantSources in which nothing is left, or just so much as the charter wants. */
const sources = fc.record({
  cash: near([0, 500_000, 1_000_000], { min: 0, max: 10_000_000 }),
  earmarked: near([0, 300_000, 500_000], { min: 0, max: 3_000_000 }),
  savings: near([0, 1_000_000], { min: 0, max: 20_000_000 }),
})

test('whatever the atHand, what is paid leaves the social fund, the windows and the share in cash', () => {
  fc.assert(
    fc.property(sources, near([0, 20, 50], { min: 0, max: 90 }), (atHand, percent) => {
      const most = payable(atHand, percent)
      expect(most).toBeGreaterThanOrEqual(0)
      const isLeft = (paid: number): boolean => {
        const free = atHand.cash - atHand.earmarked - paid
        return free >= 0 && free * 100 >= percent * (atHand.savings - paid)
      }
      if (most > 0) expect(isLeft(most)).toBe(true)
      expect(isLeft(most + 1)).toBe(false)
    }),
  )
})

test('every answer pays or queues all that was asked for, and gives every queued sum a day ahead', () => {
  const coming = fc.array(
    fc.record({
      on: nearDay(['2026-03-20', '2026-04-20'], { from: '2026-02-01', to: '2026-05-31' }),
      amount: near([250_000, 500_000], { min: 1, max: 900_000 }),
    }),
    { maxLength: 6 },
  )
  // What the fund can spare now or when all is there that comes through a day, less what others asked for; or any sum.
  const plan = fc
    .tuple(sources, coming, near([0, 100_000], { min: 0, max: 2_000_000 }))
    .chain(([atHand, come, before]) => {
      const spareOn = (day: string): number => {
        const cash = come.reduce(
          (sum, one) => (one.on <= day ? sum + one.amount : sum),
          atHand.cash,
        )
        return payable({ ...atHand, cash }, 20) - before
      }
      const edges = [spareOn('2026-01-15'), ...come.map(({ on }) => spareOn(on))]
      return fc.record({
        atHand: fc.constant(atHand),
        come: fc.constant(come),
        before: fc.constant(before),
        amount: near(edges, { min: 1, max: 5_000_000 }),
      })
    })
  const meetings = monthly('2026-01-20', 24, 20)
  fc.assert(
    fc.property(plan, ({ atHand, come, before, amount }) => {
      const liquidity = { atHand, coming: come, ahead: before, amount }
      const told = answerOn(defaultCharter, '2026-01-15', liquidity)
      const isThere = (day: string): boolean => {
        const cash = come.reduce(
          (sum, one) => (one.on <= day ? sum + one.amount : sum),
          atHand.cash,
        )
        return (
          payable({ ...atHand, cash }, liquidityPercentOn(defaultCharter, day)) >= amount + before
        )
      }
      const spare = payable(atHand, 20) - before
      const inNotes = Math.max(spare, 0) - (Math.max(spare, 0) % 100)
      expect(told.payNow).toBe(spare >= amount ? amount : inNotes)
      if (told.queued > 0) expect(told.expectedOn).toBe(meetings.find(isThere) ?? meetings.at(-1))
      expect(told.payNow + told.queued).toBe(amount)
      expect(told.payNow).toBeGreaterThanOrEqual(0)
      expect(told.expectedOn === undefined).toBe(told.queued === 0)
    }),
  )
})

test('a queue is the same in whatever order it was written', () => {
  const request = fc.record(
    {
      requestId: fc.uuid(),
      memberId: fc.constantFrom('m1', 'm2'),
      amount: near([300, 600], { min: 1, max: 900 }),
      askedOn: nearDay(['2026-03-05'], { from: '2026-03-01', to: '2026-03-09' }),
      cancelledOn: nearDay(['2026-03-05'], { from: '2026-03-03', to: '2026-03-09' }),
      payNow: fc.constant(0),
      queued: fc.constant(0),
    },
    { requiredKeys: ['requestId', 'memberId', 'amount', 'askedOn', 'payNow', 'queued'] },
  )
  fc.assert(
    fc.property(
      fc.array(request, { maxLength: 8 }),
      near([300, 600], { min: 1, max: 2000 }),
      (those, paid) => {
        const lines = () => [{ id: 'x', type: 'SavingsWithdrawn', on: '2026-03-05', amount: -paid }]
        const queue = queueOf(those, lines)
        expect(queueOf(those.toReversed(), lines)).toEqual(queue)
        const waiting = queue.filter(
          ({ askedOn, cancelledOn }) =>
            askedOn <= '2026-03-05' && !(cancelledOn && cancelledOn <= '2026-03-05'),
        )
        for (const memberId of ['m1', 'm2']) {
          const own = waiting.filter((one) => one.memberId === memberId)
          const asked = own.reduce((sum, { amount }) => sum + amount, 0)
          const got = queue.filter((one) => one.memberId === memberId)
          expect(got.reduce((sum, one) => sum + one.paid, 0)).toBe(Math.min(asked, paid))
        }
      },
    ),
  )
})

test('nobody gets before others by a day that is given: the turn goes by the day on which it was written down', () => {
  const one = { amount: 100, payNow: 0, queued: 100 }
  const waited = { ...one, requestId: 'w', memberId: 'm1', askedOn: '2025-02-05', seq: 7 }
  const early = { ...one, requestId: 'e', memberId: 'm2', askedOn: '2025-02-01', seq: 9 }
  const asked = [
    { ...early, writtenOn: '2025-02-10' },
    { ...waited, writtenOn: '2025-02-05' },
  ]
  expect(queueOf(asked, () => []).map(({ requestId }) => requestId)).toEqual(['w', 'e'])
})
