import { cashPlaces } from '#domain/fund/bank.ts'
import type { Visit } from '#src/http/desk/visit.ts'
import type { Form } from '#src/desk/act.ts'
import { type Filling, unfilled } from '#src/desk/filling.ts'

/** What another page may fill in of a form, by the field that it fills: its day, its sum, and from where to where. */
const fillable = { on: 'day', amount: 'amount', way: 'way' } as const

/** How each is written in an address; whatever else stands there is not handed on, not even as a field nobody sees. */
const written = {
  on: /^\d{4}-\d\d-\d\d$/,
  amount: /^\d{1,15}(\.\d{1,2})?$/,
  way: new RegExp(`^(${cashPlaces.join('|')})-(${cashPlaces.join('|')})$`),
} as const

/** The visit with what the address fills in; anything that is not written as it is there is left out. */
export const withFilled = (visit: Visit): Visit => {
  const given = Object.entries(written).flatMap(([name, form]) => {
    const text = visit.context.req.query(name) ?? ''
    return form.test(text) ? [[name, text] as const] : []
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
