import { html } from 'hono/html'
import {
  type GuideName,
  fileOf,
  guideNames,
  guidesPath,
  pictureSize,
} from '#src/pages/help/guides.ts'
import type { Block, Section } from '#src/pages/help/markdown.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'

export const helpPath = {
  all: '/help',
  guide: (name: GuideName, section?: string): string =>
    `/help/${name}${section === undefined ? '' : `#${section}`}`,
  card: (name: GuideName): string => `/help/${name}/card`,
}

/** What a line is made of: code, bold, a link, or what stands between. */
const pieces = /(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/

/** Another guide is a link; a paper that lies beside the program is told by its name, since it is not served. */
const linkOf = (text: string, to: string): Html => {
  const [, name, section] = /^([a-z-]+)\.md(?:#([a-z-]+))?$/.exec(to) ?? []
  const guide = guideNames.find((one) => one === name)
  if (guide !== undefined) return html`<a href="${helpPath.guide(guide, section)}">${text}</a>`
  if (to.startsWith('../')) return html`${text} (<code>docs/${to.slice(3)}</code>)`
  return html`${text}`
}

const pieceOf = (piece: string): Html => {
  if (piece.startsWith('`')) return html`<code>${piece.slice(1, -1)}</code>`
  if (piece.startsWith('**')) return html`<b>${piece.slice(2, -2)}</b>`
  const [, text, to] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(piece) ?? []
  return text === undefined || to === undefined ? html`${piece}` : linkOf(text, to)
}

/** A line of a guide with its signs. */
export const signedLine = (text: string): Html => html`${text.split(pieces).map(pieceOf)}`

const cell =
  (tag: 'th' | 'td') =>
  (text: string): Html =>
    tag === 'th'
      ? html`<th scope="col">${signedLine(text)}</th>`
      : html`<td>${signedLine(text)}</td>`

/** A block as markup; its pictures are those of the language. */
const blockOf =
  (language: Language) =>
  (block: Block): Html => {
    switch (block.kind) {
      case 'text':
        return html`<p>${signedLine(block.text)}</p>`
      case 'heading':
        return html`<h3>${signedLine(block.text)}</h3>`
      case 'code':
        return html`<pre tabindex="0"><code>${block.text}</code></pre>`
      case 'picture': {
        const [name = ''] = block.name.split('.')
        const src = `${guidesPath}/pictures/${fileOf(name, language, 'png')}`
        const { width, height } = pictureSize
        return html`<figure>
          <img
            src="${src}"
            alt="${block.says}"
            width="${width}"
            height="${height}"
            loading="lazy"
          />
        </figure>`
      }
      case 'list': {
        const items = block.items.map((item) => html`<li>${signedLine(item)}</li>`)
        return block.from === undefined
          ? html`<ul>
              ${items}
            </ul>`
          : html`<ol start="${block.from}">
                ${items}
              </ol>`
            ? html`<ol>
                ${items}
              </ol>`
            : html`<ul>
                ${items}
              </ul>`
      }
      case 'table':
        return html`<div class="scroll" tabindex="0">
          <table>
            <thead>
              <tr>
                ${block.head.map(cell('th'))}
              </tr>
            </thead>
            <tbody>
              ${block.rows.map(
                (row) =>
                  html`<tr>
                    ${row.map(cell('td'))}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>`
    }
  }

export const blocksOf = (language: Language, blocks: readonly Block[]): Html =>
  html`${blocks.map(blockOf(language))}`

export const sectionOf = (language: Language, { id, title, blocks }: Section): Html =>
  html`<section id="${id}">
    <h2>${title}</h2>
    ${blocksOf(language, blocks)}
  </section>`
