import { html } from 'hono/html'
import type { FindingCode } from '#domain/health/finding.ts'
import { gradeRules } from '#domain/health/grade.ts'
import type { PortfolioLine } from '#domain/health/villages.ts'
import type { VisitReason } from '#domain/health/visit.ts'
import { percentOf } from '#domain/kernel/money.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { spark } from '#src/pages/network/spark.ts'
import type { PortfolioWords } from '#src/words/en/portfolio.ts'
import { findingInWords } from '#src/words/finding-words.ts'
import { fundNameSaid } from '#src/words/fund-name.ts'
import { dateInWords, moneyInFigures, percentInFigures } from '#src/words/locale.ts'
import { figureWords, portfolioWords } from '#src/words/words.ts'

export const wordsIn = ({ language }: PageFrame): PortfolioWords => portfolioWords.in(language)

/** What a sign says in its first sentence; the rest of it stands on the village's own page. */
export const signSaid = (sign: FindingCode, { language }: PageFrame): string =>
  findingInWords(sign, language).split(/(?<=[.។])/)[0]!

const reasonSaid = (reason: VisitReason, frame: PageFrame): string => {
  const words = wordsIn(frame)
  switch (reason.kind) {
    case 'rule':
      return words.rule(
        figureWords.in(frame.language)[gradeRules[reason.rule].figure],
        reason.points,
      )
    case 'sign':
      return `${signSaid(reason.sign, frame)} (${words.times(reason.count)})`
    case 'late':
      return words.late(reason.days)
  }
}

export const percentSaid = (part: number, whole: number): string =>
  percentInFigures(percentOf(part, whole) ?? 0)

/** One reason stands open; the others lie in the fold with the figures. */
const reasonsShown = 1

const figuresLine = (frame: PageFrame, { summary, par30 }: PortfolioLine): Html => {
  const words = wordsIn(frame)
  const { currency, lastMeeting, members, savings, owed } = summary
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const met =
    lastMeeting === undefined
      ? words.noMeeting
      : words.lastMeeting(dateInWords(lastMeeting, frame.language))
  return html`<p class="quiet">
    ${summary.villageCode} · ${words.members} ${members} · ${words.savings} ${money(savings)} ·
    ${words.owed} ${money(owed)} · ${words.par30} ${percentSaid(par30, owed)} · ${met}
  </p>`
}

/** A village: its grade and need of a visit with the reasons, and in a fold its figures; a way to its page and to no person. */
export const linePart = (frame: PageFrame, line: PortfolioLine): Html => {
  const words = wordsIn(frame)
  const { need, judged, isFresh } = line
  const asOf =
    judged && !isFresh ? ` ${words.judgedOn(dateInWords(judged.on, frame.language))}` : ''
  const letter = need.letter === undefined ? words.unread : words.grade(need.letter)
  const said = need.reasons.map((one) => html`<li>${reasonSaid(one, frame)}</li>`)
  const others = said.slice(reasonsShown)
  return html`<li class="village">
    <p class="name">
      <a href="/funds/${line.fundId}/health"
        ><bdi>${fundNameSaid(line.name, frame.language)}</bdi></a
      >
      ${judged ? spark(judged.trend, words.spark) : ''}
    </p>
    <p>
      <b>${letter}</b>${asOf} · ${mark(need.points === 0 ? 'good' : 'bad', words.need(need.points))}
    </p>
    <ul>
      ${said.slice(0, reasonsShown)}
    </ul>
    <details class="fold">
      <summary>${words.moreReasons(others.length)}</summary>
      <ul>
        ${others}
      </ul>
      ${figuresLine(frame, line)}
    </details>
  </li>`
}
