import { beforeEach, expect, test } from 'vitest'
import type { Somebody } from '#test/http/access/people.ts'
import { today, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

/*
 * Private savings at the table: money goes out for the owner's own PIN, what was more than her own is told to her alone,
 * and she says that a line is not right without anybody hearing who.
 */

let village: Village
beforeEach(async () => {
  village = await twoNetworks()
})

const fund = (): string => `/v1/funds/${village.f1.fundId}`

type Move = {
  readonly who: 'household-login' | 'household-card' | 'neighbour' | 'key-holder'
  readonly amount: number
  readonly direction?: 'in' | 'out'
  readonly secret?: string
}

const moved = async ({ who, amount, direction = 'out', secret }: Move) => {
  const on = asking(village)
  const memberId = village.f1.memberIds[who]
  const json = { ...on.envelope(), memberId, direction, amount, ...(secret && { secret }) }
  return on.one(await on.send(on.find('record-keeper'), `${fund()}/private-savings`, { json }))
}

const find = (way: string): Somebody => asking(village).find(way)

const ownOf = async (who: Somebody) => {
  const on = asking(village)
  const json = { secret: who.secret }
  const answer = await on.send(who, `${fund()}/private-savings/own`, { json })
  return (await answer.json()) as {
    readonly saved: number
    readonly lines: readonly {
      readonly entryId: string
      readonly seq: number
      readonly isMoreThanOwn: boolean
      readonly receipt: string
    }[]
  }
}

const posted = async (who: Somebody, path: string, form: Readonly<Record<string, string>>) => {
  const answer = await village.service.request(path, {
    method: 'POST',
    headers: { host: ourHost, authorization: `Bearer ${await who.token()}` },
    body: new URLSearchParams(form),
  })
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') }
}

test('private money goes out for the owner’s PIN alone: of her card, or of her login where she has no card', async () => {
  for (const way of ['household-login', 'household-card'] as const) {
    const { secret } = find(way)
    const asked = { who: way, amount: 1_000 }
    await moved({ ...asked, direction: 'in', amount: 5_000 })
    expect(await moved(asked)).toMatchObject({ outcome: 'refused', code: 'owner-pin-needed' })
    expect(await moved({ ...asked, secret: '111111' })).toMatchObject({ code: 'owner-pin-wrong' })
    const others = find('chair').secret
    const ofAnother = await moved({ ...asked, who: 'household-card', secret: others })
    expect(ofAnother).toMatchObject({ code: 'owner-pin-wrong' })
    expect(await moved({ ...asked, secret })).toMatchObject({ outcome: 'recorded' })
    expect((await ownOf(find(way))).saved).toBe(4_000)
  }
})

test('wrong PINs at the table are guesses of a lock of that writer, and do not shut her own', async () => {
  for (const who of ['household-card', 'household-login'] as const) {
    const asked = { who, amount: 1_000 }
    const codes: unknown[] = []
    for (let i = 0; i < 6; i += 1)
      codes.push((await moved({ ...asked, secret: `11111${i}` }))['code'])
    expect(codes).toEqual([...Array<string>(5).fill('owner-pin-wrong'), 'wait'])
    const { secret } = find(who)
    expect(await moved({ ...asked, secret })).toMatchObject({ outcome: 'refused', code: 'wait' })
    expect((await ownOf(find(who))).saved).toBe(0)
  }
})

test('whoever writes thirty wrong words down shuts the own hand out, and no household', async () => {
  const wrong = async (who: string, times: number): Promise<readonly unknown[]> => {
    const codes: unknown[] = []
    for (let i = 0; i < times; i += 1)
      codes.push(
        (await moved({ who: who as Move['who'], amount: 1_000, secret: '111111' }))['code'],
      )
    return codes
  }
  const her = find('household-login')
  const others = Object.keys(village.f1.memberIds).filter((who) => who !== her.way)
  const told: unknown[] = []
  for (const who of others) told.push(...(await wrong(who, 5)))
  expect(told.filter((code) => code === 'owner-pin-wrong')).toHaveLength(30)
  expect(told.at(-1)).toBe('wait')
  // Hers is right, and it is the writer who waits.
  const right = { who: 'household-login', amount: 1_000, secret: her.secret } as const
  expect(await moved(right)).toMatchObject({ outcome: 'refused', code: 'wait' })
  expect((await ownOf(her)).saved).toBe(0)
})

test('who has neither card nor login is told to draw a PIN first', async () => {
  const told = await moved({ who: 'neighbour', amount: 10, secret: '123456' })
  expect(told).toMatchObject({ outcome: 'refused', code: 'owner-without-pin' })
  expect(await moved({ who: 'neighbour', amount: 10, direction: 'in' })).toMatchObject({
    outcome: 'recorded',
  })
})

test('that somebody’s PIN was tried for private money stands in her own log and in nobody else’s', async () => {
  const on = asking(village)
  await moved({ who: 'household-card', amount: 1_000, secret: '111111' })
  const read = async (who: string, path: string) =>
    (await on.send(on.find(who), `${fund()}/${path}`)).text()
  const memberId = village.f1.memberIds['household-card']
  expect(await read('chair', 'log')).not.toContain(memberId)
  expect(await read('household-card', 'log/own')).toContain('sign-in')
})

test('more than her own is told to her alone; the answer to the officer is that of any other sum', async () => {
  const her = find('household-login')
  await moved({ who: 'neighbour', direction: 'in', amount: 90_000 })
  await moved({ who: 'household-login', direction: 'in', amount: 12_000 })
  const within = await moved({ who: 'household-login', amount: 12_000, secret: her.secret })
  const beyond = await moved({ who: 'household-login', amount: 20_000, secret: her.secret })
  for (const one of [within, beyond]) expect(one).toMatchObject({ outcome: 'recorded', flags: [] })
  const { saved, lines } = await ownOf(her)
  expect(saved).toBe(-20_000)
  expect(lines.map(({ isMoreThanOwn }) => isMoreThanOwn)).toEqual([true, false, false])
  const page = await posted(her, `/funds/${village.f1.fundId}/me/private`, { secret: her.secret })
  expect(page.html).toContain('More went out than you had')
  // All that is held against the book by everybody: more than all have together.
  const overdrawn = await moved({ who: 'household-login', amount: 70_001, secret: her.secret })
  expect(overdrawn).toMatchObject({ outcome: 'flagged', flags: ['more-than-all-private'] })
})

test('at the desk the page asks for her PIN before money goes out, and again where it was wrong', async () => {
  const keeper = find('record-keeper')
  const her = find('household-login')
  const place = `/funds/${village.f1.fundId}/record/private-savings`
  const [year, month, day] = today.split('-') as [string, string, string]
  const member = village.f1.memberIds['household-login']
  const id = village.needs.ids()
  const form = { id, member, amount: '3000', day, month, year, direction: 'out' }
  const asked = await posted(keeper, `${place}/confirm`, form)
  expect(asked.html).toContain('PIN or password of the owner')
  const incoming = { ...form, id: village.needs.ids(), direction: 'in' }
  expect((await posted(keeper, `${place}/confirm`, incoming)).html).not.toContain(
    'PIN or password of the owner',
  )
  expect((await posted(keeper, place, incoming)).status).toBe(303)
  const bare = await posted(keeper, place, form)
  expect([bare.status, bare.html]).toEqual([403, expect.stringContaining('Her own PIN is needed')])
  const wrong = await posted(keeper, place, { ...form, secret: '111111' })
  expect(wrong.html).toContain('That is no PIN by which this member takes money out')
  expect(wrong.html.split('<main')[1]).not.toContain('111111')
  expect((await posted(keeper, place, { ...form, secret: her.secret })).status).toBe(303)
  expect((await ownOf(her)).saved).toBe(0)
})

test('she sees each private line with its number and receipt, and the receipt holds for whoever checks it', async () => {
  const on = asking(village)
  const her = find('household-card')
  await moved({ who: 'household-card', direction: 'in', amount: 7_000 })
  const [line] = (await ownOf(her)).lines
  const page = await posted(her, `/funds/${village.f1.fundId}/me/private`, { secret: her.secret })
  expect(page.html).toContain(`no. ${line!.seq}`)
  expect(page.html).toContain(line!.receipt.replaceAll('+', '&#43;'))
  const checked = await on.send(on.find('counter'), '/v1/receipts/check', {
    json: { code: line!.receipt },
  })
  const said = await checked.text()
  expect(said).toContain('stands')
  expect(said).not.toContain(village.f1.memberIds['household-card'])
})

test('she says that a private line is not right for her secret alone, and neither book nor log tells who', async () => {
  const on = asking(village)
  const her = find('household-card')
  await moved({ who: 'household-card', direction: 'in', amount: 7_000 })
  await moved({ who: 'household-login', direction: 'in', amount: 8_000 })
  const [line] = (await ownOf(her)).lines
  const [others] = (await ownOf(find('household-login'))).lines
  const place = `/funds/${village.f1.fundId}/me/private/not-right`
  const form = (seq: number, secret: string) => ({
    id: village.needs.ids(),
    line: String(seq),
    reason: 'wrong-amount',
    secret,
  })
  expect((await posted(her, place, form(line!.seq, '111111'))).status).toBe(403)
  const notHers = await posted(her, place, form(others!.seq, her.secret))
  const notThere = await posted(her, place, form(99_999, her.secret))
  expect([notHers.status, notThere.status]).toEqual([400, 400])
  const done = await posted(her, place, form(line!.seq, her.secret))
  expect([done.status, done.to]).toEqual([303, `${place}?sent=yes`])
  const rows = await village.store.read(village.f1.fundId, 0, 10_000)
  const row = rows.findLast(({ type }) => type === 'DisputeRaised')!
  expect(row).toMatchObject({ recordedBy: 'household', device: '' })
  expect(JSON.parse(row.data)).toMatchObject({
    about: { kind: 'entry', entryId: line!.entryId },
    reason: 'wrong-amount',
  })
  const told = await (await on.send(on.find('chair'), `${fund()}/log`)).text()
  expect(told).not.toContain(village.f1.memberIds['household-card'])
  expect(told).not.toContain(row.id)
  // Said again it is not written again; the answer is read where the line stands.
  await posted(her, place, form(line!.seq, her.secret))
  const again = await village.store.read(village.f1.fundId, 0, 10_000)
  expect(again.filter(({ type }) => type === 'DisputeRaised')).toHaveLength(
    rows.filter(({ type }) => type === 'DisputeRaised').length,
  )
  const page = await posted(her, `/funds/${village.f1.fundId}/me/private`, { secret: her.secret })
  expect(page.html).toContain('is waiting for an answer')
  const open = await on.send(her, `/funds/${village.f1.fundId}/me/not-right`)
  expect(await open.text()).not.toContain(row.id.slice(-6).toUpperCase())
})

test('officers see a private line that is said not to be right by its number, and answer it without knowing whose it is', async () => {
  const on = asking(village)
  const her = find('household-card')
  await moved({ who: 'household-card', direction: 'in', amount: 7_000 })
  const [line] = (await ownOf(her)).lines
  const place = `/funds/${village.f1.fundId}`
  const form = { line: String(line!.seq), reason: 'wrong-amount', secret: her.secret }
  await posted(her, `${place}/me/private/not-right`, { id: village.needs.ids(), ...form })
  const rows = await village.store.read(village.f1.fundId, 0, 10_000)
  const disputeId = rows.findLast(({ type }) => type === 'DisputeRaised')!.id
  const keeper = find('record-keeper')
  const card = `${village.f1.canary}-M0`
  for (const path of ['disputes', `record/dispute-answer?dispute=${disputeId}`]) {
    const answer = await on.send(keeper, `${place}/${path}`)
    const text = await answer.text()
    expect(answer.status, path).toBe(200)
    expect(text).not.toContain(`${card}<`)
    expect(text).not.toContain(village.f1.memberIds['household-card'])
  }
  const answer = {
    ...on.envelope(),
    v: 1,
    type: 'AnswerDispute',
    disputeId,
    answer: 'stands',
    approvedBy: village.f1.memberIds.chair,
    approvals: [{ login: `${village.f1.logins} chair`, secret: find('chair').secret }],
  }
  const json = { commands: [answer] }
  const told = await on.one(await on.send(keeper, `${fund()}/commands`, { json }))
  expect(told).toMatchObject({ outcome: 'recorded' })
  const page = await posted(her, `${place}/me/private`, { secret: her.secret })
  expect(page.html).toContain('It is right, and was explained')
})
