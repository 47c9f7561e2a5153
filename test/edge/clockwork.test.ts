import { expect, test } from 'vitest'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { roundOf } from '#src/edge/rounds.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { saidBy } from '#test/edge/said.ts'
import { texting } from '#test/http/messages/village.ts'
import { foundUntil } from '#test/support/many-funds.ts'
import { practice, practiceDay } from '#test/support/service.ts'

/* What the clock of the host asks of a Worker, without the runtime. */

const [minutely, hourly] = ['* * * * *', '0 * * * *']

/** The same store, of whose networks nothing can be had. */
const broken = ({ store }: AppNeeds, error: unknown): AppNeeds['store'] => ({
  ...store,
  networks: { ...store.networks, fundIds: () => Promise.reject(error) },
})

test('what is due each hour is waited for, and what fails is told to the host', async () => {
  const { needs } = await practice()
  const { cases: _, ...without } = needs
  for (const some of [needs, without]) {
    const store = broken(needs, new Error('the list is away'))
    const round = roundOf({ ...some, store }, { before: needs.store, cron: hourly })
    await expect(round).rejects.toThrow('the list is away')
  }
  const lines = await saidBy(() => roundOf(needs, { before: needs.store, cron: hourly }))
  expect(lines).toEqual([])
})

test('each minute texts and news of links are tried, and what fails is told by its kind alone', async () => {
  const { needs } = await texting()
  const { messages, ...without } = needs
  const links = { sealing: messages!.sealing, mayBePrivate: false }
  const saidOf = (some: AppNeeds, error: unknown) =>
    saidBy(() =>
      roundOf({ ...some, store: broken(some, error) }, { before: some.store, cron: minutely }),
    )
  const secret = new RangeError('a number that nobody else may read')
  const told = [{ level: 'error', round: 'messages', fault: 'RangeError' }]
  expect(await saidOf(needs, secret)).toEqual(told)
  expect(await saidOf({ ...without, links }, secret)).toEqual(told)
  expect(await saidOf(needs, '012 345 678')).toEqual([{ ...told[0], fault: 'Error' }])
  // Where nothing is set, nothing is asked.
  expect(await saidOf(without, secret)).toEqual([])
})

test('with each minute another fund is told first, so that one that takes long holds up no other for ever', async () => {
  const village = await texting()
  const { needs, networkId } = village
  await foundUntil(village, 3, { on: practiceDay })
  const { fundIds } = (await networkBookOf(needs.store, networkId))!
  const firstAt = async (clock: string): Promise<number> => {
    const asked: unknown[] = []
    const store = new Proxy(needs.store, {
      get: (whole, name) => {
        const own: unknown = Reflect.get(whole, name)
        if (typeof own !== 'function') return own
        return (...args: readonly unknown[]): unknown => {
          asked.push(...args.filter((one) => fundIds.includes(one as string)))
          return Reflect.apply(own, whole, args)
        }
      },
    })
    const now = { ...needs, store, clock: () => clock }
    await roundOf(now, { before: store, cron: minutely })
    return fundIds.indexOf(asked[0] as string)
  }
  const minute = Date.parse('2025-12-31T02:00:00.000Z') / 60_000
  const turns = ['02:00:00', '02:00:59', '02:01:00', '02:02:30']
  const first: number[] = []
  for (const turn of turns) first.push(await firstAt(`2025-12-31T${turn}.000Z`))
  expect(first).toEqual([minute, minute, minute + 1, minute + 2].map((one) => one % 3))
})
