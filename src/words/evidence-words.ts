import type { Language } from '#src/words/catalogue.ts'
import { sheetInWords } from '#src/words/export-words.ts'
import { findingInWords } from '#src/words/finding-words.ts'
import { taskInWords } from '#src/words/older-task-words.ts'
import { exportWords } from '#src/words/report-words.ts'
import type { Statement } from '#domain/ledger/statement.ts'

/** The words of a workbook in a language. */
export const workbookWords = (language: Language) => ({
  tell: (statement: Statement) => sheetInWords(statement, language),
  titles: exportWords.in(language),
})

/** The words of a pack of evidence: English, which programs and auditors anywhere read. */
export const evidenceWords = {
  ...workbookWords('en'),
  say: (code: Parameters<typeof findingInWords>[0]) => findingInWords(code, 'en'),
  sayTask: (task: Parameters<typeof taskInWords>[0]) => taskInWords(task, 'en'),
}
