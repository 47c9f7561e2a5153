import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { FundViews, Hasher, Journal, Signer } from '#domain/ports.ts'
import type { PrivateLine } from '#domain/savings/private.ts'
import { receiptCode, receiptOf } from '#src/app/proof/receipts.ts'

type MarkNeeds = { readonly signer: Signer; readonly hash: Hasher }

type Owner = { readonly fundId: string; readonly memberId: string }

/**
 * The mark that an owner's private entry bears. It is a hash of a signature that only this service can
 * make, over the owner and the entry: without the signing secret no two marks of one owner look alike.
 */
export const markOf = (
  { signer, hash }: MarkNeeds,
  { fundId, memberId }: Owner,
  entryId: EntryId,
): string =>
  hash(
    signer.mark(
      fundId,
      lengthPrefixed(['village-fund/private-savings/1', fundId, memberId, entryId]),
    ),
  )

/** A line of somebody's private savings, with the proof that the fund took it in. */
type OwnPrivateLine = PrivateLine & { readonly receipt: string }

export type OwnPrivate = {
  readonly saved: number
  /** The newest first. */
  readonly lines: readonly OwnPrivateLine[]
}

/**
 * Lines of one member's private savings, found by their marks among those of everybody. Whoever gives money out is told
 * none of it, so it takes the same of the store and the same time whoever the member is.
 */
export const privateLinesOf = async (
  { store, ...needs }: MarkNeeds & { readonly store: FundViews },
  owner: Owner,
): Promise<readonly PrivateLine[]> => {
  const subjects = await store.subjects(owner.fundId)
  return subjects
    .filter(({ kind }) => kind === 'private-savings')
    .map(({ data }) => JSON.parse(data) as PrivateLine)
    .filter(({ mark, entryId }) => mark === markOf(needs, owner, entryId))
}

/** What such lines come to. `but` is an entry that is left out: sent again, it is the same. */
export const savedInPrivate = (lines: readonly PrivateLine[], but?: EntryId): number =>
  lines.reduce(
    (sum, { entryId, amount, isTakenBack }) =>
      isTakenBack || entryId === but ? sum : sum + amount,
    0,
  )

/** What one member has saved in private, for its owner. */
export const ownPrivateOf = async (
  needs: MarkNeeds & { readonly store: FundViews & Journal },
  owner: Owner,
): Promise<OwnPrivate> => {
  const own = await privateLinesOf(needs, owner)
  const rows = await needs.store.find(
    owner.fundId,
    own.map(({ entryId }) => entryId),
  )
  const codes = new Map(rows.map((row) => [row.id, receiptCode(receiptOf(needs.signer, row))]))
  const lines = own
    .map((line) => ({ ...line, receipt: codes.get(line.entryId) ?? '' }))
    .toSorted((a, b) => (a.on + a.entryId < b.on + b.entryId ? 1 : -1))
  return { saved: savedInPrivate(own), lines }
}
