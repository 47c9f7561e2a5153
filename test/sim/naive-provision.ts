import type { Charter } from '#domain/fund/charter/charter.ts'
import type { NaiveLoan } from '#test/sim/naive-loan.ts'
import { naiveStanding } from '#test/sim/naive-standing.ts'

/** What a fund sets aside on a day; nothing more for loans under relief, which no plan's charter asks. */
export const naiveProvision = (
  loans: ReadonlyMap<string, NaiveLoan>,
  { classes, step }: Charter['provisioning'],
  on: number,
): number => {
  let sum = 0
  for (const loan of loans.values()) {
    const standing = naiveStanding(loan, on)
    if (!standing) continue
    const { daysLate: late, account } = standing
    const { percent } = classes.find(({ toDays }) => toDays === null || late <= toDays)!
    const hundredths = BigInt(Math.round(Number(percent) * 1_000_000))
    const whole = (BigInt(account.owed) * hundredths) / (100_000_000n * BigInt(step))
    sum += Number(whole) * step
  }
  return sum
}
