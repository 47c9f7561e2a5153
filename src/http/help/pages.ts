import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { costPages } from '#src/http/help/cost.ts'
import { readGuide, searchGuides } from '#src/http/help/guide-text.ts'
import type { Pages } from '#src/http/page.ts'
import { problem } from '#src/http/problem.ts'
import { helpPath } from '#src/pages/help/guide-parts.ts'
import { isGuide } from '#src/pages/help/guides.ts'
import { type ReadGuide, cardPage, guidePage, helpPage } from '#src/pages/help/help-pages.ts'
import { type Html, type PageFrame, behindFirstPage } from '#src/pages/layout.ts'
import { helpWords } from '#src/words/words.ts'

/** Words that are looked for, as anybody types them; whatever else was sent looks for nothing. */
const wordsTyped = /^[\p{L}\p{M}\p{N} .,'’()/&%-]{1,60}$/u

const all = async (context: HttpContext): Promise<Html> => {
  const language = context.get('language')
  const asked = context.req.query('q') ?? ''
  const typed = wordsTyped.test(asked) ? asked.trim() : ''
  const query: Record<string, string> = typed === '' ? {} : { q: typed }
  const frame = await frameOf(context, { back: behindFirstPage, query })
  if (asked.trim() === '') return helpPage(frame, undefined)
  return helpPage(frame, {
    typed,
    found: await searchGuides(context.get('needs'), typed, language),
  })
}

/** A page of one guide, behind the list of all of them. */
const ofGuide =
  (page: (frame: PageFrame, read: ReadGuide) => Html) =>
  async (context: HttpContext): Promise<Html | Response> => {
    const language = context.get('language')
    const name = context.req.param('guide')
    const read = isGuide(name) ? await readGuide(context.get('needs'), name, language) : undefined
    if (read === undefined) return problem(404, 'not-found')
    const back = { href: helpPath.all, label: helpWords.in(language).heading }
    return page(await frameOf(context, { back }), read)
  }

/** Before the service asks who somebody is: nothing of it is anybody's own. */
export const helpPages = (pages: Pages): void => {
  pages.get(helpPath.all, 'public', all)
  costPages(pages)
  pages.get('/help/:guide', 'public', ofGuide(guidePage))
  pages.get('/help/:guide/card', 'public', ofGuide(cardPage))
}
