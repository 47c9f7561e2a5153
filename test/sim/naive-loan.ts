/*
 * A loan's account counted a second time, from `docs/conventions/village.md` alone: slow and plain, in
 * whole numbers of any size, with a calendar of its own. Days are numbers.
 */
import { dayInMonth, monthOf } from '#test/support/oracle/calendar.ts'

export type Payment = {
  readonly id: string
  readonly on: number
  readonly amount: number
  readonly written?: { readonly interest: number; readonly principal: number }
}
export type Window = { readonly from: number; readonly to: number; readonly declaredOn: number }

export type NaiveLoan = {
  readonly memberId: string
  readonly product: string
  readonly principal: number
  readonly months: number
  readonly ratePercent: string
  readonly interestStep: number
  readonly instalmentStep: number
  readonly firstDueOn: number
  readonly dueDay: number
  readonly isTakenOver: boolean
  readonly beganOn: number
  readonly paidOutOn: number
  readonly owed: number
  readonly payments: Payment[]
  readonly writeOffs: { readonly id: string; readonly on: number; readonly amount: number }[]
  readonly windows: Window[]
}

type Part = { readonly on: number; readonly amount: number }
export type NaiveAccount = {
  readonly owed: number
  readonly interestDue: number
  readonly interestCounted: number
  readonly splits: readonly {
    readonly on: number
    readonly interest: number
    readonly principal: number
    readonly excess: number
  }[]
  readonly writtenOff: readonly Part[]
}

const monthEnd = ({ firstDueOn, dueDay }: NaiveLoan, k: number): number =>
  dayInMonth(monthOf(firstDueOn) + k, dueDay)
const isIn = (windows: readonly Window[], day: number): boolean =>
  windows.some(({ from, to }) => from <= day && day <= to)

/** What each instalment is; nought for the months before a season's only one. */
const sizes = (loan: NaiveLoan): number[] => {
  const { principal, months, instalmentStep: step, owed } = loan
  if (loan.product === 'seasonal') {
    const firstEver =
      dayInMonth(monthOf(loan.paidOutOn), loan.dueDay) > loan.paidOutOn
        ? monthOf(loan.paidOutOn)
        : monthOf(loan.paidOutOn) + 1
    const last = loan.isTakenOver ? firstEver + months - 1 - monthOf(loan.firstDueOn) : months - 1
    return [...Array<number>(Math.max(last, 0)).fill(0), owed]
  }
  const part = Math.max(Math.floor(Math.floor(principal / months) / step) * step, step)
  if (!loan.isTakenOver) {
    const full = Math.min(Math.floor(owed / part), months - 1)
    const rest = owed - full * part
    return rest > 0 ? [...Array<number>(full).fill(part), rest] : Array<number>(full).fill(part)
  }
  const full = Math.min(Math.floor(owed / part), 1200)
  const rest = owed - full * part
  const list = Array<number>(full).fill(part)
  if (rest > 0 && (full === 0 || (rest * 2 >= part && full < 1200))) list.push(rest)
  else if (rest > 0) list[full - 1] = part + rest
  return list
}

/** Instalments on the month ends that are in none of the windows. */
export const naiveDues = (loan: NaiveLoan, windows: readonly Window[]): Part[] => {
  const list: Part[] = []
  let k = 0
  for (const amount of loan.owed > 0 ? sizes(loan) : []) {
    while (isIn(windows, monthEnd(loan, k))) k += 1
    list.push({ on: monthEnd(loan, k), amount })
    k += 1
  }
  return list.filter(({ amount }) => amount > 0)
}

const inTurn = <F extends { readonly on: number; readonly id: string }>(facts: readonly F[]): F[] =>
  facts.toSorted((a, b) => a.on - b.on || (a.id < b.id ? -1 : 1))

/** The account while it is counted. `left` is how many thirtieths of its month are still to be counted. */
type Running = {
  owed: number
  due: number
  counted: number
  countedAfterDefault: number
  owedAtDefault: number
  start: number
  left: number
  /** Principal x days of what was repaid within the month. */
  repaid: bigint
}

const millionths = (percent: string): bigint => {
  const [whole = '', parts = ''] = percent.split('.')
  return BigInt(whole) * 1_000_000n + BigInt(parts.padEnd(6, '0'))
}

const charge = (loan: NaiveLoan, now: Running, days: number): void => {
  const weight = BigInt(now.owed) * BigInt(Math.min(days, now.left)) + now.repaid
  const step = BigInt(loan.interestStep)
  const steps = (weight * millionths(loan.ratePercent)) / (3_000_000_000n * step)
  const ofHalf = Math.floor(loan.principal / 2) - now.counted
  const room = Math.min(ofHalf, now.owedAtDefault - now.countedAfterDefault)
  const more = Math.max(Math.min(Number(steps * step), room), 0)
  now.counted += more
  now.due += more
  if (now.owedAtDefault < Infinity) now.countedAfterDefault += more
}

type Split = NaiveAccount['splits'][number]

const pay = (
  loan: NaiveLoan,
  now: Running,
  { on, amount, written }: Payment,
  isFree: boolean,
): Split => {
  if (on < loan.beganOn) {
    const early = written?.interest ?? 0
    return { on, interest: early, principal: 0, excess: amount - early }
  }
  const days = isFree ? 0 : Math.max(Math.min(on - now.start, now.left), 0)
  const settles = written
    ? written.principal >= now.owed
    : amount >= now.owed + Math.max(now.due, 0)
  if (settles && now.owed > 0) {
    if (!isFree) charge(loan, now, days)
    now.start = on
    now.left -= days
    now.repaid = 0n
  }
  const interest = written ? written.interest : Math.min(amount, Math.max(now.due, 0))
  const principal = Math.min(written ? written.principal : amount - interest, now.owed)
  if (!settles) now.repaid += BigInt(principal) * BigInt(days)
  now.owed -= principal
  now.due -= interest
  return { on, interest, principal, excess: amount - interest - principal }
}

const begun = (loan: NaiveLoan): Running => {
  const before = monthEnd(loan, -1)
  const start = Math.max(before, loan.paidOutOn)
  const left = start === before ? 30 : Math.min(loan.firstDueOn - start, 30)
  const counted = { due: 0, counted: 0, countedAfterDefault: 0, owedAtDefault: Infinity }
  return { owed: loan.owed, ...counted, start, left, repaid: 0n }
}

/** The account after all that happened through a day. */
export const naiveAccount = (loan: NaiveLoan, through: number): NaiveAccount => {
  const payments = inTurn(loan.payments).filter(({ on }) => on <= through)
  const writeOffs = inTurn(loan.writeOffs).filter(({ on }) => on <= through)
  const days = [...new Set([...payments, ...writeOffs].map(({ on }) => on))].toSorted(
    (a, b) => a - b,
  )
  const dues = naiveDues(loan, loan.windows)
  const now = begun(loan)
  const splits: Split[] = []
  const writtenOff: Part[] = []
  const take = (isNow: (day: number) => boolean, isFree: boolean): void => {
    for (const day of days.filter(isNow)) {
      for (const payment of payments)
        if (payment.on === day) splits.push(pay(loan, now, payment, isFree))
      for (const { on, amount } of writeOffs) {
        if (on !== day) continue
        const off = on < loan.beganOn ? 0 : Math.min(amount, now.owed)
        now.owed -= off
        writtenOff.push({ on, amount: off })
      }
    }
  }
  for (let k = 0, from = -Infinity; ; k += 1) {
    const end = monthEnd(loan, k)
    const isFree = isIn(loan.windows, end)
    take((day) => day > from && day < end, isFree)
    const isOver = now.owed === 0 && now.repaid === 0n && from >= (days.at(-1) ?? -Infinity)
    if (end > through || (isOver && from > -Infinity)) break
    if (!isFree) charge(loan, now, now.left)
    Object.assign(now, { start: end, left: 30, repaid: 0n })
    take((day) => day === end, false)
    const fallenDue = dues.reduce((sum, one) => (one.on <= end ? sum + one.amount : sum), 0)
    if (now.owedAtDefault === Infinity && loan.owed - now.owed < fallenDue)
      now.owedAtDefault = now.owed
    from = end
  }
  const { owed, due, counted } = now
  return { owed, interestDue: due, interestCounted: counted, splits, writtenOff }
}
