import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Hasher } from '#domain/ports.ts'
import { rowsByAccount } from '#src/app/savings-rows.ts'
import type { Desk } from '#src/desk/desk.ts'
import { type PhoneBook, fundBookOf } from '#src/pwa/book.ts'
import type { Taken } from '#src/pwa/host.ts'
import type { Language } from '#src/words/catalogue.ts'

type Around = {
  readonly fundId: string
  readonly book: PhoneBook
  readonly today: LocalDate
  readonly language: Language
  readonly taken: Taken
  readonly hash: Hasher
}

/** What forms on a phone ask beside the book: who steps out, and what savers have put in. */
const storeOf = ({ book, taken }: Around) => ({
  // Which officers step out was taken along, and not why.
  kinships: async (fundId: string) =>
    (taken.stepsOut ?? []).map(({ memberId: firstId, officerId: secondId }) => ({
      fundId,
      firstId,
      secondId,
      relation: 'in-law' as const,
      declaredAt: '',
    })),
  postings: async (_: string, { accounts }: { readonly accounts: readonly string[] }) => {
    const byAccount: ReadonlyMap<string, PhoneBook['savings']> = rowsByAccount(book.savings)
    return accounts.flatMap((account) => [...(byAccount.get(account) ?? [])])
  },
})

/**
 * The desk of a phone: acts of the desk ask it as they ask that of the service. Of what the service knows beside the book
 * it has the little that those acts use which a phone offers (`acts.ts`); they are opened one by one in a test.
 */
export const phoneDesk = (around: Around): Desk => {
  const { fundId, language, today, taken, hash, book } = around
  const fundBook = fundBookOf(book)!
  const ids = new Map(fundBook.members.map(({ card, memberId }) => [card, memberId]))
  const names = new Map(taken.names.map((one) => [one.memberId, one]))
  const calledOf = (card: string) => {
    const { khmer, latin } = names.get(ids.get(card) ?? '') ?? {}
    if (!khmer && !latin) return undefined
    return { ...(khmer && { khmer }), ...(latin && { latin }) }
  }
  const nameOf = (card: string): string | undefined => {
    const { khmer, latin } = calledOf(card) ?? {}
    return language === 'km' ? (khmer ?? latin) : (latin ?? khmer)
  }
  return {
    fundId,
    language,
    book: fundBook,
    today,
    who: { memberId: taken.memberId ?? undefined, hasGivenSecret: false },
    nameOf,
    calledOf,
    along: {},
    needs: { hash, store: storeOf(around) } as unknown as Desk['needs'],
  }
}
