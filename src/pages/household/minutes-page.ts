import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { CameIn } from '#src/app/meeting/came-in.ts'
import type { MinuteLine } from '#src/app/meeting/minutes.ts'
import { type OwnPlace, behindOwn, ownLayout, ownPlace } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { cameInPart, linesPart, paperWordsAt } from '#src/pages/meeting/minutes.ts'
import { dateInWords } from '#src/words/locale.ts'
import { codeCheckWords, householdWords, meetingWords } from '#src/words/words.ts'
import { codeCheckPath } from '#src/pages/proof/code-check.ts'

type Told = {
  readonly on: LocalDate
  readonly currency: Currency
  readonly present: number
  readonly members: number
  readonly cameIn: readonly CameIn[]
  /** Without the card or number of anybody else. */
  readonly lines: readonly MinuteLine[]
}

/** What a meeting decided, for whoever was there and whoever was not: no neighbour is named. */
export const ownMinutesPage = (
  place: OwnPlace,
  { days, told }: { readonly days: readonly LocalDate[]; readonly told: Told | undefined },
): Html => {
  const { language, fundId } = place
  const words = householdWords.in(language)
  const at = ownPlace.minutes(fundId)
  const frame = { ...behindOwn(place), at, ...(told && { query: { day: told.on } }) }
  if (!told)
    return ownLayout(
      frame,
      html`<h1>${words.minutes}</h1>
        <p>${words.noMinutes}</p>`,
    )
  const telling = { at: place, currency: told.currency }
  const { presentOf } = meetingWords.in(language)
  return ownLayout(
    frame,
    html`<h1>${paperWordsAt(place).minutesOf(dateInWords(told.on, language))}</h1>
      <p>${presentOf(String(told.present), String(told.members))}</p>
      <p class="came-in">
        <b>${paperWordsAt(place).cameIn}.</b> ${cameInPart(telling, told.cameIn)}
      </p>
      ${linesPart(telling, told.lines)}
      <p class="quiet">${words.minutesMeaning}</p>
      <p class="buttons">
        <a class="button" href="${codeCheckPath(place)}">${codeCheckWords.in(language).heading}</a>
      </p>
      <nav aria-label="${words.otherMeetings}">
        <h2>${words.otherMeetings}</h2>
        <div class="buttons">
          ${days
            .filter((day) => day !== told.on)
            .map(
              (day) =>
                html`<a class="button" href="${at}?day=${day}">${dateInWords(day, language)}</a>`,
            )}
        </div>
      </nav>`,
  )
}
