import { keyOf } from '#domain/statistics/tables.ts'
import type { Period } from '#domain/statistics/calendar.ts'
import type { Release } from '#domain/statistics/releasing.ts'
import type { ListColumn, ListRow } from '#src/lists/column.ts'

/** The version of the columns below: a reader's program can hold it against what it knows. */
export const figuresVersion = '2'

/** Columns of the table of figures; a dimension that a table does not have is empty, and so is what holds all of it. */
export const figureColumns: readonly ListColumn[] = [
  { key: 'version', kind: 'text', meaning: 'Version of these columns', example: '1' },
  {
    key: 'network_id',
    kind: 'text',
    meaning: 'The network whose villages counted',
    example: '0190c8a4-0000-7000-8000-000000000001',
  },
  {
    key: 'period',
    kind: 'text',
    meaning: 'The half-year or quarter, told once and for good',
    example: '2026-H1',
  },
  {
    key: 'digest',
    kind: 'text',
    meaning: 'SHA-256 of the release, which the network’s journal vouches for',
    example: '5f5f',
  },
  {
    key: 'kind',
    kind: 'code',
    meaning:
      'migration, survivors, referrals, or finance for letters: nothing is told of fewer than 10, 11, 11 or 5',
    example: 'migration',
  },
  {
    key: 'table',
    kind: 'code',
    meaning: 'Which of the fixed tables; of referrals the kind of help that was asked for',
    example: 'place',
  },
  {
    key: 'place',
    kind: 'code',
    meaning:
      'Province or district of the national gazetteer; `other` is those with fewer than three villages together',
    example: '17',
  },
  { key: 'corridor', kind: 'code', meaning: 'Where the people are', example: 'TH' },
  { key: 'receiver', kind: 'code', meaning: 'To whom letters went', example: 'labour-ministry' },
  {
    key: 'line',
    kind: 'code',
    meaning: 'The line of the table; empty where it is all of them',
    example: 'to-1',
  },
  {
    key: 'people',
    kind: 'number',
    meaning: 'People, or letters, to the nearest five; empty where it is not told',
    example: '45',
  },
  {
    key: 'is_told',
    kind: 'code',
    meaning: 'no: fewer than may be told, none, or hidden with them',
    example: 'yes',
  },
]

const apart = ['place', 'corridor', 'receiver']

/** A release, with its digest and what it tells. */
type Told = {
  readonly release: { readonly digest: string }
  readonly figures: { readonly period: Period; readonly releases: readonly Release[] }
}

/** All that a network tells in a release, a row a cell, in the order of its tables. */
export const figureRows = (networkId: string, { release, figures }: Told): readonly ListRow[] =>
  figures.releases.flatMap(({ kind, tables }) =>
    tables.flatMap(({ id, cells }) =>
      cells
        .toSorted((a, b) => (keyOf(a.at) < keyOf(b.at) ? -1 : 1))
        .map(({ at, people }): ListRow => {
          const [line = ''] = Object.keys(at).filter((dimension) => !apart.includes(dimension))
          return {
            version: figuresVersion,
            network_id: networkId,
            period: figures.period,
            digest: release.digest,
            kind,
            table: id,
            place: at['place'] ?? '',
            corridor: at['corridor'] ?? '',
            receiver: at['receiver'] ?? '',
            line: line === '' ? '' : at[line]!,
            people,
            is_told: people === null ? 'no' : 'yes',
          }
        }),
    ),
  )
