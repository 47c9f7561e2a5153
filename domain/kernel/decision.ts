/**
 * What the rules say of a command. Facts (money that moved, counts, attendance) are never refused:
 * a rule that they break becomes a flag on the entry. `at` is a JSON pointer into the command.
 */
export type Decision<Body, Refusal extends string> =
  | { readonly outcome: 'recorded'; readonly body: Body }
  | {
      readonly outcome: 'refused'
      readonly code: Refusal
      /** Entries that stand in the way: reverse these first, in this order from the end. */
      readonly entries?: readonly string[]
      /** The most that would have been taken, in smallest units, where less would be. */
      readonly most?: number
    }
  | { readonly outcome: 'invalid'; readonly code: string; readonly at: string }

export const recorded = <Body>(body: Body) => ({ outcome: 'recorded', body }) as const
export const refused = <Code extends string>(code: Code, entries?: readonly string[]) =>
  ({ outcome: 'refused', code, ...(entries ? { entries } : {}) }) as const
/** A sum above what there is to decide on: told with the most that would be taken. */
export const refusedAbove = <Code extends string>(code: Code, most: number) =>
  ({ outcome: 'refused', code, most }) as const
export const invalid = (code: string, at: string) => ({ outcome: 'invalid', code, at }) as const
