import { expect, test } from 'vitest'
import type { Leaves } from '#domain/cases/leaves.ts'
import { memoryLeaves } from '#infra/memory/leaves.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { randomOnNode, sha256 } from '#infra/system/system.ts'
import { textsAnew, textsOf, writeText } from '#src/app/cases/kept-texts.ts'
import { moveReports, takeReport } from '#src/app/watch/reports.ts'

const scope = 'a network that moves'

/** A store of leaves that counts what is read and written in it. */
const counted = () => {
  const leaves = memoryLeaves()
  let touched = 0
  const watched: Leaves = {
    ...leaves,
    read: (ids) => {
      touched += ids.length
      return leaves.read(ids)
    },
    change: (changes) => {
      touched += changes.length
      return leaves.change(changes)
    },
  }
  return { leaves: watched, touched: () => touched }
}

const needsOf = (today: string, leaves: Leaves) => ({
  clock: () => `${today}T02:00:00.000Z`,
  networkId: scope,
  signer: signerOnNode({ secret: 'a signing secret for tests' }),
  hash: sha256,
  random: randomOnNode,
  today,
  leaves,
  keys: caseKeysBy({ secret: 'the secret of cases' }),
})

const tell = (needs: ReturnType<typeof needsOf>, text: string) =>
  takeReport(needs, {
    channel: 'page',
    kind: 'duty',
    about: '',
    text,
    mayBeCounted: false,
    mayBeAsked: false,
    way: 'own',
    files: [],
    reach: '',
    team: [],
  })

test('whoever tells first on a day writes no more than the next one: a round of the service moves what lies there', async () => {
  const { leaves, touched } = counted()
  const needs = needsOf('2026-01-05', leaves)
  for (let n = 0; n < 6; n += 1) await tell(needs, `told on the first day, ${n}`)
  const ids = async () => new Set(await leaves.ids(undefined, 10_000))
  const before = await ids()
  const later = needsOf('2026-01-06', leaves)
  const cost = async (text: string): Promise<number> => {
    const start = touched()
    await tell(later, text)
    return touched() - start
  }
  expect(await cost('the first of the day')).toBe(await cost('the second of the day'))
  const written = await ids()
  expect([...before].filter((id) => !written.has(id))).toEqual([])

  await moveReports(later)
  const moved = await ids()
  // Whatever holds somebody's words lies elsewhere; what stays is found by its name and is sealed anew.
  const stayed = [...written].filter((id) => moved.has(id))
  expect(stayed.length).toBeLessThan(4)
  const texts = await textsOf(later, { part: 'reports', scope })
  expect([...texts.values()].filter((text) => text.includes('told on the first day'))).toHaveLength(
    6,
  )
  const start = touched()
  await moveReports(later)
  expect(touched() - start).toBeLessThan(4)
  expect(await ids()).toEqual(moved)
})

test('to move twice as much takes hardly more than twice as long', async () => {
  const workOf = async (count: number): Promise<number> => {
    const { leaves, touched } = counted()
    const needs = needsOf('2026-01-05', leaves)
    const place = { part: 'reports', scope } as const
    for (let n = 0; n < count; n += 1)
      await writeText(needs, place, { name: `one ${n}`, text: 'x' })
    const start = touched()
    expect(await textsAnew(needs, place)).toBe(count)
    expect((await textsOf(needs, place)).size).toBe(count)
    return touched() - start
  }
  expect((await workOf(120)) / (await workOf(60))).toBeLessThan(2.3)
})
