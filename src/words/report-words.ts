import { family, joined } from '#src/words/catalogue.ts'
import { bookFault as bookFaultEn } from '#src/words/en/book-faults.ts'
import { comparingCodes as comparingCodesEn } from '#src/words/en/comparing-codes.ts'
import { confirmingCodes as confirmingCodesEn } from '#src/words/en/confirming-codes.ts'
import {
  exports as exportsEn,
  exportSheet as exportSheetEn,
  signedFolder as signedFolderEn,
} from '#src/words/en/export.ts'
import { findings as findingsEn } from '#src/words/en/findings.ts'
import { handFindings as handFindingsEn } from '#src/words/en/hand-findings.ts'
import { lendingCodes as lendingCodesEn } from '#src/words/en/lending-codes.ts'
import { entries as entriesEn } from '#src/words/en/log.ts'
import { loanBook as loanBookEn } from '#src/words/en/loan-book.ts'
import { meetingCodes as meetingCodesEn } from '#src/words/en/meeting-codes.ts'
import { memberCodes as memberCodesEn } from '#src/words/en/member-codes.ts'
import { message as messageEn } from '#src/words/en/message.ts'
import { olderCodes as olderCodesEn } from '#src/words/en/older-codes.ts'
import { olderFindings as olderFindingsEn } from '#src/words/en/older-findings.ts'
import { older as olderEn } from '#src/words/en/older.ts'
import { peopleFindings as peopleFindingsEn } from '#src/words/en/people-findings.ts'
import { reliefCodes as reliefCodesEn } from '#src/words/en/relief-codes.ts'
import { savingCodes as savingCodesEn } from '#src/words/en/saving-codes.ts'
import { statementCodes as statementCodesEn } from '#src/words/en/statement-codes.ts'
import {
  statementTitles as statementTitlesEn,
  statementNames as statementNamesEn,
  statementQuestions as statementQuestionsEn,
  statementHeadings as statementHeadingsEn,
  statementNotes as statementNotesEn,
} from '#src/words/en/statement.ts'
import { supportCodes as supportCodesEn } from '#src/words/en/support-codes.ts'
import { ventureCodes as ventureCodesEn } from '#src/words/en/venture-codes.ts'
import { bookFault as bookFaultKm } from '#src/words/km/book-faults.ts'
import { comparingCodes as comparingCodesKm } from '#src/words/km/comparing-codes.ts'
import { confirmingCodes as confirmingCodesKm } from '#src/words/km/confirming-codes.ts'
import {
  exports as exportsKm,
  exportSheet as exportSheetKm,
  signedFolder as signedFolderKm,
} from '#src/words/km/export.ts'
import { findings as findingsKm } from '#src/words/km/findings.ts'
import { handFindings as handFindingsKm } from '#src/words/km/hand-findings.ts'
import { lendingCodes as lendingCodesKm } from '#src/words/km/lending-codes.ts'
import { entries as entriesKm } from '#src/words/km/log.ts'
import { loanBook as loanBookKm } from '#src/words/km/loan-book.ts'
import { meetingCodes as meetingCodesKm } from '#src/words/km/meeting-codes.ts'
import { memberCodes as memberCodesKm } from '#src/words/km/member-codes.ts'
import { message as messageKm } from '#src/words/km/message.ts'
import { olderCodes as olderCodesKm } from '#src/words/km/older-codes.ts'
import { olderFindings as olderFindingsKm } from '#src/words/km/older-findings.ts'
import { older as olderKm } from '#src/words/km/older.ts'
import { peopleFindings as peopleFindingsKm } from '#src/words/km/people-findings.ts'
import { reliefCodes as reliefCodesKm } from '#src/words/km/relief-codes.ts'
import { savingCodes as savingCodesKm } from '#src/words/km/saving-codes.ts'
import { statementCodes as statementCodesKm } from '#src/words/km/statement-codes.ts'
import {
  statementTitles as statementTitlesKm,
  statementNames as statementNamesKm,
  statementQuestions as statementQuestionsKm,
  statementHeadings as statementHeadingsKm,
  statementNotes as statementNotesKm,
} from '#src/words/km/statement.ts'
import { supportCodes as supportCodesKm } from '#src/words/km/support-codes.ts'
import { ventureCodes as ventureCodesKm } from '#src/words/km/venture-codes.ts'

/*
 * The families of wordings of reports, codes, messages and older books. The command line says these
 * too, and starts without loading the words of every page.
 */
export const bookFaultWords = family({ en: bookFaultEn, km: bookFaultKm })
export const exportSheetWords = family({ en: exportSheetEn, km: exportSheetKm })
export const folderWords = family({ en: signedFolderEn, km: signedFolderKm })
export const exportWords = family({ en: exportsEn, km: exportsKm })
export const entryWords = family({ en: entriesEn, km: entriesKm })
export const loanBookWords = family({ en: loanBookEn, km: loanBookKm })
export const memberCodeWords = family({ en: memberCodesEn, km: memberCodesKm })
export const messageWords = family({ en: messageEn, km: messageKm })
export const olderWords = family({ en: olderEn, km: olderKm })
export const savingCodeWords = family({ en: savingCodesEn, km: savingCodesKm })
export const statementCodes = family({ en: statementCodesEn, km: statementCodesKm })
export const statementHeadings = family({ en: statementHeadingsEn, km: statementHeadingsKm })
export const statementNames = family({ en: statementNamesEn, km: statementNamesKm })
export const statementNotes = family({ en: statementNotesEn, km: statementNotesKm })
export const statementQuestions = family({ en: statementQuestionsEn, km: statementQuestionsKm })
export const statementTitles = family({ en: statementTitlesEn, km: statementTitlesKm })
export const supportCodeWords = family({ en: supportCodesEn, km: supportCodesKm })

/** What each finding says to a committee or an auditor, by its code. */
export const findingWords = joined({
  en: [findingsEn, peopleFindingsEn, olderFindingsEn, handFindingsEn],
  km: [findingsKm, peopleFindingsKm, olderFindingsKm, handFindingsKm],
})

/** What each refusal, fault and flag of lending says, by its code. */
export const lendingCodeWords = joined({
  en: [
    lendingCodesEn,
    olderCodesEn,
    meetingCodesEn,
    reliefCodesEn,
    comparingCodesEn,
    confirmingCodesEn,
    ventureCodesEn,
  ],
  km: [
    lendingCodesKm,
    olderCodesKm,
    meetingCodesKm,
    reliefCodesKm,
    comparingCodesKm,
    confirmingCodesKm,
    ventureCodesKm,
  ],
})
