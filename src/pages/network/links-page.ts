import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { StandingLink } from '#domain/network/links.ts'
import type { LinkCounts } from '#src/app/links/notices.ts'
import { goodBox, warningBox } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { linkWords } from '#src/words/words.ts'

export const linksPath = {
  all: '/network/links',
  set: '/network/links/set',
  one: (linkId: string): string => `/network/links/${linkId}`,
  end: (linkId: string): string => `/network/links/${linkId}/end`,
}

export type LinkShown = {
  readonly link: StandingLink
  /** Where it leads as far as a list tells it: a host, or the last digits of a number; undefined where it leads nowhere. */
  readonly leadsTo: string | undefined
  readonly setBy: string
  readonly endedBy: string | undefined
  /** The login that it lets in. */
  readonly login: string | undefined
  readonly counts: LinkCounts | undefined
}

const countsPart = (
  { language }: PageFrame,
  { counts }: LinkShown,
  dayOf: DayOf,
): Html | string => {
  if (counts === undefined) return ''
  const words = linkWords.in(language)
  const { sent, waiting, givenUp, givenUpAt } = counts
  return html`<p class="quiet">${words.counts(String(sent), String(waiting))}</p>
    ${
      givenUpAt === undefined
        ? ''
        : warningBox(words.givenUp(String(givenUp), dateInWords(dayOf(givenUpAt), language)))
    }`
}

type DayOf = (instant: string) => LocalDate

const whoPart = ({ language }: PageFrame, shown: LinkShown): Html => {
  const words = linkWords.in(language)
  const { link, setBy, endedBy, login, leadsTo } = shown
  const isOutside = link.kind !== 'sign-in'
  return html`<p>
      <b>${words[`kind_${link.kind}`]}</b>
      ${leadsTo === undefined ? '' : html`<bdi>${leadsTo}</bdi>`}
    </p>
    ${login === undefined ? '' : html`<p>${words.of(login)}</p>`}
    <p class="quiet">${words.setBy(setBy, dateInWords(link.setOn, language))}</p>
    ${
      link.ended === undefined
        ? ''
        : html`<p class="quiet">
            ${words.endedBy(endedBy ?? '', dateInWords(link.ended.on, language))}
          </p>`
    }
    ${
      isOutside && link.ended === undefined && leadsTo === undefined ? warningBox(words.broken) : ''
    }`
}

type LinksShown = {
  readonly links: readonly LinkShown[]
  readonly maySet: boolean
  readonly done: boolean
  readonly dayOf: DayOf
}

/** All standing links of a network, those that were ended in a fold. */
export const linksPage = (frame: PageFrame, { links, maySet, done, dayOf }: LinksShown): Html => {
  const words = linkWords.in(frame.language)
  const live = links.filter(({ link }) => link.ended === undefined)
  const ended = links.filter(({ link }) => link.ended !== undefined)
  return layout({
    ...frame,
    content: html`${headingWith('key', words.heading)} ${done ? goodBox(words.done) : ''}
      <p>${words.lead}</p>
      ${maySet ? html`<p class="quiet">${words.told}</p>` : html`<p>${words.notSetUp}</p>`}
      ${live.length === 0 ? html`<p>${words.none}</p>` : ''}
      <ul class="names">
        ${live.map(
          (shown) =>
            html`<li>
              ${whoPart(frame, shown)} ${countsPart(frame, shown, dayOf)}
              <p class="buttons">
                <a class="button" href="${linksPath.one(shown.link.linkId)}"
                  >${shown.link.kind === 'webhook' ? words.keyHeading : words.toEnd}</a
                >
              </p>
            </li>`,
        )}
      </ul>
      ${
        maySet
          ? html`<p class="buttons">
              <a class="button go" href="${linksPath.set}">${words.toSet}</a>
            </p>`
          : ''
      }
      ${
        ended.length === 0
          ? ''
          : html`<details class="fold">
              <summary>${words.endedHeading} (${ended.length})</summary>
              <ul class="names">
                ${ended.map((shown) => html`<li>${whoPart(frame, shown)}</li>`)}
              </ul>
            </details>`
      }`,
  })
}

/** One link, with the key that a webhook knows us by. */
export const linkPage = (
  frame: PageFrame,
  {
    shown,
    key,
    dayOf,
  }: { readonly shown: LinkShown; readonly key: string | undefined; readonly dayOf: DayOf },
): Html => {
  const words = linkWords.in(frame.language)
  const { link } = shown
  return layout({
    ...frame,
    content: html`${headingWith('key', words[`kind_${link.kind}`])} ${whoPart(frame, shown)}
      ${countsPart(frame, shown, dayOf)}
      ${
        key === undefined
          ? ''
          : html`<h2>${words.keyHeading}</h2>
              <p>${words.keyMeaning}</p>
              <p class="address" translate="no">${key}</p>`
      }
      <p class="buttons">
        ${
          link.ended === undefined
            ? html`<a class="button stopping" href="${linksPath.end(link.linkId)}"
                >${words.toEnd}</a
              >`
            : ''
        }
      </p>`,
  })
}
