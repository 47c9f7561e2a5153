import type { About, Filled, Room } from '#src/http/desk/record.ts'
import { isLocalDate } from '#domain/kernel/dates.ts'
import { type Entered, dayOf, emptyForm } from '#src/desk/entered.ts'

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

/** What another page may fill in of a form: its day, its sum, and from where to where. */
const fillable = ['on', 'amount', 'way'] as const

const wordMax = 24

/** The room with what the address fills in; anything that is no short word of it is left out. */
export const withFilled = (room: Room): Room => {
  const given = fillable.flatMap((name) => {
    const text = room.context.req.query(name) ?? ''
    return /^[\w.-]+$/.test(text) && text.length <= wordMax ? [[name, text] as const] : []
  })
  if (given.length === 0) return room
  return { ...room, at: { ...room.at, filledIn: Object.fromEntries(given) } }
}

/** A form that nobody has filled in yet, but for what is known before, or was told by the page before. */
export const begunForm = (
  { at, context, today, book }: Room,
  { fields, prefilled = {} }: Pick<About, 'fields' | 'prefilled'>,
): Entered => {
  const { on, ...given } = at.filledIn ?? {}
  const read = fields.flatMap((field) => {
    const text = given[field.name]
    const result = text === undefined ? undefined : field.read(text)
    return result && 'text' in result ? [[field.name, result.text] as const] : []
  })
  const isDay = isLocalDate(on) && on <= today && on >= book.fund.openedOn
  const form = emptyForm(context.get('needs').ids(), { ...prefilled, ...Object.fromEntries(read) })
  return isDay ? { ...form, day: on } : form
}
