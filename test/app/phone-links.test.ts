import { expect, test } from 'vitest'
import { countsOf } from '#src/app/messages/counting.ts'
import { entriesAfter, journalNews } from '#src/app/messages/news.ts'
import { bookOf } from '#src/app/queries.ts'
import { addressOf, foundRows, linkAt } from '#src/app/messages/rows.ts'
import { choose, linkByCode, makeMessageCode, unlinkMember } from '#src/app/messages/linking.ts'
import { answerTo, readText } from '#src/app/messages/menu.ts'
import { ownMoneyOf } from '#src/app/messages/own-money.ts'
import { remindersOf } from '#src/app/messages/reminding.ts'
import { by, hour, phone, place, whose, withPhones } from '#test/support/phones.ts'
import { fundId, networkId, tried } from '#test/support/small-network.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  idOf,
  paid,
  paidOut,
  relieved,
  storyOf,
} from '#test/support/village.ts'

const other = '+85512345679'

test('codes that have ended are thrown away when another is made, at the very instant of their end', async () => {
  const { all, pass } = await withPhones()
  const codes = async () => (await foundRows(all, networkId, { kind: 'code', fundId })).length
  await makeMessageCode(all, { ...place, memberId: 'm2' }, by)
  pass(48 * hour - 1)
  await makeMessageCode(all, { ...place, memberId: 'm3' }, by)
  expect(await codes()).toBe(2)
  pass(1)
  await makeMessageCode(all, { ...place, memberId: 'm4' }, by)
  expect(await codes()).toBe(2)
})

test('what was written down of a code, a link and its end stands in the log when the answer is there', async () => {
  const { all, kept, link } = await withPhones()
  const last = async () => (await kept.activities(fundId, { limit: 1 }))[0]?.action
  await makeMessageCode(all, whose, by)
  expect(await last()).toBe('link-phones')
  await link()
  expect(await last()).toBe('link-phone')
  await unlinkMember(all, whose, 'u1')
  expect(await last()).toBe('unlink-phone')
  expect(await linkAt(all, networkId, phone)).toBeUndefined()
})

test('a link keeps whether its owner made the code herself, two gave it out, or one alone', async () => {
  const { link, linked } = await withPhones()
  for (const [stoodBehind, kept] of [
    ['owner', 'owner'],
    [{ second: 'u2' }, 'two'],
    [undefined, undefined],
  ] as const) {
    await link(phone, 'm1', stoodBehind)
    expect((await linked())?.value.stoodBehind).toBe(kept)
  }
})

test('where no agencies can be looked up, whoever asks for one is answered like anybody else', async () => {
  const { all } = await withPhones()
  const write = (text: string) => answerTo(all, { networkId, from: phone, text })
  expect(await write('agency river')).toBe(await write('hello'))
  const lookUp = async ({ typed }: { readonly typed: string }) => `looked up ${typed}`
  expect(await answerTo({ ...all, lookUp }, { networkId, from: phone, text: 'agency river' })).toBe(
    'looked up river',
  )
})

test('a phone of the same id in another fund is another one’s, and is not taken over', async () => {
  const { all, link } = await withPhones()
  await link()
  const elsewhere = { networkId, fundId: idOf(77), memberId: 'm1' }
  const { code } = await makeMessageCode(all, elsewhere, by)
  const asked = { networkId, address: phone, code, language: 'en' as const }
  expect((await linkByCode(all, asked)).what).toBe('phone-taken')
})

test('a new phone is not reminded of what the old one was reminded of', async () => {
  const { all, link, linked, entered, send, pass } = await withPhones()
  await link()
  await entered([paidOut({ on: '2025-02-20', principal: 90_000, months: 3, product: 'emergency' })])
  const before = (await linked())!
  await choose(all, before, { kinds: ['reminder'] })
  pass(16 * 24 * hour)
  await send()
  await link(other)
  expect((await linked())!.value).toMatchObject({
    address: other,
    reminded: { l1: '2025-03-20' },
    kinds: ['reminder'],
  })
})

test('whoever may not guess any more is told to come in person', async () => {
  const its = await withPhones()
  await tried(its, networkId, 'message-codes', 200)
  const asked = { networkId, from: phone, text: '1234 5678' }
  expect(await answerTo(its.all, asked)).toBe('in-person')
})

test('a linked phone is answered in its own language, whatever script is written in', async () => {
  const { all, link } = await withPhones()
  await link()
  const say = (_: unknown, { language }: { language: string }) => language
  const write = (text: string) => answerTo({ ...all, say }, { networkId, from: phone, text })
  expect(await write('សមតុល្យ')).toBe('en')
  expect(await write('១២៣៤ ៥៦៧៨')).toBe('en')
})

test('a text is read through full-width signs, dots and blanks around it', () => {
  expect(readText(' １ ')).toEqual({ what: 'balance', pin: undefined })
  expect(readText('។ ឈប់ ។')).toEqual({ what: 'stop' })
  expect(readText('\u200bSTOP!')).toEqual({ what: 'stop' })
  expect(addressOf('０１２３４５６７８')).toBe('+85512345678')
})

const bookWith = (...told: readonly StoryCommand[]) =>
  fundBookOf(
    storyOf([
      founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
      admitted('m1'),
      admitted('m2'),
      ...told,
    ]),
  )
const lent = paidOut({ on: '2025-01-20', principal: 90_000, months: 3, product: 'emergency' })
const reminded = (today: string, ...told: readonly StoryCommand[]) =>
  remindersOf(bookWith(lent, ...told), { memberId: 'm1', reminded: {} }, today).map(({ on }) => on)

test('nobody is reminded of a day that relief puts off, nor by the death of another', () => {
  expect(reminded('2025-02-17')).toEqual(['2025-02-20'])
  // The window begins after today and before the day of payment.
  const window = { from: '2025-02-18', to: '2025-03-31' }
  expect(reminded('2025-02-17', relieved('2025-02-17', window))).toEqual([])
  // What is late is brought to the next meeting, and waits while relief holds on that day.
  expect(reminded('2025-03-17')).toEqual(['2025-03-20'])
  const soon = { from: '2025-03-18', to: '2025-04-30' }
  expect(reminded('2025-03-17', relieved('2025-03-17', soon))).toEqual([])
  const died: StoryCommand = { type: 'RecordDeath', effectiveOn: '2025-02-01', memberId: 'm2' }
  expect(reminded('2025-02-17', died)).toEqual(['2025-02-20'])
  expect(reminded('2025-02-17', { ...died, memberId: 'm1' })).toEqual([])
})

const beside = paidOut({ on: '2025-01-20', loanId: 'l2', principal: 60_000, months: 3 })

test('of two loans that are to be paid on one day each is reminded of by itself', () => {
  const due = (told: Readonly<Record<string, string>>) =>
    remindersOf(bookWith(lent, beside), { memberId: 'm1', reminded: told }, '2025-02-17').map(
      ({ loanId }) => loanId,
    )
  expect(due({})).toEqual(['l1', 'l2'])
  expect(due({ l1: '2025-02-20' })).toEqual(['l2'])
})

test('of two reminders that wait for one day the one whose loan was paid meanwhile is dropped alone', async () => {
  const { all, link, linked, entered, send, waiting, gateway, pass } = await withPhones()
  await link()
  const on = '2025-02-04'
  await entered([
    paidOut({ on, principal: 90_000, months: 3, product: 'emergency' }),
    paidOut({ on, loanId: 'l2', principal: 30_000, months: 3 }),
  ])
  await send()
  await choose(all, (await linked())!, { kinds: ['reminder'] })
  pass(16 * 24 * hour)
  gateway.isUp = false
  await send()
  expect(await waiting()).toHaveLength(2)
  await entered([paid('2025-03-17', 60_000)])
  await send()
  expect(await waiting()).toHaveLength(1)
})

test('the reminder of a second loan, a day later, does not send the one of the first again', async () => {
  const { all, link, linked, entered, send, texts, pass } = await withPhones()
  await link()
  await entered([
    {
      ...paidOut({ on: '2025-02-20', principal: 90_000, months: 3, product: 'emergency' }),
      firstDueOn: '2025-03-19',
    } as StoryCommand,
    paidOut({ on: '2025-02-20', loanId: 'l2', principal: 30_000, months: 3 }),
  ])
  await send()
  await choose(all, (await linked())!, { kinds: ['reminder'] })
  const before = texts.length
  pass(15 * 24 * hour)
  for (const sent of [1, 2, 2]) {
    await send()
    expect(texts).toHaveLength(before + sent)
    pass(24 * hour)
  }
})

test('of whom the book knows nothing, the menu alone is answered', async () => {
  const { all, entered } = await withPhones()
  const asked = (of: object, what: 'balance' | 'next' = 'balance') =>
    ownMoneyOf(all, { fundId, memberId: 'm1', ...of }, what)
  expect(await asked({})).toMatchObject({ what: 'balance', savings: 0, owed: 0 })
  expect(await asked({ memberId: 'nobody' })).toEqual({ what: 'menu' })
  expect(await asked({ fundId: 'none' })).toEqual({ what: 'menu' })
  await entered([
    paidOut({ on: '2025-02-20', principal: 50_000, months: 5, product: 'emergency' }),
    {
      ...paidOut({
        on: '2025-02-20',
        principal: 60_000,
        months: 5,
        loanId: 'l2',
      }),
      product: 'emergency',
      firstDueOn: '2025-03-10',
    } as StoryCommand,
  ])
  expect(await asked({}, 'next')).toMatchObject({ on: '2025-03-10', amount: 12_000 })
})

test('whoever has written forty texts keeps no other number from being answered', async () => {
  const { all } = await withPhones()
  const write = (from: string) => answerTo(all, { networkId, from, text: 'hello' })
  for (let i = 0; i < 40; i += 1) await write(phone)
  expect(await write(phone)).toBeUndefined()
  expect(await write(other)).toBe('stranger')
})

test('two texts that did not reach a phone are two', async () => {
  const { all, gateway, link, saves, send, pass } = await withPhones()
  gateway.isUp = false
  await link()
  for (let i = 0; i < 2; i += 1) {
    await saves()
    await send()
    pass(72 * hour)
    await send()
  }
  expect((await countsOf(all, place)).notReached).toEqual([{ memberId: 'm1', texts: 2 }])
})

test('what was on its way to the phone of before is told to neither', async () => {
  const { gateway, link, saves, send, waiting, texts } = await withPhones()
  gateway.isUp = false
  await link()
  await saves()
  await send()
  expect(await waiting()).toHaveLength(1)
  await link(other)
  expect(await waiting()).toEqual([])
  gateway.isUp = true
  await send()
  expect(texts).toEqual([])
})

test('of a second round those are asked who were drawn for it', async () => {
  const { kept, entered, pass } = await withPhones()
  await entered([{ type: 'BeginConfirmation', effectiveOn: '2025-02-01' }])
  pass(90 * 24 * hour)
  const head = (await kept.read(fundId, 0, 100)).length
  await entered([{ type: 'BeginConfirmation', effectiveOn: '2025-05-30' }])
  const book = (await bookOf(kept, fundId))!
  const asked = journalNews(book, await entriesAfter(kept, fundId, head))
  expect(asked.map(({ memberId }) => memberId)).toEqual(book.fund.confirmations![1]!.asked)
  expect(asked.map(({ key }) => key)).toContain(book.fund.confirmations![1]!.id)
})
