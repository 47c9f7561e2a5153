import { expect, test } from 'vitest'
import type { beginConfirmation } from '#domain/fund/operations/confirming.ts'
import type { BodyOf } from '#domain/operations/operation.ts'
import { issueCard } from '#src/app/identity/cards.ts'
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

test('what is right or wrong is asked of whoever was drawn, while the round is open, once', async () => {
  const { write, link, entered, kept } = await withMenu()
  await link()
  expect(await write('6')).toBe('not-asked')
  await entered([{ type: 'BeginConfirmation', effectiveOn: '2025-03-01' }])
  const [row] = (await kept.read(fundId, 0, 100)).filter(({ type }) => type === 'ConfirmationBegun')
  const { among } = JSON.parse(row!.data) as BodyOf<typeof beginConfirmation>
  const answers = []
  for (const [i, memberId] of among.entries()) {
    const from = `+8551234567${i}`
    await link(from, memberId)
    answers.push([await write('7', from), await write('6', from)].join(' '))
  }
  expect(answers.filter((one) => one === 'heard-wrong answered-before')).toHaveLength(3)
  expect(answers.filter((one) => one === 'not-asked not-asked')).toHaveLength(among.length - 3)
  const said = (await kept.read(fundId, 0, 100)).filter(
    ({ type }) => type === 'ConfirmationAnswered',
  )
  expect(said.map(({ data }) => JSON.parse(data) as object)).toMatchObject(
    Array.from({ length: 3 }, () => ({ answer: 'wrong', by: 'message' })),
  )
  expect(said[0]).toMatchObject({ recordedBy: 'card', device: 'message' })
})

test('who is right is heard as right', async () => {
  const { write, link, entered } = await withMenu()
  await entered([{ type: 'BeginConfirmation', effectiveOn: '2025-03-01' }])
  const heard = []
  for (const [i, memberId] of [
    'm1',
    'm2',
    'm3',
    'm4',
    'm5',
    'o1',
    'o2',
    'o3',
    'o4',
    'o5',
  ].entries()) {
    await link(`+8551234567${i}`, memberId)
    heard.push(await write('6', `+8551234567${i}`))
  }
  expect(heard.filter((one) => one === 'heard-right')).toHaveLength(3)
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
