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
type OwnPrivateLine = PrivateLine & {
  /** Its number in the book, by which she names it. */
  readonly seq: number
  readonly receipt: string
  /** More went out than she had by then: told to nobody but her. */
  readonly isMoreThanOwn: boolean
}

export type OwnPrivate = {
  readonly saved: number
  /** The newest first. */
  readonly lines: readonly OwnPrivateLine[]
}

/** Lines of one member's private savings, found by their marks among those of everybody; for her alone. */
const privateLinesOf = async (
  { store, ...needs }: MarkNeeds & { readonly store: FundViews },
  owner: Owner,
): Promise<readonly PrivateLine[]> => {
  const subjects = await store.subjects(owner.fundId)
  return subjects
    .filter(({ kind }) => kind === 'private-savings')
    .map(({ data }) => JSON.parse(data) as PrivateLine)
    .filter(({ mark, entryId }) => mark === markOf(needs, owner, entryId))
}

/** The lines in the order in which they were written down, each with whether more went out than she had by then. */
const judged = (lines: readonly Omit<OwnPrivateLine, 'isMoreThanOwn'>[]) => {
  let saved = 0
  const told: OwnPrivateLine[] = []
  for (const line of lines.toSorted((a, b) => a.seq - b.seq)) {
    if (!line.isTakenBack) saved += line.amount
    told.push({ ...line, isMoreThanOwn: !line.isTakenBack && line.amount < 0 && saved < 0 })
  }
  return { saved, told }
}

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
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const known = own.map((line) => {
    const row = rowOf.get(line.entryId)
    const receipt = row ? receiptCode(receiptOf(needs.signer, row)) : ''
    return { ...line, seq: row?.seq ?? 0, receipt }
  })
  const { saved, told } = judged(known)
  const newestFirst = (a: OwnPrivateLine, b: OwnPrivateLine): number =>
    a.on === b.on ? b.seq - a.seq : a.on < b.on ? 1 : -1
  return { saved, lines: told.toSorted(newestFirst) }
}
