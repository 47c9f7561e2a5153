import type { EntryId } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'

/*
 * Whose word alone says that money came which waits for a member. What came in by the bank or the wallet no count of the box
 * bears out: whoever writes that it came and hands it out as well could take the fund's own cash for it.
 */

/** What an entry adds to what waits for a member (more than zero), or takes of it. */
export type Waited = {
  readonly entryId: EntryId
  /** Who wrote it. */
  readonly by: string
  readonly amount: number
  /** It came by the bank or the wallet, or went, and nobody else stands behind it. */
  readonly isAlone: boolean
}

const waits = /^liability:suspense:(.+)$/

/** Whether a posting is of money that waits: most entries have none. */
export const isWaiting = ({ account }: Pick<Posting, 'account'>): boolean =>
  account.startsWith('liability:suspense:')

const arrivedElsewhere = ({ account, amount }: Posting): boolean =>
  amount > 0 && (account === 'asset:bank' || account === 'asset:wallet')

/** What an entry says of money that waits, by member. */
export const waitedBy = (
  postings: readonly Posting[],
  { isVouched, ...of }: Pick<Waited, 'entryId' | 'by'> & { readonly isVouched: boolean },
): ReadonlyMap<string, Waited> => {
  const sums = new Map<string, number>()
  for (const { account, amount } of postings) {
    const memberId = waits.exec(account)?.[1]
    if (memberId !== undefined) sums.set(memberId, (sums.get(memberId) ?? 0) - amount)
  }
  const isElsewhere = sums.size > 0 && postings.some(arrivedElsewhere)
  return new Map(
    [...sums]
      .filter(([, amount]) => amount !== 0)
      .map(([memberId, amount]) => [
        memberId,
        { ...of, amount, isAlone: !isVouched && (isElsewhere || amount < 0) },
      ]),
  )
}

/**
 * How much of what came by one person's word alone the same person alone let go. Of several sums that wait the own one goes
 * first: nobody hides an invented sum behind a true one. What others let go takes of what somebody else has seen before it.
 */
export const ownLetGo = (
  waited: readonly Waited[],
  { entryId }: Pick<Waited, 'entryId'>,
): number => {
  const left: { one: Waited; amount: number }[] = []
  for (const one of waited) {
    if (one.amount > 0) {
      left.push({ one, amount: one.amount })
      continue
    }
    const isOwn = (came: Waited): boolean => one.isAlone && came.isAlone && came.by === one.by
    const rankOf = (came: Waited): number => (isOwn(came) ? 0 : came.isAlone ? 2 : 1)
    let [open, own] = [0 - one.amount, 0]
    for (const some of left.toSorted((a, b) => rankOf(a.one) - rankOf(b.one))) {
      const taken = Math.min(open, some.amount)
      some.amount -= taken
      open -= taken
      if (isOwn(some.one)) own += taken
    }
    if (one.entryId === entryId) return own
  }
  return 0
}
