import { doubtsIn } from '#src/desk/doubts.ts'
import type { Field } from '#src/desk/fields.ts'
import type { Language } from '#src/words/catalogue.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { deskWords } from '#src/words/words.ts'

/** Sums that are ten times what is usual, each in a line: perhaps a zero too many was typed. */
export const tenTimesSaid = (
  language: Language,
  fields: readonly Field[],
  of: (name: string) => string,
): readonly string[] =>
  doubtsIn(fields, of).map(({ label, amount, usual, currency }) =>
    deskWords
      .in(language)
      .askTenTimesAny(
        label,
        moneyInFigures({ amount, currency }),
        moneyInFigures({ amount: usual, currency }),
      ),
  )
