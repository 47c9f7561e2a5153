import { expect, test } from 'vitest'
import { practiceKeeper } from '#src/app/practice/practice-people.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { type Practice, practice } from '#test/support/service.ts'

type Told = { readonly outcome: string; readonly code?: string }

const minute = 60_000
const envelope = ({ needs }: Practice) => ({
  id: needs.ids(),
  v: 1 as const,
  effectiveOn: needs.today(),
})

const send = async (
  { ask }: Practice,
  path: string,
  { token, command }: { readonly token: string; readonly command: object },
): Promise<Told> => {
  const answer = await ask(path, { token, json: { commands: [command] } })
  const { answers } = (await answer.json()) as { answers: Told[] }
  return answers[0]!
}

test('a decision about who may do what asks for the secret again after five minutes', async () => {
  const village = await practice()
  const { as, fundId, networkId, pass, needs } = village
  const chair = await as('chair')
  const administrator = await as('administrator')
  const until = '2026-06-30'
  const supervisor = (await needs.store.userByLogin(networkId, 'practicecase-supervisor'))!
  const own = (await needs.store.userByLogin(networkId, 'practicerecord-keeper'))!
  const [keeper] = await needs.store.memberships(networkId, own.userId)
  const admit = () => ({
    ...envelope(village),
    type: 'AdmitAuditors',
    networkId: needs.ids(),
    until,
    confirmedBy: keeper!.memberId,
    approvals: [{ login: practiceKeeper.login, secret: practiceKeeper.pin }],
  })
  const appoint = () => ({
    ...envelope(village),
    type: 'AppointStaff',
    userId: needs.ids(),
    role: 'operator',
    until,
    approvedBy: supervisor.userId,
    approvals: [{ login: practiceStaff.login, secret: practiceStaff.pin }],
  })
  const toFund = { token: chair, path: `/v1/funds/${fundId}/commands` }
  const toNetwork = { token: administrator, path: `/v1/networks/${networkId}/commands` }
  for (const [{ token, path }, command] of [
    [toFund, admit],
    [toNetwork, appoint],
  ] as const) {
    expect(await send(village, path, { token, command: command() })).toMatchObject({
      outcome: 'recorded',
    })
  }
  pass(6 * minute)
  for (const [{ token, path }, command] of [
    [toFund, admit],
    [toNetwork, appoint],
  ] as const) {
    expect(await send(village, path, { token, command: command() })).toMatchObject({
      outcome: 'refused',
      code: 'step-up-needed',
    })
  }
  const open = { ...envelope(village), type: 'OpenMeeting', count: { amount: 1, isByNote: false } }
  expect((await send(village, toFund.path, { token: chair, command: open })).outcome).toMatch(
    /recorded|flagged/,
  )
})

test('nobody gives himself an office, a post or a fund to audit', async () => {
  const village = await practice()
  const { as, fundId, networkId, needs } = village
  const { store } = needs
  const chair = (await store.userByLogin(networkId, 'practicechair'))!
  const [own] = await store.memberships(networkId, chair.userId)
  const office = { type: 'AppointOfficer', memberId: own!.memberId, office: 'record-keeper' }
  const token = await as('chair')
  const path = `/v1/funds/${fundId}/commands`
  expect(
    await send(village, path, { token, command: { ...envelope(village), ...office } }),
  ).toMatchObject({ outcome: 'refused', code: 'not-oneself' })
  const administrator = (await store.userByLogin(networkId, 'practiceadministrator'))!
  const by = await as('administrator')
  const until = '2026-06-30'
  const { userId } = administrator
  for (const more of [
    { type: 'AppointStaff', userId, role: 'auditor', until },
    { type: 'AssignStaff', userId, fundId, until },
  ])
    expect(
      await send(village, `/v1/networks/${networkId}/commands`, {
        token: by,
        command: { ...envelope(village), ...more },
      }),
    ).toMatchObject({ outcome: 'refused', code: 'not-oneself' })
})

test('one login is either a member of a fund or staff of its network', async () => {
  const village = await practice()
  const { as, networkId, needs } = village
  const keeper = (await needs.store.userByLogin(networkId, 'practicerecord-keeper'))!
  const command = {
    ...envelope(village),
    type: 'AppointStaff',
    userId: keeper.userId,
    role: 'auditor',
    until: '2026-06-30',
  }
  const token = await as('administrator')
  expect(
    await send(village, `/v1/networks/${networkId}/commands`, { token, command }),
  ).toMatchObject({ outcome: 'refused', code: 'member-of-a-fund' })
})
