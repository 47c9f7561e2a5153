import { test } from 'vitest'
import { beginnings, closedThrough } from '#test/support/any-order-of-loans.ts'
import { lived } from '#test/support/lives.ts'
import { decide } from '#domain/village.ts'
test('probe', () => {
  const begun = lived(beginnings)
  const c = closedThrough('2025-07-31')
  const life = lived([c, { type: 'RecordRepayment', id: 'x', v: 1, loanId: 'l3', amount: 100, effectiveOn: '2025-01-01' } as any], begun)
  console.log(JSON.stringify(life.entries.slice(-2), null, 1), life.refused, JSON.stringify(decide(begun.village, c)))
})
