import type { At } from '#src/pages/desk/parts.ts'
import { confirmingWords } from '#src/words/words.ts'

type In = Pick<At, 'fundId'>

/** Where rounds stand in which members are asked whether their balance is right. */
export const confirmingPlace = {
  all: ({ fundId }: In): string => `/funds/${fundId}/confirmations`,
  one: ({ fundId }: In, roundId: string): string => `/funds/${fundId}/confirmations/${roundId}`,
  slips: ({ fundId }: In, roundId: string): string =>
    `/funds/${fundId}/confirmations/${roundId}/slips`,
}

export const confirmingAt = ({ language }: Pick<At, 'language'>) => confirmingWords.in(language)

/** The same place with a way back to all rounds. */
export const behindRounds = (at: At): At => ({
  ...at,
  back: { href: confirmingPlace.all(at), label: confirmingAt(at).back },
})

/** How somebody who asks writes an answer down; the household's own page is the third way. */
export const waysToAsk = ['slip', 'in-person'] as const
