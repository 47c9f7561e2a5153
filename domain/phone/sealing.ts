/*
 * What a phone closes to the service alone: HPKE (RFC 9180), mode base, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256,
 * AES-256-GCM. `about` is bound in as its info, so that what was sealed for one thing opens for no other.
 */

/** What is sealed, and what about. */
export type Sealed = {
  readonly fundId: string
  readonly about: string
  /** The encapsulated key and the text behind it, base64url. */
  readonly sealed: string
}

/** What a phone signs of what it sends: for which fund, and every byte of it. ECDSA on P-256 with SHA-256. */
export const batchSigned = (fundId: string, body: string): string =>
  `village-fund/batch/1 ${fundId}\n${body}`

/** A text with the point of P-256 by which it was signed and the signature, base64url. */
export type Signed = { readonly text: string; readonly key: string; readonly signature: string }

/** The phone's key, which the browser never lets out. */
export type SignBatch = (text: string) => Promise<Omit<Signed, 'text'>>

/** The service's part: its key is derived from its secret, and no database has it. */
export type PhoneSeal = {
  /** A point of P-256 as it is sent, base64url. */
  readonly publicKey: (fundId: string) => Promise<string>
  /** Undefined for what was sealed to another key, for something else, or altered. */
  readonly open: (sealed: Sealed) => Promise<string | undefined>
  /** Whether a text was signed by whoever holds that key; false for what is no key or no signature. */
  readonly isSigned: (signed: Signed) => Promise<boolean>
}

/** The phone's part. */
export type SealTo = (
  publicKey: string,
  sealed: { readonly about: string; readonly text: string },
) => Promise<string>

/** What a command that a phone has left behind is bound to: the fund that it was written for. */
export const aboutLeft = (fundId: string): string => `village-fund/left/1 ${fundId}`

/** What a second person's word is bound to: one command as it was shown, of one fund, by the hash of it. */
export const aboutWord = (fundId: string, commandHash: string): string =>
  `village-fund/word/1 ${fundId} ${commandHash}`
