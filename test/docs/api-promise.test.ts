import { expect, test } from 'vitest'
import { describe } from '#src/http/api/openapi.ts'
import { type LeavingRoutes, leaving, leavingHeaders, sayLeaving } from '#src/http/api/leaving.ts'
import { apiRoutes } from '#src/http/api/routes.ts'
import { newApi } from '#src/http/api.ts'
import type { Schema } from '#src/packing/api-types.ts'
import { apiDescription } from '#src/packing/client.ts'
import { type Described, descriptionOf, promisesBroken } from '#test/support/api-promise.ts'

/** Releases whose programs still run: each is held for two years after the one that follows it. */
const releases = ['0.2.0'] as const

/** Two years later, on the same day of the calendar. */
const inTwoYears = (day: string): string => `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`

test.each(releases)('a program that was written by %s still works', (version) => {
  const before = descriptionOf(version)
  expect(Object.keys(before.paths).length).toBeGreaterThan(80)
  expect(promisesBroken(before, apiDescription(), new Set(Object.keys(leaving)))).toEqual([])
})

const described = (sent: Schema, answered: Schema, more: object = {}): Described =>
  ({
    'x-problem-codes': { 'not-signed-in': 'x' },
    components: { schemas: { Loan: answered } },
    paths: {
      '/v1/loans': {
        post: {
          parameters: [{ name: 'asOf', in: 'query', schema: { type: 'string' } }],
          requestBody: { required: true, content: { 'application/json': { schema: sent } } },
          responses: {
            200: {
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Loan' } } },
            },
          },
          ...more,
        },
      },
    },
  }) as unknown as Described

const object = (properties: Record<string, Schema>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const sum: Schema = { type: 'integer' }
const sent = object({ amount: sum, kind: { type: 'string', enum: ['a', 'b'] } }, ['amount'])
const answered = object({ owed: sum, state: { type: 'string', enum: ['open'] } }, ['owed'])
const before = described(sent, answered)

test('what was added breaks no program', () => {
  const more = described(
    object({ amount: sum, kind: { type: 'string', enum: ['a', 'b', 'c'] }, note: sum }, ['amount']),
    object({ owed: sum, state: { type: 'string', enum: ['open', 'closed'] }, late: sum }, [
      'owed',
      'late',
    ]),
  )
  expect(promisesBroken(before, before)).toEqual([])
  expect(promisesBroken(before, more)).toEqual([])
})

const faults: readonly (readonly [what: string, now: Described, named: string])[] = [
  ['a route', { ...before, paths: {} }, 'POST /v1/loans is gone'],
  ['a code', { ...before, 'x-problem-codes': {} }, 'the code not-signed-in is gone'],
  [
    'a field that is answered',
    described(sent, object({ state: { type: 'string' } })),
    '.owed is gone',
  ],
  [
    'its certainty',
    described(sent, object({ owed: sum, state: { type: 'string' } })),
    '.owed may be left out now',
  ],
  [
    'its type',
    described(
      sent,
      object({ owed: { type: ['integer', 'null'] }, state: { type: 'string' } }, ['owed']),
    ),
    '.owed is of another type',
  ],
  [
    'a field that is sent',
    described(object({ amount: sum }, ['amount']), answered),
    '.kind is gone',
  ],
  [
    'a word that is sent',
    described(object({ amount: sum, kind: { type: 'string', enum: ['a'] } }, ['amount']), answered),
    '.kind no longer takes b',
  ],
  [
    'a choice',
    described(object({ ...sent.properties }, ['amount', 'kind']), answered),
    '.kind must be sent now',
  ],
  [
    'room',
    described(
      object({ ...sent.properties, amount: { ...sum, maximum: 9 } as Schema }, ['amount']),
      answered,
    ),
    '.amount is narrower in maximum',
  ],
  [
    'a word of the query',
    described(sent, answered, { parameters: [] }),
    'no longer takes query asOf',
  ],
  ['an answer', described(sent, answered, { responses: {} }), 'no longer answers 200'],
]

test.each(faults)('a program that loses %s is named', (_, now, named) => {
  const found = promisesBroken(before, now)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(named)
})

test('a command of a release that is taken no more, or by another version alone, is named', () => {
  const lists = (...commands: readonly Schema[]) => described({ oneOf: commands }, answered)
  const command = (type: string, v: number): Schema =>
    object({ type: { type: 'string', enum: [type] }, v: { type: 'number', enum: [v] } }, [
      'type',
      'v',
    ])
  const both = lists(command('Pay', 1), command('Save', 1))
  expect(
    promisesBroken(both, lists(command('Pay', 1), command('Save', 1), command('Lend', 1))),
  ).toEqual([])
  expect(promisesBroken(both, lists(command('Pay', 1)))).not.toEqual([])
  expect(promisesBroken(both, lists(command('Pay', 2), command('Save', 1)))).not.toEqual([])
})

/** Routes that go sooner than two years after it was said. */
const tooSoon = (routes: LeavingRoutes): readonly string[] =>
  Object.entries(routes)
    .filter(([, { saidOn, goesOn }]) => goesOn < inTwoYears(saidOn))
    .map(([route]) => route)

test('nothing of the API goes earlier than two years after it was said', () => {
  expect(tooSoon(leaving)).toEqual([])
  const instead = 'GET /v1/new'
  expect(
    tooSoon({
      'GET /v1/soon': { saidOn: '2027-01-31', goesOn: '2029-01-30', instead },
      'GET /v1/late': { saidOn: '2027-01-31', goesOn: '2029-01-31', instead },
    }),
  ).toEqual(['GET /v1/soon'])
})

const going: LeavingRoutes = {
  'GET /v1/funds/{fundId}': { saidOn: '2027-01-31', goesOn: '2029-01-31', instead: 'GET /v1/new' },
}

test('whoever asks what will go is told in each answer since when, until when and where to read on', async () => {
  const api = newApi()
  sayLeaving(api, going)
  api.get('/v1/funds/:fundId', (context) => context.text('x', 403))
  api.get('/v1/funds', (context) => context.text('x'))
  const answer = await api.request('/v1/funds/f1')
  expect(answer.status).toBe(403)
  expect(answer.headers.get('deprecation')).toBe('@1801353600')
  expect(answer.headers.get('sunset')).toBe('Wed, 31 Jan 2029 00:00:00 GMT')
  expect(answer.headers.get('link')).toContain('rel="deprecation"')
  expect((await api.request('/v1/funds')).headers.has('sunset')).toBe(false)
  expect(Object.keys(leavingHeaders(going['GET /v1/funds/{fundId}']!))).toHaveLength(3)
})

test('the description marks what will go, by its day and what is asked instead', () => {
  const { paths } = describe(apiRoutes(), '0.2.0', going) as unknown as Described
  expect(paths['/v1/funds/{fundId}']!['get']).toMatchObject({
    deprecated: true,
    'x-goes-on': '2029-01-31',
    'x-instead': 'GET /v1/new',
  })
  expect(paths['/v1/funds']!['get']).not.toHaveProperty('deprecated')
})
