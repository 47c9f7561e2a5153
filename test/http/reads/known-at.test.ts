import { beforeEach, expect, test } from 'vitest'
import { viewsKnownAt } from '#src/app/known-at.ts'
import { bookOf } from '#src/app/queries.ts'
import { fundStatementNames } from '#src/exchange/statements/all.ts'
import { plainly } from '#test/support/plainly.ts'
import { type Practice, practice } from '#test/support/service.ts'
import { clientFor } from '#test/http/reads/asking.ts'

const minute = 60_000
const heldOn = '2025-11-20'
let village: Practice
let auditor: Awaited<ReturnType<typeof clientFor>>
let param: { fundId: string }
beforeEach(async () => {
  village = await practice()
  auditor = await clientFor(village, 'auditor')
  param = { fundId: village.fundId }
})

const late = async () => {
  const answer = await auditor.v1.funds[':fundId'].loans.$get({
    param,
    query: { status: 'late', limit: '1' },
  })
  return (await answer.json()).items[0]!
}

/** A repayment of November that comes into the book now, a minute after all that is in it. */
const recordLate = async (loanId: string): Promise<{ readonly before: string }> => {
  const before = village.needs.clock()
  village.pass(minute)
  const [answer] = await village.needs.record(
    village.fundId,
    [
      {
        id: village.needs.ids(),
        v: 1,
        type: 'RecordRepayment',
        effectiveOn: heldOn,
        loanId,
        amount: 50_000,
      },
    ],
    { actor: 'test', device: 'test' },
  )
  expect(answer).toMatchObject({ seq: expect.any(Number) })
  village.pass(minute)
  return { before }
}

const loanOn = async (loanId: string, query: { asOf?: string; knownAt?: string }) => {
  const path = { param: { ...param, loanId }, query }
  return (await auditor.v1.funds[':fundId'].loans[':loanId'].$get(path)).json()
}

test('a repayment that is written down late changes the past, but not what was known of it', async () => {
  const { loanId } = await late()
  const first = await loanOn(loanId, { asOf: '2025-12-01' })
  const { before } = await recordLate(loanId)
  const now = await loanOn(loanId, { asOf: '2025-12-01' })
  const then = await loanOn(loanId, { asOf: '2025-12-01', knownAt: before })
  expect(now.owed).toBeLessThan(first.owed)
  expect(now.repayments.at(-1)).toMatchObject({ on: heldOn, amount: 50_000 })
  expect(then).toEqual(first)
  const eve = await loanOn(loanId, { asOf: '2025-11-19' })
  expect(eve.owed).toBe(first.owed)
})

test('every report of what was known is the one that was given then', async () => {
  const { loanId } = await late()
  const token = await village.as('auditor')
  const paths = [
    '',
    '/members?limit=200',
    '/loans?limit=200',
    '/accounts?limit=200',
    '/accounts/asset:cash-box/postings?limit=200',
    '/reports/health?all=true',
    '/reports/findings',
    ...fundStatementNames.map((name) => `/reports/${name}`),
  ].map((path) => `/v1/funds/${village.fundId}${path}`)
  const all = (more: string) =>
    Promise.all(
      paths.map(async (path) => {
        const asked = `${path}${path.includes('?') ? '&' : '?'}asOf=2025-12-31${more}`
        // That it was asked for as it was known is all that may differ.
        const { knownAt: _, ...told } = await (await village.ask(asked, { token })).json()
        return told as unknown
      }),
    )
  const first = await all('')
  const { before } = await recordLate(loanId)
  const now = await all('')
  expect(await all(`&knownAt=${before}`)).toEqual(first)
  expect(await all(`&knownAt=${village.needs.clock()}`)).toEqual(now)
  const books = await village.ask(`${paths.at(-1)!}?knownAt=${before}`, { token })
  expect(await books.json()).toMatchObject({ knownAt: before })
  expect(now).not.toEqual(first)
})

test('the book folded anew from the journal is the book of the views', async () => {
  const { store } = village.needs
  const views = await viewsKnownAt(store, village.fundId, '2099-01-01T00:00:00.000Z')
  const [folded, kept] = [await bookOf(views, village.fundId), await bookOf(store, village.fundId)]
  const byPlace = (book: typeof kept) =>
    book!.balances.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  expect({ ...plainly(folded), balances: byPlace(folded) }).toEqual({
    ...plainly(kept),
    balances: byPlace(kept),
  })
})

test('an instant of another time zone is the same instant', async () => {
  const { loanId } = await late()
  await recordLate(loanId)
  const inPhnomPenh = await loanOn(loanId, { knownAt: '2025-12-31T09:00:00+07:00' })
  expect(inPhnomPenh).toEqual(await loanOn(loanId, { knownAt: '2025-12-31T02:00:00Z' }))
})

test('before its first entry a fund was not known', async () => {
  const token = await village.as('auditor')
  const answer = await village.ask(`/v1/funds/${village.fundId}?knownAt=2020-01-01T00:00:00Z`, {
    token,
  })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({
    errors: [{ pointer: '/knownAt', code: 'before-the-fund-was-recorded' }],
  })
})
