import { expect, test } from 'vitest'
import type { MessageRow } from '#domain/fund/messages.ts'
import type { WithStore } from '#test/contract/store-suite.ts'

type Kept = Omit<MessageRow, 'networkId'>

const row = (mark: string, change: Partial<Kept> = {}): Kept => ({
  kind: 'link',
  mark,
  fundId: 'fund-a',
  sealed: `sealed ${mark}`,
  ...change,
})

/** What stands sealed beside the journal about messages. */
export const messageFacts = (withStore: WithStore): void => {
  test(
    'a row about a phone is found by its mark or its fund, written over, and dropped without a trace',
    withStore(async (store) => {
      const keep = [row('b'), row('a'), row('c', { fundId: 'fund-b' }), row('a', { kind: 'code' })]
      await store.changeMessageRows('network-a', { keep })
      await store.changeMessageRows('network-b', { keep: [row('a', { sealed: 'elsewhere' })] })
      await store.changeMessageRows('network-a', { keep: [row('b', { sealed: 'anew' })] })
      const marks = async (fundId: string) =>
        (await store.messageRows('network-a', 'link', fundId)).map(({ mark }) => mark)
      expect([await marks('fund-a'), await marks('fund-b')]).toEqual([['a', 'b'], ['c']])
      expect(await store.messageRow('network-a', 'link', 'b')).toEqual({
        ...row('b', { sealed: 'anew' }),
        networkId: 'network-a',
      })
      await store.changeMessageRows('network-a', { drop: [{ kind: 'link', mark: 'a' }] })
      expect(await marks('fund-a')).toEqual(['b'])
      expect(await store.messageRow('network-a', 'link', 'a')).toBeUndefined()
      expect((await store.messageRow('network-a', 'code', 'a'))?.sealed).toBe('sealed a')
      expect((await store.messageRow('network-b', 'link', 'a'))?.sealed).toBe('elsewhere')
    }),
  )

  test(
    'what depends on a row that is another one by now is not done at all',
    withStore(async (store) => {
      const seen = [{ kind: 'state', mark: 's', sealed: undefined }] as const
      const state = row('s', { kind: 'state' })
      const first = { keep: [state], seen }
      expect(await store.changeMessageRows('network-a', first)).toBe('changed')
      expect(await store.changeMessageRows('network-a', first)).toBe('stale')
      const changes = Array.from({ length: 20 }, (_, i) => ({
        keep: [row('s', { kind: 'state', sealed: `by ${i}` }), row(`made by ${i}`)],
        seen: [{ kind: 'state', mark: 's', sealed: state.sealed }] as const,
      }))
      const told = await Promise.all(
        changes.map((change) => store.changeMessageRows('network-a', change)),
      )
      expect(told.filter((one) => one === 'changed')).toHaveLength(1)
      expect(await store.messageRows('network-a', 'link', 'fund-a')).toHaveLength(1)
    }),
  )
}
