import { invalid } from '#domain/kernel/decision.ts'
import { type Said, day, group, list, sum, word } from '#domain/kernel/shape.ts'
import { supportKinds } from '#domain/grants/kinds.ts'

/** What becomes of money that is left when a window ends. */
export const unspentRules = ['given-back', 'kept-for-the-same'] as const
export type UnspentRule = (typeof unspentRules)[number]

/** What a donor has agreed of a window: for which kinds, how much each, in which time. */
export const windowTerms = {
  from: day,
  until: day,
  lines: list(group({ kind: word(supportKinds, 'kind-unknown'), amount: sum }), {
    max: supportKinds.length,
  }),
  unspent: word(unspentRules, 'rule-unknown'),
}
export type WindowTerms = Said<typeof windowTerms>

/**
 * A window that is for one purpose alone would tell of each of its grants what it is for: its donor is asked
 * for two at least.
 */
const linesMin = 2

/** Why a donor cannot have agreed so. */
export const termsFault = ({ from, until, lines }: WindowTerms) => {
  if (until < from) return invalid('ends-before-it-begins', '/until')
  if (lines.length < linesMin) return invalid('fewer-than-two-lines', '/lines')
  const isTwice = new Set(lines.map(({ kind }) => kind)).size < lines.length
  return isTwice ? invalid('kind-twice', '/lines') : undefined
}
