import type { LocalDate } from '#domain/kernel/dates.ts'
import { type MemberLine, membersSheet } from '#src/exchange/members-sheet/sheet.ts'
import { type BookFault, type FaultCode, fault } from '#src/exchange/paper-book/faults.ts'

const monthsMax = 120

type Check = readonly [isWrong: boolean, field: string, code: FaultCode]

const loanFaults = (line: MemberLine, openedOn: LocalDate): Check[] => {
  const { loan, loan_left: owed = 0, principal, months, disbursed } = line
  if (owed === 0) return [[loan !== undefined, 'loan_left', 'value-missing']]
  return [
    [loan === undefined, 'loan', 'value-missing'],
    [principal === undefined, 'principal', 'value-missing'],
    [principal === 0, 'principal', 'principal-is-nought'],
    [months === undefined, 'months', 'value-missing'],
    [months !== undefined && (months < 1 || months > monthsMax), 'months', 'months-out-of-range'],
    [disbursed === undefined, 'disbursed', 'value-missing'],
    [disbursed !== undefined && disbursed >= openedOn, 'disbursed', 'carried-over-after-opening'],
  ]
}

const termFaults = ({ method, rate_monthly_percent: rate }: MemberLine): Check[] => [
  [method !== undefined && rate === undefined, 'rate_monthly_percent', 'rate-missing'],
  [method === undefined && rate !== undefined, 'method', 'method-missing'],
]

/** What lines say together: a card's second line is for a second loan alone, and each loan stands once. */
export const lineFaults = (lines: readonly MemberLine[], openedOn: LocalDate): BookFault[] => {
  const cards = new Set<string>()
  const loans = new Set<string>()
  return lines.flatMap((line) => {
    const { card, loan, savings = 0 } = line
    const isSecond = card !== undefined && cards.has(card)
    const told: Check[] = [
      [isSecond && (savings > 0 || loan === undefined), 'card', 'card-twice'],
      [loan !== undefined && loans.has(loan), 'loan', 'loan-number-twice'],
      ...loanFaults(line, openedOn),
      ...termFaults(line),
    ]
    if (card !== undefined) cards.add(card)
    if (loan !== undefined) loans.add(loan)
    return told.flatMap(([isWrong, field, code]) =>
      isWrong ? [fault(membersSheet.name, { row: line.row, field }, code)] : [],
    )
  })
}
