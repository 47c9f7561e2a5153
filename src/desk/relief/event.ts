import { type EventView, eventViewOf } from '#src/app/relief-view.ts'
import { householdOfEvent, kinOnDay } from '#src/app/stepping-out.ts'
import type { Kin } from '#src/desk/about.ts'
import type { About } from '#src/desk/act.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { reliefPlace } from '#src/desk/places.ts'
import { type Content, note } from '#src/desk/content.ts'
import { reliefWords } from '#src/words/words.ts'

export type EventFound = Kin & { readonly view: EventView }

/** Of one household's relief itself and its kin have no part; of the whole village's nobody steps out. */
const kinOfEvent = async (
  { needs, fundId, book: { members }, today: day }: Desk,
  { event }: EventView,
): Promise<Kin> => {
  const kin = await needs.store.kinships(fundId)
  const own = householdOfEvent(event, { members, kin, day })
  const ofOwn = own.flatMap((memberId) => [...kinOnDay(kin, members, { memberId, day })])
  return { kin: new Set([...own, ...ofOwn]) }
}

/** An event, which is chosen from the list of events. */
export const aboutEvent: About<EventFound, 'eventId'> = {
  field: 'event',
  fills: 'eventId',
  choose: reliefPlace.all,
  find: async (desk, id) => {
    const view = eventViewOf(desk.book, id, desk.today)
    return view && { view, ...(await kinOfEvent(desk, view)) }
  },
  whose: () => undefined,
  back: reliefPlace.event,
}

/** The event with every loan before and after. */
export const eventListContent = (desk: Desk, view: EventView): Content => {
  const words = reliefWords.in(desk.language)
  const { rows } = view
  return [
    { is: 'event', event: view },
    note(words.reliefRule),
    rows.length === 0
      ? note(words.listNone)
      : { is: 'moved-loans', rows, currency: currencyOf(desk) },
  ]
}
