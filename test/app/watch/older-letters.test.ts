import { expect, test } from 'vitest'
import { rebuildNetworkViews } from '#src/app/rebuild.ts'
import { lettersLeft, lettersSaid } from '#src/app/watch/older-letters.ts'
import { practice } from '#test/support/service.ts'

/** A letter as an earlier version kept it: one hand had written it down, and that was all. */
const asBefore = (data: string): string => {
  const {
    proposedBy: _b,
    proposedOn: _o,
    proposedSeq: _s,
    confirmed: _c,
    ...before
  } = JSON.parse(data) as Readonly<Record<string, unknown>>
  return JSON.stringify(before)
}

test('the doctor says which letters an earlier version has left behind, and what to do', async () => {
  const { needs, networkId } = await practice()
  const { store } = needs
  const now = await lettersLeft(store)
  expect(now.older).toBe(0)
  const rows = await store.registerSubjects(networkId)
  const count = rows.filter(({ kind }) => kind === 'watch-letter').length
  expect(count).toBeGreaterThan(1)
  const before = {
    networks: store.networks,
    registerSubjects: async () =>
      rows.map((row) => (row.kind === 'watch-letter' ? { ...row, data: asBefore(row.data) } : row)),
  }
  const left = await lettersLeft(before)
  expect(left).toEqual({ older: count, waiting: 0 })
  expect(lettersSaid(left)).toContain(`${count} letter(s) about agencies are kept as an earlier`)
  expect(lettersSaid(left)).toContain('run "rebuild" once, then another one of the team')
  // Made anew from the journal they are as this version reads them.
  await rebuildNetworkViews(store, networkId)
  expect(await lettersLeft(store)).toEqual(now)
})

test('a letter that one hand wrote down is told until another one has seen that it went', async () => {
  const { needs, networkId } = await practice()
  const before = await lettersLeft(needs.store)
  const rows = await needs.store.registerSubjects(networkId)
  const sent = JSON.parse(rows.find(({ kind }) => kind === 'watch-letter')!.data) as {
    partyId: string
    reportIds: string[]
  }
  const letterId = needs.ids()
  const on = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: needs.today() })
  const { partyId, reportIds } = sent
  const letter = { type: 'SendWatchLetter' as const, letterId, to: 'union' as const }
  const by = (actor: string) => ({ actor, device: 'd' })
  await needs.recordNetwork(networkId, [{ ...on(), ...letter, partyId, reportIds }], by('one'))
  const left = await lettersLeft(needs.store)
  expect(left.waiting).toBe(before.waiting + 1)
  expect(lettersSaid(left)).toContain('until then no deadline runs')
  const seen = { ...on(), type: 'ConfirmWatchLetter' as const, letterId }
  await needs.recordNetwork(networkId, [seen], by('another'))
  expect(await lettersLeft(needs.store)).toEqual(before)
  expect(lettersSaid({ older: 0, waiting: 0 })).toBe('none is left behind')
})
