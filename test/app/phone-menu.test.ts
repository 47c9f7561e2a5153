import { expect, test } from 'vitest'
import { issueCard } from '#src/app/identity/cards.ts'
import { noticesFor } from '#src/app/identity/hands.ts'
import { choose, linkByCode, makeMessageCode } from '#src/app/messages/linking.ts'
import { answerTo } from '#src/app/messages/menu.ts'
import { linkAt } from '#src/app/messages/rows.ts'
import { by, hour, phone, place, whose, withPhones } from '#test/support/phones.ts'
import { failuresAt, fundId, networkId, tried } from '#test/support/small-network.ts'
import { type StoryCommand, paidOut } from '#test/support/village.ts'

const dayMs = 24 * hour

const withMenu = async () => {
  const its = await withPhones()
  const write = (text: string, from = phone) => answerTo(its.all, { networkId, from, text })
  const log = async () =>
    (await its.kept.activities(fundId, { limit: 100 })).map(
      ({ action, actor, subject, outcome }) => `${action} ${actor} ${subject} ${outcome}`,
    )
  return { ...its, write, log }
}

test('whoever writes stop is written to no more, and the log of the member says so', async () => {
  const { write, link, linked, log } = await withMenu()
  await link()
  expect((await log())[0]).toBe('link-phone card member:m1 done')
  expect((await log())[1]).toBe('link-phones u1 member:m1 done')
  expect(await write('0')).toBe('stopped')
  expect(await linked()).toBeUndefined()
  expect((await log())[0]).toBe('unlink-phone card member:m1 done')
  expect(await write('1')).toBe('stranger')
})

test('a language is chosen by its number, and what is not understood is answered by the menu', async () => {
  const { write, link, linked, pass, all } = await withMenu()
  await link()
  pass(1_000)
  expect(await write('4')).toBe('menu')
  expect((await linked())!.value).toMatchObject({ language: 'km', heardAt: all.clock() })
  pass(1_000)
  expect(await write('what?')).toBe('menu')
  // Whoever writes is heard of, whatever it is.
  expect((await linked())!.value).toMatchObject({ language: 'km', heardAt: all.clock() })
})

test('a stranger is answered in the script of the text, and nothing is answered to what is no number', async () => {
  const { all } = await withMenu()
  const say = (_: unknown, { language }: { language: string }) => language
  const write = (text: string, from = phone) => answerTo({ ...all, say }, { networkId, from, text })
  expect(await write('hello')).toBe('en')
  expect(await write('សមតុល្យ')).toBe('km')
  expect(await write('1')).toBe('km')
  expect(await write('hello', '12345')).toBeUndefined()
})

test('a number that was silent for a year is a stranger’s, and one that was silent a moment less is not', async () => {
  const { write, link, linked, pass, log } = await withMenu()
  await link()
  pass(365 * dayMs - 1)
  expect(await write('3')).toBe('menu')
  pass(365 * dayMs)
  expect(await write('3')).toBe('stranger')
  expect(await linked()).toBeUndefined()
  expect((await log())[0]).toBe('unlink-phone card member:m1 done')
})

test('a wrong PIN costs a guess of the card’s five, and each look at sums stands in the log', async () => {
  const { write, link, needs, pass, log } = await withMenu()
  await link()
  const { pin } = await issueCard(needs, { fundId, memberId: 'm1' })
  const wrong = pin === '111111' ? '222222' : '111111'
  for (let i = 0; i < 5; i += 1) expect(await write(`1 ${wrong}`)).toBe('pin-wrong')
  expect((await log())[0]).toBe('read-member card own:m1 refused')
  // A quarter of an hour, whatever is typed.
  expect(await write(`1 ${pin}`)).toBe('wait')
  pass(15 * 60_000)
  expect(await write(`1 ${pin}`)).toBe('balance with sums')
  expect((await log())[0]).toBe('read-member card own:m1 read')
})

test('how long is to be waited is told in whole minutes, one at least', async () => {
  const { all, link, needs, pass } = await withMenu()
  await link()
  const { pin } = await issueCard(needs, { fundId, memberId: 'm1' })
  const wrong = pin === '111111' ? '222222' : '111111'
  const say = (told: { readonly what: string; readonly minutes?: number }) =>
    `${told.what} ${told.minutes}`
  const write = () => answerTo({ ...all, say }, { networkId, from: phone, text: `1 ${wrong}` })
  for (let i = 0; i < 5; i += 1) await write()
  expect(await write()).toBe('wait 15')
  pass(1)
  expect(await write()).toBe('wait 15')
  pass(60_000)
  expect(await write()).toBe('wait 14')
  pass(14 * 60_000 - 2)
  expect(await write()).toBe('wait 1')
})

test('after twenty wrong guesses two officers are needed', async () => {
  const its = await withMenu()
  await its.link()
  const { card } = await issueCard(its.needs, { fundId, memberId: 'm1' })
  await tried(its, fundId, `card:${card.cardId}`, 20)
  expect(await its.write('1 111111')).toBe('in-person')
})

/** All members of the small fund, of whom three are drawn. */
const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'o1', 'o2', 'o3', 'o4', 'o5'] as const
const phoneAt = (i: number): string => `+8551234567${i}`
const byTwo = { second: 'u2' } as const

type How = {
  readonly stoodBehind?: 'owner' | typeof byTwo
  readonly days?: number
  /** 6 says that it is right, 7 that it is not. */
  readonly key?: '6' | '7'
}

/** Each member's phone is linked, days go by, members are asked, and each phone says that it is right. */
const answersOf = async (
  { stoodBehind, days = 7, key = '6' }: How,
  more: { readonly late?: true; readonly isDisputed?: true } = {},
) => {
  const its = await withMenu()
  const { link, write, entered, pass, all } = its
  const dispute = (memberId: string) => ({
    type: 'RaiseDispute' as const,
    effectiveOn: all.today(),
    about: { kind: 'savings' as const, memberId },
    reason: 'other' as const,
  })
  if (more.isDisputed) await entered(members.map(dispute))
  const linkAll = async () => {
    for (const [i, memberId] of members.entries()) await link(phoneAt(i), memberId, stoodBehind)
  }
  const begin = () => entered([{ type: 'BeginConfirmation', effectiveOn: all.today() }])
  if (more.late) {
    await begin()
    await linkAll()
    pass(days * dayMs)
  } else {
    await linkAll()
    pass(days * dayMs)
    await begin()
  }
  const heard: (string | undefined)[] = []
  for (const i of members.keys()) heard.push(await write(key, phoneAt(i)))
  return { ...its, heard: heard.filter((one) => one !== 'not-asked') }
}

test('what is right or wrong is asked of whoever was drawn, while the round is open, once', async () => {
  const its = await answersOf({ stoodBehind: byTwo })
  expect(its.heard).toEqual(Array(3).fill('heard-right'))
  const again = []
  for (const i of members.keys()) again.push(await its.write('7', phoneAt(i)))
  expect(again.filter((one) => one === 'answered-before')).toHaveLength(3)
  const said = (await its.kept.read(fundId, 0, 100)).filter(
    ({ type }) => type === 'ConfirmationAnswered',
  )
  expect(said.map(({ data }) => JSON.parse(data) as object)).toMatchObject(
    Array.from({ length: 3 }, () => ({ answer: 'right', by: 'message' })),
  )
  expect(said[0]).toMatchObject({ recordedBy: 'card', device: 'message' })
})

test('a no from the own phone is written although somebody had said so before the round, and once', async () => {
  const its = await answersOf({ stoodBehind: byTwo, key: '7' }, { isDisputed: true })
  expect(its.heard).toEqual(Array(3).fill('heard-wrong'))
  const again = []
  for (const i of members.keys()) again.push(await its.write('7', phoneAt(i)))
  expect(again.filter((one) => one === 'answered-before')).toHaveLength(3)
})

test('nobody answers for others from phones that one officer alone could link', async () => {
  const elsewhere = Array(3).fill('answer-elsewhere')
  const alone = await answersOf({})
  expect(alone.heard).toEqual(elsewhere)
  expect((await alone.kept.read(fundId, 0, 100)).map(({ type }) => type)).not.toContain(
    'ConfirmationAnswered',
  )
  expect((await answersOf({ stoodBehind: 'owner' })).heard).toEqual(Array(3).fill('heard-right'))
})

test('nor from one that was linked when the round was on, or less than a week before', async () => {
  const elsewhere = Array(3).fill('answer-elsewhere')
  expect((await answersOf({ stoodBehind: byTwo, days: 6 })).heard).toEqual(elsewhere)
  expect((await answersOf({ stoodBehind: byTwo, days: 8 }, { late: true })).heard).toEqual(
    elsewhere,
  )
})

test('a phone that officers linked, or another one than before, is told where its owner comes in', async () => {
  const { all, link, kept } = await withMenu()
  const { card } = await issueCard(all, whose)
  const told = async () =>
    (
      await noticesFor(kept, {
        networkId,
        userId: undefined,
        card: { fundId, memberId: 'm1' },
        deviceId: card.cardId,
      })
    ).map(({ of, by: hands }) => `${of} ${hands.join(' ')}`)
  await link(phone, 'm1', 'owner')
  expect(await told()).toEqual([])
  await link('+85512345679', 'm1', 'owner')
  expect(await told()).toEqual(['phone u1'])
  await link('+85512345671', 'm1', byTwo)
  expect((await told()).join(', ')).toContain('u2')
})

test('the next payment is the earliest of all loans with what falls due that day, and else the next meeting', async () => {
  const { all, link, linked, entered } = await withMenu()
  await link()
  await choose(all, (await linked())!, { withAmounts: true })
  const say = (told: object) => JSON.stringify(told)
  const write = async (text: string) =>
    JSON.parse((await answerTo({ ...all, say }, { networkId, from: phone, text }))!) as object
  expect(await write('2')).toEqual({ what: 'next-meeting', on: '2025-03-20' })
  const lent = (loanId: string, principal: number, more: object = {}): StoryCommand =>
    ({
      ...paidOut({ on: '2025-02-20', principal, months: 10, loanId, product: 'emergency' }),
      ...more,
    }) as StoryCommand
  await entered([
    { type: 'RecordDeposit', effectiveOn: '2025-02-20', memberId: 'm1', amount: 9_000 },
    lent('l1', 70_000, { firstDueOn: '2025-03-25' }),
    lent('l2', 50_000),
    lent('l3', 20_000),
  ])
  expect(await write('2')).toEqual({
    what: 'next',
    on: '2025-03-20',
    amount: 7_000,
    currency: 'KHR',
  })
  expect(await write('1')).toEqual({
    what: 'balance',
    on: '2025-03-01',
    savings: 9_000,
    owed: 140_000,
    currency: 'KHR',
  })
})

test('a code from a new phone is told to the old one too, without a sum', async () => {
  const { all, write, link, waiting } = await withMenu()
  await link()
  const { code } = await makeMessageCode(all, whose, by)
  expect(await write(`code ${code}`, '+85512345679')).toBe('linked')
  expect((await waiting()).map(({ value }) => value)).toMatchObject([
    { address: phone, text: 'moved', memberId: 'm1', fundId, tries: 0, madeAt: all.clock() },
  ])
  expect((await waiting())[0]!.value.id).toHaveLength(32)
  // From the phone itself nobody is told.
  const again = await makeMessageCode(all, whose, by)
  expect(await write(again.code, '+85512345679')).toBe('linked')
  expect(await waiting()).toHaveLength(1)
  expect(await write('1234 5678', '+85512345679')).toBe('code-wrong')
  const other = await makeMessageCode(all, { ...place, memberId: 'm2' }, by)
  expect(await write(other.code, '+85512345679')).toBe('phone-taken')
})

test('five wrong codes are one phone’s, two hundred are all phones’, and a right one gives its guess back', async () => {
  const its = await withPhones()
  const { all, pass } = its
  const guess = (code: string, address = phone) =>
    linkByCode(all, { networkId, address, code, language: 'en' })
  for (let i = 0; i < 4; i += 1) expect((await guess('1')).what).toBe('code-wrong')
  const { code } = await makeMessageCode(all, whose, by)
  expect((await guess(code)).what).toBe('linked')
  expect(await failuresAt(its, networkId, 'message-codes')).toBe(4)
  for (let i = 0; i < 5; i += 1) expect((await guess('1')).what).toBe('code-wrong')
  const next = await makeMessageCode(all, whose, by)
  expect((await guess(next.code)).what).toBe('wait')
  pass(15 * 60_000)
  expect((await guess(next.code)).what).toBe('linked')
  await tried(its, networkId, 'message-codes', 199)
  const [one, other] = ['+85512345671', '+85512345672']
  expect((await guess('1', one)).what).toBe('code-wrong')
  expect((await guess('1', other)).what).toBe('wait')
  // Nobody is locked out by knocking at a door that is closed to all.
  for (let i = 0; i < 5; i += 1) await guess('1', other)
  await tried(its, networkId, 'message-codes', 0)
  expect((await guess('1', other)).what).toBe('code-wrong')
})

test('a phone is linked from the head of the book on, and its choices can be changed', async () => {
  const { all, kept, link, linked } = await withPhones()
  await link()
  const head = (await kept.read(fundId, 0, 1_000)).at(-1)!.seq
  const before = (await linked())!
  expect(before.value).toMatchObject({ afterSeq: head, heardAt: all.clock(), reminded: {} })
  expect(await choose(all, before, { kinds: [] })).toMatchObject({ kinds: [] })
  // What was read before somebody else changed it changes nothing.
  expect(await choose(all, before, { kinds: ['summary'] })).toBeUndefined()
  expect((await linkAt(all, networkId, phone))!.value.kinds).toEqual([])
})
