import { answerColumn, harms, knownColumns, promises } from '#domain/cases/research-answers.ts'
import { workKinds } from '#domain/cases/operations/journey.ts'
import { ageBands, sexes } from '#domain/kernel/bands.ts'
import { channels } from '#domain/loans/request/request-state.ts'
import { countries } from '#domain/network/places.ts'
import { type ExtractRow, anyValue, notSaid, notTold } from '#domain/statistics/extract.ts'
import type { ListColumn, ListRow } from '#src/lists/column.ts'

/** The version of the columns below. */
const researchVersion = '1'

const text = (key: string, meaning: string, example: string): ListColumn => ({
  key,
  kind: 'code',
  meaning,
  example,
})

const version = text('version', 'Version of these columns', researchVersion)

/** Columns of a research extract: a row is a person, in the order of what the rows say. */
export const extractColumns: readonly ListColumn[] = [
  version,
  text('sex', 'Sex, as the person said', 'woman'),
  text('age_band', 'Age; coarse: 18-34, 35-and-over', '25-34'),
  text('country', 'Where to, or where the person was', 'TH'),
  text('work', 'Kind of work there', 'factory'),
  text('channel', 'By which way; coarse: abroad, inside-the-country', 'agency'),
  text('promise', 'Whether pay and work were as promised', 'broken'),
  text('harm', 'What was done there: the gravest that was told', 'pay'),
]

/** Columns of the data dictionary that goes with it. */
export const dictionaryColumns: readonly ListColumn[] = [
  version,
  text('column', 'Column of the extract', 'sex'),
  text('meaning', 'What it says', 'Sex, as the person said'),
  text('values', 'All that it can be', 'woman man'),
]

const valuesOf: Readonly<Record<string, readonly string[]>> = {
  version: [researchVersion],
  sex: [...sexes, notSaid, anyValue],
  age_band: [...ageBands.slice(1), '18-34', '35-and-over', notSaid, anyValue],
  country: [...countries, notSaid, anyValue],
  work: [...workKinds.filter((one) => one !== 'not-known'), notSaid, anyValue],
  channel: [...channels, 'abroad', notSaid, anyValue],
  promise: [...promises, anyValue],
  [answerColumn]: [...harms, notTold],
}

export const extractRows = (rows: readonly ExtractRow[]): readonly ListRow[] =>
  rows.map(({ known, told }) =>
    Object.fromEntries([
      ['version', researchVersion],
      ...knownColumns.map(({ id }, place) => [id, known[place]!]),
      [answerColumn, told],
    ]),
  )

export const dictionaryRows: readonly ListRow[] = extractColumns.map(({ key, meaning }) => ({
  version: researchVersion,
  column: key,
  meaning,
  values: valuesOf[key]!.join(' '),
}))
