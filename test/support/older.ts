import type { Ballot } from '#domain/fund/meeting/voting.ts'
import type { AsWritten } from '#domain/loans/as-written.ts'
import type { Security } from '#domain/loans/request/request-state.ts'
import { allOfUs } from '#test/support/committee.ts'
import { type StoryCommand, paidOut, takenOver } from '#test/support/village.ts'

type Older = {
  readonly asWritten?: AsWritten
  readonly securities?: readonly Security[]
}

/** 1,000,000 of July 2024 over ten months, half of it still owed when the fund took it over in January 2025. */
export const carriedOver = (
  older: Older,
  more: { readonly owed?: number; readonly product?: 'normal' | 'seasonal' | 'emergency' } = {},
): StoryCommand => ({
  ...takenOver({ on: '2024-07-20', principal: 1_000_000, months: 10, owed: 500_000, ...more }),
  ...older,
})

/** 1,000,000 over ten months, lent in this book on 20 January 2025. */
export const lentLikeThat = (older: Older, loanId = 'l1'): StoryCommand => ({
  ...paidOut({ on: '2025-01-20', principal: 1_000_000, months: 10, loanId }),
  ...older,
})

export const flat = (rateMonthlyPercent: string, more: AsWritten = {}): Older => ({
  asWritten: { method: 'flat', rateMonthlyPercent, ...more },
})

export const converted = (on: string, ballot: Ballot = allOfUs, loanId = 'l1'): StoryCommand => ({
  type: 'ConvertLoan',
  effectiveOn: on,
  loanId,
  ballot,
})

export const givenBack = (
  on: string,
  security: Security,
  witnesses: readonly string[] = ['m2', 'm3'],
): StoryCommand => ({
  type: 'ReturnSecurity',
  effectiveOn: on,
  loanId: 'l1',
  security,
  ...(witnesses.length === 0 ? {} : { proof: { witnesses } }),
})
