import type { Marks } from '#domain/access/marks.ts'
import { type AtRest, sealedBy } from '#domain/access/row-seal.ts'

/** How a text lies, or the beginning of it; without a key nothing that is sealed is known. */
export const lyingAs = (marks: Marks | undefined, cell: unknown): keyof AtRest => {
  const text = typeof cell === 'string' ? cell : ''
  if (!marks) return sealedBy(text) === undefined ? 'open' : 'shut'
  const age = marks.seal.ageOf(text)
  return age === 'before' ? 'older' : age
}
