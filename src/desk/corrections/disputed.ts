import type { Disputed } from '#domain/corrections/disputes.ts'
import type { Entry } from '#domain/village.ts'
import { memberLinesOf } from '#src/app/members/member-lines.ts'
import type { Desk } from '#src/desk/desk.ts'
import type { Choice } from '#src/desk/fields.ts'
import { entryNamed } from '#src/words/entries.ts'
import { dateInWords } from '#src/words/locale.ts'
import { disputeWords } from '#src/words/words.ts'

type In = Pick<Desk, 'language'>

const linesMax = 12

/** A line of the book as something that is said not to be right. */
export const lineNamed = ({ language }: In, { seq, body, effectiveOn }: Entry): string =>
  disputeWords
    .in(language)
    .aboutLine(entryNamed(language, { type: body.type, seq }), dateInWords(effectiveOn, language))

/** What a dispute is about, without whose it is. */
export const kindText = ({ language }: In, kind: Disputed['kind']): string => {
  const words = disputeWords.in(language)
  return { entry: words.aboutEntry, savings: words.aboutSavings, loan: words.aboutLoanPlain }[kind]
}

/** What of a member's book somebody can say is not right: savings, loans, the last lines. */
export const disputable = async (
  { language, book, fundId, needs }: Pick<Desk, 'language' | 'book' | 'fundId' | 'needs'>,
  memberId: string,
): Promise<Choice[]> => {
  const words = disputeWords.in(language)
  const lines = await memberLinesOf(needs.store, fundId, { book, memberId })
  const loans = book.loans.filter((loan) => loan.memberId === memberId)
  return [
    { value: 'savings', label: words.aboutSavings },
    ...loans.map(({ loanId, number }) => ({
      value: `loan/${loanId}`,
      label: words.aboutLoan(number),
    })),
    ...lines.slice(0, linesMax).map((entry) => ({
      value: `entry/${entry.id}`,
      label: lineNamed({ language }, entry),
    })),
  ]
}
