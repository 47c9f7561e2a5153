import { officeNamed } from '#src/desk/officers.ts'
import { type TaskName, placeOf, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { HandOver } from '#domain/fund/people/handing-over.ts'
import type { Holder, OfficersView } from '#src/app/members/members-view.ts'
import { type At, fact, heading, warning } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { cardLink, membersAt, membersLayout } from '#src/pages/members/parts.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

const termPart = (at: At, { term, until, from, isAway }: Holder): Html => {
  const words = membersAt(at)
  const day = (on: string): string => dateInWords(on, at.language)
  const sign =
    term.is === 'held'
      ? mark('good', words.inTerm)
      : term.is === 'grace'
        ? mark('eased', words.inGrace(day(term.lastOn)))
        : mark('bad', words.isLapsed)
  const how = [
    words.fromDay(day(from)),
    until === undefined ? words.untilNothing : words.untilDay(day(until)),
  ]
  return html`<div>${how.join(' · ')}</div>
    <div>${sign}${isAway ? html` ${mark('calm', words.isAway)}` : ''}</div>`
}

const officesPart = (at: At, { offices }: OfficersView): Html => {
  const words = membersAt(at)
  const lines = offices.flatMap(({ office, holders }) =>
    holders.length === 0
      ? [fact(officeNamed(at, office), words.nobodyHolds)]
      : holders.map((holder) =>
          fact(officeNamed(at, office), html`<b>${cardLink(at, holder)}</b>`, termPart(at, holder)),
        ),
  )
  return html`<dl class="facts">${lines}</dl>`
}

const lapsePart = (at: At, { hasLapsed, graceEndsOn }: OfficersView): Html | string => {
  const words = membersAt(at)
  if (hasLapsed) return warning(words.lapsedHeading, [words.lapsedMeaning])
  if (graceEndsOn === undefined) return ''
  const day = dateInWords(graceEndsOn, at.language)
  return warning(words.graceHeading, [words.graceMeaning(day)])
}

const handOversPart = (
  at: At,
  { handOvers, cardOf, currency }: Pick<OfficersShown, 'handOvers' | 'cardOf' | 'currency'>,
): Html => {
  const words = membersAt(at)
  const box = ({ count, booked, office }: HandOver): string => {
    if (office === 'key-holder') return ''
    if (!count) return words.notCounted
    const beyond = count.amount - booked
    return beyond === 0
      ? words.boxAgreed
      : words.boxDiffered(moneyInFigures({ amount: beyond, currency }))
  }
  return html`<section>
    <h2>${words.handOvers}</h2>
    ${
      handOvers.length === 0
        ? html`<p>${words.noHandOvers}</p>`
        : html`<dl class="facts">
            ${handOvers.map((one) =>
              fact(
                `${dateInWords(one.on, at.language)} · ${officeNamed(at, one.office)}`,
                words.handedFrom(cardOf(one.from), cardOf(one.to)),
                html`<div>
                  ${[box(one), one.balanceHash === undefined ? words.notSigned : words.isSigned]
                    .filter((text) => text !== '')
                    .join(' · ')}
                </div>`,
              ),
            )}
          </dl>`
    }
  </section>`
}

type OfficersShown = {
  readonly view: OfficersView
  readonly handOvers: readonly HandOver[]
  readonly cardOf: (memberId: string) => string
  readonly currency: Currency
  readonly may: readonly TaskName[]
}

const acts: readonly (readonly [
  TaskName,
  'writeElection' | 'writeHandOver' | 'writeEnding' | 'writeAppointment',
])[] = [
  ['election', 'writeElection'],
  ['hand-over', 'writeHandOver'],
  ['office-end', 'writeEnding'],
  ['appointment', 'writeAppointment'],
]

/** Who holds which office until when, and everything that is written down about it. */
export const officersPage = (at: At, shown: OfficersShown): Html => {
  const words = membersAt(at)
  const { view, may } = shown
  const { women, seated, seats, womenMin } = view
  const offered = acts.filter(([task]) => may.includes(task))
  const hrefOf = (task: TaskName): string =>
    task === 'election' || task === 'hand-over'
      ? taskPath(at, task, { fund: at.fundId })
      : placeOf.record(at, task)
  return membersLayout(
    at,
    html`${heading('meeting', words.officers)}
      <p>${words.officersLead}</p>
      ${lapsePart(at, view)} ${officesPart(at, view)}
      <dl class="facts">
        ${fact(
          words.womenSeats,
          html`<b>${words.womenOf(String(women), String(seated))}</b>`,
          html`<div>${words.womenWanted(String(womenMin), String(seats))}</div>`,
        )}
      </dl>
      <p class="buttons screen-only">
        ${offered.map(
          ([task, label]) => html`<a class="button" href="${hrefOf(task)}">${words[label]}</a>`,
        )}
        <a class="button" href="${placeOf.handOverSheet(at)}">${words.toSheet}</a>
        <a class="button" href="${placeOf.members(at)}">${words.toMembers}</a>
      </p>
      ${handOversPart(at, shown)}`,
  )
}
