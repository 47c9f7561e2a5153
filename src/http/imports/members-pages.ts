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
import { loanBookAt, triedLoansPart } from '#src/pages/imports/loan-book-pages.ts'
import { importsAt, triedMembersPart } from '#src/pages/imports/members-pages.ts'

/** Members and what they had, from one sheet; and loans, from another system's. */
export const membersImportPages = (pages: Pages): void => {
  sheetImportPages(pages, {
    step: 'sheet',
    rule: 'TakeOverSavings',
    list: membersSheet,
    may: mayTakeMembers,
    take: takeMembers,
    asked: (at) => {
      const { fromSheet, sheetLead, sheetColumns, namesUnread, sheetFile } = importsAt(at)
      const notes = [sheetColumns, namesUnread]
      return { shown: 'person', heading: fromSheet, lead: sheetLead, notes, file: sheetFile }
    },
    tooLarge: (at) => importsAt(at).fileTooLarge,
    told: triedMembersPart,
  })
  sheetImportPages(pages, {
    step: 'loans',
    rule: 'TakeOverLoan',
    list: loanBook,
    may: mayTakeLoans,
    take: takeLoans,
    asked: (at) => {
      const { fromLoans: heading, lead, columns, notCorrected, file } = loanBookAt(at)
      return { shown: 'book', heading, lead, notes: [columns, notCorrected], file }
    },
    tooLarge: (at) => loanBookAt(at).tooLarge,
    told: triedLoansPart,
  })
}
