import type { Command } from 'commander'
import { addSheetImport } from '#src/cli/importing-sheet.ts'
import { type LoanTaken, importLoans } from '#src/exchange/loan-book/import.ts'
import type { Language } from '#src/words/catalogue.ts'
import { loanBookWords } from '#src/words/report-words.ts'

/** How one loan stands to its system's own convention; sums in smallest units. */
const comparedText = ({ row, loan, compared }: LoanTaken, language: Language): string => {
  const words = loanBookWords.in(language)
  const said =
    compared.verdict === 'same'
      ? words.same
      : compared.verdict === 'not-computed'
        ? words[compared.reason]
        : compared.differences
            .map(({ figure, told, computed }) =>
              told > computed
                ? words.more(words[figure], String(told - computed))
                : words.less(words[figure], String(computed - told)),
            )
            .join('; ')
  return `row ${row}, loan ${loan}: ${said}`
}

export const addLoansImport = (importing: Command): void =>
  addSheetImport(importing, {
    name: 'loans',
    description: "loans of another system's book with its conventions",
    take: importLoans,
    told: (taken, language) => ({
      sums: `${taken.loans} loans with ${taken.owed} left, ${taken.flagged} of all with a flag (see: report findings).`,
      more: [
        `By their own convention: ${taken.same} the same, ${taken.differing} different, ${taken.notComputed} not computed. Nothing is corrected.`,
        ...taken.rows
          .filter(({ compared }) => compared.verdict !== 'same')
          .map((one) => comparedText(one, language)),
        ...(taken.interestLeft === 0
          ? []
          : [`Interest of ${taken.interestLeft} was late there; it is not carried over.`]),
      ],
    }),
  })
