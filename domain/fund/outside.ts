import type { Decision } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter.ts'
import { borrowingMaxPercentOf } from '#domain/fund/savings-rules.ts'
import {
  type Borrowing,
  type BorrowingRepaid,
  type Borrowings,
  type MoneyBorrowed,
  type RecordBorrowing,
  type RecordBorrowingRepayment,
  recordBorrowing,
  recordBorrowingRepayment,
} from '#domain/fund/borrowing.ts'
import { type MoneyExchanged, type RecordExchange, recordExchange } from '#domain/fund/exchange.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type Posted, balanceOf } from '#domain/ledger/balances.ts'

/** What the fund does with the world outside: what it borrows there, and other people's currencies. */
export type OutsideBody = MoneyBorrowed | BorrowingRepaid | MoneyExchanged
export type OutsideCommand = RecordBorrowing | RecordBorrowingRepayment | RecordExchange

const bodies: readonly string[] = [
  'MoneyBorrowed',
  'BorrowingRepaid',
  'MoneyExchanged',
] satisfies OutsideBody['type'][]
export const isOutsideBody = (body: { readonly type: string }): body is OutsideBody =>
  bodies.includes(body.type)

const commands: readonly string[] = [
  'RecordBorrowing',
  'RecordBorrowingRepayment',
  'RecordExchange',
] satisfies OutsideCommand['type'][]
export const isOutsideCommand = (command: { readonly type: string }): command is OutsideCommand =>
  commands.includes(command.type)

type Shelf = { readonly posted: Posted; readonly borrowings: Borrowings }

const isOwn = (account: string): boolean =>
  /^(equity|income|expense|liability:savings|liability:private-savings)/.test(account)

/** What is the members' own on a day: equity, results and all savings. */
const ownOn = (posted: Posted, on: LocalDate): number =>
  [...posted.keys()].filter(isOwn).reduce((sum, account) => sum - balanceOf(posted, account, on), 0)

/** One decision a command: all of them are facts. */
export const decideOutside = (
  { posted, borrowings }: Shelf,
  charter: Charter,
  command: OutsideCommand,
): Decision<OutsideBody, never> => {
  const { currency } = charter
  switch (command.type) {
    case 'RecordBorrowing': {
      const own = Math.max(ownOn(posted, command.effectiveOn), 0)
      const limit = Math.floor((own * borrowingMaxPercentOf(charter)) / 100)
      return recordBorrowing({ borrowings, currency, limit }, command)
    }
    case 'RecordBorrowingRepayment':
      return recordBorrowingRepayment({ borrowings, currency }, command)
    case 'RecordExchange':
      return recordExchange(
        { currency, held: (account) => balanceOf(posted, account, command.effectiveOn) },
        command,
      )
  }
}

const inOrder = (repayments: Borrowing['repayments']): Borrowing['repayments'] =>
  repayments.toSorted((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1))

/** Takes in what an entry says of what the fund owes, in place. */
export const takeInOutside = (
  borrowings: Borrowings,
  body: OutsideBody,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): void => {
  switch (body.type) {
    case 'MoneyBorrowed': {
      const { borrowingId, lender, amount, ratePercent, schedule } = body
      const borrowing = { borrowingId, lender, amount, ratePercent, schedule, on, repayments: [] }
      return void borrowings.set(borrowingId, borrowing)
    }
    case 'BorrowingRepaid': {
      const borrowing = borrowings.get(body.borrowingId)!
      const { principal, interest } = body
      const repayments = inOrder([...borrowing.repayments, { id, on, principal, interest }])
      return void borrowings.set(body.borrowingId, { ...borrowing, repayments })
    }
    case 'MoneyExchanged':
      return
  }
}

/** Takes it back out again, in place. */
export const takeOutOutside = (borrowings: Borrowings, body: OutsideBody, id: EntryId): void => {
  if (body.type === 'MoneyExchanged') return
  const borrowing = borrowings.get(body.borrowingId)!
  if (body.type === 'MoneyBorrowed')
    return void borrowings.set(body.borrowingId, { ...borrowing, isVoid: true })
  const repayments = borrowing.repayments.filter((one) => one.id !== id)
  borrowings.set(body.borrowingId, { ...borrowing, repayments })
}
