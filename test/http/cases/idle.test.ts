import { beforeEach, expect, test } from 'vitest'
import { instantAfter } from '#domain/kernel/dates.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { atDesk } from '#test/http/cases/desk.ts'
import { asking } from '#test/http/support/team.ts'

/* A worker opens her key at nine in the morning, and comes to her list again and again. */

const minuteMs = 60_000
let now: string
let hers: Awaited<ReturnType<typeof atDesk>>

const isOpenAfter = async (minutes: number): Promise<boolean> => {
  now = instantAfter(now, minutes * minuteMs)
  return (await hers.ask('/cases')).status === 200
}

beforeEach(async () => {
  now = '2025-12-31T02:00:00.000Z'
  const village = await twoNetworks({ clock: () => now })
  hers = await atDesk(village, asking(village).find('migration-worker'))
  await hers.first()
})

test('an open desk stays open as long as somebody is there, and shuts after a quarter of an hour without a sign', async () => {
  for (const _ of [1, 2, 3]) expect(await isOpenAfter(14)).toBe(true)
  expect(await isOpenAfter(15)).toBe(false)
})

test('an open desk shuts after four hours, whoever is there all the time', async () => {
  for (let n = 1; n < 24; n += 1) expect([n, await isOpenAfter(10)]).toEqual([n, true])
  expect(await isOpenAfter(9)).toBe(true)
  expect(await isOpenAfter(1)).toBe(false)
  expect((await hers.open()).status).toBe(303)
  expect(await isOpenAfter(14)).toBe(true)
})
