import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { split } from '#domain/kernel/shares.ts'
import type { SavingsLine } from '#domain/savings/account.ts'
import { type ShareOutTerms, shareOutPlan } from '#domain/savings/share-out.ts'
import { monthly, near, nearDay } from '#test/support/edge-draws.ts'

const lines = (memberId: string): fc.Arbitrary<readonly [string, SavingsLine[]]> =>
  fc
    .array(
      fc.record({
        id: fc.uuid(),
        on: nearDay(['2025-01-20', '2025-11-20'], { from: '2025-01-01', to: '2025-12-31' }),
        moved: fc.oneof(
          fc.integer({ min: 1, max: 5 }),
          near([-10_000, 5_000], { min: -40_000, max: 40_000 }).map((amount) => ({ amount })),
        ),
      }),
      { maxLength: 8 },
    )
    .map((told) => [
      memberId,
      told.map(({ id, on, moved }) =>
        typeof moved === 'number'
          ? { id, on, type: 'SharesBought', amount: moved * 5000, shares: moved, shareValue: 5000 }
          : { id, on, type: 'SavingsDeposited', amount: moved.amount },
      ),
    ])

const randomFund = fc
  .record({
    members: fc
      .integer({ min: 1, max: 12 })
      .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => lines(`m${i}`)))),
    pool: fc.integer({ min: 0, max: 3_000_000 }),
    cash: fc.integer({ min: 0, max: 3_000_000 }),
    earmarked: fc.integer({ min: 0, max: 1_000_000 }),
    payOut: fc.constantFrom('nothing' as const, 'parts' as const, 'shares-and-parts' as const),
    ahead: fc.integer({ min: 0, max: 100_000 }),
    from: nearDay(['2025-01-20'], { from: '2025-01-01', to: '2025-02-28' }),
    on: nearDay(['2025-11-20', '2025-12-20'], { from: '2025-10-01', to: '2025-12-31' }),
  })
  .map(({ members, pool, cash, earmarked, payOut, ahead, from, on }): ShareOutTerms => {
    const savings = members.flatMap(([, own]) => own).reduce((sum, { amount }) => sum + amount, 0)
    return {
      charter: defaultCharter,
      state: new Map(members),
      cycleEnds: [],
      from,
      on,
      pool,
      payOut,
      liquidity: { atHand: { cash, earmarked, savings: Math.max(savings, 0) }, coming: [], ahead },
      asked: new Map(),
    }
  })

test('over random funds a share-out pays exactly the pool, nobody less than nothing, and leaves other money alone', () => {
  fc.assert(
    fc.property(randomFund, (asked) => {
      const plan = shareOutPlan(asked)
      const parts = plan.rows.reduce((sum, { part }) => sum + part, 0)
      const hasShares = plan.rows.some(({ shareMonths }) => shareMonths > 0)
      expect(plan.members + plan.reserve + plan.runningCosts).toBe(asked.pool)
      // Without a single share-month there is nobody to split among, and the decision is refused.
      expect(parts).toBe(hasShares ? plan.members : 0)
      for (const row of plan.rows)
        expect(
          Math.min(row.part, row.payNow, row.queued, row.shares, row.shareMonths),
        ).toBeGreaterThanOrEqual(0)
      const out = plan.rows.reduce((sum, { payNow }) => sum + payNow, 0)
      const { atHand } = asked.liquidity
      // What is handed out at once never touches the social fund, a window or waiting money.
      if (out > 0) expect(atHand.cash - atHand.earmarked - out).toBeGreaterThanOrEqual(0)
      const owned = new Map(plan.rows.map((row) => [row.memberId, row]))
      for (const [memberId, own] of asked.state) {
        const row = owned.get(memberId)
        const known = own.filter(({ on }) => on <= asked.on)
        const saved = known.reduce((sum, { amount }) => sum + amount, 0)
        if (row) expect(row.payNow + row.queued).toBeLessThanOrEqual(Math.max(saved + row.part, 0))
      }
    }),
  )
})

test('a share counts at each meeting after the last split and through the day, from the one at which it was bought', () => {
  const meetings = monthly('2025-01-01', 12, 20)
  fc.assert(
    fc.property(randomFund, (asked) => {
      const rows = new Map(shareOutPlan(asked).rows.map((row) => [row.memberId, row]))
      for (const [memberId, own] of asked.state) {
        // Who took money out may have given shares back.
        if (own.some(({ amount }) => amount < 0)) continue
        const counted = own.flatMap(({ on, shares = 0 }) =>
          meetings
            .filter((day) => day > asked.from && day <= asked.on && day >= on)
            .map(() => shares),
        )
        const sum = counted.reduce((all, one) => all + one, 0)
        expect(rows.get(memberId)?.shareMonths ?? 0).toBe(sum)
      }
    }),
  )
})

test('a share-out is the same in whatever order members and lines were written', () => {
  fc.assert(
    fc.property(randomFund, (asked) => {
      const turned = new Map(
        [...asked.state].toReversed().map(([memberId, own]) => [memberId, own.toReversed()]),
      )
      expect(shareOutPlan({ ...asked, state: turned })).toEqual(shareOutPlan(asked))
    }),
  )
})

test('a split is exact to the last step, never further than a step from its true part, and knows no order', () => {
  const weights = fc.uniqueArray(
    fc.record({ key: fc.uuid(), weight: fc.integer({ min: 0, max: 10_000 }) }),
    { minLength: 1, maxLength: 20, selector: ({ key }) => key },
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), weights, (steps, all) => {
      const sum = steps * 100
      const parts = split(sum, all, 100)
      const total = all.reduce((so, { weight }) => so + weight, 0)
      const given = [...parts.values()].reduce((so, part) => so + part, 0)
      expect(given).toBe(total === 0 ? 0 : sum)
      for (const { key, weight } of all)
        if (total > 0)
          expect(Math.abs(parts.get(key)! - (sum * weight) / total)).toBeLessThan(100.001)
      expect(split(sum, all.toReversed(), 100)).toEqual(parts)
    }),
  )
})
