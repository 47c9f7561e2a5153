/** How what lies on a phone is closed up, and opened again by whoever may. `place` is bound in: what was moved does not open. */
export type Closing = {
  readonly close: (place: string, text: string) => Promise<Uint8Array<ArrayBuffer>>
  readonly open: (place: string, closed: Uint8Array<ArrayBuffer>) => Promise<string>
}

const ivBytes = 12
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** AES-256-GCM under a key that the browser keeps to itself. */
export const closingBy = (key: CryptoKey): Closing => {
  const how = (place: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
    name: 'AES-GCM',
    iv,
    additionalData: encoder.encode(place),
  })
  return {
    close: async (place, text) => {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
      const made = await crypto.subtle.encrypt(how(place, iv), key, encoder.encode(text))
      const closed = new Uint8Array(ivBytes + made.byteLength)
      closed.set(iv)
      closed.set(new Uint8Array(made), ivBytes)
      return closed
    },
    open: async (place, closed) => {
      const iv = closed.slice(0, ivBytes)
      const text = await crypto.subtle.decrypt(how(place, iv), key, closed.slice(ivBytes))
      return decoder.decode(text)
    },
  }
}
