import { code, day, group, id, list, word } from '#domain/kernel/shape.ts'
import { eventKinds } from '#domain/relief/relief.ts'

/* What commands about relief ask for alike. */

export const eventId = code('event-not-a-code')
export const eventKind = word(eventKinds, 'event-kind-unknown')
export const seasonId = code('season-cannot-hold')

/** More than a fund has members. */
export const namesMax = 2000

/** Loans with the days in which nothing falls due on them. */
export const touchedLoans = list(group({ loanId: id('loan'), from: day, to: day }), {
  min: 1,
  max: namesMax,
  code: 'no-loan-touched',
})
