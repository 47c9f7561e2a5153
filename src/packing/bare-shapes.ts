import type { Plugin } from 'rolldown'
import { type Cut, type Node, isNode, without } from '#src/packing/cuts.ts'

type Call = Node & {
  readonly callee?: { readonly name?: string }
  readonly arguments?: readonly (Node & { readonly properties?: readonly Named[] })[]
}
type Named = Node & { readonly key?: { readonly name?: string } }

/** Shapes that bear a text: the shape comes first. */
const bearing = ['described', 'named']

/** What of a call is for the description of the API alone. */
const toldIn = ({ callee, arguments: given = [] }: Call): readonly Cut[] => {
  const [shape, second] = given
  if (bearing.includes(callee?.name ?? '') && shape && given.length > 1)
    return [{ from: shape.end, to: given.at(-1)!.end, instead: '' }]
  if (callee?.name !== 'text') return []
  const examples = second?.properties?.filter(({ key }) => key?.name === 'example') ?? []
  return examples.map(({ start, end }) => ({ from: start, to: end, instead: '' }))
}

const cutsIn = (node: unknown): readonly Cut[] => {
  if (Array.isArray(node)) return node.flatMap(cutsIn)
  if (!isNode(node)) return []
  const below = Object.values(node).flatMap(cutsIn)
  return node.type === 'CallExpression' ? [...toldIn(node as Call), ...below] : below
}

/** Whatever makes a shape does nothing else: one that nobody asks for is left out. */
const doingNothing = (code: string): string =>
  code.replace(/^export const \w+ = (?=[(<])/gm, (start) => `/* @__NO_SIDE_EFFECTS__ */ ${start}`)

/** Shapes without what they tell in words and examples: a phone looks at what was written and describes nothing. */
export const bareShapes: Plugin = {
  name: 'bare-shapes',
  transform(code, id) {
    if (id.endsWith('/domain/kernel/shape.ts'))
      return { code: doingNothing(code), moduleType: 'ts' }
    if (!/\/domain\//.test(id) || !code.includes('#domain/kernel/shape.ts')) return undefined
    const cuts = cutsIn(this.parse(code, { lang: 'ts' }))
    return cuts.length === 0 ? undefined : { code: without(code, cuts), moduleType: 'ts' }
  },
}
