import type { Picture } from '#src/desk/pictures.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import type { EntranceWords } from '#src/words/en/entrance.ts'
import { entranceWords } from '#src/words/words.ts'

type Denied = 'not-signed-in' | 'not-found' | 'not-allowed' | 'officer-of-a-fund'

type DeniedText = {
  readonly shown: Picture
  readonly heading: string
  readonly next: string
  readonly links: readonly { readonly href: string; readonly label: string }[]
}

const deniedTexts = (
  words: EntranceWords,
  isPractice: boolean,
): Readonly<Record<Denied, DeniedText>> => {
  const start = { href: '/', label: words.toStart }
  return {
    'not-signed-in': {
      shown: 'key',
      heading: words.deniedNotSignedIn,
      next: isPractice ? words.deniedNotSignedInPractice : words.deniedNotSignedInNext,
      links: isPractice ? [start] : [{ href: '/sign-in', label: words.signInHeading }, start],
    },
    'not-found': {
      shown: 'stop',
      heading: words.deniedNotFound,
      next: words.deniedNotFoundNext,
      links: [start],
    },
    'not-allowed': {
      shown: 'stop',
      heading: words.deniedNotAllowed,
      next: words.deniedNotAllowedNext,
      links: [start],
    },
    'officer-of-a-fund': {
      shown: 'stop',
      heading: words.deniedOfficer,
      next: words.deniedOfficerNext,
      links: [start],
    },
  }
}

/** Says in words why a page is not shown, and what to do next; whose fund it would be is not in it. */
export const deniedPage = (denied: Denied, frame: PageFrame): Html => {
  const { shown, heading, next, links } = deniedTexts(
    entranceWords.in(frame.language),
    frame.isPractice,
  )[denied]
  return messagePage({ ...frame, printedFor: undefined }, { shown, heading, lines: [next], links })
}
