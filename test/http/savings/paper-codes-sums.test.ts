import { beforeEach, expect, test } from 'vitest'
import { keyedName } from '#src/app/identity/identity.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

/*
 * A code on paper stands for no more than the sum printed above it, is spent by an entry and by nothing else, and is drawn
 * by its owner too. Whoever had a hand in it needs an officer who had none.
 */

let village: Village
beforeEach(async () => {
  village = await twoNetworks()
})

const fund = (): string => `/v1/funds/${village.f1.fundId}`
type Code = { readonly code: string; readonly upTo: number }
type Word = { readonly login: string; readonly secret: string }

const wordOf = (who: string): Word => ({
  login: `${village.f1.logins} ${who}`,
  secret: asking(village).find(who).secret,
})

const codesIn = async (answer: Response): Promise<readonly Code[]> => {
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { codes: Code[] }).codes
}

const printed = async (by = 'chair', second = 'counter'): Promise<readonly Code[]> => {
  const on = asking(village)
  const json = { memberId: village.f1.memberIds.neighbour, approver: wordOf(second) }
  return codesIn(await on.send(on.find(by), `${fund()}/codes`, { json }))
}

type Out = {
  readonly amount: number
  readonly secret?: string
  readonly approver?: Word
  readonly id?: string
  readonly on?: string
  readonly whose?: 'neighbour' | 'household-login'
}

const out = async ({ amount, secret, approver, on: effectiveOn, whose = 'neighbour' }: Out) => {
  const on = asking(village)
  const envelope = { ...on.envelope(), ...(effectiveOn && { effectiveOn }) }
  const memberId = village.f1.memberIds[whose]
  const json = { ...envelope, memberId, direction: 'out', amount, secret, approver }
  return on.one(await on.send(on.find('record-keeper'), `${fund()}/private-savings`, { json }))
}

test('a code read aloud for a small sum is no word for a larger one: the sum stands beside it on the paper', async () => {
  const codes = await printed()
  expect(codes.map(({ upTo }) => upTo)).toEqual(
    [20_000, 50_000, 100_000, 500_000, 1_000_000].flatMap((sum) => [sum, sum]),
  )
  const [small] = codes as [Code]
  const told = await out({ amount: 500_000, secret: small.code })
  expect(told).toMatchObject({ outcome: 'refused', code: 'owner-code-for-less' })
  // Nothing was looked at and nothing is used up: it stays good for what it is for.
  expect(await out({ amount: 20_000, secret: small.code })).toMatchObject({ outcome: 'flagged' })
})

test('seven digits that stand for less than the sum tell nobody who has a sheet', async () => {
  const on = asking(village)
  const her = on.find('household-login')
  const told = async () => {
    const answers = []
    for (const whose of ['neighbour', 'household-login'] as const)
      for (const secret of ['0123456', '០ ១២៣ ៤៥៦'])
        answers.push(await out({ amount: 500_000, secret, whose }))
    return answers.map(({ code }) => code)
  }
  const less = Array.from({ length: 4 }, () => 'owner-code-for-less')
  expect(await told()).toEqual(less)
  await printed()
  await on.send(her, `${fund()}/codes/own`, { json: { secret: her.secret } })
  expect(await told()).toEqual(less)
})

test('what is kept of a sheet is the same for everybody, and tells no sum', async () => {
  await printed()
  const { networkId } = village.a
  const { fundId, memberIds } = village.f1
  const named = keyedName(village.needs, fundId, ['paper', memberIds.neighbour])
  const keys = await village.store.keysOf(networkId, `paper:${named}`)
  // A digit and a hash each, of one length whatever its sum.
  expect(keys.map(({ keyHash }) => keyHash.slice(0, 2)).toSorted()).toEqual(
    Array.from({ length: 10 }, (_, i) => `${i}:`),
  )
  expect(new Set(keys.map(({ keyHash }) => keyHash.length)).size).toBe(1)
})

test('a code is not used up by what is refused, and a wrong one counts all the same', async () => {
  const [first] = (await printed()) as [Code]
  const late = await out({ amount: 1_000, secret: first.code, on: '2019-01-01' })
  expect(late['outcome']).not.toBe('recorded')
  expect(await out({ amount: 1_000, secret: first.code })).toMatchObject({ outcome: 'flagged' })
  expect(await out({ amount: 1_000, secret: first.code })).toMatchObject({
    code: 'owner-pin-wrong',
  })
})

test('a request that the rules refuse leaves the code of her own word as it was', async () => {
  const on = asking(village)
  const codes = await printed()
  const memberId = village.f1.memberIds.neighbour
  const ask = async (amount: number, secret: string) => {
    const command = { ...on.envelope(), v: 1, type: 'RequestWithdrawal', memberId, amount }
    const approvals = [{ login: '', secret }]
    const json = { commands: [{ ...command, approvedBy: memberId, approvals }] }
    return on.one(await on.send(on.find('record-keeper'), `${fund()}/commands`, { json }))
  }
  const [small] = codes as [Code]
  expect(await ask(999_999, codes[9]!.code)).toMatchObject({ code: 'more-than-own-savings' })
  expect(await ask(999_999, codes[9]!.code)).toMatchObject({ code: 'more-than-own-savings' })
  expect(await ask(30_000, small.code)).toMatchObject({ code: 'owner-code-for-less' })
})

test('a record-keeper who printed the sheet takes its codes with an officer who did not, and with nobody who did', async () => {
  const codes = await printed('record-keeper', 'chair')
  const asked = { amount: 1_000, secret: codes[0]!.code }
  expect(await out(asked)).toMatchObject({ code: 'owner-code-own-hand' })
  const withPrinter = await out({ ...asked, approver: wordOf('chair') })
  expect(withPrinter).toMatchObject({ code: 'owner-code-own-hand' })
  const unknown = await out({ ...asked, approver: { ...wordOf('counter'), secret: '111111' } })
  expect(unknown).toMatchObject({ code: 'sign-in-failed' })
  expect(await out({ ...asked, approver: wordOf('counter') })).toMatchObject({ outcome: 'flagged' })
})

test('whoever has a PIN draws the own codes at the table, and no officer had a hand in them', async () => {
  const on = asking(village)
  const her = on.find('household-login')
  const draw = (secret: string) => on.send(her, `${fund()}/codes/own`, { json: { secret } })
  expect((await draw('111111')).status).toBe(403)
  const codes = await codesIn(await draw(her.secret))
  const asked = { whose: 'household-login', amount: 1_000 } as const
  expect(await out({ ...asked, secret: codes[0]!.code })).toMatchObject({ outcome: 'flagged' })
  expect(await out({ ...asked, secret: codes[0]!.code })).toMatchObject({ code: 'owner-pin-wrong' })
  expect(await out({ ...asked, amount: 60_000, secret: codes[2]!.code })).toMatchObject({
    code: 'owner-code-for-less',
  })
  // Her own PIN or password is her word as before.
  expect(await out({ ...asked, secret: her.secret })).toMatchObject({ outcome: 'flagged' })
  const page = await village.service.request(`/funds/${village.f1.fundId}/me/codes`, {
    method: 'POST',
    headers: { host: ourHost, authorization: `Bearer ${await her.token()}` },
    body: new URLSearchParams({ secret: her.secret }),
  })
  const html = await page.text()
  expect(html.match(/\d \d{3} \d{3}/g)).toHaveLength(10)
  expect(html).toContain('Up to 20,000')
  // It says what is true of a sheet that she drew herself.
  expect(html).toMatch(/<h2>My codes<\/h2>/)
  for (const false_ of ['two officers', 'Do not copy']) expect(html).not.toContain(false_)
  // That she drew them stays at her door, twice by now: a thief at her page could not do it unseen.
  const { fundId, memberIds } = village.f1
  const lines = await village.store.activities(fundId, { limit: 100 })
  const subject = `member:${memberIds['household-login']}`
  const ofHers = lines.filter((line) => line.subject === subject && line.outcome === 'done')
  expect(ofHers.map(({ action }) => action)).toEqual(['manage-cards', 'manage-cards'])
  // Those of the sheet before are none any more.
  expect(await out({ ...asked, secret: codes[1]!.code })).toMatchObject({ outcome: 'refused' })
})

test('codes that were drawn for a secret end with it, whether its owner changes it or two officers take it away', async () => {
  const on = asking(village)
  const her = on.find('household-login')
  const { networkId } = village.a
  const { fundId, memberIds } = village.f1
  const whose = 'household-login'
  const drawnBy = async (secret: string) =>
    codesIn(await on.send(her, `${fund()}/codes/own`, { json: { secret } }))
  const before = await drawnBy(her.secret)
  const newSecret = 'the heron waits by the pond'
  const changed = await village.service.request('/v1/sessions/current/secret', {
    method: 'PUT',
    headers: {
      host: ourHost,
      'content-type': 'application/json',
      authorization: `Bearer ${await her.token()}`,
    },
    body: JSON.stringify({ secret: her.secret, newSecret }),
  })
  expect(changed.status).toBe(200)
  expect(await out({ whose, amount: 1_000, secret: before[0]!.code })).toMatchObject({
    outcome: 'refused',
  })
  const again = await drawnBy(newSecret)
  expect(await out({ whose, amount: 1_000, secret: again[0]!.code })).toMatchObject({
    outcome: 'flagged',
  })
  const { userId } = (await village.store.membershipsOfFund(networkId, fundId)).find(
    (one) => one.memberId === memberIds[whose],
  )!
  const reset = await on.send(on.find('chair'), `${fund()}/logins/${userId}/reset`, {
    json: { approver: wordOf('counter') },
  })
  expect(reset.status).toBe(200)
  expect(await out({ whose, amount: 1_000, secret: again[1]!.code })).toMatchObject({
    outcome: 'refused',
  })
})
