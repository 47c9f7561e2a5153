import type { Visit } from '#src/http/desk/visit.ts'
import type { Form } from '#src/desk/act.ts'
import { type Filling, unfilled } from '#src/desk/filling.ts'

/** What another page may fill in of a form, by the field that it fills: its day, its sum, and from where to where. */
const fillable = { on: 'day', amount: 'amount', way: 'way' } as const

const wordMax = 24

/** The visit with what the address fills in; anything that is no short word of it is left out. */
export const withFilled = (visit: Visit): Visit => {
  const given = Object.keys(fillable).flatMap((name) => {
    const text = visit.context.req.query(name) ?? ''
    return /^[\w.-]+$/.test(text) && text.length <= wordMax ? [[name, text] as const] : []
  })
  if (given.length === 0) return visit
  return { ...visit, at: { ...visit.at, filledIn: Object.fromEntries(given) } }
}

/** A form that nobody has filled in yet, but for what is known before, or was told by the page before. */
export const begun = ({ at }: Visit, { fields, prefilled = {} }: Form): Filling => {
  const given = Object.entries(at.filledIn ?? {}).flatMap(([along, text]) => {
    const name = fillable[along as keyof typeof fillable]
    const result = fields.find((field) => field.name === name)?.read(text)
    return result && 'text' in result ? [[name, result.text] as const] : []
  })
  return unfilled({ ...prefilled, ...Object.fromEntries(given) })
}
