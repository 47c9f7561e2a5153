import { expect, test } from 'vitest'
import { cameInOf } from '#src/app/meeting/came-in.ts'
import { committeeStory } from '#test/support/committee.ts'
import { type StoryCommand, fundBookOf } from '#test/support/village.ts'

const on = '2025-02-20'
const deposit = (memberId: string, amount: number): StoryCommand => ({
  type: 'RecordDeposit',
  effectiveOn: on,
  memberId,
  amount,
})

test('a sum of two people is told of nobody, however often they paid, and one of three is', () => {
  const cameIn = (...told: readonly StoryCommand[]) => {
    const story = committeeStory(told)
    const ofDay = story.entries.slice(-told.length)
    return cameInOf(fundBookOf(story), ofDay).map(({ kind, amount }) => [kind, amount])
  }
  const oftenByTwo = ['m1', 'm2', 'm1', 'm2'].map((memberId) => deposit(memberId, 5_000))
  expect(cameIn(...oftenByTwo)).toEqual([['savings', undefined]])
  expect(cameIn(...oftenByTwo, deposit('m3', 700))).toEqual([['savings', 20_700]])
})
