const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** Two signs for each twelve bits: sign by sign a sealed file takes thirty times as long. */
const pairs = Array.from({ length: 4096 }, (_, bits) => signs[bits >> 6]! + signs[bits & 63]!)
const valueOf = new Int8Array(128).fill(-1)
for (const [value, sign] of [...signs].entries()) valueOf[sign.charCodeAt(0)] = value

/** Bytes as base64, as RFC 4648 has it, with its ends. */
export const base64Of = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c] = [bytes[at]!, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0]
    text += pairs[(a << 4) | (b >> 4)]! + pairs[((b & 15) << 8) | c]!
  }
  const over = (3 - (bytes.length % 3)) % 3
  return over === 0 ? text : text.slice(0, -over) + '='.repeat(over)
}

/** The bytes of such a text; undefined where it is none. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  if (text.length % 4 !== 0) return undefined
  const over = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - over)
  const last = text.length - over
  let [held, bits, at] = [0, 0, 0]
  for (let i = 0; i < last; i += 1) {
    const value = valueOf[text.charCodeAt(i)] ?? -1
    if (value < 0) return undefined
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at] = held >> bits
      at += 1
    }
  }
  return bytes
}
