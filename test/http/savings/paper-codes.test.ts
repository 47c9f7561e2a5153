import { beforeEach, expect, test } from 'vitest'
import { linesAbout } from '#src/app/identity/who-looked.ts'
import { keyedName } from '#src/app/identity/identity.ts'
import { codesFor, takeCode } from '#src/app/identity/paper-codes.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking, chairIn } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

/*
 * A member without card and login gives her word by codes on paper: two officers print a sheet, each code is good once, and
 * neither of the two writes down what it is a word for.
 */

let village: Village
beforeEach(async () => {
  village = await twoNetworks()
})

const fund = (): string => `/v1/funds/${village.f1.fundId}`
const owner = (who: 'neighbour' | 'household-card' = 'neighbour'): string =>
  village.f1.memberIds[who]

/** Chair and counter print it; the record-keeper has no hand in it. */
const print = async (memberId = owner(), by = 'chair', with_ = 'counter') => {
  const on = asking(village)
  const { secret } = on.find(with_)
  const approver = { login: `${village.f1.logins} ${with_}`, secret }
  return on.send(on.find(by), `${fund()}/codes`, { json: { memberId, approver } })
}

const codesIn = async (answer: Response): Promise<readonly string[]> =>
  ((await answer.json()) as { codes: { code: string }[] }).codes.map(({ code }) => code)

const sheet = async (memberId = owner()): Promise<readonly string[]> => {
  const answer = await print(memberId)
  expect(answer.status).toBe(201)
  return codesIn(answer)
}

const moved = async (amount: number, secret?: string, by = 'record-keeper') => {
  const on = asking(village)
  const direction = secret === undefined ? 'in' : 'out'
  const json = { ...on.envelope(), memberId: owner(), direction, amount, ...(secret && { secret }) }
  return on.one(await on.send(on.find(by), `${fund()}/private-savings`, { json }))
}

test('a code on paper is her word for private money out, once each, however it is typed', async () => {
  const codes = await sheet()
  expect(codes).toHaveLength(10)
  expect(codes.every((code) => /^\d{7}$/.test(code))).toBe(true)
  await moved(9_000)
  const [first, second] = codes as [string, string]
  expect(await moved(1_000, first)).toMatchObject({ outcome: 'recorded', flags: [] })
  expect(await moved(1_000, first)).toMatchObject({ code: 'owner-pin-wrong' })
  const khmer = second.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x17e0 + Number(digit)))
  const spaced = `${khmer.slice(0, 1)} ${khmer.slice(1, 4)} ${khmer.slice(4)}`
  expect(await moved(1_000, spaced)).toMatchObject({ outcome: 'recorded' })
  // The digits of one code under the number of another are nobody's word.
  const crossed = `${codes[2]!.slice(0, 1)}${codes[3]!.slice(1)}`
  expect(await moved(1_000, crossed)).toMatchObject({ code: 'owner-pin-wrong' })
})

test('of two who send the same code at once one is recorded', async () => {
  const [code] = await sheet()
  const both = await Promise.all([moved(10, code), moved(20, code)])
  expect(both.filter(({ outcome }) => outcome === 'refused')).toHaveLength(1)
})

test('a sheet that is printed again stops the one before', async () => {
  const older = await sheet()
  const newer = await sheet()
  expect(await moved(10, older[0])).toMatchObject({ code: 'owner-pin-wrong' })
  expect(await moved(10, newer[0])).toMatchObject({ outcome: 'flagged' })
})

test('a code that was taken comes back to nobody where another sheet was printed meanwhile', async () => {
  const { needs, store } = village
  const { fundId } = village.f1
  const { networkId } = village.a
  const whose = { networkId, fundId, memberId: owner() }
  const take = async ([typed = '']: readonly string[]) => {
    const codes = await codesFor(needs, whose, typed)
    const by = { userId: 'writer', deviceId: 'phone' }
    const taken = await takeCode(needs, whose, { codes, typed, by })
    if (taken === 'wrong' || 'code' in taken) throw new Error('not her code')
    return taken
  }
  const good = async () => {
    const named = `paper:${keyedName(needs, fundId, ['paper', owner()])}`
    const keys = await store.keysOf(networkId, named)
    return keys.filter(({ usedAt }) => usedAt === undefined).length
  }
  const one = await take(await sheet())
  expect(await good()).toBe(9)
  await one.giveBack()
  expect(await good()).toBe(10)
  const older = await take(await sheet())
  await sheet()
  await older.giveBack()
  expect(await good()).toBe(10)
})

test('wrong codes are counted and lock her sheet like a PIN, the right one too', async () => {
  const codes = await sheet()
  const said: unknown[] = []
  for (let i = 0; i < 6; i += 1) said.push((await moved(10, `0${i}11111`))['code'])
  expect(said).toEqual([...Array<string>(5).fill('owner-pin-wrong'), 'wait'])
  expect(await moved(10, codes[0])).toMatchObject({ outcome: 'refused', code: 'wait' })
})

test('whoever printed the sheet, or stood by, writes nothing down for a code of it', async () => {
  const codes = await sheet()
  const asked = await moved(10, codes[0], 'record-keeper')
  expect(asked).toMatchObject({ outcome: 'flagged' })
  const own = await print(owner(), 'record-keeper', 'chair')
  const [code] = await codesIn(own)
  expect(await moved(10, code)).toMatchObject({ outcome: 'refused', code: 'owner-code-own-hand' })
})

test('one officer alone prints nothing, and whoever has a PIN already gets no codes', async () => {
  const on = asking(village)
  const json = { memberId: owner(), approver: { ...chairIn(village.f1), secret: '111111' } }
  const alone = await on.send(on.find('record-keeper'), `${fund()}/codes`, { json })
  expect(alone.status).toBe(403)
  const self = await print(owner(), 'chair', 'chair')
  expect(self.status).toBe(403)
  const household = await print(owner('household-card'))
  expect([household.status, ((await household.json()) as { code: string }).code]).toEqual([
    409,
    'has-own-word',
  ])
  expect(await moved(10, '0123456')).toMatchObject({ code: 'owner-without-pin' })
})

test('a sheet stays her word beside a card whose digits an officer drew, and ends with digits of her own', async () => {
  const codes = await sheet()
  await moved(10, codes[0])
  const { fundId } = village.f1
  const lines = await linesAbout(village.needs, { fundId, memberId: owner() }, { limit: 50 })
  expect(lines.map(({ action, outcome }) => `${action} ${outcome}`)).toContain('sign-in done')
  const on = asking(village)
  const approver = { login: `${village.f1.logins} counter`, secret: on.find('counter').secret }
  const json = { memberId: owner(), approver }
  const made = await on.send(on.find('chair'), `${fund()}/cards`, { json })
  const { card, cardId } = (await made.json()) as { card: string; cardId: string }
  const half = await on.send(on.find('counter'), '/v1/sessions/current/halves', {
    json: { id: cardId },
  })
  const { digits } = (await half.json()) as { digits: string }
  expect(await moved(10, codes[1])).toMatchObject({ outcome: 'flagged' })
  const ask = (path: string, method: string, json: object, token?: string) =>
    village.service.request(path, {
      method,
      headers: {
        host: ourHost,
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(json),
    })
  const came = await ask('/v1/sessions', 'POST', { card, pin: digits })
  const { token } = (await came.json()) as { token: string }
  const json_ = { secret: digits, drawPin: true }
  expect((await ask('/v1/sessions/current/secret', 'PUT', json_, token)).status).toBe(200)
  expect(await moved(10, codes[2])).toMatchObject({ code: 'owner-pin-wrong' })
  // Nor does the sheet come back when the card is lost.
  await on.send(on.find('chair'), `${fund()}/cards/${cardId}`, { method: 'DELETE' })
  expect(await moved(10, codes[1])).toMatchObject({ code: 'owner-without-pin' })
})

test('nothing that is kept of a sheet says a code, and who printed it stands in her own log', async () => {
  const codes = await sheet()
  const on = asking(village)
  const { fundId, memberIds } = village.f1
  const named = keyedName(village.needs, fundId, ['paper', memberIds.neighbour])
  const keys = await village.store.keysOf(village.a.networkId, `paper:${named}`)
  const kept = JSON.stringify(keys)
  for (const code of codes) {
    expect(kept).not.toContain(code)
    expect(kept).not.toContain(code.slice(1))
  }
  const lines = await village.store.activities(village.f1.fundId, {
    subject: `member:${owner()}`,
    limit: 50,
  })
  const printers = lines.filter(({ action }) => action === 'manage-cards').map(({ actor }) => actor)
  expect(new Set(printers).size).toBe(2)
  // The page shows them once, to be printed.
  const form = { memberId: owner(), way: 'codes', login: `${village.f1.logins} counter` }
  const answer = await village.service.request(`/funds/${village.f1.fundId}/cards`, {
    method: 'POST',
    headers: { host: ourHost, authorization: `Bearer ${await on.find('chair').token()}` },
    body: new URLSearchParams({ ...form, secret: on.find('counter').secret }),
  })
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(html.match(/\d \d{3} \d{3}/g)).toHaveLength(10)
  expect(html).toContain('Codes of card')
})

test('a sheet that was printed while rows said whose it is stays her word, until another is printed', async () => {
  const codes = await sheet()
  const { fundId } = village.f1
  const { networkId } = village.a
  const named = `paper:${keyedName(village.needs, fundId, ['paper', owner()])}`
  const userId = `paper:${fundId}:${owner()}`
  for (const key of await village.store.keysOf(networkId, named))
    await village.store.keepKey({ ...key, userId })
  expect(await village.store.keysOf(networkId, named)).toEqual([])
  expect(await moved(10, codes[0])).toMatchObject({ outcome: 'flagged' })
  await sheet()
  expect(await moved(10, codes[1])).toMatchObject({ code: 'owner-pin-wrong' })
})

test('wrong guesses at a sheet of before keep nobody from the newer one', async () => {
  const older = await sheet()
  const crossed = `${older[2]!.slice(0, 1)}${older[3]!.slice(1)}`
  for (let i = 0; i < 5; i += 1)
    expect(await moved(10, crossed)).toMatchObject({ code: 'owner-pin-wrong' })
  expect(await moved(10, older[2])).toMatchObject({ code: 'wait' })
  const newer = await sheet()
  expect(await moved(10, newer[0])).toMatchObject({ outcome: 'flagged' })
})
