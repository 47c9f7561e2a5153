import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { countedFigures, findingsBehind } from '#domain/health/counted-findings.ts'
import type { Finding } from '#domain/health/finding.ts'
import {
  type Band,
  type Grade,
  type GradeRule,
  gradeRuleNames,
  gradeRules,
  letterLimits,
} from '#domain/health/grade.ts'
import { unitOf } from '#src/app/health/figure-rows.ts'
import {
  type HealthPlace,
  healthPlace,
  healthWordsAt,
  mark,
  valueText,
} from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { figureWords } from '#src/words/words.ts'

type Graded = {
  readonly grade: Grade
  readonly currency: Currency
  readonly findings: readonly Finding[]
  readonly asOf: LocalDate
}

/** Warning signs that cost no point, whatever the grade says. */
const besideGrade = ({ findings, asOf }: Graded): number => {
  const counted = countedFigures.flatMap((figure) => findingsBehind(figure, findings, asOf))
  return findings.length - counted.length
}

const valueOf = (
  rule: GradeRule,
  value: number,
  { place, currency }: { readonly place: HealthPlace; readonly currency: Currency },
): string => {
  const unit = unitOf(gradeRules[rule].figure)
  return valueText(value, { unit, currency, words: healthWordsAt(place) })
}

/** The rules as they are counted: each figure with what it costs from where on. */
const rulesPart = (place: HealthPlace, currency: Currency): Html => {
  const words = healthWordsAt(place)
  const names = figureWords.in(place.language)
  const ends = ['from', 'above', 'below'] as const
  const band = (rule: GradeRule, one: Band): string => {
    const limits = ends.flatMap((end) => {
      const limit = one[end]
      return limit === undefined
        ? []
        : [words[`band_${end}`](valueOf(rule, limit, { place, currency }))]
    })
    return `${limits.join(', ')}: ${words.costsPoints(one.points)}`
  }
  return html`<ul>
    ${gradeRuleNames.map((rule) => {
      const { figure, costs } = gradeRules[rule]
      return html`<li>
        <a href="${healthPlace.figure(place, figure)}">${names[figure]}</a>:
        ${costs.map((one) => band(rule, one)).join('; ')}
      </li>`
    })}
  </ul>`
}

/** The grade with each point that was lost, and under it the rules that it is counted by. */
export const gradePart = (place: HealthPlace, graded: Graded): Html => {
  const words = healthWordsAt(place)
  const names = figureWords.in(place.language)
  const { grade, currency } = graded
  const { letter, lost, pointsLost } = grade
  const beside = besideGrade(graded)
  const reasons = lost.map(({ rule, points, found, mended }) => {
    const { figure } = gradeRules[rule]
    return html`<li>
      <a href="${healthPlace.figure(place, figure)}">${names[figure]}</a>:
      ${words.found(valueOf(rule, found, { place, currency }))},
      ${mark('bad', words.costsPoints(points))}
      <p><b>${words.nextStep}:</b> ${words[`next_${rule}`]} ${words.mended(mended)}</p>
    </li>`
  })
  const [[, a], [, b], [, c]] = letterLimits
  return html`<section class="grade grade-${letter.toLowerCase()}">
    <h2>${words.grade}</h2>
    <p class="letter">${letter}</p>
    <div>
      <p><b>${words.pointsLost(pointsLost)}</b></p>
      ${beside === 0 ? '' : html`<p>${mark('bad', words.besideGrade(beside))}</p>`}
      <ul>
        ${reasons}
      </ul>
    </div>
    <details class="fold">
      <summary>${words.gradeHow}</summary>
      <p class="quiet">${words.gradeLooks}</p>
      ${rulesPart(place, currency)}
      <p class="quiet">${words.gradeMeaning(a, b, c)}</p>
    </details>
  </section>`
}
