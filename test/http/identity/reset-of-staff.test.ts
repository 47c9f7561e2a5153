import { expect, test } from 'vitest'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { bodyOf, codeOf, desk, loginOf, secretOf } from '#test/http/identity/desk.ts'

/** The other one who decides, and stands behind what the administrator does. */
const approver = { login: practiceStaff.login, secret: practiceStaff.pin }

test('whoever is reset is not the second one for it, be it with the own secret', async () => {
  const its = await desk()
  const token = await its.signedIn('administrator')
  const post = (path: string, json: object = {}) =>
    its.ask(`/v1/networks/${its.networkId}/${path}`, { token, json })
  const supervisor = await its.userIdOf('case-supervisor')
  // A third one decides as well, or there would be nobody whom the administrator could ask.
  const third = await bodyOf<{ userId: string }>(await post('users', { login: 'Bopha', approver }))
  const appoint = {
    id: its.needs.ids(),
    v: 1,
    type: 'AppointStaff',
    effectiveOn: its.needs.today(),
    userId: third.userId,
    role: 'administrator',
    until: '2026-06-30',
    approvedBy: supervisor,
    approvals: [approver],
  }
  expect(await bodyOf(await post('commands', { commands: [appoint] }))).toMatchObject({
    answers: [{ outcome: 'recorded' }],
  })
  const reset = `users/${supervisor}/reset`
  expect(await codeOf(await post(reset))).toBe('403 approval-needed')
  expect(await codeOf(await post(reset, { approver }))).toBe('403 approver-not-another')
  const own = { login: loginOf('administrator'), secret: secretOf('administrator') }
  expect(await codeOf(await post(reset, { approver: own }))).toBe('403 approver-not-another')
  expect((await post(`users/${third.userId}/reset`, { approver })).status).toBe(200)
})

test('where only the one who is reset could stand behind it, the administrator does it alone', async () => {
  const its = await desk()
  const token = await its.signedIn('administrator')
  const path = `/v1/networks/${its.networkId}/users/${await its.userIdOf('case-supervisor')}/reset`
  expect((await its.ask(path, { token, json: {} })).status).toBe(200)
})
