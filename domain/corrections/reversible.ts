import type { ReversibleBody } from '#domain/corrections/kept.ts'
import { operations } from '#domain/operations/all.ts'

const reversible: ReadonlySet<string> = new Set(
  operations.filter(({ isReversible }) => isReversible).map(({ entry }) => entry),
)

/** True for an entry that can be reversed later. */
export const isReversible = (body: { readonly type: string }): body is ReversibleBody =>
  reversible.has(body.type)
