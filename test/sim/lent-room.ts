import type { Village } from '#domain/village.ts'
import { daysPosted } from '#test/support/posted.ts'

/*
 * What a vote may promise at most, counted from the rules: money of others, and what was promised already, is none of it.
 */

/** What accounts of some kinds come to, of the day and of today: whichever is worse for lending. */
const worst = (village: Village, kinds: RegExp, on: string, sign: 1 | -1): number => {
  const rows = [...daysPosted(village.posted)].flatMap(([account, days]) =>
    kinds.test(account) ? [...days] : [],
  )
  const sum = (those: typeof rows): number => those.reduce((to, [, amount]) => to + amount, 0)
  const both = [sum(rows), sum(rows.filter(([day]) => day <= on))]
  return sign === 1 ? Math.min(...both) : Math.max(...both.map((one) => 0 - one))
}

/** Voted and not begun: of a loan that went out in parts nothing is counted here. */
const promisedBeside = ({ requests, loans }: Village, loanId: string): number =>
  [...requests.values()]
    .filter((one) => one.loanId !== loanId && one.state === 'approved')
    .filter((one) => !loans.has(one.loanId) || loans.get(one.loanId)!.isVoid)
    .reduce((sum, { asked }) => sum + asked.principal, 0)

/** More than this no vote promises, whatever else must stay. */
export const roomAtMost = (village: Village, loanId: string, on: string): number => {
  const cash = worst(village, /^asset:(cash-box|bank|wallet)$/, on, 1)
  const others = worst(village, /^liability:(social-fund|grant-window|suspense)/, on, -1)
  return cash - others - promisedBeside(village, loanId)
}
