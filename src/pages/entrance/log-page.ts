import { html } from 'hono/html'
import type { ActivityRow } from '#domain/ports.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { logWords } from '#src/words/words.ts'

/** One line of the log, in words already. */
export type LogLine = {
  readonly day: string
  readonly time: string
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

/** What one person did from one device one after the other: done, tried and refused as lines, looks together. */
type Run = { readonly key: string; readonly lines: LogLine[] }

const runKey = ({ who, device, outcome }: LogLine): string =>
  `${outcome === 'read' ? 'looks' : 'acts'}\n${who}\n${device}`

const runsOf = (lines: readonly LogLine[]): readonly Run[] => {
  const runs: Run[] = []
  for (const line of lines) {
    const key = runKey(line)
    if (runs.at(-1)?.key === key) runs.at(-1)!.lines.push(line)
    else runs.push({ key, lines: [line] })
  }
  return runs
}

/** Lines that say the same of the same are one, with their number; their time is that of the newest. */
const alike = (lines: readonly LogLine[]): readonly (readonly LogLine[])[] => [
  ...Map.groupBy(lines, ({ outcome, what, subject, href }) =>
    [outcome, what, subject, href].join('\n'),
  ).values(),
]

const whatPart = ({ what, subject, href }: LogLine): Html =>
  html`<strong>${what}</strong
    >${subject === '' ? '' : html`: ${href === undefined ? subject : html`<a href="${href}">${subject}</a>`}`}`

const linePart = ({ language }: PageFrame, same: readonly LogLine[]): Html => {
  const words = logWords.in(language)
  const [line] = same
  const { outcome, time } = line!
  return html`<li class="${outcome === 'refused' ? 'refused' : ''}">
    <span class="quiet">${time}</span>
    <span>
      ${outcome === 'read' ? '' : html`<strong class="mark">${words[outcome]}</strong>`}
      ${whatPart(line!)} ${same.length > 1 ? words.times(String(same.length)) : ''}
    </span>
  </li>`
}

const runPart = (frame: PageFrame, { lines }: Run): Html => {
  const words = logWords.in(frame.language)
  const { who, device, outcome } = lines[0]!
  const whose = html`${who} · ${words.device} <bdi>${device}</bdi>`
  const list = (some: readonly (readonly LogLine[])[]): Html =>
    html`<ol class="log">
      ${some.map((same) => linePart(frame, same))}
    </ol>`
  if (outcome !== 'read')
    return html`<p class="quiet">${whose}</p>
      ${list(lines.map((line) => [line]))}`
  return html`<details class="fold">
    <summary>
      <span><strong>${words.looked(String(lines.length))}</strong> · ${whose}</span>
    </summary>
    ${list(alike(lines))}
  </details>`
}

/** The log of a fund, a part at a time, backwards: day by day, what was only looked at folded away. */
export const logPage = (frame: PageFrame, { lines, older, newest }: LogPart): Html => {
  const words = logWords.in(frame.language)
  const link = (href: string | undefined, label: string): Html | string =>
    href === undefined ? '' : html`<a class="button" href="${href}">${label}</a>`
  const days = [...Map.groupBy(lines, ({ day }) => day)].map(
    ([day, some]) =>
      html`<section class="log-day">
        <h2>${day}</h2>
        ${runsOf(some).map((run) => runPart(frame, run))}
      </section>`,
  )
  return layout({
    ...frame,
    content: html`<h1>${words.heading}</h1>
      <p>${words.lead}</p>
      ${lines.length === 0 ? html`<p>${words.empty}</p>` : days}
      <div class="buttons">${link(newest, words.newest)} ${link(older, words.older)}</div>`,
  })
}
