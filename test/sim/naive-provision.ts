import type { Charter } from '#domain/fund/charter.ts'
import { type NaiveLoan, naiveAccount, naiveDues } from '#test/sim/naive-loan.ts'

/** Days since the oldest instalment that is not paid, those under relief not counted: one by one. */
const daysLate = (loan: NaiveLoan, on: number, owed: number): number => {
  const windows = loan.windows.filter(({ declaredOn }) => declaredOn <= on)
  let paid = loan.owed - owed
  for (const due of naiveDues(loan, windows)) {
    paid -= due.amount
    if (paid >= 0) continue
    let days = 0
    for (let day = due.on + 1; day <= on; day += 1)
      if (!windows.some(({ from, to }) => from <= day && day <= to)) days += 1
    return days
  }
  return 0
}

/** What a fund sets aside on a day; nothing more for loans under relief, which no plan's charter asks. */
export const naiveProvision = (
  loans: ReadonlyMap<string, NaiveLoan>,
  { classes, step }: Charter['provisioning'],
  on: number,
): number => {
  let sum = 0
  for (const loan of loans.values()) {
    if (loan.beganOn > on) continue
    const { owed } = naiveAccount(loan, on)
    const late = daysLate(loan, on, owed)
    const { percent } = classes.find(({ toDays }) => toDays === null || late <= toDays)!
    const hundredths = BigInt(Math.round(Number(percent) * 1_000_000))
    const whole = (BigInt(owed) * hundredths) / (100_000_000n * BigInt(step))
    sum += Number(whole) * step
  }
  return sum
}
