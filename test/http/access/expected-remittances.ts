import type { Expected } from '#test/http/access/expected.ts'
import type { Way } from '#test/http/access/people.ts'

type Who = {
  readonly anybody: (answers: number) => Expected
  readonly fund: (may: readonly Way[], answers?: number, instead?: Expected['instead']) => Expected
  readonly cardIssuers: readonly Way[]
  readonly members: readonly Way[]
}

/** The list of the bank, and money from abroad: a card of its own for whoever sends it, the own page of whoever gets it, and the record-keeper's list. */
export const ofRemittances = ({
  anybody,
  fund,
  cardIssuers,
  members,
}: Who): Readonly<Record<string, Expected>> => ({
  // Without a card that was scanned there is nothing.
  'GET /sent': anybody(404),
  'POST /sent': anybody(404),
  'GET /sent/rule': anybody(404),
  'POST /sent/rule': anybody(404),
  'GET /sent/more': anybody(404),
  'POST /sent/more': anybody(404),
  'GET /sent/renew': anybody(404),
  'POST /sent/renew': anybody(404),
  'GET /sent/end': anybody(404),
  'POST /sent/end': anybody(404),
  // What the bank says of a line may name people: the committee and auditors read the statement alone.
  'GET /funds/:fundId/bank': fund(['record-keeper']),
  'POST /funds/:fundId/bank': fund(['record-keeper']),
  // The line is of an entry that is not there, which the page says.
  'POST /funds/:fundId/bank/confirm': fund(['record-keeper'], 409),
  // A line without what a page of ours sends with it is none, which the page says.
  'POST /funds/:fundId/bank/arrival': fund(['record-keeper'], 409),
  'GET /funds/:fundId/senders': fund(cardIssuers),
  // Nothing that is no form makes a card.
  'POST /funds/:fundId/senders': fund(cardIssuers, 400),
  'GET /funds/:fundId/me/from-abroad': fund(members),
  'POST /funds/:fundId/me/from-abroad': fund(members, 400),
  // No account is written here to which money is paid: no code can name one.
  'GET /funds/:fundId/me/from-abroad/pay': fund(members, 409),
  'POST /funds/:fundId/me/from-abroad/pay': fund(members, 409),
})
