import {
  allOfUs,
  appraised,
  beginningsOf,
  decided,
  disclosed,
  requested,
  saved,
} from '#test/support/committee.ts'
import { type Story, type StoryCommand, storyOf } from '#test/support/village.ts'

/** So much is in the box beside 5,000,000 that members have saved; of the savings a fifth must stay. */
export const fundWith = (
  free: number,
  told: readonly StoryCommand[],
  writtenAt?: (told: StoryCommand) => string,
): Story => {
  const [founding, ...people] = beginningsOf()
  const cash = free + 1_000_000
  const opening = { cash, provision: 0, social: 0, reserve: 0, windows: [] }
  return storyOf(
    [{ ...founding!, opening } as StoryCommand, ...people, ...saved, ...told],
    writtenAt,
  )
}

/** Somebody asks, is looked at and told the price: a vote can be held. */
export const asks = (
  loanId: string,
  memberId: string,
  principal: number,
  more: object = {},
): StoryCommand[] => [
  requested({ loanId, memberId, principal, ...more }),
  appraised({ loanId }),
  disclosed({ loanId }),
]

/** The meeting agrees to a loan. */
export const voted = (loanId: string, on = '2025-01-20') => decided({ loanId, on, ballot: allOfUs })
