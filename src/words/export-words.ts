import type { Statement } from '#domain/ledger/statement.ts'
import { type Language, languages } from '#src/words/catalogue.ts'
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

/** By what a signed folder is known: its key, and the entry that the book ended in. */
type SignedFolder = {
  readonly fundId: string
  readonly keyId: string
  readonly seq: number
  readonly hash: string
}

/** How whoever was given a signed folder of one statement checks it, in both languages. */
export const howToCheck = ({ fundId, keyId, seq, hash }: SignedFolder): string =>
  languages
    .map((language) => folderWords.in(language).howTo(fundId, keyId, String(seq), hash))
    .join('\n\n')

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
