import { expect, test } from 'vitest'
import { standingAnswer } from '#domain/fund/meeting/confirming.ts'
import { makeMessageCode } from '#src/app/messages/linking.ts'
import { readText } from '#src/app/messages/menu.ts'
import { bookOf } from '#src/app/queries.ts'
import { chosen, day, hour, officer, other, phone, texting } from '#test/http/messages/village.ts'

test('a code works once, for two days, and only the newest of a member', async () => {
  const its = await texting()
  const { networkId, fundId } = its
  const whose = { networkId, fundId, memberId: await its.memberIdOf('M07') }
  const first = await makeMessageCode(its.with, whose, officer)
  const second = await makeMessageCode(its.with, whose, officer)
  expect(await its.write(phone, first.code)).toContain('មិនត្រឹមត្រូវ')
  expect(await its.write(phone, `link ${second.code}`)).toContain('linked')
  expect(await its.write(other, second.code)).toContain('មិនត្រឹមត្រូវ')
  const late = await makeMessageCode(its.with, whose, officer)
  its.pass(48 * hour)
  expect(await its.write(other, late.code)).toContain('មិនត្រឹមត្រូវ')
})

test('a code is guessed five times by a phone and then not at all, the right one neither', async () => {
  const its = await texting()
  const { networkId, fundId } = its
  const memberId = await its.memberIdOf('M07')
  const { code } = await makeMessageCode(its.with, { networkId, fundId, memberId }, officer)
  const wrong = code === '00000000' ? '00000001' : '00000000'
  for (let i = 0; i < 5; i += 1) await its.write(phone, wrong)
  expect(await its.write(phone, code)).toBe('សូមសួរនៅប្រជុំបន្ទាប់។')
  its.pass(hour)
  expect(await its.write(phone, code)).toContain('បានភ្ជាប់')
})

test('the menu a stranger hears one sentence whatever is written, and nothing of anybody', async () => {
  const its = await texting()
  await its.link('M07', phone)
  const said = new Set<string | undefined>()
  for (const text of ['1', 'balance', 'ឈប់', 'STOP', 'hello', '1 123456', '', 'M07'])
    said.add(await its.write(other, text))
  expect([...said]).toEqual([expect.stringContaining('ask for a code at your meeting')])
})

test('the menu tells sums to whoever knows the PIN, or has chosen sums; and says nothing else', async () => {
  const its = await texting()
  await its.link('M07', phone)
  await chosen(its, 'M07', { language: 'en' })
  const pin = await its.pinOf('M07')
  expect(await its.write(phone, '1')).toContain('the six digits of your card')
  expect(await its.write(phone, `១ ${pin}`)).toMatch(/savings [\d,]+ riel, loan left [\d,]+ riel/)
  expect(await its.write(phone, `next ${pin}`)).toContain('Village book:')
  await chosen(its, 'M07', { withAmounts: true })
  expect(await its.write(phone, '1')).toMatch(/savings [\d,]+ riel/)
  expect(await its.write(phone, '3')).toContain('1 balance')
  expect(await its.write(phone, '៤')).toContain('សមតុល្យ')
})

test('the menu wrong PINs are counted by the lock of the card itself', async () => {
  const its = await texting()
  await its.link('M07', phone)
  await chosen(its, 'M07', { language: 'en' })
  const pin = await its.pinOf('M07')
  const wrong = pin === '000000' ? '000001' : '000000'
  for (let i = 0; i < 5; i += 1) expect(await its.write(phone, `1 ${wrong}`)).toContain('not right')
  expect(await its.write(phone, `1 ${pin}`)).toContain('Try again in 15 minutes')
  const { store } = its.needs
  const [card] = (await store.cards(its.fundId))
    .filter(({ revokedAt }) => revokedAt === undefined)
    .slice(-1)
  const failures = await store.changeBudget(its.fundId, `card:${card!.cardId}`, (before) => ({
    budget: before!,
    answer: before!.failures,
  }))
  expect(failures).toBe(5)
})

test('the menu comes to an end for the day with somebody who answers by machine', async () => {
  const its = await texting()
  let answered = 0
  for (let i = 0; i < 60; i += 1) if (await its.write(other, 'auto reply')) answered += 1
  expect(answered).toBe(40)
})

test('the menu reads numbers, words and codes in both scripts', () => {
  expect(readText(' 1 ')).toEqual({ what: 'balance', pin: undefined })
  expect(readText('Balance 123456')).toEqual({ what: 'balance', pin: '123456' })
  expect(readText('សមតុល្យ ១២៣៤៥៦')).toEqual({ what: 'balance', pin: '123456' })
  expect(readText('១២៣៤-៥៦៧៨')).toEqual({ what: 'code', code: '12345678' })
  expect(readText('my code is 1234 5678')).toEqual({ what: 'code', code: '12345678' })
  expect(readText('5')).toEqual({ what: 'language', language: 'en' })
  expect(readText('what is this')).toEqual({ what: 'help' })
})

test('the menu whoever was drawn is asked by text whether the balance is right, answers once, and the own page still counts before it', async () => {
  const its = await texting()
  const { fundId, needs } = its
  const { members } = (await bookOf(needs.store, fundId))!
  const phoneOf = (memberId: string): string =>
    `0120000${10 + members.findIndex((one) => one.memberId === memberId)}`
  for (const { card, memberId } of members) await its.link(card, phoneOf(memberId), 'chair')
  its.pass(8 * day)
  const roundId = await its.enter({ type: 'BeginConfirmation' })
  const roundOf = async () =>
    (await bookOf(needs.store, fundId))!.fund.confirmations!.find(({ id }) => id === roundId)!
  const { asked } = await roundOf()
  const cardOf = (memberId: string) => members.find((one) => one.memberId === memberId)!.card
  const drawn = asked[0]!
  const notDrawn = members.find(({ memberId }) => !asked.includes(memberId))!
  const [phone, other] = [phoneOf(drawn), phoneOf(notDrawn.memberId)]
  for (const card of [cardOf(drawn), notDrawn.card]) await chosen(its, card, { language: 'en' })
  expect(await its.write(other, '6')).toBe('You are not asked about your balance just now.')
  expect(await its.write(phone, '៧')).toContain('written down that it is not right')
  expect(await its.write(phone, '6')).toContain('answered before')
  // The account is told, and not that its owner said so.
  expect(standingAnswer(await roundOf(), drawn)).toBeUndefined()
  const about = { kind: 'savings', memberId: drawn }
  expect((await bookOf(needs.store, fundId))!.disputes).toContainEqual(
    expect.objectContaining({ about, reason: 'other' }),
  )
  const page = { roundId, memberId: drawn, answer: 'right', by: 'page' } as const
  expect(await its.enter({ type: 'RecordConfirmationAnswer', ...page })).not.toContain('not taken')
  expect(standingAnswer(await roundOf(), drawn)).toMatchObject({ answer: 'right', by: 'page' })
})

test('a phone that is linked when a round begins is asked, once, and only where its member was drawn', async () => {
  const its = await texting()
  const { members } = (await bookOf(its.needs.store, its.fundId))!
  const here = members.slice(0, 12).map(({ card }) => card)
  for (const [i, card] of here.entries()) {
    await its.link(card, `0120000${10 + i}`)
    await chosen(its, card, { language: 'en' })
  }
  await its.send()
  its.texts.length = 0
  const roundId = await its.enter({ type: 'BeginConfirmation' })
  const round = (await bookOf(its.needs.store, its.fundId))!.fund.confirmations!.at(-1)!
  expect(round.id).toBe(roundId)
  await its.send()
  await its.send()
  const asked = members.filter(
    ({ card, memberId }) => here.includes(card) && round.asked.includes(memberId),
  )
  const told = its.texts.filter(({ text }) => text.includes('the fund asks'))
  expect(told.map(({ to }) => to).toSorted()).toEqual(
    asked.map(({ card }) => `+855120000${10 + here.indexOf(card)}`).toSorted(),
  )
})

test('whoever asks for an agency by text hears how its licence stands, linked or not', async () => {
  const its = await texting()
  await its.link('M07', phone)
  for (const from of [phone, other]) {
    expect(await its.write(from, 'AGENCY golden river')).toBe(
      'Golden River (invented): Has a licence (2025-12-31).',
    )
    expect(await its.write(from, 'ក្រុមហ៊ុន ទន្លេមាស')).toContain('មានអាជ្ញាប័ណ្ណ')
    expect(await its.write(from, 'agency nobody at all')).toBe(
      'Not in the register. Do not pay yet, ask us.',
    )
    expect(await its.write(from, 'agency river')).toBe('8 agencies fit. Write more of the name.')
  }
})
