import { khmerDigits } from '#src/words/locale.ts'

/**
 * What keeps its digits in mark-up: marks themselves and signs that are written as codes; tables, where Khmer digits are not
 * equally wide; what is typed, drawn, or read out sign by sign.
 */
const kept = /<(table|textarea|svg)\b.*?<\/\1>|<[^>]*translate="no"[^>]*>[^<]*|<[^>]*>|&#?\w+;/gs

/** Mark-up whose figures stand in Khmer digits, for whoever has chosen so. */
export const withKhmerDigits = (markup: string): string => {
  const parts: string[] = []
  let at = 0
  for (const { 0: same, index } of markup.matchAll(kept)) {
    parts.push(khmerDigits(markup.slice(at, index)), same)
    at = index + same.length
  }
  return [...parts, khmerDigits(markup.slice(at))].join('')
}
