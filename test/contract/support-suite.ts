import { expect, test } from 'vitest'
import type { WithStore } from '#test/contract/store-suite.ts'

const fileRow = (code: string, fundId = 'fund-a', sealed = `sealed ${code}`) => ({
  fundId,
  code,
  sealed,
})

const claim = (name: string, untilOn = '2026-12-31') => ({ claim: name, untilOn })
const day = '2026-01-20'

const fileFacts = (withStore: WithStore): void => {
  test(
    'a sealed file is found by its fund and code, written over, and dropped without a trace',
    withStore(async (store) => {
      await store.keepSupportFile(fileRow('S-2'))
      await store.keepSupportFile(fileRow('S-1'))
      await store.keepSupportFile(fileRow('S-1', 'fund-b', 'of another fund'))
      await store.keepSupportFile(fileRow('S-1', 'fund-a', 'anew'))
      expect(await store.supportFile('fund-a', 'S-1')).toEqual(fileRow('S-1', 'fund-a', 'anew'))
      expect(await store.supportFile('fund-a', 'S-3')).toBeUndefined()
      const codes = async (fundId: string) =>
        (await store.supportFiles(fundId)).map(({ code }) => code)
      expect(await codes('fund-a')).toEqual(['S-1', 'S-2'])
      await store.dropSupportFile('fund-a', 'S-1')
      expect([await codes('fund-a'), await codes('fund-b')]).toEqual([['S-2'], ['S-1']])
    }),
  )

  test(
    'a file gets another seal only while it is as it was seen: nothing is written over, and nothing erased comes back',
    withStore(async (store) => {
      await store.keepSupportFile(fileRow('S-1'))
      const reseal = (seen: string) =>
        store.resealSupportFile('fund-a', { code: 'S-1', seen, sealed: 'by the secret of now' })
      expect(await reseal('another')).toBe('stale')
      expect(
        await store.resealSupportFile('fund-b', { code: 'S-1', seen: 'sealed S-1', sealed: 'x' }),
      ).toBe('stale')
      expect(await reseal('sealed S-1')).toBe('kept')
      expect((await store.supportFile('fund-a', 'S-1'))?.sealed).toBe('by the secret of now')
      await store.dropSupportFile('fund-a', 'S-1')
      expect(await reseal('by the secret of now')).toBe('stale')
      expect(await store.supportFiles('fund-a')).toEqual([])
    }),
  )
}

/** What stands sealed beside the journal about grants, and which papers were shown for one. */
export const supportFacts = (withStore: WithStore): void => {
  fileFacts(withStore)

  test(
    'a paper that was shown for one grant is held until its day, and of several all or none are taken',
    withStore(async (store) => {
      const take = (holder: string, names: readonly string[], on = day) =>
        store.takeClaims('network-a', { holder, claims: names.map((name) => claim(name)), day: on })
      expect(await take('S-1', ['passport', 'card'])).toBe('taken')
      expect(await take('S-1', ['passport'])).toBe('taken')
      expect(await take('S-2', ['book', 'card'])).toBe('held')
      expect(await store.claimHolders('network-a', ['book'], day)).toEqual([])
      expect(await store.claimHolders('network-a', ['card', 'passport'], day)).toEqual(['S-1'])
      expect(await store.claimHolders('network-b', ['card'], day)).toEqual([])
      // The last day is one of them.
      expect(await take('S-2', ['card'], '2026-12-31')).toBe('held')
      expect(await store.claimHolders('network-a', ['card'], '2026-12-31')).toEqual(['S-1'])
      expect(await take('S-2', ['card'], '2027-01-01')).toBe('taken')
      await store.dropClaims('network-a', 'S-1')
      expect(await store.claimHolders('network-a', ['passport'], day)).toEqual([])
      expect(await store.claimHolders('network-a', ['card'], day)).toEqual(['S-2'])
    }),
  )

  test(
    'of many who show one paper in one moment one takes it',
    withStore(async (store) => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          store.takeClaims('network-a', { holder: `S-${i}`, claims: [claim('card')], day }),
        ),
      )
      expect(answers.filter((one) => one === 'taken')).toHaveLength(1)
      expect(await store.claimHolders('network-a', ['card'], day)).toHaveLength(1)
    }),
  )
}
