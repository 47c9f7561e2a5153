import { placeOf, reliefPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { ProposedEvent } from '#src/app/alerts.ts'
import { type At, deskLayout, fact, heading, warning, wayBack } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { behindRelief, reliefWordsAt } from '#src/pages/relief/parts.ts'
import { dateInWords } from '#src/words/locale.ts'

type AlertsShown = {
  readonly alerts: readonly ProposedEvent[]
  readonly mayKeep: boolean
  readonly hasFeeds: boolean
  /** What came of the text that was sent, in words. */
  readonly fault?: readonly string[] | undefined
}

const joined = (texts: readonly string[]): string =>
  [...new Set(texts.filter((text) => text !== ''))].join(' · ') || '–'

const alertPart = (at: At, alert: ProposedEvent, mayDeclare: boolean): Html => {
  const words = reliefWordsAt(at)
  const { infos, isTest, isCancelled, isReplaced, isDeclared, isSigned } = alert
  const marks = [
    isTest ? mark('bad', words.isTest) : '',
    isCancelled ? mark('bad', words.isCancelled) : '',
    isReplaced ? mark('calm', words.isReplaced) : '',
    isDeclared ? mark('good', words.isDeclared) : '',
    isSigned ? mark('calm', words.isSigned) : '',
  ]
  const areas = infos.flatMap((info) => info.areas)
  const isOver = isCancelled || isReplaced || isDeclared
  const declare = `${placeOf.record(at, 'event')}?fund=${at.fundId}&alert=${alert.alertId}`
  return html`<section>
    <h2><bdi>${joined(infos.map(({ headline, event }) => headline || event))}</bdi></h2>
    <p>${marks}</p>
    <dl class="facts">
      ${fact(words.seems, words[`kind_${alert.kind}`])}
      ${fact(words.began, dateInWords(alert.from, at.language))}
      ${fact(words.severity, html`<bdi>${joined(infos.map(({ severity }) => severity))}</bdi>`)}
      ${fact(words.certainty, html`<bdi>${joined(infos.map(({ certainty }) => certainty))}</bdi>`)}
      ${fact(words.area, html`<bdi>${joined(areas.map(({ areaDesc }) => areaDesc))}</bdi>`)}
      ${fact(words.placesHere, html`<bdi>${joined(alert.places)}</bdi>`)}
      ${fact(words.sender, html`<bdi>${alert.sender}</bdi>`)}
      ${fact(words.sent, html`<bdi>${alert.sent}</bdi>`)}
    </dl>
    ${mayDeclare && !isOver && !isTest ? wayBack(declare, words.declareIt) : ''}
  </section>`
}

const takingIn = (at: At, { hasFeeds }: AlertsShown): Html => {
  const words = reliefWordsAt(at)
  return html`<form method="post" action="${reliefPlace.alerts(at)}" enctype="multipart/form-data">
      <div class="field">
        <label for="text">${words.alertText}</label>
        <textarea id="text" name="text" rows="6"></textarea>
      </div>
      <div class="field">
        <label for="file">${words.alertFile}</label>
        <input id="file" name="file" type="file" accept=".xml,.cap,application/xml,text/xml" />
      </div>
      <button type="submit">${words.takeIn}</button>
    </form>
    ${
      hasFeeds
        ? html`<form method="post" action="${reliefPlace.alerts(at)}/poll">
            <button type="submit">${words.poll}</button>
          </form>`
        : html`<p class="quiet">${words.pollOff}</p>`
    }`
}

/** Alerts as the events that they propose, and the ways in which one comes here. */
export const alertsPage = (at: At, shown: AlertsShown): Html => {
  const words = reliefWordsAt(at)
  const { alerts, mayKeep, fault } = shown
  const content = html`${heading('warning', words.alerts)}
    <p>${words.alertsMeaning}</p>
    ${fault === undefined ? '' : warning(words.alertUnread, fault)}
    ${alerts.length === 0 ? html`<p>${words.noAlerts}</p>` : ''}
    ${alerts.map((alert) => alertPart(at, alert, mayKeep))} ${mayKeep ? takingIn(at, shown) : ''}`
  return deskLayout(behindRelief(at), content)
}
