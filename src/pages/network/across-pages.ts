import { html } from 'hono/html'
import type { Outermost, ReasonAcross } from '#domain/health/across.ts'
import type { PeerFigure, Peers, PortfolioTotal } from '#domain/health/villages.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { OpenFinding } from '#domain/network/audits/waiting.ts'
import { auditPath, auditWordsIn, reasonSaid, weightMark } from '#src/pages/audits/parts.ts'
import { figureFact, mark } from '#src/pages/health/parts.ts'
import { icon } from '#src/pages/icons.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { wordsIn } from '#src/pages/network/portfolio-line.ts'
import { peersTable } from '#src/pages/network/peers-table.ts'
import { portfolioWith } from '#src/pages/network/portfolio-parts.ts'
import { fundNameSaid } from '#src/words/fund-name.ts'
import { dateInWords, percentInFigures } from '#src/words/locale.ts'

type Read = { readonly all: number; readonly read: number }

const readNote = (frame: PageFrame, { all, read }: Read): Html | string => {
  const words = wordsIn(frame)
  if (all === 0) return html`<p>${words.none}</p>`
  return read < all ? html`<p class="quiet">${words.reading(read, all)}</p>` : ''
}

type FindingsShown = Read & {
  readonly reasons: readonly ReasonAcross[]
  readonly today: LocalDate
  /** How many findings of audits are open; `findings` are the first of them. */
  readonly open: number
  readonly findings: readonly (OpenFinding & { readonly name: string })[]
}

const reasonRow = (frame: PageFrame, { code, funds, times }: ReasonAcross): Html => {
  const words = wordsIn(frame)
  const often = times > funds ? html`<small>${words.times(times)}</small>` : ''
  return html`<li>
    <a href="${portfolioWith({ why: code })}"
      ><b>${funds}</b> <span>${reasonSaid(code, frame.language)}${often}</span> ${icon('go-on')}</a
    >
  </li>`
}

const findingRow = (
  frame: PageFrame,
  { audit, finding, waits, on, name }: FindingsShown['findings'][number],
  today: LocalDate,
): Html => {
  const words = auditWordsIn(frame.language)
  const day = on === undefined ? '' : dateInWords(on, frame.language)
  const said = {
    reply: words.waits(day),
    look: words.looksOn(day),
    closing: wordsIn(frame).answered,
  }[waits]
  const isLate = on !== undefined && on < today
  return html`<li>
    <a href="${auditPath.one(audit)}"
      ><span
        ><bdi>${fundNameSaid(name, frame.language)}</bdi>: ${words[`kind_${finding.kind}`]}
        <small
          >${weightMark(finding.weight, frame.language)} ${isLate ? mark('bad', said) : said}</small
        ></span
      >
      ${icon('go-on')}</a
    >
  </li>`
}

/** What the books of all villages show, each leading to the villages that show it, and the findings of audits that are open. */
export const findingsAcrossPage = (frame: PageFrame, shown: FindingsShown): Html => {
  const words = wordsIn(frame)
  const { reasons, findings, open, today } = shown
  return layout({
    ...frame,
    content: html`<div class="desk">
      <h1>${words.findings}</h1>
      <p>${words.findingsLead}</p>
      ${readNote(frame, shown)}
      <section>
        <h2>${words.booksShow}</h2>
        ${reasons.length === 0 ? html`<p>${words.noReasons}</p>` : ''}
        <ul class="ways-list waiting">
          ${reasons.map((one) => reasonRow(frame, one))}
        </ul>
      </section>
      <section>
        <h2>${words.auditsFound(open)}</h2>
        <ul class="ways-list">
          ${findings.map((one) => findingRow(frame, one, today))}
        </ul>
        <p class="buttons">
          <a class="button" href="${auditPath.all}">${auditWordsIn(frame.language).all}</a>
        </p>
      </section>
    </div>`,
  })
}

type PeopleShown = Read & {
  readonly totals: readonly PortfolioTotal[]
  readonly peers: readonly Peers[]
  readonly fewestCome: readonly Outermost[]
  readonly mostLeft: readonly Outermost[]
}

const ofPeople: ReadonlySet<PeerFigure> = new Set<PeerFigure>([
  'attendance_percent',
  'dropped_out_percent',
  'women_members_percent',
  'members_with_loan_percent',
  'savings_per_member',
])

const endPart = (
  frame: PageFrame,
  heading: string,
  { figure, end }: { readonly figure: PeerFigure; readonly end: readonly Outermost[] },
): Html | string =>
  end.length === 0
    ? ''
    : html`<section>
        <h2>${heading}</h2>
        <ul class="ways-list waiting">
          ${end.map(
            ({ line, value }) =>
              html`<li>
                <a href="/funds/${line.fundId}/health/${figure}"
                  ><b>${percentInFigures(value)}</b>
                  <span><bdi>${fundNameSaid(line.name, frame.language)}</bdi></span>
                  ${icon('go-on')}</a
                >
              </li>`,
          )}
        </ul>
      </section>`

/** Members of all villages together: how many, what is usual, and where it is least so. */
export const peopleAcrossPage = (frame: PageFrame, shown: PeopleShown): Html => {
  const words = wordsIn(frame)
  const { totals, peers, fewestCome, mostLeft, all } = shown
  const own = peers.filter(({ figure }) => ofPeople.has(figure))
  const members = totals.reduce((sum, one) => sum + one.members, 0)
  return layout({
    ...frame,
    content: html`<div class="health portfolio">
      <h1>${words.people}</h1>
      <p>${words.peopleLead}</p>
      ${readNote(frame, shown)}
      <dl class="figures">
        ${figureFact(words.heading, String(all))} ${figureFact(words.members, String(members))}
      </dl>
      ${
        own.length === 0
          ? ''
          : html`<section>
              <h2>${words.peers}</h2>
              <p class="quiet">${words.peersLead}</p>
              ${peersTable(frame, own)}
            </section>`
      }
      ${endPart(frame, words.fewestCome, { figure: 'attendance_percent', end: fewestCome })}
      ${endPart(frame, words.mostLeft, { figure: 'dropped_out_percent', end: mostLeft })}
    </div>`,
  })
}
