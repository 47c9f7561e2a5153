import { loanViewOf } from '#src/app/lending/loan-view.ts'
import { bookOf } from '#src/app/queries.ts'
import { fundId, smallNetwork } from '#test/support/small-network.ts'
import { type StoryCommand, idOf } from '#test/support/village.ts'

/** Loans as a page tells them, of a fund in a store to which all this was told. */
export const viewsOf = async (told: readonly StoryCommand[]) => {
  const { kept } = await smallNetwork(told)
  const book = (await bookOf(kept, fundId))!
  const seqOf = new Map((await kept.read(fundId, 0, 1_000)).map(({ id, seq }) => [id, seq]))
  return {
    kept,
    book,
    seqOf: (n: number) => seqOf.get(idOf(n)),
    view: (loanId: string, asOf: string) => loanViewOf(kept, fundId, { book, loanId, asOf }),
  }
}
