import type { Plugin } from 'rolldown'
import { type Cut, type Node, isNode, without } from '#src/packing/cuts.ts'
import { turned } from '#src/pwa/short-khmer.ts'

type Piece = Node & { readonly value: { readonly cooked: string } }
type Said = Node & { readonly value?: unknown; readonly quasis?: readonly Piece[] }

const isKhmer = (text: string): boolean => /[\u1780-\u17dc]/.test(text)

/** As it stands between the marks of a template. */
const within = (text: string): string => turned(text).replaceAll(/[\\`]|\$(?=\{)/g, '\\$&')

/** A piece of a template with the marks that it stands between. */
const pieceTurned = (code: string, { start, end, value: { cooked } }: Piece, i: number): Cut => {
  const close = code[end - 1] === '`' ? '`' : '${'
  const instead = `${i === 0 ? 'khmer' : ''}${code[start]!}${within(cooked)}${close}`
  return { from: start, to: end, instead }
}

const cutsIn = (code: string, node: unknown): readonly Cut[] => {
  if (Array.isArray(node)) return node.flatMap((one) => cutsIn(code, one))
  if (!isNode(node)) return []
  const { type, start: from, end: to, value, quasis = [] } = node as Said
  if (type === 'Literal' && typeof value === 'string' && isKhmer(value))
    return [{ from, to, instead: `khmer\`${within(value)}\`` }]
  const isOne = quasis.some((one) => isKhmer(one.value.cooked))
  const pieces = isOne ? quasis.map((one, i) => pieceTurned(code, one, i)) : []
  return [...pieces, ...Object.values(node).flatMap((one) => cutsIn(code, one))]
}

/** Khmer in the catalogues of that language, turned: it takes a fifth less on its way to a phone. */
export const khmerTurned: Plugin = {
  name: 'khmer-turned',
  transform(code, id) {
    if (!/\/src\/words\/km\//.test(id)) return undefined
    const cuts = cutsIn(code, this.parse(code, { lang: 'ts' }))
    const text = `import { khmer } from '#src/pwa/short-khmer.ts'\n${without(code, cuts)}`
    return { code: text, moduleType: 'ts' }
  },
}
