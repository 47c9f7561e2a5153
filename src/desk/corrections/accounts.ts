import { type Desk, cardOf } from '#src/desk/desk.ts'
import { deskWords, lendingFormWords } from '#src/words/words.ts'

const kinds = [
  'cash-box',
  'loan',
  'savings',
  'suspense',
  'social-fund',
  'interest',
  'loan-loss-provision',
  'grant-window',
] as const

/** Whose loan or savings an account keeps, where it is one person's. */
const ownerOf = ({ language, book }: Desk, kind: string | undefined, id: string): string => {
  const words = deskWords.in(language)
  if (kind === 'loan') {
    const number = book.loans.find(({ loanId }) => loanId === id)?.number
    return number === undefined ? '' : words.loanOf(number)
  }
  const card = cardOf(book, id)
  return card === '' ? '' : words.cardOf(card)
}

/** What an account is called among people, with the loan or card that it is kept for. */
export const accountNamed = (desk: Desk, account: string): string => {
  const words = lendingFormWords.in(desk.language)
  const [, of, id = ''] = account.split(':')
  const kind = kinds.find((one) => one === of)
  const owner = ownerOf(desk, of, id)
  return `${kind === undefined ? words.account_other : words[`account_${kind}`]}${owner === '' ? '' : ` · ${owner}`}`
}
