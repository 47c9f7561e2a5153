import { html } from 'hono/html'
import { buttons, faultBox, field, hidden, warningBox } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import type { EntranceWords } from '#src/words/en/entrance.ts'
import { entranceWords, networkWords } from '#src/words/words.ts'

type Told = {
  readonly key: string
  readonly fault?: string | undefined
}

const labelField = (words: EntranceWords): Html =>
  field({ name: 'label', label: words.deviceLabel, hint: words.deviceLabelHint, maxLength: 40 })

/** The first step of somebody who was given a link: a password of one's own, or six digits drawn. */
export const beginPage = (
  frame: PageFrame,
  told: Told & {
    readonly isPin: boolean
    readonly isFirstDevice: boolean
    readonly isElsewhere: boolean
  },
): Html => {
  const words = entranceWords.in(frame.language)
  const others = networkWords.in(frame.language)
  const password = (name: string, label: string): Html =>
    field({ name, label, type: 'password', maxLength: 200, autocomplete: 'new-password' })
  const asked = told.isPin
    ? ''
    : html`${password('secret', words.newSecret)} ${password('again', words.newSecretAgain)}`
  const device = told.isFirstDevice
    ? html`<p>${words.firstDevice}</p>
        ${labelField(words)}`
    : ''
  return layout({
    ...frame,
    content: html`<h1 class="with-picture">${picture('key')} <span>${words.beginHeading}</span></h1>
      ${faultBox(told.fault)}
      <p>${told.isPin ? words.beginPin : words.beginPassword}</p>
      ${told.isElsewhere ? warningBox(told.isPin ? others.beginPinElsewhere : others.beginElsewhere) : ''}
      <form class="entry" method="post" action="/begin">
        ${hidden('key', told.key)} ${asked} ${device}
        ${buttons(told.isPin ? words.drawButton : words.keepButton, {
          href: '/',
          label: words.toStart,
        })}
      </form>`,
  })
}

/** Six digits, shown once; and what to do next where nobody can sign in on this device. */
export const drawnPinPage = (frame: PageFrame, pin: string, isElsewhere = false): Html => {
  const words = entranceWords.in(frame.language)
  const next = isElsewhere
    ? html`${warningBox(networkWords.in(frame.language).enrolThenSignIn)}
        <div class="buttons"><a class="button" href="/">${words.toStart}</a></div>`
    : html`<div class="buttons">
        <a class="button main" href="/sign-in">${words.signInHeading}</a>
      </div>`
  return layout({
    ...frame,
    isShownOnce: true,
    content: html`<h1 class="with-picture">${picture('key')} <span>${words.pinHeading}</span></h1>
      <p class="figure pin">${pin.slice(0, 3)} ${pin.slice(3)}</p>
      <p>${words.pinOnce}</p>
      ${next}`,
  })
}

/** Adding a phone or computer. */
export const enrolPage = (frame: PageFrame, told: Told): Html => {
  const words = entranceWords.in(frame.language)
  return layout({
    ...frame,
    content: html`<h1 class="with-picture">${picture('key')} <span>${words.enrolHeading}</span></h1>
      ${faultBox(told.fault)}
      <p>${words.enrolLead}</p>
      <form class="entry" method="post" action="/enrol">
        ${hidden('key', told.key)} ${labelField(words)}
        ${buttons(words.enrolButton, { href: '/', label: words.toStart })}
      </form>`,
  })
}
