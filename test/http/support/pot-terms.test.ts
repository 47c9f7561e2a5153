import { expect, test } from 'vitest'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { as } from '#test/http/network-visits.ts'
import { practising } from '#test/http/entrance-visits.ts'

/** Somebody else of the staff stands behind it. */
const word = { login: practiceStaff.login, secret: practiceStaff.pin }
const place = '/network/pot/open'

test('what was agreed with a donor is written down when the window is opened, all of it or nothing', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const id = world.needs.ids()
  const some = { id, window: 'boats', currency: 'KHR', from: '2026-01-01' }
  const part = await desk.send(place, some)
  expect(part.status).toBe(400)
  expect(part.text).toContain('Until which day? The calendar has no such day.')
  const agreed = {
    ...some,
    until: '2026-12-31',
    'line-passport': '400000',
    'line-school': '300000',
    unspent: 'given-back',
  }
  const question = await desk.send(place, agreed)
  expect(question.text).toMatch(
    /400,000.*What is left goes back to the donor|What is left goes back to the donor.*400,000/,
  )
  const done = await desk.send(place, { ...agreed, sure: 'yes', ...word })
  expect(done.text).toContain('It is written down')
  const pot = (await desk.get('/network/pot')).text
  expect(pot).toContain('From 1 January 2026 to 31 December 2026')
})
