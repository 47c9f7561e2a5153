import { expect, test } from 'vitest'
import { nextNumberOf } from '#src/desk/loans/next-number.ts'

const lent = (on: string, number: string) => ({ number, origin: { kind: 'paid-out', on } as const })

test('the next number follows that of the newest loan, written as the book writes it', () => {
  expect(nextNumberOf([lent('2025-03-20', 'L25-09'), lent('2025-01-20', 'L25-31')])).toBe('L25-10')
  expect(nextNumberOf([lent('2025-03-20', 'L25-09'), lent('2025-01-20', 'L25-10')])).toBe('L25-11')
  expect(nextNumberOf([lent('2025-03-20', '99')])).toBe('100')
  expect(nextNumberOf([lent('2025-03-20', 'a')])).toBeUndefined()
  expect(nextNumberOf([])).toBeUndefined()
  // A number of an identity card that was typed as that of a loan.
  expect(nextNumberOf([lent('2025-03-20', '9007199254740992')])).toBe('9007199254740993')
})
