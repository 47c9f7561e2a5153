import { describe, expect, test } from 'vitest'
import { addUser, setDisabled, setSecret } from '#src/app/identity/users.ts'
import { bodyOf, codeOf, desk, loginOf, secretOf, answerSeen } from '#test/http/identity/desk.ts'
import { halfFor } from '#test/support/halves.ts'
import { goodSecret } from '#test/support/entrance.ts'

const chair = { login: loginOf('chair'), secret: secretOf('chair') }

const fundDesk = async () => {
  const its = await desk()
  const { needs, fundId, networkId } = its
  const members = (await needs.store.subjects(fundId)).filter(({ kind }) => kind === 'member')
  const plain = members
    .map(
      ({ data }) => JSON.parse(data) as { memberId: string; offices: unknown[]; isFormer: boolean },
    )
    .filter(({ offices, isFormer }) => offices.length === 0 && !isFormer)
    .map(({ memberId }) => memberId)
  const cards = `/v1/funds/${fundId}/cards`
  const token = await its.signedIn('record-keeper')
  return {
    ...its,
    plain,
    cards,
    token,
    issue: (json: object, by = token) => its.ask(cards, { token: by, json }),
    userWith: async (login: string, memberId?: string) => {
      const user = await addUser(needs, { networkId, login })
      if ('code' in user) throw new Error(user.code)
      const { userId } = user
      if (memberId !== undefined)
        await needs.store.keepMembership({ networkId, userId, fundId, memberId })
      await setSecret(needs, user, goodSecret)
      return { userId, approver: { login, secret: goodSecret } }
    },
  }
}

type Issued = { cardId: string; card: string; pin: null }

describe('two officers on one device', () => {
  test('they issue a card that opens one member’s lines, and the older card stops at once', async () => {
    const its = await fundDesk()
    const memberId = its.plain[0]!
    const first = await its.issue({ memberId, approver: chair })
    expect(first.status).toBe(201)
    const { card, cardId, pin: none } = await bodyOf<Issued>(first)
    expect(none).toBeNull()
    const pin = await halfFor(its, cardId)
    expect(pin).toMatch(/^\d{6}$/)
    const come = (json: object) => its.ask('/v1/sessions', { json })
    const { token } = await bodyOf<{ token: string }>(await come({ card, pin }))
    const second = await bodyOf<Issued>(await its.issue({ memberId, approver: chair }))
    expect((await its.ask('/v1/sessions', { token })).status).toBe(401)
    expect((await come({ card, pin })).status).toBe(401)
    const drawn = await halfFor(its, second.cardId)
    expect((await come({ card: second.card, pin: drawn })).status).toBe(201)
    const lines = await its.needs.store.activities(its.fundId, {
      subject: `member:${memberId}`,
      limit: 50,
    })
    const who = lines.filter(({ action }) => action === 'manage-cards').map(({ actor }) => actor)
    const both = [await its.userIdOf('chair'), await its.userIdOf('record-keeper')]
    expect(new Set(who)).toEqual(new Set(both))
  })
})

describe('who may vouch', () => {
  test('one who vouches for oneself is refused, by whatever spelling or second login', async () => {
    const its = await fundDesk()
    const { needs, networkId } = its
    const [own] = await needs.store.memberships(networkId, await its.userIdOf('record-keeper'))
    const second = await its.userWith('my other name', own!.memberId)
    const secret = secretOf('record-keeper')
    for (const approver of [
      { login: loginOf('record-keeper'), secret },
      { login: ' PRACTICE  record-KEEPER', secret },
      second.approver,
    ]) {
      const refused = await its.issue({ memberId: its.plain[0], approver })
      expect(await codeOf(refused)).toBe('403 approver-not-another')
    }
    expect(await issuedTo(its, its.plain[0]!)).toEqual([])
  })

  test('a member without an office, staff and a stranger to the fund cannot vouch', async () => {
    const its = await fundDesk()
    const member = await its.userWith('a member', its.plain[1])
    const stranger = await its.userWith('a stranger')
    const staff = ['administrator', 'auditor'].map((door) => ({
      login: loginOf(door),
      secret: secretOf(door),
    }))
    for (const approver of [member.approver, stranger.approver, ...staff]) {
      const refused = await its.issue({ memberId: its.plain[0], approver })
      expect(await codeOf(refused)).toBe('403 approver-not-an-officer')
    }
    expect(await issuedTo(its, its.plain[0]!)).toEqual([])
  })
})

describe('what vouching costs', () => {
  test('an officer who is shut out cannot vouch, and looks like a wrong secret', async () => {
    const its = await fundDesk()
    const { needs, networkId } = its
    const ask = (approver: object) => its.issue({ memberId: its.plain[0], approver })
    const wrong = await answerSeen(await ask({ ...chair, secret: 'not the secret' }))
    expect(wrong).toMatchObject({ status: 403, body: { code: 'approver-failed' } })
    await setDisabled(
      needs,
      (await needs.store.user(networkId, await its.userIdOf('chair')))!,
      true,
    )
    expect(await answerSeen(await ask(chair))).toEqual(wrong)
    expect(await answerSeen(await ask({ login: 'nobody', secret: 'x' }))).toEqual(wrong)
  })

  test('wrong secrets of an approver cost the caller’s guesses at that one, and shut nobody out', async () => {
    const its = await fundDesk()
    const ask = (secret: string) =>
      its.issue({ memberId: its.plain[0], approver: { ...chair, secret } })
    for (let i = 0; i < 5; i += 1) expect((await ask('not the secret')).status).toBe(403)
    expect(await answerSeen(await ask(chair.secret))).toMatchObject({
      status: 429,
      body: { code: 'wait' },
      retryAfter: '900',
    })
    expect((await its.come(chair.login, chair.secret)).status).toBe(201)
    const { status } = await its.come(loginOf('record-keeper'), secretOf('record-keeper'))
    expect(status).toBe(201)
    expect(await issuedTo(its, its.plain[0]!)).toEqual([])
  })
})

describe('before anybody vouches', () => {
  test('who may not look after cards is refused before any secret is looked at', async () => {
    const its = await fundDesk()
    const json = { memberId: its.plain[0], approver: chair }
    const before = its.secrets.looks()
    const codes = []
    for (const door of ['household', 'auditor', 'administrator', 'migration-worker'] as const)
      codes.push(await codeOf(await its.issue(json, await its.as(door))))
    expect(codes).toEqual(['403 not-allowed', '403 not-allowed', '404 not-found', '404 not-found'])
    expect(await codeOf(await its.ask(its.cards, { json }))).toBe('401 not-signed-in')
    its.pass(5 * 60_000)
    expect(await codeOf(await its.issue(json))).toBe('403 step-up-needed')
    expect(its.secrets.looks()).toBe(before)
  })

  test('a member whom the fund does not have is not found, and no guess is spent', async () => {
    const its = await fundDesk()
    const before = its.secrets.looks()
    const refused = await its.issue({ memberId: its.needs.ids(), approver: chair })
    expect(await codeOf(refused)).toBe('404 not-found')
    for (const json of [
      { memberId: 'M01', approver: chair },
      { memberId: its.plain[0] },
      { memberId: its.plain[0], approver: { ...chair, role: 'chair' } },
    ])
      expect(await codeOf(await its.issue(json))).toBe('400 invalid-request')
    expect(its.secrets.looks()).toBe(before)
  })
})

const issuedTo = async (
  { needs, fundId }: Awaited<ReturnType<typeof fundDesk>>,
  memberId: string,
) => (await needs.store.cards(fundId)).filter((card) => card.memberId === memberId)

test('cards are listed without what is on them, and one officer stops a lost one', async () => {
  const its = await fundDesk()
  const issued = await its.issue({ memberId: its.plain[0], approver: chair })
  const { cardId, card } = await bodyOf<Issued>(issued)
  const pin = await halfFor(its, cardId)
  const { token } = await bodyOf<{ token: string }>(
    await its.ask('/v1/sessions', { json: { card, pin } }),
  )
  type Row = { cardId: string; memberId: string; revokedAt: string | null }
  const list = async () =>
    (await bodyOf<{ items: Row[] }>(await its.ask(its.cards, { token: its.token }))).items
  const row = (await list()).find((one) => one.cardId === cardId)!
  expect(row).toEqual({
    cardId,
    memberId: its.plain[0],
    issuedAt: '2025-12-31T02:00:00.000Z',
    revokedAt: null,
  })
  const stop = (id: string) => its.ask(`${its.cards}/${id}`, { token: its.token, method: 'DELETE' })
  expect((await stop(cardId)).status).toBe(204)
  expect((await its.ask('/v1/sessions', { token })).status).toBe(401)
  const revokedAt = (await list()).find((one) => one.cardId === cardId)!.revokedAt
  expect(revokedAt).toBe('2025-12-31T02:00:00.000Z')
  for (const id of [its.needs.ids(), 'none'])
    expect(await codeOf(await stop(id))).toBe('404 not-found')
})
