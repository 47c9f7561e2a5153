import { savingsPostingsOf } from '#src/app/kept-books.ts'
import {
  type SavingsFacts,
  type SavingsView,
  savingsViewOf,
} from '#src/app/members/savings-view.ts'
import type { Desk } from '#src/desk/desk.ts'

/** What pages about savings are made from. */
export const savingsFacts = async ({
  needs: { store },
  fundId,
  book,
}: Pick<Desk, 'needs' | 'fundId' | 'book'>): Promise<SavingsFacts> => ({
  book,
  postings: await savingsPostingsOf(store, fundId, book),
})

/** What one member has saved, in shares and freely. */
export const heldBy = async (
  desk: Desk,
  memberId: string,
): Promise<SavingsView['members'][number] | undefined> =>
  savingsViewOf(await savingsFacts(desk), desk.today).members.find(
    (one) => one.memberId === memberId,
  )
