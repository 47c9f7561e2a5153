import { expect, test } from 'vitest'
import type { WithStore } from '#test/contract/store-suite.ts'
import { cardRow } from '#test/contract/people-life.ts'

const later = '2026-02-01T02:00:00.000Z'

/** The printed cards of households. */
export const cardFacts = (withStore: WithStore): void => {
  test(
    'a card is found by its token in its own fund, and stands as written last',
    withStore(async (store) => {
      const first = cardRow({ cardId: 'card-2' })
      const second = cardRow({ issuedAt: later, tokenHash: 'hash-of-card-2' })
      await store.keepCard(second)
      await store.keepCard(first)
      expect(await store.cards('fund-a')).toStrictEqual([first, second])
      expect(await store.cardByToken('fund-a', second.tokenHash)).toStrictEqual(second)
      const revoked = { ...first, revokedAt: later }
      await store.keepCard(revoked)
      expect(await store.cardByToken('fund-a', first.tokenHash)).toStrictEqual(revoked)
      expect(await store.cardByToken('fund-b', first.tokenHash)).toBeUndefined()
      expect(await store.cardByToken('fund-a', 'hash-of-nothing')).toBeUndefined()
      expect(await store.cards('fund-b')).toEqual([])
      expect(await store.card('fund-a', 'card-2')).toStrictEqual(revoked)
      expect(await store.card('fund-b', 'card-2')).toBeUndefined()
      expect(await store.card('fund-a', 'card-9')).toBeUndefined()
    }),
  )

  test(
    'no two cards of a fund have one token',
    withStore(async (store) => {
      await store.keepCard(cardRow({}))
      await expect(store.keepCard(cardRow({ cardId: 'card-2' }))).rejects.toThrow()
      expect(await store.cards('fund-a')).toStrictEqual([cardRow({})])
      await store.keepCard(cardRow({ fundId: 'fund-b' }))
      expect(await store.cards('fund-b')).toHaveLength(1)
    }),
  )
}
