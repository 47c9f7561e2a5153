import { expect, test } from 'vitest'
import { bookOf } from '#src/app/queries.ts'
import { practice } from '#test/support/service.ts'
import { ofCost } from '#test/support/a-cost.ts'

/* Whoever looks is held against the journal: what that costs, and for whom one waits. */

const village = async () => {
  const its = await practice()
  const { needs, fundId, ask } = its
  const token = await its.as('record-keeper')
  const look = async (): Promise<number> =>
    (await ask(`/v1/funds/${fundId}/loans`, { token })).status
  const read = needs.store.read
  const rows = { read: 0 }
  Object.assign(needs.store, {
    read: async (...asked: Parameters<typeof read>) => {
      const found = await read(...asked)
      rows.read += found.length
      return found
    },
  })
  const rowsOf = async (act: () => Promise<unknown>): Promise<number> => {
    rows.read = 0
    await act()
    return rows.read
  }
  const write = (type: 'RecordExpense' | 'RecordDeposit', memberId?: string) => {
    const envelope = { id: needs.ids(), v: 1 as const, effectiveOn: needs.today() }
    const command =
      type === 'RecordExpense'
        ? { ...envelope, type, amount: 1000, ...ofCost }
        : { ...envelope, type, amount: 1000, memberId: memberId! }
    return needs.record(fundId, [command], { actor: 'test', device: 'test' })
  }
  return { ...its, look, rowsOf, write }
}

test('whoever has looked before costs the last line of the journal, and then what has come since', async () => {
  const { look, rowsOf, write, needs, fundId } = await village()
  expect(await look()).toBe(200)
  const length = (await needs.store.read(fundId, 0, 10_000)).length
  expect(length).toBeGreaterThan(1900)
  expect(await rowsOf(look)).toBe(1)
  const { memberId } = (await bookOf(needs.store, fundId))!.members[3]!
  for (let i = 0; i < 20; i += 1) await write('RecordDeposit', memberId)
  // The last line once more: what is kept of the book is held against it too.
  expect(await rowsOf(look)).toBe(22)
  expect(await rowsOf(look)).toBe(1)
  // A cost may be told of the fund itself: the fold, which is kept, is asked once more, and nothing is read from the start.
  await write('RecordExpense')
  expect(await rowsOf(look)).toBeLessThan(60)
  expect(await rowsOf(look)).toBe(1)
})

test('whoever has left the fund sees its book no more, though it was given before', async () => {
  const { look, needs, fundId } = await village()
  expect(await look()).toBe(200)
  const { members } = (await bookOf(needs.store, fundId))!
  const holds = (office: string) =>
    members.find(({ offices }) => offices.some((one) => one.office === office))!
  const leaves = {
    id: needs.ids(),
    v: 1 as const,
    type: 'RecordMemberChange' as const,
    effectiveOn: needs.today(),
    memberId: holds('record-keeper').memberId,
    change: 'left' as const,
    confirmedBy: holds('chair').memberId,
  }
  const [answer] = await needs.record(fundId, [leaves], { actor: 'test', device: 'test' })
  expect(answer).toMatchObject({ seq: expect.any(Number) as number })
  expect(await look()).toBe(403)
})

test('whoever looks waits for nobody who writes a long list', async () => {
  const { look, needs, write } = await village()
  expect(await look()).toBe(200)
  const append = needs.store.append
  const gate = Promise.withResolvers<void>()
  Object.assign(needs.store, {
    append: async (...asked: Parameters<typeof append>) => {
      await gate.promise
      return append(...asked)
    },
  })
  let isWritten = false
  const writing = write('RecordExpense').then(() => {
    isWritten = true
  })
  expect(await look()).toBe(200)
  expect(isWritten).toBe(false)
  gate.resolve()
  await writing
  expect(await look()).toBe(200)
})
