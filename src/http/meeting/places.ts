import type { SheetPlace } from '#src/app/meeting/sheet-commands.ts'
import type { SheetRow } from '#src/app/meeting/sheet.ts'
import { type At, deskWordsAt } from '#src/pages/desk/parts.ts'
import { sheetWordsAt } from '#src/pages/meeting/parts.ts'
import { codeSaid } from '#src/words/code-words.ts'

/** How the columns of a sheet's commands are called. */
const columnOf = {
  membersPresent: 'membersPresent',
  openingCash: 'openingCash',
  closingCash: 'closingCash',
  shares: 'shares',
  savingsIn: 'savingsIn',
  socialIn: 'socialIn',
  fineIn: 'finesIn',
  savingsOut: 'savingsOut',
  principal: 'loanPrincipalIn',
  donorGrantIn: 'donorGrantIn',
  socialOut: 'socialOut',
  expensesOut: 'expensesOut',
} as const

type Known = keyof typeof columnOf

const placeText = (
  at: At,
  { part, row, column }: SheetPlace,
  rows: readonly Pick<SheetRow, 'card'>[],
): string => {
  const words = sheetWordsAt(at)
  const title = Object.hasOwn(columnOf, column) ? words[columnOf[column as Known]] : words.sum
  switch (part) {
    case 'meeting':
      return title
    case 'line':
      return words.cellOf(rows[row]?.card ?? '', title)
    case 'payout':
      return words.cellOf(words.place(String(row)), words.loansOut)
    case 'grant':
      return words.cellOf(words.place(String(row)), words.migrationGrantsOut)
  }
}

/** Where something stands on the sheet, and what the rules say of it. */
export const answerAtPlace = (
  at: At,
  {
    place,
    rows,
    code,
  }: {
    readonly place: SheetPlace
    readonly rows: readonly Pick<SheetRow, 'card'>[]
    readonly code: string
  },
): string => {
  const said = codeSaid(code, at.language) ?? deskWordsAt(at).notAllowedByRule
  return `${placeText(at, place, rows)}: ${said}`
}
