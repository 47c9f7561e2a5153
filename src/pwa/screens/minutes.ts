import { h, type JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { charterOf } from '#domain/health/book.ts'
import { entriesOfDay } from '#src/app/meeting/day-rows.ts'
import { type MinuteLine, minutesOf } from '#src/app/meeting/minutes.ts'
import { attendanceOn } from '#src/app/meeting/view.ts'
import { lineHeading, lineText } from '#src/pages/meeting/minute-text.ts'
import { key } from '#src/pwa/screens/parts.ts'
import type { Step } from '#src/pwa/screens/steps.ts'
import { dateInWords } from '#src/words/locale.ts'
import { meetingWords, paperWords, phoneWords } from '#src/words/words.ts'

/** What the meeting decided and wrote down, by cards and sums, to be read aloud: the same lines as on the service's paper. */
export const MinutesScreen = ({
  language,
  line: { book, on },
  phone,
  book: { fundId },
  back,
}: Step & { readonly back: () => void }): JSX.Element => {
  const words = paperWords.in(language)
  const [lines, setLines] = useState<readonly MinuteLine[]>([])
  useEffect(
    () =>
      void entriesOfDay(phone.rows, { book, fundId, on }).then((entries) =>
        setLines(minutesOf(book, entries)),
      ),
    [book, on],
  )
  const { present, members, needed, isQuorum } = attendanceOn(book, on)
  const meeting = meetingWords.in(language)
  const telling = { at: { language }, currency: charterOf(book, on).currency }
  return h('main', {}, [
    h('h1', {}, words.minutesOf(dateInWords(on, language))),
    h('p', {}, [
      meeting.presentOf(String(present), String(members)),
      ' · ',
      isQuorum ? words.quorum : meeting.quorumMissing(String(needed)),
    ]),
    ...(lines.length === 0 ? [h('p', {}, words.noDecisions)] : []),
    h(
      'ul',
      {},
      lines.map((one) =>
        h('li', { key: one.seq }, [
          h('strong', {}, lineHeading(telling, one)),
          h('br', {}),
          lineText(telling, one),
        ]),
      ),
    ),
    key(phoneWords.in(language).back, back),
  ])
}
