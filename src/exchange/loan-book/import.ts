import { type FundBook, charterOf, total } from '#domain/health/book.ts'
import { type Compared, comparedThere } from '#domain/conventions/comparing.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { takeOverLoan } from '#domain/loans/operations/taking-over.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import { bookOf } from '#src/app/queries.ts'
import type { Answer } from '#src/app/answer.ts'
import type { Session } from '#src/app/standing.ts'
import { loanBookFaults } from '#src/exchange/loan-book/checks.ts'
import { type LoanLine, loanBook } from '#src/exchange/loan-book/sheet.ts'
import {
  olderTermsThere,
  owedOf,
  termMonths,
  statedLoanOf,
  statedBalancesOf,
} from '#src/exchange/loan-book/terms.ts'
import type { MembersNeeds } from '#src/exchange/members-sheet/import.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'
import { type Reader, readerHere } from '#src/exchange/reader.ts'
import { type SheetIds, sheetId, takenBefore } from '#src/exchange/taken-before.ts'

/** One loan of the sheet: what is taken over of it, and how its system's figures stand to its convention. */
export type LoanTaken = {
  /** Its row in the file, the headings being row 1. */
  readonly row: number
  readonly loan: string
  /** Principal that is taken over, as the sheet says; zero is taken over by nobody. */
  readonly owed: number
  /** Interest that fell due there and was not paid: told, not carried over. */
  readonly interestLeft: number
  readonly isHere: boolean
  readonly compared: Compared
  /** Rules of the fund that the loan breaks. */
  readonly flags: readonly string[]
}

/** What another system's book of loans came to. Sums are smallest units of the fund's currency. */
type LoansTaken = {
  readonly fundId: string
  readonly isDryRun: boolean
  /** True when all of it had been taken in before, so that nothing changed. */
  readonly wasHere: boolean
  readonly loans: number
  readonly owed: number
  readonly interestLeft: number
  readonly flagged: number
  readonly same: number
  readonly differing: number
  readonly notComputed: number
  /** What the older book does not explain with this sheet: above zero it has more than it owes. */
  readonly left: number
  readonly rows: readonly LoanTaken[]
}

type Placed = { readonly line: LoanLine; readonly command: CommandOf<typeof takeOverLoan> }

/** Loans on which something is owed, as the facts that they are: no balance is corrected. */
const commandsOf = (
  lines: readonly LoanLine[],
  { book, currency, ids }: { book: FundBook; currency: Currency; ids: SheetIds },
): Placed[] => {
  const members = new Map(book.members.map(({ card, memberId }) => [card, memberId]))
  return lines.flatMap((line) => {
    const owed = owedOf(line)
    if (owed === 0) return []
    const loanId = sheetId(ids, 'loan', line.loan!)
    const command: Placed['command'] = {
      id: loanId,
      v: 1,
      type: 'TakeOverLoan',
      effectiveOn: book.fund.openedOn,
      memberId: members.get(line.card!)!,
      loanId,
      number: line.loan!,
      product: line.type ?? 'normal',
      principal: line.principal!,
      months: termMonths(line)!,
      owed,
      paidOutOn: line.disbursed!,
      ...olderTermsThere(line, statedLoanOf(line, currency)),
    }
    return [{ line, command }]
  })
}

const loanFault = ({ line }: Placed, code: BookFault['code']): BookFault =>
  fault(loanBook.name, { row: line.row, field: 'loan' }, code)

/** Loans of these numbers that came another way. */
const hereFaults = (placed: readonly Placed[], book: FundBook): BookFault[] =>
  placed
    .filter(({ command }) =>
      book.loans.some(
        ({ number, loanId }) => number === command.number && loanId !== command.loanId,
      ),
    )
    .map((one) => loanFault(one, 'here-already'))

const answerFaults = (placed: readonly Placed[], answers: readonly Answer[]): BookFault[] =>
  answers.flatMap((answer, i) =>
    'code' in answer
      ? [loanFault(placed[i]!, answer.outcome === 'conflict' ? 'here-otherwise' : 'not-taken')]
      : [],
  )

type Recorded = {
  readonly book: FundBook
  readonly currency: Currency
  readonly placed: readonly Placed[]
  readonly answers: readonly Answer[]
  readonly known: ReadonlySet<string>
}

const rowsOf = (lines: readonly LoanLine[], done: Recorded): LoanTaken[] => {
  const { book, currency, placed, answers, known } = done
  const byRow = new Map(placed.map(({ line, command }, i) => [line.row, { command, i }]))
  return lines.map((line) => {
    const at = byRow.get(line.row)
    const answer = at && answers[at.i]
    return {
      row: line.row,
      loan: line.loan!,
      owed: owedOf(line),
      interestLeft: at === undefined ? 0 : (line.interest_late ?? 0),
      isHere: at !== undefined && known.has(at.command.id),
      compared: comparedThere(
        statedLoanOf(line, currency),
        statedBalancesOf(line),
        book.fund.openedOn,
      ),
      flags: answer && 'flags' in answer ? answer.flags : [],
    }
  })
}

const takenOf = (rows: readonly LoanTaken[], { book, placed, known }: Recorded) => {
  const fresh = placed.filter(({ command }) => !known.has(command.id))
  const owed = total(fresh.map(({ command }) => command.owed))
  const open = total(
    book.balances.filter(({ account }) => account === 'equity:takeover').map((one) => one.amount),
  )
  const withVerdict = (verdict: Compared['verdict']): number =>
    rows.filter(({ compared }) => compared.verdict === verdict).length
  return {
    wasHere: placed.length > 0 && fresh.length === 0,
    loans: fresh.length,
    owed,
    interestLeft: total(rows.map(({ interestLeft }) => interestLeft)),
    flagged: rows.filter(({ flags }) => flags.length > 0).length,
    same: withVerdict('same'),
    differing: withVerdict('differs'),
    notComputed: withVerdict('not-computed'),
    left: owed - open,
    rows,
  }
}

/** The lines of the sheet, or all that is to be mended in it. */
const readIn = async (
  reader: Reader,
  bytes: Uint8Array,
  { book, currency }: { readonly book: FundBook; readonly currency: Currency },
) => {
  const read = await reader.list(loanBook, bytes, currency)
  const lines = read.lines as readonly LoanLine[]
  const cards = new Set(book.members.map(({ card }) => card))
  const ground = { openedOn: book.fund.openedOn, currency, cards }
  const faults = [...read.faults, ...loanBookFaults(lines, ground)]
  if (lines.length === 0 && faults.length === 0)
    faults.push(fault(loanBook.name, {}, 'no-loan-lines'))
  return { lines, faults }
}

/**
 * Takes the loans of another system's book into a fund on its first day: all of them or nothing; `undefined`
 * where there is no such fund. What that system says is owed is what is taken over. How it stands to what the
 * system's own convention gives is told loan by loan and corrects nothing. The same sheet again changes nothing.
 */
export const importLoans = async (
  { record, store, hash, reader = readerHere(hash) }: MembersNeeds,
  { fundId, bytes }: { readonly fundId: string; readonly bytes: Uint8Array },
  options: Session & { readonly dryRun: boolean },
): Promise<LoansTaken | { readonly faults: readonly BookFault[] } | undefined> => {
  const book = await bookOf(store, fundId)
  if (!book) return undefined
  const { currency } = charterOf(book, book.fund.openedOn)
  const { lines, faults } = await readIn(reader, bytes, { book, currency })
  if (faults.length > 0) return { faults }
  const { takenBack } = await takenBefore(store, fundId)
  const ids: SheetIds = { fundId, hash, takenBack, sheet: 'loan-book' }
  const placed = commandsOf(lines, { book, currency, ids })
  const here = hereFaults(placed, book)
  if (here.length > 0) return { faults: here }
  const commands = placed.map(({ command }) => command)
  const found = await store.find(
    fundId,
    commands.map(({ id }) => id),
  )
  const known = new Set(found.map(({ id }) => id))
  const answers = await record(fundId, commands, { ...options, atomic: true })
  const refused = answerFaults(placed, answers)
  if (refused.length > 0) return { faults: refused }
  const done = { book, currency, placed, answers, known }
  return { fundId, isDryRun: options.dryRun, ...takenOf(rowsOf(lines, done), done) }
}
