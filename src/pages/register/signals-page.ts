import { html } from 'hono/html'
import type { Signal } from '#domain/network/register/signals.ts'
import type { NamedParty } from '#src/app/network/party-names.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { calledLine } from '#src/pages/register/staff-page.ts'
import { agencyStaffWords } from '#src/words/words.ts'

/** A signal with those whom it is of. */
type ShownSignal = Signal & { readonly parties: readonly NamedParty[] }

/** Who is found in several villages: where, and by what they are known to be the same; nothing of reports. */
export const signalsPage = (frame: PageFrame, signals: readonly ShownSignal[]): Html => {
  const { language } = frame
  const words = agencyStaffWords.in(language)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingWith('warning', words.signalsHeading)}
      <p>${words.signalsLead}</p>
      <p><b>${signals.length === 0 ? words.signalsNone : words.signalsFound(signals.length)}</b></p>
      <ul class="kept">
        ${signals.map(
          ({ by, places, parties }) =>
            html`<li>
              ${parties.map(
                (one) =>
                  html`<p>
                    <a href="${registerPath.staff}/${one.party.partyId}"
                      >${calledLine(language, one)}</a
                    >, ${words[`kind_${one.party.kind}`]}
                  </p>`,
              )}
              <p>${by.map((one) => words[`same_${one}`]).join(' ')}</p>
              <p>${words.signalPlaces(places.length)}: <b dir="ltr">${places.join(', ')}</b></p>
            </li>`,
        )}
      </ul>
      <p class="quiet">${words.signalsNote}</p>
    </div>`,
  })
}
