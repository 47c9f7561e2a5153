import { expect, test } from 'vitest'
import { wordOf } from '#test/support/committee.ts'
import { activated, alongTheRiver, declared, storyWith } from '#test/support/flood.ts'
import { type StoryCommand, answerTo, flagsOf } from '#test/support/village.ts'

const declines = (more: object = {}): StoryCommand =>
  ({
    type: 'DeclineRelief',
    effectiveOn: '2025-03-21',
    eventId: 'E1',
    memberId: 'm0',
    ...more,
  }) as StoryCommand

test('relief that one officer gives back for a neighbour is marked; by her own word, or by two, it is not', () => {
  const { village } = storyWith(alongTheRiver(6), declared(), activated)
  expect(flagsOf(answerTo(village, declines()))).toEqual(['by-one-word'])
  expect(flagsOf(answerTo(village, declines({ approvedBy: 'm0' })))).toEqual([])
  expect(wordOf(village, declines({ approvedBy: 'm1' }))).toBe('approver-not-an-officer')
  const officer = [...village.members.values()].find(({ offices }) => offices.length > 0)!
  expect(flagsOf(answerTo(village, declines({ approvedBy: officer.memberId })))).toEqual([])
})
