import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { spokenCode } from '#src/app/meeting/meeting-code.ts'
import type { Counts } from '#src/app/meeting/minutes.ts'
import { type At, deskLayout, fact, figure, heading } from '#src/pages/desk/parts.ts'
import { paperWordsAt } from '#src/pages/meeting/minutes.ts'
import { behindMeeting, meetingWordsAt } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords } from '#src/words/locale.ts'

type WallSheet = {
  readonly on: LocalDate
  readonly fundName: string
  readonly currency: Currency
  readonly cash: number
  readonly savings: number
  readonly loansOut: number
  readonly loansCount: number
  readonly socialFund: number
  readonly present: number
  readonly members: number
  readonly counts: Counts
  readonly nextMeeting: LocalDate
  readonly isClosed: boolean
  readonly code: string | undefined
}

/** What hangs where everybody passes: the fund as a whole, and nothing that is anybody's own. */
export const wallPage = (at: At, sheet: WallSheet): Html => {
  const words = paperWordsAt(at)
  const { on, fundName, currency, counts, code } = sheet
  const sum = (amount: number): Html => html`<b class="figure">${figure({ amount, currency })}</b>`
  const date = (day: LocalDate): string => dateInWords(day, at.language)
  // What did not happen takes no room from what did.
  const told = (label: string, count: number): Html | '' =>
    count === 0 ? '' : fact(label, String(count))
  const content = html`<div class="wall">
    ${heading('meeting', words.wallOf(date(on)))}
    <p><b>${fundName}</b></p>
    <p class="screen-only">${words.print}</p>
    <p class="quiet">${words.wallMeaning}</p>
    <dl class="facts">
      ${fact(words.cash, sum(sheet.cash))} ${fact(words.savings, sum(sheet.savings))}
      ${fact(
        words.loansOut,
        html`${sum(sheet.loansOut)} <span>${words.loansCount(String(sheet.loansCount))}</span>`,
      )}
      ${fact(words.socialFund, sum(sheet.socialFund))}
    </dl>
    <h2>${words.decided}</h2>
    <dl class="facts">
      ${fact(words.present, meetingWordsAt(at).presentOf(String(sheet.present), String(sheet.members)))}
      ${told(words.requestsApproved, counts.approved)}
      ${told(words.requestsRefused, counts.refused)} ${told(words.otherDecisions, counts.others)}
      ${fact(words.nextMeeting, html`<b>${date(sheet.nextMeeting)}</b>`)}
    </dl>
    <h2>${words.code}</h2>
    ${
      code === undefined
        ? html`<p>${sheet.isClosed ? words.closedWithoutCode : words.noCode}</p>`
        : html`<p class="figure code" translate="no">${spokenCode(code)}</p>
            <p>${words.codeMeaning}</p>`
    }
  </div>`
  return deskLayout(
    { ...behindMeeting(at, on), printedFor: fundName, at: meetingPlace.step(at, on, 'wall') },
    content,
  )
}
