import { cardPages } from '#src/http/entrance/cards.ts'
import { doorPages } from '#src/http/entrance/doors.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { keyPages } from '#src/http/entrance/keys.ts'
import { logPages } from '#src/http/entrance/log.ts'
import { ownSessionPages } from '#src/http/entrance/own-sessions.ts'
import { signInPages } from '#src/http/entrance/sign-in.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import type { Html } from '#src/pages/layout.ts'
import { entranceWords } from '#src/words/entrance-words.ts'

const showTeam = async (context: HttpContext): Promise<Html> => {
  const words = entranceWords.in(context.get('language'))
  return messagePage(await frameOf(context), {
    shown: 'road',
    heading: words.teamHeading,
    lines: [words.teamWill, words.teamUntil],
    links: [{ href: '/', label: words.toStart }],
  })
}

/** Everything between the first page and the desks: doors, signing in, devices, cards, the log. */
export const entrancePages = (pages: Pages): void => {
  doorPages(pages)
  signInPages(pages)
  keyPages(pages)
  ownSessionPages(pages)
  logPages(pages)
  cardPages(pages)
  pages.get('/team', 'open-desk', showTeam)
}
