import { describe, expect, test } from 'vitest'
import type { Member } from '#domain/fund/people/members.ts'
import { issueCard } from '#src/app/identity/cards.ts'
import { makeKey } from '#src/app/identity/one-time-keys.ts'
import { addUser, setSecret } from '#src/app/identity/users.ts'
import { type Desk, bodyOf, codeOf, desk, loginOf, secretOf } from '#test/http/identity/desk.ts'
import { goodSecret } from '#test/support/entrance.ts'

type Answers = { answers: { outcome: string; code?: string }[] }

const send = async (its: Desk, path: string, token: string, command: object) => {
  const envelope = { id: its.needs.ids(), v: 1, effectiveOn: '2025-12-31' }
  const answer = await its.ask(`${path}/commands`, {
    token,
    json: { commands: [{ ...envelope, ...command }] },
  })
  return (await bodyOf<Answers>(answer)).answers[0]
}

const plainMember = async ({ needs, fundId }: Desk): Promise<string> => {
  const members = (await needs.store.subjects(fundId))
    .filter(({ kind }) => kind === 'member')
    .map(({ data }) => JSON.parse(data) as Member)
  return members.find(({ offices }) => offices.length === 0)!.memberId
}

describe('a right that ends while somebody is signed in', () => {
  test('an auditor whose fund votes the NGO out reads nothing at the next request', async () => {
    const its = await desk()
    const auditor = await its.signedIn('auditor')
    const chair = await its.signedIn('chair')
    const paths = [`/v1/funds/${its.fundId}/loans`, `/funds/${its.fundId}/health`]
    for (const one of paths) expect((await its.ask(one, { token: auditor })).status).toBe(200)
    const active = (await its.needs.store.subjects(its.fundId)).filter(
      ({ kind, data }) => kind === 'member' && !(JSON.parse(data) as Member).isFormer,
    ).length
    const votes = { present: active, yes: active - 1, no: 1 }
    const dismissal = { type: 'DismissAuditors', networkId: its.networkId, votes }
    const path = `/v1/funds/${its.fundId}`
    expect(await send(its, path, chair, dismissal)).toMatchObject({ code: 'approval-needed' })
    const userId = await its.userIdOf('record-keeper')
    const [keeper] = await its.needs.store.memberships(its.networkId, userId)
    const ended = await send(its, path, chair, {
      ...dismissal,
      confirmedBy: keeper!.memberId,
      approvals: [{ login: loginOf('record-keeper'), secret: secretOf('record-keeper') }],
    })
    expect(ended).toMatchObject({ outcome: 'flagged' })
    for (const one of paths) expect((await its.ask(one, { token: auditor })).status).toBe(404)
  })

  test('an auditor whom the NGO takes off the fund reads nothing at the next request', async () => {
    const its = await desk()
    const [auditor, admin] = [await its.signedIn('auditor'), await its.signedIn('administrator')]
    const path = `/v1/funds/${its.fundId}/loans`
    expect((await its.ask(path, { token: auditor })).status).toBe(200)
    const ended = await send(its, `/v1/networks/${its.networkId}`, admin, {
      type: 'EndAssignment',
      userId: await its.userIdOf('auditor'),
      fundId: its.fundId,
      ...(await its.besideOfStaff()),
    })
    expect(ended?.outcome).toBe('recorded')
    expect((await its.ask(path, { token: auditor })).status).toBe(404)
  })

  test('an officer whose phone was lost is out at the next request, and nobody comes in by it', async () => {
    const its = await desk()
    const keeper = await its.signedIn('record-keeper')
    const admin = await its.as('administrator')
    const path = `/v1/networks/${its.networkId}/devices/${its.deviceId}`
    expect((await its.ask(path, { token: admin, method: 'DELETE' })).status).toBe(204)
    for (const one of ['/v1/sessions', `/v1/funds/${its.fundId}/loans`, '/me'])
      expect((await its.ask(one, { token: keeper })).status).toBe(401)
    const again = await its.come(loginOf('record-keeper'), secretOf('record-keeper'))
    expect(await codeOf(again)).toBe('401 device-not-enrolled')
  })
})

describe('one person alone', () => {
  test('issues no card with any login or secret of the own, nor with none', async () => {
    const its = await desk()
    const { needs, networkId, fundId } = its
    const token = await its.signedIn('record-keeper')
    const [own] = await needs.store.memberships(networkId, await its.userIdOf('record-keeper'))
    const second = await addUser(needs, { networkId, login: 'my second self' })
    if ('code' in second) throw new Error(second.code)
    const { userId } = second
    await needs.store.keepMembership({ networkId, fundId, userId, memberId: own!.memberId })
    await setSecret(needs, second, goodSecret)
    const memberId = await plainMember(its)
    const secret = secretOf('record-keeper')
    const approvers = [
      { login: 'my second self', secret: goodSecret },
      { login: loginOf('record-keeper'), secret },
      { login: loginOf('chair'), secret },
      { login: loginOf('chair'), secret: '' },
      {},
      undefined,
      null,
      [],
    ]
    for (const approver of approvers) {
      const answer = await its.ask(`/v1/funds/${fundId}/cards`, {
        token,
        json: { memberId, approver },
      })
      expect([400, 403]).toContain(answer.status)
      const { login = '', secret: said = '' } = (approver ?? {}) as Record<string, string>
      const form = new URLSearchParams({ memberId, login, secret: said }).toString()
      const page = await its.ask(`/funds/${fundId}/cards`, {
        token,
        body: form,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect(page.status).toBe(403)
    }
    const cards = await needs.store.cards(fundId)
    expect(cards.filter((card) => card.memberId === memberId)).toEqual([])
  })
})

describe('two officers together', () => {
  test('do not come by the login of the NGO’s staff, be it a member of their fund too', async () => {
    const its = await desk()
    const { needs, networkId, fundId } = its
    const token = await its.signedIn('record-keeper')
    const userId = await its.userIdOf('administrator')
    const memberId = await plainMember(its)
    await needs.store.keepMembership({ networkId, userId, fundId, memberId })
    const approver = { login: loginOf('chair'), secret: secretOf('chair') }
    const path = `/v1/funds/${fundId}/logins/${userId}/reset`
    expect(await codeOf(await its.ask(path, { token, json: { approver } }))).toBe(
      '409 login-of-staff',
    )
    expect((await its.come(loginOf('administrator'), secretOf('administrator'))).status).toBe(201)
  })
})

describe('somebody with one task', () => {
  test('brings in no book without being the administrator', async () => {
    const its = await desk()
    for (const door of ['record-keeper', 'chair', 'auditor', 'household'] as const) {
      const form = new FormData()
      form.append('fund.json', new Blob(['{}']), 'fund.json')
      const answer = await its.ask('/v1/imports/paper-book', {
        token: await its.as(door),
        body: form,
      })
      expect([403, 404]).toContain(answer.status)
    }
  })

  test('an administrator sees no fund, whatever is asked by whatever name', async () => {
    const its = await desk()
    const admin = await its.signedIn('administrator')
    for (const path of ['', '/loans', '/members', '/journal', '/log', '/cards', '/reports/health'])
      expect((await its.ask(`/v1/funds/${its.fundId}${path}`, { token: admin })).status).toBe(404)
    for (const path of ['desk', 'health', 'log', 'cards', 'me'])
      expect((await its.ask(`/funds/${its.fundId}/${path}`, { token: admin })).status).toBe(404)
  })
})

describe('things that can be had once', () => {
  test('of two cards that are made for one member at once, one is good', async () => {
    const its = await desk()
    const { needs, fundId } = its
    const memberId = await plainMember(its)
    const made = await Promise.all(
      Array.from({ length: 5 }, () => issueCard(needs, { fundId, memberId })),
    )
    const good = (await needs.store.cards(fundId)).filter(
      (card) => card.memberId === memberId && card.revokedAt === undefined,
    )
    expect(good).toHaveLength(1)
    const entered = await Promise.all(
      made.map(({ token, pin }) => its.ask('/v1/sessions', { json: { card: token, pin } })),
    )
    expect(entered.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  test('of one key that is used by page and by API at once, one gets the device', async () => {
    const its = await desk()
    const { needs, networkId } = its
    const before = (await needs.store.devices(networkId)).length
    const key = await makeKey(needs, { networkId, purpose: 'enrol-device', madeBy: 'test' })
    const body = new URLSearchParams({ key, label: 'a phone' }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2 === 0
          ? its.ask('/v1/devices', { json: { key, label: 'a phone' } })
          : its.ask('/enrol', { body, headers }),
      ),
    )
    expect((await needs.store.devices(networkId)).length).toBe(before + 1)
  })
})

describe('what somebody types', () => {
  test.each(['two\nlines', 'a\rb', 'a\tb', 'a\u2028b', 'a\u0085b', 'a\u000bb'])(
    '%j is no login, so that a list of logins has one line each',
    async (login) => {
      const its = await desk()
      const token = await its.signedIn('administrator')
      const answer = await its.ask(`/v1/networks/${its.networkId}/users`, {
        token,
        json: { login },
      })
      expect(answer.status).toBe(400)
    },
  )

  test('puts no line and no word of its own into the log of requests or of acts', async () => {
    const its = await desk()
    const word = 'zqxzqx'
    const odd = `${word}\n{"level":50,"route":"${word}"}`
    const token = await its.signedIn('administrator')
    const part = encodeURIComponent(odd)
    const json = { login: odd, secret: odd, deviceToken: odd, key: odd, label: odd }
    await its.ask(`/v1/networks/${its.networkId}/users/${part}/reset`, { token, json })
    await its.ask(`/v1/networks/${its.networkId}/devices/${part}`, { token, method: 'DELETE' })
    await its.ask(`/v1/funds/${its.fundId}/members/${part}`, { token: await its.as('auditor') })
    await its.ask(`/v1/funds/${its.fundId}/loans/${part}?asOf=${part}`, {
      token: await its.as('household'),
    })
    for (const path of ['/v1/sessions', '/v1/devices', '/v1/secrets', `/${part}`, `/doors/${part}`])
      await its.ask(path, { json, headers: { 'user-agent': word, referer: `http://${word}/` } })
    await its.come(odd, odd)
    await its.ask('/v1/x', { method: 'PROPFIND', headers: { authorization: `Bearer ${word}` } })
    expect(its.lines.length).toBeGreaterThan(9)
    expect(JSON.stringify(its.lines)).not.toContain(word)
    for (const scope of [its.networkId, its.fundId]) {
      const acts = await its.needs.store.activities(scope, { limit: 500 })
      expect(JSON.stringify(acts)).not.toContain(word)
    }
  })
})

test('the language that somebody chose is kept as no script and no other host can read or set it', async () => {
  const its = await desk()
  const kept = (await its.ask('/?lang=km')).headers.get('set-cookie')
  expect(kept).toMatch(/^__Host-lang=km; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const page = await its.ask('/sign-in', { headers: { cookie: '__Host-lang=km' } })
  expect(await page.text()).toContain('lang="km"')
})

describe('where an answer leads', () => {
  const elsewhere = [
    'http://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%2fevil.example',
    'javascript:alert(1)',
    '/funds/x/desk',
    '/me',
    '/funds/0197a000-0000-7000-8000-000000000000/desk\r\nset-cookie: a=b',
    '/funds/0197a000-0000-7000-8000-000000000000/desk?to=//evil.example',
    ' /funds/0197a000-0000-7000-8000-000000000000/desk',
  ]
  test.each(elsewhere)('a step-up does not lead to %j', async (to) => {
    const its = await desk()
    const token = await its.signedIn('chair')
    const body = new URLSearchParams({ to, secret: secretOf('chair') }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await its.ask('/step-up', { token, body, headers })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    const page = await its.ask(`/step-up?to=${encodeURIComponent(to)}`, { token })
    expect(await page.text()).not.toContain('evil.example')
  })

  test.each(['km\r\nset-cookie: a=b', '../en', 'xx', '', 'en;domain=evil.example'])(
    'a language %j sets no cookie and no header',
    async (lang) => {
      const its = await desk()
      const answer = await its.ask(`/?lang=${encodeURIComponent(lang)}`)
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(await answer.text()).not.toContain('evil.example')
    },
  )
})

describe('pages about persons', () => {
  test('are kept by no cache, and the way out empties the browser', async () => {
    const its = await desk()
    const doors = ['household', 'record-keeper', 'auditor', 'chair'] as const
    for (const door of doors) {
      const token = await its.as(door)
      const pages = 'me me/looked desk health log cards record/repayment'
      for (const path of pages.split(' ')) {
        const answer = await its.ask(`/funds/${its.fundId}/${path}`, { token })
        expect(answer.headers.get('cache-control')).toBe('no-store')
        expect(answer.headers.get('referrer-policy')).toBe('same-origin')
      }
      const gone = await its.ask('/quick-exit', { token, method: 'POST' })
      expect(gone.headers.get('clear-site-data')).toContain('"cache"')
      expect((await its.ask('/me', { token })).status).toBe(401)
    }
  })
})
