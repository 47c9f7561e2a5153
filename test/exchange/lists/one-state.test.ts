import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { atOneHead } from '#src/app/heads.ts'
import { bookOf } from '#src/app/queries.ts'
import { by, foundedIn, fundId } from '#test/support/founded-fund.ts'

test('what is read while something is recorded is not taken for one state of the books', async () => {
  const store = memoryStore()
  const record = await foundedIn(store)
  const cards = async () => (await bookOf(store, fundId))!.members.map(({ card }) => card)
  expect(await atOneHead(store, fundId, cards)).toEqual(['M01'])
  const meanwhile = '0198f3a0-0000-7000-8000-0000000000a2'
  const torn = await atOneHead(store, fundId, async () => {
    const first = await cards()
    await record(
      fundId,
      [
        {
          id: meanwhile,
          v: 1,
          type: 'AdmitMember',
          effectiveOn: '2026-01-01',
          memberId: meanwhile,
          card: 'M02',
          sex: 'm',
          zone: 'Z1',
          isFormer: false,
        },
      ],
      by,
    )
    return [first, await cards()]
  })
  expect(torn).toBeUndefined()
  expect(await atOneHead(store, fundId, cards)).toEqual(['M01', 'M02'])
})
