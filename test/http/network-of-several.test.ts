import { expect, test } from 'vitest'
import type { StaffRole } from '#domain/access/roles.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { openSession } from '#src/app/identity/sessions.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import type { HttpContext } from '#src/http/env.ts'
import { firstStepsOf } from '#src/http/network/first-steps.ts'
import type { NamedFund } from '#src/http/network/fund-list.ts'
import { assignedTo, personSummary, readingsOf } from '#src/http/network/persons.ts'
import { districtField } from '#src/http/network/place-fields.ts'
import { practising, userOf } from '#test/http/entrance-visits.ts'
import { as, minute } from '#test/http/network-visits.ts'
import { day, fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

/* A network with several funds, tasks, networks beside it and devices. */

const otherFund = '00000000-0000-7000-b000-000000000002'
const otherNetwork = '00000000-0000-7000-a000-000000000002'
const fund = (id: string, more: object = {}): NamedFund =>
  ({ fundId: id, said: `fund ${id.at(-1)}`, ...more }) as unknown as NamedFund

type Small = Awaited<ReturnType<typeof smallNetwork>>

/** What pages of the network ask of a request, with nobody behind it. */
const contextOf = ({ needs }: Pick<Small, 'needs'>): HttpContext => {
  const kept = { needs: { ...needs, today: () => day }, network: { networkId } }
  return { get: (name: keyof typeof kept) => kept[name] } as unknown as HttpContext
}

test('of two tasks and of two funds each is told with its own last day, the latest that was given', async () => {
  const its = await smallNetwork()
  const user = await its.staff('auditor of two', 'auditor', '2025-06-30')
  const { userId } = user
  const appointed = (role: StaffRole, until: string) =>
    ({ type: 'AppointStaff', effectiveOn: '2025-01-02', userId, role, until }) as const
  const assigned = (id: string, until: string) =>
    ({ type: 'AssignStaff', effectiveOn: '2025-01-02', userId, fundId: id, until }) as const
  await its.decided([
    { type: 'JoinFund', effectiveOn: '2025-01-01', fundId: otherFund },
    appointed('operator', '2025-12-31'),
    appointed('auditor', '2025-05-31'),
    assigned(fundId, '2025-06-15'),
    assigned(otherFund, '2025-04-30'),
    assigned(otherFund, '2025-03-31'),
  ])
  const funds = [
    fund(fundId, {
      summary: {
        auditors: [
          { networkId: otherNetwork, from: '2025-01-01', until: '2025-12-31' },
          { networkId, from: '2025-01-01', until: '2025-05-15' },
        ],
      },
    }),
    fund(otherFund, {
      summary: { auditors: [{ networkId: otherNetwork, from: '2025-01-01', until: '2025-12-31' }] },
    }),
  ]
  const network = (await networkBookOf(its.kept, networkId))!
  const office = {
    funds,
    fundNames: new Map<string, string>(),
    staff: new Map(network.staff.map((one) => [one.userId, one])),
    here: new Set<string>(),
  }
  const context = contextOf(its)
  const { tasks } = await personSummary(context, office, user)
  expect(Object.fromEntries(tasks.map(({ role, until }) => [role, until]))).toEqual({
    auditor: '2025-06-30',
    operator: '2025-12-31',
  })
  const own = assignedTo(context, office, userId)
  const read = await readingsOf(context, { office, userId }, own)
  expect(read.map((one) => [one.fundId, one.until, one.letIn])).toEqual([
    [fundId, '2025-06-15', '2025-05-15'],
    [otherFund, '2025-04-30', undefined],
  ])
})

test('who leads is told of each of three funds that have begun, and of four nobody is', async () => {
  const its = await smallNetwork()
  const context = contextOf(its)
  const none = [otherFund, `${otherFund.slice(0, -1)}3`].map((id) => fund(id))
  const steps = await firstStepsOf(context, [...none, fund(fundId)])
  expect(steps?.leaders.map(({ card, office }) => [card, office])).toEqual([
    ['O1', 'chair'],
    ['O2', 'record-keeper'],
  ])
  const four = [...none, fund(fundId), fund(`${otherFund.slice(0, -1)}4`)]
  expect(await firstStepsOf(context, four)).toBeUndefined()
})

test('a district of whose name there are two is not guessed', () => {
  const { read } = districtField('en', { label: '', hint: '', fault: 'which one' })
  expect(read('Samraong')).toEqual({ fault: 'which one' })
  expect([read('2107'), read('2204')]).toEqual([{ text: '2107' }, { text: '2204' }])
})

test('devices are listed with the newest first, each with when somebody was last seen on it', async () => {
  const world = await practising()
  const { needs, networkId: own } = world
  const { device } = await enrolDevice(needs, { networkId: own, label: 'shared', by: 'test' })
  const sessions = []
  for (const door of ['auditor', 'chair', 'record-keeper']) {
    const { userId } = await userOf(world, door)
    const on = { networkId: own, deviceId: device.deviceId, whose: { userId } }
    sessions.push((await openSession(needs, on)).session)
  }
  world.pass(60 * minute)
  const seenAt = needs.clock()
  await needs.store.changeOpenSession(own, sessions[1]!.sessionId, { seenAt })
  world.pass(60 * minute)
  const desk = await as(world, 'administrator')
  const { text } = await desk.get('/network/devices')
  const seen = [...text.matchAll(/Last seen: .*?(\d\d:\d\d)/g)].map(([, at]) => at)
  expect(seen.slice(0, 2)).toEqual(['11:00', '10:00'])
})
