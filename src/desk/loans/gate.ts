import { placeOf } from '#src/desk/places.ts'

type In = { readonly fundId: string }

const toLoan = (at: In, { id }: { readonly id: string }): string => placeOf.loan(at, id)

/** A step of a loan whose form stands on the loan's own page, and whose yes leads back to it with the next one open. */
export const gate = { home: placeOf.loan, leads: toLoan, isAtOnce: true } as const

/** What is done about a request besides: a page of its own that asks first, and back to the loan. */
export const besideGates = { leads: toLoan } as const
