import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { eraseReasons, isOfHousehold, proofsOf, reasonsOf } from '#src/app/relief-reasons.ts'
import { bookOf } from '#src/app/queries.ts'
import { fundId, smallNetwork } from '#test/support/small-network.ts'
import { type StoryCommand, idOf as idInOrder } from '#test/support/village.ts'

/** An id that no entry of the beginnings has. */
const idOf = (n: number): string => idInOrder(900 + n)

const desk = async () => {
  const its = await smallNetwork()
  const { store, kept, needs, entered } = its
  const forms = async (hash = sha256) => proofsOf({ store, hash, random: needs.random }, fundId)
  const declare = async (
    n: number,
    hash: string,
    { on = '2025-02-05', memberIds = ['m1', 'm2'] } = {},
  ): Promise<void> =>
    entered([
      {
        type: 'DeclareEvent',
        id: idOf(n),
        effectiveOn: on,
        eventId: `E${n}`,
        kind: 'personal',
        memberIds,
        from: on,
        evidence: {
          is: 'reason',
          hash,
        },
      } as StoryCommand,
    ])
  const book = async () => (await bookOf(kept, fundId))!
  return {
    ...its,
    forms,
    declare,
    /** A form as it is sent: its hash is made, the reason kept, the entry written. */
    told: async (n: number, text: string, more?: Parameters<typeof declare>[2]) => {
      const proof = (await forms())(idOf(n))
      await proof.keep(text)
      await declare(n, proof.hashOf(text), more)
    },
    notes: async () => kept.of(fundId),
    reasons: async (memberId = 'm1') =>
      reasonsOf({ store, hash: sha256 }, { fundId, book: await book(), memberId }),
    erase: async (memberId = 'm1') =>
      eraseReasons({ store, hash: sha256 }, { fundId, book: await book(), memberId }),
  }
}

test('why a household was given relief is told to it, the last first, and to no other', async () => {
  const { told, reasons, entered, declare } = await desk()
  await told(1, 'illness')
  await told(2, 'birth', { on: '2025-02-07', memberIds: ['m1'] })
  await told(3, 'death', { on: '2025-02-06', memberIds: ['m3'] })
  // A hash that nothing kept here explains, and a flood, which has no reason of one household.
  await declare(4, 'ab'.repeat(32), { on: '2025-02-06' })
  await entered([
    {
      type: 'DeclareEvent',
      effectiveOn: '2025-02-08',
      eventId: 'E5',
      kind: 'flood',
      places: ['river'],
      from: '2025-02-08',
      evidence: {
        is: 'gauge',
        station: 'KRATIE',
        levelCm: 2310,
      },
    } as StoryCommand,
  ])
  const short = async (memberId: string) =>
    (await reasons(memberId)).map((one) => [one.eventId, one.declaredOn, one.text, one.subject])
  expect(await short('m1')).toEqual([
    ['E2', '2025-02-07', 'birth', `relief:${idOf(2)}`],
    ['E4', '2025-02-06', undefined, undefined],
    ['E1', '2025-02-05', 'illness', `relief:${idOf(1)}`],
  ])
  expect((await reasons('m1')).at(-1)!.memberIds).toEqual(['m1', 'm2'])
  expect((await short('m3')).map(([eventId]) => eventId)).toEqual(['E3'])
  expect(await short('m4')).toEqual([])
})

test('the same form with the same reason has the same hash, any other has another', async () => {
  const { forms } = await desk()
  const [first, second] = [await forms(), await forms()]
  const one = first(idOf(1))
  expect(one.hashOf('illness')).toMatch(/^[0-9a-f]{64}$/)
  expect(one.hashOf('illness')).not.toBe(one.hashOf('death'))
  // Before anything is kept a form that comes again draws a salt of its own.
  expect(second(idOf(1)).hashOf('illness')).not.toBe(one.hashOf('illness'))
  await one.keep('illness')
  const again = (await forms())(idOf(1))
  expect(again.hashOf('illness')).toBe(one.hashOf('illness'))
  expect(again.hashOf('death')).not.toBe(one.hashOf('death'))
})

test('of a form that was pressed twice both vouch by what was kept first', async () => {
  const { forms, notes } = await desk()
  const [first, second] = [(await forms())(idOf(1)), (await forms())(idOf(1))]
  await first.keep('illness')
  const kept = await notes()
  await second.keep('illness')
  expect(await notes()).toEqual(kept)
  expect(second.hashOf('illness')).toBe(first.hashOf('illness'))
})

test('what an entry vouches for is not written over, nor taken away', async () => {
  const { told, forms, notes, reasons } = await desk()
  await told(1, 'illness')
  const kept = await notes()
  const later = (await forms())(idOf(1))
  await later.keep('death')
  await later.drop()
  expect(await notes()).toEqual(kept)
  expect((await reasons())[0]!.text).toBe('illness')
})

test('what was kept for an entry that was not taken is taken away again', async () => {
  const { forms, notes } = await desk()
  const proof = (await forms())(idOf(1))
  await proof.keep('illness')
  expect((await notes()).get(`relief:${idOf(1)}`)).toContain('illness')
  await proof.keep('death')
  expect((await notes()).get(`relief:${idOf(1)}`)).toContain('death')
  await proof.drop()
  expect((await notes()).get(`relief:${idOf(1)}`)).toBe('')
})

test('whoever is erased leaves no reason behind, nor does what no entry vouches for; others keep theirs', async () => {
  const { kept, told, forms, notes, reasons, erase } = await desk()
  await told(1, 'illness')
  await told(2, 'birth', { memberIds: ['m3'] })
  await (await forms())(idOf(3)).keep('death')
  await kept.keep(fundId, [{ subject: 'member:m1', text: 'a note of the committee' }])
  await erase('m1')
  const left = [...(await notes())].filter(([, text]) => text !== '').map(([subject]) => subject)
  expect(left.toSorted()).toEqual(['member:m1', `relief:${idOf(2)}`])
  expect((await reasons('m1')).map(({ text, subject }) => [text, subject])).toEqual([
    [undefined, undefined],
  ])
  // It was of all who live there.
  expect((await reasons('m2'))[0]!.text).toBeUndefined()
  expect((await reasons('m3'))[0]!.text).toBe('birth')
})

test('a reason that a form with another salt left beside the entry goes too', async () => {
  const { kept, told, notes, erase } = await desk()
  await told(1, 'illness')
  const beside = JSON.stringify({ salt: 'another', text: 'illness' })
  await kept.keep(fundId, [{ subject: `relief:${idOf(1)}`, text: beside }])
  await erase('m1')
  expect((await notes()).get(`relief:${idOf(1)}`)).toBe('')
})

test('notes of households are known by their name', () => {
  expect(isOfHousehold(`relief:${idOf(1)}`)).toBe(true)
  expect(isOfHousehold('member:m1')).toBe(false)
})
