import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { olderPrice } from '#domain/loans/older-price.ts'
import { type Beyond, beyondOf, convertedOn, rateOn } from '#domain/loans/beyond.ts'
import { stillHeld } from '#domain/loans/held.ts'
import { type Loan, carriedIn, paidOutOn } from '#domain/loans/loan.ts'
import { figureFact, mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { table } from '#src/pages/table.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { securityNamed } from '#src/words/older-task-words.ts'
import type { OlderWords } from '#src/words/en/older.ts'
import { olderWords } from '#src/words/report-words.ts'

type Part = {
  readonly loan: Loan
  readonly asOf: LocalDate
  readonly language: Language
  readonly words: OlderWords
}

const sum = ({ loan }: Part, amount: number): string =>
  moneyInFigures({ amount, currency: loan.terms.currency })

const percent = (rate: string): string => `${rate} %`

/** How the older book charged, and what the fund asks instead. */
const termsPart = (part: Part): Html | string => {
  const { loan, asOf, words } = part
  const { asWritten } = loan.terms
  if (!asWritten) return ''
  const { method, rateMonthlyPercent: rate, fee = 0, interestPaidBefore = 0 } = asWritten
  const { oldInterest } = carriedIn(loan)
  const price = olderPrice(loan)
  return html`<details class="fold wide-open">
    <summary>${words.heading}</summary>
    <dl class="figures">
      ${method === undefined ? '' : figureFact(words.method, words[`method_${method}`])}
      ${rate === undefined ? '' : figureFact(words.writtenRate, percent(rate))}
      ${price && method === 'flat' ? figureFact(words.equivalent, percent(price.monthly)) : ''}
      ${price ? figureFact(words.yearly, percent(price.yearly)) : ''}
      ${price?.effective ? figureFact(words.effective, percent(price.effective)) : ''}
      ${fee > 0 ? figureFact(words.fee, sum(part, fee)) : ''}
      ${interestPaidBefore > 0 ? figureFact(words.interestBefore, sum(part, interestPaidBefore)) : ''}
      ${oldInterest > 0 ? figureFact(words.oldInterest, sum(part, oldInterest)) : ''}
      ${figureFact(words.demandedRate, percent(rateOn(loan, asOf)))}
    </dl>
  </details>`
}

const rowsPart = (part: Part, { rows }: Beyond): Html | string => {
  const { words, language } = part
  if (rows.length === 0) return ''
  return html`<details class="fold">
    <summary>${words.rowsBehind}</summary>
    ${table({
      rows,
      columns: [
        { heading: words.day, of: ({ on }) => dateInWords(on, language) },
        { heading: words.olderAsks, of: ({ asked }) => sum(part, asked) },
        { heading: words.fundCounts, of: ({ counted }) => sum(part, counted) },
      ],
    })}
  </details>`
}

const convertedPart = ({ loan, asOf, language, words }: Part): Html | string => {
  const on = convertedOn(loan)
  return on === undefined || on > asOf
    ? ''
    : html`<p>${mark('good', words.convertedOn(dateInWords(on, language)))}</p>`
}

/** What the older terms would ask beyond the fund's: apart, with its rows, and asked of nobody. */
const beyondPart = (part: Part): Html | string => {
  const { loan, asOf, words } = part
  const beyond = beyondOf(loan, asOf)
  if (!beyond) return ''
  const { asked, counted, paid, open, beyondHalf } = beyond
  if (asked === 0 && beyondHalf === 0) return ''
  return html`<section class="apart">
    <h2>${words.notDemanded}</h2>
    ${
      open === 0
        ? ''
        : html`<p class="large">${sum(part, open)}</p>
            <p>${words.notDemandedMeaning}</p>`
    }
    ${convertedPart(part)}
    <dl class="figures">
      ${asked === 0 ? '' : figureFact(words.olderAsks, sum(part, asked))}
      ${asked === 0 ? '' : figureFact(words.fundCounts, sum(part, counted))}
      ${asked === 0 ? '' : figureFact(words.interestPaid, sum(part, paid))}
      ${
        beyondHalf === 0
          ? ''
          : figureFact(
              words.beyondHalf,
              sum(part, beyondHalf),
              html`<span class="quiet">${words.beyondHalfMeaning}</span>`,
            )
      }
    </dl>
    ${rowsPart(part, beyond)}
  </section>`
}

/** Papers that are held for the loan, and those that came back. */
const heldPart = ({ loan, asOf, language, words }: Part): Html | string => {
  const held = stillHeld(loan, asOf)
  const back = (loan.returns ?? []).filter(({ on }) => on <= asOf)
  if (held.length === 0 && back.length === 0) return ''
  const since = dateInWords(paidOutOn(loan), language)
  return html`<section>
    <h2>${words.held}</h2>
    <ul class="papers">
      ${held.map(
        (one) =>
          html`<li>
            <b>${securityNamed(one, language)}</b> ${mark('bad', words.heldSince(since))}
          </li>`,
      )}
      ${back.map(
        ({ security, on }) =>
          html`<li>
            <b>${securityNamed(security, language)}</b>
            ${mark('good', words.backOn(dateInWords(on, language)))}
          </li>`,
      )}
    </ul>
  </section>`
}

/** What a loan's page tells of the book it came from; nothing for one of the fund's own. */
export const olderParts = (
  loan: Loan,
  { asOf, language }: Pick<Part, 'asOf' | 'language'>,
): Html => {
  const part = { loan, asOf, language, words: olderWords.in(language) }
  return html`${termsPart(part)} ${beyondPart(part)} ${heldPart(part)}`
}
