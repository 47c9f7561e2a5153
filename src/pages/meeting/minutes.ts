import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { total } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { spokenCode } from '#src/app/meeting/meeting-code.ts'
import type { CameIn } from '#src/app/meeting/came-in.ts'
import type { MinuteLine } from '#src/app/meeting/minutes.ts'
import type { Attendance } from '#src/app/meeting/view.ts'
import { type Telling, lineHeading, lineText } from '#src/pages/meeting/minute-text.ts'
import { type At, deskLayout, fact, figure, heading } from '#src/pages/desk/parts.ts'
import { type Proof, proofPart } from '#src/pages/desk/receipt.ts'
import { behindMeeting, meetingWordsAt } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { codeCheckWords, paperWords, proofWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'
import { codeCheckPath } from '#src/pages/proof/code-check.ts'

export const paperWordsAt = ({ language }: Pick<At, 'language'>) => paperWords.in(language)

type Minutes = {
  readonly on: LocalDate
  readonly fundName: string
  readonly currency: Currency
  readonly attendance: Attendance
  readonly cameIn: readonly CameIn[]
  readonly lines: readonly MinuteLine[]
  readonly code: string | undefined
  /** The signed receipt of the closing, which vouches for every line before it; undefined while the meeting is open. */
  readonly checkpoint: Proof | undefined
}

const item = (telling: Telling, line: MinuteLine): Html => {
  return html`<li>
    <b>${lineHeading(telling, line)}</b>
    <span>${lineText(telling, line)}</span>
  </li>`
}

const signs = ['chair', 'record-keeper', 'counter', 'witness1', 'witness2'] as const

/** Places for hands and thumbs under something that is printed. */
export const signatures = (at: At): Html => {
  const words = paperWordsAt(at)
  return html`<section class="signs">
    <h2>${words.signatures}</h2>
    ${signs.map((sign) => html`<p class="by-hand">${words[`sign_${sign}`]}</p>`)}
  </section>`
}

/** Where the book stood when the meeting closed: the paper is a witness of it. */
const checkpointPart = (at: At, checkpoint: Proof): Html => {
  const words = proofWords.in(at.language)
  return html`<section class="checkpoint">
    <h2>${words.checkpoint}</h2>
    <p>${words.checkpointMeaning}</p>
    ${proofPart(at, checkpoint)}
  </section>`
}

/** What came into the box, by what it was for, with the sum of it where that is nobody's own. */
export const cameInPart = ({ at, currency }: Telling, cameIn: Minutes['cameIn']): Html => {
  const words = paperWordsAt(at)
  const money = (amount: number): Html => figure({ amount, currency })
  if (cameIn.length === 0) return html`${words.nothingCameIn}`
  const sums = cameIn.flatMap(({ amount }) => amount ?? [])
  const parts = cameIn.map(
    ({ kind, amount }, i) =>
      html`${i === 0 ? '' : '; '}${words[`cameIn_${kind}`]}
      ${amount === undefined ? words.ofFew : money(amount)}`,
  )
  return html`${parts}${
    sums.length < cameIn.length ? '' : html`. ${words.inAll} <b>${money(total(sums))}</b>`
  }`
}

/** What was decided and written down, line by line. */
export const linesPart = (telling: Telling, lines: readonly MinuteLine[]): Html =>
  lines.length === 0
    ? html`<p>${paperWordsAt(telling.at).noDecisions}</p>`
    : html`<ol class="minutes">
        ${lines.map((line) => item(telling, line))}
      </ol>`

/** What a meeting decided, line by line, to read aloud, to print and to sign. */
export const minutesPage = (at: At, minutes: Minutes): Html => {
  const words = paperWordsAt(at)
  const { on, fundName, currency, attendance, cameIn, lines, code, checkpoint } = minutes
  const { present, members, womenPresent, needed, isQuorum } = attendance
  const quorum = isQuorum ? words.quorum : meetingWordsAt(at).quorumMissing(String(needed))
  const content = html`${heading('book', words.minutesOf(dateInWords(on, at.language)))}
    <p><b>${fundName}</b></p>
    <p class="screen-only">${words.print}</p>
    <p class="quiet screen-only">${words.minutesMeaning}</p>
    <dl class="facts">
      ${fact(
        words.present,
        html`${meetingWordsAt(at).presentOf(String(present), String(members))},
          ${meetingWordsAt(at).womenPresent(String(womenPresent))}. ${quorum}
          <span class="together">(${words.needed(String(needed))})</span>`,
      )}
      ${code === undefined ? '' : fact(words.code, html`<b class="code" translate="no">${spokenCode(code)}</b>`)}
    </dl>
    <p class="came-in"><b>${words.cameIn}.</b> ${cameInPart({ at, currency }, cameIn)}</p>
    ${linesPart({ at, currency }, lines)}
    ${checkpoint === undefined ? '' : checkpointPart(at, checkpoint)} ${signatures(at)}
    <p class="buttons screen-only">
      <a class="button" href="${codeCheckPath(at)}">${codeCheckWords.in(at.language).heading}</a>
    </p>`
  const place = meetingPlace.step(at, on, 'minutes')
  return deskLayout({ ...behindMeeting(at, on), printedFor: fundName, at: place }, content)
}
