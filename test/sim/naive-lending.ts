/* What commands about loans do to the facts of the second count, in the order in which they were accepted. */
import type { Charter } from '#domain/fund/charter/charter.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import type { PlanChoices } from '#domain/loans/request/agreed.ts'
import type { CommandOf } from '#test/sim/kinds.ts'
import type { LoanWindow } from '#test/sim/naive-days.ts'
import { type NaiveLoan, naiveAccount } from '#test/sim/naive-loan.ts'
import * as older from '#test/sim/naive-older.ts'
import { naiveSettlement, naiveStanding } from '#test/sim/naive-standing.ts'
import { type NaiveFacts, charterAt } from '#test/sim/naive-facts.ts'
import { dayInMonth, dayOf, monthOf, textOf } from '#test/support/oracle/calendar.ts'
import { decimalOf } from '#test/support/oracle/fractions.ts'

export const nextMeeting = (after: number, meetingDay: number): number => {
  const here = dayInMonth(monthOf(after), meetingDay)
  return here > after ? here : dayInMonth(monthOf(after) + 1, meetingDay)
}

type Beginning = CommandOf<'RecordPayout'> | CommandOf<'TakeOverLoan'>

/** The day of the month on which instalments fall due. */
const dueDayOf = (firstDueOn: number, { meetingDay }: Charter): number =>
  dayInMonth(monthOf(firstDueOn), meetingDay) === firstDueOn
    ? meetingDay
    : Number(textOf(firstDueOn).slice(8))

type Days = { readonly firstDueOn: number; readonly paidOutOn: number }

const monthly = { n: 1, unit: 'months' } as const

/** Rates have six decimals, rounded down: so many millionths of a per cent. */
const rateText = (millionths: bigint): string =>
  `${millionths / 1_000_000n}.${String(millionths % 1_000_000n).padStart(6, '0')}`

/** A charter's rate is of a month: of weeks and days it is the year's, by days of 365. */
const interestOf = (
  choices: PlanChoices,
  product: Beginning['product'],
  charter: Charter,
): PlanTerms['interest'] => {
  const { yearlyPercent, ratePercent, dueOn, every = monthly, days = 'actual/365' } = choices
  const isFree = product === 'enterprise'
  const { over, under } = decimalOf(
    isFree ? '0' : (choices.rateMonthlyPercent ?? charter.rateMonthlyPercent[product]),
  )
  const ofYear = (parts: number, of: number): string =>
    rateText((over * 12n * BigInt(parts) * 1_000_000n) / (under * BigInt(of)))
  if (!isFree && yearlyPercent !== undefined) return { per: 'day', yearlyPercent, days }
  if (!isFree && ratePercent !== undefined) return { per: 'period', ratePercent }
  if (dueOn) return { per: 'day', yearlyPercent: ofYear(1, 1), days }
  const { n, unit } = every
  const parts = { days: [n, 365], weeks: [n * 7, 365], months: [n, 12], years: [n, 1] } as const
  const [of, whole] = parts[unit]
  return { per: 'period', ratePercent: ofYear(of, whole) }
}

/** Due days that were agreed; without any the first is one step after the pay-out, of months a meeting day. */
const dueOf = (
  { dueOn, periodFrom, every = monthly, dayOfMonth }: PlanChoices,
  charter: Charter,
  { paidOutOn, agreed }: { readonly paidOutOn: number; readonly agreed: string | undefined },
): PlanTerms['due'] => {
  if (dueOn) return { on: dueOn, ...(periodFrom === undefined ? {} : { periodFrom }) }
  const { n, unit } = every
  const meets = dayOfMonth ?? charter.meetingDay
  const steps = {
    days: () => paidOutOn + n,
    weeks: () => paidOutOn + n * 7,
    months: () => nextMeeting(paidOutOn, meets),
    years: () => dayInMonth(monthOf(paidOutOn) + n * 12, meets),
  }
  const first = agreed === undefined ? steps[unit]() : dayOf(agreed)
  return { every, firstDueOn: textOf(first), dayOfMonth: dayOfMonth ?? dueDayOf(first, charter) }
}

const planOf = (
  command: Beginning,
  charter: Charter,
  { firstDueOn, paidOutOn }: Days,
): PlanTerms => {
  const { principal, months, product } = command
  const choices = 'plan' in command ? command.plan : undefined
  if (!choices)
    return {
      principal,
      paidOutOn: textOf(paidOutOn),
      instalments: months,
      due: {
        every: { n: 1, unit: 'months' },
        firstDueOn: textOf(firstDueOn),
        dayOfMonth: dueDayOf(firstDueOn, charter),
      },
      interest: { per: 'period', ratePercent: older.rateAsked(command, charter) },
      repayment: older.isAtTheEnd(command) ? 'bullet' : 'equal-principal',
      interestRounding: { mode: 'down', step: charter.interestStep },
      instalmentRounding: { mode: 'down', step: charter.instalmentStep },
      remainder: 'last',
    }
  const { repayment, interestRounding, instalmentRounding, remainder, workingDays } = choices
  const down = (step: number) => ({ mode: 'down', step }) as const
  return {
    principal,
    paidOutOn: textOf(paidOutOn),
    instalments: months,
    due: dueOf(choices, charter, { paidOutOn, agreed: command.firstDueOn }),
    interest: interestOf(choices, product, charter),
    repayment: repayment ?? (product === 'seasonal' ? 'bullet' : 'equal-principal'),
    graceOnPrincipal: choices.graceOnPrincipal ?? 0,
    graceOnInterest: choices.graceOnInterest ?? { instalments: 0, is: 'deferred' },
    balloon: choices.balloon ?? 0,
    interestRounding: interestRounding ?? down(charter.interestStep),
    instalmentRounding: instalmentRounding ?? down(charter.instalmentStep),
    remainder: remainder ?? 'last',
    ...(workingDays ? { workingDays: { weekend: [], holidays: [], ...workingDays } } : {}),
  }
}

/** A loan keeps the charter that its decision was judged by. */
const charterOf = (told: NaiveFacts, { loanId, effectiveOn }: Beginning): Charter =>
  told.requests.get(loanId)?.charter ?? charterAt(told, effectiveOn)

const moneyBackUntil = (
  told: NaiveFacts,
  command: Beginning,
  charter: Charter,
): number | undefined => {
  const request = told.requests.get(command.loanId)
  if (command.type !== 'RecordPayout' || request?.state !== 'approved') return undefined
  request.state = 'paid-out'
  const on = dayOf(command.effectiveOn)
  return Math.max(on + 3, nextMeeting(on, charter.meetingDay))
}

export const lend = (told: NaiveFacts, command: Beginning): void => {
  const isTakenOver = command.type === 'TakeOverLoan'
  const charter = isTakenOver ? charterAt(told, command.effectiveOn) : charterOf(told, command)
  const beganOn = dayOf(command.effectiveOn)
  const paidOutOn = isTakenOver ? dayOf(command.paidOutOn) : beganOn
  const agreed = command.firstDueOn
    ? dayOf(command.firstDueOn)
    : nextMeeting(isTakenOver ? beganOn - 1 : beganOn, charter.meetingDay)
  const { loanId, memberId, product, principal, months } = command
  const plan = planOf(command, charter, { firstDueOn: agreed, paidOutOn })
  const { oldInterest, gone, chargedBefore } = older.carried(command)
  const isPlain = isTakenOver || command.plan === undefined
  const firstDueOn = dayOf('every' in plan.due ? plan.due.firstDueOn : plan.due.on[0]!)
  told.loans.set(loanId, {
    id: command.id,
    memberId,
    product,
    principal,
    months,
    plan,
    isPlain,
    isBullet: older.isAtTheEnd(command),
    interestStep: charter.interestStep,
    asWritten: command.asWritten,
    oldInterest,
    gone,
    chargedBefore,
    taken: (command.securities ?? []).filter((one) => !/^(none|group-guarantee)$/.test(one)),
    returns: [],
    conversions: [],
    instalmentStep: charter.instalmentStep,
    currency: charter.currency,
    firstDueOn,
    dueDay: isPlain ? dueDayOf(firstDueOn, charter) : Number(textOf(firstDueOn).slice(8)),
    isTakenOver,
    beganOn,
    paidOutOn,
    owed: isTakenOver ? command.owed - gone : (command.amount ?? principal),
    moneyBackUntil: moneyBackUntil(told, command, charter),
    isVoid: false,
    payments: [],
    writeOffs: [],
    draws: [],
    changes: [],
    fines: [],
    recoveries: [],
    windows: told.loans.get(loanId)?.windows ?? [],
  })
  followDeaths(told)
}

/** Whether more were for it than against: a tie is no. */
export const isCarried = (ballot: CommandOf<'DecideLoan'>['ballot']): boolean => {
  if (ballot.by === 'meeting') return ballot.hands.yes > ballot.hands.no
  return ballot.votes.filter(({ vote }) => vote === 'yes').length * 2 > ballot.votes.length
}

export const decideRequest = (told: NaiveFacts, command: CommandOf<'DecideLoan'>): void => {
  const state = isCarried(command.ballot) ? 'approved' : 'refused'
  told.requests.set(command.loanId, { state, charter: charterAt(told, command.effectiveOn) })
}

export const withdrawRequest = (
  told: NaiveFacts,
  { loanId }: CommandOf<'WithdrawRequest'>,
): void => {
  const request = told.requests.get(loanId)
  if (request) request.state = 'withdrawn'
}

const loanOf = (told: NaiveFacts, loanId: string): NaiveLoan => told.loans.get(loanId)!

/** What is due of each in the payer's order, then what settles each, and what is left for the first. */
export const payLoans = (told: NaiveFacts, command: CommandOf<'RecordPaymentForLoans'>): void => {
  const { id, amount, loanIds } = command
  const on = dayOf(command.effectiveOn)
  const loans = loanIds.map((loanId) => loanOf(told, loanId))
  const parts = loans.map(() => 0)
  let left = amount
  const give = (i: number, wanted: number): void => {
    const more = Math.max(Math.min(wanted - parts[i]!, left), 0)
    parts[i]! += more
    left -= more
  }
  for (const [i, loan] of loans.entries()) give(i, naiveStanding(loan, on)?.due ?? 0)
  for (const [i, loan] of loans.entries()) give(i, naiveSettlement(loan, on))
  parts[0]! += left
  for (const [i, loan] of loans.entries())
    if (parts[i]! > 0) loan.payments.push({ id, on, amount: parts[i]! })
}

export const agreeAnew = (told: NaiveFacts, command: CommandOf<'RescheduleLoan'>): void => {
  const { id, loanId, months: instalments, effectiveOn } = command
  const charter = charterAt(told, effectiveOn)
  const on = dayOf(effectiveOn)
  const firstDueOn = command.firstDueOn
    ? dayOf(command.firstDueOn)
    : nextMeeting(on, charter.meetingDay)
  const dueDay = dueDayOf(firstDueOn, charter)
  loanOf(told, loanId).changes.push({ id, on, instalments, firstDueOn, dueDay })
}

export const convert = (told: NaiveFacts, command: CommandOf<'ConvertLoan'>): void => {
  const { id, loanId, effectiveOn } = command
  const loan = loanOf(told, loanId)
  const rate = older.rateConverted(loan, charterAt(told, effectiveOn))
  loan.conversions.push({ id, on: dayOf(effectiveOn), rate })
}

export const giveBack = (told: NaiveFacts, command: CommandOf<'ReturnSecurity'>): void => {
  const { id, loanId, security: what, effectiveOn } = command
  loanOf(told, loanId).returns.push({ id, on: dayOf(effectiveOn), what })
}

export const giveUp = (
  told: NaiveFacts,
  { id, loanId, effectiveOn }: CommandOf<'WriteOffLoan'>,
): void => {
  const on = dayOf(effectiveOn)
  const loan = loanOf(told, loanId)
  loan.writeOffs.push({ id, on, amount: naiveAccount(loan, on).owed })
}

const monthsAfterDeath = 240

/** From the day of a death on, nothing falls due on the loans of who died, nor bears interest. */
export const followDeaths = (told: NaiveFacts): void => {
  for (const loan of told.loans.values()) {
    const others = loan.windows.filter(({ isDeath }) => !isDeath)
    const days = told.deaths.filter(({ memberId }) => memberId === loan.memberId)
    const from = Math.min(...days.map(({ on }) => on))
    const window = (): LoanWindow => ({
      from,
      to: dayInMonth(monthOf(from) + monthsAfterDeath, 28),
      declaredOn: from,
      isDeath: true,
    })
    loan.windows.splice(0, Infinity, ...others, ...(days.length > 0 ? [window()] : []))
  }
}

/** An entry is left out of the facts, as if it had never been written down. */
export const takeBack = (told: NaiveFacts, { reverses }: CommandOf<'ReverseEntry'>): void => {
  const others = <F extends { readonly id: string }>(facts: readonly F[]): F[] =>
    facts.filter(({ id }) => id !== reverses)
  told.lines = others(told.lines)
  told.boxMoves = others(told.boxMoves)
  told.bought = others(told.bought)
  told.ventureShares = others(told.ventureShares)
  told.shareOuts = others(told.shareOuts)
  told.deaths = others(told.deaths)
  followDeaths(told)
  for (const [loanId, loan] of told.loans) {
    loan.payments = others(loan.payments)
    loan.writeOffs = others(loan.writeOffs)
    loan.draws = others(loan.draws)
    loan.changes = others(loan.changes)
    loan.fines = others(loan.fines)
    loan.recoveries = others(loan.recoveries)
    loan.conversions = others(loan.conversions)
    loan.returns = others(loan.returns)
    if (loan.id !== reverses) continue
    loan.isVoid = true
    const request = told.requests.get(loanId)
    if (!loan.isTakenOver && request?.state === 'paid-out') request.state = 'approved'
  }
}
