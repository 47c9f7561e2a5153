import { html } from 'hono/html'
import { costPath } from '#src/pages/cost/page.ts'
import { glossaryPath } from '#src/pages/glossary.ts'
import { blocksOf, helpPath, sectionOf } from '#src/pages/help/guide-parts.ts'
import { type GuideName, guideNames } from '#src/pages/help/guides.ts'
import type { Guide } from '#src/pages/help/markdown.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { type Way, waysList } from '#src/pages/ways-list.ts'
import type { Language } from '#src/words/catalogue.ts'
import { costWords, glossaryWords, helpWords } from '#src/words/words.ts'

/** A guide in the language that it is read in. */
export type ReadGuide = {
  readonly name: GuideName
  readonly language: Language
  readonly guide: Guide
}

/** A place in a guide where something stands that was looked for. */
export type Found = {
  readonly guide: GuideName
  readonly section: string
  readonly title: string
  readonly begins: string
  readonly language: Language
}

/** What was looked for: the words as they were typed, and where they stand. */
export type Search = { readonly typed: string; readonly found: readonly Found[] }

const searchForm = ({ language }: PageFrame, search: Search | undefined): Html => {
  const words = helpWords.in(language)
  return html`<form class="look-up" method="get" action="${helpPath.all}">
    <div class="field">
      <label for="q">${words.search}</label>
      <input id="q" name="q" value="${search?.typed ?? ''}" maxlength="60" autocomplete="off" />
    </div>
    <input type="hidden" name="lang" value="${language}" />
    <p class="buttons"><button class="button main">${words.show}</button></p>
  </form>`
}

const foundPart = ({ language }: PageFrame, { found }: Search): Html => {
  const words = helpWords.in(language)
  return html`<p role="status">
      ${found.length === 0 ? words.nothingFound : words.found(found.length)}
    </p>
    <ul class="help-found">
      ${found.map(
        (one) =>
          html`<li lang="${one.language}">
            <a href="${helpPath.guide(one.guide, one.section)}">
              <b>${one.title}</b>
              <span class="quiet" lang="${language}">${words[`guide_${one.guide}`]}</span>
              <span>${one.begins}</span>
            </a>
          </li>`,
      )}
    </ul>`
}

/** Where all guides stand, with what was looked for in them. */
export const helpPage = (frame: PageFrame, search: Search | undefined): Html => {
  const { language } = frame
  const words = helpWords.in(language)
  const guides: readonly Way[] = guideNames.map((name) => ({
    href: helpPath.guide(name),
    name: words[`guide_${name}`],
  }))
  const more: readonly Way[] = [
    { href: glossaryPath, name: glossaryWords.in(language).heading },
    { href: costPath, name: costWords.in(language).heading },
  ]
  return layout({
    ...frame,
    isLeftAtOnce: true,
    content: html`<h1>${words.heading}</h1>
      ${searchForm(frame, search)} ${search === undefined ? '' : foundPart(frame, search)}
      <div class="ways-lists">
        ${waysList({ heading: words.guides, ways: guides })}
        ${waysList({ heading: words.more, ways: more })}
      </div>`,
  })
}

/** The section that is printed on one sheet, and stands in no guide beside the others. */
export const cardSection = 'card'

const notInYours = (frame: PageFrame, { language }: ReadGuide): Html | string =>
  language === frame.language ? '' : html`<p>${helpWords.in(frame.language).englishOnly}</p>`

/** One guide: what to press first, then the sections. */
export const guidePage = (frame: PageFrame, read: ReadGuide): Html => {
  const words = helpWords.in(frame.language)
  const { guide, language, name } = read
  const sections = guide.sections.filter(({ id }) => id !== cardSection)
  return layout({
    ...frame,
    isLeftAtOnce: true,
    content: html`${notInYours(frame, read)}
      <article class="guide" lang="${language}">
        <h1>${guide.title}</h1>
        ${blocksOf(language, guide.lead)}
        <ul class="ways-list screen-only">
          ${sections.map(
            ({ id, title }) =>
              html`<li>
                <a href="#${id}"><span>${title}</span></a>
              </li>`,
          )}
        </ul>
        ${sections.map((section) => sectionOf(language, section))}
      </article>
      <p class="button-row screen-only">
        <a class="button" href="${helpPath.card(name)}">${words.toCard}</a>
        <a class="button" href="${helpPath.all}">${words.toAll}</a>
      </p>`,
  })
}

/** The card of a guide, for one sheet of paper. */
export const cardPage = (frame: PageFrame, read: ReadGuide): Html => {
  const { guide, language } = read
  const card = guide.sections.find(({ id }) => id === cardSection)
  return layout({
    ...frame,
    isLeftAtOnce: true,
    content: html`${notInYours(frame, read)}
      <article class="guide one-page" lang="${language}">
        <h1>${guide.title}: ${card?.title}</h1>
        ${blocksOf(language, card?.blocks ?? [])}
      </article>`,
  })
}
