import { messagePage } from '#src/pages/entrance/message.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { entranceWords, faultWords } from '#src/words/words.ts'

/** Says in words what a status means for the person who asked; a status that is not known is ours. */
export const faultPage = (status: number, frame: PageFrame): Html => {
  const words = faultWords.in(frame.language)
  const told: Readonly<Record<number, readonly [string, string]>> = {
    400: [words.unreadable, words.unreadableNext],
    403: [words.elsewhere, words.elsewhereNext],
    404: [words.notFound, words.notFoundNext],
    413: [words.tooLarge, words.tooLargeNext],
    415: [words.unreadable, words.unreadableNext],
    421: [words.elsewhere, words.elsewhereNext],
    429: [words.tooOften, words.tooOftenNext],
    503: [words.busy, words.busyNext],
  }
  const [heading, next] = told[status] ?? [words.broken, words.brokenNext]
  const start = { href: '/', label: entranceWords.in(frame.language).toStart }
  return messagePage(frame, { shown: 'stop', heading, lines: [next], links: [start] })
}
