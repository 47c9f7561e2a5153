import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { inOrder } from '#domain/fund/people/life.ts'

/** What a talk is about; the message library of a network holds them. */
export const talkTopics = [
  'safe-migration',
  'recruitment-fees',
  'debt',
  'wages-and-contract',
  'money-home',
  'coming-home',
  'violence',
  'child-safety',
] as const
export type TalkTopic = (typeof talkTopics)[number]

/** What is read aloud alone: a phone lies about, and whoever reads it may be the one whom it is about. */
export const neverByText: readonly TalkTopic[] = ['violence']

/** Told to those who came, or sent to the phones of those who have asked for talks. */
export const talkWays = ['at-meeting', 'by-text'] as const

/** A talk that the village heard. Who heard it stands nowhere: who came to the meeting, the meeting says. */
export type TalkGiven = {
  readonly entryId: EntryId
  readonly on: LocalDate
  readonly talkId: string
  readonly topic: TalkTopic
  readonly way: (typeof talkWays)[number]
}

type WithTalks = { readonly talks?: readonly TalkGiven[] }

/** The fund after a talk; of two of one day the one that was written down last comes last. */
export const fundAfterTalk = <Of extends WithTalks>(
  fund: Of,
  { talkId, topic, way }: Pick<TalkGiven, 'talkId' | 'topic' | 'way'>,
  { entryId, on }: Pick<TalkGiven, 'entryId' | 'on'>,
): Of => ({
  ...fund,
  talks: inOrder([...(fund.talks ?? []), { entryId, on, talkId, topic, way }]),
})
