import type { Kept, Outbox } from '#domain/phone/outbox.ts'
import { NoRoom } from '#domain/phone/outbox.ts'
import type { Command } from '#domain/village.ts'
import { memoryOutbox } from '#infra/memory/outbox.ts'
import type { MemoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { isAccepted } from '#src/app/answer.ts'
import { type Reads, fundBookOf } from '#src/pwa/book.ts'
import { bookOf } from '#src/app/queries.ts'
import { type Phone, phoneOf } from '#src/pwa/phone.ts'
import { type Service, ServiceFault } from '#src/pwa/service.ts'
import { idOf, officer } from '#test/contract/village-life.ts'
import { foundedVillage, fundId, phoneNeeds, ticking } from '#test/pwa/village-with-phones.ts'
import {
  type Browser,
  type Door,
  loseKey,
  phoneSeal,
  signInAgain,
  stealBy,
  throughDoor,
} from '#test/sim/phones/door.ts'
import { type Pool, commandDrawn, loanTaken } from '#test/sim/phones/drawn.ts'
import { type Held, type Marks, type Way, type Weather, calm, over } from '#test/sim/phones/net.ts'
import { type Chance, chanceOf } from '#test/support/oracle/chance.ts'

/** What of a phone's parts a saboteur puts another in the place of. */
export type Sabotage = {
  readonly door?: (door: Door) => Door
  readonly reads?: Reads
  readonly outbox?: (outbox: Outbox) => Outbox
  readonly service?: (service: Service) => Service
}

type Device = {
  readonly name: string
  readonly way: Way
  readonly browser: Browser
  readonly outbox: Outbox
  needs: ReturnType<typeof phoneNeeds>
  isFull: boolean
  phone: Phone
  /** What it was told that it stands on the phone. */
  readonly written: Map<string, Command>
}

export type Outcome = {
  readonly failure: string | undefined
  readonly marks: ReadonlySet<string>
  readonly trace: string
  readonly written: number
}

const weatherDrawn = (chance: Chance): Weather => ({
  lostPercent: chance.whole(0, 40),
  halfOpenPercent: chance.whole(0, 30),
  twicePercent: chance.whole(0, 30),
  latePercent: chance.whole(0, 20),
  busyPercent: chance.whole(0, 10),
})

/** A clock that is set wrongly, and now and then set back. */
const wrongClock = (chance: Chance) => {
  const clock = ticking(
    chance.one([
      '2026-06-20T02:00:00.000Z',
      '2019-01-01T00:00:00.000Z',
      '2031-05-05T05:00:00.000Z',
    ]),
  )
  return () => (chance.happens(5) ? '2020-02-02T02:02:02.000Z' : clock())
}

/** Kinds of entry that an app of last year does not read. */
const laterEntries: ReadonlySet<string> = new Set(['SharesBought', 'ExpensePaid'])
const readsOfLastYear: Reads = ({ type }) => !laterEntries.has(type)
const isOld = ({ needs }: Device): boolean => needs.reads !== undefined

type World = {
  readonly chance: Chance
  readonly door: Door
  readonly marks: Marks
  readonly held: Held
  readonly store: MemoryStore
  readonly devices: readonly Device[]
  readonly pool: Pool
}

const deviceIn = async (
  { chance, marks, held, door }: Pick<World, 'chance' | 'marks' | 'held' | 'door'>,
  n: number,
  sabotage: Sabotage,
): Promise<Device> => {
  const way: Way = { isCut: false, isSignedOut: false, weather: calm }
  const state = { isFull: false }
  const inner = memoryOutbox()
  const limited: Outbox = {
    ...inner,
    add: async (...asked) => {
      if (state.isFull) throw new NoRoom()
      return inner.add(...asked)
    },
  }
  const outbox = sabotage.outbox?.(limited) ?? limited
  const browser: Browser = {
    name: `phone-${n}`,
    secret: `of phone ${n}`,
    steppedUpAt: undefined,
    seen: undefined,
  }
  const network = (service: Service) => over(service, { way, chance, held, marks })
  const reached = throughDoor(door, browser, network)
  const needs = phoneNeeds(sabotage.service?.(reached) ?? reached, {
    outbox,
    clock: wrongClock(chance),
    by: { actor: `officer-${n}`, device: `phone-${n}` },
    ...(chance.happens(25) && { reads: sabotage.reads ?? readsOfLastYear }),
  })
  const phone = await phoneOf(needs)
  const device = {
    name: `phone-${n}`,
    way,
    browser,
    outbox,
    needs,
    phone,
    written: new Map<string, Command>(),
  }
  return Object.defineProperty(device, 'isFull', {
    get: () => state.isFull,
    set: (value: boolean) => {
      state.isFull = value
    },
  }) as Device
}

const writes = async ({ chance, marks, pool }: World, device: Device, n: number): Promise<void> => {
  const command = commandDrawn(chance, n, pool)
  try {
    const down = await device.phone.write([{ command }])
    if (down.length > 0) marks.add(`here ${down[0]!.outcome}`)
    else device.written.set(command.id, command)
  } catch (error) {
    if (!(error instanceof NoRoom)) throw error
    marks.add('no room')
  }
}

const step = async (world: World, n: number): Promise<void> => {
  const { chance, marks, held, devices } = world
  const device = chance.one(devices)
  const { way } = device
  const acts: readonly (readonly [weight: number, act: () => Promise<unknown>])[] = [
    [8, () => writes(world, device, n)],
    [4, () => device.phone.sync()],
    [1, async () => void (way.isCut = !way.isCut)],
    [1, async () => void (way.weather = weatherDrawn(chance))],
    [1, async () => void (way.isSignedOut = chance.happens(40))],
    [1, async () => void (device.isFull = chance.happens(50))],
    [
      1,
      async () => {
        marks.add('started again')
        device.phone = await phoneOf(device.needs)
      },
    ],
    [1, async () => void (chance.happens(30) && loseKey(world.door, device.browser))],
    [1, async () => signInAgain(world.door, device.browser)],
    [1, () => stealBy(world.door, { browser: device.browser, fundId, n }, chance)],
    [
      1,
      async () => {
        if (!isOld(device) || chance.happens(50)) return
        marks.add('app made new')
        const { reads: _, ...needs } = device.needs
        device.needs = needs
        device.phone = await phoneOf(device.needs)
      },
    ],
    [
      1,
      async () => {
        const [late] = held.splice(chance.whole(0, Math.max(held.length - 1, 0)), 1)
        if (late) marks.add('landed late')
        await late?.().catch(sentAway)
      },
    ],
  ]
  const all = acts.flatMap(([weight, act]) => Array.from({ length: weight }, () => act))
  await chance.one(all)()
}

/** What lands when nobody waits for it may come to a closed door: by a key that is no longer this phone's. */
const sentAway = (error: unknown): void => {
  if (!(error instanceof ServiceFault)) throw error
}

/** All that still is on its way lands, every way is open, and each phone hands in what it has. */
const calmDown = async ({ held, devices, door }: World): Promise<void> => {
  for (const late of held.splice(0)) await late().catch(sentAway)
  for (const device of devices) {
    Object.assign(device.way, { isCut: false, isSignedOut: false, weather: calm })
    device.isFull = false
    signInAgain(door, device.browser)
  }
  for (let round = 0; round < 2; round += 1) for (const { phone } of devices) await phone.sync()
}

const fateOf = async (
  { store }: World,
  { outbox, written, name }: Device,
): Promise<readonly string[]> => {
  const kept = new Map<string, Kept>((await outbox.all(fundId)).map((one) => [one.command.id, one]))
  const rows = new Map((await store.find(fundId, [...written.keys()])).map((row) => [row.id, row]))
  return [...written].flatMap(([id, command]) => {
    const told = kept.get(id)?.told
    if (told === undefined) return [`${name} has no answer to ${command.type} ${id}`]
    const isInBook = rows.has(id)
    if (isAccepted(told) !== isInBook) return [`${name} was told ${told.outcome} of ${id}`]
    return []
  })
}

const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/** What is wrong once all is calm; nothing where every phone has the one book and every command its answer. */
const faultsIn = async (world: World): Promise<readonly string[]> => {
  const { store, devices } = world
  const rows = await store.read(fundId, 0, 100_000)
  const faults: string[] = []
  const written = new Set(devices.flatMap((device) => [...device.written.keys()]))
  const strangers = rows.filter(({ id }) => id >= idOf(1000) && !written.has(id))
  if (strangers.length > 0) faults.push(`${strangers.length} rows that nobody wrote`)
  const book = (await bookOf(store, fundId))!
  for (const device of devices) {
    const { sealed, own } = device.phone.shown()
    if (sealed.last?.hash !== rows.at(-1)!.hash) faults.push(`${device.name} has another last row`)
    const kept = await device.needs.journal.read(fundId, 0, 100_000)
    if (JSON.stringify(kept) !== JSON.stringify(rows)) faults.push(`${device.name} has other rows`)
    if (own.length > 0) faults.push(`${device.name} still shows rows of its own`)
    faults.push(...(await fateOf(world, device)))
    const odd = isOld(device) && rows.some((row) => !readsOfLastYear(row))
    if (odd !== sealed.isBehind) faults.push(`${device.name} takes its app for another one`)
    // What an old app does not read it does not show half: its book stands before it.
    if (odd) continue
    const here = fundBookOf(sealed)
    if (!here) return [...faults, `${device.name} has no book`]
    for (const part of ['balances', 'members', 'loans', 'meetings', 'flags'] as const)
      if (
        JSON.stringify([...here[part]].toSorted(byText)) !==
        JSON.stringify([...book[part]].toSorted(byText))
      )
        faults.push(`${device.name} reads other ${part}`)
  }
  return faults
}

/** A village with some phones, in a storm and then in calm, by one seed. */
export const stormOf = async (seed: number, sabotage: Sabotage = {}): Promise<Outcome> => {
  const chance = chanceOf(seed)
  const marks: Marks = new Set()
  const held: Held = []
  const pool = { members: chance.whole(1, 4), loans: 2 }
  const { store, record, service } = await foundedVillage(pool.members)
  for (let loan = 1; loan <= pool.loans; loan += 1) await record(fundId, [loanTaken(loan)], officer)
  const clock = ticking('2026-06-01T02:00:00.000Z')
  const plain = { service, store, clock, marks, phoneSeal }
  const door = sabotage.door?.(plain) ?? plain
  const devices: Device[] = []
  for (let n = 0; n < chance.whole(2, 5); n += 1)
    devices.push(await deviceIn({ chance, marks, held, door }, n, sabotage))
  for (const { phone, way } of devices) {
    await phone.sync()
    if (chance.happens(50)) way.weather = weatherDrawn(chance)
  }
  const world = { chance, marks, held, store, devices, pool, door }
  const steps = chance.whole(20, 60)
  for (let n = 0; n < steps; n += 1) await step(world, n)
  await calmDown(world)
  for (const { phone } of devices)
    for (const { told } of phone.shown().kept) marks.add(`told ${told?.outcome}`)
  const faults = await faultsIn(world)
  const rows = await store.read(fundId, 0, 100_000)
  return {
    failure: faults.length === 0 ? undefined : `seed ${seed}: ${faults.slice(0, 3).join('; ')}`,
    marks,
    trace: sha256(JSON.stringify(rows)),
    written: devices.reduce((sum, { written }) => sum + written.size, 0),
  }
}
