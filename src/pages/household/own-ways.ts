import { html } from 'hono/html'
import type { Part } from '#src/pages/household/relief-cards.ts'
import { ownPlace } from '#src/pages/household/parts.ts'
import { boxLetterWords } from '#src/words/words.ts'
import { fairPaths } from '#src/pages/fair/parts.ts'
import { helpPath } from '#src/pages/help/guide-parts.ts'
import { icon } from '#src/pages/icons.ts'
import type { Html } from '#src/pages/layout.ts'
import { ownMessagesPath } from '#src/pages/messages/own-messages.ts'
import { numbersPath } from '#src/pages/numbers/parts.ts'
import { leafPath } from '#src/pages/papers/leaf-page.ts'
import { quotePath } from '#src/pages/quote/page.ts'
import type { Way } from '#src/pages/ways-list.ts'
import { ventureWords } from '#src/words/venture-words.ts'
import { quoteWords } from '#src/words/quote-words.ts'
import {
  entranceWords,
  helpWords,
  messagePageWords,
  numbersWords,
  ownWords,
  printWords,
  rulesWords,
  savingWords,
  supportWords,
} from '#src/words/words.ts'

/** Everything else that a household has, one touch further. */
const furtherWays = ({ view: { memberId }, place, words }: Part): readonly Way[] => {
  const { fundId, language, boxAt } = place
  return [
    { href: ownPlace.looked(fundId), name: words.whoLooked },
    { href: ownPlace.minutes(fundId), name: words.minutes },
    { href: leafPath.month({ fundId, memberId }), name: printWords.in(language).statement },
    { href: ownPlace.private(fundId), name: savingWords.in(language).toPrivate },
    ...(place.hasVentures
      ? [{ href: ownPlace.ventures(fundId), name: ventureWords.in(language).ownHeading }]
      : []),
    { href: `/funds/${fundId}/me/support`, name: supportWords.in(language).ownHeading },
    { href: ownMessagesPath(fundId), name: messagePageWords.in(language).ownHeading },
    { href: ownPlace.mine(fundId), name: ownWords.in(language).toMine },
    ...(boxAt === undefined ? [] : [{ href: boxAt, name: boxLetterWords.in(language).toBox }]),
    { href: quotePath(fundId), name: quoteWords.in(language).toQuote },
    { href: fairPaths.rules(fundId), name: rulesWords.in(language).toRules },
    { href: place.numbersAt ?? numbersPath.all(), name: numbersWords.in(language).heading },
    { href: place.help ?? helpPath.all, name: helpWords.in(language).heading },
    { href: '/me', name: entranceWords.in(language).toMySessions },
    { href: '/', name: entranceWords.in(language).toStart },
  ]
}

/** What most want after a look at the figures: this is not right, print, and more. */
export const waysOn = (part: Part): Html => {
  const { view, place, words } = part
  const { fundId } = place
  return html`<div class="three-ways screen-only">
    <a class="button" href="${ownPlace.notRight(fundId)}">${words.notRight}</a>
    <a class="button" href="${leafPath.passbook({ fundId, memberId: view.memberId })}"
      >${words.toPrint}</a
    >
    <details class="more-ways">
      <summary>${words.more}</summary>
      <ul class="ways-list">
        ${furtherWays(part).map(
          ({ href, name }) =>
            html`<li>
              <a href="${href}"><span>${name}</span>${icon('go-on')}</a>
            </li>`,
        )}
      </ul>
    </details>
  </div>`
}
