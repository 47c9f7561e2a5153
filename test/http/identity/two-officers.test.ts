import { beforeEach, expect, test } from 'vitest'
import { noteHands } from '#src/app/identity/hands.ts'
import { type Desk, codeOf, desk, loginOf, secretOf } from '#test/http/identity/desk.ts'

/* A fund of two officers, of whom one had a hand in the other's secret: the network's administrator stands beside, and tells it. */

let its: Desk
beforeEach(async () => {
  its = await desk()
})

const word = (door: string) => ({ login: loginOf(door), secret: secretOf(door) })

const cardWith = async (approver: object) => {
  const { needs, fundId } = its
  const members = (await needs.store.subjects(fundId)).filter(({ kind }) => kind === 'member')
  const memberId = members.at(-1)!.key
  const token = await its.signedIn('record-keeper')
  return its.ask(`/v1/funds/${fundId}/cards`, { token, json: { memberId, approver } })
}

test('while two officers can stand behind each other no administrator stands in', async () => {
  expect(await codeOf(await cardWith(word('administrator')))).toBe('403 approver-not-an-officer')
  expect((await cardWith(word('chair'))).status).toBe(201)
})

test('where one had a hand in the other’s secret the administrator is the second one, and both are written down', async () => {
  const { needs, networkId, fundId } = its
  await noteHands(
    needs,
    { networkId, userId: await its.userIdOf('chair') },
    { action: 'give-secret', by: await its.userIdOf('record-keeper'), device: its.deviceId },
  )
  expect(await codeOf(await cardWith(word('chair')))).toBe('403 approver-reset-lately')
  expect((await cardWith(word('administrator'))).status).toBe(201)
  const lines = await needs.store.activities(fundId, { limit: 20 })
  const actors = lines
    .filter(({ action, outcome }) => action === 'manage-cards' && outcome === 'done')
    .map(({ actor }) => actor)
  expect(actors).toContain(await its.userIdOf('administrator'))
  expect(actors).toContain(await its.userIdOf('record-keeper'))
})
