import type { Form } from '#src/desk/act.ts'
import type { Filled } from '#src/desk/asking.ts'
import type { Filling } from '#src/desk/filling.ts'

/** A form in which everything could be read, by itself and beside the rest. */
export const filledIn = (id: string, { texts, faults }: Filling): Filled | undefined =>
  faults.size > 0 ? undefined : { id, day: texts.get('day')!, of: (name) => texts.get(name) ?? '' }

/** Where every field can be read by itself, what is wrong with one beside the others. */
export const checkedIn = ({ check }: Form, id: string, filling: Filling): Filling => {
  const filled = filledIn(id, filling)
  return filled ? { ...filling, faults: check(filled) } : filling
}
