import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'rolldown'
import { type Node, isNode } from '#src/packing/cuts.ts'

/*
 * Which words of a family a file asks for, read from the file: `xWords.in(language).name`, also by a constant that holds what
 * `in` gave, and by a name whose middle is put in. Where a family goes any other way, any of its words may be asked for.
 */

/** Words by name, and by what their names begin and end with; `isAny` where a file does not say. */
export type Used = {
  readonly names: Set<string>
  readonly framed: (readonly [head: string, tail: string])[]
  isAny: boolean
}

/** What files use, by family and file. */
export type UsedBy = Map<string, Map<string, Used>>

type Seen = Node & {
  readonly name?: string
  readonly value?: unknown
  readonly computed?: boolean
  readonly shorthand?: boolean
  readonly id?: Seen
  readonly init?: Seen
  readonly object?: Seen
  readonly property?: Seen
  readonly callee?: Seen
  readonly key?: Seen
  readonly params?: readonly Seen[]
  readonly properties?: readonly Seen[]
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[]
  readonly consequent?: Seen
  readonly alternate?: Seen
}
/** A node with those that it stands in, the nearest first. */
type Place = { readonly node: Seen; readonly above: readonly Seen[] }

const placesIn = (node: unknown, above: readonly Seen[] = []): readonly Place[] => {
  if (Array.isArray(node)) return node.flatMap((one) => placesIn(one, above))
  if (!isNode(node)) return []
  const own = node as Seen
  const below = Object.values(node).flatMap((one) => placesIn(one, [own, ...above]))
  return own.type === 'Identifier' ? [{ node: own, above }, ...below] : below
}

/** Takes in by which name something is asked of a family. */
const take = (used: Used, { computed, property }: Seen): void => {
  const by = (key: Seen | undefined): void => {
    if (key?.type === 'Literal') used.names.add(String(key.value))
    else if (key?.type === 'ConditionalExpression') [key.consequent, key.alternate].forEach(by)
    else if (key?.type === 'TemplateLiteral') {
      const [head, tail] = [key.quasis![0]!, key.quasis!.at(-1)!].map(({ value }) => value.cooked)
      if (head === '' && tail === '') used.isAny = true
      else used.framed.push([head!, tail!])
    } else used.isAny = true
  }
  if (computed === true) by(property)
  else used.names.add(property!.name!)
}

/** Takes in what is picked out of a family by `const { one, another } = …`. */
const takeOut = (used: Used, { properties = [] }: Seen): void => {
  for (const { type, key, computed } of properties)
    if (type === 'Property' && computed !== true) used.names.add(key!.name!)
    else used.isAny = true
}

/** Takes in what is done with what a family gave; the name that it is kept under, if it is. */
const takeGiven = (used: Used, given: Seen, parent: Seen | undefined): string | undefined => {
  if (parent?.type === 'MemberExpression' && parent.object === given) take(used, parent)
  else if (parent?.type === 'VariableDeclarator' && parent.id?.type === 'ObjectPattern')
    takeOut(used, parent.id)
  else if (parent?.type === 'VariableDeclarator' && parent.id?.type === 'Identifier')
    return parent.id.name
  else used.isAny = true
  return undefined
}

/** Nodes beside an expression: what is brought in, and types. */
const isBeside = /^(?:Import|TS(?!As|NonNull|Satisfies|TypeAssertion|Instantiation))/

/** Whether a name stands there for something of its own: what is declared, a key, a property, a type. */
const isOther = (node: Seen, [parent]: readonly Seen[]): boolean => {
  if (!parent || isBeside.test(parent.type)) return true
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed
  if (parent.type === 'Property') return parent.key === node && !parent.shorthand
  return parent.params?.includes(node) === true || parent.id === node
}

/** Names of acts are asked for by what the acts are called (`src/desk/act.ts`). */
const isTitle = (above: readonly Seen[]): boolean => above[1]?.id?.name === 'titles'

/** Takes in what is done with a family; the name that what it gave is kept under, if it is. */
const takeAsked = (used: Used, [member, call, parent]: readonly Seen[]): string | undefined => {
  if (member?.property?.name === 'in' && call?.callee === member)
    return takeGiven(used, call, parent)
  used.isAny = true
  return undefined
}

/** Takes in what a file does with a family that it knows under a name. */
const takeFamily = (used: Used, places: readonly Place[], known: string): void => {
  const own = places.filter(({ node, above }) => !isOther(node, above))
  const asked = own.filter(({ node, above }) => node.name === known && !isTitle(above))
  const kept = new Set(asked.map(({ above }) => takeAsked(used, above)))
  for (const { node, above } of own)
    if (kept.has(node.name) && takeGiven(used, node, above[0]) !== undefined) used.isAny = true
}

const imported = /import (?!type)\{([^}]*)\} from '#src\/words\/[\w-]+\.ts'/g

/** Notes what each file of a script uses of families. */
export const wordsUsed = (by: UsedBy): Plugin => ({
  name: 'words-used',
  transform(code, id) {
    const names = [...code.matchAll(imported)].flatMap(([, list]) => list!.split(','))
    const families = names.map((one) => one.trim().split(' as ')).filter(([name]) => name)
    if (families.length === 0) return undefined
    const places = placesIn(this.parse(code, { lang: 'ts' }))
    for (const [family, known = family] of families) {
      const used: Used = { names: new Set(), framed: [], isAny: false }
      takeFamily(used, places, known!)
      by.set(family!, (by.get(family!) ?? new Map<string, Used>()).set(id, used))
    }
    return undefined
  },
})

const english = /import \{([^}]*)\} from '#src\/words\/en\/([\w-]+)\.ts'/g
const asFamily = /export const (\w+) = family(?:InPart)?\(\s*\{ en: (\w+)/g

/** The families of each catalogue, by its file and its name in it; none of one that is read in another way as well. */
const familiesByCatalogue = (): ReadonlyMap<string, readonly string[]> => {
  const cwd = fileURLToPath(new URL('../words', import.meta.url))
  const found = new Map<string, string[]>()
  for (const path of globSync('*.ts', { cwd })) {
    const text = readFileSync(`${cwd}/${path}`, 'utf8')
    const families = new Map([...text.matchAll(asFamily)].map(([, family, of]) => [of!, family!]))
    for (const [, list, file] of text.matchAll(english))
      for (const one of list!.split(',').filter((name) => name.trim() !== '')) {
        const [name, known = name] = one.trim().split(' as ')
        const family = families.get(known!) ?? ''
        found.set(`${file}/${name}`, [...(found.get(`${file}/${name}`) ?? []), family])
      }
  }
  return found
}

/** Whether one of some files asks for a word of a catalogue, as far as these files say. */
export const usedIn = (by: UsedBy, files: ReadonlySet<string>) => {
  const families = familiesByCatalogue()
  return (catalogue: string): ((word: string) => boolean) => {
    const all = (families.get(catalogue) ?? ['']).flatMap((family) =>
      family === '' ? [undefined] : [...(by.get(family) ?? [])].filter(([id]) => files.has(id)),
    )
    const used = all.map((one) => one?.[1])
    return (word) =>
      used.some(
        (one) =>
          one === undefined ||
          one.isAny ||
          one.names.has(word) ||
          one.framed.some(([head, tail]) => word.startsWith(head) && word.endsWith(tail)),
      )
  }
}
