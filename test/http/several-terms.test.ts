import { expect, test } from 'vitest'
import { accessDaysMax } from '#domain/fund/auditors.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import { isAccepted } from '#src/app/answer.ts'
import { addUser } from '#src/app/identity/users.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { bookOf } from '#src/app/queries.ts'
import { practising } from '#test/http/entrance-visits.ts'
import { as } from '#test/http/network-visits.ts'
import { beginningsOf } from '#test/support/committee.ts'

const by = { actor: 'test', device: 'test' }

test('whoever was given a task twice has it through the later day, and whoever is in two funds is told with both cards', async () => {
  const { needs, networkId, fundId, ...world } = await practising()
  const user = await addUser(needs, { networkId, login: 'Chan Dara' })
  if ('code' in user) throw new Error(user.code)
  const { userId } = user
  const otherFund = needs.ids()
  const envelope = () => ({ id: needs.ids(), v: 1, effectiveOn: needs.today() })
  const founded = beginningsOf().map((one) => ({ ...envelope(), ...one }) as never)
  const answers = [
    ...(await needs.record(otherFund, founded, by)),
    ...(await needs.recordNetwork(
      networkId,
      [
        { ...envelope(), type: 'JoinFund', fundId: otherFund },
        ...['2026-03-31', '2026-06-30'].map((until) => ({
          ...envelope(),
          type: 'AppointStaff',
          userId,
          role: 'auditor',
          until,
        })),
      ] as never,
      by,
    )),
  ]
  expect(answers.filter((one) => !isAccepted(one))).toEqual([])
  const { memberId, card } = (await bookOf(needs.store, fundId))!.members[0]!
  await needs.store.keepMembership({ networkId, userId, fundId, memberId })
  await needs.store.keepMembership({ networkId, userId, fundId: otherFund, memberId: 'm4' })
  const desk = await as({ needs, networkId, fundId, ...world }, 'administrator')
  const { text } = await desk.get(`/network/people/${userId}`)
  expect(text).toContain('30 June 2026')
  expect(text).not.toContain('31 March 2026')
  expect([text.includes(card), text.includes('M4')]).toEqual([true, true])
})

test('a task may be given for today alone, and for as long as the rule says and not a day longer', async () => {
  const world = await practising()
  const { needs, networkId } = world
  const desk = await as(world, 'administrator')
  const today = needs.today()
  const given = async (login: string, until: string) => {
    const [year, month, day] = until.split('-')
    const sent = { login, role: 'operator', day: day!, month: month!, year: year! }
    const second = { secondLogin: practiceStaff.login, secret: practiceStaff.pin }
    const { status } = await desk.send('/network/add/staff', { ...sent, ...second })
    const { staff } = (await networkBookOf(needs.store, networkId))!
    return [status, staff.flatMap((one) => one.appointments).some((one) => one.until === until)]
  }
  expect(await given('one', today)).toEqual([200, true])
  expect(await given('two', daysAfter(today, accessDaysMax))).toEqual([200, true])
  expect(await given('three', daysAfter(today, accessDaysMax + 1))).toEqual([400, false])
  expect(await given('four', daysAfter(today, -1))).toEqual([400, false])
})

test('another network that reads the book stands there too, and nothing of its longer days is taken for the own one’s', async () => {
  const world = await practising()
  const { needs, networkId, fundId } = world
  const { members } = (await bookOf(needs.store, fundId))!
  const confirmedBy = members.find(({ offices }) =>
    offices.some(({ office }) => office === 'record-keeper'),
  )!.memberId
  const envelope = () => ({ id: needs.ids(), v: 1, effectiveOn: needs.today() }) as const
  const until = '2027-01-01'
  const letIn = async (whose: string) => {
    const command = { type: 'AdmitAuditors', networkId: whose, until, confirmedBy } as const
    const [answer] = await needs.record(fundId, [{ ...envelope(), ...command }], by)
    expect(isAccepted(answer!)).toBe(true)
  }
  const auditor = (await networkBookOf(needs.store, networkId))!.staff.find(({ appointments }) =>
    appointments.some(({ role }) => role === 'auditor'),
  )!
  const told = async () =>
    (await (await as(world, 'administrator')).get(`/network/people/${auditor.userId}`)).text
  await letIn(needs.ids())
  const { text } = await (await as(world, 'chair')).get(`/funds/${fundId}/auditors`)
  expect(text).toMatch(/another network.*Until 1 January 2027.*own network.*Until 31 December 2026/)
  expect(text).toContain('Your network may already read until 31 December 2026.')
  expect(await told()).toContain('The fund lets the network in until 31 December 2026.')
  // Of two terms of its own it is the later one.
  await letIn(networkId)
  const assigned = { type: 'AssignStaff', userId: auditor.userId, fundId, until } as const
  const [answer] = await needs.recordNetwork(networkId, [{ ...envelope(), ...assigned }], by)
  expect(isAccepted(answer!)).toBe(true)
  expect(await told()).toContain('The fund lets the network in until 1 January 2027.')
  expect(await told()).toContain('Invented village, until 1 January 2027')
})

test('whoever holds two offices is told with both where logins are given, taken back and listed', async () => {
  const world = await practising()
  const { needs, networkId, fundId } = world
  const { members } = (await bookOf(needs.store, fundId))!
  const holding = (held: string) =>
    members.find(({ offices }) => offices.some(({ office }) => office === held))!
  const [keeper, chair] = [holding('record-keeper'), holding('chair')]
  const envelope = { id: needs.ids(), v: 1, effectiveOn: needs.today() } as const
  const also = { type: 'AppointOfficer', memberId: chair.memberId, office: 'key-holder' } as const
  const confirmed = { ...envelope, ...also, confirmedBy: keeper.memberId }
  const [answer] = await needs.record(fundId, [confirmed], by)
  expect(isAccepted(answer!)).toBe(true)
  const desk = await as(world, 'record-keeper')
  const logins = await needs.store.membershipsOfFund(networkId, fundId)
  const { userId } = logins.find(({ memberId }) => memberId === chair.memberId)!
  for (const path of ['', '/new', `/${userId}/reset`])
    expect((await desk.get(`/funds/${fundId}/logins${path}`)).text).toContain('Chair · Key-holder')
})
