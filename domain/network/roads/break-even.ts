/*
 * When leaving has paid for itself. Each month what is left of the wage goes into what is owed; interest is counted on what is
 * left to pay. Without a debt the own money has to be earned again, which takes as long as the cost without interest.
 */

/** Where the money comes from, and what a month of it costs in hundredths of a per cent of what is still owed. */
export const payers = ['own-money', 'fund', 'mfi', 'moneylender'] as const
export type Payer = (typeof payers)[number]

/** The fund's for papers and travel (`domain-facts.md` 8.1), the most that an MFI may ask a month, a usual moneylender's. */
export const monthlyRates: Readonly<Record<Payer, number>> = {
  'own-money': 0,
  fund: 100,
  mfi: 150,
  moneylender: 1000,
}

const hundredthsOfAPercent = 10_000
const workingLife = 600

/** Sums in smallest units of one currency. */
export type Earning = {
  readonly cost: number
  /** A month's wage at the other end, and what living there takes of it. */
  readonly wage: number
  readonly living: number
}

export type BreakEven =
  | { readonly months: number; readonly interest: number }
  /** What is left of a wage never pays it off, or not in a working life. */
  | 'never'

/** After how many months the cost is earned, and how much interest that took. */
export const breakEven = ({ cost, wage, living }: Earning, rate: number): BreakEven => {
  const left = wage - living
  const interestOn = (owed: number): number => Math.floor((owed * rate) / hundredthsOfAPercent)
  if (cost > 0 && left <= interestOn(cost)) return 'never'
  let months = 0
  let interest = 0
  for (let owed = cost; owed > 0; months += 1) {
    if (months === workingLife) return 'never'
    const more = interestOn(owed)
    interest += more
    owed += more - left
  }
  return { months, interest }
}

/** The same for everybody who lends. */
export const breakEvens = (earning: Earning): readonly { payer: Payer; after: BreakEven }[] =>
  payers.map((payer) => ({ payer, after: breakEven(earning, monthlyRates[payer]) }))

/** Hundredths of a month: how many months' wages leaving costs (SDG 10.7.1), half up; undefined where there is no wage. */
export const monthsOfWage = ({ cost, wage }: Pick<Earning, 'cost' | 'wage'>): number | undefined =>
  wage > 0 ? Math.floor((cost * 200 + wage) / (wage * 2)) : undefined

/** Above one month's wage it is much, above two it is a warning (`domain-facts.md` 8.5). */
export const burdenOfCost = (of: Pick<Earning, 'cost' | 'wage'>): 'fair' | 'much' | 'too-much' => {
  const months = monthsOfWage(of)
  if (months === undefined || months > 200) return 'too-much'
  return months > 100 ? 'much' : 'fair'
}
