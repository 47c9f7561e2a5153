import { expect, test } from 'vitest'
import type { OutgoingText } from '#domain/fund/messages.ts'
import { itemsOf } from '#domain/cases/operation.ts'
import { recordCheckIn, setRhythm } from '#domain/cases/operations/abroad.ts'
import { setContact } from '#domain/cases/operations/person.ts'
import { act, casesOf, looked } from '#src/app/cases/cases.ts'
import { unlocked } from '#src/app/cases/team.ts'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import { makeMessageCode } from '#src/app/messages/linking.ts'
import { answerTo } from '#src/app/messages/menu.ts'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { bookOf } from '#src/app/queries.ts'
import { messageNeeds } from '#src/http/messages/needs.ts'
import { sendingRound } from '#src/http/messages/round.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { day, officer as by } from '#test/http/messages/village.ts'
import { practice } from '#test/support/service.ts'

/** Somebody who is away, asked each fortnight by text; texts of the fund and of cases go by one gateway. */
const awayByText = async () => {
  const village = await practice()
  const { networkId } = village
  await village.ask('/cases/open', { token: await village.as('migration-worker') })
  const needs = {
    ...village.needs.cases!,
    ...village.needs,
    networkId,
    today: village.needs.today(),
  }
  const { login, passphrase } = practiceTeam[0]
  const user = await village.needs.store.userByLogin(networkId, loginKeyOf(login))
  const desk = await unlocked(needs, { userId: user!.userId, passphrase })
  if (typeof desk === 'string' || 'may' in desk) throw new Error('a key stays shut')
  const away = (await casesOf(needs, desk)).find(({ file }) => {
    const last = itemsOf(file, recordCheckIn).at(-1)
    return last?.value.answer === 'with-word'
  })!
  const { code, facts } = away.file
  const { safeWord } = facts['contact']!.value as { safeWord: string }
  const write = (operation: Parameters<typeof act>[2]['operation'], said: object) =>
    act(needs, desk, { code, operation, said: { ...said, seen: facts[operation.name]!.version } })
  const contact = { way: 'text', when: 'at night', safeWord, number: '012 777 777' }
  expect((await write(setContact, contact)).outcome).toBe('recorded')
  const rhythm = { everyDays: 14, how: 'text', toldFirst: user!.userId, from: needs.today }
  expect((await write(setRhythm, rhythm)).outcome).toBe('recorded')
  const sealing = sealingBy({ secret: 'a messages secret for tests' })
  const texts: OutgoingText[] = []
  const carrier = async (text: OutgoingText) => {
    texts.push(text)
    return 'taken' as const
  }
  const messages = messageNeeds({ ...village.needs, messages: { sealing, carrier } })!
  return { village, needs, networkId, desk, code, safeWord, messages, texts }
}

test('a text from the number of somebody who is away goes to the case, and a stranger hears what strangers hear', async () => {
  const { needs, networkId, desk, code, safeWord, messages } = await awayByText()
  const from = (number: string, text: string) =>
    answerTo(messages, { networkId, from: number, text })
  expect(await from('012777777', `${safeWord} all well`)).toBe('Thank you.')
  expect(await from('012888888', `${safeWord} all well`)).toContain('ask for a code')
  const { file } = (await looked(needs, desk, code))!
  expect(itemsOf(file, recordCheckIn).at(-1)!.value.answer).toBe('with-word')
})

test('a round counts what it sent to anybody’s phone, of the fund and of cases', async () => {
  const { village, needs, networkId, messages, texts } = await awayByText()
  const { fundId } = village
  const book = (await bookOf(village.needs.store, fundId))!
  const { memberId } = book.members.find(({ card }) => card === 'M07')!
  const { code: text } = await makeMessageCode(messages, { networkId, fundId, memberId }, by)
  await answerTo(messages, { networkId, from: '012999999', text })
  village.pass(15 * day)
  const save = { id: needs.ids(), v: 1, type: 'RecordDeposit', memberId, amount: 12_000 } as const
  const effectiveOn = village.needs.today()
  await village.needs.record(fundId, [{ ...save, effectiveOn }], by)
  const round = await sendingRound({ texts: { ...messages, cases: village.needs.cases! } })
  expect(texts.map(({ to }) => to)).toEqual(
    expect.arrayContaining(['+85512777777', '+85512999999']),
  )
  expect(round.texts.sent).toBe(texts.length)
})
