import {
  statementCodes,
  statementHeadings,
  statementNames,
  statementNotes,
  statementQuestions,
  statementTitles,
} from '#src/words/statement-words.ts'
import { exportWords, sheetWords } from '#src/words/export-words.ts'
import { statementPageWords } from '#src/words/statement-page-words.ts'
import { everyWordIsThere } from '#test/support/word-families.ts'

everyWordIsThere({
  titles: statementTitles,
  names: statementNames,
  questions: statementQuestions,
  headings: statementHeadings,
  notes: statementNotes,
  codes: statementCodes,
  pages: statementPageWords,
  exports: exportWords,
  sheets: sheetWords,
})
