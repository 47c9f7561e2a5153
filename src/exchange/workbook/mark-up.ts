import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Merge, columnOf } from '#src/exchange/workbook/sheets.ts'

/** A tag of plain XML: its quotes are closed, and no tag is in it. */
const tagHere = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>/y
const attribute = /([\w.:-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

export type Tag = {
  readonly name: string
  readonly isEnd: boolean
  /** Ends where it begins: `<v/>`. */
  readonly isEmpty: boolean
  readonly raw: string
}

const longestTag = 20_000

/**
 * The tags of a part, one by one, until there are enough of them. A comment, a document type, a quotation that is not closed: what a
 * spreadsheet does not write is not read, so that no text can make a reader go over it again and again.
 */
export const eachTag = (
  text: string,
  take: (tag: Tag) => void | 'enough',
): 'sound' | 'broken' | 'enough' => {
  let at = text.indexOf('<')
  if (text.startsWith('<?', at)) at = text.indexOf('<', text.indexOf('?>', at) + 1)
  while (at >= 0) {
    const close = text.indexOf('>', at)
    if (close < 0 || close - at > longestTag) return 'broken'
    tagHere.lastIndex = at
    const found = tagHere.exec(text)
    if (!found) return 'broken'
    const [whole, slash, name, raw, empty] = found
    const tag = { name: name!, isEnd: slash === '/', isEmpty: empty === '/', raw: raw! }
    if (take(tag) === 'enough') return 'enough'
    at = text.indexOf('<', at + whole.length)
  }
  return 'sound'
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' }

const plain = (value: string): string =>
  value.replaceAll(/&(#\d{1,7}|#x[\da-fA-F]{1,6}|[a-z]{2,4});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole
    const code = name.startsWith('#x')
      ? Number.parseInt(name.slice(2), 16)
      : Number.parseInt(name.slice(1), 10)
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole
  })

/** A tag's attributes by name, without their prefixes. */
export const attributesOf = ({ raw }: Tag): ReadonlyMap<string, string> =>
  new Map(
    [...raw.matchAll(attribute)].map(([, name, double, single]) => [
      name!.replace(/^[^:]*:/, ''),
      plain(double ?? single ?? ''),
    ]),
  )

/** Formats of numbers that every workbook has: 9 is "0%", 10 is "0.00%". */
const plainPercents = ['9', '10']

/** Whether a format shows a hundredth as one: a sign in quotes, or after a stroke, stands there as it is. */
const isPercent = (code: string): boolean => code.replaceAll(/"[^"]*"|\\./g, '').includes('%')

/** The styles, by their place in the list, whose numbers show as per cent; of a part that cannot be read, none. */
export const percentStyles = (text: string): ReadonlySet<string> => {
  const percents = new Set(plainPercents)
  const styles = new Set<string>()
  let isWithin = false
  let at = 0
  eachTag(text, (tag) => {
    if (tag.name === 'cellXfs') isWithin = !tag.isEnd && !tag.isEmpty
    else if (tag.isEnd) return
    else if (tag.name === 'numFmt') {
      const of = attributesOf(tag)
      if (isPercent(of.get('formatCode') ?? '')) percents.add(of.get('numFmtId') ?? '')
    } else if (tag.name === 'xf' && isWithin) {
      if (percents.has(attributesOf(tag).get('numFmtId') ?? '')) styles.add(String(at))
      at += 1
    }
  })
  return styles
}

const block = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/

export const mergeOf = (tag: Tag): Merge | undefined => {
  const found = block.exec(attributesOf(tag).get('ref') ?? '')
  if (!found) return undefined
  const [, left, top, right, bottom] = found
  return {
    firstRow: Number(top),
    lastRow: Number(bottom),
    firstColumn: columnOf(left!),
    lastColumn: columnOf(right!),
  }
}

/** A day as the reader of cells gives it, in world time; words that are no day where it is none. */
export const dayOf = (date: Date): LocalDate | undefined => {
  const year = date.getUTCFullYear()
  if (!(year >= 1000 && year <= 9999)) return undefined
  return date.toISOString().slice(0, 10)
}
