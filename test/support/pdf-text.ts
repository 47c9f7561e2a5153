import { inflateSync } from 'node:zlib'

/*
 * Reads what a browser has printed: the text of each sheet, in the order in which it was drawn. It knows what
 * Chromium writes and no other PDF.
 */

type Objects = ReadonlyMap<string, { readonly head: string; readonly stream: Buffer | undefined }>

const streamOf = (head: string, bytes: Buffer): Buffer =>
  head.includes('/FlateDecode') ? inflateSync(bytes) : bytes

const objectsIn = (pdf: Buffer): Objects => {
  const text = pdf.toString('latin1')
  const objects = new Map<string, { head: string; stream: Buffer | undefined }>()
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n/g)) {
    const from = found.index + found[0].length
    const end = text.indexOf('endobj', from)
    const at = text.indexOf('stream\n', from)
    const isStream = at !== -1 && at < end
    const head = text.slice(from, isStream ? at : end)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const begins = at + 'stream\n'.length
    const stream = isStream ? streamOf(head, pdf.subarray(begins, begins + length)) : undefined
    objects.set(found[1]!, { head, stream })
  }
  return objects
}

const refsIn = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) => id!)

/** The pages below a node of the tree, in their order. */
const pagesBelow = (objects: Objects, id: string): string[] => {
  const { head } = objects.get(id)!
  if (/\/Type\s*\/Page\b/.test(head)) return [id]
  return refsIn(/\/Kids\s*\[([^\]]*)\]/.exec(head)?.[1]).flatMap((kid) => pagesBelow(objects, kid))
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** What letters the glyphs of a font stand for. */
const lettersOf = (objects: Objects, font: string): ReadonlyMap<number, string> => {
  const letters = new Map<number, string>()
  const [map] = refsIn(/\/ToUnicode (\d+ 0 R)/.exec(objects.get(font)!.head)?.[1])
  const told = map === undefined ? '' : objects.get(map)!.stream!.toString('latin1')
  for (const [, block] of told.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, letter] of block!.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(Number.parseInt(glyph!, 16), utf16(letter!))
  for (const [, block] of told.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first, last, letter] of block!.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const from = Number.parseInt(first!, 16)
      for (let glyph = from; glyph <= Number.parseInt(last!, 16); glyph += 1)
        letters.set(glyph, String.fromCodePoint(utf16(letter!).codePointAt(0)! + glyph - from))
    }
  return letters
}

const textOfPage = (objects: Objects, id: string): string => {
  const { head } = objects.get(id)!
  const [contents] = refsIn(/\/Contents (\d+ 0 R)/.exec(head)?.[1])
  const fonts = new Map(
    [...(/\/Font\s*<<([^>]*)>>/.exec(head)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)].map(
      ([, name, font]) => [name!, lettersOf(objects, font!)],
    ),
  )
  let letters: ReadonlyMap<number, string> = new Map()
  let text = ''
  const drawn = objects.get(contents!)!.stream!.toString('latin1')
  for (const [, font, glyphs, ended] of drawn.matchAll(
    /\/(\w+) [\d.]+ Tf|<([\da-fA-F]+)>|\b(ET)\b/g,
  )) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map()
    if (ended !== undefined) text += '\n'
    for (const [glyph] of (glyphs ?? '').matchAll(/.{4}/g))
      text += letters.get(Number.parseInt(glyph, 16)) ?? '?'
  }
  return text
}

/** The text of each sheet, what stands in its margins too. */
export const sheetsIn = (pdf: Buffer): readonly string[] => {
  const objects = objectsIn(pdf)
  const root = [...objects.values()].find(({ head }) => /\/Type\s*\/Catalog\b/.test(head))!
  const [pages] = refsIn(/\/Pages (\d+ 0 R)/.exec(root.head)?.[1])
  return pagesBelow(objects, pages!).map((id) => textOfPage(objects, id))
}

type Matrix = readonly [number, number, number, number, number, number]

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
]

/** A piece of text: where its line stands, and from where to where it goes, in points. */
type Piece = { readonly y: number; readonly from: number; readonly to: number }

/** Pieces of text that stand upright, as they are drawn. */
const piecesOf = (drawn: string): readonly Piece[] => {
  const kept: Matrix[] = []
  let now: Matrix = [1, 0, 0, 1, 0, 0]
  const pieces: Piece[] = []
  let [text, gone]: [Matrix | undefined, number] = [undefined, 0]
  for (const line of drawn.split('\n')) {
    const numbers = line.match(/-?[\d.]+(?= )/g)?.map(Number) ?? []
    if (line === 'q') kept.push(now)
    else if (line === 'Q') now = kept.pop()!
    else if (line.endsWith(' cm')) now = times(numbers.slice(0, 6) as unknown as Matrix, now)
    else if (line.endsWith(' Tm'))
      [text, gone] = [times(numbers.slice(0, 6) as unknown as Matrix, now), 0]
    else if (/^-?[\d.]+ \S+ Td/.test(line)) gone += numbers[0]!
    else if (line === 'ET' && text) {
      const [a, b, , , x, y] = text
      if (Math.abs(b) < 1e-6 && gone > 0) pieces.push({ y, from: x, to: x + gone * a })
      text = undefined
    }
  }
  return pieces
}

const pointsApartMin = 5

/**
 * How many pieces of text on each sheet are printed over others: less than a line lies between them, and more than
 * a line of letters of two sizes has. What is written across the sheet is left out.
 */
export const printedOver = (pdf: Buffer): readonly number[] => {
  const objects = objectsIn(pdf)
  const root = [...objects.values()].find(({ head }) => /\/Type\s*\/Catalog\b/.test(head))!
  const [pages] = refsIn(/\/Pages (\d+ 0 R)/.exec(root.head)?.[1])
  return pagesBelow(objects, pages!).map((id) => {
    const [contents] = refsIn(/\/Contents (\d+ 0 R)/.exec(objects.get(id)!.head)?.[1])
    const pieces = piecesOf(objects.get(contents!)!.stream!.toString('latin1'))
    return pieces.filter((one, i) =>
      pieces.some((other, k) => {
        const apart = Math.abs(one.y - other.y)
        const isBeside = one.to <= other.from || other.to <= one.from
        return k < i && apart > 0.5 && apart < pointsApartMin && !isBeside
      }),
    ).length
  })
}
