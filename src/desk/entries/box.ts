import type { Body } from '#domain/village.ts'
import { cardOf, currencyOf } from '#src/desk/desk.ts'
import type { Line, Telling } from '#src/desk/entries/line.ts'
import { boxWords, disputeWords, sheetWords } from '#src/words/words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

/** What entries about bank, statement and disputes say; undefined for all others. */
export const boxLines = (telling: Telling, body: Body): readonly Line[] | undefined => {
  const { language, book } = telling
  const box = boxWords.in(language)
  const disputes = disputeWords.in(language)
  switch (body.type) {
    case 'ExpensePaid': {
      const { kind, purpose, payee } = body
      return [
        [box.costKind, kind === undefined ? box.costNotTold : box[`cost_${kind}`]],
        [box.costPurpose, purpose === undefined ? box.costNotTold : box[`cost-for_${purpose}`]],
        [box.costPayee, payee === undefined ? box.costNotTold : box[`payee_${payee}`]],
      ]
    }
    case 'FinePaid': {
      const sheet = sheetWords.in(language)
      return body.reason === undefined ? [] : [[sheet.fineFor, sheet[`fine_${body.reason}`]]]
    }
    case 'TransferRecorded':
      return [
        [box.from, box[`place_${body.from}`]],
        [box.to, box[`place_${body.to}`]],
        [box.went, body.names.map((memberId) => cardOf(book, memberId)).join(', ')],
      ]
    case 'StatementRecorded':
      return [
        [box.balanceLabel, moneyInFigures({ amount: body.balance, currency: currencyOf(telling) })],
      ]
    case 'DisputeRaised':
      return [[disputes.reasonLabel, disputes[`reason_${body.reason}`]]]
    case 'DisputeAnswered':
      return [[disputes.answerLabel, disputes[`answer_${body.answer}`]]]
    default:
      return undefined
  }
}
