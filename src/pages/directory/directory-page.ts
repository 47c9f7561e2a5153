import { html } from 'hono/html'
import type { Checked } from '#domain/network/checked.ts'
import { type Province, provinces } from '#domain/network/places.ts'
import { type Service, type ServiceListed } from '#domain/network/directory.ts'
import { type ServiceKind, serviceKinds } from '#domain/network/service-kinds.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter } from '#src/pages/network/parts.ts'
import { joined } from '#src/pages/numbers/parts.ts'
import { historyOf, keptWays } from '#src/pages/numbers/staff-page.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { numbersWords, directoryWords } from '#src/words/words.ts'

export const servicesPath = '/network/services'

type SaidService = Omit<Service, keyof Checked | 'serviceId'>

const placeSaid = (language: Language, { country, province }: SaidService): string => {
  const words = directoryWords.in(language)
  const of = numbersWords.in(language)[`country_${country}`]
  return `${of}, ${province === undefined ? words.wholeCountry : words[`province_${province}`]}`
}

/** A service in one line: what is checked, or taken out. */
export const serviceLine = (language: Language, one: SaidService): Html =>
  html`<p class="whose">
    <b><bdi>${one.name}</bdi></b> ${directoryWords.in(language)[`kind_${one.kind}`]},
    <b class="together" dir="ltr">${one.phone}</b>
  </p>`

/** What is said of a service beside its name, kind, work and phone. */
const moreFacts = (language: Language, one: SaidService): Html => {
  const words = directoryWords.in(language)
  const { registration, capacity, standards, languages, address } = one
  const spoken = languages.map((each) => numbersWords.in(language)[`language_${each}`]).join(', ')
  return html`<dl class="facts">
    ${fact(words.province, placeSaid(language, one))}
    ${address === undefined ? '' : fact(words.address, html`<bdi>${address}</bdi>`)}
    ${capacity === undefined ? '' : fact(words.capacity, words[`capacity_${capacity}`])}
    ${
      registration === undefined
        ? ''
        : fact(
            words.registration,
            `${words[`registration_${registration.status}`]}, ${dateInWords(registration.on, language)}`,
          )
    }
    ${
      standards.length === 0
        ? ''
        : fact(words.standards, joined(standards.map((each) => words[`standard_${each}`])))
    }
    ${spoken === '' ? '' : fact(words.spoken, spoken)}
  </dl>`
}

/** What is said of a service, before it is entered, checked or taken out. */
export const serviceFacts = (language: Language, one: SaidService): Html => {
  const words = directoryWords.in(language)
  return html`<dl class="facts">
      ${fact(words.name, html`<b><bdi>${one.name}</bdi></b>`)}
      ${fact(words.kind, words[`kind_${one.kind}`])}
      ${fact(words.does, html`<bdi>${one.does}</bdi>`)}
      ${fact(words.phone, html`<b class="figure" dir="ltr">${one.phone}</b>`)}
    </dl>
    ${moreFacts(language, one)}`
}

const row = (language: Language, one: ServiceListed, by: string): Html => {
  const words = directoryWords.in(language)
  return html`<li>
    <p>
      <b><bdi>${one.name}</bdi></b>
    </p>
    <p class="quiet">${words[`kind_${one.kind}`]}, ${placeSaid(language, one)}</p>
    <p><bdi>${one.does}</bdi></p>
    <p><b class="sum" dir="ltr">${one.phone}</b></p>
    ${historyOf(language, one, by)}
    <details class="fold">
      <summary>${words.more}</summary>
      ${moreFacts(language, one)}
    </details>
    ${keptWays(language, one, { at: `${servicesPath}/${one.serviceId}`, by })}
  </li>`
}

type Asked = { readonly kind: ServiceKind | undefined; readonly province: Province | undefined }

const choice = <Value extends string>(
  name: string,
  {
    label,
    any,
    values,
    said,
    chosen,
  }: {
    readonly label: string
    readonly any: string
    readonly values: readonly Value[]
    readonly said: (value: Value) => string
    readonly chosen: Value | undefined
  },
): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      <option value="">${any}</option>
      ${values.map(
        (value) =>
          html`<option value="${value}" ${value === chosen ? html`selected` : ''}>
            ${said(value)}
          </option>`,
      )}
    </select>
  </div>`

/** Which kind and for which province: an ordinary form that is asked by its address. */
const filter = (language: Language, { kind, province }: Asked): Html => {
  const words = directoryWords.in(language)
  return html`<form class="record beside-all" method="get" action="${servicesPath}">
    ${choice('kind', { label: words.kind, any: words.anyKind, values: serviceKinds, said: (one) => words[`kind_${one}`], chosen: kind })}
    ${choice('province', { label: words.province, any: words.anyProvince, values: provinces, said: (one) => words[`province_${one}`], chosen: province })}
    <input type="hidden" name="lang" value="${language}" />
    <p class="buttons"><button>${words.show}</button></p>
  </form>`
}

type ServicesShown = {
  readonly services: readonly ServiceListed[]
  readonly asked: Asked
  readonly by: string
  readonly done: string | undefined
}

/** The directory by kind and province: what is checked first, what waits and what is stale marked as such. */
export const servicesPage = (
  frame: PageFrame,
  { services, asked, by, done }: ServicesShown,
): Html => {
  const { language } = frame
  const words = directoryWords.in(language)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('meeting', words.heading, done)}
      <p>${words.lead}</p>
      <div class="buttons">
        <a class="button" href="${servicesPath}/propose">${words.toPropose}</a>
      </div>
      ${filter(language, asked)}
      <p><b>${services.length === 0 ? words.none : words.found(services.length)}</b></p>
      <ul class="kept">
        ${services.map((one) => row(language, one, by))}
      </ul>
      <p class="quiet">${words.shelterNote}</p>
    </div>`,
  })
}
