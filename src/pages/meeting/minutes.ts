import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { total } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { spokenCode } from '#src/app/meeting/meeting-code.ts'
import type { CameIn } from '#src/app/meeting/came-in.ts'
import type { MinuteLine, Voted } from '#src/app/meeting/minutes.ts'
import type { Attendance } from '#src/app/meeting/view.ts'
import { type At, deskLayout, fact, figure, heading } from '#src/pages/desk/parts.ts'
import { type Proof, proofPart } from '#src/pages/desk/receipt.ts'
import { disputeWordsAt } from '#src/pages/meeting/disputes.ts'
import { behindMeeting, meetingWordsAt } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { entryNameOf } from '#src/words/code-words.ts'
import {
  boxWords,
  entranceWords,
  lendingFormWords,
  lendingWords,
  paperWords,
  proofWords,
  seldomWords,
} from '#src/words/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { codeCheckPath } from '#src/pages/proof/code-check.ts'
import { codeCheckWords } from '#src/words/words.ts'

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

type Telling = { readonly at: Pick<At, 'language'>; readonly currency: Currency }

const voteText = ({ at }: Telling, voted: Voted): string => {
  const words = paperWordsAt(at)
  const [yes, no] = [String(voted.yes), String(voted.no)]
  return voted.by === 'meeting'
    ? words.handsOf(yes, no, String(voted.present))
    : words.officersOf(yes, no)
}

const officeTexts = ({ at }: Telling, { offices = [] }: MinuteLine): string[] => {
  const { roleName } = entranceWords.in(at.language)
  return offices.map(({ office, cards }) => {
    const name = roleName(office === 'committee' ? 'committee-member' : office)
    return `${name}: ${cards.join(', ')}`
  })
}

/** Who keeps the box, as a difference in it is told of. */
export const keeperText = (at: Pick<At, 'language'>, cards: readonly string[]): string => {
  const words = paperWordsAt(at)
  return cards.length === 0 ? words.noBoxKeeper : words.boxKeeper(cards.join(', '))
}

const missingTexts = (
  { at, currency }: Telling,
  { missing, boxKeepers = [] }: MinuteLine,
): string[] => {
  const words = paperWordsAt(at)
  if (missing === undefined) return []
  if (missing === 0) return [words.agrees]
  const sum = moneyInFigures({ amount: Math.abs(missing), currency })
  const keeper = keeperText(at, boxKeepers)
  return [missing > 0 ? words.missing(sum, keeper) : words.over(sum, keeper)]
}

/** Whose or which: a loan by its number, a member by card, support and events by their code. */
const subjectTexts = ({ at }: Telling, line: MinuteLine): string[] => {
  const words = paperWordsAt(at)
  const { type, number, card, event, loans, version } = line
  if (version !== undefined) return [words.rules(String(version))]
  if (event !== undefined)
    return [words.event(event), ...(loans === undefined ? [] : [words.loansTouched(String(loans))])]
  if (type === 'GrantPaid' || type === 'SupportDecided')
    return number === undefined ? [] : [words.support(number)]
  if (number !== undefined) return [words.loan(number)]
  return card === undefined ? [] : [words.card(card)]
}

const lineText = (telling: Telling, line: MinuteLine): string => {
  const { at, currency } = telling
  const life = lendingWords.in(at.language)
  const { amount, purpose, reason, voted, answer, correction } = line
  return [
    ...subjectTexts(telling, line),
    ...(line.future === undefined ? [] : [seldomWords.in(at.language)[`future_${line.future}`]]),
    ...officeTexts(telling, line),
    ...(amount === undefined ? [] : [moneyInFigures({ amount, currency })]),
    ...(purpose === undefined ? [] : [life[`purpose_${purpose}`]]),
    ...(line.cost === undefined ? [] : [boxWords.in(at.language)[`cost_${line.cost}`]]),
    ...(voted === undefined ? [] : [voteText(telling, voted)]),
    ...(line.isApproved === false && reason !== undefined ? [life[`reason_${reason}`]] : []),
    ...(answer === undefined ? [] : [disputeWordsAt(at)[`answer_${answer}`]]),
    ...(correction === undefined
      ? []
      : [lendingFormWords.in(at.language)[`correction_${correction}`]]),
    ...missingTexts(telling, line),
  ].join('; ')
}

const item = (telling: Telling, line: MinuteLine): Html => {
  const words = paperWordsAt(telling.at)
  const { isApproved } = line
  const said = isApproved === undefined ? '' : isApproved ? words.approved : words.refused
  return html`<li>
    <b>${entryNameOf(line.type, telling.at.language)}${said === '' ? '' : html`: ${said}`}</b>
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
