import { expect, test } from 'vitest'
import type { Command } from '#domain/village.ts'
import { notAlone } from '#src/app/left-alone.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  day,
  fundId,
  networkId,
  smallNetwork,
  type SmallNetwork,
} from '#test/support/small-network.ts'

const others = ['o2', 'o3', 'o4', 'o5']

/** Writes of members that they have gone, as one of the people of the network. */
const goneBy = (
  its: SmallNetwork,
  memberIds: readonly string[],
  actor: string,
  beside: { readonly confirmedBy?: string } = {},
) =>
  its.record(
    fundId,
    memberIds.map((memberId): Command => ({
      id: its.needs.ids(),
      v: 1,
      type: 'RecordMemberChange',
      effectiveOn: '2025-02-01',
      memberId,
      change: 'left',
      ...beside,
    })),
    { actor, device: 'd1' },
  )

/** Another one has stood behind it, so that the office ends on the day. */
const byTwo = { confirmedBy: 'o1' }

const chair = async () => {
  const its = await smallNetwork()
  const { userId } = await its.member('o1')
  const { userId: beside } = await its.member('o2')
  const asked = (on: LocalDate, about = 'm1') =>
    notAlone(its.store, { fundId, networkId, own: 'o1', about, day: on })
  return { ...its, its, userId, beside, asked }
}

test('an officer is not alone while another one is at home', async () => {
  const { its, beside, asked } = await chair()
  expect(await asked(day)).toBe('approval-needed')
  await goneBy(its, ['o2', 'o3', 'o4'], beside, byTwo)
  expect(await asked(day)).toBe('approval-needed')
})

test('whom it is about stands behind nothing, and is not counted as the one who could', async () => {
  const { its, beside, asked } = await chair()
  await goneBy(its, ['o2', 'o3', 'o4'], beside, byTwo)
  expect(await asked(day, 'o5')).toBeUndefined()
})

test('whom somebody else has sent away leaves an officer alone at once', async () => {
  const { its, beside, asked } = await chair()
  await goneBy(its, others, beside, byTwo)
  expect(await asked(day)).toBeUndefined()
})

test('by the own word alone nobody is left alone, however long ago, until another hand has written it', async () => {
  const { its, userId, beside, asked } = await chair()
  await goneBy(its, others, userId)
  // The others hold their offices for a week more, and could stand behind it.
  expect(await asked('2025-03-01')).toBe('approval-needed')
  expect(await asked('2025-03-08')).toBe('approval-needed')
  expect(await asked('2025-03-09')).toBe('written-off-lately')
  expect(await asked('2026-04-01')).toBe('written-off-lately')
  await goneBy(its, others, beside)
  expect(await asked('2026-04-01')).toBeUndefined()
})

test('what the own hand wrote and another officer stood behind leaves an officer alone', async () => {
  const { its, userId, asked } = await chair()
  await goneBy(its, ['o2', 'o3', 'o4'], userId, { confirmedBy: 'o5' })
  expect(await asked('2025-03-09', 'o5')).toBeUndefined()
})

test('one of them who was sent away by the own word is enough', async () => {
  const { its, userId, beside, asked } = await chair()
  await goneBy(its, ['o2', 'o3', 'o4'], beside, byTwo)
  await goneBy(its, ['o5'], userId)
  expect(await asked('2025-03-09')).toBe('written-off-lately')
  expect(await asked('2025-03-09', 'o5')).toBeUndefined()
})

test('what an officer wrote by a second login of hers is her own word as well', async () => {
  const { its, asked } = await chair()
  const { userId } = await its.person('the other phone of o1')
  await its.store.keepMembership({ networkId, userId, fundId, memberId: 'o1' })
  await goneBy(its, others, userId)
  expect(await asked('2025-03-09')).toBe('written-off-lately')
})
