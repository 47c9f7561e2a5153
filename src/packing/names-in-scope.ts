import { type Node, isNode } from '#src/packing/cuts.ts'

/** Where a name stands in a file, with what it stands in, the nearest first. */
export type Place = { readonly node: Named; readonly above: readonly Named[] }

type Named = Node & {
  readonly name?: string
  readonly body?: unknown
  readonly computed?: boolean
  readonly shorthand?: boolean
  readonly id?: Named
  readonly key?: Named
  readonly value?: Named
  readonly property?: Named
  readonly left?: Named
  readonly argument?: Named
  readonly param?: Named
  readonly init?: Named
  readonly declaration?: Named
  readonly declarations?: readonly Named[]
  readonly local?: Named
  readonly specifiers?: readonly Named[]
  readonly params?: readonly Named[]
  readonly properties?: readonly Named[]
  readonly elements?: readonly (Named | null)[]
}

/** Nodes beside an expression: what is brought in, and types. */
const isBeside = /^(?:Import|TS(?!As|NonNull|Satisfies|TypeAssertion|Instantiation))/

/** Whether a name stands there for something of its own: what is declared, a key, a property, a type. */
const isOther = (node: Named, [parent]: readonly Named[]): boolean => {
  if (!parent || isBeside.test(parent.type)) return true
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed
  if (parent.type === 'Property') return parent.key === node && !parent.shorthand
  return parent.params?.includes(node) === true || parent.id === node
}

/** The names of a file that stand for something said elsewhere. */
export const placesIn = (node: unknown, above: readonly Named[] = []): readonly Place[] => {
  if (Array.isArray(node)) return node.flatMap((one) => placesIn(one, above))
  if (!isNode(node)) return []
  const own = node as Named
  const below = Object.values(node).flatMap((one) => placesIn(one, [own, ...above]))
  const isName = own.type === 'Identifier' && !isOther(own, above)
  return isName ? [{ node: own, above }, ...below] : below
}

/** The names that a pattern gives. */
const givenBy = (pattern: Named | null | undefined): readonly string[] => {
  if (!pattern) return []
  const { type, name, left, argument, value, properties = [], elements = [] } = pattern
  if (type === 'Identifier') return [name!]
  if (type === 'Property') return givenBy(value)
  return [left, argument, ...properties, ...elements].flatMap(givenBy)
}

/** The names that a statement declares in its block. */
const declaredBy = (node: Named | null | undefined): readonly string[] => {
  if (!node) return []
  if (node.type === 'VariableDeclaration')
    return node.declarations!.flatMap(({ id }) => givenBy(id))
  if (node.type === 'ImportDeclaration') return node.specifiers!.map(({ local }) => local!.name!)
  if (node.type === 'ExportNamedDeclaration') return declaredBy(node.declaration)
  return /^(?:Function|Class)Declaration$/.test(node.type) ? givenBy(node.id) : []
}

const statementsOf = ({ body }: Named): readonly Named[] =>
  Array.isArray(body) ? (body as readonly Named[]) : []

const known = new WeakMap<Named, ReadonlySet<string>>()

/** The names that are declared by a node itself: a function’s, a block’s, a loop’s. */
const declaredIn = (node: Named): ReadonlySet<string> => {
  const before = known.get(node)
  if (before) return before
  const own = /^(?:Function|Arrow)/.test(node.type) ? (node.params ?? []).flatMap(givenBy) : []
  const beside = [node.init, node.left].flatMap(declaredBy)
  const caught = node.type === 'CatchClause' ? givenBy(node.param) : []
  const names = new Set([...own, ...beside, ...caught, ...statementsOf(node).flatMap(declaredBy)])
  known.set(node, names)
  return names
}

/** Where a name is declared that stands below some nodes; nothing where the file does not declare it. */
export const scopeOf = (above: readonly Named[], name: string): Named | undefined =>
  above.find((node) => declaredIn(node).has(name))

/** Whether a name means there what it means in the whole file. */
export const isOfFile = (above: readonly Named[], name: string): boolean => {
  const scope = scopeOf(above, name)
  return scope === undefined || scope.type === 'Program'
}
