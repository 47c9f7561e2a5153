import type { Expected } from '#test/http/access/expected.ts'
import type { Way } from '#test/http/access/people.ts'

const officers: readonly Way[] = [
  'chair',
  'record-keeper',
  'box-keeper',
  'counter',
  'committee-member',
]
const book: readonly Way[] = [...officers, 'key-holder', 'auditor']
const households: readonly Way[] = ['household-card', 'household-login']

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

/** Nobody here has asked for the grant of the fixture, so its file is there for none of them. */
const notTheirs = 404
const team: readonly Way[] = ['migration-worker', 'case-supervisor']

/** Who sees grants: codes and sums the book's readers, totals everybody, what they are for nobody by office. */
export const ofSupport: Readonly<Record<string, Expected>> = {
  'GET /v1/funds/:fundId/support': fund(book),
  'GET /v1/funds/:fundId/support/totals': fund([...households, ...book]),
  'GET /v1/funds/:fundId/windows': fund(book),
  'GET /v1/funds/:fundId/windows/:windowId/report': fund(book),
  'POST /v1/funds/:fundId/support': fund(['record-keeper']),
  'POST /v1/funds/:fundId/support/:code/steps': fund(officers, notTheirs),
  'POST /v1/funds/:fundId/support/:code/at-once': fund(officers, notTheirs),
  'GET /v1/funds/:fundId/support/:code/file': fund(officers, notTheirs),
  'POST /v1/funds/:fundId/support/:code/file': fund(officers, notTheirs),
  'POST /v1/funds/:fundId/support/:code/erase': fund(officers, notTheirs),
  'GET /funds/:fundId/support': fund(book),
  'GET /funds/:fundId/support/village': fund([...households, ...book]),
  'GET /funds/:fundId/support/report/:windowId': fund(book),
  'GET /funds/:fundId/support/ask': fund(['record-keeper']),
  // Nothing was filled in, which the page says to whoever may.
  'POST /funds/:fundId/support/ask': fund(['record-keeper'], 400),
  'GET /funds/:fundId/support/terms': fund(['chair']),
  'POST /funds/:fundId/support/terms': fund(['chair'], 400),
  'GET /funds/:fundId/support/file/:code': fund(officers, notTheirs),
  'POST /funds/:fundId/support/file/:code': fund(officers, notTheirs),
  'GET /funds/:fundId/me/support': fund([...households, ...officers, 'key-holder']),
  // Who came by a card has its PIN to give, and not the secret of all others here.
  'POST /funds/:fundId/me/support': fund([...households, ...officers, 'key-holder'], 200, {
    'household-card': 403,
  }),
  'GET /team/support': ownNetwork(team),
  'GET /team/support/bring': ownNetwork(['migration-worker']),
  'POST /team/support/bring': ownNetwork(['migration-worker'], 400),
  'GET /team/outcomes': ownNetwork(['administrator', 'case-supervisor']),
  'GET /team/support/:inFund/:code': ownNetwork(team, notTheirs),
  'POST /team/support/:inFund/:code': ownNetwork(team, notTheirs),
  'GET /v1/networks/:networkId/support': network(team),
  'GET /v1/networks/:networkId/support/outcomes': network(['administrator', 'case-supervisor']),
  'POST /v1/networks/:networkId/funds/:fundId/support': network(['migration-worker']),
  'POST /v1/networks/:networkId/funds/:fundId/support/:code/steps': network(team, notTheirs),
  'GET /v1/networks/:networkId/funds/:fundId/support/:code/file': network(team, notTheirs),
  'POST /v1/networks/:networkId/funds/:fundId/support/:code/file': network(team, notTheirs),
  'POST /v1/networks/:networkId/funds/:fundId/support/:code/erase': network(team, notTheirs),
}
