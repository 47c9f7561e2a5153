import { beforeAll, expect, test } from 'vitest'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { oneOfEach } from '#test/http/commands/one-of-each.ts'
import { commandsPath, headOf, send } from '#test/http/commands/sending.ts'
import { type Practice, practice } from '#test/support/service.ts'

const right = { login: practiceSecond.login, secret: practiceSecond.pin }

let village: Practice
beforeAll(async () => {
  village = await practice()
})

const sent = async (item: object, query = '') => {
  const token = await village.as('record-keeper')
  return (await send(village, commandsPath(village, query), { token, commands: [item] }))[0]!
}

test('a line is taken back by two people: the one who writes and the one whose secret it takes', async () => {
  const { ReverseEntry: command } = await oneOfEach(village)
  const before = await headOf(village)
  expect(await sent(command)).toMatchObject({ outcome: 'refused', code: 'approval-needed' })
  const wrong = { ...right, secret: '000000' }
  expect(await sent({ ...command, approvals: [wrong] })).toMatchObject({ outcome: 'refused' })
  expect(await sent({ ...command, approvals: 'canary' })).toMatchObject({ code: 'approval-needed' })
  expect(await headOf(village)).toEqual(before)
  const flags = ['reversed-same-day']
  expect(await sent(command, '?dryRun=true')).toMatchObject({ outcome: 'flagged', flags })
  expect(await sent({ ...command, approvals: [right] })).toMatchObject({ flags })
  const head = await headOf(village)
  expect(head).toMatchObject({ type: 'EntryReversed', reverses: command.reverses })
  // The same again, with or without the secret, is the same answer: the command was taken.
  expect(await sent({ ...command, approvals: [right] })).toMatchObject({ seq: head.seq })
  expect(await sent(command)).toMatchObject({ seq: head.seq })
})

test('no secret and no login of an approval is kept in the journal or given back', async () => {
  const { DecideLoan: command } = await oneOfEach(village)
  const answer = await sent({ ...command, approvals: [right] })
  expect(answer).toMatchObject({ outcome: 'recorded' })
  const rows = await village.needs.store.read(village.fundId, 0, 100_000)
  const all = JSON.stringify([rows, answer])
  expect(all).not.toContain(practiceSecond.pin)
  expect(all).not.toContain(practiceSecond.login)
})

test('whoever approves is the one whom the command names', async () => {
  const { RescheduleLoan: command } = await oneOfEach(village)
  const { memberId } = (await oneOfEach(village)).BuyShares
  const ballot = { ...command.ballot, confirmedBy: memberId }
  expect(await sent({ ...command, ballot, approvals: [right] })).toMatchObject({
    outcome: 'refused',
    code: 'approval-of-another',
  })
})

test('nobody who writes a vote down confirms it', async () => {
  const { WriteOffLoan: command } = await oneOfEach(village)
  const members = await village.needs.store.subjects(village.fundId)
  const keeper = members
    .filter(({ kind }) => kind === 'member')
    .map(({ data }) => JSON.parse(data) as { memberId: string; offices: { office: string }[] })
    .find(({ offices }) => offices.some(({ office }) => office === 'record-keeper'))!
  const ballot = { ...command.ballot, confirmedBy: keeper.memberId }
  expect(await sent({ ...command, ballot, approvals: [right] })).toMatchObject({
    outcome: 'refused',
    code: 'approver-not-another',
  })
})

test('what one person may write takes no approval beside it', async () => {
  const { RecordFine: command } = await oneOfEach(village)
  expect(await sent({ ...command, id: village.needs.ids(), approvals: [right] })).toMatchObject({
    outcome: 'invalid',
    code: 'unknown-field',
  })
})
