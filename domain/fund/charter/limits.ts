import type { Currency } from '#domain/kernel/money.ts'

type Limits = {
  /** What officers may decide by themselves; above it the meeting votes. */
  readonly officersDecide: number
  /** The most that somebody late pays at one meeting. */
  readonly fineAMeeting: number
}

/**
 * Limits that no charter moves, in smallest units of each currency. The riel's are DF 8.1 and 8.2; the others
 * are round sums of about the same worth, on its stricter side, chosen once: no rate of exchange moves them.
 */
const limits: Readonly<Record<Currency, Limits>> = {
  KHR: { officersDecide: 1_000_000, fineAMeeting: 1_000 },
  USD: { officersDecide: 250_00, fineAMeeting: 25 },
  THB: { officersDecide: 8_000_00, fineAMeeting: 8_00 },
  VND: { officersDecide: 6_000_000, fineAMeeting: 6_000 },
  LAK: { officersDecide: 5_000_000, fineAMeeting: 5_000 },
  MMK: { officersDecide: 500_000, fineAMeeting: 500 },
}

/** The largest loan that officers decide by themselves, in smallest units of the fund's currency. */
export const officersAmountMax = (currency: Currency): number => limits[currency].officersDecide

/** The largest fine at one meeting, in smallest units. */
export const lateFineMax = (currency: Currency): number => limits[currency].fineAMeeting

/** All fines for one instalment come to at most so much of it. */
export const lateFinePercentMax = 5
