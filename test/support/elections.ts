import { heldOn } from '#domain/fund/people/members.ts'
import type { Village } from '#domain/village.ts'
import type { StoryCommand } from '#test/support/village.ts'

export type Contest = {
  readonly office: 'chair' | 'counter' | 'committee' | 'key-holder'
  readonly votes: Readonly<Record<string, number>>
  readonly seats?: number
}

/** An election of 20 June at which nine of ten were there, confirmed by the record-keeper. */
export const elected = (contests: readonly Contest[], more: object = {}): StoryCommand => ({
  type: 'ElectOfficers',
  effectiveOn: '2025-06-20',
  by: 'hands',
  electorate: 'all',
  present: 9,
  contests: contests.map(({ office, votes, seats = 1 }) => ({
    office,
    seats,
    candidates: Object.entries(votes).map(([memberId, count]) => ({ memberId, votes: count })),
  })),
  confirmedBy: 'o2',
  ...more,
})

/** Six of nine want m1 in the chair. */
export const newChair = elected([{ office: 'chair', votes: { m1: 6, m2: 3 } }])

/** That members are men: those of the committee and its fund are women where nothing is said. */
export const men = (...ids: readonly string[]): readonly StoryCommand[] =>
  ids.map((memberId) => ({ type: 'CorrectMember', effectiveOn: '2025-01-02', memberId, sex: 'm' }))

/** Who holds an office on a day. */
export const holders = (village: Village, office: string, day: string): string[] =>
  [...village.members.values()]
    .filter((member) => heldOn(member, day).some((tenure) => tenure.office === office))
    .map(({ memberId }) => memberId)
