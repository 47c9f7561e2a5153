import { expect, test } from 'vitest'
import { itemsOf } from '#domain/cases/operation.ts'
import { recordCheckIn, setRhythm } from '#domain/cases/operations/abroad.ts'
import { setContact } from '#domain/cases/operations/person.ts'
import { act, casesOf, looked } from '#src/app/cases/cases.ts'
import { unlocked } from '#src/app/cases/team.ts'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import { answerTo } from '#src/app/messages/menu.ts'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { messageNeeds } from '#src/http/messages/needs.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { practice } from '#test/support/service.ts'

test('a text from the number of somebody who is away goes to the case, and a stranger hears what strangers hear', async () => {
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
  const carrier = async () => 'taken' as const
  const messages = messageNeeds({ ...village.needs, messages: { sealing, carrier } })!
  const from = (number: string, text: string) =>
    answerTo(messages, { networkId, from: number, text })
  expect(await from('012777777', `${safeWord} all well`)).toBe('Thank you.')
  expect(await from('012888888', `${safeWord} all well`)).toContain('ask for a code')
  const { file } = (await looked(needs, desk, code))!
  expect(itemsOf(file, recordCheckIn).at(-1)!.value.answer).toBe('with-word')
})
