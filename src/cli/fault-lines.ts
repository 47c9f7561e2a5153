import { exitCodes, print, printJson, stop } from '#src/cli/context.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import { bookFaultSaid } from '#src/words/book-fault-words.ts'
import { type Language, languages } from '#src/words/catalogue.ts'

const faultLine = ({ file, row, field, cell, message }: BookFault): string =>
  `${[cell ?? file, row === null || cell !== undefined ? '' : `row ${row}`, field ?? ''].filter((part) => part !== '').join(', ')}: ${message}`

export const languageOption = (text: string): Language => {
  const language = languages.find((one) => one === text)
  if (language === undefined) throw stop('say en or km', exitCodes.wrongUse)
  return language
}

/** All that is to be mended of what was to be taken in, and that nothing was written. */
export const tellFaults = (
  faults: readonly BookFault[],
  { json, language }: { readonly json?: boolean | undefined; readonly language: Language },
): void => {
  const errors = faults.map((one) => ({ ...one, message: bookFaultSaid(one, language) }))
  if (json) printJson({ errors })
  else
    print(
      [...errors.map(faultLine), '', `${errors.length} to mend; nothing was written.`].join('\n'),
    )
  process.exitCode = exitCodes.refused
}
