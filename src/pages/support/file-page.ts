import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { SupportFile } from '#domain/grants/files.ts'
import { type Support, isAwarded, stageOf } from '#domain/grants/support.ts'
import type { Field } from '#src/desk/fields.ts'
import { fact, heading } from '#src/pages/desk/parts.ts'
import { fieldShown } from '#src/pages/desk/shown-fields.ts'
import { faultBox, hidden } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { bookLineFields, outcomeField } from '#src/pages/support/file-fields.ts'
import { sumInCell, sumShown, sumText, tableOf, supportWordsAt } from '#src/pages/support/parts.ts'
import { supportSureWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

/** What a file's page is made from. */
export type FileShown = {
  readonly file: SupportFile
  readonly support: Support
  readonly card: string | undefined
  /** By which agency somebody leaves; empty where by none. */
  readonly agencyName: string
  readonly currency: Currency
  readonly today: LocalDate
  /** Where its forms are sent. */
  readonly action: string
  /** Made with the page, so that one form is counted once however often it is sent. */
  readonly id: string
  /** Whether whoever looks is the one who checks it. */
  readonly isChecker: boolean
  /** Where two officers may help at once. */
  readonly mayAtOnce: boolean
  /** Where nothing is to come of it any more, and both may erase what is shown here. */
  readonly mayErase: boolean
  readonly fault?: string | undefined
}

const button = (
  { action, id }: FileShown,
  act: string,
  label: string,
  more: Html | string = '',
): Html =>
  html`<form class="entry choose" method="post" action="${action}">
    ${hidden('id', id)} ${hidden('act', act)} ${more}
    <button class="button">${label}</button>
  </form>`

const empty = ({ language }: PageFrame, fields: readonly Field[]): Html =>
  html`${fields.map((field) => fieldShown(language, field, { value: '', fault: undefined }))}`

const conditionsPart = (frame: PageFrame, shown: FileShown): Html => {
  const words = supportWordsAt(frame)
  const { file, support } = shown
  const day = (on: LocalDate): string => dateInWords(on, frame.language)
  const isAllMet = file.conditions.every(({ metOn }) => metOn !== undefined)
  return html`<section class="desk-part">
    <h2>${words.conditions}</h2>
    <ul>
      ${file.conditions.map(
        ({ what, metOn }) =>
          html`<li>
            <b>${words[`condition_${what}`]}</b>
            ${
              metOn === undefined
                ? button(shown, 'met', words.met, hidden('what', what))
                : html`<span>${words.metOn(day(metOn))}</span>`
            }
          </li>`,
      )}
    </ul>
    ${
      isAwarded(support) && isAllMet && support.conditionsMetOn === undefined
        ? button(shown, 'conditions-met', words.allMet)
        : ''
    }
  </section>`
}

const followUpsPart = (frame: PageFrame, shown: FileShown): Html | string => {
  const words = supportWordsAt(frame)
  const { file, today } = shown
  if (file.followUps.length === 0) return ''
  return html`<section class="desk-part">
    <h2>${words.followUps}</h2>
    ${file.followUps.map(({ months, dueOn, outcome }) => {
      const name = words.followUp(months, dateInWords(dueOn, frame.language))
      const answer = outcome === undefined ? '' : words[`outcome_${outcome}`]
      const choices = html`${hidden('months', String(months))}
      ${empty(frame, [outcomeField(frame.language)])}`
      return html`<section>
        <h3>${name}</h3>
        ${answer === '' ? '' : html`<p><b>${answer}</b></p>`}
        ${answer === '' && dueOn < today ? html`<p class="mended">${words.missed}</p>` : ''}
        ${answer === '' && dueOn <= today ? button(shown, 'followed-up', words.write, choices) : ''}
      </section>`
    })}
  </section>`
}

/** The simple book of an enterprise: what came in, what went out, and what is left. */
export const bookPart = (
  frame: PageFrame,
  shown: Pick<FileShown, 'file' | 'currency'> & Partial<FileShown>,
): Html | string => {
  const words = supportWordsAt(frame)
  const { file, currency } = shown
  if (file.kind !== 'reintegration') return ''
  const profit = file.book.reduce(
    (all, { direction, amount }) => all + (direction === 'in' ? amount : -amount),
    0,
  )
  return html`<section class="desk-part">
    <h2>${words.book}</h2>
    <p>${words.bookMeaning}</p>
    <dl class="facts">
      ${fact(words.profit, html`<b class="figure">${sumText(profit, currency)}</b>`)}
    </dl>
    ${
      file.book.length === 0
        ? ''
        : tableOf(
            frame,
            [words.year, words.bookIn, words.bookOut, words.what],
            file.book.map(({ on, direction, amount, what }) => [
              dateInWords(on, frame.language),
              direction === 'in' ? sumInCell(amount, currency) : '',
              direction === 'out' ? sumInCell(amount, currency) : '',
              html`<bdi>${what}</bdi>`,
            ]),
            currency,
          )
    }
    ${
      'action' in shown
        ? button(
            shown as FileShown,
            'line',
            words.write,
            empty(frame, bookLineFields(frame.language, currency)),
          )
        : ''
    }
  </section>`
}

const stepsPart = (frame: PageFrame, shown: FileShown): Html => {
  const words = supportWordsAt(frame)
  const sure = supportSureWords.in(frame.language)
  const { support, isChecker, mayAtOnce, mayErase, file } = shown
  const isOver = support.state === 'closed' || support.state === 'turned-down'
  return html`<section class="desk-part">
    ${
      support.state === 'asked' && isChecker
        ? html`${button(shown, 'turned-down', words.turnDown)}
          ${button(shown, 'checked', words.check)}`
        : ''
    }
    ${
      mayAtOnce
        ? html`<h2>${words.atOnce}</h2>
            <p>${words.atOnceMeaning}</p>
            ${button(shown, 'at-once', words.atOnce)}`
        : ''
    }
    ${
      isOver
        ? ''
        : html`<p>${words.closeMeaning}</p>
            ${button(shown, 'closed', words.close)}`
    }
    ${
      file.stoppedOn === undefined && file.kind === 'reintegration'
        ? button(shown, 'stopped', words.stop)
        : ''
    }
    ${
      file.kind === 'reintegration'
        ? html`<h2>${sure.loanHeading}</h2>
            <p>${sure.loanBeside}</p>`
        : ''
    }
    ${mayErase ? button(shown, 'erase', sure.erase) : ''}
  </section>`
}

/** What a grant is for, to one of the two who know it. */
export const filePage = (frame: PageFrame, shown: FileShown): Html => {
  const words = supportWordsAt(frame)
  const { file, support, card, currency, fault } = shown
  const given = [words[`way_${file.way}`], file.supplier].filter((one) => one !== '').join(': ')
  const said = (name: string, text: string): Html | string =>
    text === '' ? '' : fact(name, html`<bdi>${text}</bdi>`)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('person', words.fileHeading(file.code))} ${faultBox(fault)}
      <p class="quiet">${words.fileLead}</p>
      <dl class="facts">
        ${fact(words.amount, html`<b class="figure">${sumShown(support.amount, currency)}</b>`)}
        ${fact(words.kind, words[`kind_${file.kind}`])} ${said(words.member, card ?? '')}
        ${fact(words.way, html`<bdi>${given}</bdi>`)} ${said(words.reason, file.reason)}
        ${said(words.agency, shown.agencyName)} ${said(words.mentor, file.mentor)}
        ${fact(words.stands, words[`state_${stageOf(support)}`])}
      </dl>
      ${
        file.stoppedOn === undefined
          ? ''
          : html`<p><b>${words.stopped(dateInWords(file.stoppedOn, frame.language))}</b></p>`
      }
      ${stepsPart(frame, shown)} ${conditionsPart(frame, shown)} ${followUpsPart(frame, shown)}
      ${bookPart(frame, shown)}
    </div>`,
  })
}
