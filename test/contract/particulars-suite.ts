import { expect, test } from 'vitest'
import { particularParts } from '#domain/fund/people/particulars.ts'
import { kinRow, nameRow, nomineeRow, photoRow } from '#test/contract/particulars-life.ts'
import type { WithStore } from '#test/contract/store-suite.ts'

const fundId = 'fund-a'

/** Who the members of a fund are. */
export const particularsFacts = (withStore: WithStore, texts: readonly string[]): void => {
  test(
    'a name stands as it was typed last, in its own fund',
    withStore(async (store) => {
      await store.keepNames(fundId, [nameRow({ memberId: 'member-2' })])
      await store.keepNames(fundId, [nameRow()])
      const latin = nameRow({ khmer: undefined, latin: 'Sok Dara' })
      await store.keepNames(fundId, [latin])
      expect(await store.names(fundId)).toStrictEqual([latin, nameRow({ memberId: 'member-2' })])
      expect(await store.names('fund-b')).toEqual([])
    }),
  )

  test(
    'every text is a name to the store',
    withStore(async (store) => {
      const names = texts.map((khmer, i) =>
        nameRow({ memberId: `member-${i}`, khmer, latin: khmer }),
      )
      await store.keepNames(fundId, names)
      expect(await store.names(fundId)).toStrictEqual(names)
    }),
  )

  test(
    'a photo is found by its member, and a list tells only whose there are',
    withStore(async (store) => {
      const large = photoRow({ data: 'A'.repeat(40 * 1024) })
      await store.keepPhoto(photoRow())
      await store.keepPhoto(large)
      expect(await store.photo(fundId, 'member-1')).toStrictEqual(large)
      expect(await store.photo(fundId, 'member-2')).toBeUndefined()
      expect(await store.photo('fund-b', 'member-1')).toBeUndefined()
      const whose = [{ memberId: 'member-1', digest: 'digest-1' }]
      expect(await store.photographed(fundId)).toStrictEqual(whose)
    }),
  )
}

/** Nominees and kin of the members. */
export const familyFacts = (withStore: WithStore): void => {
  test(
    'nominees are those who were named last, in their order',
    withStore(async (store) => {
      const child = nomineeRow({ place: 2, name: undefined, nomineeId: 'member-3', share: 'half' })
      const others = nomineeRow({ memberId: 'member-2' })
      await store.keepNominees(fundId, 'member-1', [nomineeRow(), child, nomineeRow({ place: 3 })])
      await store.keepNominees(fundId, 'member-2', [others])
      await store.keepNominees(fundId, 'member-1', [child, nomineeRow()])
      expect(await store.nominees(fundId)).toStrictEqual([nomineeRow(), child, others])
      await store.keepNominees(fundId, 'member-2', [])
      expect(await store.nominees(fundId)).toHaveLength(2)
      expect(await store.nominees('fund-b')).toEqual([])
    }),
  )

  test(
    'two may be kin in two ways, and each can be taken away by itself',
    withStore(async (store) => {
      const household = kinRow({ relation: 'same-household' })
      await store.keepKinships(fundId, [household])
      await store.keepKinships(fundId, [kinRow()])
      await store.keepKinships(fundId, [kinRow()])
      expect(await store.kinships(fundId)).toStrictEqual([household, kinRow()])
      await store.dropKinship(household)
      await store.dropKinship(household)
      expect(await store.kinships(fundId)).toStrictEqual([kinRow()])
      expect(await store.kinships('fund-b')).toEqual([])
    }),
  )
}

/** What was erased is gone, and only that. */
export const erasingFacts = (withStore: WithStore): void => {
  test.each(particularParts)('the %s of a member is erased, and nothing else', (part) =>
    withStore(async (store) => {
      for (const memberId of ['member-1', 'member-2']) {
        await store.keepNames(fundId, [nameRow({ memberId })])
        await store.keepPhoto(photoRow({ memberId }))
        await store.keepNominees(fundId, memberId, [nomineeRow({ memberId })])
      }
      await store.keepKinships(fundId, [kinRow({ firstId: 'member-1', secondId: 'member-3' })])
      await store.keepKinships(fundId, [kinRow({ firstId: 'member-0', secondId: 'member-1' })])
      await store.keepKinships(fundId, [kinRow({ firstId: 'member-2', secondId: 'member-3' })])
      await store.forget(fundId, 'member-1', [part])
      await store.forget('fund-b', 'member-2', [...particularParts])
      const left = async (): Promise<Record<string, number>> => ({
        name: (await store.names(fundId)).length,
        photo: (await store.photographed(fundId)).length,
        nominees: (await store.nominees(fundId)).length,
        kin: (await store.kinships(fundId)).length,
      })
      const whole = { name: 2, photo: 2, nominees: 2, kin: 3 }
      expect(await left()).toEqual({ ...whole, [part]: 1 })
      await store.forget(fundId, 'member-1', [...particularParts])
      expect(await left()).toEqual({ name: 1, photo: 1, nominees: 1, kin: 1 })
    })(),
  )
}
