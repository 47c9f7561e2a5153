import { sha256 } from '#infra/system/system.ts'
import { type PaperBook, readBook } from '#src/exchange/paper-book/book.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import { type FileName, columns } from '#test/support/book-rows.ts'
import { type BookFiles, sourceOf } from '#test/support/changed-books.ts'

type Cells = Readonly<Record<string, string | number>>

/** What stands in a cell that a test says nothing of. */
const usual: Readonly<Record<FileName, Cells>> = {
  members: { status: 'active', sex: 'f', committee: 'n', zone: 'Z1' },
  loans: { loan: 'L1', member: 'M1', disbursed: '2025-01-20', months: 10, type: 'normal' },
  meeting_sheet: { meeting_date: '2025-01-20', card: 'M1', present: 'y' },
  cash_book: { meeting_date: '2025-01-20' },
  grants: { grant: 'G1', date: '2025-01-20', payee: 'X1', kind: 'passport', amount: 1 },
  relief: {
    event: 'E1',
    kind: 'flood',
    declared: '2025-03-01',
    first_month: '2025-03',
    last_month: '2025-05',
    loan: 'L1',
  },
  write_offs: { loan: 'L1', date: '2025-12-20', amount: 1 },
}
const usualPrincipal = 100_000
const mayBeEmpty = new Set(['idpoor', 'purpose', 'opening_balance', 'minute', 'effect', 'loan'])
mayBeEmpty.add('zone_or_group')
const furtherOf: { readonly [Name in FileName]?: readonly string[] } = {
  loans: ['method', 'rate_monthly_percent', 'fee', 'interest_before', 'security'],
  cash_book: ['expense_kind', 'expense_purpose', 'expense_payee'],
}
const further = Object.values(furtherOf).flat()

const headings = (file: FileName): string[] => [...columns[file], ...(furtherOf[file] ?? [])]

const textOf = (file: FileName, lines: readonly Cells[]): string => {
  const names = headings(file)
  const rows = lines.map((line) => {
    const cells: Cells = { ...usual[file], ...line }
    return names.map((name) => {
      const nothing = mayBeEmpty.has(name) || further.includes(name) ? '' : 0
      return cells[name] ?? (name === 'principal' ? usualPrincipal : nothing)
    })
  })
  return [names, ...rows].map((row) => `${row.join(',')}\n`).join('')
}

export type SmallBook = { readonly [Name in FileName]?: readonly Cells[] } & {
  readonly fund?: Readonly<Record<string, unknown>> | undefined
  /** Balances of the first day that are not zero. */
  readonly opening?: Readonly<Record<string, number | string>>
}

const fundOf = ({ fund, opening }: SmallBook): string =>
  JSON.stringify({
    fund: 'Small village',
    village_code: '99999901',
    currency: 'KHR',
    households: 60,
    share_value: 5000,
    shares_per_meeting: [1, 5],
    social_per_meeting: 1000,
    interest_monthly_percent: { normal: '1.5', seasonal: '1.5', emergency: '0' },
    provisioning: { table: [{ to_days: null, name: 'normal', percent: '1' }] },
    meetings: 'on the 20th',
    opening: { cash: 0, loans: 0, provision: 0, savings: 0, social: 0, ...opening },
    ...fund,
  })

/** A book of a few lines: two households and one meeting, and nothing else but what is told. */
export const smallBook = (told: SmallBook = {}): BookFiles => {
  const lines = { members: [{ card: 'M1' }, { card: 'M2' }], cash_book: [{}], ...told }
  const files = Object.keys(columns) as FileName[]
  return {
    'fund.json': fundOf(told),
    ...Object.fromEntries(files.map((file) => [`${file}.csv`, textOf(file, lines[file] ?? [])])),
  }
}

/** What is wrong with a book, each fault by its file, row, column and code. */
export const wrongIn = async (files: BookFiles): Promise<string[]> => {
  const read = await readBook(sourceOf(files), sha256)
  if ('hash' in read) return []
  return read.map(({ file, row, field, code }: BookFault) =>
    [file, row ?? '-', field ?? '-', code].join(' '),
  )
}

export const soundBook = async (files: BookFiles): Promise<PaperBook> => {
  const read = await readBook(sourceOf(files), sha256)
  if (!('hash' in read)) throw new Error(JSON.stringify(read))
  return read
}
