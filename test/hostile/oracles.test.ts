import { beforeAll, describe, expect, test } from 'vitest'
import { app } from '#src/http/app.ts'
import { type Desk, bodyOf, desk, answerSeen } from '#test/http/identity/desk.ts'
import { costOf } from '#test/support/own-time.ts'
import { ourHost } from '#test/support/service.ts'

let its: Desk
let keeper = ''
let household = ''
let loans: { loanId: string; memberId: string }[] = []
let ownMemberId = ''
beforeAll(async () => {
  its = await desk()
  keeper = await its.as('record-keeper')
  household = await its.as('household')
  const path = `/v1/funds/${its.fundId}/loans?limit=200`
  loans = (await bodyOf<{ items: typeof loans }>(await its.ask(path, { token: keeper }))).items
  ownMemberId = (await its.needs.store.cards(its.fundId))[0]!.memberId
})

const strangeLoan = () => loans.find(({ memberId }) => memberId !== ownMemberId)!.loanId
const ownLoan = () => loans.find(({ memberId }) => memberId === ownMemberId)!.loanId
const none = '0197a000-0000-7000-8000-000000000000'

describe('an entity tag', () => {
  const readWith = (path: string, tag: string, token?: string) =>
    its.ask(path, { token, headers: { 'if-none-match': tag } })

  test('of what one person has read tells another person nothing', async () => {
    const path = `/v1/funds/${its.fundId}/loans/${strangeLoan()}`
    const tag = (await its.ask(path, { token: keeper })).headers.get('etag')!
    expect(tag).toMatch(/^(W\/)?"/)
    expect((await readWith(path, tag, keeper)).status).toBe(304)
    expect((await readWith(path, tag, household)).status).toBe(404)
    expect((await readWith(path, tag)).status).toBe(401)
    expect((await readWith(path, '*', household)).status).toBe(404)
  })

  test('never turns a refusal, a fault or a writing into "not modified"', async () => {
    const paths = [
      ['/v1/funds', undefined],
      [`/v1/funds/${its.fundId}/loans/${none}`, household],
      [`/v1/funds/${its.fundId}/loans`, household],
      [`/v1/funds/${its.fundId}/loans?limit=0`, keeper],
    ] as const
    for (const [path, token] of paths) {
      const first = await its.ask(path, { token })
      const tag = first.headers.get('etag') ?? '"none"'
      expect((await readWith(path, tag, token)).status).toBe(first.status)
    }
    const send = (headers: Record<string, string>) =>
      its.ask('/v1/sessions', { json: { login: 'x' }, headers })
    const tag = (await send({})).headers.get('etag') ?? '"none"'
    expect((await send({ 'if-none-match': tag })).status).toBe(400)
  })

  test('is not given for anything that a cache between us could keep', async () => {
    const answer = await its.ask('/v1/funds', { token: keeper })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const again = await readWith('/v1/funds', answer.headers.get('etag')!, keeper)
    expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'no-store'])
  })
})

describe('none, and not yours', () => {
  /** How often each question was put to the store while a request was answered. */
  const questionsOf = async (path: string, token: string) => {
    const asked: string[] = []
    const watched = new Proxy(its.needs.store, {
      get: (store, name: string) => {
        const value = (store as unknown as Record<string, unknown>)[name]
        if (typeof value !== 'function') return value
        return (...values: unknown[]) => {
          asked.push(name)
          return (value as (...them: unknown[]) => unknown).apply(store, values)
        }
      },
    })
    const service = app({ ...its.needs, store: watched })
    const headers = { host: ourHost, authorization: `Bearer ${token}` }
    const answer = await service.request(path, { headers })
    return { asked: asked.toSorted(), status: answer.status, text: await answer.text() }
  }

  test.each([
    ['a loan', (id: string) => `/v1/funds/${its.fundId}/loans/${id}`, strangeLoan],
    ['a loan’s page', (id: string) => `/funds/${its.fundId}/loans/${id}`, strangeLoan],
    [
      'a member',
      (id: string) => `/v1/funds/${its.fundId}/members/${id}`,
      () => loans.find(({ memberId }) => memberId !== ownMemberId)!.memberId,
    ],
    [
      'a statement',
      (id: string) => `/v1/funds/${its.fundId}/members/${id}/statement`,
      () => loans.find(({ memberId }) => memberId !== ownMemberId)!.memberId,
    ],
  ])('cost a household the same questions to the store: %s', async (_, path, strange) => {
    const [mine, hers] = [
      await questionsOf(path(none), household),
      await questionsOf(path(strange()), household),
    ]
    expect(mine.status).toBe(404)
    expect(hers).toEqual(mine)
  })

  test('the same path answers the household that it belongs to', async () => {
    const path = `/v1/funds/${its.fundId}/loans/${ownLoan()}`
    expect((await questionsOf(path, household)).status).toBe(200)
  })

  test('a fund that is another’s and one that is none cost the same questions', async () => {
    const auditor = await its.as('migration-worker')
    for (const path of ['', '/loans', '/log', '/journal']) {
      const there = await questionsOf(`/v1/funds/${its.fundId}${path}`, auditor)
      expect(there.status).toBe(404)
      expect(there).toEqual(await questionsOf(`/v1/funds/${none}${path}`, auditor))
    }
  })
})

describe('a cursor', () => {
  const encode = (text: string) => Buffer.from(text).toString('base64url')
  test.each([
    ['another list’s', encode('members M01')],
    ['no text at all', encode('\ufffd\u0000')],
    ['bytes that are no text', Buffer.from([0xff, 0xfe]).toString('base64url')],
    ['very long', 'A'.repeat(5000)],
    ['not of its alphabet', 'a+b/c='],
    ['empty', ''],
  ])('that is %s is refused and not repeated', async (_, cursor) => {
    const path = `/v1/funds/${its.fundId}/loans?cursor=${encodeURIComponent(cursor)}`
    const answer = await answerSeen(await its.ask(path, { token: keeper }))
    expect(answer.body).toMatchObject({ errors: [{ code: 'cursor-unreadable' }] })
  })

  test('that was made by hand shows no row that the list would not', async () => {
    for (const key of ['', '\u0000', 'L', '\uffff', none]) {
      const path = `/v1/funds/${its.fundId}/loans?limit=200&cursor=${encode(`loans ${key}`)}`
      const { items } = await bodyOf<{ items: { loanId: string }[] }>(
        await its.ask(path, { token: keeper }),
      )
      const known = loans.map(({ loanId }) => loanId)
      expect(items.filter(({ loanId }) => !known.includes(loanId))).toEqual([])
      expect((await its.ask(path, { token: household })).status).toBe(403)
    }
  })

  test('of somebody else’s session or log shows nothing of it', async () => {
    const { items } = await bodyOf<{ items: { sessionId: string }[] }>(
      await its.ask('/v1/sessions', { token: keeper }),
    )
    const other = await its.ask(`/v1/sessions?cursor=${items[0]!.sessionId}`, { token: household })
    const nobody = await its.ask(`/v1/sessions?cursor=${none}`, { token: household })
    expect(await answerSeen(other)).toEqual(await answerSeen(nobody))
  })
})

describe('who has a login', () => {
  test('is told neither by the answer nor by the work nor by the pause', async () => {
    const own = await desk()
    const guess = async (login: string) => {
      const [looks, seals] = [own.secrets.looks(), own.secrets.seals()]
      const told = await answerSeen(await own.come(login, 'not the secret at all'))
      return { told, work: own.secrets.looks() - looks + own.secrets.seals() - seals }
    }
    for (let i = 0; i < 7; i += 1) {
      const known = await guess('practice chair')
      expect(known).toEqual(await guess('practice nobody'))
      expect(known.work).toBe(i < 5 ? 1 : 0)
    }
  })
})

describe('what is asked of the past and of the future', () => {
  test.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '9999-12-31T23:59:59-23:59'])(
    '%s is answered with little work, whatever was known then',
    async (knownAt) => {
      const path = `/v1/funds/${its.fundId}/loans?knownAt=${encodeURIComponent(knownAt)}`
      const { done, ms } = await costOf(() => its.ask(path, { token: keeper }))
      expect(done.status).toBe(knownAt.startsWith('0000') ? 400 : 200)
      expect(ms).toBeLessThan(5000)
    },
  )

  test.each(['0001-01-01', '9999-12-31', '2036-01-01'])(
    '%s is a day too far, and no work',
    async (asOf) => {
      for (const path of ['loans', 'members', 'reports/health', 'accounts']) {
        const whole = `/v1/funds/${its.fundId}/${path}?asOf=${asOf}`
        const { done, ms } = await costOf(() => its.ask(whole, { token: keeper }))
        expect(done.status).toBe(400)
        expect(ms).toBeLessThan(2000)
      }
    },
  )
})
