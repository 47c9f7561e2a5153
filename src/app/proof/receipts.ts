import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Signer } from '#domain/ports.ts'

/** Proof that the fund took an entry in: whoever holds it can show later that it was not left out. */
export type Receipt = {
  readonly fundId: string
  readonly seq: number
  readonly id: string
  readonly hash: string
  readonly recordedAt: string
  readonly keyId: string
  /** Ed25519 over `receiptText`, base64url. */
  readonly signature: string
}

type ReceiptRow = Pick<JournalRow, 'fundId' | 'seq' | 'id' | 'hash' | 'recordedAt'>

/** The signed bytes, in this order, for ever. */
export const receiptText = ({ fundId, seq, id, hash, recordedAt }: ReceiptRow): string =>
  lengthPrefixed(['village-fund/receipt/1', fundId, String(seq), id, hash, recordedAt])

/** The same entry has the same receipt whenever it is asked for, while the fund signs with the same key. */
export const receiptOf = (signer: Signer, row: ReceiptRow): Receipt => {
  const { fundId, seq, id, hash, recordedAt } = row
  const signature = signer.sign(fundId, receiptText(row))
  return { fundId, seq, id, hash, recordedAt, keyId: signer.publicKey(fundId).keyId, signature }
}

/** One line that fits a QR code. */
export const receiptCode = ({
  fundId,
  seq,
  id,
  hash,
  recordedAt,
  keyId,
  signature,
}: Receipt): string => ['VF1', fundId, seq, id, hash, recordedAt, keyId, signature].join(' ')
