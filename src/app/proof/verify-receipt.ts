import { canonicalEntry } from '#domain/ledger/entry.ts'
import type { Hasher, Journal, Signer } from '#domain/ports.ts'
import { type Receipt, receiptText } from '#src/app/proof/receipts.ts'

/**
 * What a receipt is worth today. `stands`: the book says what it said when it was signed. `written-anew` and `gone`: the
 * fund signed it, and its entry is another one now, or none. `not-signed`: forged, mistyped, or of another service.
 */
export type ReceiptVerdict = 'stands' | 'written-anew' | 'gone' | 'not-signed'

type Judged = { readonly verdict: ReceiptVerdict; readonly seq: number }

const lengthMax = 600
const uuid = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}`
const receiptLine = new RegExp(
  String.raw`^VF1 (${uuid}) ([1-9]\d{0,14}) (${uuid}) ([\da-f]{64}) (\S{1,40}) ([\da-f]{16}) ([\w-]{86})$`,
)

/** The receipt that a line from a square code gives, spaces and line breaks as they come; undefined where it is none. */
export const receiptIn = (text: string): Receipt | undefined => {
  if (text.length > lengthMax) return undefined
  const parts = receiptLine.exec(text.trim().replaceAll(/\s+/g, ' '))
  if (!parts) return undefined
  const [fundId, seq, id, hash, recordedAt, keyId, signature] = parts.slice(1) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  return { fundId, seq: Number(seq), id, hash, recordedAt, keyId, signature }
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
  const signature = signer.signAs(receipt.keyId, fundId, receiptText(receipt))
  // Held as hashes: how long a comparison takes tells nothing of the right signature.
  if (signature === undefined || hash(signature) !== hash(receipt.signature))
    return { verdict: 'not-signed', seq }
  const [row] = await store.find(fundId, [id])
  if (!row) return { verdict: 'gone', seq }
  const isSame =
    row.seq === seq &&
    row.hash === receipt.hash &&
    row.recordedAt === receipt.recordedAt &&
    hash(canonicalEntry(row)) === row.hash
  return { verdict: isSame ? 'stands' : 'written-anew', seq }
}
