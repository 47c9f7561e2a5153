import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { dayToType } from '#src/desk/typed-day.ts'
import { type HealthPlace, dayText, healthWordsAt } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'

/** What is wrong with a day that was asked for; what was typed is not shown again. */
export type DayFault =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'early' | 'ahead'; readonly bound: LocalDate }

/** A form of one field: the day. It is the same page again, so that its address can be kept. */
export const dayForm = (
  place: HealthPlace,
  { to, fault }: { readonly to: string; readonly fault?: DayFault | undefined },
): Html => {
  const words = healthWordsAt(place)
  const said =
    fault === undefined
      ? ''
      : fault.kind === 'wrong'
        ? words.dayWrong
        : words[fault.kind === 'early' ? 'dayEarly' : 'dayAhead'](dayText(fault.bound, place))
  const { askedFor } = place
  const isWrong = fault === undefined ? '' : html` aria-invalid="true"`
  const described = fault === undefined ? 'as-of-hint' : 'day-fault as-of-hint'
  return html`<form class="day screen-only" method="get" action="${to}">
    ${
      fault === undefined
        ? ''
        : html`<p class="told fault" id="day-fault">${picture('stop')} <span>${said}</span></p>`
    }
    <label for="as-of">${words.dayLabel}</label>
    <div class="line">
      <input
        id="as-of"
        name="asOf"
        value="${dayToType(askedFor ?? '')}"
        inputmode="numeric"
        autocomplete="off"
        maxlength="10"
        aria-describedby="${described}"
        ${isWrong}
      />
      <button class="button">${words.show}</button>
      ${
        askedFor === undefined && fault === undefined
          ? ''
          : html`<a class="button" href="${to}">${words.today}</a>`
      }
    </div>
    <p class="quiet" id="as-of-hint">${words.dayHint}</p>
  </form>`
}
