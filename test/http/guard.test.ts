import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import type { Action } from '#domain/access/table.ts'
import type { HttpEnv } from '#src/http/env.ts'
import { inFund, inNetwork, noteLooks, signedIn } from '#src/http/guard.ts'
import { callerOf } from '#src/http/sessions.ts'
import { type Desk, desk } from '#test/http/identity/desk.ts'
import type { Door } from '#src/app/practice/practice-people.ts'

let its: Desk
let card: { readonly memberId: string }
beforeAll(async () => {
  its = await desk()
  card = (await its.needs.store.cards(its.fundId))[0]!
})

type Path = { readonly path?: string; readonly method?: string; readonly token?: string }

/** What a guard answers to somebody, and what the guarded route gets to know. */
const asked = async (
  door: Door | undefined,
  guard: ReturnType<typeof inFund>,
  { path = `/funds/${its.fundId}`, method = 'GET', token }: Path = {},
): Promise<string> => {
  const own = token ?? (door === undefined ? undefined : await its.as(door))
  const caller = await callerOf(its.needs, own)
  const app = new Hono<HttpEnv>()
  app.use(async (context, next) => {
    context.set('needs', its.needs)
    context.set('caller', caller)
    await next()
    // As the service does before an answer leaves.
    await noteLooks(context)
  })
  for (const route of [
    '/funds/:fundId/exports/:ledger',
    '/funds/:fundId/members/:memberId',
    '/funds/:fundId/loans/:loanId',
    '/funds/:fundId/entries/:entryId',
    '/funds/:fundId',
    '/networks/:networkId',
    '/own',
  ])
    app.on(['GET', 'HEAD', 'POST'], route, guard, (context) =>
      context.text(context.get('fund')?.scope ?? 'let in'),
    )
  const answer = await app.request(path, { method })
  if (answer.status === 200) return `200 ${await answer.text()}`.trim()
  return `${answer.status} ${((await answer.json()) as { code: string }).code}`
}

const lastLine = async (scope = its.fundId) => {
  const [line] = await its.needs.store.activities(scope, { limit: 1 })
  return `${line!.action} ${line!.subject} ${line!.outcome}`.replace(/ +/g, ' ')
}
const linesIn = async (scope: string): Promise<number> =>
  (await its.needs.store.activities(scope, { limit: 10_000 })).length

test.each<[Action, string]>([
  ['read-own-private-savings', 'read-member'],
  ['read-own-support', 'read-member'],
  ['keep-own-page', 'read-member'],
  ['read-member', 'read-member'],
  ['confirm-own', 'confirm-own'],
])(
  'a household who may %s stands in the log with %s, for her own eyes alone',
  async (action, told) => {
    expect(await asked('household', inFund(action))).toBe('200 own')
    expect(await lastLine()).toBe(`${told} own:${card.memberId} read`)
  },
)

test('what is refused stands in the log too, and what nobody finds stands nowhere', async () => {
  expect(await asked('household', inFund('read-log'))).toBe('403 not-allowed')
  expect(await lastLine()).toBe('read-log refused')
  const before = await linesIn(its.fundId)
  expect(await asked('administrator', inFund('read-log'))).toBe('404 not-found')
  expect(await asked('chair', inFund('read-log'), { path: '/funds/x' })).toBe('404 not-found')
  expect(await asked(undefined, inFund('read-log'))).toBe('401 not-signed-in')
  expect(await asked(undefined, inFund('read-log'), { path: '/funds/x' })).toBe('401 not-signed-in')
  expect(await linesIn(its.fundId)).toBe(before)
})

test('the log says which member, loan or entry was asked for, and nothing that was typed in its place', async () => {
  const id = '0190c2f0-7a10-7000-8000-000000000001'
  const subjectOf = async (path: string, action: Action = 'read-member') => {
    expect(await asked('chair', inFund(action), { path: `/funds/${its.fundId}/${path}` })).toBe(
      '200 all',
    )
    return (await lastLine()).split(' ')[1]
  }
  expect(await subjectOf(`members/${id}`)).toBe(`member:${id}`)
  expect(await subjectOf('members/Sok')).toBe('member:?')
  expect(await subjectOf(`loans/${id}`)).toBe(`loan:${id}`)
  expect(await subjectOf(`entries/${id}`)).toBe(`entry:${id}`)
  expect(await subjectOf('exports/xlsx', 'read-journal')).toBe('export:xlsx')
  expect(await subjectOf('exports/Sok', 'read-journal')).toBe('export:?')
})

test('five minutes after the secret was given a dangerous act asks for it again, and looking never does', async () => {
  const token = await its.as('chair')
  const act = (method: string, action: Action = 'manage-cards') =>
    asked('chair', inFund(action), { method, token })
  its.pass(5 * 60_000 - 1)
  expect(await act('POST')).toBe('200 all')
  expect(await lastLine()).toBe('manage-cards done')
  its.pass(1)
  expect(await act('POST')).toBe('403 step-up-needed')
  expect(await lastLine()).toBe('manage-cards refused')
  expect(await act('GET')).toBe('200 all')
  expect(await lastLine()).toBe('manage-cards read')
  expect(await act('HEAD')).toBe('200')
  expect(await act('POST', 'read-member')).toBe('200 all')
})

test('a network is found by its staff alone, and every look of theirs stands in its log', async () => {
  const path = `/networks/${its.networkId}`
  const before = await linesIn(its.networkId)
  expect(await asked('administrator', inNetwork('manage-users'), { path })).toBe('200 let in')
  expect(await lastLine(its.networkId)).toBe('manage-users read')
  expect(await asked('auditor', inNetwork('manage-users'), { path })).toBe('403 not-allowed')
  expect(await lastLine(its.networkId)).toBe('manage-users refused')
  expect(await linesIn(its.networkId)).toBe(before + 2)
  expect(await asked('chair', inNetwork('manage-users'), { path })).toBe('404 not-found')
  expect(await asked(undefined, inNetwork('manage-users'), { path })).toBe('401 not-signed-in')
  expect(await linesIn(its.networkId)).toBe(before + 2)
})

test('what is about the caller alone is for whoever is signed in', async () => {
  expect(await asked('household', signedIn, { path: '/own' })).toBe('200 let in')
  expect(await asked(undefined, signedIn, { path: '/own' })).toBe('401 not-signed-in')
})
