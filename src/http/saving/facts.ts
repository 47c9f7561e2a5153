import { type SavingsFacts, savingsAccounts } from '#src/app/savings-view.ts'
import type { Room } from '#src/http/desk/record.ts'

/** What pages about savings are made from. */
export const savingsFacts = async ({ context, at, book }: Room): Promise<SavingsFacts> => ({
  book,
  postings: await context
    .get('needs')
    .store.postings(at.fundId, { accounts: savingsAccounts(book) }),
})
