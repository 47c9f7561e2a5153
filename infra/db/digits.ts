/*
 * SQLite keeps ids and hashes of journals as the bytes that their digits stand for, in less than half of the room. Whatever
 * is no id or hash as we write them stays the text that it is. PostgreSQL keeps all of them as texts: its rows are laid out
 * over servers, and shown to one owner at a time, by the text of a fund's id.
 */

const idText = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const hashText = /^[0-9a-f]{64}$/

/** Whether a text is an id or a hash as we write them. */
export const hasBytes = (text: string): boolean =>
  (text.length === 36 && idText.test(text)) || (text.length === 64 && hashText.test(text))

/** The bytes of such a text. */
export const bytesOf = (text: string): Uint8Array => Buffer.from(text.replaceAll('-', ''), 'hex')

const idDigits = 32
const hashDigits = 64

/**
 * Hexadecimal digits as an id has them, or as a hash. Joined and not written side by side: a book keeps ids for long, and V8
 * would keep the pieces of each beside it.
 */
const dashed = (hex: string): string =>
  hex.length === idDigits
    ? [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
        '-',
      )
    : hex

/** What stands in a column, read past the store. */
export const textOf = (value: string | Uint8Array): string =>
  typeof value === 'string' ? value : dashed(Buffer.from(value).toString('hex'))

/** Columns in one text, in the words of SQLite: much faster than to be handed an object for each of them. */
export const shownInSql = (...columns: readonly string[]): string =>
  columns.map((column) => `typeof(${column}) || hex(${column})`).join(' || ')

/** A value that was shown. A text that should be there as bytes was written by another program, and says so. */
const valueOf = (shown: string): string => {
  const kind = shown.slice(0, 4)
  const hex = shown.slice(4)
  if (kind === 'blob') return dashed(hex.toLowerCase())
  const text = Buffer.from(hex, 'hex').toString()
  return kind === 'text' && !hasBytes(text) ? text : `not stored as bytes: ${text}`
}

/** The values of columns that were shown together. */
export const fromShown = (shown: string): readonly string[] =>
  (shown.match(/(?:blob|text|null|integer|real)[0-9A-F]*/g) ?? []).map(valueOf)

/** Where the bytes of an id and three hashes begin, and how long they are together. */
const places = [0, idDigits + 4, idDigits + hashDigits + 8, idDigits + 2 * hashDigits + 12] as const
const lengthOfAll = places[3] + hashDigits + 4

/** An id and three hashes that were shown together. */
export const idAndHashes = (shown: string): readonly string[] => {
  const areBytes =
    shown.length === lengthOfAll && places.every((place) => shown.startsWith('blob', place))
  if (!areBytes) return fromShown(shown)
  const hex = shown.toLowerCase()
  const at = (place: number): string => hex.slice(place + 4, place + 4 + hashDigits)
  return [dashed(hex.slice(4, 4 + idDigits)), at(places[1]), at(places[2]), at(places[3])]
}

/** The bytes of what a column of SQLite holds, in its own words; anything else as it is. */
export const bytesInSql = (column: string): string => {
  const hex = `replace(${column}, '-', '')`
  const isHex = `${hex} not glob '*[^0-9a-f]*'`
  const isDashed = [9, 14, 19, 24].map((at) => `substr(${column}, ${at}, 1) = '-'`).join(' and ')
  return `case when typeof(${column}) <> 'text' or not (${isHex}) then ${column}
    when length(${column}) = 36 and length(${hex}) = 32 and ${isDashed} then unhex(${hex})
    when length(${column}) = 64 and length(${hex}) = 64 then unhex(${hex}) else ${column} end`
}
