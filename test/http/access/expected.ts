import { lendingForms } from '#test/http/access/lending-forms.ts'
import { type Way, memberWays, staffWays } from '#test/http/access/people.ts'

/**
 * Who may ask what, written down from the design and the issue and not from the access table, so that the two
 * can differ. `of` says what the path names; `may` who is let through there where the role is held; `answers`
 * with what. Everybody else is told 401, 403 or 404 by `decisionOn`.
 */
export type Expected = {
  readonly of: 'anybody' | 'caller' | 'fund' | 'network' | 'own-network'
  readonly may: readonly Way[]
  readonly answers: number
  /** Whoever may and is answered otherwise, because there is nothing of theirs there. */
  readonly instead?: Partial<Readonly<Record<Way, number>>>
}

const everybody: readonly Way[] = [...memberWays, ...staffWays]
const households: readonly Way[] = ['household-card', 'household-login']
const officers: readonly Way[] = [
  'chair',
  'record-keeper',
  'box-keeper',
  'counter',
  'committee-member',
]
const auditor: readonly Way[] = ['auditor']
const administrator: readonly Way[] = ['administrator']

const anybody = (answers: number): Expected => ({ of: 'anybody', may: everybody, answers })
const caller = (answers: number, instead: Expected['instead'] = {}): Expected => ({
  of: 'caller',
  may: everybody,
  answers,
  instead,
})
const fund = (may: readonly Way[], answers = 200, instead: Expected['instead'] = {}): Expected => ({
  of: 'fund',
  may,
  answers,
  instead,
})
const network = (may: readonly Way[], answers = 200): Expected => ({ of: 'network', may, answers })
const ownNetwork = (may: readonly Way[], answers = 200): Expected => ({
  of: 'own-network',
  may,
  answers,
})

/** The book: officers of the fund, and auditors whom the fund let in. */
const book = [...officers, ...auditor]
/** One row of it: a household its own. */
const row = [...households, ...book]
/** What is about the caller as a member: an auditor is none. */
const members = [...households, ...officers]
/**
 * Where the design is silent, the narrower or the built decision stands here. Cards: "two officers", not which;
 * built is that chair or record-keeper begins and any officer vouches.
 */
const cardIssuers: readonly Way[] = ['chair', 'record-keeper']
/** "Visible to the fund": built is that an auditor whom the fund let in reads it too, to see who peeks. */
const logReaders = [...officers, ...auditor]
/** Whoever may send a command of any type; what else is sent is refused item by item. */
const senders: readonly Way[] = ['chair', 'record-keeper', 'box-keeper', 'counter']

const strangers: Readonly<Record<string, Expected>> = {
  'GET /healthz': anybody(200),
  'GET /readyz': anybody(200),
  'GET /version': anybody(200),
  'GET /favicon.ico': anybody(204),
  'GET /style.css': anybody(200),
  // Fonts and the files of the reference: one stands for all.
  'GET /fonts/a.woff2': anybody(200),
  'GET /openapi.json': anybody(200),
  'GET /docs': anybody(200),
  'GET /docs/start.js': anybody(200),
  'POST /v1/devices': anybody(201),
  'POST /v1/sessions': anybody(201),
  'POST /v1/secrets': anybody(204),
  'GET /': anybody(200),
  // A live service has no doors.
  'GET /start': anybody(404),
  'POST /doors/:door': anybody(404),
  'GET /sign-in': anybody(200),
  'POST /sign-in': anybody(303),
  'GET /card': anybody(200),
  'POST /card': anybody(303),
  'GET /begin': anybody(200),
  'POST /begin': anybody(303),
  'GET /enrol': anybody(200),
  'POST /enrol': anybody(303),
  'POST /quick-exit': anybody(200),
}

const aboutCaller: Readonly<Record<string, Expected>> = {
  'GET /v1/sessions': caller(200),
  'DELETE /v1/sessions/current': caller(204),
  'DELETE /v1/sessions/:sessionId': caller(204),
  // Whoever came by a card has nothing to step up to: a card never writes.
  'POST /v1/sessions/current/step-up': caller(200, { 'household-card': 401 }),
  'GET /v1/funds': caller(200),
  'POST /sign-out': caller(303),
  'GET /step-up': caller(200),
  'POST /step-up': caller(303, { 'household-card': 403 }),
  'GET /me': caller(200),
  'POST /me/sessions/:sessionId/end': caller(303),
}

/** What the record-keeper alone writes down: the form, the way back to it, the question, the record. */
const recording = (task: string, [confirm, record]: readonly [number, number]) => {
  const place = `/funds/:fundId/record/${task}`
  return {
    [`GET ${place}`]: fund(['record-keeper']),
    [`GET ${place}/confirm`]: fund(['record-keeper'], 303),
    [`POST ${place}/confirm`]: fund(['record-keeper'], confirm),
    [`POST ${place}`]: fund(['record-keeper'], record),
  }
}

const ofLending: Readonly<Record<string, Expected>> = Object.assign(
  {},
  ...Object.entries(lendingForms).map(([task, { answers }]) => recording(task, answers)),
)

const ofFunds: Readonly<Record<string, Expected>> = {
  'POST /v1/funds/:fundId/commands': fund(senders),
  'GET /v1/funds/:fundId/journal': fund(book),
  'GET /v1/funds/:fundId/entries/:entryId/receipt': fund(row),
  'GET /v1/funds/:fundId/key': fund(row),
  'POST /v1/funds/:fundId/cards': fund(cardIssuers, 201),
  'GET /v1/funds/:fundId/cards': fund(cardIssuers),
  'DELETE /v1/funds/:fundId/cards/:cardId': fund(cardIssuers, 204),
  'POST /v1/funds/:fundId/logins': fund(cardIssuers, 201),
  'POST /v1/funds/:fundId/logins/:userId/reset': fund(cardIssuers),
  'GET /v1/funds/:fundId/log': fund(logReaders),
  'GET /v1/funds/:fundId/log/own': fund(members),
  'GET /v1/funds/:fundId': fund(row),
  'GET /v1/funds/:fundId/members': fund(book),
  'GET /v1/funds/:fundId/members/:memberId': fund(row),
  'GET /v1/funds/:fundId/members/:memberId/statement': fund(row),
  'GET /v1/funds/:fundId/loans': fund(book),
  'GET /v1/funds/:fundId/loans/:loanId': fund(row),
  'GET /v1/funds/:fundId/requests': fund(book),
  'GET /v1/funds/:fundId/requests/:loanId': fund(row),
  'GET /v1/funds/:fundId/accounts': fund(book),
  'GET /v1/funds/:fundId/accounts/:account/postings': fund(book),
  'POST /v1/funds/:fundId/quotes': fund(row),
  'GET /v1/funds/:fundId/reports/health': fund(book),
  'GET /v1/funds/:fundId/reports/findings': fund(book),
  'GET /v1/funds/:fundId/reports/:name': fund(book),
  'GET /funds/:fundId/log': fund(logReaders),
  'GET /funds/:fundId/cards': fund(cardIssuers),
  'POST /funds/:fundId/cards': fund(cardIssuers),
  'GET /funds/:fundId/cards/stop': fund(cardIssuers),
  'POST /funds/:fundId/cards/:cardId/stop': fund(cardIssuers, 303),
  'GET /funds/:fundId/logins': fund(cardIssuers),
  'GET /funds/:fundId/logins/new': fund(cardIssuers),
  'POST /funds/:fundId/logins/new': fund(cardIssuers),
  'GET /funds/:fundId/logins/:userId/reset': fund(cardIssuers),
  'POST /funds/:fundId/logins/:userId/reset': fund(cardIssuers),
  'GET /funds/:fundId/auditors': fund(['chair']),
  'POST /funds/:fundId/auditors': fund(['chair'], 303),
  'GET /funds/:fundId/desk': fund(book),
  ...recording('repayment', [200, 303]),
  ...recording('saving', [200, 303]),
  ...ofLending,
  'GET /funds/:fundId/receipts/:entryId': fund(row),
  'GET /funds/:fundId/me': fund([...members, ...auditor], 200, { auditor: 404 }),
  'GET /funds/:fundId/me/looked': fund(members),
  'GET /funds/:fundId/me/not-right': fund([...members, ...auditor], 200, { auditor: 404 }),
  'GET /funds/:fundId/health': fund(book),
  'GET /funds/:fundId/health/:figure': fund(book),
  'GET /funds/:fundId/loans': fund(book),
  'GET /funds/:fundId/loans/:loanId': fund(row),
  'GET /funds/:fundId/quote': fund(row),
  'GET /funds/:fundId/quote/agreement': fund(row),
  'GET /funds/:fundId/rules': fund(row),
  'GET /funds/:fundId/buy-out': fund(row),
}

const ofNetworks: Readonly<Record<string, Expected>> = {
  'POST /v1/networks/:networkId/commands': network(administrator),
  'GET /v1/networks/:networkId/journal': network(administrator),
  'GET /v1/networks/:networkId/users': network(administrator),
  'POST /v1/networks/:networkId/users': network(administrator, 201),
  'POST /v1/networks/:networkId/users/:userId/disable': network(administrator, 204),
  'POST /v1/networks/:networkId/users/:userId/enable': network(administrator, 204),
  'POST /v1/networks/:networkId/users/:userId/reset': network(administrator),
  'GET /v1/networks/:networkId/devices': network(['administrator', 'operator']),
  'POST /v1/networks/:networkId/devices': network(['administrator', 'operator'], 201),
  'DELETE /v1/networks/:networkId/devices/:deviceId': network(['administrator', 'operator'], 204),
  'GET /v1/networks/:networkId/sessions': network(administrator),
  'DELETE /v1/networks/:networkId/sessions/:sessionId': network(administrator, 204),
  'GET /v1/networks/:networkId/log': network(administrator),
  'GET /v1/networks/:networkId': network(administrator),
  'POST /v1/imports/paper-book': { of: 'own-network', may: administrator, answers: 200 },
  'GET /network': ownNetwork(administrator),
  'GET /network/add/staff': ownNetwork(administrator),
  'POST /network/add/staff': ownNetwork(administrator),
  'GET /network/add/member': ownNetwork(administrator),
  // With the number of a card that is nobody's.
  'POST /network/add/member': ownNetwork(administrator, 400),
  'GET /network/people/:userId': ownNetwork(administrator),
  'GET /network/people/:userId/reset': ownNetwork(administrator),
  'POST /network/people/:userId/reset': ownNetwork(administrator),
  'GET /network/people/:userId/shut-out': ownNetwork(administrator),
  'POST /network/people/:userId/shut-out': ownNetwork(administrator, 303),
  'POST /network/people/:userId/let-in': ownNetwork(administrator, 303),
  'GET /network/people/:userId/appoint': ownNetwork(administrator),
  'POST /network/people/:userId/appoint': ownNetwork(administrator, 303),
  // Whoever is asked about here has no task that could be ended, and is no auditor.
  'GET /network/people/:userId/dismiss': ownNetwork(administrator),
  'POST /network/people/:userId/dismiss': ownNetwork(administrator, 409),
  'GET /network/people/:userId/assign': ownNetwork(administrator),
  'POST /network/people/:userId/assign': ownNetwork(administrator, 409),
  'GET /network/people/:userId/end-assignment': ownNetwork(administrator),
  'POST /network/people/:userId/end-assignment': ownNetwork(administrator, 409),
  'GET /network/devices': ownNetwork(['administrator', 'operator']),
  'POST /network/devices': ownNetwork(['administrator', 'operator']),
  'GET /network/devices/:deviceId/revoke': ownNetwork(['administrator', 'operator']),
  'POST /network/devices/:deviceId/revoke': ownNetwork(['administrator', 'operator'], 303),
  'GET /team': { of: 'own-network', may: ['migration-worker', 'case-supervisor'], answers: 200 },
}

export const expectedRoutes: Readonly<Record<string, Expected>> = {
  ...strangers,
  ...aboutCaller,
  ...ofFunds,
  ...ofNetworks,
}
