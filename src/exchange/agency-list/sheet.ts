import type { Country } from '#domain/network/places.ts'
import type { Column } from '#src/exchange/paper-book/columns.ts'
import type { ListKind } from '#src/exchange/paper-book/one-sheet.ts'

const may = (name: string, khmer: string, kind: Column['kind'], more: Partial<Column> = {}) => ({
  name,
  khmer,
  kind,
  mayBeEmpty: true as const,
  mayBeMissing: true as const,
  ...more,
})

/** How a list can say that a licence stands. */
export const listedStates = ['licensed', 'suspended', 'removed'] as const
export type ListedState = (typeof listedStates)[number]

const statesSaid = new Map<string, ListedState>([
  ['valid', 'licensed'],
  ['active', 'licensed'],
  ['granted', 'licensed'],
  ['renewed', 'licensed'],
  ['មានសុពលភាព', 'licensed'],
  ['cancelled', 'removed'],
  ['revoked', 'removed'],
  ['ព្យួរ', 'suspended'],
  ['ដក', 'removed'],
])

/** An official list of agencies: one sheet, as CSV or workbook. Khmer headings are drafts. */
export const agencyList: ListKind = {
  name: 'agencies',
  khmer: 'ក្រុមហ៊ុន',
  columns: [
    may('name_km', 'ឈ្មោះខ្មែរ', 'text', { alsoCalled: ['khmer name'] }),
    may('name_latin', 'ឈ្មោះឡាតាំង', 'text', {
      alsoCalled: ['name', 'company', 'company name', 'agency'],
    }),
    may('licence', 'លេខអាជ្ញាប័ណ្ណ', 'code', {
      alsoCalled: ['licence no', 'licence number', 'license', 'license no'],
    }),
    may('status', 'ស្ថានភាព', 'choice', { choices: listedStates, saidAs: statesSaid }),
    may('since', 'ចាប់ពី', 'date', { alsoCalled: ['granted on', 'date'] }),
    may('until', 'ដល់', 'date', { alsoCalled: ['expiry', 'valid until'] }),
    may('list_date', 'ថ្ងៃបញ្ជី', 'date', { alsoCalled: ['as of'] }),
    may('countries', 'ប្រទេស', 'text', { alsoCalled: ['destinations', 'destination'] }),
  ],
}

/** A line as it was read: empty cells undefined. */
export type AgencyLine = {
  readonly row: number
  readonly name_km?: string
  readonly name_latin?: string
  readonly licence?: string
  readonly status?: ListedState
  readonly since?: string
  readonly until?: string
  readonly list_date?: string
  readonly countries?: string
}

export type ListedAgency = {
  readonly row: number
  readonly km?: string
  readonly latin?: string
  readonly number?: string
  readonly state: ListedState
  readonly since?: string
  readonly until?: string
  readonly countries: readonly Country[]
}
