import type { PaperFigures } from '#domain/fund/meeting/comparing.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'
import { type ListKind, readList } from '#src/exchange/paper-book/one-sheet.ts'

/** Two figures of each member's page of the paper book; an empty cell is a figure that the paper does not say. */
const paperSheet: ListKind = {
  name: 'paper',
  khmer: 'ក្រដាស',
  columns: [
    { name: 'card', khmer: 'លេខប័ណ្ណ', kind: 'code' },
    { name: 'savings', khmer: 'ប្រាក់សន្សំ', kind: 'sum', mayBeEmpty: true, mayBeMissing: true },
    { name: 'loan_left', khmer: 'កម្ចីនៅសល់', kind: 'sum', mayBeEmpty: true, mayBeMissing: true },
  ],
}

type Line = {
  readonly row: number
  /** Undefined where the cell cannot be read. */
  readonly card: string | undefined
  readonly savings?: number
  readonly loan_left?: number
}

/** What a sheet says of the members of a fund, or all that is to be mended of it. */
export const readPaperFigures = async (
  bytes: Uint8Array,
  { members, currency }: Pick<FundBook, 'members'> & { readonly currency: Currency },
): Promise<readonly PaperFigures[] | { readonly faults: readonly BookFault[] }> => {
  const read = await readList(paperSheet, bytes, currency)
  const lines = read.lines as unknown as readonly Line[]
  const ids = new Map(members.map(({ memberId, card }) => [card, memberId]))
  const seen = new Set<string>()
  const faults = [...read.faults]
  const figures = lines.flatMap(({ row, card, savings, loan_left: loan }): PaperFigures[] => {
    if (card === undefined) return []
    const memberId = ids.get(card)
    const where = { row, field: 'card' }
    if (memberId === undefined) faults.push(fault(paperSheet.name, where, 'card-not-here'))
    if (seen.has(card)) faults.push(fault(paperSheet.name, where, 'card-on-two-lines'))
    seen.add(card)
    if (memberId === undefined || (savings === undefined && loan === undefined)) return []
    return [
      {
        memberId,
        ...(savings === undefined ? {} : { savings }),
        ...(loan === undefined ? {} : { loan }),
      },
    ]
  })
  return faults.length > 0 ? { faults } : figures
}
