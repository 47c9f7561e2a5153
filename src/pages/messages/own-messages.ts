import { html } from 'hono/html'
import { type MessageLink, messageKinds, messageLanguages } from '#domain/fund/messages.ts'
import { faultBox } from '#src/pages/entrance/parts.ts'
import { type OwnPlace, behindOwn, ownLayout } from '#src/pages/household/parts.ts'
import { ownSecretField } from '#src/pages/household/secret-field.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { messagePageWords, ownWords } from '#src/words/words.ts'

export const ownMessagesPath = (fundId: string): string => `/funds/${fundId}/me/messages`

export type OwnMessages = {
  readonly isOff: boolean
  readonly link: MessageLink | undefined
  readonly code?: string
  /** The number that people write to, where it was told. */
  readonly number?: string | undefined
  readonly told?: 'kept' | 'stopped' | 'fault' | 'secret-wrong'
}

const wordsAt = ({ language }: Pick<OwnPlace, 'language'>) => messagePageWords.in(language)

const ticked = (name: string, label: string, isOn: boolean): Html =>
  html`<p>
    <label class="choice"
      ><input type="checkbox" name="${name}" value="yes" ${isOn ? html` checked` : ''} />
      <span>${label}</span></label
    >
  </p>`

const oneStep = (place: OwnPlace, step: string, inside: Html, label: string): Html =>
  html`<form class="record desk choose" method="post" action="${ownMessagesPath(place.fundId)}">
    <input type="hidden" name="step" value="${step}" />
    ${inside}
    <p class="buttons">
      <button class="${step === 'stop' ? 'plain' : 'go'}" type="submit">${label}</button>
    </p>
  </form>`

const codePart = (code: string, { number }: OwnMessages, place: OwnPlace): Html => {
  const words = wordsAt(place)
  return html`<section class="desk check">
    <h2>${words.ownCodeIs}</h2>
    <p class="figure">${code.slice(0, 4)} ${code.slice(4)}</p>
    <p>${words.ownCodeMeaning}</p>
    ${number === undefined ? '' : html`<p><b>${words.writeTo(number)}</b></p>`}
  </section>`
}

/** Sums are let in by whoever gives the secret again, and left out by a button. */
const sumsPart = ({ withAmounts }: MessageLink, place: OwnPlace): Html => {
  const words = wordsAt(place)
  return withAmounts
    ? oneStep(place, 'sums-out', html`<p>${words.sumsAreIn}</p>`, words.sumsOut)
    : oneStep(
        place,
        'sums-in',
        html`<p>${words.ownSafe}</p>
          ${ownSecretField(place)}`,
        words.sumsIn,
      )
}

const chosenPart = (link: MessageLink, place: OwnPlace): Html => {
  const words = wordsAt(place)
  const languageOption = (one: (typeof messageLanguages)[number]): Html =>
    html`<option value="${one}" ${one === link.language ? html` selected` : ''}>
      ${words[`language_${one}`]}
    </option>`
  const inside = html`<fieldset>
      <legend>${words.kinds}</legend>
      ${messageKinds.map((kind) =>
        ticked(`kind-${kind}`, words[`kind_${kind}`], link.kinds.includes(kind)),
      )}
    </fieldset>
    <p class="field">
      <label for="language">${words.language}</label>
      <select id="language" name="language">
        ${messageLanguages.map(languageOption)}
      </select>
    </p>`
  return html`<p><b>${words.ownLinked(link.address.slice(-2))}</b></p>
    ${oneStep(place, 'choose', inside, words.keep)} ${sumsPart(link, place)}
    ${oneStep(place, 'stop', html`<p>${words.stopMeaning}</p>`, words.stop)}`
}

const toldPart = (told: OwnMessages['told'], place: OwnPlace): Html | string => {
  const words = wordsAt(place)
  if (told === undefined) return ''
  if (told === 'secret-wrong') return faultBox(ownWords.in(place.language).secretWrong)
  return told === 'fault'
    ? html`<p class="fault" role="alert">${words.fault}</p>`
    : html`<p class="done">${picture('on-time')} <b>${words[told]}</b></p>`
}

/** What a household hears by text, and how it stops. */
export const ownMessagesPage = (page: OwnMessages, place: OwnPlace): Html => {
  const words = wordsAt(place)
  const rest = page.link
    ? chosenPart(page.link, place)
    : html`<p>${words.ownNone}</p>
        ${oneStep(place, 'code', ownSecretField(place), words.ownCode)}`
  return ownLayout(
    { ...behindOwn(place), at: ownMessagesPath(place.fundId) },
    html`<h1>${words.ownHeading}</h1>
      ${toldPart(page.told, place)}
      ${page.code === undefined ? '' : codePart(page.code, page, place)}
      ${page.isOff ? html`<p>${words.off}</p>` : rest}`,
  )
}
