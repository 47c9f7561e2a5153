import { html } from 'hono/html'
import type { ActivityRow } from '#domain/ports.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { logWords } from '#src/words/words.ts'
import { takeAlongPart } from '#src/pages/proof/take-along.ts'

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
  readonly fundId: string
  readonly lines: readonly LogLine[]
  /** Addresses of the older part and, where this is not it, of the newest. */
  readonly older?: string | undefined
  readonly newest?: string | undefined
}

/** Lines of one person from one device. */
type Hand = readonly LogLine[]

const handOf = ({ who, device }: LogLine): string => `${who}\n${device}`

/** What was done, tried or refused, in its order: one person's lines that follow each other stand together. */
const inOrder = (lines: readonly LogLine[]): readonly Hand[] => {
  const hands: LogLine[][] = []
  for (const line of lines) {
    const last = hands.at(-1)
    if (last && handOf(last[0]!) === handOf(line)) last.push(line)
    else hands.push([line])
  }
  return hands
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

const handPart = (frame: PageFrame, hand: Hand, some: readonly (readonly LogLine[])[]): Html => {
  const { who, device } = hand[0]!
  return html`<p class="quiet">
      ${who} · ${logWords.in(frame.language).device} <bdi>${device}</bdi>
    </p>
    <ol class="log">
      ${some.map((same) => linePart(frame, same))}
    </ol>`
}

const dayPart = (frame: PageFrame, lines: readonly LogLine[]): Html => {
  const looks = lines.filter(({ outcome }) => outcome === 'read')
  const acts = lines.filter(({ outcome }) => outcome !== 'read')
  const hands = [...Map.groupBy(looks, handOf).values()]
  return html`<section class="log-day">
    <h2>${lines[0]!.day}</h2>
    ${inOrder(acts).map((hand) =>
      handPart(
        frame,
        hand,
        hand.map((line) => [line]),
      ),
    )}
    ${
      looks.length === 0
        ? ''
        : html`<details class="fold">
            <summary>${logWords.in(frame.language).looked(String(looks.length))}</summary>
            ${hands.map((hand) => handPart(frame, hand, alike(hand)))}
          </details>`
    }
  </section>`
}

/** The log of a fund, a part at a time, backwards: day by day, what was only looked at folded away. */
export const logPage = (frame: PageFrame, { fundId, lines, older, newest }: LogPart): Html => {
  const words = logWords.in(frame.language)
  const link = (href: string | undefined, label: string): Html | string =>
    href === undefined ? '' : html`<a class="button" href="${href}">${label}</a>`
  const days = [...Map.groupBy(lines, ({ day }) => day).values()].map((some) =>
    dayPart(frame, some),
  )
  return layout({
    ...frame,
    content: html`<h1>${words.heading}</h1>
      <p>${words.lead}</p>
      ${lines.length === 0 ? html`<p>${words.empty}</p>` : days}
      <div class="buttons">${link(newest, words.newest)} ${link(older, words.older)}</div>
      ${takeAlongPart({ ...frame, fundId }, { list: 'entries' })}`,
  })
}
