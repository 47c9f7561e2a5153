import { latinDigits } from '#domain/kernel/money.ts'
import { fundFile } from '#src/exchange/paper-book/columns.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'
import { headingOf } from '#src/exchange/paper-book/files.ts'
import { cellFault, rateMin } from '#src/exchange/paper-book/sheet-text.ts'
import {
  type Sheet,
  type SheetRow,
  type Value,
  columnLetters,
} from '#src/exchange/workbook/sheets.ts'

/** The fields of `fund.json` by their names in Khmer; drafts until a native speaker has read them. */
export const fundFields: Readonly<Record<string, string>> = {
  ឈ្មោះមូលនិធិ: 'fund',
  លេខកូដភូមិ: 'village_code',
  រូបិយប័ណ្ណ: 'currency',
  ចំនួនគ្រួសារ: 'households',
  តម្លៃហ៊ុន: 'share_value',
  ហ៊ុនក្នុងមួយប្រជុំ: 'shares_per_meeting',
  សង្គមក្នុងមួយប្រជុំ: 'social_per_meeting',
  'ការប្រាក់ប្រចាំខែ ធម្មតា': 'interest_monthly_percent.normal',
  'ការប្រាក់ប្រចាំខែ រដូវ': 'interest_monthly_percent.seasonal',
  'ការប្រាក់ប្រចាំខែ បន្ទាន់': 'interest_monthly_percent.emergency',
  ការបង្គត់ការប្រាក់: 'interest_rounding',
  ការបង្គត់ប្រាក់ដើម: 'instalment_principal',
  ការបង្គត់ប្រាក់បម្រុង: 'provisioning.rounding',
  តារាងប្រាក់បម្រុង: 'provisioning.table',
  ពិដាន: 'ceiling',
  ប្រាក់ពិន័យអវត្តមាន: 'fine_absent',
  ថ្ងៃប្រជុំ: 'meetings',
  ថ្ងៃបើកសៀវភៅ: 'opened_on',
  សាច់ប្រាក់ដើមគ្រា: 'opening.cash',
  កម្ចីដើមគ្រា: 'opening.loans',
  ប្រាក់បម្រុងដើមគ្រា: 'opening.provision',
  សន្សំដើមគ្រា: 'opening.savings',
  មូលនិធិសង្គមដើមគ្រា: 'opening.social',
  ទុនបម្រុងដើមគ្រា: 'opening.reserve',
  ប្រាក់ចំណាកស្រុកដើមគ្រា: 'opening.restricted_migration',
}

const normalized = new Map(
  Object.entries(fundFields).map(([khmer, field]) => [headingOf(khmer), field]),
)

const extraPercent = 'provisioning.relief_extra_percent'

/** Fields that something is made of; what else stands on the sheet is its owner's. */
const known = new Set([...Object.values(fundFields), extraPercent])

const fieldName = /^[a-z][a-z_]*(\.[a-z][a-z_]*)?$/

const fieldOf = (value: Value): string | undefined => {
  if (typeof value !== 'string') return undefined
  const heading = headingOf(value)
  return normalized.get(heading) ?? (fieldName.test(heading) ? heading : undefined)
}

type Json = string | number | boolean | null | Json[] | { [field: string]: Json }

const jsonOf = (value: Value | undefined): Json => {
  if (value === undefined || value === null) return null
  if (typeof value === 'object') return value.day
  if (typeof value !== 'string') return value
  const text = value.trim()
  return /^[\d០-៩.\-/ ]+$/.test(text) ? latinDigits(text) : text
}

/** What a row says of its field: one value, a pair, or one class of the table. */
const saidIn = (field: string, [, ...values]: readonly Value[]): Json => {
  if (field === 'shares_per_meeting') return [jsonOf(values[0]), jsonOf(values[1])]
  if (field !== 'provisioning.table') return jsonOf(values[0])
  const name = jsonOf(values[1])
  return { to_days: jsonOf(values[0]), name: name === null ? '' : name, percent: jsonOf(values[2]) }
}

export type FundText = {
  readonly text: string
  /** The sheet's row of each field. */
  readonly rows: ReadonlyMap<string, number>
  /** What cannot stand in a text, by the sheet's cell. */
  readonly faults: readonly BookFault[]
}

/** A class sets nothing aside, or one per cent and more: a cell that holds 0.5 shows 50 %. */
const sharesMin = 0.99

/** Up to which number a cell is no rate, where its field is one. */
const leastIn = (field: string, column: number): number | undefined => {
  if (column === 1 && field.startsWith('interest_monthly_percent.')) return rateMin
  if (column === 1 && field === extraPercent) return sharesMin
  return column === 3 && field === 'provisioning.table' ? sharesMin : undefined
}

/** How many cells of a row its field has; what stands further right is a remark. */
const widthOf = (field: string): number =>
  field === 'provisioning.table' ? 4 : field === 'shares_per_meeting' ? 3 : 2

const faultsIn = (sheet: Sheet, field: string, { row, values }: SheetRow): BookFault[] =>
  Array.from({ length: widthOf(field) - 1 }, (_, i) => i + 1).flatMap((column) => {
    const place = `${columnLetters(column)}${row}`
    const value = values[column] ?? null
    const code = cellFault(sheet, { place, value, least: leastIn(field, column) })
    return code ? [{ ...fault(fundFile, { row, field }, code), cell: `fund!${place}` }] : []
  })

const inTree = (tree: { [field: string]: Json }, field: string, said: Json): void => {
  const [first, second] = field.split('.') as [string, string?]
  if (second === undefined) {
    tree[first] ??= said
    return
  }
  const branch = (tree[first] ??= {})
  if (typeof branch !== 'object' || Array.isArray(branch)) return
  if (field !== 'provisioning.table') branch[second] ??= said
  else branch[second] = [...((branch[second] ?? []) as Json[]), said]
}

/**
 * A sheet of fields and values as the text of `fund.json`. Where the first cell begins with a brace, the
 * first column is that text itself.
 */
export const fundText = (sheet: Sheet): FundText => {
  const { rows } = sheet
  const first = rows[0]?.values[0]
  if (typeof first === 'string' && first.trim().startsWith('{'))
    return {
      text: rows.map(({ values }) => values[0] ?? '').join('\n'),
      rows: new Map(),
      faults: [],
    }
  // Without a prototype, so that no field is there before it is written.
  const tree = Object.create(null) as { [field: string]: Json }
  const places = new Map<string, number>()
  const faults: BookFault[] = []
  for (const one of rows) {
    const { row, values } = one
    const field = fieldOf(values[0] ?? null)
    if (field === undefined || field === 'field') continue
    if (known.has(field)) faults.push(...faultsIn(sheet, field, one))
    if (values.length < 2) continue
    inTree(tree, field, saidIn(field, values))
    if (!places.has(field)) places.set(field, row)
  }
  return { text: JSON.stringify(tree, null, 2), rows: places, faults }
}
