import { beforeAll, expect, test } from 'vitest'
import { standingsOn } from '#domain/health/book.ts'
import { bookOf } from '#src/app/queries.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { type Practice, practice } from '#test/support/service.ts'

const nowhere = '0190c2f0-7a10-7000-8000-000000000001'
let village: Practice
let own: { memberId: string; loanId: string }
let other: { memberId: string; loanId: string }

beforeAll(async () => {
  village = await practice()
  const { store } = village.needs
  const book = (await bookOf(store, village.fundId))!
  const { memberId } = (await store.cards(village.fundId))[0]!
  const loans = standingsOn(book, '2025-12-31').map(({ loan }) => loan)
  own = loans.find((loan) => loan.memberId === memberId)!
  other = loans.find((loan) => loan.memberId !== memberId)!
})

const read = async (path: string, door: Door) =>
  village.ask(`/v1${path}`, { token: await village.as(door) })

/** All of an answer that somebody could tell two of them apart by, but what differs on every request. */
const seen = async (answer: Response) => {
  const changing = ['x-request-id', 'ratelimit-remaining', 'ratelimit-reset']
  const headers = [...answer.headers].filter(([name]) => !changing.includes(name))
  return { status: answer.status, headers, body: await answer.text() }
}

const ofFund = (path: string, fundId = village.fundId) => `/funds/${fundId}${path}`

test('a household reads its own row, statement and loan', async () => {
  for (const path of [
    `/members/${own.memberId}`,
    `/members/${own.memberId}/statement`,
    `/loans/${own.loanId}`,
  ])
    expect((await read(ofFund(path), 'household')).status).toBe(200)
})

test.each([
  ['member', () => [`/members/${other.memberId}`, `/members/${nowhere}`, '/members/x']],
  ['statement', () => [`/members/${other.memberId}/statement`, `/members/${nowhere}/statement`]],
  ['loan', () => [`/loans/${other.loanId}`, `/loans/${nowhere}`, '/loans/x']],
] as const)('to a household the %s of another looks like none', async (_, paths) => {
  const [first, ...rest] = await Promise.all(
    paths().map(async (path) => seen(await read(ofFund(path), 'household'))),
  )
  expect(first!.status).toBe(404)
  for (const answer of rest) expect(answer).toEqual(first)
})

test.each(['', '/members', '/loans', '/requests', '/queue', '/accounts', '/reports/health'])(
  'to whoever is nobody there, a fund looks like none: %s',
  async (path) => {
    const [others, none, unsound] = await Promise.all([
      read(ofFund(path), 'administrator').then(seen),
      read(ofFund(path, nowhere), 'administrator').then(seen),
      read(ofFund(path, 'x'), 'administrator').then(seen),
    ])
    expect(none.status).toBe(404)
    expect(others).toEqual(none)
    expect(unsound).toEqual(none)
  },
)

test('a household learns when the fund meets, and no figure of others', async () => {
  const answer = await read(ofFund(''), 'household')
  expect(Object.keys((await answer.json()) as object).toSorted()).toEqual(
    ['fundId', 'name', 'currency', 'meetingDay', 'nextMeeting', 'roles', 'asOf'].toSorted(),
  )
})

test.each(['/members', '/loans', '/requests', '/queue', '/accounts', '/reports/health'])(
  'a household does not read the lists of the fund: %s',
  async (path) => {
    expect((await read(ofFund(path), 'household')).status).toBe(403)
  },
)

test('everybody sees the funds in which they are somebody, with what they are to each', async () => {
  const funds = async (door: Door) =>
    ((await (await read('/funds', door)).json()) as { items: unknown[] }).items
  expect(await funds('auditor')).toEqual([
    { fundId: village.fundId, name: expect.any(String), roles: ['auditor'] },
  ])
  expect(await funds('household')).toMatchObject([{ roles: ['household-member'] }])
  expect(await funds('record-keeper')).toMatchObject([
    { roles: expect.arrayContaining(['household-member', 'record-keeper']) },
  ])
  expect(await funds('administrator')).toEqual([])
})

test('an administrator sees the network’s funds and the terms of its staff; other staff may not, others find none', async () => {
  const answer = await read(`/networks/${village.networkId}`, 'administrator')
  const worker = await read(`/networks/${village.networkId}`, 'migration-worker')
  expect(worker.status).toBe(403)
  expect(await answer.json()).toMatchObject({
    networkId: village.networkId,
    funds: [{ fundId: village.fundId, villageCode: '99999901' }],
    staff: expect.arrayContaining([
      expect.objectContaining({
        appointments: [{ role: 'auditor', from: '2025-12-31', until: '2026-12-31' }],
        assignments: [{ fundId: village.fundId, from: '2025-12-31', until: '2026-12-31' }],
      }),
    ]),
  })
  const [others, none] = await Promise.all([
    read(`/networks/${village.networkId}`, 'household').then(seen),
    read(`/networks/${nowhere}`, 'household').then(seen),
  ])
  expect(none.status).toBe(404)
  expect(others).toEqual(none)
})
