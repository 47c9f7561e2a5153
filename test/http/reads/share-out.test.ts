import { expect, test } from 'vitest'
import { practice } from '#test/support/service.ts'
import { idOf } from '#test/support/village.ts'

type Plan = {
  readonly pool: number
  readonly members: number
  readonly rows: readonly { readonly part: number; readonly payNow: number }[]
}

test('a share-out splits the surplus unless it is asked not to, and hands out what is asked', async () => {
  const village = await practice()
  const close = { id: idOf(1), v: 1, type: 'ClosePeriod', effectiveOn: '2025-12-31' } as const
  const [closed] = await village.needs.record(village.fundId, [close], {
    actor: 'test',
    device: 'test',
  })
  expect(closed).toMatchObject({ outcome: 'recorded' })
  const token = await village.as('record-keeper')
  const read = async (query: string): Promise<Plan> => {
    const path = `/v1/funds/${village.fundId}/share-out${query}`
    const answer = await village.ask(path, { token })
    expect(answer.status, query).toBe(200)
    return (await answer.json()) as Plan
  }
  const usual = await read('')
  const parts = usual.rows.reduce((sum, { part }) => sum + part, 0)
  expect(usual.pool).toBeGreaterThan(0)
  expect(parts).toBe(usual.members)
  expect(await read('?isSurplusSplit=true&payOut=parts')).toEqual(usual)
  const kept = await read('?isSurplusSplit=false&payOut=nothing')
  expect(kept).toMatchObject({ pool: 0, members: 0 })
  expect(kept.rows.every(({ part, payNow }) => part === 0 && payNow === 0)).toBe(true)
  const back = await read('?payOut=shares-and-parts')
  const out = ({ rows }: Plan) => rows.reduce((sum, { payNow }) => sum + payNow, 0)
  expect(out(back)).toBeGreaterThan(out(usual))
})
