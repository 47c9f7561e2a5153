import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { FundViews, Hasher, Journal, Signer } from '#domain/ports.ts'
import type { PrivateLine } from '#domain/savings/private.ts'
import { receiptCode, receiptOf } from '#src/app/receipts.ts'

export type MarkNeeds = { readonly signer: Signer; readonly hash: Hasher }

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
    signer.sign(
      fundId,
      lengthPrefixed(['village-fund/private-savings/1', fundId, memberId, entryId]),
    ),
  )

/** A line of somebody's private savings, with the proof that the fund took it in. */
export type OwnPrivateLine = PrivateLine & { readonly receipt: string }

export type OwnPrivate = {
  readonly saved: number
  /** The newest first. */
  readonly lines: readonly OwnPrivateLine[]
}

/** What one member has saved in private, found by its marks among those of everybody. */
export const ownPrivateOf = async (
  { store, ...needs }: MarkNeeds & { readonly store: FundViews & Journal },
  owner: Owner,
  through?: LocalDate,
): Promise<OwnPrivate> => {
  const subjects = await store.subjects(owner.fundId)
  const own = subjects
    .filter(({ kind }) => kind === 'private-savings')
    .map(({ data }) => JSON.parse(data) as PrivateLine)
    .filter(({ on }) => through === undefined || on <= through)
    .filter(({ mark, entryId }) => mark === markOf(needs, owner, entryId))
  const rows = await store.find(
    owner.fundId,
    own.map(({ entryId }) => entryId),
  )
  const codes = new Map(rows.map((row) => [row.id, receiptCode(receiptOf(needs.signer, row))]))
  const lines = own
    .map((line) => ({ ...line, receipt: codes.get(line.entryId) ?? '' }))
    .toSorted((a, b) => (a.on + a.entryId < b.on + b.entryId ? 1 : -1))
  const saved = lines.reduce(
    (sum, { amount, isTakenBack }) => (isTakenBack ? sum : sum + amount),
    0,
  )
  return { saved, lines }
}
