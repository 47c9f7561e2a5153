import { html } from 'hono/html'
import { homeCountry } from '#domain/network/places.ts'
import { dialled } from '#domain/network/public-texts.ts'
import type { ShownNumber } from '#src/app/network/numbers.ts'
import { icon } from '#src/pages/icons.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language, PartialLanguage } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { linesOfNumber } from '#src/desk/number-lines.ts'
import { dateInPart } from '#src/words/partial.ts'
import { courseWords, talkWords } from '#src/words/training-words.ts'
import { agencyWords, numbersWords, roadWords } from '#src/words/words.ts'

/** Numbers where they are shown: in practice none of them may be dialled. */
export type Numbers = {
  readonly numbers: readonly ShownNumber[]
  readonly isPractice: boolean
  /** Where all of them stand. */
  readonly at: string
  /** A language that they are told in in part. */
  readonly also?: PartialLanguage | undefined
}

type Told = Omit<Numbers, 'at' | 'numbers'>

export const numbersPath = {
  /** Open to anybody; of one network where it is named, because a service may be of several. */
  all: (networkId?: string): string =>
    networkId === undefined ? '/numbers' : `/numbers?n=${networkId}`,
  staff: '/network/numbers',
}

/** What else is known of a number, in one line. */
export const saidOf = (
  language: Language,
  one: Omit<ShownNumber, 'checkedOn' | 'checkAgainOn'>,
  also?: PartialLanguage,
): readonly (Html | string)[] => [
  ...(one.name === undefined ? [] : [html`<bdi>${one.name}</bdi>`]),
  ...linesOfNumber(language, one, also),
]

export const joined = (parts: readonly (Html | string)[]): Html =>
  html`${parts.map((part, i) => html`${i === 0 ? '' : ' · '}${part}`)}`

const inside = (language: Language, one: ShownNumber, { isPractice, also }: Told): Html => {
  const words = numbersWords.in(language, also)
  const said = saidOf(language, one, also)
  const day = also ? dateInPart(one.checkedOn, also) : dateInWords(one.checkedOn, language)
  return html`${icon('phone')}
    <span class="by"
      ><b>${words[`kind_${one.kind}`]}</b>
      <small>${said.length === 0 ? '' : html`${joined(said)}<br />`}${words.checkedOn(day)}</small>
      ${isPractice ? html`<small><b>${words.practiceNumber}</b></small>` : ''}</span
    >
    <b class="sum" dir="ltr">${one.number}</b>`
}

/** A number with a tap that dials it; an invented one dials nothing. */
const row = (language: Language, one: ShownNumber, told: Told): Html =>
  html`<li>
    ${
      told.isPractice
        ? html`<span class="undialled">${inside(language, one, told)}</span>`
        : html`<a href="tel:${dialled(one.number)}">${inside(language, one, told)}</a>`
    }
  </li>`

export const dialList = (
  language: Language,
  { numbers, ...told }: Omit<Numbers, 'at'>,
  more: Html | string = '',
): Html =>
  html`<ul class="ways-list dial">
    ${numbers.map((one) => row(language, one, told))} ${more}
  </ul>`

/** So many of the home country's numbers stand on a page that is about something else. */
const fewMax = 3

export const homeNumbers = (numbers: readonly ShownNumber[]): readonly ShownNumber[] =>
  numbers.filter(({ country }) => country === homeCountry)

/** The way to all numbers, with those of the home country that fit above it: quiet words, because others read along. */
export const numbersPart = (language: Language, { numbers, isPractice, at }: Numbers): Html => {
  const words = numbersWords.in(language)
  const few = homeNumbers(numbers).slice(0, fewMax)
  const all = html`<li>
      <a href="${at}"><span>${words.allCountries}</span>${icon('go-on')}</a>
    </li>
    <li>
      <a href="/agencies"><span>${agencyWords.in(language).heading}</span>${icon('go-on')}</a>
    </li>
    <li>
      <a href="/roads"><span>${roadWords.in(language).heading}</span>${icon('go-on')}</a>
    </li>
    <li>
      <a href="/talks"><span>${talkWords.in(language).heading}</span>${icon('go-on')}</a>
    </li>
    <li>
      <a href="/courses"><span>${courseWords.in(language).heading}</span>${icon('go-on')}</a>
    </li>`
  return html`<section class="doors-part">
    <h2>${words.heading}</h2>
    ${dialList(language, { numbers: few, isPractice }, all)}
  </section>`
}

/** The same on paper, which is carried about: what is not dated is not printed. */
export const numbersPrinted = (
  language: Language,
  { numbers, isPractice }: Omit<Numbers, 'at'>,
): Html | string => {
  const few = homeNumbers(numbers).slice(0, fewMax)
  if (few.length === 0) return ''
  const words = numbersWords.in(language)
  return html`<section>
    <h2>${words.heading}</h2>
    ${few.map(
      ({ kind, number, checkedOn }) =>
        html`<p>
          ${words[`kind_${kind}`]}: <b class="together" dir="ltr">${number}</b>
          ${isPractice ? html`<b>(${words.practiceNumber})</b>` : ''}
          <span class="quiet">${words.checkedOn(dateInWords(checkedOn, language))}</span>
        </p>`,
    )}
  </section>`
}
