import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What the service answers, told in hashes and kept in one file, so that a change of its build that is meant to change
 * nothing can be held against it. `WITNESS=write` writes the file anew; with either of `write` and `keep` the texts
 * themselves are laid down in `artefacts/witness`, for two builds to be compared word by word.
 */
const file = new URL('witness.json', import.meta.url)
const texts = join(import.meta.dirname, '../../artefacts/witness')
const asked = process.env['WITNESS'] ?? ''

type Witness = Readonly<Record<string, Readonly<Record<string, string>>>>

const namesIn = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}/g
const tokensIn = /(?<=[=":/ ])[\w-]{43}(?=["&<\\ ]|$)/gm
/** What is made of an id or a hash: a square to scan, the digits of a receipt, and short names of loans, grants and letters. */
const madeOfNames: readonly (readonly [found: RegExp, told: string])[] = [
  [/(?<=<path (?:fill="black" )?d=")M4(?:0,40|\s4)h1[^"]*/g, 'SQUARE'],
  [/(?<=<b class="code" translate="no">)[0-9a-f]{4} [0-9a-f]{4}/g, 'DIGITS'],
  [/\bOLD-(\d+)-[0-9a-f]{4}\b/g, 'OLD-$1'],
  [/\bS-[0-9A-Z]{8}\b/g, 'S-GRANT'],
  [/(?<=No\. |លេខ )[0-9A-F]{6}\b/g, 'LETTER'],
  [/(?<=name="read" value=")[0-9a-f]{16}/g, 'READ'],
]

/** Without what is drawn anew each time: ids, hashes and tokens are named in the order in which they come. */
const plain = (text: string): string => {
  const names = new Map<string, string>()
  const named = (found: string): string => {
    names.set(found, names.get(found) ?? `(${names.size + 1})`)
    return names.get(found)!
  }
  return (
    madeOfNames
      .reduce((told, [found, name]) => told.replaceAll(found, name), text)
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/> </g, '><')
      .replaceAll(/127\.0\.0\.1:\d+/g, 'HERE')
      // Files of pages are named by their own text.
      .replaceAll(/(?<=\/(style|own|price|speak|mark))\.[0-9a-f]{12}(?=\.)/g, '')
      .replaceAll(namesIn, named)
      .replaceAll(tokensIn, named)
  )
}

const laidDown = (part: string, name: string, text: string): void => {
  if (asked === '') return
  mkdirSync(join(texts, part), { recursive: true })
  writeFileSync(join(texts, part, `${name.replaceAll(/[^\w.-]+/g, '_')}.txt`), text)
}

/** Holds texts against the file, or writes them into it; answers the names of those that differ. */
export const differing = (part: string, found: ReadonlyMap<string, string>): readonly string[] => {
  const hashes = [...found].map(([name, text]) => {
    const told = plain(text)
    laidDown(part, name, told)
    return [name, createHash('sha256').update(told).digest('base64url').slice(0, 10)] as const
  })
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Witness
  if (asked === 'write') {
    const all = { ...kept, [part]: Object.fromEntries(hashes) }
    writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`)
    return []
  }
  const before = kept[part] ?? {}
  const now = Object.fromEntries(hashes)
  const names = new Set([...Object.keys(before), ...Object.keys(now)])
  return [...names].filter((name) => before[name] !== now[name])
}
