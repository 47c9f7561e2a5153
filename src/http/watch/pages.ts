import type { Pages } from '#src/http/page.ts'
import { byTwoPages } from '#src/http/watch/by-two.ts'
import { reportCheckingPages } from '#src/http/watch/checking.ts'
import { reportDeskPages } from '#src/http/watch/desk.ts'
import { letterDeskPages } from '#src/http/watch/letters.ts'
import { proxyPages } from '#src/http/watch/paper.ts'
import { watchRulePages } from '#src/http/watch/rules.ts'
import { replyPages } from '#src/http/watch/replies.ts'
import { rulingPages } from '#src/http/watch/rulings.ts'
import { watchingPages } from '#src/http/watch/watching.ts'

/** Reports about agencies: as they came, what was ruled on them, and what follows. */
export const watchPages = (pages: Pages): void => {
  reportDeskPages(pages)
  byTwoPages(pages)
  proxyPages(pages)
  reportCheckingPages(pages)
  watchingPages(pages)
  rulingPages(pages)
  letterDeskPages(pages)
  replyPages(pages)
  watchRulePages(pages)
}
