/*
 * The books of a fund counted a second time, from the accepted commands alone: every total anew, nothing
 * kept from one entry to the next but what a period's closing carried.
 */
import type { Command } from '#domain/village.ts'
import { naiveFines } from '#test/sim/naive-fines.ts'
import { type NaiveLoan, naiveAccount } from '#test/sim/naive-loan.ts'
import { naiveProvision } from '#test/sim/naive-provision.ts'
import { type NaiveFacts, box, charterAt, move, noFacts } from '#test/sim/naive-facts.ts'
import { payInterest, settleDeath, shareOut } from '#test/sim/naive-saving.ts'
import { tell } from '#test/sim/naive-taking-in.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'

/** `account day` and what was posted there; what comes to zero is left out. */
export type Books = Map<string, number>

type Open = Pick<NaiveFacts, 'lines' | 'boxMoves'>

/** Recoveries free what was set aside for the loss, as far as was given up by their day. */
const bookRecoveries = (
  loan: NaiveLoan,
  writtenOff: readonly { readonly on: number; readonly amount: number }[],
  into: (on: number, to: string, amount: number) => void,
): void => {
  let freed = 0
  const inTurn = loan.recoveries.toSorted((a, b) => a.on - b.on || (a.id < b.id ? -1 : 1))
  for (const { on, amount } of inTurn) {
    const claim = writtenOff.reduce((sum, off) => (off.on <= on ? sum + off.amount : sum), 0)
    const frees = Math.min(amount, claim - freed)
    freed += frees
    into(on, 'asset:loan-loss-provision', frees)
    into(on, `liability:suspense:${loan.memberId}`, amount - frees)
  }
}

const bookLoan = (open: Open, loanId: string, loan: NaiveLoan): void => {
  if (loan.isVoid) return
  const receivable = `asset:loan:${loanId}`
  const { beganOn, owed, gone, memberId, id } = loan
  const lent = (on: number, amount: number, from = box): void =>
    move(open, textOf(on), { id, from, to: receivable, amount })
  const into = (on: number, to: string, amount: number): void =>
    move(open, textOf(on), { id, from: to, to: box, amount })
  lent(beganOn, owed + gone, loan.isTakenOver ? 'equity:takeover' : box)
  const provision = 'asset:loan-loss-provision'
  move(open, textOf(beganOn), { id, from: receivable, to: provision, amount: gone })
  for (const { on, amount } of loan.draws) lent(on, amount)
  const { payments, writeOffs, draws, changes, conversions } = loan
  const facts = [...payments, ...writeOffs, ...draws, ...changes, ...conversions]
  const last = Math.max(...facts.map(({ on }) => on), beganOn)
  const { splits, writtenOff } = naiveAccount(loan, last)
  for (const { on, interest, principal, excess, excessTo, from } of splits) {
    const hands = {
      savings: `liability:savings:${memberId}`,
      bank: 'asset:bank',
      wallet: 'asset:wallet',
    }
    const hand = from ? hands[from] : box
    const paid = (to: string, amount: number): void =>
      move(open, textOf(on), { id, from: to, to: hand, amount })
    paid('income:interest', interest)
    paid(receivable, principal)
    if (from !== 'savings') paid(`liability:${excessTo}:${memberId}`, excess)
  }
  for (const { on, amount } of writtenOff)
    move(open, textOf(on), { id, from: receivable, to: provision, amount })
  for (const { on, amount, allowed } of naiveFines(loan)) {
    into(on, 'liability:social-fund', allowed)
    into(on, `liability:savings:${memberId}`, amount - allowed)
  }
  bookRecoveries(loan, writtenOff, into)
}

/** Each count by note against the one before it and what moved between them. */
const bookCounts = (open: Open, counts: NaiveFacts['counts']): void => {
  let [last, lastPlace] = [0, '']
  for (const [place, { id, amount }] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const between = open.boxMoves.filter(
      (m) => m.place < place && (lastPlace === '' || m.place > lastPlace),
    )
    const missing = between.reduce((sum, moved) => sum + moved.amount, last) - amount
    const on = place.slice(0, 10)
    open.lines.push(
      { id, account: box, on, amount: -missing },
      { id, account: 'expense:cash-shortage', on, amount: missing },
    )
    ;[last, lastPlace] = [amount, place]
  }
}

const add = (books: Books, account: string, on: string, amount: number): void => {
  const key = `${account} ${on}`
  const sum = (books.get(key) ?? 0) + amount
  if (sum === 0) books.delete(key)
  else books.set(key, sum)
}

/** What happened, on the days it happened, with what loans made of it. */
const openLines = ({ lines, boxMoves, loans }: NaiveFacts): Open => {
  const open = { lines: [...lines], boxMoves: [...boxMoves] }
  for (const [loanId, loan] of loans) bookLoan(open, loanId, loan)
  return open
}

/** What the books would be if no period had ever been closed. */
const openBooks = (told: NaiveFacts): Books => {
  const { counts } = told
  const open = openLines(told)
  bookCounts(open, counts)
  const books: Books = new Map()
  for (const { account, on, amount } of open.lines) add(books, account, on, amount)
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
const replayed = (
  log: readonly Command[],
): { readonly books: Books; readonly told: NaiveFacts } => {
  const books: Books = new Map()
  const told = noFacts()
  let done: Books = new Map()
  let firstOpen = ''
  const settle = (): void => {
    const now = openBooks(told)
    for (const key of new Set([...done.keys(), ...now.keys()])) {
      const [account, on] = key.split(' ') as [string, string]
      const day = on < firstOpen ? firstOpen : on
      add(books, account, day, (now.get(key) ?? 0) - (done.get(key) ?? 0))
    }
    done = now
  }
  for (const command of log) {
    tell(told, command)
    if (command.type === 'ShareOut') {
      settle()
      const least = (account: string): number =>
        Math.min(
          -balance(books, account, command.effectiveOn),
          -balance(books, account, '9999-12-31'),
        )
      const surplus = least('equity:undistributed-surplus')
      const setAside = least('equity:running-costs-reserve')
      shareOut(told, command, { lines: openLines(told).lines, surplus, setAside })
    }
    if (command.type === 'SettleDeath') {
      settle()
      const own = (through: string): number =>
        -balance(books, `liability:savings:${command.memberId}`, through)
      settleDeath(told, command, Math.min(own(command.effectiveOn), own('9999-12-31')))
    }
    if (command.type === 'PayInterestOnSavings') payInterest(told, command, openLines(told).lines)
    if (command.type !== 'ClosePeriod') continue
    settle()
    const { provisioning } = charterAt(told, command.effectiveOn)
    const needed = naiveProvision(told.loans, provisioning, dayOf(command.effectiveOn))
    close(books, command.effectiveOn, needed)
    firstOpen = textOf(dayOf(command.effectiveOn) + 1)
  }
  settle()
  return { books, told }
}

export const naiveBooks = (log: readonly Command[]): Books => replayed(log).books

/** The loans as their facts tell them. */
export const naiveLoans = (log: readonly Command[]): ReadonlyMap<string, NaiveLoan> =>
  replayed(log).told.loans
