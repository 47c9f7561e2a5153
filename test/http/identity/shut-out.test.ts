import { expect, test } from 'vitest'
import { enrolDevice, shutOutDevice } from '#src/app/identity/one-time-keys.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { day } from '#test/support/entrance.ts'
import { type Desk, bodyOf, codeOf, desk, loginOf, secretOf } from '#test/http/identity/desk.ts'

/* Officers whom somebody shut out at their own door, by wrong guesses on the phone on which they come in. */

/** Guesses on the committee's own phone until its owner is to be met in person. */
const shut = async (its: Desk, door: string): Promise<void> => {
  for (;;) {
    const { code } = await bodyOf<{ code: string }>(await its.come(loginOf(door), 'not it'))
    if (code === 'reset-in-person') return
    if (code === 'wait') its.pass(day)
  }
}

const resetOf = async (its: Desk, door: string, approver?: object) =>
  its.ask(`/v1/networks/${its.networkId}/users/${await its.userIdOf(door)}/reset`, {
    token: await its.signedIn('administrator'),
    json: approver ? { approver } : {},
  })

const beside = { login: practiceStaff.login, secret: practiceStaff.pin }

test('where all officers are shut out, two of the network’s staff give a new secret, and one alone does not', async () => {
  const its = await desk({ isPractice: false })
  for (const door of ['chair', 'record-keeper'] as const) await its.signedIn(door)
  await shut(its, 'chair')
  expect(await codeOf(await resetOf(its, 'chair', beside))).toBe('409 officers-must-reset')
  await shut(its, 'record-keeper')
  expect(await codeOf(await resetOf(its, 'chair'))).toBe('403 approval-needed')
  const reset = await resetOf(its, 'chair', beside)
  expect(reset.status).toBe(200)
})

test('guesses on a phone on which they never came in give their logins to nobody', async () => {
  const its = await desk({ isPractice: false })
  for (const door of ['chair', 'record-keeper'] as const) await shut(its, door)
  for (const door of ['chair', 'record-keeper'] as const)
    expect(await codeOf(await resetOf(its, door, beside))).toBe('409 officers-must-reset')
})

test('nor does it when the administrator has shut the phones on which they come in', async () => {
  const its = await desk({ isPractice: false })
  const other = await enrolDevice(its.needs, { networkId: its.networkId, label: 'x', by: 'test' })
  for (const door of ['chair', 'record-keeper'] as const) {
    await its.ask('/v1/sessions', {
      json: { deviceToken: other.token, login: loginOf(door), secret: secretOf(door) },
    })
    await its.signedIn(door)
    await shut(its, door)
  }
  await shutOutDevice(its.needs, other.device)
  expect(await codeOf(await resetOf(its, 'chair', beside))).toBe('409 officers-must-reset')
})
