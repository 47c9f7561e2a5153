import { base64Of, fromBase64 } from '#domain/kernel/base64.ts'

/** Sealed bytes as text. */
export const toText = base64Of

/** The bytes of such a text; none where it is no such text. */
export const fromText = (text: string): Uint8Array<ArrayBuffer> =>
  fromBase64(text) ?? new Uint8Array()
