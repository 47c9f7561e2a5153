import type { About, Filled, Room } from '#src/http/desk/record.ts'
import { type Entered, dayOf } from '#src/pages/desk/entered.ts'

/** What a form holds, field by field: what could be read, and what is wrong with the rest. */
export const enteredIn = (
  { today, book }: Room,
  { fields }: About,
  of: (name: string) => string,
): Entered => {
  const texts = new Map<string, string>()
  const faults = new Map<string, string>()
  for (const { name, read } of fields) {
    const result = read(of(name))
    if ('text' in result) texts.set(name, result.text)
    else {
      faults.set(name, result.fault)
      if (result.typed !== undefined) texts.set(name, result.typed)
    }
  }
  const date = { day: of('day'), month: of('month'), year: of('year') }
  const day = dayOf(date, { today, openedOn: book.fund.openedOn })
  return {
    id: of('id'),
    texts,
    faults,
    day: 'day' in day ? day.day : undefined,
    dayFault: 'fault' in day ? day.fault : undefined,
  }
}

/** The same where everything could be read. */
export const filledIn = ({ id, texts, faults, day }: Entered): Filled | undefined =>
  faults.size > 0 || day === undefined
    ? undefined
    : { id, day, of: (name) => texts.get(name) ?? '' }

/** Where every field can be read by itself, what is wrong with one beside the others. */
export const checkedIn = ({ check }: About, entered: Entered): Entered => {
  const filled = filledIn(entered)
  return filled && check ? { ...entered, faults: check(filled) } : entered
}
