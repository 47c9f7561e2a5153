import { isLocalDate } from '#domain/kernel/dates.ts'
import type { Command } from '#domain/village.ts'
import { bookOf } from '#src/app/queries.ts'
import type { Item } from '#src/app/submit.ts'
import { costText } from '#src/desk/loans/cost-text.ts'
import type { AppNeeds } from '#src/http/needs.ts'

type Needs = Pick<AppNeeds, 'store' | 'hash'>

/** What was asked for under a number: as the book has it, else as it is sent beside. */
const askedIn = async (
  { store }: Needs,
  fundId: string,
  { loanId, items }: { readonly loanId: string; readonly items: readonly Item<Command>[] },
) => {
  const book = await bookOf(store, fundId)
  const known = book?.requests.find((one) => one.loanId === loanId)
  const beside = items.flatMap((item) =>
    'command' in item && item.command.type === 'RequestLoan' && item.command.loanId === loanId
      ? [item.command]
      : [],
  )
  return { book, asked: known ? [known.asked] : beside }
}

/**
 * Why it is not taken that a price was put before a household: the text was another than the book makes of that loan in
 * that language. What is written down already is answered as it was; that there is no such request, the rules say.
 */
export const disclosureRefusal =
  (needs: Needs, fundId: string, items: readonly Item<Command>[]) =>
  async (command: Command): Promise<string | undefined> => {
    if (command.type !== 'DiscloseCost' || !isLocalDate(command.paidOutOn)) return undefined
    const { loanId, paidOutOn, language, textHash } = command
    const { book, asked } = await askedIn(needs, fundId, { loanId, items })
    if (!book || asked.length === 0) return undefined
    const isOfBook = asked.every((one) => {
      const text = costText(book, one, { paidOutOn, language })
      return text !== undefined && needs.hash(text) === textHash
    })
    if (isOfBook || (await needs.store.find(fundId, [command.id])).length > 0) return undefined
    return 'not-the-text-of-this-loan'
  }
