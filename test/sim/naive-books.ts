/*
 * The books of a fund counted a second time, from the accepted commands alone: every total anew, nothing
 * kept from one entry to the next but what a period's closing carried.
 */
import type { Charter } from '#domain/fund/charter.ts'
import type { Command } from '#domain/village.ts'
import type { CommandOf, CommandType } from '#test/sim/kinds.ts'
import { type NaiveLoan, naiveAccount } from '#test/sim/naive-loan.ts'
import { naiveProvision } from '#test/sim/naive-provision.ts'
import { dayInMonth, dayOf, monthOf, textOf } from '#test/support/oracle/calendar.ts'

/** `account day` and what was posted there; what comes to nought is left out. */
export type Books = Map<string, number>

type CountMade = { readonly id: string; readonly amount: number; readonly isByNote: boolean }
type Told = {
  readonly charters: { readonly from: string; readonly charter: Charter }[]
  readonly lines: { readonly account: string; readonly on: string; readonly amount: number }[]
  readonly loans: Map<string, NaiveLoan>
  /** `day 0` for an opening and `day 2` for a closing; cash moves at `day 1`. */
  readonly counts: Map<string, CountMade>
  readonly boxMoves: { readonly place: string; readonly amount: number }[]
}

const box = 'asset:cash-box'
const charterAt = ({ charters }: Told, day: string): Charter =>
  (charters.findLast(({ from }) => from <= day) ?? charters[0]!).charter

const move = (
  told: Told,
  on: string,
  { from, to, amount }: { readonly from: string; readonly to: string; readonly amount: number },
): void => {
  told.lines.push({ account: to, on, amount }, { account: from, on, amount: -amount })
  const moved = (to === box ? amount : 0) - (from === box ? amount : 0)
  if (moved !== 0) told.boxMoves.push({ place: `${on} 1`, amount: moved })
}

const nextMeeting = (after: number, meetingDay: number): number => {
  const here = dayInMonth(monthOf(after), meetingDay)
  return here > after ? here : dayInMonth(monthOf(after) + 1, meetingDay)
}

const lend = (told: Told, command: CommandOf<'RecordPayout'> | CommandOf<'TakeOverLoan'>): void => {
  const charter = charterAt(told, command.effectiveOn)
  const isTakenOver = command.type === 'TakeOverLoan'
  const beganOn = dayOf(command.effectiveOn)
  const firstDueOn = command.firstDueOn
    ? dayOf(command.firstDueOn)
    : nextMeeting(isTakenOver ? beganOn - 1 : beganOn, charter.meetingDay)
  const isMeeting = dayInMonth(monthOf(firstDueOn), charter.meetingDay) === firstDueOn
  const { loanId, memberId, product, principal, months } = command
  told.loans.set(loanId, {
    memberId,
    product,
    principal,
    months,
    ratePercent: charter.rateMonthlyPercent[product],
    interestStep: charter.interestStep,
    instalmentStep: charter.instalmentStep,
    firstDueOn,
    dueDay: isMeeting ? charter.meetingDay : Number(textOf(firstDueOn).slice(8)),
    isTakenOver,
    beganOn,
    paidOutOn: isTakenOver ? dayOf(command.paidOutOn) : beganOn,
    owed: isTakenOver ? command.owed : principal,
    payments: [],
    writeOffs: [],
    windows: [],
  })
}

const found = (told: Told, { charter, opening, effectiveOn: on }: CommandOf<'FoundFund'>): void => {
  told.charters.push({ from: on, charter })
  const from = 'equity:takeover'
  const taken = (account: string, amount: number): void => {
    told.lines.push({ account, on, amount }, { account: from, on, amount: -amount })
  }
  taken(box, opening.cash)
  taken('asset:loan-loss-provision', -opening.provision)
  taken('liability:social-fund', -opening.social)
  taken('equity:reserve', -opening.reserve)
  for (const { windowId, amount } of opening.windows)
    taken(`liability:grant-window:${windowId}`, -amount)
  // It lay in the box before anybody opened a meeting.
  told.boxMoves.push({ place: '', amount: opening.cash })
}

const counted = (told: Told, place: string, id: string, count: Omit<CountMade, 'id'>): void => {
  const before = told.counts.get(place)
  if (count.isByNote && (before === undefined || before.id < id))
    told.counts.set(place, { ...count, id })
}

const nothing = (): void => undefined
const saved = ({ memberId }: { readonly memberId: string }): string =>
  `liability:savings:${memberId}`
const social = 'liability:social-fund'

type Tell = { readonly [Type in CommandType]: (told: Told, command: CommandOf<Type>) => void }

/** What each type of command does to the books: a new type does not compile until it stands here. */
const tells: Tell = {
  FoundFund: found,
  AmendCharter: (told, { charter, effectiveOn: from }) =>
    void told.charters.push({ from, charter }),
  AdmitAuditors: nothing,
  DismissAuditors: nothing,
  AdmitMember: nothing,
  AppointOfficer: nothing,
  RecordAttendance: nothing,
  ClosePeriod: nothing,
  OpenMeeting: (told, { id, effectiveOn, count }) => counted(told, `${effectiveOn} 0`, id, count),
  CloseMeeting: (told, { id, effectiveOn, count }) => counted(told, `${effectiveOn} 2`, id, count),
  RecordExpense: (told, { amount, effectiveOn }) =>
    move(told, effectiveOn, { from: box, to: 'expense:running-costs', amount }),
  TakeOverSavings: (told, c) =>
    move(told, c.effectiveOn, { from: saved(c), to: 'equity:takeover', amount: c.amount }),
  BuyShares: (told, c) => {
    const amount = c.shares * charterAt(told, c.effectiveOn).shareValue
    move(told, c.effectiveOn, { from: saved(c), to: box, amount })
  },
  RecordWithdrawal: (told, c) =>
    move(told, c.effectiveOn, { from: box, to: saved(c), amount: c.amount }),
  RecordSocialContribution: (told, { amount, effectiveOn }) =>
    move(told, effectiveOn, { from: social, to: box, amount }),
  RecordFine: (told, { amount, effectiveOn }) =>
    move(told, effectiveOn, { from: social, to: box, amount }),
  RecordSocialSupport: (told, { amount, effectiveOn }) =>
    move(told, effectiveOn, { from: box, to: social, amount }),
  TakeOverLoan: lend,
  RecordPayout: lend,
  RecordRepayment: (told, { loanId, id, effectiveOn, amount, written }) => {
    const payment = { id, on: dayOf(effectiveOn), amount, ...(written ? { written } : {}) }
    told.loans.get(loanId)!.payments.push(payment)
  },
  RecordWriteOff: (told, { loanId, id, effectiveOn, amount }) =>
    void told.loans.get(loanId)!.writeOffs.push({ id, on: dayOf(effectiveOn), amount }),
  RecordRelief: (told, { touched, effectiveOn }) => {
    for (const { loanId, from, to } of touched)
      told.loans
        .get(loanId)!
        .windows.push({ from: dayOf(from), to: dayOf(to), declaredOn: dayOf(effectiveOn) })
  },
  RecordDonation: (told, { windowId, amount, effectiveOn }) => {
    const from = windowId === undefined ? 'income:donations' : `liability:grant-window:${windowId}`
    move(told, effectiveOn, { from, to: box, amount })
  },
  RecordGrantPayout: (told, { windowId, amount, effectiveOn }) =>
    move(told, effectiveOn, { from: box, to: `liability:grant-window:${windowId}`, amount }),
}

const bookLoan = (told: Told, loanId: string, loan: NaiveLoan): void => {
  const receivable = `asset:loan:${loanId}`
  const { beganOn, owed: amount, memberId } = loan
  const from = loan.isTakenOver ? 'equity:takeover' : box
  move(told, textOf(beganOn), { from, to: receivable, amount })
  const last = Math.max(...[...loan.payments, ...loan.writeOffs].map(({ on }) => on), beganOn)
  const { splits, writtenOff } = naiveAccount(loan, last)
  for (const { on, interest, principal, excess } of splits) {
    const into = (to: string, sum: number) =>
      move(told, textOf(on), { from: to, to: box, amount: sum })
    into('income:interest', interest)
    into(receivable, principal)
    into(`liability:suspense:${memberId}`, excess)
  }
  for (const { on, amount: off } of writtenOff)
    move(told, textOf(on), { from: receivable, to: 'asset:loan-loss-provision', amount: off })
}

/** Each count by note against the one before it and what moved between them. */
const bookCounts = (told: Told): void => {
  let [last, lastPlace] = [0, '']
  for (const [place, { amount }] of [...told.counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const between = told.boxMoves.filter(
      (m) => m.place < place && (lastPlace === '' || m.place > lastPlace),
    )
    const missing = between.reduce((sum, moved) => sum + moved.amount, last) - amount
    const on = place.slice(0, 10)
    told.lines.push(
      { account: box, on, amount: -missing },
      { account: 'expense:cash-shortage', on, amount: missing },
    )
    ;[last, lastPlace] = [amount, place]
  }
}

const toldBy = (log: readonly Command[]): Told => {
  const told: Told = { charters: [], lines: [], loans: new Map(), counts: new Map(), boxMoves: [] }
  for (const command of log)
    (tells[command.type as CommandType] as (told: Told, command: Command) => void)(told, command)
  return told
}

/** The loans as their facts tell them. */
export const naiveLoans = (log: readonly Command[]): ReadonlyMap<string, NaiveLoan> =>
  toldBy(log).loans

const add = (books: Books, account: string, on: string, amount: number): void => {
  const key = `${account} ${on}`
  const sum = (books.get(key) ?? 0) + amount
  if (sum === 0) books.delete(key)
  else books.set(key, sum)
}

/** What the books would be if no period had ever been closed. */
const openBooks = (log: readonly Command[]): Books => {
  const told = toldBy(log)
  for (const [loanId, loan] of told.loans) bookLoan(told, loanId, loan)
  bookCounts(told)
  const books: Books = new Map()
  for (const { account, on, amount } of told.lines) add(books, account, on, amount)
  return books
}

const balance = (books: Books, account: string, through: string): number =>
  [...books].reduce((sum, [key, amount]) => {
    const [name, on] = key.split(' ') as [string, string]
    return name === account && on <= through ? sum + amount : sum
  }, 0)

/** Income and expense through the day go to the surplus, after what the day needs was set aside. */
const close = (books: Books, on: string, provision: number): void => {
  const missing = provision + balance(books, 'asset:loan-loss-provision', on)
  const accounts = new Set([...books.keys()].map((key) => key.split(' ')[0]!))
  const results = [...accounts]
    .filter((account) => /^(income|expense):/.test(account))
    .map((account) => [account, balance(books, account, on)] as const)
  add(books, 'asset:loan-loss-provision', on, -missing)
  const surplus = 'equity:undistributed-surplus'
  add(books, surplus, on, missing)
  for (const [account, amount] of results) {
    add(books, account, on, -amount)
    add(books, surplus, on, amount)
  }
}

/** The books as the journal's order made them: what changes a closed period stands on the first open day. */
export const naiveBooks = (log: readonly Command[]): Books => {
  const books: Books = new Map()
  let done: Books = new Map()
  let firstOpen = ''
  const settle = (count: number): void => {
    const now = openBooks(log.slice(0, count))
    for (const key of new Set([...done.keys(), ...now.keys()])) {
      const [account, on] = key.split(' ') as [string, string]
      const day = on < firstOpen ? firstOpen : on
      add(books, account, day, (now.get(key) ?? 0) - (done.get(key) ?? 0))
    }
    done = now
  }
  for (const [at, command] of log.entries()) {
    if (command.type !== 'ClosePeriod') continue
    settle(at)
    const told = toldBy(log.slice(0, at))
    const { provisioning } = charterAt(told, command.effectiveOn)
    const needed = naiveProvision(told.loans, provisioning, dayOf(command.effectiveOn))
    close(books, command.effectiveOn, needed)
    firstOpen = textOf(dayOf(command.effectiveOn) + 1)
  }
  settle(log.length)
  return books
}
