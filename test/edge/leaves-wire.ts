const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

/** JSON that keeps bytes, maps and what is left out. */
export const toWire = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => {
    if (one instanceof Uint8Array) return { bytes: base64Of(one) }
    if (one instanceof Map) return { pairs: [...one] }
    return one
  })

export const fromWire = (text: string): unknown =>
  JSON.parse(text, (_, one: unknown) => {
    if (typeof one !== 'object' || one === null) return one
    if ('bytes' in one) return bytesOf(String(one.bytes))
    if ('pairs' in one) return new Map(one.pairs as [unknown, unknown][])
    return one
  })
