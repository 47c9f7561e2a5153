import { beforeAll, expect, test } from 'vitest'
import { markOf, ownPrivateOf } from '#src/app/members/private-savings.ts'
import {
  type Question,
  answerTo,
  attackers,
  differing,
  gotIn,
  inPerson,
  nearest,
} from '#test/http/savings/private-attack.ts'
import { type World, owners, worldOf } from '#test/http/savings/private-worlds.ts'
import { today } from '#test/http/access/two-networks.ts'
import { asking } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'
import { reached } from '#test/support/reached.ts'

/*
 * The record-keeper writes: in and out, in pairs that cost no money, with the owner's PIN and without, on pages and by the
 * API, before, at and after a meeting. Two worlds, equal but for which of two households has 330,000 in private, answer
 * byte for byte alike, and so does all that anybody reads afterwards.
 */

const isLong = process.env['TEST_BUDGET'] === 'ci'
/** Below, at and beyond what she has, and what nobody has. */
const sums = [1, 30_000, 329_900, 330_000, 330_100, 444_000]
type Way = 'private' | 'open'
type Writing = {
  readonly who: (typeof owners)[number]
  readonly amount: number
  readonly way: Way
  /** Whether wrong PINs are tried as well: whoever writes at the table has thirty a day, and none after them. */
  readonly isGuessing: boolean
}

const [year, month, day] = today.split('-') as [string, string, string]

/** Every way in which a sum is moved for somebody; with the word that the owner gives at the table, or without it. */
const writesFor = (
  world: World,
  { who, amount, way, isGuessing }: Writing,
): readonly Question[] => {
  const { f1, needs } = world.village
  const on = asking(world.village)
  const fund = `/v1/funds/${f1.fundId}`
  const memberId = f1.memberIds[who]
  const { secret } = on.find(who)
  const envelope = () => ({ id: needs.ids(), effectiveOn: today })
  const named = (name: string) => `${name} of ${amount} for ${who}`
  const command = (name: string, type: string, more: object, query = ''): Question => ({
    name: named(name),
    path: `${fund}/commands${query}`,
    json: { commands: [{ ...envelope(), v: 1, type, ...more }] },
  })
  if (way === 'open')
    return [
      command('taken', 'RecordWithdrawal', { memberId, amount }),
      command('brought', 'RecordDeposit', { memberId, amount }),
    ]
  const move = (
    name: string,
    direction: 'in' | 'out',
    more: object = {},
    query = '',
  ): Question => ({
    name: named(name),
    path: `${fund}/private-savings${query}`,
    json: { ...envelope(), memberId, direction, amount, ...more },
  })
  const ofBook = { mark: '5f'.repeat(32), direction: 'out', amount }
  const taken = move('out with her PIN', 'out', { secret })
  return [
    move('out without a PIN', 'out'),
    ...(isGuessing ? [move('out with a wrong PIN', 'out', { secret: '111111' })] : []),
    command('out as a command', 'RecordPrivateSavings', ofBook),
    command('out as a command, tried', 'RecordPrivateSavings', ofBook, '?dryRun=true'),
    command('out, said to be beyond', 'RecordPrivateSavings', { ...ofBook, isMoreThanOwn: true }),
    taken,
    { ...taken, name: named('out with her PIN, sent again') },
    move('in', 'in'),
  ]
}

/** The same by pages: the form, the question, a wrong PIN, the right one, the receipt. */
const byPages = async (
  { village }: World,
  { who, amount, isGuessing }: Writing,
): Promise<string[]> => {
  const { f1, needs } = village
  const on = asking(village)
  const keeper = on.find('record-keeper')
  const place = `/funds/${f1.fundId}/record/private-savings`
  const send = async (path: string, form?: Readonly<Record<string, string>>) => {
    const answer = await village.service.request(path, {
      method: form ? 'POST' : 'GET',
      headers: { host: ourHost, authorization: `Bearer ${await keeper.token()}` },
      ...(form && { body: new URLSearchParams(form) }),
    })
    const to = answer.headers.get('location')
    const text = await answer.text()
    return { to, text: `${answer.status} ${to} ${text.replaceAll(/name="id" value="[^"]*"/g, '')}` }
  }
  const got: string[] = []
  for (const direction of ['out', 'in'] as const) {
    const member = f1.memberIds[who]
    const form = { id: needs.ids(), member, amount: String(amount), day, month, year, direction }
    got.push((await send(`${place}?member=${member}`)).text)
    got.push((await send(`${place}/confirm`, form)).text)
    if (direction === 'out' && isGuessing)
      got.push((await send(place, { ...form, secret: '111111' })).text)
    const { secret } = on.find(who)
    const done = await send(place, { ...form, ...(direction === 'out' ? { secret } : {}) })
    got.push(done.text)
    if (done.to) got.push((await send(done.to)).text)
  }
  return got
}

const meeting = async (world: World, type: 'OpenMeeting' | 'CloseMeeting'): Promise<string> => {
  const commands = [
    {
      id: world.village.needs.ids(),
      v: 1,
      effectiveOn: today,
      type,
      count: { amount: 5_000_000, isByNote: type === 'CloseMeeting' },
    },
  ]
  const path = `/v1/funds/${world.village.f1.fundId}/commands`
  const keeper = inPerson(world, { way: 'record-keeper' })
  return answerTo(world, keeper, { name: type, path, json: { commands } })
}

/** The owner looks at what is hers, and the other one too: in both worlds both do. */
const ownersLook = async ({ village }: World): Promise<void> => {
  const on = asking(village)
  for (const who of owners) {
    const json = { secret: on.find(who).secret }
    await on.send(on.find(who), `/v1/funds/${village.f1.fundId}/private-savings/own`, { json })
  }
}

/** All that the writer is answered, by what was asked. */
const writesOn = async (world: World, way: Way): Promise<Map<string, string>> => {
  const got = new Map<string, string>()
  const keeper = inPerson(world, { way: 'record-keeper' })
  const rounds = isLong ? sums : [1, 330_100]
  for (const [round, when] of (['before', 'at', 'after'] as const).entries()) {
    if (when === 'at') got.set('opened', await meeting(world, 'OpenMeeting'))
    for (const amount of round === 0 || isLong ? rounds : rounds.slice(-1))
      for (const who of owners) {
        const writing = { who, amount, way, isGuessing: round === 0 }
        for (const write of writesFor(world, writing))
          got.set(`${when}: ${write.name}`, await answerTo(world, keeper, write))
        if (way === 'open') continue
        for (const [i, text] of (await byPages(world, writing)).entries())
          got.set(`${when}: page ${i} of ${amount} for ${who}`, text)
      }
    if (way === 'private') await ownersLook(world)
    if (when === 'at') got.set('closed', await meeting(world, 'CloseMeeting'))
  }
  return got
}

/** The same, and then all that is read by everybody. */
const attackOn = async (world: World): Promise<ReadonlyMap<string, string>> => {
  const got = await writesOn(world, 'private')
  const read = isLong ? { by: attackers } : { by: nearest, every: 9 }
  for (const [name, text] of await gotIn(world, read)) got.set(`read ${name}`, text)
  return got
}

let one: World
let other: World
let first: ReadonlyMap<string, string>

beforeAll(async () => {
  const life = { way: 'private', amount: 300_000 } as const
  one = await worldOf({ ...life, owner: 'household-login' })
  other = await worldOf({ ...life, owner: 'household-card' })
  first = await attackOn(one)
}, 300_000)

test('whoever writes pairs of in and out learns nothing of what she has: two worlds answer byte for byte', async () => {
  const second = await attackOn(other)
  expect([...first.keys()]).toEqual([...second.keys()])
  const found = differing(first, second)
  expect(found).toEqual([])
  const recorded = [...first.values()].filter((text) => text.includes('"outcome":"recorded"'))
  expect(recorded.length).toBeGreaterThan(isLong ? 60 : 12)
  const refused = [...first.values()].filter((text) => text.includes('owner-pin-wrong'))
  expect(refused.length).toBeGreaterThan(isLong ? 11 : 3)
  const tried = 'writes and reads in two worlds that differ in whose the private savings are'
  const atLeast = isLong ? 4_500 : 120
  reached({ promise: 'private savings', tried, count: first.size, atLeast, found: found.length })
}, 300_000)

test('her own page tells her what neither the writer nor anybody else was told', async () => {
  const told = await Promise.all(
    [one, other].map(async ({ village: { needs, f1 } }) => {
      const own = { fundId: f1.fundId, memberId: f1.memberIds['household-login'] }
      const { saved, lines } = await ownPrivateOf(needs, own)
      return [saved, lines.some(({ isMoreThanOwn }) => isMoreThanOwn)]
    }),
  )
  expect(told).toEqual([
    [330_000, true],
    [0, true],
  ])
})

/** A service as it was: it says whether what went out was more than the owner's own. */
const telling = (world: World): World => {
  const { needs, f1 } = world.village
  const { record } = needs
  const { fundId } = f1
  const isBeyond = async (id: string, mark: string, amount: number): Promise<boolean> => {
    const ids = owners.map((who) => f1.memberIds[who])
    const memberId = ids.find((one) => markOf(needs, { fundId, memberId: one }, id) === mark)
    if (memberId === undefined) return false
    return amount > (await ownPrivateOf(needs, { fundId, memberId })).saved
  }
  const told: typeof record = async (scope, commands, how) => {
    const [command] = commands
    const isOut = command?.type === 'RecordPrivateSavings' && command.direction === 'out'
    const flags =
      isOut && (await isBeyond(command.id, command.mark, command.amount)) ? ['more-than-saved'] : []
    const answers = await record(scope, commands, how)
    return answers.map((one) =>
      'flags' in one ? { ...one, flags: [...one.flags, ...flags] } : one,
    )
  }
  Object.assign(needs, { record: told })
  return world
}

test('a service that tells the writer what is more than her own is caught by the same pairs', async () => {
  const life = { way: 'private', amount: 300_000 } as const
  const leaking = [
    await writesOn(telling(await worldOf({ ...life, owner: 'household-login' })), 'private'),
    await writesOn(telling(await worldOf({ ...life, owner: 'household-card' })), 'private'),
  ] as const
  const found = differing(...leaking)
  expect(found).toContain('before: out with her PIN of 1 for household-login')
}, 300_000)

test('the same pairs tell whose savings are open', async () => {
  const life = { way: 'open', amount: 300_000 } as const
  const open = [
    await writesOn(await worldOf({ ...life, owner: 'household-login' }), 'open'),
    await writesOn(await worldOf({ ...life, owner: 'household-card' }), 'open'),
  ] as const
  const found = differing(...open).filter((name) => name.includes(': taken of'))
  expect(found.length).toBeGreaterThan(0)
}, 300_000)
