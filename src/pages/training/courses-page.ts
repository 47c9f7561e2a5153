import { html } from 'hono/html'
import type { Province } from '#domain/network/places.ts'
import type { CourseSaid, CourseShown, Outcome } from '#domain/network/training/courses.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter } from '#src/pages/network/parts.ts'
import { historyOf, keptWays } from '#src/pages/numbers/staff-page.ts'
import { trainingPath } from '#src/pages/training/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { courseWords, talkWords } from '#src/words/training-words.ts'
import { agencyStaffWords, agencyWords, directoryWords } from '#src/words/words.ts'

const outcomeSaid = (language: Language, outcome: Outcome | undefined): string => {
  const words = courseWords.in(language)
  if (!outcome) return words.outcomeNone
  if (outcome.ofTen <= 2) return words.outcomeLow
  return outcome.ofTen >= 8 ? words.outcomeHigh : words.outcome(outcome.ofTen)
}

const costSaid = (language: Language, { cost }: CourseSaid): string => {
  const words = courseWords.in(language)
  return cost === 0 ? words.free : words.costs(moneyInFigures({ amount: cost, currency: 'KHR' }))
}

const provinceSaid = (language: Language, province: Province): string =>
  directoryWords.in(language)[`province_${province}`]

const sourceSaid = (language: Language, { source, seenOn, document }: CourseSaid): Html =>
  html`${courseWords
    .in(language)
    .source(
      agencyWords.in(language)[`source_${source}`],
      dateInWords(seenOn, language),
    )}${document === undefined ? '' : html` · <bdi>${document}</bdi>`}`

/** What somebody who thinks of a course wants to know of it: the jobs that were seen, and what became of others. */
export const coursePart = (language: Language, one: CourseShown): Html => {
  const words = courseWords.in(language)
  const { openings, lastSeenOn } = one
  return html`<p>
      <b>${words[`field_${one.field}`]}: <bdi>${one.name}</bdi></b>
      <bdi>${words.by(one.provider)}</bdi>, ${provinceSaid(language, one.province)}
    </p>
    <p>
      ${
        lastSeenOn === undefined
          ? words.noJobs
          : words.jobs(openings, dateInWords(lastSeenOn, language))
      }
    </p>
    <p>${outcomeSaid(language, one.outcome)}</p>
    <p>${words.weeks(one.weeks)}, ${costSaid(language, one)}</p>
    <p class="quiet">${sourceSaid(language, one)}</p>`
}

const list = (language: Language, courses: readonly CourseShown[]): Html =>
  html`<ul class="agencies">
    ${courses.map((one) => html`<li>${coursePart(language, one)}</li>`)}
  </ul>`

/** Those that jobs were seen for first; the others in a fold, and not hidden. */
export const coursesPart = (language: Language, courses: readonly CourseShown[]): Html => {
  const words = courseWords.in(language)
  const suggested = courses.filter(({ isSuggested }) => isSuggested)
  const others = courses.filter(({ isSuggested }) => !isSuggested)
  return html`${
    suggested.length === 0
      ? ''
      : html`<h2>${words.suggested}</h2>
          ${list(language, suggested)}`
  }
  ${
    others.length === 0
      ? ''
      : html`<details class="fold">
          <summary>${words.notSuggested}</summary>
          <p>${words.notSuggestedLead}</p>
          ${list(language, others)}
        </details>`
  }`
}

type CoursesShown = {
  readonly courses: readonly CourseShown[]
  /** The provinces that there are courses in. */
  readonly provinces: readonly Province[]
  readonly province: Province | undefined
  readonly networkId: string | undefined
}

/** Courses and jobs for somebody without an account. */
export const coursesPage = (
  frame: PageFrame,
  { courses, provinces, province, networkId }: CoursesShown,
): Html => {
  const { language, isPractice } = frame
  const words = courseWords.in(language)
  const link = (to: Province | undefined): string =>
    `/courses?${new URLSearchParams({
      ...(to === undefined ? {} : { p: to }),
      ...(networkId === undefined ? {} : { n: networkId }),
      lang: language,
    }).toString()}`
  const way = (to: Province | undefined, label: string): Html =>
    html`<a class="button" href="${link(to)}" ${to === province ? html`aria-current="page"` : ''}
      >${label}</a
    > `
  return layout({
    ...frame,
    isLeftAtOnce: true,
    sheet: 'open',
    content: html`<div class="open">
      <h1>${words.heading}</h1>
      <p>${words.lead}</p>
      ${isPractice ? html`<p><b>${words.isPractice}</b></p>` : ''}
      ${
        provinces.length < 2
          ? ''
          : html`<p class="button-row screen-only">
              ${way(undefined, words.allProvinces)}
              ${provinces.map((one) => way(one, provinceSaid(language, one)))}
            </p>`
      }
      ${courses.length === 0 ? html`<p>${words.noneYet}</p>` : coursesPart(language, courses)}
      <p class="button-row screen-only">
        <a class="button" href="${trainingPath.talks(networkId)}"
          >${talkWords.in(language).heading}</a
        >
      </p>
    </div>`,
  })
}

export const courseLine = (language: Language, one: CourseSaid): Html => {
  const field = courseWords.in(language)[`field_${one.field}`]
  return html`<p class="whose">
    <b><bdi>${one.name}</bdi></b>
    <span>${field}, ${provinceSaid(language, one.province)}</span>
  </p>`
}

/** All that is said of a course, before it is checked. */
export const courseFacts = (language: Language, one: CourseSaid): Html => {
  const words = courseWords.in(language)
  return html`<dl class="facts">
    ${fact(words.field, words[`field_${one.field}`])} ${fact(words.name, one.name)}
    ${fact(words.provider, one.provider)}
    ${fact(words.province, provinceSaid(language, one.province))}
    ${fact(words.weeksAsked, words.weeks(one.weeks))} ${fact(words.cost, costSaid(language, one))}
    ${fact(agencyStaffWords.in(language).source, sourceSaid(language, one))}
  </dl>`
}

type StaffCourses = {
  readonly courses: readonly CourseShown[]
  readonly by: string
  readonly done: string | undefined
  readonly networkId: string
}

/** Courses for the staff, each with how far it can be relied on and what became of its classes. */
export const staffCoursesPage = (
  frame: PageFrame,
  { courses, by, done, networkId }: StaffCourses,
): Html => {
  const { language } = frame
  const words = courseWords.in(language)
  const at = trainingPath.staffCourses
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('book', words.staffHeading, done)}
      <p>${words.staffLead}</p>
      <div class="buttons">
        <a class="button" href="${at}/jobs">${words.toJobs}</a>
        <a class="button" href="${at}/propose">${words.toPropose}</a>
        <a class="button" href="${trainingPath.courses(networkId)}">${words.toPublic}</a>
      </div>
      <ul class="kept">
        ${courses.map(
          (one) =>
            html`<li>
              ${coursePart(language, one)} ${historyOf(language, one, by)}
              <p class="button-row">
                <a class="button" href="${at}/${one.courseId}/graduates">${words.toGraduates}</a>
              </p>
              ${keptWays(language, one, { at: `${at}/${one.courseId}`, by })}
            </li>`,
        )}
      </ul>
    </div>`,
  })
}
