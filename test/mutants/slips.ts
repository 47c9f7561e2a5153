import { parseAst } from 'vitest/node'

/** One small fault that somebody could have made: what stood there, and what stands there instead. */
export type Slip = { readonly line: number; readonly was: string; readonly is: string }

type Node = { readonly type: string; readonly start: number; readonly end: number } & {
  readonly [field: string]: unknown
}

const others = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((pair) => pair.split('~') as [string, string]))
const comparisons = others('<~<= <=~< >~>= >=~> ===~!== !==~===')
const sums = others('+~- -~+ *~/ /~* %~*')
const assignments = others('+=~-= -=~+=')
const otherCalls = others('floor~ceil ceil~floor round~floor max~min min~max some~every every~some')
/** Methods after which the list may as well be what it was before, and functions that move their first argument a little. */
const removedMethods = new Set(['filter', 'toSorted', 'toReversed', 'slice', 'trim', 'normalize'])
const removedFunctions = new Set([
  'dayAfter',
  'dayBefore',
  'daysAfter',
  'later',
  'earlier',
  'roundDown',
])

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

const under = (node: Node): readonly (readonly [string, Node])[] =>
  Object.entries(node)
    .flatMap(([field, value]) =>
      (Array.isArray(value) ? value : [value]).filter(isNode).map((one) => [field, one] as const),
    )
    .toSorted(([, a], [, b]) => a.start - b.start)

const at = (node: Node, field: string): Node => node[field] as Node
const isText = (node: Node): boolean =>
  node.type === 'TemplateLiteral' ||
  (node.type === 'Literal' && typeof node['value'] === 'string') ||
  (node.type === 'BinaryExpression' && (isText(at(node, 'left')) || isText(at(node, 'right'))))
const isNumber = (node: Node): boolean =>
  node.type === 'Literal' && Number.isInteger(node['value']) && Number(node['value']) > 1
const isEmptyObject = (node: Node): boolean =>
  node.type === 'ObjectExpression' && (node['properties'] as unknown[]).length === 0

type Path = readonly (readonly [field: string, node: Node])[]
type Reading = {
  readonly text: string
  /** Whole numbers that a file names outside of its functions: a limit, so many days. */
  readonly named: ReadonlySet<string>
  readonly path: Path
}

const callSlips = (node: Node, { text, path }: Reading): string[] => {
  const [callee, given] = [at(node, 'callee'), node['arguments'] as Node[]]
  const of = (one: Node): string => text.slice(one.start, one.end)
  if (callee.type === 'Identifier' && removedFunctions.has(of(callee)) && given[0] !== undefined)
    return [of(given[0])]
  const isInChain = path.some(([, { type }]) => type === 'ChainExpression')
  if (callee.type !== 'MemberExpression' || isInChain) return []
  const [object, name] = [`(${of(at(callee, 'object'))})`, of(at(callee, 'property'))]
  const rest = text.slice(callee.end, node.end)
  if (name === 'at') return [`${object}.at(${rest === '(-1)' ? '0' : '-1'})`]
  const other = otherCalls.get(name)
  return [
    ...(other === undefined ? [] : [`${object}.${other}${rest}`]),
    ...(removedMethods.has(name) ? [object] : []),
  ]
}

/** A node's text with another sign between its two sides. */
const withSign = (node: Node, text: string, other: string): string => {
  const [{ end }, { start }] = [at(node, 'left'), at(node, 'right')]
  const between = text.slice(end, start).replace(String(node['operator']), () => other)
  return text.slice(node.start, end) + between + text.slice(start, node.end)
}

const binarySlips = (node: Node, text: string): string[] => {
  const [right, sign] = [at(node, 'right'), String(node['operator'])]
  const other = comparisons.get(sign) ?? (isText(node) ? undefined : sums.get(sign))
  if (other === undefined) return []
  const oneMore = `${text.slice(node.start, right.start)}${Number(right['value']) + 1}`
  const beside = isNumber(right) ? [oneMore + text.slice(right.end, node.end)] : []
  return [withSign(node, text, other), ...beside]
}

const notRead = new Set(['property', 'key', 'params', 'id', 'left'])

/** What could stand in a node's place by a slip. */
const slipsOf = (node: Node, reading: Reading): string[] => {
  const { text, named, path } = reading
  const of = (field: string): string => text.slice(at(node, field).start, at(node, field).end)
  const [field, parent] = path.at(-1) ?? ['', undefined]
  switch (node.type) {
    case 'BinaryExpression':
      return binarySlips(node, text)
    case 'LogicalExpression':
      return node['operator'] === '??' ? [of('right')] : [of('left'), of('right')]
    case 'UnaryExpression':
      return node['operator'] === '!' ? [of('argument')] : []
    case 'AssignmentExpression': {
      const other = assignments.get(String(node['operator']))
      return other === undefined ? [] : [withSign(node, text, other)]
    }
    case 'ConditionalExpression': {
      const isLeftOut = parent?.type === 'SpreadElement'
      const [yes, no] = [of('consequent'), of('alternate')]
      if (isLeftOut && isEmptyObject(at(node, 'consequent'))) return [yes]
      return isLeftOut && isEmptyObject(at(node, 'alternate')) ? [no] : [yes, no]
    }
    case 'CallExpression':
      return callSlips(node, reading)
    case 'Literal':
      return typeof node['value'] === 'boolean' ? [String(!node['value'])] : []
    case 'Identifier': {
      const name = String(node['name'])
      const isShort = parent?.type === 'Property' && parent['shorthand'] === true
      return named.has(name) && !notRead.has(field) && !isShort ? [`${name} + 1`] : []
    }
    default:
      return field === 'test' && parent?.type === 'IfStatement' ? ['true', 'false'] : []
  }
}

const isFunction = ({ type }: Node): boolean => /Function/.test(type)
const inner = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'])
const isSkipped = (field: string, node: Node): boolean =>
  node.type === 'ImportDeclaration' ||
  (node.type.startsWith('TS') && !inner.has(node.type)) ||
  (field === 'key' && node.type === 'Identifier')

const numbersNamedIn = (program: Node): ReadonlySet<string> =>
  new Set(
    under(program)
      .map(([, node]) => (isNode(node['declaration']) ? node['declaration'] : node))
      .flatMap((node) => (node.type === 'VariableDeclaration' ? under(node) : []))
      .filter(([, one]) => isNode(one['init']) && isNumber(one['init']))
      .map(([, one]) => String(at(one, 'id')['name'])),
  )

/** A call that is made for what it does, and not for what it answers. */
const calledFor = (node: Node): { readonly isAwaited: boolean } | undefined => {
  if (node.type !== 'ExpressionStatement') return undefined
  const said = at(node, 'expression')
  const isAwaited = said.type === 'AwaitExpression'
  const call = isAwaited ? at(said, 'argument') : said
  return ['CallExpression', 'ChainExpression'].includes(call.type) ? { isAwaited } : undefined
}

/**
 * A source file in which every slip can be switched on while it runs: `__slip(n)` is asked at each place. What stands
 * outside of functions runs once, before anything can be switched, and is left as it is.
 */
export const withSlips = (
  text: string,
  first: number,
): { readonly text: string; readonly slips: readonly Slip[] } => {
  const slips: Slip[] = []
  const program = parseAst(text, { lang: 'ts' }) as unknown as Node
  const named = numbersNamedIn(program)
  const add = (node: Node, is: string): number => {
    const line = text.slice(0, node.start).split('\n').length
    slips.push({ line, was: text.slice(node.start, node.end), is })
    return first + slips.length - 1
  }
  const written = (node: Node, path: Path): string => {
    let [out, end] = ['', node.start]
    for (const [field, one] of under(node)) {
      if (isSkipped(field, one) || one.start < end) continue
      const is = written(one, [...path, [field, node]])
      out += text.slice(end, one.start) + is
      end = one.end
    }
    out += text.slice(end, node.end)
    if (!path.some(([, one]) => isFunction(one))) return out
    const call = calledFor(node)
    if (call) {
      const left = `if(!__slip(${add(node, '')})) ${out}`
      if (!call.isAwaited) return `{;${left}\n}`
      const waitless = text.slice(node.start, node.end).replace('await ', '')
      return `{;if(__slip(${add(node, waitless)})) ${waitless}\n else ${left}\n}`
    }
    if (node.type === 'ExpressionStatement') return `{;${out}\n}`
    return slipsOf(node, { text, named, path }).reduce(
      (rest, is) => `(__slip(${add(node, is)})?(${is}):${rest})`,
      out,
    )
  }
  return { text: written(program, []), slips }
}
