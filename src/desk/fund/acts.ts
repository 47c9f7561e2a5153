import type { Act } from '#src/desk/act.ts'
import {
  bank,
  donation,
  expense,
  socialSupport,
  statement,
  supportPayout,
} from '#src/desk/fund/box.ts'
import { cardCorrection, newMember } from '#src/desk/fund/card.ts'
import { election } from '#src/desk/fund/election.ts'
import { auditorsEnd } from '#src/desk/fund/auditors.ts'
import { periodClose } from '#src/desk/fund/closing.ts'
import { exchange } from '#src/desk/fund/exchange.ts'
import { explaining } from '#src/desk/fund/explaining.ts'
import { handOver } from '#src/desk/fund/handing-over.ts'
import { future } from '#src/desk/fund/future.ts'
import { household } from '#src/desk/fund/household.ts'
import { death, memberChange } from '#src/desk/fund/living.ts'
import { appointment, officeEnd } from '#src/desk/fund/offices.ts'
import { borrowing, borrowingPayment } from '#src/desk/fund/outside.ts'
import { receivingAccount, remittance } from '#src/desk/fund/remittance.ts'
import { openingLoan, openingSavings, settlement } from '#src/desk/fund/old-book.ts'
import { deathSettled, heirs } from '#src/desk/savings/after-death.ts'

/** Everything that is written down of members, households, offices and an older book. */
export const peopleActs: readonly Act[] = [
  memberChange,
  death,
  deathSettled,
  heirs,
  cardCorrection,
  household,
  newMember,
  election,
  appointment,
  officeEnd,
  handOver,
  openingSavings,
  openingLoan,
  settlement,
  explaining,
]

/** Money of the fund that is no member's turn. */
export const boxActs: readonly Act[] = [
  expense,
  socialSupport,
  donation,
  supportPayout,
  bank,
  statement,
  exchange,
  borrowing,
  borrowingPayment,
  remittance,
  receivingAccount,
  periodClose,
]

/** Who may look at the book, and what becomes of the fund. */
export const auditorActs: readonly Act[] = [auditorsEnd, future]
