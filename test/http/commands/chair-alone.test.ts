import { beforeEach, expect, test } from 'vitest'
import type { Member } from '#domain/fund/people/members.ts'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import { setSecret } from '#src/app/identity/users.ts'
import {
  makePracticePeople,
  practiceKeeper,
  practiceSecond,
} from '#src/app/practice/practice-people.ts'
import { evening, oneOfEach } from '#test/http/commands/one-of-each.ts'
import { commandsPath, headOf, send } from '#test/http/commands/sending.ts'
import { type Practice, practice } from '#test/support/service.ts'

const keepers = { login: practiceKeeper.login, secret: practiceKeeper.pin }
const types = [
  'AmendCharter',
  'AdmitAuditors',
  'DismissAuditors',
  'DecideFuture',
  'SetReceivingAccount',
  'AppointOfficer',
  'SettleTakeOver',
  'SetWindowTerms',
  'ClosePeriod',
] as const

let village: Practice
beforeEach(async () => {
  village = await practice()
})

const sent = async (item: object, query = '') => {
  const token = await village.as('chair')
  return (await send(village, commandsPath(village, query), { token, commands: [item] }))[0]!
}

test.each(types)('a chair alone gets no %s into the book, whoever is named in it', async (type) => {
  const { confirmedBy: keeper, ...alone } = (await oneOfEach(village))[type]
  const before = await headOf(village)
  const needed = { outcome: 'refused', code: 'approval-needed' }
  expect(await sent(alone)).toMatchObject(needed)
  expect(await sent(alone, '?dryRun=true')).toMatchObject(needed)
  expect(await sent({ ...alone, confirmedBy: keeper })).toMatchObject(needed)
  const own = { login: practiceSecond.login, secret: practiceSecond.pin }
  expect(await sent({ ...alone, confirmedBy: keeper, approvals: [own] })).toMatchObject({
    outcome: 'refused',
  })
  const guessed = { ...keepers, secret: '000000' }
  expect(await sent({ ...alone, confirmedBy: keeper, approvals: [guessed] })).toMatchObject({
    outcome: 'refused',
  })
  expect(await headOf(village)).toEqual(before)
  const taken = await sent({ ...alone, confirmedBy: keeper, approvals: [keepers] })
  // The practice fund's older book adds up, so that there is nothing to settle.
  if (type === 'SettleTakeOver') return expect(taken.code).toBe('takeover-adds-up')
  expect(taken.outcome).toMatch(/recorded|flagged/)
  return expect(JSON.parse((await headOf(village)).data)).toMatchObject({ confirmedBy: keeper })
})

/** The chair has stood behind it, so that the offices end on the day. */
const byTwo = async (told: Awaited<ReturnType<typeof othersGone>>) => {
  const { needs, networkId, fundId } = village
  const user = (await needs.store.userByLogin(networkId, 'practicechair'))!
  const [own] = await needs.store.memberships(networkId, user.userId)
  const confirmedBy = own!.memberId
  const commands = told.map((one) => ({ ...one, confirmedBy }))
  return needs.record(fundId, commands, { actor: 'test', device: 'test' })
}

/** That every other officer has gone, as somebody would write it down. */
const othersGone = async (change: 'left' | 'away') => {
  const members = (await village.needs.store.subjects(village.fundId))
    .filter(({ kind }) => kind === 'member')
    .map(({ data }) => JSON.parse(data) as Member)
  return members
    .filter(
      ({ offices }) => offices.length > 0 && !offices.some(({ office }) => office === 'chair'),
    )
    .map(({ memberId }) => ({
      id: village.needs.ids(),
      v: 1 as const,
      type: 'RecordMemberChange' as const,
      effectiveOn: evening,
      memberId,
      change,
    }))
}

test('a chair who writes down that all others are gone is not left alone by it', async () => {
  const { confirmedBy: _, ...appointment } = (await oneOfEach(village)).AppointOfficer
  for (const change of ['away', 'left'] as const) {
    for (const one of await othersGone(change))
      expect((await sent(one)).outcome).toMatch(/recorded|flagged/)
    expect(await sent(appointment)).toMatchObject({ code: 'written-off-lately' })
  }
  village.pass(400 * 86_400_000)
  expect(await sent(appointment)).toMatchObject({ code: 'written-off-lately' })
  expect(await sent({ ...appointment, approvals: [keepers] })).toMatchObject({ outcome: 'refused' })
})

test('a chair who has stayed alone indeed appoints with the word of the network’s administrator, and it stays a finding', async () => {
  const { needs, networkId } = village
  const { confirmedBy: _, ...appointment } = (await oneOfEach(village)).AppointOfficer
  for (const one of await othersGone('left')) await sent(one)
  village.pass(32 * 86_400_000)
  const login = 'practice administrator'
  const user = (await needs.store.userByLogin(networkId, loginKeyOf(login)))!
  const secret = 'a long secret of the administrator'
  await setSecret(needs, user, secret)
  const answer = await sent({ ...appointment, approvals: [{ login, secret }] })
  expect(answer).toMatchObject({ outcome: 'flagged' })
  expect(answer).toHaveProperty('flags', expect.arrayContaining(['appointed-alone']))
})

test('where there are two officers, one of them takes another office by the word of the chair alone', async () => {
  const { confirmedBy: memberId, ...appointment } = (await oneOfEach(village)).AppointOfficer
  const left = (await othersGone('left')).filter((one) => one.memberId !== memberId)
  await byTwo(left)
  expect(await sent(appointment)).toMatchObject({ code: 'approval-needed' })
  expect((await sent({ ...appointment, memberId })).outcome).toMatch(/recorded|flagged/)
})

test('an officer who is left alone appoints the next one, and nothing else', async () => {
  const { AppointOfficer, AmendCharter } = await oneOfEach(village)
  const left = await othersGone('left')
  await byTwo(left)
  const { confirmedBy: _, ...rules } = AmendCharter
  const { confirmedBy: _keeper, ...appointment } = AppointOfficer
  expect(await sent(rules)).toMatchObject({ code: 'approval-needed' })
  expect((await sent(appointment)).outcome).toMatch(/recorded|flagged/)
})

test('in a practice fund of an older version the record-keeper has the PIN that the pages tell', async () => {
  const { needs, fundId, networkId } = village
  const keeper = (await needs.store.userByLogin(networkId, 'practicerecord-keeper'))!
  await needs.store.keepUser({ ...keeper, secret: undefined })
  await makePracticePeople(needs, { fundId, today: needs.today() })
  const { AppointOfficer } = await oneOfEach(village)
  expect((await sent({ ...AppointOfficer, approvals: [keepers] })).outcome).toMatch(
    /recorded|flagged/,
  )
})
