import type { Plugin } from 'rolldown'
import { operations } from '#domain/operations/all.ts'
import type { AnyOperation } from '#domain/operations/operation.ts'
import { type Cut, type Node, isNode, without } from '#src/packing/cuts.ts'
import { isDecidedHere } from '#src/pwa/decides.ts'

/** What a phone asks of no operation: who may, who stands behind a fact that one has written, what the description says. */
const neverAsked = ['may', 'description', 'changesPower', 'ownWord', 'isTakenAlone']

/** What is asked where something is written and decided. */
const askedInDeciding = 'command asks keeps decide concerns beginsAnew second oneHand'.split(' ')

/** What says no more than nothing does: an entry stays that is not said to be taken back, and minutes tell what is `told`. */
const isUnsaid = (name: string, value: unknown): boolean =>
  (name === 'isReversible' && value === false) ||
  (name === 'minutes' && typeof value === 'string' && value !== 'told')

type Property = Node & {
  readonly key?: { readonly name?: string }
  readonly value?: { readonly value?: unknown }
}

/** The properties of an operation that is said in a file; nothing where a piece of it says none. */
const propertiesOf = (node: Node): readonly Property[] => {
  const { callee, arguments: given } = node as unknown as {
    readonly callee?: { readonly name?: string }
    readonly arguments?: readonly { readonly type: string; readonly properties?: Property[] }[]
  }
  const isSaid = node.type === 'CallExpression' && callee?.name === 'operation'
  return (isSaid && given?.[0]?.properties) || []
}

const byCommand = new Map<string, AnyOperation>(
  (operations as readonly AnyOperation[]).map((one) => [one.command, one]),
)

const cutOf = (
  property: Property,
  { one, isWhole }: { readonly one: AnyOperation | undefined; readonly isWhole: boolean },
): readonly Cut[] => {
  const name = property.key?.name ?? ''
  const isDecided = one === undefined || isDecidedHere({ type: one.command })
  const isOfOthers = neverAsked.includes(name) || (!isDecided && askedInDeciding.includes(name))
  const isLeftOut = isOfOthers || (isWhole && isUnsaid(name, property.value?.value))
  return isLeftOut ? [{ from: property.start, to: property.end, instead: '' }] : []
}

const cutsIn = (node: unknown): readonly Cut[] => {
  if (Array.isArray(node)) return node.flatMap(cutsIn)
  if (!isNode(node)) return []
  const properties = propertiesOf(node)
  const command = properties.find(({ key }) => key?.name === 'command')?.value?.value
  const one = typeof command === 'string' ? byCommand.get(command) : undefined
  // What stands for several operations together would hold again where one says otherwise.
  const isWhole = properties.every(({ type }) => type === 'Property')
  if (properties.length > 0)
    return properties.flatMap((property) => cutOf(property, { one, isWhole }))
  return Object.values(node).flatMap(cutsIn)
}

/**
 * Leaves out of the phone's script what decides the operations that a phone does not decide. By what name they stand in a
 * book and what their entries are about: that stays, so that a phone takes in every entry there is.
 */
export const leaveUndecided: Plugin = {
  name: 'leave-undecided',
  transform(code, id) {
    if (!/\/domain\/\w+\/operations\/[\w-]+\.ts$/.test(id)) return undefined
    const cuts = cutsIn(this.parse(code, { lang: 'ts' }))
    return cuts.length === 0 ? undefined : { code: without(code, cuts), moduleType: 'ts' }
  },
}
