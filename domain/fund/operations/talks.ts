import { daysBetween } from '#domain/kernel/dates.ts'
import { recorded, refused } from '#domain/kernel/decision.ts'
import { uuid, word } from '#domain/kernel/shape.ts'
import { aboutFund } from '#domain/fund/fund-books.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { neverByText, talkTopics, talkWays } from '#domain/fund/meeting/talks.ts'
import { committee } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'

/** Whoever asked for talks asked for no flood of them. */
const daysBetweenTexts = 7

/**
 * That the meeting heard a talk of the network's library, or sends one to the phones of those who asked for talks. Who heard
 * it is not written down.
 */
export const recordTalk = operation({
  command: 'RecordTalk',
  entry: 'TalkGiven',
  oneHand: 'sight',
  asks: {
    talkId: uuid('talk'),
    topic: word(talkTopics, 'topic-unknown'),
    way: word(talkWays, 'way-unknown'),
  },
  keeps: ['talkId', 'topic', 'way'],
  may: committee,
  second: 'none',
  minutes: 'told',
  isReversible: false,
  decide: ({ fund }: { readonly fund?: Pick<Fund, 'talks'> | undefined }, command) => {
    const { effectiveOn: on, way, topic } = command
    if (way === 'by-text' && neverByText.includes(topic)) return refused('talk-not-by-text')
    const isNear = (fund?.talks ?? []).some(
      (one) => one.way === 'by-text' && Math.abs(daysBetween(one.on, on)) < daysBetweenTexts,
    )
    return way === 'by-text' && isNear
      ? refused('talk-sent-lately')
      : recorded({ flags: [], postings: [] })
  },
  about: aboutFund,
})
