import type { Expected } from '#test/http/access/expected.ts'
import type { Way } from '#test/http/access/people.ts'

type Who = {
  readonly fund: (may: readonly Way[], answers?: number, instead?: Expected['instead']) => Expected
  readonly book: readonly Way[]
  readonly row: readonly Way[]
  readonly members: readonly Way[]
}

/** Savings: what all of the committee sees, what is a member's own, and what is its owner's alone. */
export const ofSavings = ({
  fund,
  book,
  row,
  members,
}: Who): Readonly<Record<string, Expected>> => ({
  'GET /v1/funds/:fundId/savings': fund(book),
  'GET /v1/funds/:fundId/members/:memberId/savings': fund(row),
  'GET /v1/funds/:fundId/share-out': fund(book),
  'GET /funds/:fundId/savings': fund(book),
  'GET /v1/funds/:fundId/ventures': fund(book),
  'GET /funds/:fundId/ventures': fund(book),
  'GET /funds/:fundId/ventures/:ventureId': fund(book, 404),
  'GET /funds/:fundId/money': fund(book),
  'GET /funds/:fundId/share-out': fund(book),
  // A household reads its own private savings and nobody else's; the record-keeper takes and gives them.
  'POST /v1/funds/:fundId/private-savings/own': fund(members, 200, { 'household-card': 403 }),
  'POST /v1/funds/:fundId/private-savings': fund(['record-keeper']),
  'GET /funds/:fundId/me/private': fund(members),
  // Who came by a card has its PIN to give, and not the secret of all others here.
  'POST /funds/:fundId/me/private': fund(members, 200, { 'household-card': 403 }),
  'GET /funds/:fundId/me/private/not-right': fund(members),
  // Nobody here has a private line of this number.
  'POST /funds/:fundId/me/private/not-right': fund(members, 400, { 'household-card': 403 }),
})
