import type { Form } from '#test/http/access/lending-forms.ts'
import type { Expected } from '#test/http/access/expected.ts'
import type { Means, Made } from '#test/http/access/means.ts'
import type { Way } from '#test/http/access/people.ts'

type Who = {
  readonly fund: (may: readonly Way[], answers?: number, instead?: Expected['instead']) => Expected
  readonly book: readonly Way[]
  readonly officers: readonly Way[]
  readonly members: readonly Way[]
}

/** Events, relief, emergency lines and alerts: the book of loans, and what is from outside. */
export const ofRelief = ({
  fund,
  book,
  officers,
  members,
}: Who): Readonly<Record<string, Expected>> => ({
  'GET /v1/funds/:fundId/relief/events': fund(book),
  'GET /v1/funds/:fundId/relief/events/:eventId': fund(book),
  'GET /v1/funds/:fundId/relief/lines': fund(book),
  'GET /v1/funds/:fundId/relief/liquidity': fund(book),
  // Alerts are from outside and name nobody; the committee takes them in.
  'GET /v1/funds/:fundId/relief/alerts': fund(book),
  'POST /v1/funds/:fundId/relief/alerts': fund(officers),
  'POST /v1/funds/:fundId/relief/alerts/poll': fund(officers),
  // A household says of its own loans alone that it wants no relief; none of them is put off by an event that was declared here.
  'POST /funds/:fundId/me/relief': fund(members, 404),
  'GET /funds/:fundId/relief': fund(book),
  'GET /funds/:fundId/relief/events/:eventId': fund(book),
  'GET /funds/:fundId/relief/lines': fund(book),
  'GET /funds/:fundId/relief/ahead': fund(book),
  'GET /funds/:fundId/relief/alerts': fund(book),
  // What is sent here is no alert, which the page says.
  'POST /funds/:fundId/relief/alerts': fund(officers, 400),
  'POST /funds/:fundId/relief/alerts/poll': fund(officers, 303),
})

const incomplete = [400, 400] as const
const leaders: readonly Way[] = ['chair', 'record-keeper']
const committee: readonly Way[] = [...leaders, 'box-keeper', 'counter', 'committee-member']
const ofEvent = { subject: 'event', answers: incomplete, may: leaders } as const
const ofFund = { subject: 'fund', answers: incomplete } as const

/** What is decided about events: nothing is chosen, which the form says to whoever may fill it in. */
export const reliefForms: Readonly<Record<string, Form & { readonly may: readonly Way[] }>> = {
  event: {
    ...ofFund,
    fields: { kind: '', from: '', proof: '' },
    may: committee,
  },
  relief: { ...ofEvent, fields: { confirmedBy: '' } },
  'relief-again': { ...ofEvent, fields: { confirmedBy: '' } },
  'relief-word': { ...ofEvent, fields: { confirmedBy: '' } },
  // The flood of the older book was never given here.
  'relief-lapse': { ...ofEvent, fields: {}, answers: [409, 409] },
  'relief-undo': { ...ofEvent, fields: { approvedBy: '' } },
  'relief-decline': { ...ofEvent, fields: { card: '' } },
  'emergency-promise': {
    ...ofFund,
    fields: { season: '', from: '', to: '', confirmedBy: '' },
    may: leaders,
  },
  'emergency-open': {
    ...ofFund,
    fields: { season: '', event: '', witness: '' },
    may: leaders,
  },
}

const alert =
  '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>T-1</identifier><sender>weather.example</sender><sent>2025-12-01T06:00:00+07:00</sent><status>Test</status><msgType>Alert</msgType><scope>Public</scope></alert>'

export const reliefBodies: Readonly<Record<string, (means: Means) => Made>> = {
  'POST /funds/:fundId/me/relief': ({ target }) => ({ form: { event: target.eventId } }),
  'POST /v1/funds/:fundId/relief/alerts': () => ({ json: { xml: alert } }),
  'POST /v1/funds/:fundId/relief/alerts/poll': () => ({}),
}
