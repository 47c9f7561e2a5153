import { expect, test } from 'vitest'
import type { Candidate } from '#domain/cases/assigning.ts'
import { caseOf, openCase } from '#src/app/cases/cases.ts'
import { coversOf } from '#src/app/cases/covers.ts'
import { keyLogChanges, keyLogOf } from '#src/app/cases/key-log.ts'
import { askRenewal, finishRenewal, giveToRenewal, renewalsOf } from '#src/app/cases/renewing.ts'
import { untilKept } from '#src/app/cases/leaf-pages.ts'
import { nameHolders } from '#src/app/cases/spare-keys.ts'
import { unlocked } from '#src/app/cases/team.ts'
import { caseTeam, firstTalk, passphrase } from '#test/app/cases/case-team.ts'

/* A worker has lost the passphrase. Two of the three who hold spare keys give her another key; nobody does so alone. */

const id = (n: number): string => `a0000000-0000-8000-8000-00000000000${n}`
const candidate: Candidate = {
  isOfTeam: true,
  lacksTraining: false,
  officerOf: [],
  memberOf: [],
  isKin: false,
}
const anew = 'other words nobody says'

const lost = async () => {
  const team = caseTeam()
  const desks = await Promise.all([1, 2, 3, 4].map((n) => team.worker(id(n))))
  await nameHolders(team.needs, [id(1), id(2), id(3)])
  const codes = []
  for (let n = 0; n < 3; n += 1) codes.push((await openCase(team.needs, desks[3]!, firstTalk)).code)
  await askRenewal(team.needs, { userId: id(4), passphrase: anew })
  const [one] = await renewalsOf(team.needs)
  return { ...team, desks, codes, read: { userId: id(4), publicKey: one!.publicKey } }
}

for (const [first, second] of [
  [0, 1],
  [0, 2],
  [1, 2],
] as const)
  test(`holders ${first + 1} and ${second + 1} renew a key together: all her cases open by the new words, none by the old`, async () => {
    const { needs, desks, codes, read } = await lost()
    expect((await giveToRenewal(needs, desks[second]!, read)).outcome).toBe('recorded')
    const done = await finishRenewal(needs, desks[first]!, { ...read, candidate })
    expect(done).toMatchObject({ outcome: 'recorded', left: 0 })
    expect(await unlocked(needs, { userId: id(4), passphrase })).toBe('wrong')
    const desk = await unlocked(needs, { userId: id(4), passphrase: anew })
    if (typeof desk === 'string' || 'may' in desk) throw new Error('the new words open nothing')
    for (const code of codes) {
      const { file } = (await caseOf(needs, desk, code))!
      expect(file.opened).toMatchObject([
        { by: [id(second + 1), id(first + 1)], to: id(4), why: 'key-renewed' },
      ])
    }
    // The old key, should somebody have it, opens nothing any more.
    expect(await caseOf(needs, desks[3]!, codes[0]!)).toBeUndefined()
    const log = await keyLogOf(needs)
    expect(log.at(-1)).toMatchObject({ userId: id(4), what: 'renewed' })
    expect(await renewalsOf(needs)).toEqual([])
    // What was given for it lies nowhere any more.
    expect((await coversOf(needs)).every(({ cover }) => !cover.renewing)).toBe(true)
  })

test('a key that was asked for opens nothing by itself, and no holder finishes alone', async () => {
  const { needs, desks, read } = await lost()
  expect(await unlocked(needs, { userId: id(4), passphrase: anew })).toBe('wrong')
  const alone = await finishRenewal(needs, desks[0]!, { ...read, candidate })
  expect(alone).toEqual({ outcome: 'refused', code: 'half-missing' })
  await giveToRenewal(needs, desks[1]!, read)
  const again = await finishRenewal(needs, desks[1]!, { ...read, candidate })
  expect(again).toEqual({ outcome: 'refused', code: 'half-missing' })
})

test('whoever holds no spare key gives nothing, nor does the one whose key it is', async () => {
  const { needs, desks, read, worker } = await lost()
  const no = { outcome: 'refused', code: 'not-a-holder' }
  expect(await giveToRenewal(needs, desks[3]!, read)).toEqual(no)
  const colleague = await worker(id(5))
  expect(await giveToRenewal(needs, colleague, read)).toEqual(no)
  expect(await finishRenewal(needs, colleague, { ...read, candidate })).toEqual(no)
  await askRenewal(needs, { userId: id(1), passphrase: anew })
  const own = (await renewalsOf(needs)).find(({ userId }) => userId === id(1))!
  const asked = { userId: id(1), publicKey: own.publicKey }
  expect(await giveToRenewal(needs, desks[0]!, asked)).toEqual(no)
})

test('a half is given for the key that was read: one that was asked for meanwhile gets none', async () => {
  const { needs, desks, read } = await lost()
  await askRenewal(needs, { userId: id(4), passphrase: 'words of a stranger, many' })
  const no = { outcome: 'refused', code: 'not-found' }
  expect(await giveToRenewal(needs, desks[1]!, read)).toEqual(no)
  expect(await finishRenewal(needs, desks[0]!, { ...read, candidate })).toEqual(no)
})

test('nobody who has been given an office since gets another key, and after a week it is asked for anew', async () => {
  const { needs, desks, read } = await lost()
  await giveToRenewal(needs, desks[1]!, read)
  const officer = { ...candidate, officerOf: ['f1'] }
  expect(await finishRenewal(needs, desks[0]!, { ...read, candidate: officer })).toEqual({
    outcome: 'refused',
    code: 'not-to-be-let-in',
  })
  const later = { ...needs, today: '2026-11-09' }
  expect(await finishRenewal(later, desks[0]!, { ...read, candidate })).toEqual({
    outcome: 'refused',
    code: 'not-found',
  })
})

test('without holders nothing can be asked for', async () => {
  const team = caseTeam()
  await team.worker(id(1))
  const told = await askRenewal(team.needs, { userId: id(1), passphrase: anew })
  expect(told).toEqual({ outcome: 'refused', code: 'no-holders' })
})

test('of keys the log tells sixteen lines, the last of them last', async () => {
  const { needs } = caseTeam()
  for (let n = 1; n <= 17; n += 1)
    await untilKept<void>(needs, async () => ({
      answer: undefined,
      changes: await keyLogChanges(needs, {
        userId: `u${n}`,
        on: '2026-11-02',
        what: 'made',
        by: [],
      }),
    }))
  const told = (await keyLogOf(needs)).map(({ userId }) => userId)
  expect(told).toEqual(Array.from({ length: 16 }, (_, place) => `u${place + 2}`))
})
