import { type FundBook, charterOf, total } from '#domain/health/book.ts'
import type { FundViews, Hasher, Journal } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import { bookOf } from '#src/app/queries.ts'
import type { Answer } from '#src/app/answer.ts'
import type { Recorder } from '#src/app/record.ts'
import type { Session } from '#src/app/standing.ts'
import { lineFaults } from '#src/exchange/members-sheet/checks.ts'
import { type SheetIds, sheetId, takenBefore } from '#src/exchange/taken-before.ts'
import { type MemberLine, membersSheet } from '#src/exchange/members-sheet/sheet.ts'
import type { Line } from '#src/exchange/paper-book/columns.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'
import { olderTermsOf } from '#src/exchange/paper-book/older-terms.ts'
import { type Reader, readerHere } from '#src/exchange/reader.ts'

/** What one row of the sheet adds. Sums are smallest units of the fund's currency. */
type RowTaken = {
  /** Its row in the file, the headings being row 1. */
  readonly row: number
  readonly isNewMember: boolean
  readonly savings: number
  readonly loanOwed: number
}

/** What a sheet of members came to. Sums are smallest units of the fund's currency. */
type MembersTaken = {
  readonly fundId: string
  readonly isDryRun: boolean
  /** True when all of it had been taken in before, so that nothing changed. */
  readonly wasHere: boolean
  readonly members: number
  readonly savings: number
  readonly loans: number
  readonly loansOwed: number
  readonly flagged: number
  /**
   * What the older book does not explain with this sheet: above zero it has more than it owes. It stands
   * open until the meeting has voted to leave it unexplained.
   */
  readonly left: number
  /** What is written, or would be, row by row; rows that add nothing are left out. */
  readonly rows: readonly RowTaken[]
}

export type MembersNeeds = {
  readonly record: Recorder
  readonly store: Journal & FundViews
  readonly hash: Hasher
  /** Left out, the sheet is read in this very thread. */
  readonly reader?: Reader | undefined
}

type Placed = { readonly row: number; readonly field: string; readonly command: Command }

const admittedOf = (line: MemberLine, about: { id: string; on: string }): Placed => ({
  row: line.row,
  field: 'card',
  command: {
    id: about.id,
    v: 1,
    type: 'AdmitMember',
    effectiveOn: about.on,
    // A member is known by the line that admitted them.
    memberId: about.id,
    card: line.card!,
    sex: line.sex!,
    zone: line.zone!,
    isFormer: line.status === 'former',
    ...(line.idpoor === undefined ? {} : { povertyLevel: Number(line.idpoor) as 1 | 2 }),
  },
})

type About = SheetIds & { readonly book: FundBook }

/** What a sheet says as commands. */
const commandsOf = (lines: readonly MemberLine[], of: About): Placed[] => {
  const { book } = of
  const on = book.fund.openedOn
  const known = new Map(book.members.map((member) => [member.card, member.memberId]))
  return lines.flatMap((line): Placed[] => {
    const card = line.card!
    const id = sheetId(of, 'member', card)
    const isNew = !known.has(card)
    if (isNew) known.set(card, id)
    const about = { v: 1 as const, effectiveOn: on, memberId: known.get(card)! }
    const saved: Command = {
      ...about,
      id: sheetId(of, 'savings', card),
      type: 'TakeOverSavings',
      amount: line.savings ?? 0,
    }
    const loanId = sheetId(of, 'loan', line.loan ?? '')
    const owing: Command = {
      ...about,
      id: loanId,
      type: 'TakeOverLoan',
      loanId,
      number: line.loan ?? '',
      product: line.type ?? 'normal',
      principal: line.principal ?? 0,
      months: line.months ?? 0,
      owed: line.loan_left ?? 0,
      paidOutOn: line.disbursed ?? on,
      ...olderTermsOf(line as unknown as Line<'loans.csv'>),
    }
    return [
      ...(isNew ? [admittedOf(line, { id, on })] : []),
      ...(saved.amount > 0 ? [{ row: line.row, field: 'savings', command: saved }] : []),
      ...(owing.owed > 0 ? [{ row: line.row, field: 'loan_left', command: owing }] : []),
    ]
  })
}

/** What stands in the fund already, so that it would stand there twice. */
const hereFaults = (
  placed: readonly Placed[],
  book: FundBook,
  taken: ReadonlyMap<string, string>,
): BookFault[] =>
  placed.flatMap(({ row, field, command }) => {
    const isTwice =
      (command.type === 'TakeOverSavings' &&
        (taken.get(command.memberId) ?? command.id) !== command.id) ||
      (command.type === 'TakeOverLoan' &&
        book.loans.some(
          ({ number, loanId }) => number === command.number && loanId !== command.loanId,
        ))
    return isTwice ? [fault(membersSheet.name, { row, field }, 'here-already')] : []
  })

const answerFaults = (placed: readonly Placed[], answers: readonly Answer[]): BookFault[] =>
  answers.flatMap((answer, i) => {
    const { row, field } = placed[i]!
    if (!('code' in answer)) return []
    const code = answer.outcome === 'conflict' ? 'here-otherwise' : 'not-taken'
    return [fault(membersSheet.name, { row, field }, code)]
  })

const sumOf = (placed: readonly Placed[], of: (command: Command) => number): number =>
  total(placed.map(({ command }) => of(command)))

const savedIn = (command: Command): number =>
  command.type === 'TakeOverSavings' ? command.amount : 0
const owedIn = (command: Command): number => (command.type === 'TakeOverLoan' ? command.owed : 0)

const rowsOf = (placed: readonly Placed[]): RowTaken[] => {
  const byRow = Map.groupBy(placed, ({ row }) => row)
  return [...byRow].map(([row, ofRow]) => ({
    row,
    isNewMember: ofRow.some(({ command }) => command.type === 'AdmitMember'),
    savings: sumOf(ofRow, savedIn),
    loanOwed: sumOf(ofRow, owedIn),
  }))
}

/**
 * Takes members and what they had on the fund's first day from one sheet, CSV or `.xlsx`: all of it or
 * nothing; `undefined` where there is no such fund. The same sheet again changes nothing, and another sum
 * for the same card is a fault until the one that stands there is taken back. Names are not read: they have a page of their own.
 */
export const importMembers = async (
  { record, store, hash, reader = readerHere(hash) }: MembersNeeds,
  { fundId, bytes }: { readonly fundId: string; readonly bytes: Uint8Array },
  options: Session & { readonly dryRun: boolean },
): Promise<MembersTaken | { readonly faults: readonly BookFault[] } | undefined> => {
  const book = await bookOf(store, fundId)
  if (!book) return undefined
  const { currency } = charterOf(book, book.fund.openedOn)
  const read = await reader.list(membersSheet, bytes, currency)
  const lines = read.lines as readonly MemberLine[]
  const faults = [...read.faults, ...lineFaults(lines, book.fund.openedOn)]
  if (lines.length === 0 && faults.length === 0)
    faults.push(fault(membersSheet.name, {}, 'no-lines'))
  if (faults.length > 0) return { faults }
  const { taken, takenBack } = await takenBefore(store, fundId)
  const placed = commandsOf(lines, { book, fundId, hash, takenBack, sheet: 'members-sheet' })
  const twice = hereFaults(placed, book, taken)
  if (twice.length > 0) return { faults: twice }
  const commands = placed.map(({ command }) => command)
  const known = new Set(
    (
      await store.find(
        fundId,
        commands.map(({ id }) => id),
      )
    ).map(({ id }) => id),
  )
  const answers = await record(fundId, commands, { ...options, atomic: true })
  const refused = answerFaults(placed, answers)
  if (refused.length > 0) return { faults: refused }
  const fresh = placed.filter(({ command }) => !known.has(command.id))
  const open = total(
    book.balances.filter(({ account }) => account === 'equity:takeover').map((one) => one.amount),
  )
  return {
    fundId,
    isDryRun: options.dryRun,
    wasHere: fresh.length === 0,
    members: fresh.filter(({ command }) => command.type === 'AdmitMember').length,
    savings: sumOf(fresh, savedIn),
    loans: fresh.filter(({ command }) => command.type === 'TakeOverLoan').length,
    loansOwed: sumOf(fresh, owedIn),
    flagged: answers.filter(({ outcome }) => outcome === 'flagged').length,
    left: sumOf(fresh, owedIn) - sumOf(fresh, savedIn) - open,
    rows: rowsOf(fresh),
  }
}
