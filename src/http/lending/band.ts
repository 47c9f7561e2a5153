import type { Command } from '#domain/village.ts'
import { bandIn, meansOf } from '#src/app/lending/means.ts'
import { bookOf } from '#src/app/queries.ts'
import type { AppNeeds } from '#src/http/needs.ts'

/**
 * Why it is not taken what a household can bear: a band is what comes of its income and debts, which are told beside the
 * journal, and of nothing that somebody ticks. That nobody knows it needs no figures.
 */
export const bandRefusal =
  (needs: Pick<AppNeeds, 'store' | 'sealing'>, fundId: string, dryRun: boolean) =>
  async (command: Command): Promise<string | undefined> => {
    // What is only tried has kept no figures yet.
    if (dryRun || command.type !== 'AppraiseLoan') return undefined
    const { loanId, burden = 'unknown', lightens = false, effectiveOn: on } = command
    if (burden === 'unknown' && !lightens) return undefined
    // What stands in the book already is answered again, whatever became of the figures.
    if ((await needs.store.find(fundId, [command.id])).length > 0) return undefined
    const book = await bookOf(needs.store, fundId)
    const request = book?.requests.find((one) => one.loanId === loanId)
    const means = await meansOf(needs, { fundId, loanId, entryId: command.id })
    if (!book || !request || !means) return 'band-without-figures'
    const told = bandIn(book, request.asked, { means, on })
    const isSame = told.burden === burden && told.lightens === lightens
    return isSame ? undefined : 'band-without-figures'
  }
