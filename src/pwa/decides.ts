import * as meetings from '#domain/fund/operations/meetings.ts'
import { recordRepayment } from '#domain/loans/operations/repaying.ts'
import * as money from '#domain/savings/operations/money.ts'
import type { AnyOperation } from '#domain/operations/operation.ts'

/**
 * What is decided on a phone by itself: what a meeting writes down. Of all else a phone knows what it means in a book, and
 * leaves the decision to the service; the build leaves out what decides it (`src/packing`).
 */
export const decidedHere: readonly AnyOperation[] = [
  meetings.openMeeting,
  meetings.recordAttendance,
  meetings.closeMeeting,
  money.buyShares,
  money.recordDeposit,
  money.recordSocialContribution,
  money.recordFine,
  money.recordWithdrawal,
  recordRepayment,
]

const names: ReadonlySet<string> = new Set(decidedHere.map(({ command }) => command))

export const isDecidedHere = ({ type }: { readonly type: string }): boolean => names.has(type)
