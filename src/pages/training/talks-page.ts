import { html } from 'hono/html'
import type { ReachedRelease, SafeCell } from '#domain/network/training/reached.ts'
import { type TalkListed, type TalkSaid, talkAges } from '#domain/network/training/talks.ts'
import { ageBands, sexes } from '#domain/kernel/bands.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter } from '#src/pages/network/parts.ts'
import { historyOf, keptWays } from '#src/pages/numbers/staff-page.ts'
import { trainingPath } from '#src/pages/training/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { courseWords, talkWords } from '#src/words/training-words.ts'
import { agencyStaffWords, agencyWords } from '#src/words/words.ts'

/** What a talk is called, in the reader's language. */
export const talkName = (language: Language, { nameKm, nameEn }: TalkSaid): string =>
  language === 'km' ? nameKm : nameEn

const agesSaid = (language: Language, { ages }: TalkSaid): string => {
  const words = talkWords.in(language)
  return ages.length === talkAges.length
    ? words.allAges
    : ages.map((age) => words[`age_${age}`]).join(', ')
}

const inLanguage = (language: Language, one: TalkSaid) =>
  language === 'km'
    ? { short: one.shortKm, text: one.textKm, audio: one.audioKm }
    : { short: one.shortEn, text: one.textEn, audio: one.audioEn }

const sourceSaid = (language: Language, { source, seenOn, document }: TalkSaid): Html =>
  html`${talkWords
    .in(language)
    .source(
      agencyWords.in(language)[`source_${source}`],
      dateInWords(seenOn, language),
    )}${document === undefined ? '' : html` · <bdi>${document}</bdi>`}`

/** A talk as it is read aloud, in the reader's language, with for whom it is safe and who says so. */
export const talkPart = (
  language: Language,
  one: TalkSaid & Partial<Pick<TalkListed, 'check'>>,
): Html => {
  const words = talkWords.in(language)
  const { short, text, audio } = inLanguage(language, one)
  return html`<p><b>${short}</b></p>
    <p>${text}</p>
    <p class="quiet">
      ${words.forWhom}: ${agesSaid(language, one)}.
      ${audio === undefined ? '' : html`${words.listen(audio)}. `}${sourceSaid(language, one)}
      ${one.check ? html`· ${words.checkedOn(dateInWords(one.check.on, language))}` : ''}
    </p>`
}

/** Talks one below the other, each in a fold under its name. */
export const talkFolds = (language: Language, talks: readonly TalkListed[]): Html =>
  html`${talks.map(
    (one) =>
      html`<details class="fold">
        <summary>
          <span
            >${talkWords.in(language)[`topic_${one.topic}`]}:
            <bdi>${talkName(language, one)}</bdi></span
          >
        </summary>
        ${talkPart(language, one)}
      </details>`,
  )}`

const releaseTable = (language: Language, release: ReachedRelease): Html => {
  const words = talkWords.in(language)
  const cell = (value: SafeCell) => (value === null ? words.hidden : String(value))
  const row = (name: string, value: SafeCell): Html =>
    html`<tr>
      <th scope="row">${name}</th>
      <td class="num">${cell(value)}</td>
    </tr>`
  const [year, half] = release.halfYear.split('-') as [string, string]
  return html`<table>
    <caption>
      ${words.half(year, half)}
    </caption>
    <tbody>
      ${row(words.total, release.total)}
      ${sexes.map((sex, i) => row(words[`sex_${sex}`], release.bySex[i]!))}
      ${ageBands.map((band, i) => row(words[`band_${band}`], release.byAge[i]!))}
    </tbody>
  </table>`
}

/** So many half-years are told. */
const halvesTold = 4

export const reachedPart = (language: Language, releases: readonly ReachedRelease[]): Html => {
  const words = talkWords.in(language)
  return html`<section>
    <h2>${words.reachedHeading}</h2>
    <p>${words.reachedLead}</p>
    ${
      releases.length === 0
        ? html`<p class="quiet">${words.reachedNone}</p>`
        : html`<div>
            ${releases.slice(0, halvesTold).map((one) => releaseTable(language, one))}
          </div>`
    }
  </section>`
}

type TalksShown = {
  readonly talks: readonly TalkListed[]
  readonly releases: readonly ReachedRelease[]
  readonly networkId: string | undefined
}

/** The library as anybody may read it. */
export const talksPage = (frame: PageFrame, { talks, releases, networkId }: TalksShown): Html => {
  const { language, isPractice } = frame
  const words = talkWords.in(language)
  return layout({
    ...frame,
    isLeftAtOnce: true,
    sheet: 'open',
    content: html`<div class="open">
      <h1>${words.heading}</h1>
      <p>${words.lead}</p>
      ${isPractice ? html`<p><b>${words.isPractice}</b></p>` : ''}
      ${talks.length === 0 ? html`<p>${words.noneYet}</p>` : talkFolds(language, talks)}
      ${reachedPart(language, releases)}
      <p class="button-row screen-only">
        <a class="button" href="${trainingPath.courses(networkId)}"
          >${courseWords.in(language).heading}</a
        >
      </p>
    </div>`,
  })
}

/** A talk in one line. */
export const talkLine = (language: Language, one: TalkSaid): Html =>
  html`<p class="whose">
    <b><bdi>${talkName(language, one)}</bdi></b>
    <span>${talkWords.in(language)[`topic_${one.topic}`]}, ${agesSaid(language, one)}</span>
  </p>`

/** All that is said of a talk, in both languages, before it is checked. */
export const talkFacts = (language: Language, one: TalkSaid): Html => {
  const words = talkWords.in(language)
  const audio = (label: string, id: string | undefined) => (id === undefined ? '' : fact(label, id))
  const inKhmer = (label: string, text: string) =>
    html`<div>
      <dt>${label}</dt>
      <dd lang="km">${text}</dd>
    </div>`
  return html`<dl class="facts">
    ${fact(words.topic, words[`topic_${one.topic}`])} ${fact(words.ages, agesSaid(language, one))}
    ${inKhmer(words.nameKm, one.nameKm)} ${inKhmer(words.shortKm, one.shortKm)}
    ${inKhmer(words.textKm, one.textKm)} ${fact(words.nameEn, one.nameEn)}
    ${fact(words.shortEn, one.shortEn)} ${fact(words.textEn, one.textEn)}
    ${audio(words.audioKm, one.audioKm)} ${audio(words.audioEn, one.audioEn)}
    ${fact(agencyStaffWords.in(language).source, sourceSaid(language, one))}
  </dl>`
}

/** A count of this half-year, with what it was of. */
export type CountLine = {
  readonly countId: string
  readonly talk: string
  readonly where: string
  readonly people: number
}

type StaffTalks = {
  readonly talks: readonly TalkListed[]
  readonly counts: readonly CountLine[]
  readonly releases: readonly ReachedRelease[]
  readonly by: string
  readonly done: string | undefined
  readonly networkId: string
}

const countRows = (language: Language, counts: readonly CountLine[]): Html => {
  const words = talkWords.in(language)
  return html`<section class="desk-part">
    <h2>${words.countsHeading}</h2>
    ${counts.length === 0 ? html`<p>${words.countsNone}</p>` : ''}
    <ul class="kept">
      ${counts.map(
        ({ countId, talk, where, people }) =>
          html`<li>
            <p><b>${words.people(String(people))}</b>, <bdi>${talk}</bdi>, ${where}</p>
            <p class="button-row">
              <a class="button" href="${trainingPath.staffTalks}/counts/${countId}/strike"
                >${words.strike}</a
              >
            </p>
          </li>`,
      )}
    </ul>
  </section>`
}

/** The library for the staff, with what was counted and not told yet. */
export const staffTalksPage = (frame: PageFrame, shown: StaffTalks): Html => {
  const { language } = frame
  const { talks, counts, releases, by, done, networkId } = shown
  const words = talkWords.in(language)
  const at = trainingPath.staffTalks
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('voice', words.staffHeading, done)}
      <p>${words.staffLead}</p>
      <div class="buttons">
        <a class="button" href="${at}/count">${words.toCount}</a>
        <a class="button" href="${at}/propose">${words.toPropose}</a>
        <a class="button" href="${trainingPath.talks(networkId)}">${words.toPublic}</a>
      </div>
      <section class="desk-part">
        <h2>${words.listHeading}</h2>
        <ul class="kept">
          ${talks.map(
            (one) =>
              html`<li>
                ${talkLine(language, one)} ${historyOf(language, one, by)}
                <details class="fold">
                  <summary>${words.readAloud}</summary>
                  ${talkPart(language, one)}
                </details>
                ${keptWays(language, one, { at: `${at}/${one.talkId}`, by })}
              </li>`,
          )}
        </ul>
      </section>
      ${countRows(language, counts)} ${reachedPart(language, releases)}
    </div>`,
  })
}
