import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'rolldown'
import { operations } from '#domain/operations/all.ts'
import { isDecidedHere } from '#src/pwa/decides.ts'
import { type Cut, type Node, isNode, without } from '#src/packing/cuts.ts'
import type { Asked } from '#src/packing/words-used.ts'

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

/** Each catalogue that another script holds its words in, by its file and its name in it. */
const placesOf = (ids: readonly string[]): readonly (readonly [file: string, name: string])[] => {
  const files = new Map(ids.map((id) => [catalogue.exec(id)?.[2] ?? '', id]))
  files.delete('')
  return [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, id]) => namesIn(id).map((name) => [file, name] as const))
}

/** A script of these catalogues, in their order. */
export const wordsOf = (language: string, ids: readonly string[]): string => {
  const places = placesOf(ids)
  const lines = places.map(
    ([file, name], i) => `import { ${name} as w${i} } from '#src/words/${language}/${file}.ts'`,
  )
  return `${lines.join('\n')}\nexport const words = [${places.map((_, i) => `w${i}`).join(', ')}]\n`
}

/** What the words of catalogues are called, as they were left in a script of them. */
export const namesOf = (ids: readonly string[], left: Left): string => {
  const named = placesOf(ids).map(([file, name]) => {
    const place = `${file}/${name}`
    return [place, left.get(place)!.join(' ')]
  })
  return `export const names=${JSON.stringify(named)};`
}

/** Why something was turned down is looked up by a code that is sent. */
const codes = /-codes\.ts$/

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where a list of commands comes in, and what stands between it and the rules: who may, whose kin step out, what is known. */
const gates = ['src/http/commands/routes.ts', 'src/app/realm.ts']

const brought = /^(?:import|export) (?!type\b)[^'"]*? from '#(src\/(?:app|http)\/[^']+)'/gm

/** What the service may say of a command beside the rules that the phone decides by itself: every word on its way to them. */
const saidAtGates = (): string => {
  const texts = new Map<string, string>()
  const read = (path: string): void => {
    if (texts.has(path)) return
    const text = readFileSync(`${root}${path}`, 'utf8')
    texts.set(path, text)
    for (const [, next] of text.matchAll(brought)) read(next!)
  }
  gates.forEach(read)
  return [...texts.values()].join('\n')
}

/** Acts are named by what they are called in a script: of those that it does not have no name is asked for. */
const actName = /^act_(.+)$/
const actsIn = (script: string): ReadonlySet<string> =>
  new Set([...script.matchAll(/\bname: ?[`'"]([\w-]+)/g)].map(([, name]) => name!))

/** Whether a script may ask for a word: by its name, or by the beginning or the end of it where the rest is put in. */
const askedIn = (script: string): ((name: string) => boolean) => {
  const said = new Set(script.match(/[\w$-]+/g))
  const heads = new Set([...script.matchAll(/([A-Za-z][\w-]*[_-])\$\{/g)].map(([, head]) => head!))
  const tails = new Set([...script.matchAll(/\}([A-Za-z][\w-]*)`/g)].map(([, tail]) => tail!))
  const acts = actsIn(script)
  return (name) =>
    said.has(name) ||
    acts.has(actName.exec(name)?.[1] ?? '') ||
    [...heads].filter((head) => head !== 'act_').some((head) => name.startsWith(head)) ||
    [...tails].some((tail) => name.endsWith(tail))
}

type Property = Node & {
  readonly id?: { readonly name?: string }
  readonly key?: { readonly name?: string; readonly value?: string }
  readonly properties?: readonly Property[]
  readonly method?: boolean
  readonly init?: Property
  readonly expression?: Property
  readonly declaration?: { readonly declarations?: readonly Property[] }
  readonly value?: unknown
}

export type IsWanted = (name: string) => boolean

/** The names of the words that were left of each catalogue. */
export type Left = Map<string, readonly string[]>

const wordIn = ({ key }: Property): string => key?.name ?? key?.value ?? ''

/** The values of a catalogue in the order of their names, which go by themselves. */
const listed = (code: string, words: readonly Property[]): string => {
  const values = words.map(({ value, method, type }) => {
    if (type !== 'Property' || method === true || !isNode(value))
      throw new Error('a catalogue has something else than words by their names')
    return code.slice(value.start, value.end)
  })
  return `[${values.join(', ')}]`
}

type Whole = {
  readonly code: string
  readonly wantedIn: (name: string) => IsWanted
  readonly shortIn: (name: string) => (word: string) => string
  readonly keep: (name: string, words: readonly string[]) => void
}

/** Number words go by rules of their language: they have other names in each, and stay as they are. */
const namedByThemselves = ['number']

/** What is said of a value beside it, for the compiler. */
const bare = (node: Property | undefined): Property | undefined =>
  node && /^TS(As|Satisfies)/.test(node.type) ? bare(node.expression) : node

/** Makes a catalogue a list of what is wanted of it. */
const listOne = (
  { id, init }: Property,
  { code, wantedIn, shortIn, keep }: Whole,
): readonly Cut[] => {
  const name = id!.name!
  const all = bare(init)
  if (all?.type !== 'ObjectExpression' || namedByThemselves.includes(name)) {
    keep(name, [])
    return []
  }
  const isWanted = wantedIn(name)
  const words = all
    .properties!.filter((one) => isWanted(wordIn(one)))
    .toSorted((a, b) => (wordIn(a) < wordIn(b) ? -1 : 1))
  const called = words.map((one) => shortIn(name)(wordIn(one)))
  if (new Set(called).size < called.length) throw new Error(`${name}: two words of one name`)
  keep(name, called)
  return [{ from: all.start, to: all.end, instead: listed(code, words) }]
}

/** Makes each catalogue of a file a list; what the file has for its own use stays as it is. */
const lists = (program: unknown, whole: Whole): readonly Cut[] =>
  (program as { readonly body: readonly Property[] }).body
    .flatMap(({ type, declaration }) =>
      type === 'ExportNamedDeclaration' ? (declaration?.declarations ?? []) : [],
    )
    .flatMap((one) => listOne(one, whole))

/** What was written on a phone is called by these, and by no others. */
const isOwnAct: IsWanted = (type) => isDecidedHere({ type })

const told = new Set<string>(
  operations.filter(({ minutes }) => minutes === 'told').map(({ entry }) => entry),
)

/** Of entries minutes alone say what they are called, and of those that they tell of. */
const isTold: IsWanted = (entry) => told.has(entry)

/** Catalogues that screens before an open book say something of. */
export const firstCatalogues: readonly string[] = ['calendar', 'numbers', 'phone']

/** A script that comes before, and what it asks for. */
export type Brought = {
  readonly script: string
  readonly asked: (catalogue: string) => Asked
}

type Asking = {
  /** What is asked for by the script, and by what has brought its words already. */
  readonly asked: (catalogue: string) => Asked
  readonly before?: Brought | undefined
  readonly left: Left
}

/**
 * Leaves out of the catalogues what a script never asks for, what nobody answers it, and what it does not do; and what another
 * script has brought before it.
 */
export const wordsAskedIn = (script: string, { asked, before, left }: Asking): Plugin => {
  const isInText = askedIn(script)
  const isInBefore = askedIn(before?.script ?? '')
  const said = new Set(`${script} ${saidAtGates()}`.match(/[\w-]+/g))
  const isAnswered: IsWanted = (code) => said.has(code)
  /** Where files do not say which words they ask for, those that the script has a name of. */
  const isAsked = ({ isUsed, isSaid }: Asked, isIn: IsWanted): IsWanted => {
    const isSure: IsWanted = (word) => isSaid && !actName.test(word)
    return (word) => isUsed(word) && (isSure(word) || isIn(word))
  }
  return {
    name: 'words-asked',
    transform(code, id) {
      const [, , file] = catalogue.exec(id) ?? []
      if (file === undefined) return undefined
      const isFirst = firstCatalogues.includes(file)
      const wantedIn = (name: string): IsWanted => {
        if (codes.test(id)) return isAnswered
        if (name === 'acts') return isOwnAct
        if (name === 'entries') return isTold
        const place = `${file}/${name}`
        const isHere = isAsked(asked(place), isInText)
        const isBrought = isFirst && before ? isAsked(before.asked(place), isInBefore) : () => false
        return (word) => isHere(word) && !isBrought(word)
      }
      const shortIn = (name: string) => asked(`${file}/${name}`).short
      const keep = (name: string, words: readonly string[]): unknown =>
        left.set(`${file}/${name}`, words)
      const whole = { code, wantedIn, shortIn, keep }
      return {
        code: without(code, lists(this.parse(code, { lang: 'ts' }), whole)),
        moduleType: 'ts',
      }
    },
  }
}
