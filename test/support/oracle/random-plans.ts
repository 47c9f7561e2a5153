import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { textOf } from '#test/support/oracle/calendar.ts'
import { type Chance, chanceOf } from '#test/support/oracle/chance.ts'
import {
  daysNear,
  randomDay,
  randomDue,
  randomRelief,
  randomWorkingDays,
} from '#test/support/oracle/random-days.ts'

const mostPrincipal = 999_999_999_999

const randomRows = ({ whole, happens }: Chance): number => {
  if (happens(8)) return 1
  return happens(5) ? whole(25, 60) : whole(2, 24)
}

const randomPrincipal = ({ whole, one }: Chance): number =>
  one([
    () => whole(1, 500),
    () => whole(1, 20_000),
    () => whole(1, 100) * 50_000,
    () => whole(1, 100) * 50_000,
    () => whole(100, 5_000_000),
    () => whole(1, 5000) * 100,
    () => whole(1_000_000, 1_000_000_000),
    () => mostPrincipal - one([0, whole(0, mostPrincipal - 1)]),
  ])()

/** A rate in per cent as people write it: "0", "1.5", "18.00", "0.000001", "36". */
const randomRate = ({ whole, one }: Chance): string => {
  const digits = whole(1, 6)
  return one([
    () => one(['0', '1', '1.5', '2', '2.5', '3', '18', '18.00', '36', '0.000001']),
    () => String(whole(0, 36)),
    () => `${whole(0, 4)}.${whole(0, 9)}`,
    () => `${whole(0, 2)}.${whole(0, 99)}`,
    () => `${whole(0, 35)}.${String(whole(0, 10 ** digits - 1)).padStart(digits, '0')}`,
  ])()
}

const randomRounding = ({ one }: Chance): PlanTerms['interestRounding'] => ({
  mode: one(['down', 'up', 'half-up', 'half-even']),
  step: one([1, 7, 50, 100, 100, 500, 1000]),
})

const randomInterest = (chance: Chance, mayBeFlat: boolean): PlanTerms['interest'] => {
  const { one, happens } = chance
  const flat = happens(50) ? { isFlat: mayBeFlat } : {}
  if (happens(50)) return { per: 'period', ratePercent: randomRate(chance), ...flat }
  return {
    per: 'day',
    yearlyPercent: randomRate(chance),
    days: one(['actual/365', 'actual/actual', '30/360']),
    ...flat,
  }
}

const randomGrace = (
  { whole, one, happens }: Chance,
  rows: number,
): Pick<PlanTerms, 'graceOnPrincipal' | 'graceOnInterest'> => {
  const some = (most: number): number => one([0, 1, most, whole(0, most), whole(0, most)])
  return {
    ...(happens(35) ? { graceOnPrincipal: Math.min(some(rows - 1), rows - 1) } : {}),
    ...(happens(40)
      ? { graceOnInterest: { instalments: some(rows), is: one(['deferred', 'forgiven']) } }
      : {}),
  }
}

const randomBalloon = ({ whole, one }: Chance, principal: number): number =>
  one([
    () => 0,
    () => principal - 1,
    () => whole(0, principal - 1),
    () => whole(0, Math.floor((principal - 1) / 2)),
    () => Math.floor(whole(0, principal - 1) / 100) * 100,
  ])()

/**
 * Valid terms of a loan, the same for the same seed: every parameter and its corners, more often than life has them.
 * Another lender's offer is flat as often as not, but never in equal instalments.
 */
export const randomTerms = (seed: number): PlanTerms => {
  const chance = chanceOf(seed)
  const { one, happens } = chance
  const instalments = randomRows(chance)
  const principal = randomPrincipal(chance)
  const paidOut = randomDay(chance)
  const due = randomDue(chance, paidOut, instalments)
  const near = daysNear(chance, due, instalments)
  const repayment = one([
    'equal-principal',
    'equal-instalment',
    'equal-instalment',
    'bullet',
  ] as const)
  const isOutside = happens(20)
  return {
    principal,
    paidOutOn: textOf(paidOut),
    instalments,
    due,
    interest: randomInterest(chance, isOutside && repayment !== 'equal-instalment'),
    repayment,
    ...randomGrace(chance, instalments),
    ...(happens(30) ? { balloon: randomBalloon(chance, principal) } : {}),
    interestRounding: randomRounding(chance),
    instalmentRounding: randomRounding(chance),
    remainder: one(['first', 'last', 'spread']),
    ...(happens(45) ? { workingDays: randomWorkingDays(chance, near) } : {}),
    ...(happens(50) ? { relief: randomRelief(chance, paidOut, near) } : {}),
    ...(isOutside ? { isOutside } : happens(10) ? { isOutside: false } : {}),
  }
}
