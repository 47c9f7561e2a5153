import { expect, test } from 'vitest'
import type { MessageLink } from '#domain/fund/messages.ts'
import { countsOf } from '#src/app/messages/counting.ts'
import { sendAllMessages, sendMessagesOf, takeOnce } from '#src/app/messages/carrying.ts'
import { isSilent } from '#src/app/messages/gathering.ts'
import { choose, linkByCode, makeMessageCode, unlinkMember } from '#src/app/messages/linking.ts'
import { answerTo } from '#src/app/messages/menu.ts'
import { foundRows, linkOfMember, sealedRow } from '#src/app/messages/rows.ts'
import { revokeCard, issueCard } from '#src/app/identity/cards.ts'
import { by, hour, phone, place, whose, withPhones } from '#test/support/phones.ts'
import { fundId, networkId } from '#test/support/small-network.ts'

test('a code is good for two days, to the millisecond', async () => {
  const { all, pass } = await withPhones()
  const { code, endsAt } = await makeMessageCode(all, whose, by)
  expect(code).toMatch(/^\d{8}$/)
  expect(endsAt).toBe('2025-03-03T02:00:00.000Z')
  const asked = { networkId, address: phone, language: 'en' as const }
  expect(await linkByCode(all, { ...asked, code: code === '00000000' ? '1' : '00000000' })).toEqual(
    {
      what: 'code-wrong',
    },
  )
  pass(48 * hour - 1)
  expect(await linkByCode(all, { ...asked, code })).toMatchObject({ what: 'linked' })
  const other = await makeMessageCode(all, { ...whose, memberId: 'm2' }, by)
  pass(48 * hour)
  expect(await linkByCode(all, { ...asked, address: '+85512345679', code: other.code })).toEqual({
    what: 'code-wrong',
  })
})

test('a newer code of a member stops the older one, and nobody else’s', async () => {
  const { all } = await withPhones()
  const older = await makeMessageCode(all, whose, by)
  const other = await makeMessageCode(all, { ...whose, memberId: 'm2' }, by)
  await makeMessageCode(all, whose, by)
  const codes = await foundRows(all, networkId, { kind: 'code', fundId })
  expect(codes).toHaveLength(2)
  const asked = { networkId, address: phone, language: 'en' as const }
  expect(await linkByCode(all, { ...asked, code: older.code })).toEqual({ what: 'code-wrong' })
  expect(await linkByCode(all, { ...asked, code: other.code })).toMatchObject({ what: 'linked' })
})

test('of two who send one code at once one is linked', async () => {
  const { all } = await withPhones()
  const { code } = await makeMessageCode(all, whose, by)
  const asked = { networkId, code, language: 'en' as const }
  const both = await Promise.all([
    linkByCode(all, { ...asked, address: phone }),
    linkByCode(all, { ...asked, address: '+85512345679' }),
  ])
  expect(both.map(({ what }) => what).toSorted()).toEqual(['code-wrong', 'linked'])
})

test('a phone that is linked after another one hears nothing of what was done to the own card before', async () => {
  const { needs, kept, link, send, texts, pass } = await withPhones()
  const of = { scope: fundId, actor: 'u1', device: 'd1', subject: 'member:m1' } as const
  const cardMade = (activityId: string) =>
    kept.noteActivity([
      { ...of, activityId, at: needs.clock(), action: 'manage-cards', outcome: 'done' },
    ])
  await link('+85512345679', 'm2')
  pass(1)
  await cardMade('z1')
  pass(1)
  await link()
  await send()
  expect(texts).toEqual([])
  pass(1)
  await cardMade('z2')
  await send()
  expect(texts).toMatchObject([{ to: phone }])
})

test('a new phone keeps what was chosen and begins without sums; a phone of another member is not taken over', async () => {
  const { all, link, linked } = await withPhones()
  await link()
  await choose(all, (await linked())!, { withAmounts: true, kinds: ['summary'], language: 'km' })
  expect(await link('+85512345679')).toMatchObject({
    what: 'linked',
    left: { address: phone },
    link: { withAmounts: false, kinds: ['summary'], language: 'km', notReached: 0 },
  })
  expect(await link('+85512345679', 'm2')).toEqual({ what: 'phone-taken' })
  const again = await link('+85512345679')
  expect(again).toMatchObject({ what: 'linked' })
  expect(again).not.toHaveProperty('left')
})

test('a number from which nothing came for 365 days is nobody’s any more, and not a moment earlier', () => {
  const link = { heardAt: '2025-03-01T02:00:00.000Z' }
  expect(isSilent(link, '2026-03-01T01:59:59.999Z')).toBe(false)
  expect(isSilent(link, '2026-03-01T02:00:00.000Z')).toBe(true)
})

test('what is written is told once, to phones that were linked before it', async () => {
  const { link, saves, send, texts } = await withPhones()
  await saves()
  await link()
  expect(await send()).toEqual({ sent: 0, waiting: 0, givenUp: 0 })
  await saves()
  expect(await send()).toEqual({ sent: 1, waiting: 0, givenUp: 0 })
  expect(await send()).toEqual({ sent: 0, waiting: 0, givenUp: 0 })
  expect(texts).toMatchObject([{ to: phone, text: 'receipt' }])
})

test.each([
  [1, 60_000],
  [2, 300_000],
  [3, 1_800_000],
  [4, 7_200_000],
  [5, 21_600_000],
  [6, 43_200_000],
  [7, 43_200_000],
])('after %i times in vain the gateway is asked again %i ms later', async (tries, pause) => {
  const { all, gateway, link, linked, saves, send, waiting, pass, store } = await withPhones()
  gateway.isUp = false
  await link()
  await saves()
  await send()
  const [found] = await waiting()
  const now = all.clock()
  const value = { ...found!.value, tries: tries - 1, nextAt: now, madeAt: now }
  const { mark } = found!.row
  const key = `m1 receipt ${(await linked())!.value.afterSeq + 1}`
  const row = await sealedRow(all, networkId, { kind: 'waiting', key, fundId, value })
  expect(row.mark).toBe(mark)
  await store.changeMessageRows(networkId, { keep: [row] })
  expect(await send()).toEqual({ sent: 0, waiting: 1, givenUp: 0 })
  gateway.isUp = true
  pass(pause - 1)
  expect(await send()).toEqual({ sent: 0, waiting: 1, givenUp: 0 })
  pass(1)
  expect(await send()).toEqual({ sent: 1, waiting: 0, givenUp: 0 })
})

test('a text is given up three days after it was made, and the phone is counted as not reached', async () => {
  const { all, gateway, link, saves, send, pass } = await withPhones()
  gateway.isUp = false
  await link()
  await saves()
  await send()
  pass(72 * hour - 1)
  expect(await send()).toEqual({ sent: 0, waiting: 1, givenUp: 0 })
  pass(1)
  expect(await send()).toEqual({ sent: 0, waiting: 0, givenUp: 1 })
  const counted = { phones: 1, sent: 0, waiting: 0, givenUp: 1 }
  expect(await countsOf(all, place)).toEqual({
    ...counted,
    notReached: [{ memberId: 'm1', texts: 1 }],
  })
  gateway.isUp = true
  await saves()
  expect(await send()).toEqual({ sent: 1, waiting: 0, givenUp: 0 })
  expect(await countsOf(all, place)).toEqual({ ...counted, sent: 1, notReached: [] })
})

test('a text that is said in vain after a day is still carried on that day, and given up on the next', async () => {
  const { all, send, store, texts } = await withPhones()
  const now = all.clock()
  // No phone is linked, so that nothing but the carrying looks at what waits.
  for (const until of ['2025-02-28', '2025-03-01', '2025-03-02']) {
    const told = { id: until, memberId: 'm1', address: phone, text: `until ${until}`, until }
    const value = { ...told, fundId, madeAt: now, tries: 0, nextAt: now }
    const row = await sealedRow(all, networkId, { kind: 'waiting', key: until, fundId, value })
    await store.changeMessageRows(networkId, { keep: [row] })
  }
  expect(await send()).toEqual({ sent: 2, waiting: 0, givenUp: 1 })
  expect(texts.map(({ text }) => text).toSorted()).toEqual(['until 2025-03-01', 'until 2025-03-02'])
})

test('two who carry at once hand a text over once', async () => {
  const { link, saves, send, texts, all, gateway, pass } = await withPhones()
  gateway.isUp = false
  await link()
  await saves()
  await send()
  gateway.isUp = true
  pass(hour)
  const both = await Promise.all([send(), send()])
  expect(both.map(({ sent }) => sent).toSorted()).toEqual([0, 1])
  expect(texts).toHaveLength(1)
  expect(await countsOf(all, place)).toMatchObject({ sent: 1, waiting: 0 })
})

test('sums stand in a text where they are chosen when it is carried, and were when it was made', async () => {
  const { all, link, linked, saves, send, texts, gateway, pass } = await withPhones()
  await link()
  const withAmounts = async (isOn: boolean) =>
    choose(all, (await linked())!, { withAmounts: isOn } satisfies Partial<MessageLink>)
  await withAmounts(true)
  await saves()
  await send()
  gateway.isUp = false
  await saves()
  await send()
  await withAmounts(false)
  gateway.isUp = true
  pass(hour)
  await send()
  expect(texts.map(({ text }) => text)).toEqual(['receipt with sums', 'receipt'])
})

test('a phone that is taken off while its text is handed over is told no sum', async () => {
  const { all, link, linked, saves, send, texts, gateway, pass } = await withPhones()
  await link()
  await choose(all, (await linked())!, { withAmounts: true })
  gateway.isUp = false
  await saves()
  await send()
  gateway.isUp = true
  pass(hour)
  const { changeMessageRows } = all.store
  const store = {
    ...all.store,
    changeMessageRows: async (...asked: Parameters<typeof changeMessageRows>) => {
      const done = await changeMessageRows(...asked)
      const isTaken = asked[1].keep?.some(({ kind }) => kind === 'waiting') === true
      if (isTaken) await unlinkMember(all, whose, 'u1')
      return done
    },
  }
  expect(await sendMessagesOf({ ...all, store }, place)).toMatchObject({ sent: 1 })
  expect(texts.map(({ text }) => text)).toEqual(['receipt'])
})

test('texts are carried in the order in which they were made', async () => {
  const { link, saves, send, texts, gateway, pass, waiting } = await withPhones()
  await link()
  gateway.isUp = false
  const made: string[] = []
  for (let i = 0; i < 4; i += 1) {
    await saves()
    await send()
    made.push(
      (await waiting()).toSorted((a, b) => (a.value.madeAt < b.value.madeAt ? 1 : -1))[0]!.value.id,
    )
  }
  gateway.isUp = true
  pass(hour)
  expect(await send()).toMatchObject({ sent: 4 })
  expect(texts.map(({ id }) => id)).toEqual(made)
})

test('an incoming text is taken once by its id, until it is forgotten at its hour', async () => {
  const { all, needs, pass } = await withPhones()
  const until = '2025-03-01T03:00:00.000Z'
  const take = () => takeOnce(all, networkId, { id: 't1', until })
  const world = { ...all, store: needs.store }
  expect(await take()).toBe(true)
  expect(await take()).toBe(false)
  pass(hour - 1)
  await sendAllMessages(world)
  expect(await take()).toBe(false)
  pass(1)
  await sendAllMessages(world)
  expect(await take()).toBe(true)
})

test('a member’s phone is taken off with its code and all that is on its way, and nobody else’s', async () => {
  const { all, gateway, link, linked, saves, send, waiting } = await withPhones()
  gateway.isUp = false
  await link()
  await link('+85512345679', 'm2')
  await saves()
  await send()
  await makeMessageCode(all, whose, by)
  expect(await waiting()).toHaveLength(1)
  expect(await unlinkMember(all, whose, 'u1')).toBe(true)
  expect(await linked()).toBeUndefined()
  expect(await waiting()).toEqual([])
  expect(await foundRows(all, networkId, { kind: 'code', fundId })).toEqual([])
  expect(await unlinkMember(all, whose, 'u1')).toBe(false)
  expect(await linkOfMember(all, { ...whose, memberId: 'm2' })).toBeDefined()
})

test('sums are told to whoever chose them, or gives the PIN of a card that is good', async () => {
  const { all, needs, link, linked } = await withPhones()
  await link()
  const write = (text: string) => answerTo(all, { networkId, from: phone, text })
  const { card, pin } = await issueCard(needs, { fundId, memberId: 'm1' })
  expect(await write('1')).toBe('pin-needed')
  expect(await write(`1 ${pin}`)).toBe('balance with sums')
  expect(await write(`2 ${pin}`)).toBe('next-meeting with sums')
  await revokeCard(needs, networkId, card)
  expect(await write(`1 ${pin}`)).toBe('pin-wrong')
  await choose(all, (await linked())!, { withAmounts: true } satisfies Partial<MessageLink>)
  expect(await write('1')).toBe('balance with sums')
})

test('forty texts of a day are answered to one number, and the next day again', async () => {
  const { all, pass } = await withPhones()
  const write = () => answerTo(all, { networkId, from: phone, text: 'hello' })
  for (let i = 0; i < 40; i += 1) expect(await write()).toBe('stranger')
  expect(await write()).toBeUndefined()
  pass(24 * hour)
  expect(await write()).toBe('stranger')
})
