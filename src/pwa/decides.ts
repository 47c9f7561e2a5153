import * as meetings from '#domain/fund/operations/meetings.ts'
import { requestLoan } from '#domain/loans/operations/asking.ts'
import { confirmPayout } from '#domain/loans/operations/confirming.ts'
import * as deciding from '#domain/loans/operations/deciding.ts'
import { recordPayout } from '#domain/loans/operations/paying-out.ts'
import { rescheduleLoan } from '#domain/loans/operations/voted-anew.ts'
import { activateRelief } from '#domain/relief/operations/giving.ts'
import { ratifyRelief } from '#domain/relief/operations/ratifying.ts'
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
  requestLoan,
  deciding.appraiseLoan,
  deciding.discloseCost,
  deciding.decideLoan,
  recordPayout,
  confirmPayout,
  rescheduleLoan,
  activateRelief,
  ratifyRelief,
]

const names: ReadonlySet<string> = new Set(decidedHere.map(({ command }) => command))

export const isDecidedHere = ({ type }: { readonly type: string }): boolean => names.has(type)
