import { type LineCell, gridCellName } from '#src/pages/meeting/grid-typed.ts'
import type { Book } from '#test/support/book-rows.ts'

type Fields = Record<string, string>

/** The hidden fields of a page. */
export const hiddenOf = (page: string): Fields =>
  Object.fromEntries(
    [...page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      /name="([^"]*)"/.exec(input)![1],
      /value="([^"]*)"/.exec(input)![1],
    ]),
  )

const text = (sum: number): string => (sum === 0 ? '' : String(sum))

type Asked = { readonly day: string; readonly page: string }

/** Which lines of the page are whose: by card, the first line of each before those of further loans. */
const rowsOf = ({ rows: said }: Fields): ReadonlyMap<string, readonly number[]> => {
  const rows = new Map<string, number[]>()
  for (const [row, line] of said!.split(';').entries()) {
    const card = line.replace(/^,/, '').split(',')[0]!
    rows.set(card, [...(rows.get(card) ?? []), row])
  }
  return rows
}

const linesOf = (year: Book, { day, page }: Asked): Fields => {
  const rows = rowsOf(hiddenOf(page))
  const fields: Fields = {}
  const written = new Map<string, number>()
  for (const line of year.meeting_sheet.filter(({ meeting_date }) => meeting_date === day)) {
    const place = written.get(line.card) ?? 0
    written.set(line.card, place + 1)
    const at = (cell: LineCell): string => gridCellName(rows.get(line.card)![place]!, cell)
    const isFirst = place === 0
    if (isFirst) {
      if (line.present === 'y') fields[at('present')] = 'yes'
      fields[at('shares')] = text(line.shares)
      fields[at('savings')] = text(line.savings_in)
      fields[at('social')] = text(line.social_in)
      fields[at('fine')] = text(line.fine_in)
      fields[at('out')] = text(line.savings_out)
    }
    fields[at('loan')] = line.loan
    fields[at('principal')] = text(line.principal_paid)
    fields[at('interest')] = text(line.interest_paid)
  }
  return fields
}

const othersOf = (year: Book, day: string): Fields => {
  const fields: Fields = {}
  const lent = year.loans.filter(
    ({ disbursed, opening_balance }) => disbursed === day && opening_balance === null,
  )
  lent.forEach((loan, i) => {
    const at = (cell: string): string => `l${i + 1}-${cell}`
    fields[at('number')] = loan.loan
    fields[at('card')] = loan.member
    fields[at('sum')] = String(loan.principal)
    fields[at('months')] = String(loan.months)
    fields[at('product')] = loan.type
  })
  const grants = year.grants.filter(({ date }) => date === day)
  grants.forEach((grant, i) => {
    fields[`g${i + 1}-number`] = grant.grant
    fields[`g${i + 1}-window`] = 'migration'
    fields[`g${i + 1}-sum`] = String(grant.amount)
  })
  return fields
}

/** The totals of a month as its cash book has them. */
const totalsOfMonth = (year: Book, day: string): Fields => {
  const line = year.cash_book.find(({ meeting_date }) => meeting_date === day)!
  return {
    't-membersPresent': text(line.members_present),
    't-openingCash': text(line.opening_cash),
    't-savingsIn': text(line.savings_in),
    't-socialIn': text(line.social_in),
    't-finesIn': text(line.fines_in),
    't-loanPrincipalIn': text(line.loan_principal_in),
    't-interestIn': text(line.interest_in),
    't-donorGrantIn': text(line.donor_grant_in),
    't-window': 'migration',
    't-loansOut': text(line.loans_out),
    't-savingsOut': text(line.savings_out),
    't-socialOut': text(line.social_out),
    't-migrationGrantsOut': text(line.migration_grants_out),
    't-expensesOut': text(line.expenses_out),
    't-closingCash': text(line.closing_cash),
  }
}

/** A month of the paper book, typed into the sheet that a page gave. */
export const sheetOfMonth = (year: Book, asked: Asked): Fields => ({
  ...hiddenOf(asked.page),
  ...linesOf(year, asked),
  ...othersOf(year, asked.day),
  ...totalsOfMonth(year, asked.day),
})
