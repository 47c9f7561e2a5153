/** The signs of base 45 (RFC 9285), which are those of a square code's alphanumeric mode, in their order. */
const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Bytes as signs of base 45: three for two bytes, two for a last one. */
export const base45 = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += 2) {
    const isPair = i + 1 < bytes.length
    let rest = isPair ? bytes[i]! * 256 + bytes[i + 1]! : bytes[i]!
    for (let place = 0; place < (isPair ? 3 : 2); place += 1) {
      text += signs[rest % 45]!
      rest = Math.floor(rest / 45)
    }
  }
  return text
}

/** The bytes of base 45; undefined for what is none. */
export const unbase45 = (text: string): Uint8Array | undefined => {
  if (text.length % 3 === 1) return undefined
  const bytes: number[] = []
  for (let i = 0; i < text.length; i += 3) {
    const group = [...text.slice(i, i + 3)].map((sign) => signs.indexOf(sign))
    if (group.includes(-1)) return undefined
    const value = group.reduceRight((sum, digit) => sum * 45 + digit, 0)
    const isPair = group.length === 3
    if (value > (isPair ? 0xff_ff : 0xff)) return undefined
    bytes.push(...(isPair ? [value >> 8, value & 255] : [value]))
  }
  return Uint8Array.from(bytes)
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1)
    value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1
  return value
})

/** CRC-32 as zip files have it: it finds what a camera or a copying hand got wrong, and proves nothing against anybody. */
export const crc32 = (bytes: Uint8Array): number => {
  let sum = 0xff_ff_ff_ff
  for (const byte of bytes) sum = (sum >>> 8) ^ table[(sum ^ byte) & 255]!
  return (sum ^ 0xff_ff_ff_ff) >>> 0
}
