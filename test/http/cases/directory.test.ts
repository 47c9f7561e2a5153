import { beforeAll, expect, test } from 'vitest'
import { saidOfService } from '#test/http/access/directory-fixture.ts'
import { assertAccepted } from '#test/http/access/small-fund.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { atDesk } from '#test/http/cases/desk.ts'
import { asking } from '#test/http/support/team.ts'

/* The form of a referral offers of the directory what was checked of late. What is stale is told, what waits is not. */

type Desk = Awaited<ReturnType<typeof atDesk>>
let hers: Desk
let form: string
let path: string
const named = { current: 'Fresh desk', stale: 'Old desk', waiting: 'New desk' } as const
let ids: Readonly<Record<keyof typeof named, string>>

beforeAll(async () => {
  const village = await twoNetworks()
  const { needs, a } = village
  const on = (effectiveOn: string) => ({ id: needs.ids(), v: 1 as const, effectiveOn })
  const proposed = (state: keyof typeof named, day: string) =>
    ({
      ...on(day),
      type: 'ProposeService',
      serviceId: ids[state],
      ...saidOfService,
      name: named[state],
    }) as const
  ids = { current: needs.ids(), stale: needs.ids(), waiting: needs.ids() }
  const checked = (state: keyof typeof named, day: string) =>
    ({ ...on(day), type: 'CheckService', serviceId: ids[state], how: 'called' }) as const
  const theirs = await atDesk(village, asking(village).find('case-supervisor'))
  const all = [
    proposed('current', '2025-11-10'),
    proposed('stale', '2025-11-10'),
    proposed('waiting', '2025-12-30'),
  ]
  assertAccepted(await needs.recordNetwork(a.networkId, all, { actor: 'one', device: 'one' }))
  const days = { ...on('2025-12-31'), type: 'SetCheckDays', days: 30 } as const
  const looks = [
    checked('current', '2025-12-20'),
    checked('stale', '2025-11-20'),
    { ...days, approvedBy: theirs.userId },
  ]
  assertAccepted(await needs.recordNetwork(a.networkId, looks, { actor: 'two', device: 'two' }))
  hers = await atDesk(village, asking(village).find('migration-worker'))
  await hers.first()
  path = `/cases/of/${await hers.intake()}/OfferReferral`
  form = await hers.page(path)
})

test('what is checked is offered, what is stale is told, and what waits for a check is neither', () => {
  const shown = (state: keyof typeof named) => [
    form.includes(`value="${ids[state]}"`),
    form.includes(named[state]),
  ]
  expect(shown('current')).toEqual([true, true])
  expect(shown('stale')).toEqual([false, true])
  expect(shown('waiting')).toEqual([false, false])
})

test('what is stale or waits is not taken, whatever is sent', async () => {
  for (const state of ['stale', 'waiting'] as const) {
    const sent = { service: ids[state], kind: '', receiver: '', seen: '0' }
    expect([state, (await hers.ask(path, sent)).status]).toEqual([state, 400])
  }
  const sent = { service: ids.current, kind: '', receiver: '', seen: '0' }
  expect((await hers.ask(path, sent)).status).toBe(303)
})
