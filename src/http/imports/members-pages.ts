import { loanBook } from '#src/exchange/loan-book/sheet.ts'
import { membersSheet } from '#src/exchange/members-sheet/sheet.ts'
import { sheetImportPages } from '#src/http/imports/sheet-pages.ts'
import {
  mayTakeLoans,
  mayTakeMembers,
  takeLoans,
  takeMembers,
} from '#src/http/imports/taking-sheets.ts'
import type { Pages } from '#src/http/page.ts'
import {
  loanBookAt,
  loanBookPage,
  loanBookPlace,
  loanBookQuestion,
} from '#src/pages/imports/loan-book-pages.ts'
import {
  importsAt,
  membersSheetPage,
  membersSheetQuestion,
  sheetPlace,
} from '#src/pages/imports/members-pages.ts'

/** Members and what they had, from one sheet; and loans, from another system's. */
export const membersImportPages = (pages: Pages): void => {
  sheetImportPages(pages, {
    step: 'sheet',
    rule: 'TakeOverSavings',
    list: membersSheet,
    placeIn: sheetPlace,
    may: mayTakeMembers,
    take: takeMembers,
    tooLarge: (at) => importsAt(at).fileTooLarge,
    page: membersSheetPage,
    question: membersSheetQuestion,
  })
  sheetImportPages(pages, {
    step: 'loans',
    rule: 'TakeOverLoan',
    list: loanBook,
    placeIn: loanBookPlace,
    may: mayTakeLoans,
    take: takeLoans,
    tooLarge: (at) => loanBookAt(at).tooLarge,
    page: loanBookPage,
    question: loanBookQuestion,
  })
}
