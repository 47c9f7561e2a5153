import { inNotes } from '#domain/fund/meeting/banknotes.ts'
import type { Doubt } from '#src/desk/doubts.ts'
import { warning } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { type Money, moneyInFigures, moneyInTable } from '#src/words/locale.ts'
import { deskWords } from '#src/words/words.ts'

/** A sum as the notes and coins that it would be, to be held against those on the table; nothing where it is none. */
export const notesSaid = ({ amount, currency }: Money, language: Language): readonly string[] => {
  const notes = inNotes(amount, currency) ?? []
  const told = notes.map(
    ({ note, pieces }) => `${pieces} × ${moneyInTable({ amount: note, currency })}`,
  )
  return told.length === 0 ? [] : [deskWords.in(language).asNotes(told.join(' + '))]
}

/** Sums that are asked about once more, each with its notes; nothing where there is none. */
export const tenTimesPart = (language: Language, doubts: readonly Doubt[]): Html | undefined => {
  if (doubts.length === 0) return undefined
  const words = deskWords.in(language)
  const lines = doubts.flatMap(({ label, amount, usual, currency }) => [
    words.askTenTimesAny(
      label,
      moneyInFigures({ amount, currency }),
      moneyInFigures({ amount: usual, currency }),
    ),
    ...notesSaid({ amount, currency }, language),
  ])
  return warning(words.askHeading, lines)
}
