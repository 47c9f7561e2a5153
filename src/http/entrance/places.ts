import { html } from 'hono/html'
import { halvesOf } from '#src/app/identity/halves.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { halvesPlace } from '#src/http/entrance/halves.ts'
import { moneyPlace } from '#src/http/entrance/money.ts'
import { waysOf } from '#src/http/entrance/ways.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { type WaysOn, waysPart } from '#src/pages/entrance/doors-part.ts'
import { glossaryPath } from '#src/pages/glossary.ts'
import { helpPath } from '#src/pages/help/guide-parts.ts'
import { numbersPath } from '#src/pages/numbers/parts.ts'
import { type Html, layout } from '#src/pages/layout.ts'
import { entranceWords, everyPageWords } from '#src/words/words.ts'

/** What is nobody's own stands under everything else. */
const everybodysWays = (context: HttpContext): WaysOn => {
  const { networkId } = context.get('caller')!.session
  return {
    ways: [
      { to: 'help', href: helpPath.all },
      { to: 'numbers', href: numbersPath.all(networkId) },
      { to: 'glossary', href: glossaryPath },
    ],
  }
}

/** Everything that is open to whoever is signed in, in one list. */
const morePlace = async (context: HttpContext): Promise<Html> => {
  const language = context.get('language')
  const halves = await halvesOf(context.get('needs'), context.get('caller')!.session)
  const ways = await waysOf(context, '/more')
  return layout({
    ...(await frameOf(context)),
    content: html`<h1>${everyPageWords.in(language).place_more}</h1>
      ${halves.length === 0 ? '' : html`<p><a class="button main" href="${halvesPlace}">${entranceWords.in(language).halvesHeading}</a></p>`}
      ${waysPart(language, { ...ways, places: [...(ways?.places ?? []), everybodysWays(context)] })}`,
  })
}

/** The places of the house that are lists of ways. */
export const placePages = (pages: Pages): void => {
  pages.get('/funds/:fundId/money', 'read-members', moneyPlace)
  pages.get('/more', 'signed-in', morePlace)
}
