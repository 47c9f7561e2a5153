import type { Expected } from '#test/http/access/expected.ts'
import type { Way } from '#test/http/access/people.ts'

const team: readonly Way[] = ['migration-worker', 'case-supervisor']
const holders: readonly Way[] = [...team, 'administrator']

/** Everybody of the matrix comes with the desk shut: whoever may open it is sent there, and sees nothing of a case. */
const atDesk = (may: readonly Way[], answers = 303): Expected => ({
  of: 'own-network',
  may,
  answers,
})
const both = (path: string, rule: Expected): Readonly<Record<string, Expected>> => ({
  [`GET ${path}`]: rule,
  [`POST ${path}`]: rule,
})

/** Who may knock at the desk of cases. What opens there is decided by the key that somebody has, in `deny.test.ts`. */
export const ofCases: Readonly<Record<string, Expected>> = {
  'GET /cases': atDesk(team),
  // A committee has used the one device of all who are here.
  ...both('/cases/open', atDesk(team, 403)),
  ...both('/cases/first-key', atDesk(team, 403)),
  ...both('/cases/new-key', atDesk(team, 403)),
  'POST /cases/shut': atDesk(team),
  ...both('/cases/new', atDesk(team)),
  'GET /cases/of/:code': atDesk(team),
  'GET /cases/unanswered': atDesk(team),
  ...both('/cases/unanswered/count', atDesk(team)),
  ...both('/cases/my-phone', atDesk(team)),
  ...both('/cases/own-card/:code', atDesk(team)),
  ...both('/cases/release/:code', atDesk(team)),
  'GET /cases/card/:code': atDesk(team),
  'GET /cases/sheet/:code/:item': atDesk(team),
  ...both('/cases/of/:code/:command', atDesk(team)),
  ...both('/cases/of/:code/:command/:item', atDesk(team)),
  ...both('/cases/let-in/:code', atDesk(team)),
  ...both('/cases/let-out/:code', atDesk(team)),
  ...both('/cases/erase/:code', atDesk(team)),
  'GET /cases/support/:code': atDesk(team),
  'GET /cases/book/:code': atDesk(team),
  'GET /cases/costs/:code': atDesk(team),
  ...both('/cases/costs/:code/tell', atDesk(team)),
  ...both('/cases/costs/:code/:item/take-back', atDesk(team)),
  ...both('/cases/support/:code/ask', atDesk(team)),
  ...both('/cases/support/:code/:item/take-back', atDesk(team)),
  ...both('/cases/hand-over', atDesk(team)),
  'GET /cases/research': atDesk(team),
  'GET /cases/research/columns': atDesk(team),
  ...both('/cases/research/new', atDesk(['case-supervisor'])),
  ...both('/cases/research/:item/make', atDesk(['case-supervisor'])),
  'GET /cases/research/:item/table': atDesk(['case-supervisor']),
  ...both('/cases/give/:code', atDesk(team)),
  ...both('/cases/give/:code/:item/take-back', atDesk(team)),
  'GET /cases/work': atDesk(['case-supervisor']),
  ...both('/cases/holders', atDesk(['case-supervisor'])),
  'GET /cases/spare': atDesk(holders),
  ...both('/cases/ask-opening', atDesk(holders)),
  ...both('/cases/half/:code', atDesk(holders)),
  ...both('/cases/renewal/:whose', atDesk(holders)),
}
