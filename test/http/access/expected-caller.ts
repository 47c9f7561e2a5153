import type { Expected } from '#test/http/access/expected.ts'
import { memberWays, staffWays } from '#test/http/access/people.ts'

const caller = (answers: number, instead: Expected['instead'] = {}): Expected => ({
  of: 'caller',
  may: [...memberWays, ...staffWays],
  answers,
  instead,
})

export const aboutCaller: Readonly<Record<string, Expected>> = {
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
  'GET /more': caller(200),
  'GET /me/notice': caller(200),
  'POST /me/notice': caller(303),
  'GET /me/halves': caller(200),
  'POST /me/halves': caller(303),
  'GET /me/secret': caller(200),
  // The secret of now is left out: told before any guess is taken.
  'POST /me/secret': caller(400),
  'GET /v1/sessions/current/notices': caller(200),
  'PUT /v1/sessions/current/notices/seen': caller(204),
  'GET /v1/sessions/current/halves': caller(200),
  // A card never steps up, and so draws nothing.
  'POST /v1/sessions/current/halves': caller(404, { 'household-card': 403 }),
  'PUT /v1/sessions/current/secret': caller(400),
  'POST /me/sessions/:sessionId/end': caller(303),
}
