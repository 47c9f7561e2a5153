import type { Expected } from '#test/http/access/expected.ts'
import { type Way, memberWays, staffWays } from '#test/http/access/people.ts'

const team: readonly Way[] = ['migration-worker', 'case-supervisor']
const reviewer: readonly Way[] = ['watchdog-reviewer']
const reads: readonly Way[] = [...team, ...reviewer]
const administrator: readonly Way[] = ['administrator']

const anybody = (answers: number): Expected => ({
  of: 'anybody',
  may: [...memberWays, ...staffWays],
  answers,
})
const own = (may: readonly Way[], answers = 200): Expected => ({ of: 'own-network', may, answers })
const form = (
  path: string,
  may: readonly Way[],
  [get, post]: readonly [number, number] = [200, 400],
): Readonly<Record<string, Expected>> => ({
  [`GET ${path}`]: own(may, get),
  [`POST ${path}`]: own(may, post),
})

/** Who may read reports, rule on them and review. The desk of everybody of the matrix is shut: they are sent to open it. */
export const ofWatch: Readonly<Record<string, Expected>> = {
  // Of a service with several networks nobody is told to which it would go.
  'GET /report': anybody(404),
  'POST /report': anybody(404),
  'POST /report/read': anybody(404),
  'POST /report/take-back': anybody(404),
  'GET /report/keep': anybody(200),
  'GET /complaint': anybody(200),
  'GET /reported': anybody(200),
  'GET /v1/reported-agencies': anybody(200),
  'GET /v1/reported-duties': anybody(200),
  'GET /reports': own(team, 303),
  ...form('/reports/new', team, [303, 303]),
  'GET /reports/slips': own(team, 303),
  'GET /reports/of/:code': own(team, 303),
  'POST /reports/of/:code/reporter': own(team, 303),
  'POST /reports/of/:code/grounds': own(team, 303),
  'POST /reports/of/:code/evidence/:digest': own(team, 303),
  ...form('/reports/of/:code/answer', team, [303, 303]),
  ...form('/reports/of/:code/aside', team, [303, 303]),
  ...form('/reports/of/:code/erase', team, [303, 303]),
  ...form('/reports/of/:code/check', team, [303, 303]),
  'GET /watch': own(reads),
  'GET /watch/of/:partyId': own(reads),
  // A ruling is no petition.
  'GET /watch/petition/:decisionId': own(reads, 404),
  'GET /watch/petition/:decisionId/file': own(reads, 404),
  'GET /watch/petition/:decisionId/data': own(reads, 404),
  // With nothing filled in.
  ...form('/watch/rule/:reportId', team),
  // What stands behind a ruling is read with the own key.
  ...form('/watch/confirm/:decisionId', team, [303, 303]),
  ...form('/watch/step/:partyId', team),
  ...form('/watch/letter/:partyId', team),
  // Two have seen it go.
  ...form('/watch/letter/:letterId/check', team, [404, 404]),
  ...form('/watch/answer/:letterId', team),
  ...form('/watch/answer/:letterId/check', team),
  // Words are written down of an agency that has answered.
  ...form('/watch/reply/:letterId', team, [404, 404]),
  ...form('/watch/reply/:letterId/check', team, [404, 404]),
  ...form('/watch/rules', administrator),
  ...form('/watch/publication', reviewer),
}
