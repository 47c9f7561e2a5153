import type { BurdenBand } from '#domain/loans/request/request-state.ts'

/** What a household of a band earns and owes, as the form asks for it; its loan takes some fifty thousand a month. */
const told: Readonly<Record<BurdenBand, Readonly<Record<string, string>>>> = {
  'up-to-33': { incomeLeast: '9000000' },
  'to-40': { incomeLeast: '1000000', debtOwed1: '900000', debtMonthly1: '300000' },
  'to-50': { incomeLeast: '1000000', debtOwed1: '900000', debtMonthly1: '400000' },
  'above-50': { incomeLeast: '1000000', debtOwed1: '900000', debtMonthly1: '500000' },
  unknown: {},
}

export const bearing = (band: BurdenBand): Readonly<Record<string, string>> => told[band]

/** A debt that a buy-out ends, and that takes more a month than the new loan. */
export const endedByIt = { debtOwed2: '400000', debtMonthly2: '200000', debtEnds2: 'yes' }
