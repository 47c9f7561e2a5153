import { expect, test } from 'vitest'
import { nextTogether } from '#src/app/lending/next-payment.ts'

const loan = (loanId: string, on: string, { late = 0, interest = 0 } = {}) => ({
  loanId,
  next: { on, principal: 100, interest, late, amount: 100 + interest + late },
})

test('that one loan is late is told beside the other one, which falls due before it', () => {
  const both = [loan('l1', '2025-03-20'), loan('l2', '2025-03-25', { late: 40 })]
  expect(nextTogether(both)).toMatchObject({ on: '2025-03-20', late: 0, isAnyLate: true })
  expect(nextTogether(both.slice(0, 1))).toMatchObject({ isAnyLate: false, loanId: 'l1' })
})

test('what falls due on one day is told together, and of no single loan', () => {
  const on = '2025-03-20'
  const both = [loan('l1', on, { interest: 7 }), loan('l2', on, { late: 40 })]
  const told = nextTogether(both)!
  expect(told).toMatchObject({ principal: 200, interest: 7, late: 40, amount: 247 })
  expect(told.loanId).toBeUndefined()
})
