import type { LocalDate } from '#domain/kernel/dates.ts'

export type LegalCap = {
  readonly from: LocalDate
  readonly yearlyPercent: string
  readonly source: string
}

/** Highest yearly rate that the law of Cambodia lets a lender ask, by the day it came into force. */
const legalCaps: readonly LegalCap[] = [
  {
    from: '1900-01-01',
    yearlyPercent: '18',
    source: "the fund's own cap, taken for the days before the law",
  },
  {
    from: '2011-12-21',
    yearlyPercent: '18',
    source: "Civil Code of Cambodia and the Ministry of Justice's ceiling under it",
  },
]

export const legalCapOn = (day: LocalDate): LegalCap =>
  legalCaps.findLast(({ from }) => from <= day) ?? legalCaps[0]!

/** Most that interest and fines together may come to over a loan's life, in per cent of its principal. */
export const lifetimeChargesMaxPercent = 50
