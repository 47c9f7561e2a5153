import { readFileSync } from 'node:fs'
import type { Plugin } from 'rolldown'
import { type Cut, type Node, isNode, without } from '#src/packing/cuts.ts'

const catalogue = /\/src\/words\/(en|km)\/([\w-]+)\.ts$/

/** The names of what a catalogue holds. */
const namesIn = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^export const (\w+)/gm)].map(([, name]) => name!)

/**
 * In place of each catalogue stands that it is held elsewhere: words come by themselves, in the language that is read
 * (`src/pwa/held-words.ts`).
 */
export const wordsApart: Plugin = {
  name: 'words-apart',
  load(id) {
    const found = catalogue.exec(id)
    if (!found) return undefined
    const [, language, file] = found
    const lines = namesIn(id).map(
      (name) => `export const ${name} = held('${language}', '${file}/${name}')`,
    )
    return `import { held } from '#src/pwa/held-words.ts'\n${lines.join('\n')}\n`
  },
}

/** A script of the catalogues that another one holds its words in. */
export const wordsOf = (language: string, ids: readonly string[]): string => {
  const files = ids.flatMap((id) => catalogue.exec(id)?.[2] ?? [])
  const lines = [...new Set(files)].toSorted().flatMap((file, i) => {
    return [`import * as w${i} from '#src/words/${language}/${file}.ts'`]
  })
  const each = [...new Set(files)]
    .toSorted()
    .map((file, i) => `'${file}': w${i}`)
    .join(', ')
  return `${lines.join('\n')}\nexport const words = { ${each} }\n`
}

/** Why something was turned down is looked up by a code that the service sends: all of these are kept. */
const codes = /-codes\.ts$/

/** Whether a script may ask for a word: by its name, or by the beginning or the end of it where the rest is put in. */
const askedIn = (script: string): ((name: string) => boolean) => {
  const said = new Set(script.match(/[\w$-]+/g))
  const heads = new Set([...script.matchAll(/([A-Za-z][\w-]*[_-])\$\{/g)].map(([, head]) => head!))
  const tails = new Set([...script.matchAll(/\}([A-Za-z][\w-]*)`/g)].map(([, tail]) => tail!))
  return (name) =>
    said.has(name) ||
    [...heads].some((head) => name.startsWith(head)) ||
    [...tails].some((tail) => name.endsWith(tail))
}

type Property = Node & {
  readonly key?: { readonly name?: string; readonly value?: string }
}

/** The words of a catalogue that a script never asks for. */
const unasked = (node: unknown, isAsked: (name: string) => boolean): readonly Cut[] => {
  if (Array.isArray(node)) return node.flatMap((one) => unasked(one, isAsked))
  if (!isNode(node)) return []
  const { properties } = node as unknown as { readonly properties?: readonly Property[] }
  if (node.type !== 'ObjectExpression' || !properties)
    return Object.values(node).flatMap((one) => unasked(one, isAsked))
  return properties.flatMap(({ key, start: from, end: to }) => {
    const name = key?.name ?? key?.value
    return name === undefined || isAsked(name) ? [] : [{ from, to, instead: '' }]
  })
}

/** Leaves out of the catalogues what a script never asks for. */
export const wordsAskedIn = (script: string): Plugin => {
  const isAsked = askedIn(script)
  return {
    name: 'words-asked',
    transform(code, id) {
      if (!catalogue.test(id) || codes.test(id)) return undefined
      const cuts = unasked(this.parse(code, { lang: 'ts' }), isAsked)
      return cuts.length === 0 ? undefined : { code: without(code, cuts), moduleType: 'ts' }
    },
  }
}
