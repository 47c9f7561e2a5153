import { beforeAll, expect, test } from 'vitest'
import type { Outbox } from '#domain/phone/outbox.ts'
import { type Sabotage, stormOf } from '#test/sim/phones/world.ts'
import { reached } from '#test/support/reached.ts'

const seedsMax = process.env['TEST_BUDGET'] === 'ci' ? 2_000 : 100
/** So many storms are told a second time. */
const twice = 20

const marks = new Set<string>()
const broken: string[] = []
const traces: string[] = []
let written = 0

beforeAll(async () => {
  for (let seed = 1; seed <= seedsMax && broken.length < 3; seed += 1) {
    const outcome = await stormOf(seed)
    for (const mark of outcome.marks) marks.add(mark)
    if (outcome.failure !== undefined) broken.push(outcome.failure)
    if (seed <= twice) traces.push(outcome.trace)
    written += outcome.written
  }
}, 900_000)

test('whatever a network does, phones come to one book, and each thing that was written is in it once or visibly refused', () => {
  expect(broken).toEqual([])
  expect(written).toBeGreaterThan(seedsMax)
  reached({
    promise: 'P7',
    tried: 'storms of two to five phones without a sure network',
    count: seedsMax,
    atLeast: seedsMax,
    found: broken.length,
  })
})

test('every kind of fault has struck, and every kind of answer was given', () => {
  for (const mark of [
    'cut off',
    'signed out',
    'busy',
    'request lost',
    'answer lost',
    'rows lost',
    'held back',
    'landed twice',
    'landed late',
    'no room',
    'started again',
    'app made new',
    'key lost',
    'key not known',
    'signed in again',
    'thief sent away',
    'unreadable',
    'too large',
    'here invalid',
    'told recorded',
    'told flagged',
    'told refused',
    'told invalid',
  ])
    expect([...marks]).toContain(mark)
})

test('the same seed is the same storm', async () => {
  for (const [place, trace] of traces.slice(0, twice / 4).entries())
    expect((await stormOf(place + 1)).trace).toBe(trace)
})

const dropping = (outbox: Outbox): Outbox => ({
  ...outbox,
  all: async (fundId) =>
    (await outbox.all(fundId)).filter(({ told }) => told?.outcome !== 'refused'),
})

const saboteurs: Readonly<Record<string, Sabotage>> = {
  'a phone that forgets what was refused': { outbox: dropping },
  'a phone that loses the last thing when it is started': {
    outbox: (outbox) => ({
      ...outbox,
      add: (fundId, some) =>
        some[0]!.command.id.endsWith('7') ? Promise.resolve() : outbox.add(fundId, some),
    }),
  },
  'a phone that takes a lost answer for a yes': {
    service: (service) => ({
      ...service,
      send: async (fundId, some) =>
        service.send(fundId, some).catch(() =>
          some.map(({ command }) => ({
            id: command.id,
            outcome: 'recorded' as const,
            seq: 1,
            flags: [],
          })),
        ),
    }),
  },
  'a phone that sends under a new number what it sends again': {
    service: (service) => {
      const sent = new Set<string>()
      return {
        ...service,
        send: async (fundId, some) => {
          const anew = some.map((one) => {
            const isAgain = sent.has(one.command.id)
            sent.add(one.command.id)
            const id = isAgain ? one.command.id.replace(/^0/, 'f') : one.command.id
            return { ...one, command: { ...one.command, id } }
          })
          const told = await service.send(fundId, anew)
          return told.map((one, i) => ({ ...one, id: some[i]!.command.id }))
        },
      }
    },
  },
  'a service that takes any signature for a phone’s own': {
    door: (door) => ({ ...door, phoneSeal: { isSigned: async () => true } }),
  },
  'an app of last year that reads on past what it does not know': { reads: () => true },
  'a phone that believes rows that came in a wrong order': {
    service: (service) => ({
      ...service,
      rowsAfter: async (fundId, seq) => (await service.rowsAfter(fundId, seq)).toReversed(),
    }),
  },
}

test.each(Object.keys(saboteurs))('%s is caught', async (name) => {
  for (let seed = 1; seed <= 60; seed += 1)
    if ((await stormOf(seed, saboteurs[name])).failure !== undefined) return
  expect.unreachable(`${name} was not caught`)
})
