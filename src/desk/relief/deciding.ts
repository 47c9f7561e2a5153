import { canonicalJson } from '#domain/kernel/canonical.ts'
import { declineRelief } from '#domain/relief/operations/declining.ts'
import { activateRelief, renewRelief } from '#domain/relief/operations/giving.ts'
import { lapseRelief, ratifyRelief } from '#domain/relief/operations/ratifying.ts'
import { undoRelief } from '#domain/relief/operations/undoing.ts'
import type { TouchedLoan } from '#domain/relief/relief.ts'
import type { EventView } from '#src/app/relief-view.ts'
import { atDesk } from '#src/desk/act.ts'
import type { Own } from '#src/desk/asking.ts'
import { allThere, ballotOf, steppedOut } from '#src/desk/ballot.ts'
import type { Desk } from '#src/desk/desk.ts'
import { choiceField } from '#src/desk/fields.ts'
import { approver, besideWho } from '#src/desk/officers.ts'
import type { Picture } from '#src/desk/pictures.ts'
import { type EventFound, aboutEvent, eventListContent } from '#src/desk/relief/event.ts'
import { type Content, note } from '#src/desk/content.ts'
import { reliefWords } from '#src/words/words.ts'

/** The list as it was shown, by a short mark; where it has changed since, there is another mark and the form asks again. */
const listRead = ({ language, needs }: Desk, { list }: EventView): Own<readonly TouchedLoan[]> => {
  const words = reliefWords.in(language)
  const touched = list.map(({ loanId, from, to }) => ({ loanId, from, to }))
  const loans = new Set(touched.map(({ loanId }) => loanId)).size
  const value = needs.hash(canonicalJson(touched)).slice(0, 16)
  return {
    fields: [
      choiceField({
        name: 'read',
        label: words.readLabel,
        choices: loans === 0 ? [] : [{ value, label: `${words.loansMoved}: ${String(loans)}` }],
        fault: words.readFault,
        as: 'radios',
      }),
    ],
    said: () => touched,
  }
}

/** A vote on an event: no borrower steps out of what befell a whole village. */
const ballotOn = (desk: Desk, { kin }: EventFound, isForTheMeeting: boolean) =>
  ballotOf(desk, { kin, isForTheMeeting, isOfAll: kin.size === 0 })

const giving = (desk: Desk, found: EventFound) => {
  const told = eventListContent(desk, found.view)
  return {
    shown: 'postponed',
    told: [
      ...told,
      note(reliefWords.in(desk.language).officersMay),
      ...steppedOut(desk, found.kin),
    ],
    asks: { touched: listRead(desk, found.view), ballot: ballotOn(desk, found, false) },
    effect: () => ({ told }),
  } as const
}

/** All loans that an event touches are put off, by one act. */
export const activation = atDesk(activateRelief, {
  name: 'relief',
  about: aboutEvent,
  shown: giving,
})

/** The same once more. */
export const renewal = atDesk(renewRelief, {
  name: 'relief-again',
  about: aboutEvent,
  shown: giving,
})

/** What an act means for an event, which is told again where everything is read back. */
const meaning = ({ view }: EventFound, shown: Picture, said: string) => {
  const told: Content = [{ is: 'event', event: view }]
  return { shown, told: [note(said), ...told], effect: () => ({ told }) }
}

/** The meeting's word on what officers gave. */
export const ratification = atDesk(ratifyRelief, {
  name: 'relief-word',
  about: aboutEvent,
  shown: (desk, found) => {
    const { told, ...rest } = meaning(found, 'meeting', reliefWords.in(desk.language).ratifyMeaning)
    return {
      ...rest,
      told: [...told, ...steppedOut(desk, found.kin)],
      prefilled: allThere(desk, found.kin),
      asks: { ballot: ballotOn(desk, found, true) },
    }
  },
})

/** No meeting spoke, though one could have. */
export const lapse = atDesk(lapseRelief, {
  name: 'relief-lapse',
  about: aboutEvent,
  shown: ({ language }, found) => ({
    ...meaning(found, 'stop', reliefWords.in(language).lapseMeaning),
    asks: {},
  }),
})

/** It was given by mistake. */
export const undoing = atDesk(undoRelief, {
  name: 'relief-undo',
  about: aboutEvent,
  shown: (desk, found) => ({
    ...meaning(found, 'stop', reliefWords.in(desk.language).undoMeaning),
    asks: { approvedBy: approver(desk, []) },
  }),
})

/** A household does not want it. */
export const declining = atDesk(declineRelief, {
  name: 'relief-decline',
  about: aboutEvent,
  shown: (desk, found) => {
    const words = reliefWords.in(desk.language)
    const { members } = desk.book
    return {
      ...meaning(found, 'house', words.declineMeaning),
      asks: {
        memberId: { name: 'card', label: words.declineLabel, members },
        ...besideWho(desk),
      },
    }
  },
})
