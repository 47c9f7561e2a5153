import { html } from 'hono/html'
import type { ActivityRow } from '#domain/ports.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { logWords } from '#src/words/words.ts'

/** One line of the log, in words already. */
export type LogLine = {
  readonly when: string
  readonly who: string
  readonly what: string
  readonly subject: string
  /** Where what it is about can be read. */
  readonly href?: string | undefined
  readonly device: string
  readonly outcome: ActivityRow['outcome']
}

type LogPart = {
  readonly lines: readonly LogLine[]
  /** Addresses of the older part and, where this is not it, of the newest. */
  readonly older?: string | undefined
  readonly newest?: string | undefined
}

/** The log of a fund, a part at a time, backwards. */
export const logPage = (frame: PageFrame, { lines, older, newest }: LogPart): Html => {
  const words = logWords.in(frame.language)
  const link = (href: string | undefined, label: string): Html | string =>
    href === undefined ? '' : html`<a class="button" href="${href}">${label}</a>`
  const rows = lines.map(
    ({ when, who, what, subject, href, device, outcome }) =>
      html`<li class="${outcome === 'refused' ? 'refused' : ''}">
        <p class="quiet">${when}</p>
        <p>
          <strong class="mark">${words[outcome]}</strong>
          <strong>${what}</strong
          >${subject === '' ? '' : html`: ${href === undefined ? subject : html`<a href="${href}">${subject}</a>`}`}
        </p>
        <p>${who} · ${words.device} <bdi>${device}</bdi></p>
      </li>`,
  )
  return layout({
    ...frame,
    content: html`<h1>${words.heading}</h1>
      <p>${words.lead}</p>
      ${
        lines.length === 0
          ? html`<p>${words.empty}</p>`
          : html`<ol class="log">
              ${rows}
            </ol>`
      }
      <div class="buttons">${link(newest, words.newest)} ${link(older, words.older)}</div>`,
  })
}
