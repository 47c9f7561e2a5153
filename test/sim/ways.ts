import { naiveFines } from '#test/sim/naive-fines.ts'
import type { NaiveLoan } from '#test/sim/naive-loan.ts'

const said = ({ payments }: NaiveLoan, word: string): boolean =>
  payments.some(({ early }) => early === word)

/** What can befall a loan; each must have befallen one, or the second count was not asked about it. */
const ways: Readonly<Record<string, (loan: NaiveLoan) => boolean>> = {
  'paid early, for the next': (loan) => said(loan, 'next'),
  'paid early, for fewer': (loan) => said(loan, 'fewer'),
  'paid early, for smaller': (loan) => said(loan, 'smaller'),
  'paid early, for smaller, in equal instalments': (loan) =>
    said(loan, 'smaller') && loan.plan.repayment === 'equal-instalment',
  'its excess saved': ({ payments }) => payments.some(({ excessTo }) => excessTo === 'savings'),
  'paid out in parts': ({ draws }) => draws.length > 0,
  'paid out in parts, in equal instalments': ({ draws, plan }) =>
    draws.length > 0 && plan.repayment === 'equal-instalment',
  'agreed anew': ({ changes }) => changes.length > 0,
  'agreed anew twice': ({ changes }) => changes.length > 1,
  'agreed anew, by its days': ({ changes, plan }) =>
    changes.length > 0 && plan.interest.per === 'day',
  'agreed anew, after a list': ({ changes, plan }) => changes.length > 0 && 'on' in plan.due,
  'given up and recovered': ({ writeOffs, recoveries }) =>
    writeOffs.length > 0 && recoveries.length > 0,
  'of an older book, flat': ({ asWritten }) => asWritten?.method === 'flat',
  'of an older book, dear': ({ asWritten }) => Number(asWritten?.rateMonthlyPercent) > 1.5,
  'of an older book, cheap': ({ asWritten }) => Number(asWritten?.rateMonthlyPercent) < 1,
  'of an older book, interest alone': ({ asWritten }) => asWritten?.method === 'interest-only',
  'of an older book, converted after it was paid on': ({ conversions, payments }) =>
    conversions.some((one) => payments.some(({ on }) => on < one.on)),
  'with old interest in it': ({ oldInterest }) => oldInterest > 0,
  'with old interest that nobody may ask for': ({ gone }) => gone > 0,
  'of which a paper came back': ({ taken, returns }) =>
    returns.some(({ what }) => taken.includes(what)),
  'taken back': ({ isVoid }) => isVoid,
  'by the week': ({ plan }) => 'every' in plan.due && plan.due.every.unit === 'weeks',
  'on a list of days': ({ plan }) => 'on' in plan.due,
  'on a list of days, with a meeting before': ({ plan }) =>
    'on' in plan.due && plan.due.periodFrom !== undefined,
  'by its days': ({ plan }) => plan.interest.per === 'day',
  'by its days, under relief': ({ plan, windows }) =>
    plan.interest.per === 'day' && windows.length > 0,
  'a balloon': ({ plan }) => (plan.balloon ?? 0) > 0,
  'grace on principal': ({ plan }) => (plan.graceOnPrincipal ?? 0) > 0,
  'interest forgiven': ({ plan: { graceOnInterest: grace } }) =>
    grace?.is === 'forgiven' && grace.instalments > 0,
  'interest deferred': ({ plan: { graceOnInterest: grace } }) =>
    grace?.is === 'deferred' && grace.instalments > 0,
  'days of rest': ({ plan }) => plan.workingDays !== undefined,
  'handed back': ({ moneyBackUntil, payments, owed }) =>
    payments.some(({ on, amount }) => on <= (moneyBackUntil ?? 0) && amount >= owed),
  'fined, and all of it kept': (loan) =>
    naiveFines(loan).some(({ amount, allowed }) => allowed === amount),
  'fined, and a part of it kept': (loan) =>
    naiveFines(loan).some(({ amount, allowed }) => 0 < allowed && allowed < amount),
  'given up after it was paid on': ({ writeOffs, payments }) =>
    writeOffs.some((off) => payments.some(({ on }) => on < off.on)),
}

export const wayMarks = Object.keys(ways).map((way) => `a loan ${way}`)

export const waysOf = (loan: NaiveLoan): string[] =>
  Object.entries(ways).flatMap(([way, is]) => (is(loan) ? [`a loan ${way}`] : []))
