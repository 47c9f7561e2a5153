import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { markFile } from '#src/pages/icons.ts'
import { speakScript } from '#src/pages/household/speak.js.ts'
import { printScript } from '#src/pages/print.js.ts'
import { codesScript } from '#src/pages/meeting/codes.js.ts'
import { priceScript } from '#src/pages/lending/price.js.ts'
import { openSheet, ownSheet, styleSheet } from '#src/pages/style.css.ts'

/** A file that pages name: where it is served, as which type, and its text. */
export type PageFile = { readonly path: string; readonly type: string; readonly text: string }

/** What a name bears of what is in a file: another text, another mark. */
export const markOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 12)

/** A file under a name that its own text makes: what changed has another name, so a phone asks for each of them once. */
const named = (name: string, ending: string, { type, text }: Omit<PageFile, 'path'>): PageFile => ({
  path: `/${name}.${markOf(text)}.${ending}`,
  type: `${type}; charset=utf-8`,
  text,
})

/** What is for whoever writes a sheet, which no phone needs: remarks, and how far a line stands in. */
const bare = (text: string): string =>
  text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/\s*\n\s*/g, '\n')

const sheet = (name: string, text: string) =>
  named(name, 'css', { type: 'text/css', text: bare(text) })
const script = (name: string, text: string) => named(name, 'js', { type: 'text/javascript', text })

/** Styles, scripts and the mark of every page, by name. */
export const pageFiles = {
  style: sheet('style', styleSheet),
  own: sheet('own', ownSheet),
  open: sheet('open', openSheet),
  price: script('price', priceScript),
  speak: script('speak', speakScript),
  print: script('print', printScript),
  codes: script('codes', codesScript),
  mark: named('mark', 'svg', { type: 'image/svg+xml', text: markFile }),
} as const
