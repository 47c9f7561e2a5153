import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Country } from '#domain/network/places.ts'
import { type LicenceState, maySend } from '#domain/network/register/licence.ts'
import type { FactSaid } from '#domain/network/register/parties.ts'
import type { ShownAgency } from '#src/app/network/register.ts'
import type { Html } from '#src/pages/layout.ts'
import { joined } from '#src/pages/numbers/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { agencyStaffWords, agencyWords, numbersWords } from '#src/words/words.ts'

const at = (path: string, networkId: string | undefined): string =>
  networkId === undefined ? path : `${path}?n=${networkId}`

export const registerPath = {
  /** Open to anybody; of one network where it is named. */
  all: (networkId?: string): string => at('/agencies', networkId),
  copy: (networkId?: string): string => at('/agencies/copy', networkId),
  copyCheck: '/agencies/check',
  poster: (networkId?: string): string => at('/agencies/poster', networkId),
  roads: (networkId?: string): string => at('/roads', networkId),
  warnings: (networkId?: string): string => at('/warnings', networkId),
  staff: '/network/agencies',
  signals: '/network/agencies/signals',
  staffRoads: '/network/roads',
  staffWarnings: '/network/warnings',
}

export const countryNames = (language: Language, countries: readonly Country[]): string =>
  countries.map((one) => numbersWords.in(language)[`country_${one}`]).join(', ')

/** How a licence stands, as a mark: colour never alone, the words say it. */
export const licenceMark = (language: Language, state: LicenceState): Html =>
  html`<b class="licence is-${state}">${agencyWords.in(language)[`state_${state}`]}</b>`

/** How a licence stands, in words: of one that nobody looked at for long, that it has to be asked anew. */
export const stateOfAgency = (
  language: Language,
  { licence, isStale }: Pick<ShownAgency, 'licence' | 'isStale'>,
): string => {
  const words = agencyWords.in(language)
  const state = words[`state_${licence.state}`]
  return isStale ? words.stale(state) : state
}

/** What became of a licence, in a few words each. */
export const licenceSaid = (
  language: Language,
  { became, from, until, number }: Extract<FactSaid, { readonly what: 'licence' }>,
): readonly string[] => {
  const [words, of] = [agencyStaffWords.in(language), agencyWords.in(language)]
  return [
    `${words.say_licence}: ${words[`became_${became}`]}`,
    of.since(dateInWords(from, language)),
    ...(until === undefined ? [] : [of.until(dateInWords(until, language))]),
    ...(number === undefined ? [] : [of.number(number)]),
  ]
}

/** A name in the reader's script first; the other one below it. */
export const agencyNames = (
  language: Language,
  { km, latin }: Pick<ShownAgency, 'km' | 'latin'>,
): Html => {
  const [first, second] = language === 'km' ? [km ?? latin, latin] : [latin ?? km, km]
  return html`<b><bdi>${first}</bdi></b
    >${second === undefined || second === first ? '' : html` <bdi class="quiet">${second}</bdi>`}`
}

/** What an authority said of an agency, in a few lines. */
export const agencyFacts = (language: Language, one: ShownAgency, on?: LocalDate): Html => {
  const words = agencyWords.in(language)
  const said = (day: LocalDate) => dateInWords(day, language)
  const { licence, source, seenOn, lookedOn, knownSince, countries } = one
  const lines = [
    ...(licence.number === undefined ? [] : [words.number(licence.number)]),
    ...(licence.since === undefined ? [] : [words.since(said(licence.since))]),
    ...(licence.until !== undefined && maySend(licence) ? [words.until(said(licence.until))] : []),
  ]
  const sources = [
    ...(source === undefined || seenOn === undefined
      ? []
      : [words.source(words[`source_${source}`], said(seenOn))]),
    // What came out later than the day that is asked about was not known when somebody paid.
    ...(knownSince === undefined || on === undefined || knownSince <= on
      ? []
      : [words.knownSince(said(knownSince))]),
    ...(lookedOn === undefined ? [] : [words.looked(said(lookedOn))]),
  ]
  return html`<p>${licenceMark(language, licence.state)}</p>
    ${lines.length === 0 ? '' : html`<p>${joined(lines)}</p>`}
    ${countries.length === 0 ? '' : html`<p>${words.sendsTo(countryNames(language, countries))}</p>`}
    ${sources.length === 0 ? '' : html`<p class="quiet">${joined(sources)}</p>`}
    ${one.isStale ? html`<p><b>${words.askAnew}</b></p>` : ''}`
}
