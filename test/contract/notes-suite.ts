import { expect, test } from 'vitest'
import type { WithStore } from '#test/contract/store-suite.ts'

const fund = 'fund-a'

/** Words beside the journal. */
export const notesFacts = (withStore: WithStore, hostile: readonly string[]): void => {
  test(
    'a note is kept by what it is about and written over by the next',
    withStore(async (store) => {
      expect(await store.of(fund)).toEqual(new Map())
      await store.keep(fund, [
        { subject: 'fund:', text: 'Village' },
        { subject: 'loan:loan-1', text: 'a water buffalo' },
      ])
      await store.keep(fund, [{ subject: 'loan:loan-1', text: '' }])
      await store.keep(fund, [])
      const kept = new Map([
        ['fund:', 'Village'],
        ['loan:loan-1', ''],
      ])
      expect(await store.of(fund)).toEqual(kept)
    }),
  )

  test(
    'of two notes about one thing in one breath the last one stands',
    withStore(async (store) => {
      await store.keep(fund, [
        { subject: 'fund:', text: 'first' },
        { subject: 'loan:loan-1', text: 'between' },
        { subject: 'fund:', text: 'last' },
      ])
      expect((await store.of(fund)).get('fund:')).toBe('last')
    }),
  )

  test(
    'a thousand notes in any script come back byte for byte',
    withStore(async (store) => {
      const notes = Array.from({ length: 1_000 }, (_, i) => {
        const text = `${hostile[i % hostile.length]} ${i}`
        return { subject: `loan:${text}`, text }
      })
      await store.keep(fund, notes)
      const kept = await store.of(fund)
      expect(kept).toEqual(new Map(notes.map(({ subject, text }) => [subject, text])))
    }),
  )
}
