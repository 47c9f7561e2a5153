import { charterOf } from '#domain/health/book.ts'
import type { Body } from '#domain/village.ts'
import type { Room } from '#src/http/desk/record.ts'
import { cardOf } from '#src/http/desk/tasks.ts'
import { boxWords, disputeWords } from '#src/words/words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

type Line = readonly [label: string, said: string]

/** What entries about bank, statement and disputes say; undefined for all others. */
export const boxLines = ({ at, book, today }: Room, body: Body): Line[] | undefined => {
  const box = boxWords.in(at.language)
  const disputes = disputeWords.in(at.language)
  switch (body.type) {
    case 'TransferRecorded':
      return [
        [box.from, box[`place_${body.from}`]],
        [box.to, box[`place_${body.to}`]],
        [box.went, body.names.map((memberId) => cardOf(book, memberId)).join(', ')],
      ]
    case 'StatementRecorded': {
      const { currency } = charterOf(book, today)
      return [[box.balanceLabel, moneyInFigures({ amount: body.balance, currency })]]
    }
    case 'DisputeRaised':
      return [[disputes.reasonLabel, disputes[`reason_${body.reason}`]]]
    case 'DisputeAnswered':
      return [[disputes.answerLabel, disputes[`answer_${body.answer}`]]]
    default:
      return undefined
  }
}
