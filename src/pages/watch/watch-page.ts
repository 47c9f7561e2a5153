import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type Ladder,
  agenciesOf,
  ladderOf,
  overdueOf,
  stepFault,
} from '#domain/network/watch/ladder.ts'
import { type CheckedReport, householdsOf } from '#domain/network/watch/report.ts'
import { type WatchDecision, isOvertaken } from '#domain/network/watch/watch.ts'
import type { WatchBook } from '#src/app/watch/watch-book.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter } from '#src/pages/network/parts.ts'
import { partySaid } from '#src/pages/watch/parts.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import { decisionSaid, kindSaid } from '#src/pages/watch/watch-parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { watchWords } from '#src/words/watch-words.ts'

type Shown = {
  /** The own network first; for a reviewer others too. */
  readonly books: readonly WatchBook[]
  readonly today: LocalDate
  readonly by: string
  readonly mayAct: boolean
  readonly maySetRules: boolean
  readonly isReviewer: boolean
  readonly done: string | undefined
}

const waitingPart = (language: Language, book: WatchBook, { by, mayAct }: Shown): Html | '' => {
  const words = watchWords.in(language)
  const waiting = [...book.decisions.values()].filter(({ confirmed }) => !confirmed)
  const isPast = (one: WatchDecision): boolean =>
    one.what === 'ruling' ? isOvertaken(book, one) : stepFault(book, one) !== undefined
  const open = waiting.filter((one) => !isPast(one))
  if (open.length === 0) return ''
  return html`<section>
    <h2>${words.waitsForSecond} (${open.length})</h2>
    <ul class="kept">
      ${open.map(
        (one) =>
          html`<li>
            ${decisionSaid(language, book, one)}
            ${
              !mayAct
                ? ''
                : one.proposedBy === by
                  ? html`<p class="quiet">${words.proposedByYou}</p>`
                  : html`<p>
                      <a class="button go" href="${deskPath.confirm(one.decisionId)}"
                        >${words.waitsForYou}</a
                      >
                    </p>`
            }
          </li>`,
      )}
    </ul>
  </section>`
}

/** Reports that nobody has ruled on, agency by agency. */
const unruledPart = (language: Language, book: WatchBook, { mayAct }: Shown): Html | '' => {
  const words = watchWords.in(language)
  const ruled = new Set(
    [...book.decisions.values()].flatMap((one) => (one.what === 'ruling' ? [one.reportId] : [])),
  )
  const open = [...book.reports.values()].filter(({ reportId }) => !ruled.has(reportId))
  if (open.length === 0) return ''
  const line = (report: CheckedReport): Html =>
    html`<li>
      <p>
        ${kindSaid(language, report)}, <span dir="ltr">${report.month}</span>,
        ${words[`basis_${report.basis}`]}
      </p>
      ${
        mayAct
          ? html`<p>
              <a class="button" href="${deskPath.rule(report.reportId)}">${words.toRuleButton}</a>
            </p>`
          : ''
      }
    </li>`
  return html`<section>
    <h2>${words.toRule} (${open.length})</h2>
    ${[...Map.groupBy(open, ({ partyId }) => partyId)].map(
      ([partyId, reports]) =>
        html`<details class="fold">
          <summary>
            <bdi>${partySaid(book.parties.get(partyId), language)}</bdi> (${reports.length})
          </summary>
          <ul class="kept">
            ${reports.map(line)}
          </ul>
        </details>`,
    )}
  </section>`
}

const overduePart = (language: Language, book: WatchBook, { today }: Shown): Html => {
  const words = watchWords.in(language)
  const overdue = overdueOf(book, today)
  const byReceiver = [...Map.groupBy(overdue, ({ to }) => to)]
  return html`<section>
    <h2>${words.overdue}</h2>
    ${overdue.length === 0 ? html`<p>${words.overdueNone}</p>` : ''}
    ${byReceiver.map(
      ([to, letters]) =>
        html`<h3>${words[`to_${to}`]} (${letters.length})</h3>
          <ul>
            ${letters.map(
              ({ partyId, dueOn }) =>
                html`<li>
                  <bdi>${partySaid(book.parties.get(partyId), language)}</bdi>:
                  ${words.overdueSince(dateInWords(dueOn, language))}
                </li>`,
            )}
          </ul>`,
    )}
  </section>`
}

/** What was upheld of somebody, and where that leads. */
export const ladderLine = (language: Language, { upheld, next, due }: Ladder): Html => {
  const words = watchWords.in(language)
  const count = words.upheldCount(upheld.length, householdsOf(upheld))
  return html`<p>${upheld.length === 0 ? words.nothingUpheld : count}</p>
    ${
      due && next
        ? html`<p>
            <b>${words[`step_${next}`]}: ${words.dueSince(dateInWords(due.on, language))}</b>
          </p>`
        : ''
    }`
}

const agenciesPart = (language: Language, book: WatchBook, isOwn: boolean): Html | '' => {
  const words = watchWords.in(language)
  const ladders = agenciesOf(book)
    .map((partyId) => ({ partyId, ladder: ladderOf(book, partyId) }))
    .toSorted(
      (a, b) =>
        Number(b.ladder.due !== undefined) - Number(a.ladder.due !== undefined) ||
        b.ladder.upheld.length - a.ladder.upheld.length ||
        (a.partyId < b.partyId ? -1 : 1),
    )
  if (ladders.length === 0) return ''
  const query = isOwn ? '' : `?n=${book.networkId}`
  return html`<section>
    <h2>${words.agencies} (${ladders.length})</h2>
    <ul class="kept">
      ${ladders.map(
        ({ partyId, ladder }) =>
          html`<li>
            <p>
              <b><bdi>${partySaid(book.parties.get(partyId), language)}</bdi></b>
            </p>
            ${ladderLine(language, ladder)}
            <p>
              <a class="button" href="${deskPath.agency(partyId)}${query}">${words.open}</a>
            </p>
          </li>`,
      )}
    </ul>
  </section>`
}

const buttons = (language: Language, { mayAct, maySetRules, isReviewer }: Shown): Html => {
  const words = watchWords.in(language)
  return html`<div class="buttons">
    ${mayAct ? html`<a class="button" href="${deskPath.reports}">${words.toReports}</a>` : ''}
    ${maySetRules ? html`<a class="button" href="${deskPath.rules}">${words.toRules}</a>` : ''}
    ${
      isReviewer
        ? html`<a class="button" href="${deskPath.publication}">${words.toPublication}</a>`
        : ''
    }
    <a class="button" href="${deskPath.reported}">${words.toPublic}</a>
  </div>`
}

/** What waits for somebody, what is overdue, and where each agency stands; for a reviewer of several networks. */
export const watchPage = (frame: PageFrame, shown: Shown): Html => {
  const { language } = frame
  const { books, isReviewer, done } = shown
  const words = watchWords.in(language)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('glass', words.watchHeading, done)}
      <p>${isReviewer ? words.reviewLead : words.watchLead}</p>
      ${buttons(language, shown)}
      ${books.map(
        (book, i) =>
          html`${
            books.length === 1
              ? ''
              : html`<h2>${words.networkOf} <code>${book.networkId.slice(-6)}</code></h2>`
          }
          ${waitingPart(language, book, { ...shown, mayAct: shown.mayAct && i === 0 })}
          ${overduePart(language, book, shown)} ${agenciesPart(language, book, i === 0)}
          ${unruledPart(language, book, { ...shown, mayAct: shown.mayAct && i === 0 })}`,
      )}
      ${
        isReviewer
          ? ''
          : html`<section>
              <h2>${words.adviceHeading}</h2>
              <p><b>${words.advice}</b></p>
              <p class="quiet">${words.adviceLead}</p>
            </section>`
      }
    </div>`,
  })
}
