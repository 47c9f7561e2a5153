import { html } from 'hono/html'
import type { ArrivedPart } from '#src/app/remittances/arrivals.ts'
import type { LineArrival } from '#src/app/remittances/on-the-list.ts'
import { type LineShown, type LinesAbout, lineTop } from '#src/pages/bank/lines.ts'
import { figure } from '#src/pages/desk/parts.ts'
import { hidden } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'

type Arrived = LinesAbout & {
  readonly lines: readonly LineShown[]
  readonly arrivals: ReadonlyMap<number, LineArrival>
  readonly whose: (part: ArrivedPart) => string
  /** What binds a line to the reference in it. */
  readonly bound: (line: LineShown, reference: string) => string
}

type NamedArrival = Extract<LineArrival, { readonly kind: 'named' }>

const partsList = ({ currency, whose }: Arrived, { parts }: NamedArrival): Html =>
  html`<ul>
    ${parts.map(
      (part) => html`<li>${whose(part)}: <b>${figure({ amount: part.amount, currency })}</b></li>`,
    )}
  </ul>`

const lookForm = (
  { at, place, bound }: Arrived,
  line: LineShown,
  { reference }: NamedArrival,
): Html => {
  const words = remittanceWords.in(at.language)
  return html`<form class="entry" method="post" action="${remittancePath.arrival(at.fundId)}">
    ${hidden('place', place)} ${hidden('on', line.on)} ${hidden('amount', String(line.amount))}
    ${hidden('mark', line.mark)} ${hidden('reference', reference)}
    ${hidden('bound', bound(line, reference))} ${hidden('seen', '')}
    <p class="buttons"><button class="button">${words.look(String(line.row))}</button></p>
  </form>`
}

/** Lines that name a reference: those that can be booked, each by itself, and those that nobody can follow. */
export const arrivedParts = (shown: Arrived): Html | string => {
  const { at, lines, arrivals } = shown
  const words = remittanceWords.in(at.language)
  const found = lines.flatMap((line) => {
    const arrival = line.kind === 'unknown' ? arrivals.get(line.row) : undefined
    return arrival ? [{ line, arrival }] : []
  })
  const named = found.flatMap(({ line, arrival }) =>
    arrival.kind === 'named' ? [{ line, arrival }] : [],
  )
  const unclear = found.flatMap(({ line, arrival }) =>
    arrival.kind === 'named' ? [] : [{ line, kind: arrival.kind }],
  )
  return html`${
    named.length === 0
      ? ''
      : html`<section>
          <h2>${words.named(String(named.length))}</h2>
          <p>${words.namedMeaning}</p>
          <ul class="bank-lines sure">
            ${named.map(
              ({ line, arrival }) =>
                html`<li>
                  ${lineTop(shown, line)} ${partsList(shown, arrival)}
                  ${lookForm(shown, line, arrival)}
                </li>`,
            )}
          </ul>
        </section>`
  }
  ${
    unclear.length === 0
      ? ''
      : html`<section>
          <h2>${words.unclear(String(unclear.length))}</h2>
          <ul class="bank-lines doubt">
            ${unclear.map(
              ({ line, kind }) =>
                html`<li>
                  ${lineTop(shown, line)}
                  <p>${words[`kind_${kind}`]}</p>
                </li>`,
            )}
          </ul>
        </section>`
  }`
}
