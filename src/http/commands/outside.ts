import { z } from '@hono/zod-openapi'
import { cashPlaces } from '#domain/fund/bank.ts'
import { outsideLenders } from '#domain/fund/borrowing.ts'
import type { Currency } from '#domain/kernel/money.ts'
import {
  amountField,
  amountOrNoughtField,
  command,
  dayField,
  example,
  patternField,
} from '#src/http/commands/fields.ts'

const borrowingId = () => patternField(/^[a-z0-9][a-z0-9-]{0,39}$/, 'borrowing-not-a-code')
const place = () => z.enum(cashPlaces, 'word-unknown')
const rate = () => patternField(/^\d{1,3}(\.\d{1,6})?$/, 'rate-unreadable')

export const recordBorrowing = command('RecordBorrowing', {
  borrowingId: borrowingId(),
  lender: z.enum(outsideLenders, 'lender-unknown'),
  amount: amountField(),
  ratePercent: rate(),
  schedule: z
    .array(
      z.strictObject({
        on: dayField(),
        principal: amountOrNoughtField(),
        interest: amountOrNoughtField(),
      }),
      'list-missing',
    )
    .max(600, 'list-too-long'),
  place: place(),
}).openapi('RecordBorrowing', {
  example: {
    ...example('RecordBorrowing'),
    borrowingId: 'ngo-2025',
    lender: 'ngo' as const,
    amount: 2_000_000,
    ratePercent: '6',
    schedule: [{ on: '2026-11-20', principal: 2_000_000, interest: 120_000 }],
    place: 'bank' as const,
  },
})

export const recordBorrowingRepayment = command('RecordBorrowingRepayment', {
  borrowingId: borrowingId(),
  principal: amountOrNoughtField(),
  interest: amountOrNoughtField(),
  place: place(),
}).openapi('RecordBorrowingRepayment', {
  example: {
    ...example('RecordBorrowingRepayment'),
    borrowingId: 'ngo-2025',
    principal: 500_000,
    interest: 30_000,
    place: 'bank' as const,
  },
})

const codes = { KHR: true, USD: true, THB: true, VND: true, LAK: true, MMK: true } as const
const currency = () =>
  z.enum(Object.keys(codes satisfies Record<Currency, true>) as Currency[], 'currency-unknown')
const sum = () => z.strictObject({ currency: currency(), amount: amountField() })

export const recordExchange = command('RecordExchange', {
  from: sum(),
  to: sum(),
  rate: z.strictObject(
    {
      of: currency(),
      in: currency(),
      value: patternField(/^\d{1,9}(\.\d{1,9})?$/, 'rate-unreadable'),
    },
    'rate-unreadable',
  ),
}).openapi('RecordExchange', {
  example: {
    ...example('RecordExchange'),
    from: { currency: 'KHR' as const, amount: 405_000 },
    to: { currency: 'USD' as const, amount: 10_000 },
    rate: { of: 'USD' as const, in: 'KHR' as const, value: '4050' },
  },
})
