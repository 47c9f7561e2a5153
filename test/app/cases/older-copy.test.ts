import { beforeEach, describe, expect, test } from 'vitest'
import { addTask } from '#domain/cases/operations/plan.ts'
import { memoryLeaves } from '#infra/memory/leaves.ts'
import { type ActNeeds, act, caseOf, casesOf, openCase } from '#src/app/cases/cases.ts'
import { coversOf } from '#src/app/cases/covers.ts'
import { makeOwnCard, openOwnCard } from '#src/app/cases/own-card.ts'
import { besideIn, movedOf, networksBeside } from '#src/app/cases/kept-beside.ts'
import { textOf, writeText } from '#src/app/cases/kept-texts.ts'
import { putBackIn, replayedAll } from '#src/app/cases/moving.ts'
import { oldCasesIn, oldLeavesIn, renewCases } from '#src/app/cases/resealing.ts'
import { eraseCase } from '#src/app/cases/team-work.ts'
import { type AtDesk, enrol, unlocked } from '#src/app/cases/team.ts'
import { caseTeam, firstTalk, passphrase } from '#test/app/cases/case-team.ts'

/* Somebody puts an older copy of the cases back: to have a case again that was destroyed, or a word as it stood before. */

const sokha = 'a0000000-0000-8000-8000-000000000001'
type Leaves = ReturnType<typeof memoryLeaves>

let team: ReturnType<typeof caseTeam>
let desk: AtDesk
let codes: string[]
let kept: { bytes: Uint8Array | undefined; failing: boolean }

const beside = () => ({
  read: async () => kept.bytes,
  write: async (sealed: Uint8Array) => {
    if (kept.failing) throw new Error('the disk is full')
    kept.bytes = sealed
  },
})

const on = (day: number, leaves: Leaves = team.leaves): ActNeeds => {
  const today = `2026-11-${String(day).padStart(2, '0')}`
  return { ...team.needs, leaves, kept: beside(), today, clock: () => `${today}T03:00:00.000Z` }
}

const copied = async (leaves: Leaves = team.leaves): Promise<Leaves> => {
  const copy = memoryLeaves()
  for (const [id, sealed] of await leaves.read(await leaves.ids(undefined, 10_000)))
    await copy.change([{ id, seen: undefined, sealed }])
  return copy
}

const write = (needs: ActNeeds, code: string) =>
  act(needs, desk, {
    code,
    operation: addTask,
    said: { what: 'visit her', dueOn: '2026-12-01', whose: 'worker' },
  })

const codesIn = async (needs: ActNeeds) =>
  (await casesOf(needs, desk)).map(({ file: { code } }) => code)

beforeEach(async () => {
  kept = { bytes: undefined, failing: false }
  team = caseTeam()
  desk = await team.worker(sokha)
  codes = []
  for (let n = 0; n < 2; n += 1) codes.push((await openCase(on(2), desk, firstTalk)).code)
})

describe('an older copy that is put back', () => {
  test('brings no case back that was destroyed since, and says that it is one', async () => {
    const [first, second] = codes as [string, string]
    const older = await copied()
    await eraseCase(on(3), desk, first)
    await write(on(4), second)
    const told = await replayedAll(on(5, older))
    expect(told).toEqual({ again: 1, days: 2 })
    expect(await codesIn(on(5, older))).toEqual([second])
    expect((await movedOf(on(5, older))).older).toEqual({ on: '2026-11-05', days: 2, again: 1 })
    // Told once to whoever starts it; the desk says it from then on.
    expect(await replayedAll(on(5, older))).toEqual({ again: 0, days: 0 })
    await write(on(6, older), second)
    expect((await movedOf(on(6, older))).older?.again).toBe(1)
  })

  test('is known by whoever writes first, also on the day on which it was made', async () => {
    const [first, second] = codes as [string, string]
    const older = await copied()
    await eraseCase(on(2), desk, first)
    await write(on(2, older), second)
    expect(await codesIn(on(2, older))).toEqual([second])
  })

  test('brings back no own page of a case that was destroyed: its card opens nothing here, nor there', async () => {
    const [first] = codes as [string]
    const card = await makeOwnCard(on(2), desk, first)
    if (card.outcome !== 'made') throw new Error(card.code)
    const older = await copied()
    expect(await openOwnCard(on(3), card)).toHaveProperty('privateKey')
    await eraseCase(on(3), desk, first)
    expect(await openOwnCard(on(3), card)).toBe('wrong')
    expect(await openOwnCard(on(3, older), card)).toHaveProperty('privateKey')
    await replayedAll(on(3, older))
    expect(await openOwnCard(on(3, older), card)).toBe('wrong')
  })

  test('is no older copy where it is the one of now, nor after many days', async () => {
    const [first, second] = codes as [string, string]
    await eraseCase(on(3), desk, first)
    for (let day = 4; day < 9; day += 1) await write(on(day), second)
    const same = await copied()
    expect(await replayedAll(on(9, same))).toEqual({ again: 0, days: 0 })
    expect((await movedOf(on(9, same))).older).toBeUndefined()
  })
})

describe('what is kept beside the cases', () => {
  test('destroys nothing where it cannot be kept that it is destroyed', async () => {
    const [first] = codes as [string]
    kept.failing = true
    await expect(eraseCase(on(2), desk, first)).rejects.toThrow('the disk is full')
    expect(await caseOf(on(2), desk, first)).toBeDefined()
  })

  test('is of each network of the service by itself', async () => {
    const [first] = codes as [string]
    const another = { networkId: 'ba000000-0000-8000-8000-000000000002' }
    const theirs = (day: number): ActNeeds => ({ ...on(day), ...another })
    const desk2 = await enrol(theirs(2), { userId: sokha, passphrase })
    if (desk2 === 'has-a-key') throw new Error('the worker has a key already')
    const { code } = await openCase(theirs(2), desk2, firstTalk)
    await eraseCase(on(3), desk, first)
    await eraseCase(theirs(4), desk2, code)
    expect((await networksBeside(on(4))).toSorted()).toEqual(
      [team.needs.networkId, another.networkId].toSorted(),
    )
    expect((await besideIn(on(4))).destroyed).toEqual([first])
    expect((await besideIn(theirs(4))).destroyed).toEqual([code])
  })

  test('of one case alone is noticed: the others have moved on', async () => {
    const [first, second] = codes as [string, string]
    const one = (await coversOf(on(2))).find(({ cover }) => cover.code === first)!
    await write(on(3), second)
    await write(on(4), second)
    expect(await putBackIn(on(4))).toBe(0)
    const now = (await coversOf(on(4))).find(({ cover }) => cover.code === first)!
    const older = {
      id: now.id,
      seen: now.seen,
      sealed: await team.needs.keys.sealHere(
        now.id,
        new TextEncoder().encode(JSON.stringify(one.cover).padEnd(4068)),
      ),
    }
    await team.leaves.change([older])
    expect(await putBackIn(on(4))).toBe(1)
  })
})

/* Taking the keys away here takes them out of no copy that was made before; what such a copy still tells is said in docs/backup.md. */
describe('a copy of before, of a case that was destroyed since', () => {
  test('still opens, to whoever has the secret of the service and the passphrase of its worker', async () => {
    const [first] = codes as [string]
    const older = await copied()
    await eraseCase(on(3), desk, first)
    const { kept: _kept, ...alone } = on(3, older)
    const again = await unlocked(alone, { userId: sokha, passphrase })
    if (typeof again === 'string' || 'may' in again) throw new Error('the key stays shut')
    expect((await caseOf(alone, again, first))!.file.code).toBe(first)
  })

  test('opens with neither of the two alone', async () => {
    const [first] = codes as [string]
    const older = await copied()
    await eraseCase(on(3), desk, first)
    const { kept: _kept, ...alone } = on(3, older)
    expect(await unlocked(alone, { userId: sokha, passphrase: 'other words nobody says' })).toBe(
      'wrong',
    )
    // The secret alone reads who is assigned, and since when; of the file it opens nothing.
    const { cover } = (await coversOf(alone)).find((one) => one.cover.code === first)!
    const inner = await alone.keys.openHere(
      cover.body[0]!,
      (await older.read(cover.body)).get(cover.body[0]!)!,
    )
    expect(Buffer.from(inner!).includes(Buffer.from('after the market'))).toBe(false)
    const another = { ...alone, ...team.needsWith({ secret: 'another secret, of somebody else' }) }
    expect(await coversOf({ ...another, leaves: older })).toEqual([])
    expect(await unlocked({ ...another, leaves: older }, { userId: sokha, passphrase })).toBe(
      'wrong',
    )
  })

  test('is no case any more once the service has held it against what is kept beside it', async () => {
    const [first, second] = codes as [string, string]
    const older = await copied()
    await eraseCase(on(3), desk, first)
    await replayedAll(on(3, older))
    expect(await caseOf(on(3, older), desk, first)).toBeUndefined()
    expect(await codesIn(on(3, older))).toEqual([second])
  })
})

test('all that an older secret has sealed is counted, also where it is more than is read at once', async () => {
  const place = { part: 'support', scope: 'a fund' } as const
  for (const name of ['one', 'two', 'three', 'four', 'five'])
    await writeText(on(2), place, { name, text: 'why '.repeat(60_000) })
  const both = team.needsWith({
    secret: 'of now, for tests',
    older: ['a secret of cases, for tests alone'],
  })
  const all = await team.leaves.ids(undefined, 10_000)
  expect(all.length).toBeGreaterThan(256)
  expect(await oldLeavesIn(both)).toEqual({ older: all.length, shut: 0 })
  const another = team.needsWith({ secret: 'another secret, of somebody else' })
  expect(await oldLeavesIn(another)).toEqual({ older: 0, shut: all.length })
})

test('a key that nothing opens any more is none that waits for its owner, and the others are counted', async () => {
  const before = new Set(await team.leaves.ids(undefined, 1000))
  await team.worker('a0000000-0000-8000-8000-000000000002')
  const [id] = (await team.leaves.ids(undefined, 1000)).filter((one) => !before.has(one))
  const seen = (await team.leaves.read([id!])).get(id!)!
  await team.leaves.change([{ id: id!, seen, sealed: new Uint8Array(seen.length) }])
  const both = team.needsWith({
    secret: 'of now, for tests',
    older: ['a secret of cases, for tests alone'],
  })
  expect(await oldCasesIn(both, [team.needs.networkId])).toMatchObject({ shut: 1, keys: 1 })
})

test('all that hangs on an older secret is counted and sealed anew, and a key when its owner comes', async () => {
  const [code] = codes as [string]
  const place = { part: 'relief', scope: 'a fund' } as const
  await writeText(on(2), place, { name: 'one', text: 'why' })
  const both = {
    ...on(3),
    ...team.needsWith({
      secret: 'of now, for tests',
      older: ['a secret of cases, for tests alone'],
    }),
    kept: beside(),
  }
  const networks = [team.needs.networkId]
  const before = await oldCasesIn(both, networks)
  expect(before).toMatchObject({ shut: 0, keys: 1 })
  expect(before.older).toBe((await team.leaves.ids(undefined, 1000)).length)
  await renewCases(both, { networkIds: networks, fundIds: ['a fund'] })
  expect(await oldCasesIn(both, networks)).toEqual({ older: 0, shut: 0, keys: 1 })
  const desk = await unlocked(both, { userId: sokha, passphrase })
  if (typeof desk === 'string' || 'may' in desk) throw new Error('the key stays shut')
  expect((await oldCasesIn(both, networks)).keys).toBe(0)
  // The older one goes, and nothing is missed.
  const alone = { ...both, ...team.needsWith({ secret: 'of now, for tests' }), kept: beside() }
  expect((await caseOf(alone, desk, code))!.file.code).toBe(code)
  expect(await textOf(alone, place, 'one')).toBe('why')
  expect((await unlocked(alone, { userId: sokha, passphrase })) as object).toHaveProperty(
    'privateKey',
  )
  expect(await replayedAll(alone)).toEqual({ again: 0, days: 0 })
})
