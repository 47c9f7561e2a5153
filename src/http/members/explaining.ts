import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { daysAfter } from '#domain/kernel/dates.ts'
import {
  type ExplainingOffice,
  type ExplainingReason,
  daysToExplain,
  explainingReasons,
} from '#domain/fund/explaining.ts'
import { committeeOffices } from '#domain/fund/tenures.ts'
import { charterOf } from '#domain/health/book.ts'
import { unexplainedOf } from '#domain/health/unexplained.ts'
import type { Room, Task } from '#src/http/desk/record.ts'
import { type Act, envelopeOf } from '#src/http/lending/act.ts'
import { handsFaults, handsIn, memberFormsAt, ofFund, secondField } from '#src/http/members/act.ts'
import { handsFields, handsNames, officeField } from '#src/http/members/offices.ts'
import { nothingLeft } from '#src/http/members/old-book.ts'
import { choiceField, choicesOf, dateField } from '#src/desk/fields.ts'
import { fact, figure } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { officeNamed } from '#src/pages/members/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { statementCodes } from '#src/words/report-words.ts'

/** How it stands today: how much, since when, whose it is and by when it must be less. */
const standsNow = ({ at, book, today }: Room): Html | string => {
  const words = memberFormsAt(at)
  const told = unexplainedOf(book, today)
  if (!told) return ''
  const { currency } = charterOf(book, today)
  const day = (on: string): string => dateInWords(on, at.language)
  return html`<dl class="facts">
    ${fact(words.leftNow, html`<b class="figure">${figure({ amount: told.left, currency })}</b>`)}
    ${fact(words.explainingSince, day(told.since))}
    ${fact(words.explainingOwner, officeNamed(at, told.owner))}
    ${fact(words.explainingDue, day(told.nextOn))}
  </dl>`
}

/** Another office answers for what is unexplained, or it has to be less by another day. */
const assigning = ofFund(
  { name: 'explaining', rule: 'AssignUnexplained', safe: placeOf.oldBook },
  (room): Act => {
    const { at, today } = room
    const words = memberFormsAt(at)
    const example = daysAfter(today, daysToExplain)
    return {
      shown: 'glass',
      facts: html`<p>${words.explainingMeaning(String(daysToExplain))}</p>
        ${standsNow(room)}`,
      fields: [
        officeField(room, committeeOffices),
        dateField(at, {
          name: 'dueOn',
          label: words.explainingDueLabel,
          hint: words.dayExample(example),
          fault: words.dayFaultExample(example),
        }),
        choiceField({
          name: 'why',
          label: words.explainingWhy,
          choices: choicesOf(explainingReasons, (why) => statementCodes.in(at.language)[why]),
          fault: words.chooseOne,
          as: 'radios',
        }),
        ...handsFields(room, true, words.explainingHands),
        secondField(room, { name: 'approvedBy', concerned: [] }),
      ],
      check: (filled) => handsFaults(filled, handsNames, words.handsMissing),
      command: (filled) => {
        const votes = handsIn(filled, handsNames)
        return {
          ...envelopeOf(filled),
          type: 'AssignUnexplained',
          office: filled.of('office') as ExplainingOffice,
          dueOn: filled.of('dueOn'),
          why: filled.of('why') as ExplainingReason,
          approvedBy: filled.of('approvedBy'),
          ...(votes === undefined ? {} : { votes }),
        }
      },
    }
  },
)

export const explaining: Task = {
  ...assigning,
  about: async (room, id) => {
    const about = await assigning.about(room, id)
    const { act_explaining: title, explainingNothing: said } = memberFormsAt(room.at)
    // What was sent is still answered by the rules; only the empty form is kept back.
    return about && !unexplainedOf(room.book, room.today)
      ? { ...about, form: ({ refusal }) => nothingLeft(room, { title, said, refusal }) }
      : about
  },
}
