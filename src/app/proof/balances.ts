import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Signer } from '#domain/ports.ts'
import type { Head } from '#src/app/heads.ts'

/** What a passbook said on a day, signed by the fund: whoever holds the paper can show later what it was. Private savings are in none of it. */
export type SignedBalance = {
  readonly fundId: string
  readonly memberId: string
  readonly on: LocalDate
  /** Smallest units of the currency. */
  readonly savings: number
  readonly owed: number
  readonly currency: Currency
  /** Number and hash of the last entry that it was counted from. */
  readonly seq: number
  readonly hash: string
  readonly keyId: string
  /** Ed25519 over `balanceText`, base64url. */
  readonly signature: string
}

type Unsigned = Omit<SignedBalance, 'keyId' | 'signature'>

const partsOf = (balance: Unsigned): readonly string[] => {
  const { fundId, memberId, on, savings, owed, currency, seq, hash } = balance
  return [fundId, memberId, on, String(savings), String(owed), currency, String(seq), hash]
}

/** The signed bytes, in this order, for ever. */
export const balanceText = (balance: Unsigned): string =>
  lengthPrefixed(['village-fund/balance/1', ...partsOf(balance)])

/** Signs what a passbook says at the head of a book. */
export const balanceOf = (
  signer: Signer,
  { head, ...said }: Omit<Unsigned, 'seq' | 'hash'> & { readonly head: Head },
): SignedBalance => {
  const balance = { ...said, ...head }
  const { keyId } = signer.publicKey(said.fundId)
  return { ...balance, keyId, signature: signer.sign(said.fundId, balanceText(balance)) }
}

/** One line that fits a QR code. */
export const balanceCode = (balance: SignedBalance): string =>
  ['VB1', ...partsOf(balance), balance.keyId, balance.signature].join(' ')
