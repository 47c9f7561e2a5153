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

/** The service's part: its key is derived from its secret, and no database has it. */
export type PhoneSeal = {
  /** A point of P-256 as it is sent, base64url. */
  readonly publicKey: (fundId: string) => Promise<string>
  /** Undefined for what was sealed to another key, for something else, or altered. */
  readonly open: (sealed: Sealed) => Promise<string | undefined>
}

/** The phone's part. */
export type SealTo = (
  publicKey: string,
  sealed: { readonly about: string; readonly text: string },
) => Promise<string>

/** What a second person's word is bound to: one command as it was shown, of one fund, by the hash of it. */
export const aboutWord = (fundId: string, commandHash: string): string =>
  `village-fund/word/1 ${fundId} ${commandHash}`
