/** A value as JSON has it: what a command or an entry may carry. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/**
 * One text for one value: keys sorted by code unit, no spaces, fields without a value left out.
 * Throws on numbers that JSON cannot hold exactly, because an unequal text is an unequal hash.
 */
export const canonicalJson = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`
  if (value !== null && typeof value === 'object')
    return canonicalFields(value as { readonly [key: string]: Json | undefined })
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new Error('number is not a safe integer')
  return JSON.stringify(value)
}

/** In one walk and one text: every entry and every view of every fund goes through here. */
const canonicalFields = (fields: { readonly [key: string]: Json | undefined }): string => {
  let text = ''
  for (const key of Object.keys(fields).toSorted()) {
    const item = fields[key]
    if (item === undefined) continue
    text += `${text === '' ? '{' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`
  }
  return text === '' ? '{}' : `${text}}`
}

const beyondAscii = /[\u0080-\uffff]/

/** Bytes that a text takes in UTF-8. Counted here because the domain knows no text encoder. */
export const utf8Length = (text: string): number => {
  // Nearly every text is of signs that take one byte each.
  if (!beyondAscii.test(text)) return text.length
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
  }
  return bytes
}

/**
 * The one byte string of a list of fields: each `length:text,`, and `-` for none. No two lists
 * share it, whatever the texts hold.
 */
export const lengthPrefixed = (fields: readonly (string | undefined)[]): string =>
  fields.map((field) => (field === undefined ? '-' : `${utf8Length(field)}:${field}`)).join(',')
