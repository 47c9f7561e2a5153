import type { Marks } from '#domain/access/marks.ts'
import { marksIn } from '#infra/system/marks.ts'

/** By which the rows of a Worker are known: the pepper is bound to its objects as it is to itself. */
export const marksOfBindings = (bindings: object): Marks | undefined => {
  const { MODE, PEPPER, PEPPER_OLD } = bindings as Readonly<Record<string, unknown>>
  return marksIn({
    MODE: typeof MODE === 'string' ? MODE : 'practice',
    PEPPER: typeof PEPPER === 'string' ? PEPPER : undefined,
    PEPPER_OLD: typeof PEPPER_OLD === 'string' ? PEPPER_OLD.split(/[\s,]+/).filter(Boolean) : [],
  })
}
