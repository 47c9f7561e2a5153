import { isUuid } from '#domain/kernel/ids.ts'
import { canonicalEntry } from '#domain/ledger/entry.ts'
import type { Hasher, Journal, Signer } from '#domain/ports.ts'
import { type Receipt, receiptText } from '#src/app/receipts.ts'

/**
 * What a receipt is worth today. `stands`: the book says what it said when it was signed. `written-anew` and `gone`: the
 * fund signed it, and its entry is another one now, or none. `not-signed`: forged, mistyped, or of another service.
 */
export type ReceiptVerdict = 'stands' | 'written-anew' | 'gone' | 'not-signed'

export type Judged = { readonly verdict: ReceiptVerdict; readonly seq: number }

const partsMax = 8
const lengthMax = 600

/** The receipt that a line from a square code gives, spaces and line breaks as they come; undefined where it is none. */
export const receiptIn = (text: string): Receipt | undefined => {
  if (text.length > lengthMax) return undefined
  const [
    mark,
    fundId = '',
    seq = '',
    id = '',
    hash = '',
    recordedAt = '',
    keyId = '',
    signature = '',
    ...more
  ] = text.trim().split(/\s+/, partsMax + 1)
  const isOne =
    mark === 'VF1' &&
    more.length === 0 &&
    isUuid(fundId) &&
    isUuid(id) &&
    /^[1-9]\d{0,14}$/.test(seq) &&
    /^[\da-f]{64}$/.test(hash) &&
    /^[\w-]{86}$/.test(signature)
  return isOne ? { fundId, seq: Number(seq), id, hash, recordedAt, keyId, signature } : undefined
}

type Needs = {
  readonly store: Pick<Journal, 'find'>
  readonly signer: Signer
  readonly hash: Hasher
}

/**
 * Holds a receipt against the book. Nothing is read before the signature fits, so that no stranger learns from an answer
 * which funds or entries there are.
 */
export const judgeReceipt = async (
  { store, signer, hash }: Needs,
  receipt: Receipt,
): Promise<Judged> => {
  const { fundId, seq, id } = receipt
  // Held as hashes: how long a comparison takes tells nothing of the right signature.
  const signature = signer.sign(fundId, receiptText(receipt))
  if (hash(signature) !== hash(receipt.signature)) return { verdict: 'not-signed', seq }
  const [row] = await store.find(fundId, [id])
  if (!row) return { verdict: 'gone', seq }
  const isSame =
    row.seq === seq &&
    row.hash === receipt.hash &&
    row.recordedAt === receipt.recordedAt &&
    hash(canonicalEntry(row)) === row.hash
  return { verdict: isSame ? 'stands' : 'written-anew', seq }
}
