import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'rolldown'
import { type Cut, type Node, without } from '#src/packing/cuts.ts'
import { type Place, isOfFile, placesIn, scopeOf } from '#src/packing/names-in-scope.ts'

/*
 * Which words of a family a script asks for, read from what was left of each of its files: `xWords.in(language).name`, also by a
 * constant that holds what `in` gave, and by a name whose middle is put in. Where a family goes any other way, any of its words
 * may be asked for.
 */

/** Where a word is named, and how: by itself, in quotes, or as what is picked out under its own name. */
type Naming = { readonly at: Node; readonly name: string; readonly as: 'name' | 'text' | 'both' }

/** Words by name, and by what their names begin and end with; `isAny` where a file does not say. */
export type Used = {
  readonly named: Naming[]
  readonly framed: (readonly [head: string, tail: string])[]
  isAny: boolean
}

/** What files use, by family and file. */
export type UsedBy = Map<string, Map<string, Used>>

type Seen = Node & {
  readonly kind?: string
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

/** Takes in by which name something is asked of a family. */
const take = (used: Used, { computed, property }: Seen): void => {
  const by = (key: Seen | undefined): void => {
    if (key?.type === 'Literal') used.named.push({ at: key, name: String(key.value), as: 'text' })
    else if (key?.type === 'ConditionalExpression') [key.consequent, key.alternate].forEach(by)
    else if (key?.type === 'TemplateLiteral') {
      const [head, tail] = [key.quasis![0]!, key.quasis!.at(-1)!].map(({ value }) => value.cooked)
      if (head === '' && tail === '') used.isAny = true
      else used.framed.push([head!, tail!])
    } else used.isAny = true
  }
  if (computed === true) by(property)
  else used.named.push({ at: property!, name: property!.name!, as: 'name' })
}

/** Takes in what is picked out of a family by `const { one, another } = …`. */
const takeOut = (used: Used, { properties = [] }: Seen): void => {
  for (const { type, key, computed, shorthand } of properties)
    if (type === 'Property' && computed !== true && key!.type === 'Identifier')
      used.named.push({ at: key!, name: key!.name!, as: shorthand === true ? 'both' : 'name' })
    else used.isAny = true
}

/** Takes in what is done with what a family gave; the name that it is kept under, if it is. */
const takeGiven = (
  used: Used,
  given: Seen,
  [parent, above]: readonly Seen[],
): string | undefined => {
  if (parent?.type === 'MemberExpression' && parent.object === given) take(used, parent)
  else if (parent?.type === 'VariableDeclarator' && parent.id?.type === 'ObjectPattern')
    takeOut(used, parent.id)
  else if (parent?.type === 'VariableDeclarator' && parent.id?.name && above?.kind !== 'let')
    return parent.id.name
  else used.isAny = true
  return undefined
}

/** Names of acts are asked for by what the acts are called (`src/desk/act.ts`). */
const isTitle = (above: readonly Seen[]): boolean => above[1]?.id?.name === 'titles'

/** Takes in what is done with a family; the name that what it gave is kept under, if it is. */
const takeAsked = (used: Used, above: readonly Seen[]): string | undefined => {
  const [member, call, ...more] = above
  if (member?.property?.name === 'in' && call?.callee === member) return takeGiven(used, call, more)
  if (isTitle(above)) used.framed.push(['act_', ''])
  else used.isAny = true
  return undefined
}

/** What is done with a family in a file that knows it under a name. */
const usesOf = (places: readonly Place[], known: string): Used => {
  const used: Used = { named: [], framed: [], isAny: false }
  const asked = places.filter(({ node, above }) => node.name === known && isOfFile(above, known))
  const kept = asked.flatMap(({ above }) => {
    const name = takeAsked(used, above as readonly Seen[])
    return name === undefined ? [] : [{ name, scope: scopeOf(above, name) }]
  })
  for (const { name, scope } of kept)
    for (const { node, above } of places)
      if (node.name === name && scopeOf(above, name) === scope)
        if (takeGiven(used, node as Seen, above as readonly Seen[]) !== undefined) used.isAny = true
  return used
}

const imported = /import (?!type)\{([^}]*)\} from '#src\/words\/[\w-]+\.ts'/g

/** The families that a file brings in, and under which names. */
const broughtIn = (code: string): readonly (readonly [family: string, known: string])[] =>
  [...code.matchAll(imported)]
    .flatMap(([, list]) => list!.split(','))
    .map((one) => one.trim().split(' as '))
    .flatMap(([family = '', known = family]) => (family === '' ? [] : [[family, known] as const]))

/** A name that was taken in a script already is told apart by a number. */
const apart = /\$\d+$/

/** What is used in files as they were written, and in what was left of them. */
export type Uses = { readonly written: UsedBy; readonly left: UsedBy }

export const noUses = (): Uses => ({ written: new Map(), left: new Map() })

const note = (by: UsedBy, family: string, id: string, used: Used): unknown =>
  by.set(family, (by.get(family) ?? new Map<string, Used>()).set(id, used))

/** Notes what each file of a script uses of families: what nobody calls is left out of it. */
export const wordsUsed = ({ written, left }: Uses): Plugin => ({
  name: 'words-used',
  transform(code, id) {
    const families = broughtIn(code)
    if (families.length === 0) return undefined
    const places = placesIn(this.parse(code, { lang: 'ts' }))
    for (const [family, known] of families) note(written, family, id, usesOf(places, known))
    return undefined
  },
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
    for (const { modules } of chunks)
      for (const [id, { code }] of Object.entries(modules)) {
        const places = placesIn(this.parse(code ?? ''))
        for (const name of new Set(places.map(({ node }) => node.name!))) {
          const family = name.replace(apart, '')
          if (written.has(family)) note(left, family, id, usesOf(places, name))
        }
      }
  },
})

/** What words are called on a phone, by their family and their own name. */
export type Short = ReadonlyMap<string, ReadonlyMap<string, string>>

const calledAnew = ({ at, name, as }: Naming, short: string): Cut => {
  const instead = as === 'text' ? `'${short}'` : short
  return { from: at.start, to: at.end, instead: as === 'both' ? `${short}: ${name}` : instead }
}

/** Calls words by their short names, wherever a file names them. */
export const wordsCalled = (short: Short): Plugin => ({
  name: 'words-called',
  transform(code) {
    const families = broughtIn(code)
    if (families.length === 0) return undefined
    const places = placesIn(this.parse(code, { lang: 'ts' }))
    const cuts = families.flatMap(([family, known]) =>
      usesOf(places, known).named.flatMap((one) => {
        const name = short.get(family)?.get(one.name)
        return name === undefined ? [] : [calledAnew(one, name)]
      }),
    )
    return cuts.length === 0 ? undefined : { code: without(code, cuts), moduleType: 'ts' }
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

/** What files say of the words of a catalogue that they ask for. */
export type Asked = {
  /** Whether one of them asks for a word, as far as they say. */
  readonly isUsed: (word: string) => boolean
  /** They say it of each word that they ask for. */
  readonly isSaid: boolean
  /** What a word is called in them. */
  readonly short: (word: string) => string
}

const unsaid: Used = { named: [], framed: [], isAny: true }

const isFramed = (used: readonly Used[], word: string): boolean =>
  used.some(({ framed }) =>
    framed.some(([head, tail]) => word.startsWith(head) && word.endsWith(tail)),
  )

const everywhere: (id: string) => boolean = () => true

/** What files use of a family. */
const ofFamily = (by: UsedBy, family: string, isOf = everywhere): readonly Used[] =>
  [...(by.get(family) ?? [])].filter(([id]) => isOf(id)).map(([, used]) => used)

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The shortest names there are; from the second round on with a number. */
const shortest = (i: number): string =>
  `${letters[i % letters.length]!}${Math.floor(i / letters.length) || ''}`

/**
 * Short names for words that files name and that are asked for in no other way: of a family whose every use is said, and that
 * alone reads its catalogue.
 */
export const shortNames = ({ written, left }: Uses): Short => {
  const families = [...familiesByCatalogue().values()]
  const isAlone = (family: string): boolean => {
    const own = families.filter((some) => some.includes(family))
    return own.length > 0 && own.every((some) => some.length === 1)
  }
  const named = [...left]
    .filter(([family]) => isAlone(family))
    .map(([family, files]) => {
      const used = ofFamily(written, family, (id) => files.has(id))
      const isSaid = used.every(({ isAny }) => !isAny)
      const names = isSaid ? ofFamily(left, family).flatMap((one) => one.named) : []
      const words = [...new Set(names.map(({ name }) => name))].toSorted()
      const own = words.filter((word) => !isFramed(used, word))
      return [family, new Map(own.map((word, i) => [word, shortest(i)]))] as const
    })
  return new Map(named)
}

/** What some files ask of a catalogue. */
export const askedOf = (uses: Uses, isOf = everywhere) => {
  const families = familiesByCatalogue()
  const short = shortNames(uses)
  return (catalogue: string): Asked => {
    const all = families.get(catalogue) ?? ['']
    const used = all.flatMap((one) => (one === '' ? [unsaid] : ofFamily(uses.left, one, isOf)))
    return {
      isUsed: (word) =>
        used.some(({ isAny, named }) => isAny || named.some(({ name }) => name === word)) ||
        isFramed(used, word),
      isSaid: used.every(({ isAny }) => !isAny),
      short: (word) => short.get(all[0]!)?.get(word) ?? word,
    }
  }
}
