import { placeOf, reliefPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { ListedEvent } from '#src/app/relief-view.ts'
import { type At, behindDesk, deskLayout, heading, wayBack } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { eventFacts } from '#src/pages/relief/event-page.ts'
import { reliefWordsAt } from '#src/pages/relief/parts.ts'

type ReliefList = {
  readonly events: readonly ListedEvent[]
  readonly mayDeclare: boolean
}

/** Every event of the fund, and the ways to what comes with relief. */
export const reliefPage = (at: At, { events, mayDeclare }: ReliefList): Html => {
  const words = reliefWordsAt(at)
  const content = html`${heading('postponed', words.relief)}
    <p>${words.reliefMeaning} ${words.reliefRule}</p>
    ${mayDeclare ? wayBack(`${placeOf.record(at, 'event')}?fund=${at.fundId}`, words.act_event) : ''}
    ${events.length === 0 ? html`<p>${words.noEvents}</p>` : ''}
    ${events.map(
      (event) =>
        html`<section>
          <h2>${words[`kind_${event.kind}`]} · <bdi>${event.eventId}</bdi></h2>
          ${eventFacts(at, event)} ${wayBack(reliefPlace.event(at, event.eventId), words.open)}
        </section>`,
    )}
    ${wayBack(reliefPlace.lines(at), words.lines)} ${wayBack(reliefPlace.ahead(at), words.ahead)}
    ${wayBack(reliefPlace.alerts(at), words.alerts)}`
  return deskLayout(behindDesk(at), content)
}
