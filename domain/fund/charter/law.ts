import type { LocalDate } from '#domain/kernel/dates.ts'

/** Countries whose ceilings on interest are known here, by ISO code. */
export const countries = ['KH', 'TH', 'VN', 'MM'] as const
type Country = (typeof countries)[number]

/**
 * A ceiling on yearly interest and the day from which it holds. `isCertain` is false for what was read in
 * secondary sources only; such a line is shown to whoever sets a fund up in that country.
 */
type LegalCap = {
  readonly country: Country
  readonly from: LocalDate
  readonly yearlyPercent: string
  readonly source: string
  readonly isCertain: boolean
}

const beforeTheLaw = "the fund's own cap, taken for the days before the law"

/** Highest yearly rates that the law lets a lender of this kind ask (DF 1.1, 1.4), by country and day. */
const legalCaps: readonly LegalCap[] = [
  { country: 'KH', from: '1900-01-01', yearlyPercent: '18', source: beforeTheLaw, isCertain: true },
  {
    country: 'KH',
    from: '2011-12-21',
    yearlyPercent: '18',
    source: "Civil Code of Cambodia and the Ministry of Justice's ceiling under it",
    isCertain: true,
  },
  {
    country: 'TH',
    from: '1900-01-01',
    yearlyPercent: '15',
    source: 'Civil and Commercial Code of Thailand, for loans between persons',
    isCertain: false,
  },
  { country: 'VN', from: '1900-01-01', yearlyPercent: '18', source: beforeTheLaw, isCertain: true },
  {
    country: 'VN',
    from: '2017-01-01',
    yearlyPercent: '20',
    source: 'Civil Code of Viet Nam of 2015, article 468',
    isCertain: false,
  },
  {
    country: 'MM',
    from: '1900-01-01',
    yearlyPercent: '28',
    source: "the ceiling for Myanmar's microfinance lenders",
    isCertain: false,
  },
]

/** The ceiling of a country on a day. */
export const legalCapOn = (day: LocalDate, country: Country = 'KH'): LegalCap => {
  const own = legalCaps.filter((cap) => cap.country === country)
  return own.findLast(({ from }) => from <= day) ?? own[0]!
}

/** Most that interest and fines together may come to over a loan's life, in per cent of its principal. */
export const lifetimeChargesMaxPercent = 50
