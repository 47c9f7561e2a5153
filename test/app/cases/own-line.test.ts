import { expect, test } from 'vitest'
import type { OutgoingText } from '#domain/fund/messages.ts'
import { itemsOf } from '#domain/cases/operation.ts'
import { recordCheckIn, setRhythm } from '#domain/cases/operations/abroad.ts'
import { addTask, setStage } from '#domain/cases/operations/plan.ts'
import { setContact } from '#domain/cases/operations/person.ts'
import { closeCase } from '#domain/cases/operations/life.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import { type ActNeeds, act, caseOf, looked, openCase } from '#src/app/cases/cases.ts'
import { codeIn, codeText, makeOwnCard, openOwnCard, ownViewBy } from '#src/app/cases/own-card.ts'
import { untilKept } from '#src/app/cases/leaf-pages.ts'
import { hasUnread, ownChanges, say } from '#src/app/cases/own-line.ts'
import { type TextNeeds, heardFrom, keepPhone, sendCaseTexts } from '#src/app/cases/texts.ts'
import { sayMessage } from '#src/http/messages/say.ts'
import { caseTeam, firstTalk } from '#test/app/cases/case-team.ts'

/* Somebody is abroad and has agreed on a word. Texts go and come; none tells what it is about. */

const id = (n: number): string => `a0000000-0000-8000-8000-00000000000${n}`
const number = '012 345 678'
const today = '2026-11-02'

const on = (needs: ActNeeds, day: string): ActNeeds => ({
  ...needs,
  today: day,
  clock: () => `${day}T03:00:00.000Z`,
})

const abroad = async () => {
  const team = caseTeam()
  const desk = await team.worker(id(1))
  const { code } = await openCase(team.needs, desk, firstTalk)
  const write = (operation: Parameters<typeof act>[2]['operation'], said: object) =>
    act(team.needs, desk, { code, operation, said })
  await write(setStage, { stage: 'abroad', since: today, seen: 1 })
  await write(setContact, { way: 'text', when: 'at night', safeWord: 'lotus', number, seen: 1 })
  await write(setRhythm, { everyDays: 7, how: 'text', toldFirst: id(1), from: today, seen: 0 })
  await keepPhone(
    team.needs,
    { networkId: team.needs.networkId, userId: id(1) },
    {
      number: '011 111 111',
      language: 'en',
    },
  )
  const sent: OutgoingText[] = []
  const texts = (day: string, carries = true): TextNeeds => ({
    ...on(team.needs, day),
    today: () => day,
    carrier: async (text) => {
      if (!carries) return 'not-taken'
      sent.push(text)
      return 'taken'
    },
    say: sayMessage,
    supervisorsOf: async () => [id(2)],
  })
  const round = (day: string, carries = true) =>
    sendCaseTexts(texts(day, carries), team.needs.networkId)
  return { ...team, desk, code, sent, round, write }
}

const answersOf = async (needs: ActNeeds, desk: Parameters<typeof looked>[1], code: string) =>
  itemsOf((await looked(needs, desk, code))!.file, recordCheckIn).map(({ value }) => value)

test('the service asks how somebody is when it is due, once, and again where the text was not taken', async () => {
  const { sent, round } = await abroad()
  expect(await round(daysAfter(today, 6))).toBe(0)
  expect(await round(daysAfter(today, 7), false)).toBe(0)
  expect(await round(daysAfter(today, 7))).toBe(1)
  expect(await round(daysAfter(today, 7))).toBe(0)
  expect(sent.map(({ to }) => to)).toEqual(['+85512345678'])
})

test('silence is told to the worker, and no text says a name, a place, a word or what it is about', async () => {
  const { needs, sent, round } = await abroad()
  await keepPhone(
    needs,
    { networkId: needs.networkId, userId: id(2) },
    {
      number: '022 222 222',
      language: 'km',
    },
  )
  await round(daysAfter(today, 7))
  await round(daysAfter(today, 8))
  await round(daysAfter(today, 8))
  await round(daysAfter(today, 10))
  await round(daysAfter(today, 30))
  expect(sent.map(({ to }) => to)).toEqual(['+85512345678', '+85511111111', '+85522222222'])
  for (const { text } of sent)
    expect(text).not.toMatch(/case|survivor|traffick|lotus|abroad|migra|ករណី|ចំណាក/i)
})

test('an answer with the word ends it, is in the file at the next look, and is asked for again a rhythm later', async () => {
  const { needs, desk, code, round, sent } = await abroad()
  await round(daysAfter(today, 7))
  const day = daysAfter(today, 8)
  const heard = (address: string, text: string) =>
    heardFrom(on(needs, day), { networkId: needs.networkId, address, text })
  expect(await heard('+85599999999', 'Lotus')).toBe(false)
  expect(await heard('+85512345678', 'Lotus, all is well')).toBe(true)
  const now = on(needs, day)
  expect(await answersOf(now, desk, code)).toEqual([{ on: day, answer: 'with-word' }])
  // Read once: it is not written twice.
  expect(await answersOf(now, desk, code)).toHaveLength(1)
  sent.length = 0
  await round(daysAfter(day, 1))
  expect(sent).toEqual([])
  await round(daysAfter(day, 7))
  expect(sent).toHaveLength(1)
})

test('an answer without the word, and a call for help, are in the file as such', async () => {
  const { needs, desk, code } = await abroad()
  const from = { networkId: needs.networkId, address: '+85512345678' }
  await heardFrom(needs, { ...from, text: 'who is this' })
  await heardFrom(needs, { ...from, text: 'help me' })
  const answers = await answersOf(needs, desk, code)
  expect(answers.map(({ answer }) => answer)).toEqual(['without-word', 'asked-for-help'])
})

test('what comes in at six in the morning is of that day, as it is in the village', async () => {
  const { needs, desk, code } = await abroad()
  const early = { ...needs, clock: () => '2026-11-02T23:00:00.000Z', today: '2026-11-03' }
  const from = { networkId: needs.networkId, address: '+85512345678' }
  await heardFrom(early, { ...from, text: 'help me' })
  expect(await answersOf(early, desk, code)).toEqual([
    { on: '2026-11-03', answer: 'asked-for-help' },
  ])
})

test('a call is told to both again where the one before it was read that same day, and where another word came before', async () => {
  const { needs, desk, code, sent, round } = await abroad()
  const { networkId } = needs
  await keepPhone(needs, { networkId, userId: id(2) }, { number: '022 222 222', language: 'km' })
  const says = (text: string) => heardFrom(needs, { networkId, address: '+85512345678', text })
  const told = async (): Promise<readonly string[]> => {
    const before = sent.length
    await round(today)
    return sent.slice(before).map(({ to }) => to.slice(4, 7))
  }
  const [worker, supervisor] = ['111', '222']
  await says('who is this')
  expect(await told()).toEqual([worker])
  await says('help me')
  expect(await told()).toEqual([worker, supervisor])
  expect(await told()).toEqual([])
  await looked(needs, desk, code)
  expect(await told()).toEqual([])
  await says('help me')
  expect(await told()).toEqual([worker, supervisor])
  // While nobody has read that one, one more says nothing new.
  await says('help me')
  expect(await told()).toEqual([])
  // A gateway hands over once what has one number.
  const ids = sent.map((one) => one.id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the store shows nothing of what was said, nor of the number', async () => {
  const { needs, leaves } = await abroad()
  const from = { networkId: needs.networkId, address: '+85512345678' }
  await heardFrom(needs, { ...from, text: 'Lotus Zinnia' })
  const ids = await leaves.ids(undefined, 1_000)
  const all = [...(await leaves.read(ids)).values()].map((one) =>
    Buffer.from(one).toString('latin1'),
  )
  expect(all.some((one) => /Zinnia|12345678|345 678/.test(one))).toBe(false)
  expect(all.every((one) => one.length === 4096)).toBe(true)
})

test('the own card opens by the square code and the digits together, and shows the own tasks', async () => {
  const { needs, desk, code, write } = await abroad()
  const made = await makeOwnCard(needs, desk, code)
  if (made.outcome !== 'made') throw new Error(made.code)
  await write(addTask, { what: 'Bring the contract', dueOn: today, whose: 'person' })
  expect(codeIn(codeText(made.code))).toEqual(made.code)
  const wrong = made.pin === '000000' ? '000001' : '000000'
  expect(await openOwnCard(needs, { code: made.code, pin: wrong })).toBe('wrong')
  const other = { ...made.code, secret: '0'.repeat(32) }
  expect(await openOwnCard(needs, { code: other, pin: made.pin })).toBe('wrong')
  const opened = await openOwnCard(needs, { code: made.code, pin: made.pin })
  if (typeof opened === 'string' || 'may' in opened) throw new Error('the card does not open')
  const seen = await ownViewBy(needs, { id: made.code.id, ...opened })
  expect(seen?.view.tasks).toEqual([{ what: 'Bring the contract', dueOn: today }])
  await say(needs, made.code.id, { text: '', isCall: true })
  expect(await answersOf(needs, desk, code)).toEqual([{ on: today, answer: 'asked-for-help' }])
})

test('a new card stops the older one, and a case that has ended shows nothing any more', async () => {
  const { needs, desk, code, write } = await abroad()
  const [older, newer] = [
    await makeOwnCard(needs, desk, code),
    await makeOwnCard(needs, desk, code),
  ]
  if (older.outcome !== 'made' || newer.outcome !== 'made') throw new Error('no card')
  expect(await openOwnCard(needs, older)).toBe('wrong')
  const opened = await openOwnCard(needs, newer)
  if (typeof opened === 'string' || 'may' in opened) throw new Error('the card does not open')
  await write(closeCase, { why: 'goals-reached' })
  expect(await ownViewBy(needs, { id: newer.code.id, ...opened })).toBeUndefined()
  expect(await say(needs, newer.code.id, { text: 'Lotus' })).toBe(false)
})

test('five wrong guesses of the digits make whoever guesses wait', async () => {
  const { needs, desk, code } = await abroad()
  const made = await makeOwnCard(needs, desk, code)
  if (made.outcome !== 'made') throw new Error('no card')
  const wrong = made.pin === '000000' ? '000001' : '000000'
  for (let n = 0; n < 5; n += 1)
    expect(await openOwnCard(needs, { code: made.code, pin: wrong })).toBe('wrong')
  expect(await openOwnCard(needs, made)).toMatchObject({ may: 'wait' })
})

test('of more than six words that nobody has read the first six wait, and a call finds room', async () => {
  const { needs, desk, code } = await abroad()
  const from = { networkId: needs.networkId, address: '+85512345678' }
  for (let i = 0; i < 7; i += 1) await heardFrom(needs, { ...from, text: 'who is this' })
  await heardFrom(needs, { ...from, text: 'help me' })
  const answers = (await answersOf(needs, desk, code)).map(({ answer }) => answer)
  expect(answers).toEqual([...Array.from({ length: 5 }, () => 'without-word'), 'asked-for-help'])
})

test('what comes in while a file is written waits to be read', async () => {
  const { needs, desk, code } = await abroad()
  const { file } = (await caseOf(needs, desk, code))!
  for (const text of ['lotus', 'lotus once more']) await say(needs, file.own!.id, { text })
  await untilKept<void>(needs, async () => ({
    answer: undefined,
    changes: await ownChanges(needs, file, { heard: 1 }),
  }))
  expect(await hasUnread(needs, file)).toBe(true)
})
