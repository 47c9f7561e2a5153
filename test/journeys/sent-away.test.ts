import { beforeEach, expect, test } from 'vitest'
import type { Member } from '#domain/fund/people/members.ts'
import { addUser, setSecret } from '#src/app/identity/users.ts'
import { openSession } from '#src/app/identity/sessions.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { commandsPath, send } from '#test/http/commands/sending.ts'
import { type Practice, practice } from '#test/support/service.ts'

/*
 * One officer has sent all the others away (docs/breach/dishonest-officer.md): the state is made as it was made in an
 * attack, and the way back is gone as that page says.
 */

const day = 86_400_000
const secret = 'a secret of somebody of the committee'

let village: Practice
beforeEach(async () => {
  village = await practice()
})

const committee = async (): Promise<readonly Member[]> =>
  (await village.needs.store.subjects(village.fundId))
    .filter(({ kind }) => kind === 'member')
    .map(({ data }) => JSON.parse(data) as Member)
    .filter(({ offices }) => offices.length > 0)

/** The member of whoever signs in by a name. */
const memberOf = async (login: string): Promise<string> => {
  const { needs, networkId } = village
  const user = (await needs.store.userByLogin(networkId, login.replaceAll(' ', '')))!
  return (await needs.store.memberships(networkId, user.userId))[0]!.memberId
}

/** A session of a member of the committee who has a login since long ago. */
const ofCommittee = async (memberId: string): Promise<string> => {
  const { needs, networkId, fundId } = village
  const user = await addUser(needs, { networkId, login: `committee ${memberId}` })
  if ('code' in user) throw new Error(user.code)
  const { userId } = user
  await setSecret(needs, user, secret)
  await needs.store.keepMembership({ networkId, userId, fundId, memberId })
  const { device } = await enrolDevice(needs, { networkId, label: 'a phone', by: 'test' })
  const whose = { userId }
  return (await openSession(needs, { networkId, deviceId: device.deviceId, whose })).token
}

const sent = async (token: string, item: object) => {
  const { needs } = village
  const envelope = { id: needs.ids(), v: 1, effectiveOn: needs.today() }
  return (
    await send(village, commandsPath(village), { token, commands: [{ ...envelope, ...item }] })
  )[0]!
}

/** The record-keeper alone writes of everybody else of the committee that they have left, or gone away. */
const sentAway = async (change: 'left' | 'away') => {
  const keeper = await memberOf('practice record-keeper')
  const others = (await committee()).filter(({ memberId }) => memberId !== keeper)
  const token = await village.as('record-keeper')
  for (const { memberId } of others) {
    const gone = await sent(token, { type: 'RecordMemberChange', memberId, change })
    expect(gone.outcome).toBe('flagged')
  }
  const chair = await memberOf('practice chair')
  const third = others.find(({ memberId }) => memberId !== chair)!.memberId
  return { keeper, chair, third, gone: others.map(({ memberId }) => memberId) }
}

const health = async (token: string) =>
  (await village.ask(`/v1/funds/${village.fundId}/reports/findings`, { token })).status

test('whoever was sent away by one officer reads the book, and says so, and two end the office of that one', async () => {
  const { third, keeper, chair, gone } = await sentAway('left')
  const beside = await ofCommittee(third)
  const token = await village.as('chair')
  expect([await health(token), await health(beside)]).toEqual([200, 200])
  for (const memberId of gone) {
    const back = { type: 'RecordMemberChange', memberId, change: 'returned' }
    expect(await sent(token, back)).toMatchObject({ seq: expect.any(Number) as number })
  }
  const end = {
    type: 'EndOffice',
    memberId: keeper,
    office: 'record-keeper',
    why: 'removed',
    votes: { present: 55, yes: 50, no: 2 },
    approvedBy: chair,
    approvals: [{ login: practiceSecond.login, secret: practiceSecond.pin }],
  }
  expect(await sent(beside, end)).toMatchObject({ seq: expect.any(Number) as number })
  village.pass(8 * day)
  expect(await health(await village.as('chair'))).toBe(200)
})

test('an office that one alone has ended is over a week later, and at once where two stand behind it', async () => {
  const { third, chair } = await sentAway('left')
  const token = await village.as('chair')
  const gone = { type: 'RecordMemberChange', memberId: third, change: 'left', confirmedBy: chair }
  const word = [{ login: practiceSecond.login, secret: practiceSecond.pin }]
  const keeper = await village.as('record-keeper')
  expect(await sent(keeper, { ...gone, approvals: word })).toMatchObject({
    flags: expect.arrayContaining(['already-so']) as string[],
  })
  const beside = await ofCommittee(third)
  expect(await health(beside)).toBe(403)
  expect(await health(token)).toBe(200)
  village.pass(8 * day)
  expect(await health(await village.as('chair'))).toBe(403)
})

test('whoever was written away writes that they are here, whoever holds the pen', async () => {
  const { third } = await sentAway('away')
  const beside = await ofCommittee(third)
  expect(await health(beside)).toBe(200)
  const back = { type: 'RecordMemberChange', memberId: third, change: 'back' }
  expect(await sent(beside, back)).toMatchObject({ outcome: 'recorded' })
})

test('a second officer who is named for somebody’s going gives the word, or it is not taken', async () => {
  const { third, chair } = await sentAway('away')
  const keeper = await village.as('record-keeper')
  const gone = { type: 'RecordMemberChange', memberId: third, change: 'left', confirmedBy: chair }
  expect(await sent(keeper, gone)).toMatchObject({ code: 'approval-needed' })
})
