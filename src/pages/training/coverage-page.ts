import { html } from 'hono/html'
import {
  type CoverNow,
  type DistrictCover,
  isUncovered,
} from '#domain/network/training/coverage.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter } from '#src/pages/network/parts.ts'
import { placeSaid, provinceIn } from '#src/pages/network/place-said.ts'
import type { Picture } from '#src/desk/pictures.ts'
import { picture } from '#src/pages/pictures.ts'
import { trainingPath } from '#src/pages/training/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { courseWords } from '#src/words/training-words.ts'

const pictures: Readonly<Record<CoverNow, Picture>> = {
  team: 'on-time',
  visits: 'person',
  none: 'stop',
  'not-known': 'warning',
}

const districtName = (language: Language, code: string): string => {
  const words = courseWords.in(language)
  const province = provinceIn(code, language)
  const placed = placeSaid(code, language)
  if (placed !== undefined) return placed
  return province === undefined ? words.unknownDistrict(code) : words.district(province, code)
}

const villagePart = (
  language: Language,
  { fundId, name, cover }: DistrictCover['villages'][number],
): Html => {
  const words = courseWords.in(language)
  const tone = cover === 'team' ? 'current' : isUncovered(cover) ? 'withdrawn' : 'waiting'
  return html`<li>
    <p>
      <b><bdi>${name}</bdi></b>
      <span class="state is-${tone}"
        >${picture(pictures[cover])} <span>${words[`cover_${cover}`]}</span></span
      >
    </p>
    <p class="button-row">
      <a class="button" href="${trainingPath.coverage}/${fundId}">${words.coverSay}</a>
    </p>
  </li>`
}

type CoverageShown = {
  readonly districts: readonly DistrictCover[]
  readonly district: string | undefined
  readonly done: string | undefined
}

/** Villages by district as tiles, those first that have none; under them the villages of the one that was pressed. */
export const coveragePage = (
  frame: PageFrame,
  { districts, district, done }: CoverageShown,
): Html => {
  const { language } = frame
  const words = courseWords.in(language)
  const shown = districts.find(({ code }) => code === district) ?? districts[0]
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('house', words.coverHeading, done)}
      <p>${words.coverLead}</p>
      ${districts.length === 0 ? html`<p>${words.coverNone}</p>` : ''}
      <ul class="tiles">
        ${districts.map(
          ({ code, villages, uncovered }) =>
            html`<li>
              <a
                href="${trainingPath.coverage}?d=${code}"
                ${code === shown?.code ? html`aria-current="true"` : ''}
                ><span
                  >${districtName(language, code)}<small
                    >${words.coverCount(uncovered, villages.length)}</small
                  ></span
                >
                <b>${uncovered}</b></a
              >
            </li>`,
        )}
      </ul>
      ${
        shown === undefined
          ? ''
          : html`<section class="desk-part">
              <h2>${districtName(language, shown.code)}</h2>
              <ul class="kept">
                ${shown.villages.map((one) => villagePart(language, one))}
              </ul>
            </section>`
      }
    </div>`,
  })
}
