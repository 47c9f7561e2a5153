import { awayTableNames, awayTables } from '#domain/fund/meeting/away-figures.ts'
import type { Made, Means } from '#test/http/access/means.ts'

/** The day of a meeting that the path names: after everything that the small funds have in their books. */
export const meetingDay = '2025-12-30'

const sheet = ({ newId, target }: Means): Made => ({
  form: { id: newId(), rows: `${target.windowId}-M0,`, 't-closingCash': '5000' },
})

const told = ({ newId, target }: Means): Made => ({
  form: {
    id: newId(),
    member: target.memberId,
    about: 'savings',
    reason: 'other',
    day: '30',
    month: '12',
    year: '2025',
  },
})

const nobodyAway = {
  total: 0,
  ...Object.fromEntries(
    awayTableNames.map((table) => [
      table,
      Object.fromEntries(awayTables[table].map((line) => [line, 0])),
    ]),
  ),
}

/** What is sent to the pages of meetings by whoever may. */
export const meetingBodies: Readonly<Record<string, (means: Means) => Made>> = {
  'POST /funds/:fundId/meetings/:day/catch-up': sheet,
  'POST /funds/:fundId/me/not-right': ({ newId }) => ({
    form: { id: newId(), about: 'savings', reason: 'other' },
  }),
  'GET /funds/:fundId/record/dispute': ({ target }) => ({ query: `?member=${target.memberId}` }),
  'POST /funds/:fundId/record/dispute': told,
  'POST /funds/:fundId/record/dispute/confirm': told,
  'POST /funds/:fundId/meetings/:day/pass/:memberId': ({ newId }) => ({
    form: { id: newId(), social: '1000' },
  }),
  'POST /funds/:fundId/meetings/:day/open': ({ newId }) => ({
    form: { id: newId(), 'n-5000': '3' },
  }),
  'POST /funds/:fundId/meetings/:day/close': ({ newId }) => ({ form: { id: newId(), sum: '0' } }),
  'POST /funds/:fundId/meetings/:day/away': ({ newId }) => ({ form: { id: newId(), total: '0' } }),
  'POST /v1/funds/:fundId/disputes/own': ({ newId }) => ({
    json: { id: newId(), about: { kind: 'savings' }, reason: 'other' },
  }),
  'POST /v1/funds/:fundId/away-counts': ({ newId }) => ({
    json: { id: newId(), effectiveOn: meetingDay, figures: nobodyAway },
  }),
  // Nobody has said who else looked at the paper.
  'POST /funds/:fundId/meetings/:day/paper': ({ newId, target }) => ({
    form: { id: newId(), 'r0-who': target.memberId, 'r0-savings': '100', step: 'check' },
  }),
  'POST /funds/:fundId/confirmations': () => ({ form: { id: '' } }),
  'POST /funds/:fundId/confirmations/:entryId': ({ newId }) => ({ form: { id: newId() } }),
  'POST /funds/:fundId/me/confirm': ({ newId }) => ({ form: { id: newId(), answer: 'right' } }),
  'POST /funds/:fundId/meetings/:day/attendance': ({ newId }) => ({ form: { id: newId() } }),
}
