import { beforeAll, beforeEach, expect, test } from 'vitest'
import { evening } from '#test/http/commands/one-of-each.ts'
import { commandsPath, headOf } from '#test/http/commands/sending.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let token: string
let members: readonly string[]
beforeAll(async () => {
  village = await practice()
  token = await village.as('record-keeper')
  const rows = await village.needs.store.subjects(village.fundId)
  members = rows.filter(({ kind }) => kind === 'member').map(({ key }) => key)
})

type Answered = {
  readonly answers: readonly { readonly outcome: string; readonly code?: string }[]
  readonly isDryRun: boolean
  readonly isWritten?: boolean
}

const sent = async (commands: readonly object[], query: string, as = token): Promise<Answered> => {
  const answer = await village.ask(commandsPath(village, query), { token: as, json: { commands } })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Answered
}

const saved = (memberId: string, shares: number) => ({
  id: village.needs.ids(),
  v: 1,
  type: 'BuyShares',
  effectiveOn: evening,
  memberId,
  shares,
})

let meeting: readonly object[]
beforeEach(() => {
  meeting = members.slice(0, 20).map((memberId) => saved(memberId, 2))
})

test('a whole meeting is written at once, each line with its own answer', async () => {
  const before = await headOf(village)
  const { answers, isWritten, isDryRun } = await sent(meeting, '?atomic=true')
  expect({ isWritten, isDryRun }).toEqual({ isWritten: true, isDryRun: false })
  expect(answers.map(({ outcome }) => outcome)).toEqual(meeting.map(() => 'recorded'))
  expect((await headOf(village)).seq).toBe(before.seq + 20)
  expect((await sent(meeting, '?atomic=true')).isWritten).toBe(true)
  expect((await headOf(village)).seq).toBe(before.seq + 20)
})

test.each<readonly [string, () => object, string]>([
  ['the rules do not take', () => saved(village.needs.ids(), 1), 'member-unknown'],
  ['cannot be read', () => ({ ...saved(members[0]!, 1), shares: 'two' }), 'shares-not-whole'],
  [
    'is not the sender’s to send',
    () => ({ id: village.needs.ids(), v: 1, type: 'ClosePeriod', effectiveOn: evening }),
    'not-yours-to-do',
  ],
])('where one line %s nothing is written, and that line is named', async (_, wrong, code) => {
  const before = await headOf(village)
  const list = [...meeting.slice(0, 3), wrong(), ...meeting.slice(3)]
  const { answers, isWritten } = await sent(list, '?atomic=true')
  expect(isWritten).toBe(false)
  expect(answers[3]).toMatchObject({ code })
  const taken = answers.filter(({ outcome }) => outcome === 'recorded' || outcome === 'flagged')
  expect(taken).toHaveLength(20)
  expect(answers.every((answer) => !('receipt' in answer))).toBe(true)
  expect(await headOf(village)).toEqual(before)
  const apart = await sent(list, '')
  expect(apart.isWritten).toBeUndefined()
  expect((await headOf(village)).seq).toBe(before.seq + 20)
})

test('a dry run of a whole meeting writes nothing and says so', async () => {
  const before = await headOf(village)
  const { isWritten, isDryRun } = await sent(meeting, '?atomic=true&dryRun=true')
  expect({ isWritten, isDryRun }).toEqual({ isWritten: false, isDryRun: true })
  expect(await headOf(village)).toEqual(before)
})
