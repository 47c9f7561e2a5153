import type { Language } from '#src/words/catalogue.ts'
import { bookFaults } from '#src/words/km/book-faults.ts'
import { bookFaultWords } from '#src/words/report-words.ts'

/** Files are sheets in a workbook: "members.csv" is its sheet "members". */
const ofSheets = (said: string): string => said.replaceAll(/\b(\w+)\.(?:csv|json)\b/g, '$1')

/** What is wrong, in the language asked for; the import's own words where there are no others. */
export const bookFaultSaid = (
  {
    file,
    code,
    message,
    nearest,
  }: {
    readonly file: string
    readonly code: string
    readonly message: string
    readonly nearest?: string | undefined
  },
  language: Language,
): string => {
  const words: Readonly<Record<string, string>> = bookFaults
  const said = language === 'km' && Object.hasOwn(words, code) ? words[code]! : message
  const whole =
    nearest === undefined ? said : `${said} ${bookFaultWords.in(language).nearest}: ${nearest}`
  return file.includes('.') ? whole : ofSheets(whole)
}
