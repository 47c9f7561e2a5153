/** The signs of base 45 (RFC 9285), which are those of a square code's alphanumeric mode, in their order. */
export const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

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
    const group = Array.from(text.slice(i, i + 3), (sign) => signs.indexOf(sign))
    if (group.includes(-1)) return undefined
    const value = group.reduceRight((sum, digit) => sum * 45 + digit, 0)
    const isPair = group.length === 3
    if (value > (isPair ? 0xff_ff : 0xff)) return undefined
    bytes.push(...(isPair ? [value >> 8, value & 255] : [value]))
  }
  return Uint8Array.from(bytes)
}
