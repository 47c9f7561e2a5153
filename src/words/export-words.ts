import type { Statement } from '#domain/ledger/statement.ts'
import { type Language, languages } from '#src/words/catalogue.ts'
import type { SignedFolder } from '#src/words/en/export.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { type StatementInWords, statementInWords } from '#src/words/statement-words.ts'
import { exportSheetWords, folderWords, statementNames } from '#src/words/report-words.ts'

/** Large enough to be told from its parts in any currency. */
const example = 100_000

const aboutSheet = ({ currency, knownAt }: Statement, language: Language): string[] => {
  const words = exportSheetWords.in(language)
  return [
    words.unit(String(example), moneyInFigures({ amount: example, currency }), currency),
    knownAt === null ? words.knownNow : words.knownAt(knownAt),
  ]
}

/** How whoever was given a signed folder of one statement checks it, in both languages. */
export const howToCheck = (folder: SignedFolder): string =>
  languages.map((language) => folderWords.in(language).howTo(folder)).join('\n\n')

/** A statement in words with the name of its sheet, and what its sums and its time are. */
export const sheetInWords = (
  statement: Statement,
  language: Language,
): StatementInWords & { readonly sheet: string } => {
  const told = statementInWords(statement, language)
  return {
    ...told,
    notes: [...told.notes, ...aboutSheet(statement, language)],
    sheet: statementNames.in(language)[statement.name],
  }
}
