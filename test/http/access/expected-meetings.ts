import type { Expected } from '#test/http/access/expected.ts'
import type { Way } from '#test/http/access/people.ts'

type Who = {
  readonly fund: (may: readonly Way[], answers?: number) => Expected
  readonly book: readonly Way[]
  readonly cardIssuers: readonly Way[]
  readonly counters: readonly Way[]
  readonly members: readonly Way[]
  readonly askers: readonly Way[]
}

/** Members who are asked whether the book is right. */
const ofConfirmations = ({
  fund,
  book,
  members,
  askers,
}: Who): Readonly<Record<string, Expected>> => ({
  // A form without an id begins no round, and none was begun under that one.
  'GET /funds/:fundId/confirmations': fund(book),
  'POST /funds/:fundId/confirmations': fund(askers, 400),
  'GET /funds/:fundId/confirmations/:entryId': fund(askers, 404),
  'POST /funds/:fundId/confirmations/:entryId': fund(askers, 404),
  'GET /funds/:fundId/confirmations/:entryId/slips': fund(askers, 404),
  'POST /funds/:fundId/me/confirm': fund(members, 404),
  'GET /v1/funds/:fundId/confirmations': fund(book),
})

/** What is carried to and from a meeting, and the code that was read out. */
const ofMeetingPapers = ({
  fund,
  book,
  members,
}: Pick<Who, 'fund' | 'book' | 'members'>): Readonly<Record<string, Expected>> => ({
  'GET /funds/:fundId/meeting-text': fund(book),
  'POST /funds/:fundId/meeting-text': fund(book, 400),
  'GET /funds/:fundId/carried': fund(['record-keeper']),
  'GET /funds/:fundId/take-along': fund(book),
  'GET /funds/:fundId/check-code': fund([...book, ...members]),
  // What is typed is no code.
  'POST /funds/:fundId/check-code': fund([...book, ...members], 400),
  'POST /funds/:fundId/carried': fund(['record-keeper'], 400),
})

/** Meetings: who holds them step by step, and who reads what came of them. */
export const ofMeetings = ({
  fund,
  book,
  cardIssuers,
  counters,
  members,
  ...who
}: Who): Readonly<Record<string, Expected>> => ({
  ...ofConfirmations({ fund, book, cardIssuers, counters, members, ...who }),
  'GET /funds/:fundId/away': fund(book),
  'GET /funds/:fundId/meetings/:day/away': fund(cardIssuers),
  'POST /funds/:fundId/meetings/:day/away': fund(cardIssuers),
  'GET /funds/:fundId/meetings/:day/talk': fund([...counters, 'committee-member']),
  'POST /funds/:fundId/meetings/:day/talk': fund([...counters, 'committee-member'], 400),
  // No count was made yet, which whoever may erase one is told.
  'GET /funds/:fundId/away/:entryId/erase': fund(cardIssuers, 404),
  'POST /funds/:fundId/away/:entryId/erase': fund(cardIssuers, 404),
  'POST /v1/funds/:fundId/disputes/own': fund(members),
  'GET /v1/funds/:fundId/away-counts': fund(book),
  'POST /v1/funds/:fundId/away-counts': fund(cardIssuers),
  // No comparison was signed under that id, which whoever may read one is told.
  'GET /funds/:fundId/paper-comparisons': fund(book),
  'GET /funds/:fundId/paper-comparisons/:entryId': fund(book, 404),
  'GET /v1/funds/:fundId/paper-comparisons': fund(book),
  // What a phone takes along holds names.
  'GET /v1/funds/:fundId/phone': fund([...counters, 'committee-member']),
  // And one that was lost is shut out by two.
  'GET /funds/:fundId/devices/:deviceId/revoke': fund(cardIssuers),
  'POST /funds/:fundId/devices/:deviceId/revoke': fund(cardIssuers, 303),
  'GET /funds/:fundId/meetings/:day/paper': fund(['record-keeper']),
  'POST /funds/:fundId/meetings/:day/paper': fund(['record-keeper'], 400),
  'GET /funds/:fundId/meetings': fund(book),
  'GET /funds/:fundId/meetings/:day': fund(book),
  'GET /funds/:fundId/meetings/:day/minutes': fund(book),
  'GET /funds/:fundId/meetings/:day/wall': fund(book),
  'GET /funds/:fundId/meetings/:day/sheet': fund(book),
  'GET /funds/:fundId/meetings/:day/open': fund(counters),
  'POST /funds/:fundId/meetings/:day/open': fund(counters),
  'GET /funds/:fundId/meetings/:day/close': fund(counters),
  'POST /funds/:fundId/meetings/:day/close': fund(counters),
  'GET /funds/:fundId/meetings/:day/attendance': fund(cardIssuers),
  'POST /funds/:fundId/meetings/:day/attendance': fund(cardIssuers),
  // The sheet of a meeting is the record-keeper's, who may enter what stands on it.
  'GET /funds/:fundId/meetings/:day/pass': fund(['record-keeper']),
  'GET /funds/:fundId/meetings/:day/pass/:memberId': fund(['record-keeper']),
  'POST /funds/:fundId/meetings/:day/pass/:memberId': fund(['record-keeper']),
  // Nothing was brought that day which could be taken back.
  'GET /funds/:fundId/meetings/:day/pass/:memberId/back': fund(['record-keeper'], 404),
  'POST /funds/:fundId/meetings/:day/pass/:memberId/back': fund(['record-keeper'], 404),
  'GET /funds/:fundId/meetings/:day/loans': fund(['record-keeper']),
  'GET /funds/:fundId/meetings/:day/catch-up': fund(['record-keeper']),
  'POST /funds/:fundId/meetings/:day/catch-up': fund(['record-keeper']),
  'GET /funds/:fundId/meetings/:day/text': fund(book, 404),
  ...ofMeetingPapers({ fund, book, members }),
})
