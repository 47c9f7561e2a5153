import { parseAst } from 'vitest/node'

/** One small fault that somebody could have made: what stood there, from which sign on, and what stands there instead. */
export type Slip = {
  readonly line: number
  readonly at: number
  readonly was: string
  readonly is: string
}

type Node = { readonly type: string; readonly start: number; readonly end: number } & {
  readonly [field: string]: unknown
}
type Path = readonly (readonly [field: string, node: Node])[]

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((pair) => pair.split('~') as [string, string]))
const signs = pairs('<~<= <=~< >~>= >=~> ===~!== !==~=== +~- -~+ *~/ /~* %~* +=~-= -=~+=')
const calls = pairs('floor~ceil ceil~floor round~floor max~min min~max some~every every~some')
/** After these a list or a text may as well be what it was before. */
const methods = words('filter toSorted toReversed slice trim normalize')
/** These move what they are first given by a little. */
const functions = words('dayAfter dayBefore daysAfter later earlier roundDown')

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value
const at = (node: Node, field: string): Node => node[field] as Node
const under = (node: Node): Path =>
  Object.entries(node)
    .flatMap(([field, value]) =>
      (Array.isArray(value) ? value : [value]).filter(isNode).map((one) => [field, one] as const),
    )
    .toSorted(([, a], [, b]) => a.start - b.start)

const isText = (node: Node): boolean =>
  node.type === 'TemplateLiteral' ||
  typeof node['value'] === 'string' ||
  (node.type === 'BinaryExpression' && (isText(at(node, 'left')) || isText(at(node, 'right'))))
const isNumber = ({ value }: Node): boolean => Number.isInteger(value) && Number(value) > 1
const nameOf = ({ name }: Node): string => String(name)
const isEmpty = ({ properties }: Node): boolean =>
  Array.isArray(properties) && properties.length === 0

/** Another sign between two sides; beside a whole number also one more. */
const signSlips = (node: Node, text: string): string[] => {
  const [left, right, sign] = [at(node, 'left'), at(node, 'right'), String(node['operator'])]
  const other = sign === '+' && isText(node) ? undefined : signs.get(sign)
  if (other === undefined) return []
  const between = text.slice(left.end, right.start)
  const [before, after] = [text.slice(node.start, left.end), text.slice(right.end, node.end)]
  const more = `${before}${between}${Number(right['value']) + 1}${after}`
  const swapped = between.replace(sign, () => other) + text.slice(right.start, node.end)
  return [before + swapped, ...(isNumber(right) ? [more] : [])]
}

const callSlips = (node: Node, text: string, path: Path): string[] => {
  const [callee, [first]] = [at(node, 'callee'), node['arguments'] as Node[]]
  const of = (one: Node): string => text.slice(one.start, one.end)
  if (first && functions.has(of(callee))) return [of(first)]
  const isInChain = path.some(([, { type }]) => type === 'ChainExpression')
  if (callee.type !== 'MemberExpression' || isInChain) return []
  const [object, name] = [`(${of(at(callee, 'object'))})`, of(at(callee, 'property'))]
  const given = text.slice(callee.end, node.end)
  if (name === 'at') return [`${object}.at(${given === '(-1)' ? '0' : '-1'})`]
  if (calls.has(name)) return [`${object}.${calls.get(name)}${given}`]
  return methods.has(name) ? [object] : []
}

/** What could stand in a node's place by a slip; `named` are the whole numbers that the file names: a limit, so many days. */
const slipsOf = (node: Node, text: string, path: Path, named: ReadonlySet<string>): string[] => {
  const of = (field: string): string => text.slice(at(node, field).start, at(node, field).end)
  const [field, parent] = path.at(-1)!
  switch (node.type) {
    case 'BinaryExpression':
    case 'AssignmentExpression':
      return signSlips(node, text)
    case 'LogicalExpression':
      return node['operator'] === '??' ? [of('right')] : [of('left'), of('right')]
    case 'UnaryExpression':
      return node['operator'] === '!' ? [of('argument')] : []
    case 'ConditionalExpression': {
      // `...(x === undefined ? {} : { x })` says the same without the question.
      const both = [of('consequent'), of('alternate')]
      const [isEmptyIf, isEmptyElse] = [
        isEmpty(at(node, 'consequent')),
        isEmpty(at(node, 'alternate')),
      ]
      return isEmptyIf ? both.slice(0, 1) : isEmptyElse ? both.slice(1) : both
    }
    case 'CallExpression':
      return callSlips(node, text, path)
    case 'Literal':
      return typeof node['value'] === 'boolean' ? [String(!node['value'])] : []
    case 'Identifier': {
      const isRead = field !== 'property' && field !== 'params' && parent['shorthand'] !== true
      return isRead && named.has(nameOf(node)) ? [`${nameOf(node)} + 1`] : []
    }
    default:
      return []
  }
}

const expressions = words('TSAsExpression TSNonNullExpression TSSatisfiesExpression')
const isSkipped = (field: string, node: Node): boolean =>
  node.type === 'ImportDeclaration' ||
  (node.type.startsWith('TS') && !expressions.has(node.type)) ||
  (field === 'key' && node.type === 'Identifier')

const numbersNamedIn = (program: Node): ReadonlySet<string> =>
  new Set(
    under(program)
      .map(([, node]) => (isNode(node['declaration']) ? node['declaration'] : node))
      .flatMap((node) => (node.type === 'VariableDeclaration' ? under(node) : []))
      .filter(([, { init }]) => isNode(init) && isNumber(init))
      .map(([, one]) => nameOf(at(one, 'id'))),
  )

/** A statement that is a call, made for what it does and not for what it answers. */
const isCalledFor = ({ type, expression }: Node): boolean => {
  if (type !== 'ExpressionStatement' || !isNode(expression)) return false
  const said = expression.type === 'AwaitExpression' ? at(expression, 'argument') : expression
  return said.type === 'CallExpression' || said.type === 'ChainExpression'
}

/**
 * A source file in which every slip can be switched on while it runs: at each place `__slip(n)` is asked. What stands
 * outside of functions runs once, before anything can be switched, and is left as it is.
 */
export const withSlips = (
  text: string,
  first: number,
): { readonly text: string; readonly slips: readonly Slip[] } => {
  const slips: Slip[] = []
  const program = parseAst(text, { lang: 'ts' }) as unknown as Node
  const named = numbersNamedIn(program)
  const asked = (node: Node, is: string): string => {
    const line = text.slice(0, node.start).split('\n').length
    slips.push({ line, at: node.start, was: text.slice(node.start, node.end), is })
    return `__slip(${first + slips.length - 1})`
  }
  const written = (node: Node, path: Path): string => {
    let [out, end] = ['', node.start]
    for (const [field, one] of under(node)) {
      if (isSkipped(field, one) || one.start < end) continue
      out += text.slice(end, one.start) + written(one, [...path, [field, node]])
      end = one.end
    }
    out += text.slice(end, node.end)
    if (!path.some(([, { type }]) => type.includes('Function'))) return out
    if (isCalledFor(node)) {
      const was = text.slice(node.start, node.end)
      const unawaited = was.startsWith('await ') ? was.slice('await '.length) : ''
      const without = unawaited && `if(${asked(node, unawaited)}) ${unawaited}\n else `
      return `{;${without}if(!${asked(node, '')}) ${out}\n}`
    }
    if (node.type === 'ExpressionStatement') return `{;${out}\n}`
    return slipsOf(node, text, path, named).reduce(
      (rest, is) => `(${asked(node, is)}?(${is}):${rest})`,
      out,
    )
  }
  return { text: written(program, []), slips }
}
