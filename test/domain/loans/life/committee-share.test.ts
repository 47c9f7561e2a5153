import { expect, test } from 'vitest'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import type { Command } from '#domain/village.ts'
import { whoStepsOut } from '#src/app/stepping-out.ts'
import { allOfUs, byMeeting, decided, wordOf } from '#test/support/committee.ts'
import { asks, fundWith, voted } from '#test/support/lending-fund.ts'
import { type StoryCommand, answerTo, idOf } from '#test/support/village.ts'

const day = '2025-01-20'

test('officers and whoever lives with them are voted a quarter of all that is lent, and no more', () => {
  const story = (told: readonly StoryCommand[]) => fundWith(9_000_000, told).village
  const alone = story(asks('l9', 'o4', 100_000))
  expect(answerTo(alone, voted('l9'))).toMatchObject({ code: 'above-committee-share', most: 0 })
  const full = story([...neighbours, ...asks('l9', 'o4', 500_000)])
  expect(wordOf(full, voted('l9'))).toBe('recorded')
  const above = story([...neighbours, ...asks('l9', 'o4', 500_001)])
  expect(answerTo(above, voted('l9'))).toMatchObject({
    code: 'above-committee-share',
    most: 500_000,
  })
  const second = story([
    ...neighbours,
    ...asks('l9', 'o4', 500_000),
    voted('l9'),
    ...asks('l8', 'o3', 1),
  ])
  expect(answerTo(second, voted('l8'))).toMatchObject({ code: 'above-committee-share', most: 0 })
  // Neighbours borrow on.
  const neighbour = story([
    ...neighbours,
    ...asks('l9', 'o4', 500_000),
    voted('l9'),
    ...asks('l8', 'm4', 500_000),
  ])
  expect(wordOf(neighbour, voted('l8'))).toBe('recorded')
})

const neighbours = ['m1', 'm2', 'm3'].flatMap((memberId, i) => [
  ...asks(`l${i + 1}`, memberId, 500_000),
  voted(`l${i + 1}`),
])
const living = (
  on: string,
  change: string,
  householdId: string,
  ...memberIds: string[]
): StoryCommand =>
  ({ type: 'RecordHousehold', effectiveOn: on, change, householdId, memberIds }) as StoryCommand

test('who lives with an officer is capped with them, also after moving out, or leaving the office, before the vote', () => {
  const together = living('2025-01-02', 'formed', 'h1', 'o4', 'm4')
  const out = {
    ...living('2025-01-15', 'split', 'h2', 'm4'),
    leftId: 'h1',
  } as StoryCommand
  const told = [...neighbours, ...asks('l9', 'm4', 500_001)]
  const before = { ...out, effectiveOn: '2025-01-05' } as StoryCommand
  const above = { code: 'above-committee-share', most: 500_000 }
  expect(answerTo(fundWith(9_000_000, [together, ...told]).village, voted('l9'))).toMatchObject(
    above,
  )
  expect(
    answerTo(fundWith(9_000_000, [together, ...told, out]).village, voted('l9')),
  ).toMatchObject(above)
  // Nor does moving out for a day before it was asked for, whenever that is written within a month of the vote.
  for (const moved of [
    [...told, before],
    [before, ...told],
  ])
    expect(answerTo(fundWith(9_000_000, [together, ...moved]).village, voted('l9'))).toMatchObject(
      above,
    )
  expect(wordOf(fundWith(9_000_000, told).village, voted('l9'))).toBe('recorded')
})

test('whoever moved out long before the vote and the request is a neighbour', () => {
  const together = living('2025-01-02', 'formed', 'h1', 'o4', 'm4')
  const out = { ...living('2025-01-03', 'split', 'h2', 'm4'), leftId: 'h1' } as StoryCommand
  const begun = [together, out] as const
  const writtenAt = (told: StoryCommand) =>
    `${begun.some((one) => one === told) ? '2025-01-03' : '2025-05-20'}T02:00:00.000Z`
  const asked = [...neighbours, ...asks('l9', 'm4', 500_001)]
  const { village } = fundWith(9_000_000, [...begun, ...asked], writtenAt)
  expect(wordOf(village, voted('l9', '2025-05-20'))).toBe('recorded')
})

test('whom somebody declared as living with an officer is capped too, and may be voted no', async () => {
  const kin = [{ firstId: 'm4', secondId: 'o4', relation: 'same-household' as const }]
  const { village } = fundWith(9_000_000, [...neighbours, ...asks('l9', 'm4', 500_001)])
  const held = async (ballot: Ballot) => {
    const command = { ...decided({ loanId: 'l9', on: day, ballot }), id: idOf(1), v: 1 } as Command
    const refusal = await whoStepsOut({ journal: { kinships: async () => kin as never } }, 'f', [
      command,
    ])
    return refusal(village, command)
  }
  const recused = ['o4']
  expect(await held({ ...allOfUs, recused })).toBe('above-committee-share')
  expect(await held(byMeeting({ present: 9, yes: 4, no: 4 }, { recused }))).toBeUndefined()
  const smaller = fundWith(9_000_000, [...neighbours, ...asks('l9', 'm4', 500_000)]).village
  const command = { ...voted('l9'), ballot: { ...allOfUs, recused }, id: idOf(1), v: 1 } as Command
  const refusal = await whoStepsOut({ journal: { kinships: async () => kin as never } }, 'f', [
    command,
  ])
  expect(refusal(smaller, command)).toBeUndefined()
})
