import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'rolldown'
import { isDecidedHere } from '#src/pwa/decides.ts'
import { type Cut, type Node, isNode, without } from '#src/packing/cuts.ts'

const catalogue = /\/src\/words\/(en|km)\/([\w-]+)\.ts$/
/** Languages that pages of the service can be read in in part; the app is in two whole ones. */
const inPart = /\/src\/words\/(th|vi)\/[\w-]+\.ts$/

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
    if (inPart.test(id))
      return namesIn(id)
        .map((name) => `export const ${name} = {}`)
        .join('\n')
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

/** Why something was turned down is looked up by a code that is sent. */
const codes = /-codes\.ts$/

/** What the service may say of a command beside the rules that the phone decides by itself: every word of its gates. */
const saidAtGates = (): string => {
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const paths = globSync('src/{app,http}/**/*.ts', { cwd })
  return paths.map((path) => readFileSync(`${cwd}${path}`, 'utf8')).join('\n')
}

/** Acts are named by what they are called in a script: of those that it does not have no name is asked for. */
const actName = /^act_(.+)$/

/** Whether a script may ask for a word: by its name, or by the beginning or the end of it where the rest is put in. */
const askedIn = (script: string): ((name: string) => boolean) => {
  const said = new Set(script.match(/[\w$-]+/g))
  const heads = new Set([...script.matchAll(/([A-Za-z][\w-]*[_-])\$\{/g)].map(([, head]) => head!))
  const tails = new Set([...script.matchAll(/\}([A-Za-z][\w-]*)`/g)].map(([, tail]) => tail!))
  return (name) =>
    said.has(actName.exec(name)?.[1] ?? name) ||
    [...heads].filter((head) => head !== 'act_').some((head) => name.startsWith(head)) ||
    [...tails].some((tail) => name.endsWith(tail))
}

type Property = Node & {
  readonly id?: { readonly name?: string }
  readonly key?: { readonly name?: string; readonly value?: string }
  readonly properties?: readonly Property[]
}

export type IsWanted = (name: string) => boolean

/** The words of a catalogue that are not wanted, by the name of what it holds. */
const unwanted = (
  node: unknown,
  wantedIn: (name: string) => IsWanted,
  held = '',
): readonly Cut[] => {
  if (Array.isArray(node)) return node.flatMap((one) => unwanted(one, wantedIn, held))
  if (!isNode(node)) return []
  const { type, id, properties } = node as Property
  const name = type === 'VariableDeclarator' ? (id?.name ?? held) : held
  if (type !== 'ObjectExpression' || !properties)
    return Object.values(node).flatMap((one) => unwanted(one, wantedIn, name))
  const isWanted = wantedIn(name)
  return properties.flatMap(({ key, start: from, end: to }) => {
    const word = key?.name ?? key?.value
    return word === undefined || isWanted(word) ? [] : [{ from, to, instead: '' }]
  })
}

/** What was written on a phone is called by these, and by no others. */
const isOwnAct: IsWanted = (type) => isDecidedHere({ type })

/** Catalogues that screens before an open book say something of. */
export const firstCatalogues: readonly string[] = ['calendar', 'numbers', 'phone']

/**
 * Leaves out of the catalogues what a script never asks for, what nobody answers it, and what it does not do; and what another
 * script has brought before it.
 */
export const wordsAskedIn = (
  script: string,
  isUsed: (catalogue: string) => IsWanted,
  before?: string,
): Plugin => {
  const asked = askedIn(script)
  const brought = before === undefined ? () => false : askedIn(before)
  const said = new Set(`${script} ${saidAtGates()}`.match(/[\w-]+/g))
  const isAnswered: IsWanted = (code) => said.has(code)
  return {
    name: 'words-asked',
    transform(code, id) {
      const [, , file] = catalogue.exec(id) ?? []
      if (file === undefined) return undefined
      const isFirst = firstCatalogues.includes(file)
      const cuts = unwanted(this.parse(code, { lang: 'ts' }), (name) => {
        if (codes.test(id)) return isAnswered
        if (name === 'acts') return isOwnAct
        const isHere = isUsed(`${file}/${name}`)
        return (word) =>
          asked(word) && (actName.test(word) || isHere(word)) && !(isFirst && brought(word))
      })
      return cuts.length === 0 ? undefined : { code: without(code, cuts), moduleType: 'ts' }
    },
  }
}
