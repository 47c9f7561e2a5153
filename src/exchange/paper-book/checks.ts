import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FileName, fundFile, type Lines } from '#src/exchange/paper-book/columns.ts'
import { type BookFault, type FaultCode, fault } from '#src/exchange/paper-book/faults.ts'
import type { FundFile } from '#src/exchange/paper-book/fund-file.ts'

type Context = {
  readonly fund: FundFile | undefined
  readonly openedOn: LocalDate
  /** Faults of the files themselves: what rests on an unread cell would only repeat them. */
  readonly unread: readonly BookFault[]
}

/** The cells that a check looks at beside the one that it names. */
const restsOn: Readonly<Partial<Record<FaultCode, readonly string[]>>> = {
  'savings-not-shares-times-value': ['shares'],
  'carried-over-after-opening': ['opening_balance'],
  'paid-out-before-opening': ['disbursed'],
  'loan-without-number': ['principal_paid', 'interest_paid'],
  'event-differs': ['kind', 'declared'],
  'loan-touched-twice': ['event'],
  'window-cannot-hold': ['first_month'],
  'rate-missing': ['method'],
  'method-missing': ['rate_monthly_percent'],
  'interest-before-not-carried-over': ['opening_balance'],
}

const place = (file: string, row: number | null, field: string | null): string =>
  `${file} ${row} ${field}`

/** Faults that rest only on cells that could be read. */
const onReadCells = (found: readonly BookFault[], unread: readonly BookFault[]): BookFault[] => {
  const places = new Set(unread.map(({ file, row, field }) => place(file, row, field)))
  return found.filter(({ file, row, field, code }) =>
    [field, ...(restsOn[code] ?? [])].every((cell) => !places.has(place(file, row, cell))),
  )
}

/** Whether every cell of a column could be read: no fault of the file, of a line, or of such a cell. */
const isWhole = (unread: readonly BookFault[], file: FileName, column: string): boolean =>
  !unread.some(
    (found) =>
      found.file === file && (found.field === null || found.field === column || found.row === 1),
  )

const monthsMax = 120

const at = (file: FileName, row: number, field: string, code: FaultCode): BookFault =>
  fault(file, { row, field }, code)

/** Faults of lines whose key has stood before; of keys that could not be read none is told in the end. */
const repeated = <L extends { readonly row: number }>(
  lines: readonly L[],
  key: (line: L) => string | undefined,
  found: (line: L) => BookFault,
): BookFault[] => {
  const seen = new Set<string | undefined>()
  return lines.flatMap((line) => {
    const value = key(line)
    const isSeen = seen.has(value)
    seen.add(value)
    return isSeen ? [found(line)] : []
  })
}

const when = (isWrong: boolean, found: () => BookFault): BookFault[] => (isWrong ? [found()] : [])

/** Unknown cards and loans are only faults when the list of them could be read whole. */
const unknownIn =
  (list: ReadonlySet<string>, isKnownWhole: boolean) =>
  (value: string | undefined): boolean =>
    isKnownWhole && value !== undefined && !list.has(value)

type Known = {
  readonly isUnknownCard: (card?: string) => boolean
  readonly isUnknownLoan: (loan?: string) => boolean
}

const openingFaults = (lines: Lines, { fund, unread }: Context): BookFault[] => {
  if (!fund) return []
  const savings = lines['members.csv'].reduce((sum, line) => sum + line.opening_savings, 0)
  const loans = lines['loans.csv'].reduce((sum, line) => sum + (line.opening_balance ?? 0), 0)
  return [
    ...when(
      isWhole(unread, 'members.csv', 'opening_savings') && savings !== fund.opening.savings,
      () => fault(fundFile, { field: 'opening.savings' }, 'opening-savings-differ'),
    ),
    ...when(isWhole(unread, 'loans.csv', 'opening_balance') && loans !== fund.opening.loans, () =>
      fault(fundFile, { field: 'opening.loans' }, 'opening-loans-differ'),
    ),
  ]
}

const loanFaults = (lines: Lines, { openedOn }: Context, { isUnknownCard }: Known): BookFault[] =>
  lines['loans.csv'].flatMap(({ row, member, months, principal, disbursed, opening_balance }) => [
    ...when(isUnknownCard(member), () => at('loans.csv', row, 'member', 'member-unknown')),
    ...when(months < 1 || months > monthsMax, () =>
      at('loans.csv', row, 'months', 'months-out-of-range'),
    ),
    ...when(principal === 0, () => at('loans.csv', row, 'principal', 'principal-is-nought')),
    ...when(opening_balance !== undefined && disbursed >= openedOn, () =>
      at('loans.csv', row, 'disbursed', 'carried-over-after-opening'),
    ),
    ...when(opening_balance === undefined && disbursed < openedOn, () =>
      at('loans.csv', row, 'opening_balance', 'paid-out-before-opening'),
    ),
  ])

/** How an older book charged: a method without its rate, or a rate without its method, says nothing. */
const olderTermFaults = (lines: Lines): BookFault[] =>
  lines['loans.csv'].flatMap(
    ({ row, method, rate_monthly_percent, interest_before = 0, opening_balance }) => [
      ...when(method !== undefined && rate_monthly_percent === undefined, () =>
        at('loans.csv', row, 'rate_monthly_percent', 'rate-missing'),
      ),
      ...when(method === undefined && rate_monthly_percent !== undefined, () =>
        at('loans.csv', row, 'method', 'method-missing'),
      ),
      ...when(interest_before > 0 && opening_balance === undefined, () =>
        at('loans.csv', row, 'interest_before', 'interest-before-not-carried-over'),
      ),
    ],
  )

const sheetFaults = (
  lines: Lines,
  { fund, openedOn }: Context,
  { isUnknownCard, isUnknownLoan }: Known,
): BookFault[] => {
  const file = 'meeting_sheet.csv'
  return lines[file].flatMap(
    ({ row, card, loan, shares, savings_in, principal_paid, interest_paid, meeting_date }) => [
      ...when(isUnknownCard(card), () => at(file, row, 'card', 'member-unknown')),
      ...when(isUnknownLoan(loan), () => at(file, row, 'loan', 'loan-unknown')),
      ...when(fund !== undefined && savings_in !== shares * fund.charter.shareValue, () =>
        at(file, row, 'savings_in', 'savings-not-shares-times-value'),
      ),
      ...when(loan === undefined && principal_paid + interest_paid > 0, () =>
        at(file, row, 'loan', 'loan-without-number'),
      ),
      ...when(meeting_date < openedOn, () => at(file, row, 'meeting_date', 'before-opening')),
    ],
  )
}

/** Every week for ten years: more lines than that are a file copied into itself. */
const repaymentsMax = 520

const repaidTooOften = (lines: Lines): BookFault[] =>
  [...Map.groupBy(lines['meeting_sheet.csv'], ({ loan }) => loan)].flatMap(([loan, found]) =>
    when(loan !== undefined && found.length > repaymentsMax, () =>
      at('meeting_sheet.csv', found[repaymentsMax]!.row, 'loan', 'loan-repaid-too-often'),
    ),
  )

const cashBookFaults = (lines: Lines, { openedOn }: Context): BookFault[] =>
  lines['cash_book.csv'].flatMap(({ row, meeting_date }) =>
    when(meeting_date < openedOn, () => at('cash_book.csv', row, 'meeting_date', 'before-opening')),
  )

/** A payee that looks like a card must be one; a code of another pattern stands for nobody. */
const looksLikeCard = (lines: Lines): ((payee: string) => boolean) => {
  const prefixes = new Set(lines['members.csv'].map(({ card }) => card?.replace(/\d.*$/, '')))
  return (payee) => prefixes.has(payee?.replace(/\d.*$/, ''))
}

const grantFaults = (
  lines: Lines,
  { openedOn }: Context,
  { isUnknownCard }: Known,
): BookFault[] => {
  const file = 'grants.csv'
  const isCard = looksLikeCard(lines)
  return lines[file].flatMap(({ row, payee, amount, date }) => [
    ...when(isCard(payee) && isUnknownCard(payee), () => at(file, row, 'payee', 'member-unknown')),
    ...when(amount === 0, () => at(file, row, 'amount', 'amount-is-nought')),
    ...when(date < openedOn, () => at(file, row, 'date', 'before-opening')),
  ])
}

const reliefFaults = (lines: Lines, { isUnknownLoan }: Known): BookFault[] => {
  const file = 'relief.csv'
  const whole = lines[file].filter(
    ({ kind, declared }) => kind !== undefined && declared !== undefined,
  )
  const first = new Map(whole.toReversed().map((line) => [line.event, line]))
  return lines[file].flatMap((line) => {
    const { row, event, loan, declared, first_month, last_month, kind } = line
    const { kind: firstKind, declared: firstDeclared } = first.get(event) ?? line
    return [
      ...when(isUnknownLoan(loan), () => at(file, row, 'loan', 'loan-unknown')),
      ...when(last_month < first_month, () => at(file, row, 'last_month', 'window-cannot-hold')),
      ...when(kind !== firstKind || declared !== firstDeclared, () =>
        at(file, row, 'event', 'event-differs'),
      ),
    ]
  })
}

const writeOffFaults = (
  lines: Lines,
  { openedOn }: Context,
  { isUnknownLoan }: Known,
): BookFault[] => {
  const file = 'write_offs.csv'
  return lines[file].flatMap(({ row, loan, amount, date }) => [
    ...when(isUnknownLoan(loan), () => at(file, row, 'loan', 'loan-unknown')),
    ...when(amount === 0, () => at(file, row, 'amount', 'amount-is-nought')),
    ...when(date < openedOn, () => at(file, row, 'date', 'before-opening')),
  ])
}

/** What the files say together that cannot hold. */
export const bookFaults = (lines: Lines, context: Context): BookFault[] => {
  const cards = new Set(lines['members.csv'].map(({ card }) => card))
  const loans = new Set(lines['loans.csv'].map(({ loan }) => loan))
  const known: Known = {
    isUnknownCard: unknownIn(cards, isWhole(context.unread, 'members.csv', 'card')),
    isUnknownLoan: unknownIn(loans, isWhole(context.unread, 'loans.csv', 'loan')),
  }
  const found = [
    ...openingFaults(lines, context),
    ...repeated(
      lines['members.csv'],
      ({ card }) => card,
      ({ row }) => at('members.csv', row, 'card', 'card-twice'),
    ),
    ...repeated(
      lines['loans.csv'],
      ({ loan }) => loan,
      ({ row }) => at('loans.csv', row, 'loan', 'loan-number-twice'),
    ),
    ...loanFaults(lines, context, known),
    ...olderTermFaults(lines),
    ...sheetFaults(lines, context, known),
    ...repaidTooOften(lines),
    ...repeated(
      lines['cash_book.csv'],
      (line) => line.meeting_date,
      ({ row }) => at('cash_book.csv', row, 'meeting_date', 'meeting-twice'),
    ),
    ...cashBookFaults(lines, context),
    ...grantFaults(lines, context, known),
    ...repeated(
      lines['relief.csv'],
      ({ event, loan }) => JSON.stringify([event, loan]),
      ({ row }) => at('relief.csv', row, 'loan', 'loan-touched-twice'),
    ),
    ...reliefFaults(lines, known),
    ...writeOffFaults(lines, context, known),
  ]
  return onReadCells(found, context.unread)
}
