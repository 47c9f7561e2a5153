import type { Entry } from '#domain/village.ts'

/**
 * A book kept by hand: one line after the other, one day after the other, no rule of the ledger in it. It
 * knows monthly loans of equal principal, in the words of `docs/conventions/village.md`.
 */
type Fact = { readonly id: string; readonly on: string; readonly amount: number }
type Window = { readonly from: string; readonly to: string }
type HandLoan = {
  readonly from: string
  readonly lent: number
  readonly rate: number
  readonly firstDue: string
  readonly paid: Fact[]
  readonly given: Fact[]
  readonly windows: Window[]
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const dayOf = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10)

/** The k-th month end: the same date of a month, none of them after the 28th here. */
const monthEnd = (first: string, k: number): string => {
  const [year, month, date] = first.split('-').map(Number) as [number, number, number]
  return dayOf(Date.UTC(year, month - 1 + k, date) / 86_400_000)
}

/** What an account came to by the entries up to one of them, through a day. */
export const balanceByHand = (
  entries: readonly Entry[],
  { upTo, through, account }: { upTo: number; through: string; account: string },
): number => {
  let sum = 0
  for (const { seq, body } of entries)
    for (const line of body.postings)
      if (seq <= upTo && line.on <= through && line.account === account) sum += line.amount
  return sum
}

/** Loans as the entries up to one of them tell of them, what was taken back left out. */
export const loansByHand = (entries: readonly Entry[], upTo: number): Map<string, HandLoan> => {
  const known = entries.filter(({ seq }) => seq <= upTo)
  const back = new Set(known.map(({ body }) => ('reverses' in body ? body.reverses : '')))
  const loans = new Map<string, HandLoan>()
  for (const { id, effectiveOn: on, body } of known) {
    if (back.has(id)) continue
    if (body.type === 'LoanPaidOut') {
      const { principal, rateMonthlyPercent, firstDueOn } = body.terms
      const rate = Math.round(Number(rateMonthlyPercent) * 10)
      const empty = { paid: [], given: [], windows: [] }
      loans.set(body.loanId, { from: on, lent: principal, rate, firstDue: firstDueOn, ...empty })
    } else if (body.type === 'RepaymentRecorded')
      loans.get(body.loanId)?.paid.push({ id, on, amount: body.amount })
    else if (body.type === 'LoanWrittenOff')
      loans.get(body.loanId)?.given.push({ id, on, amount: body.amount })
    else if (body.type === 'ReliefRecorded')
      for (const { loanId, from, to } of body.touched) loans.get(loanId)?.windows.push({ from, to })
  }
  return loans
}

const ofDay = (facts: readonly Fact[], day: string): Fact[] =>
  facts.filter(({ on }) => on === day).toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Walks a loan day by day: what is owed, what interest waits, and what it is called. */
export const walkedByHand = (loan: HandLoan, through: string) => {
  let [owed, due, k, begun] = [loan.lent, 0, 0, loan.from]
  let repaid: { amount: number; days: number }[] = []
  const sinceBegun = (day: string): number => Math.min(dayNumber(day) - dayNumber(begun), 30)
  const bears = (days: number): number => {
    const weight = owed * days + repaid.reduce((sum, one) => sum + one.amount * one.days, 0)
    return Math.floor((weight * loan.rate) / (1000 * 30) / 100) * 100
  }
  const isPutOff = (day: string): boolean =>
    loan.windows.some(({ from, to }) => from <= day && day <= to)
  let settledOn = ''
  for (let n = dayNumber(loan.from); n <= dayNumber(through); n += 1) {
    const day = dayOf(n)
    if (day === monthEnd(loan.firstDue, k)) {
      const whole = k === 0 ? sinceBegun(day) : 30
      const rest = settledOn > begun ? whole - Math.min(sinceBegun(settledOn), whole) : whole
      if (!isPutOff(day)) due += bears(rest)
      ;[begun, repaid, k, settledOn] = [day, [], k + 1, '']
    }
    for (const { amount } of ofDay(loan.paid, day)) {
      const end = monthEnd(loan.firstDue, k)
      if (owed > 0 && amount >= owed + due) {
        if (!isPutOff(end)) due += bears(sinceBegun(day) - (settledOn ? sinceBegun(settledOn) : 0))
        ;[settledOn, repaid] = [day, []]
      }
      const interest = Math.min(amount, due)
      const principal = Math.min(amount - interest, owed)
      due -= interest
      owed -= principal
      if (settledOn !== day) repaid.push({ amount: principal, days: sinceBegun(day) })
    }
    for (const { amount } of ofDay(loan.given, day)) owed -= Math.min(amount, owed)
  }
  const isGiven = loan.given.some(({ on }) => on <= through)
  return { owed, interestDue: due, status: owed > 0 ? 'open' : isGiven ? 'written-off' : 'closed' }
}
