import { html } from 'hono/html'
import type { RequestView } from '#src/app/lending/loan-view.ts'
import { icon } from '#src/pages/icons.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import {
  type Telling,
  appraisalBody,
  decisionBody,
  disclosureBody,
} from '#src/pages/lending/loan-life.ts'
import { lendingWordsAt } from '#src/pages/lending/parts.ts'
import { dateInWords, dayAndMonth } from '#src/words/locale.ts'
import { gatesWords } from '#src/words/words.ts'

/** What a loan goes through before any money is handed over, and that. */
export const gateNames = ['appraisal', 'disclosure', 'decision', 'payout'] as const
export type GateName = (typeof gateNames)[number]

type At = Telling & { readonly fundId: string }

/** The gate that comes next, with its form where the reader may fill it in. */
export type OpenGate = { readonly name: GateName; readonly content: Html | '' }

type GatesShown = {
  readonly view: RequestView
  readonly open: OpenGate | undefined
  /** The day on which it is read: days of its year are told without it. */
  readonly asOf?: string
  /** Of a loan that was paid out, what the last gate says. */
  readonly paidOut?: string
}

/** What is done: one line with when and who, and the rest in its fold. */
type Done = { readonly line: Html | string; readonly body: Html | '' }

const doneOf = (
  at: At,
  { view, paidOut, asOf = '' }: GatesShown,
): Readonly<Record<GateName, Done | undefined>> => {
  const { appraisal, disclosure, state } = view.request
  const { decided } = view
  const words = lendingWordsAt(at)
  const day = (on: string): string =>
    on.slice(0, 4) === asOf.slice(0, 4)
      ? dayAndMonth(on, at.language)
      : dateInWords(on, at.language)
  const card = view.appraisedBy ?? '?'
  const by = at.isOwn ? '' : (at.nameOf?.(card) ?? card)
  return {
    appraisal: appraisal && {
      line: html`${day(appraisal.on)}${by === '' ? '' : html` · <bdi>${by}</bdi>`}`,
      body: appraisalBody(at, view),
    },
    disclosure: disclosure && { line: day(disclosure.on), body: disclosureBody(at, view) },
    decision:
      decided === undefined || state === 'appealed'
        ? undefined
        : {
            line: html`${mark(decided.outcome === 'approved' ? 'good' : 'bad', words[`outcome_${decided.outcome}`])}
            · ${day(decided.on)}`,
            body: decisionBody(at, view),
          },
    payout: paidOut === undefined ? undefined : { line: paidOut, body: '' },
  }
}

const dot = (shown: Html | string): Html =>
  html`<span class="dot" aria-hidden="true">${shown}</span>`

/** A loan from the request to the money: what is done is a line, what comes next is open, the rest waits. */
export const gatesPart = (at: At, shown: GatesShown): Html => {
  const words = gatesWords.in(at.language)
  const { open } = shown
  const done = doneOf(at, shown)
  const gate = (name: GateName, i: number): Html => {
    const number = String(i + 1)
    if (open?.name === name)
      return html`<li class="now" aria-current="step">
        ${dot(number)}
        <h2>${words[`open_${name}`]}</h2>
        ${open.content}
      </li>`
    const was = done[name]
    if (was === undefined)
      return html`<li>
        ${dot(number)}
        <p><b>${words[`gate_${name}`]}</b> <span class="quiet">${words.comesLater}</span></p>
      </li>`
    const line = html`<b>${words[`gate_${name}`]}</b> <span class="quiet">${was.line}</span>`
    return html`<li class="done">
      ${dot(icon('done'))}
      ${
        was.body === ''
          ? html`<p>${line}</p>`
          : html`<details class="fold">
              <summary><span>${line}</span></summary>
              ${was.body}
            </details>`
      }
    </li>`
  }
  return html`<ol class="gates" aria-label="${words.gates}">
    ${gateNames.map(gate)}
  </ol>`
}
