import { currencyCodes } from '#domain/kernel/money.ts'
import { ratePeriods, systems, statedMethods } from '#domain/conventions/stated-loan.ts'
import { securities } from '#domain/loans/request/request-state.ts'
import type { Column } from '#src/exchange/paper-book/columns.ts'
import type { ListKind } from '#src/exchange/paper-book/one-sheet.ts'

type More = Partial<Omit<Column, 'name' | 'khmer' | 'kind'>>

const must = (name: string, khmer: string, kind: Column['kind'], more: More = {}): Column => ({
  name,
  khmer,
  kind,
  ...more,
})

const may = (name: string, khmer: string, kind: Column['kind'], more: More = {}): Column => ({
  ...must(name, khmer, kind, more),
  mayBeEmpty: true,
  mayBeMissing: true,
})

const called = (...alsoCalled: readonly string[]): More => ({ alsoCalled })

/** Words of Fineract's screens, of its reports and of its template for loans, and of Frappe's. */
const said = (choices: readonly string[], words: Readonly<Record<string, string>>): More => ({
  choices,
  saidAs: new Map(Object.entries(words)),
})

const ofWeek = { weekly: 'week', weeks: 'week', weekday: 'week' }
const periodWords = { ...ofWeek, days: 'day', daily: 'day', months: 'month', monthly: 'month' }

/**
 * The one sheet of another system's loans, one line a loan; `docs/other-books.md` lists it for people. What
 * Fineract's report "Active Loans - Details" and Frappe's list of loans call a column is read as that column.
 */
export const loanBook: ListKind = {
  name: 'loan_book',
  khmer: 'សៀវភៅកម្ចី',
  columns: [
    must('card', 'លេខប័ណ្ណ', 'code'),
    must('loan', 'លេខកម្ចី', 'code', called('loan account no.', 'id')),
    must('system', 'ប្រព័ន្ធ', 'choice', { choices: systems }),
    may(
      'currency',
      'រូបិយប័ណ្ណ',
      'choice',
      said(
        currencyCodes.map((code) => code.toLowerCase()),
        { '៛': 'khr', $: 'usd', '฿': 'thb', '₫': 'vnd', '₭': 'lak' },
      ),
    ),
    must('principal', 'ប្រាក់ដើម', 'sum', called('loan amount', 'loan_amount')),
    must(
      'rate_percent',
      'អត្រាការប្រាក់',
      'any-rate',
      called('annual nominal interest rate', 'rate of interest (%) / year', 'rate_of_interest'),
    ),
    may('rate_period', 'រយៈពេលនៃអត្រា', 'choice', said(ratePeriods, periodWords)),
    may('method', 'របៀបគិតការប្រាក់', 'choice', {
      ...said(statedMethods, { 'declining balance': 'declining' }),
      ...called('interest method'),
    }),
    may('parts', 'របៀបបង់រំលស់', 'choice', {
      ...said(['equal-instalments', 'equal-principal'], {
        'equal installments': 'equal-instalments',
        'equal principal payments': 'equal-principal',
      }),
      ...called('amortization'),
    }),
    may('interest_by', 'ការប្រាក់គិតតាម', 'choice', {
      ...said(['period', 'day'], { 'same as repayment period': 'period', daily: 'day' }),
      ...called('interest calculation period'),
    }),
    must(
      'instalments',
      'ចំនួនដង',
      'whole',
      called('# of repayments', 'repayment periods', 'repayment_periods'),
    ),
    may('every', 'រៀងរាល់', 'whole'),
    may('period', 'រយៈពេលបង់', 'choice', {
      ...said(['day', 'week', 'month', 'year'], periodWords),
      ...called('repayment frequency', 'repayment_frequency'),
    }),
    must(
      'disbursed',
      'ថ្ងៃបើកប្រាក់',
      'date',
      called('disbursed date', 'disbursement date', 'disbursement_date'),
    ),
    may(
      'first_due',
      'ថ្ងៃបង់ដំបូង',
      'date',
      called('first repayment on', 'repayment start date', 'repayment_start_date'),
    ),
    may('grace', 'ចំនួនដងមិនបង់ប្រាក់ដើម', 'whole', called('grace-principal payment')),
    may('rounding', 'ការបង្គត់', 'choice', { choices: ['half-even', 'half-up'] }),
    may('multiple', 'បង្គត់ទៅពហុគុណ', 'sum'),
    may('days_of_year', 'ថ្ងៃក្នុងឆ្នាំ', 'choice', { choices: ['360', '364', '365', 'actual'] }),
    may('days_of_month', 'ថ្ងៃក្នុងខែ', 'choice', { choices: ['30', 'actual'] }),
    may(
      'principal_paid',
      'ប្រាក់ដើមបានសង',
      'sum',
      called('principal repaid', 'total principal paid', 'total_principal_paid'),
    ),
    may('principal_owed', 'ប្រាក់ដើមនៅជំពាក់', 'sum', called('principal outstanding')),
    may('interest_paid', 'ការប្រាក់បានសង', 'sum', called('interest repaid')),
    may('interest_owed', 'ការប្រាក់នៅជំពាក់', 'sum', called('interest outstanding')),
    may(
      'interest_whole',
      'ការប្រាក់សរុប',
      'sum',
      called('total interest payable', 'total_interest_payable'),
    ),
    may('principal_late', 'ប្រាក់ដើមយឺត', 'sum', called('principal overdue')),
    may('interest_late', 'ការប្រាក់យឺត', 'sum', called('interest overdue')),
    may('type', 'ប្រភេទ', 'choice', { choices: ['normal', 'seasonal', 'emergency'] }),
    may('fee', 'កម្រៃសេវា', 'sum'),
    may('security', 'វត្ថុបញ្ចាំ', 'choices', { choices: securities }),
  ],
  unread: [
    'name',
    'ឈ្មោះ',
    // Fineract, "Active Loans - Details".
    'office/branch',
    'loan officer',
    'client',
    'product',
    'fund',
    'expected matured on',
    'fees repaid',
    'fees outstanding',
    'fees overdue',
    'penalties repaid',
    'penalties outstanding',
    'penalties overdue',
    // Frappe, list of loans: headings and the names of its fields.
    'applicant type',
    'applicant_type',
    'applicant',
    'applicant name',
    'applicant_name',
    'company',
    'posting date',
    'posting_date',
    'status',
    'loan product',
    'loan_product',
    'repayment method',
    'repayment_method',
    'monthly repayment amount',
    'monthly_repayment_amount',
    'disbursed amount',
    'disbursed_amount',
    'total payable amount',
    'total_payment',
    'total amount paid',
    'total_amount_paid',
    'days past due',
    'days_past_due',
  ],
}

/** A line as read: empty cells undefined, sums and whole numbers as numbers. */
export type LoanLine = {
  readonly row: number
  readonly card?: string
  readonly loan?: string
  readonly system?: (typeof systems)[number]
  readonly currency?: string
  readonly principal?: number
  readonly rate_percent?: string
  readonly rate_period?: (typeof ratePeriods)[number]
  readonly method?: (typeof statedMethods)[number]
  readonly parts?: 'equal-instalments' | 'equal-principal'
  readonly interest_by?: 'period' | 'day'
  readonly instalments?: number
  readonly every?: number
  readonly period?: 'day' | 'week' | 'month' | 'year'
  readonly disbursed?: string
  readonly first_due?: string
  readonly grace?: number
  readonly rounding?: 'half-even' | 'half-up'
  readonly multiple?: number
  readonly days_of_year?: '360' | '364' | '365' | 'actual'
  readonly days_of_month?: '30' | 'actual'
  readonly principal_paid?: number
  readonly principal_owed?: number
  readonly interest_paid?: number
  readonly interest_owed?: number
  readonly interest_whole?: number
  readonly principal_late?: number
  readonly interest_late?: number
  readonly type?: 'normal' | 'seasonal' | 'emergency'
  readonly fee?: number
  readonly security?: string
}
