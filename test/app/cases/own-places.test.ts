import { beforeEach, expect, test } from 'vitest'
import { untilKept } from '#src/app/cases/leaf-pages.ts'
import { ownLeaf, ownLeafChanges, ownLeavesMoved } from '#src/app/cases/own-places.ts'
import { caseTeam } from '#test/app/cases/case-team.ts'

/* Two people whose own pages are named on one page of places: whatever becomes of one, the other is found. */

const [hers, his] = ['a1'.padEnd(32, '0'), 'a2'.padEnd(32, '0')]
let team: ReturnType<typeof caseTeam>

const write = (own: string, value: string | undefined) =>
  untilKept<void>(team.needs, async () => ({
    answer: undefined,
    changes: await ownLeafChanges(team.needs, await ownLeaf<string>(team.needs, own), value),
  }))
const read = async (own: string) => (await ownLeaf<string>(team.needs, own)).value

beforeEach(async () => {
  team = caseTeam()
  await write(hers, 'come on Monday')
  await write(his, 'call at noon')
})

test('what one of them may see is written anew, and the other sees what was there', async () => {
  await write(hers, 'come on Friday')
  expect([await read(hers), await read(his)]).toEqual(['come on Friday', 'call at noon'])
})

test('the page of one goes, and the other’s stays', async () => {
  await write(hers, undefined)
  expect([await read(hers), await read(his)]).toEqual([undefined, 'call at noon'])
})

test('one is moved alone, and lies elsewhere after it; both are found', async () => {
  const before = [await ownLeaf(team.needs, hers), await ownLeaf(team.needs, his)]
  await untilKept<void>(team.needs, async () => ({
    answer: undefined,
    changes: await ownLeavesMoved(team.needs, [hers]),
  }))
  const after = [await ownLeaf(team.needs, hers), await ownLeaf(team.needs, his)]
  const ids = (some: typeof before) => some.map(({ lies }) => lies!.id)
  expect(after.map(({ value }) => value)).toEqual(['come on Monday', 'call at noon'])
  expect(ids(after).map((one, n) => one === ids(before)[n])).toEqual([false, true])
})

test('of more people than one page of places names each is found, also when some have gone', async () => {
  const many = Array.from({ length: 90 }, (_, n) => `a${String(n).padStart(31, '0')}`)
  for (const own of many) await write(own, own)
  for (const own of many.slice(0, 30)) await write(own, undefined)
  for (const own of many.slice(30, 60)) await write(own, `${own} anew`)
  const found = await Promise.all(many.map(read))
  expect(found).toEqual(many.map((own, n) => (n < 30 ? undefined : n < 60 ? `${own} anew` : own)))
})

test('a page that nothing opens is shown to nobody, and is left where it lies by what is written in its place', async () => {
  const { id, seen } = (await ownLeaf(team.needs, hers)).lies!
  const spoilt = seen.map((one, n) => (n === 9 ? one ^ 1 : one))
  await team.leaves.change([{ id, seen, sealed: spoilt }])
  expect(await read(hers)).toBeUndefined()
  await write(hers, 'come on Friday')
  expect([await read(hers), await read(his)]).toEqual(['come on Friday', 'call at noon'])
  expect((await team.leaves.read([id])).size).toBe(1)
})
