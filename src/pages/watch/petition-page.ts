import { html, raw } from 'hono/html'
import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import type { Petition } from '#domain/network/watch/petition.ts'
import { answerDays } from '#domain/network/watch/watch.ts'
import { written } from '#src/pages/box/box-pages.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { onPaper, paperSigns } from '#src/pages/papers/paper.ts'
import { kindSaid, officialSaid } from '#src/pages/watch/watch-parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { watchPaperWords, watchReplyWords, watchWords } from '#src/words/watch-words.ts'

/** The data of a petition, in the one way in which it is written. */
export const petitionJson = (petition: Petition): string =>
  `${canonicalJson({ format: 'village-fund/petition/1', ...petition } as unknown as Json)}\n`

const table = (
  label: string,
  heads: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`

const agencyPart = (language: Language, { name, licence }: Petition): Html => {
  const words = watchPaperWords.in(language)
  const number = licence.number === undefined ? '' : words.licenceNumber(licence.number)
  const since = licence.since === undefined ? '' : dateInWords(licence.since, language)
  const said = [words[`licence_${licence.state}`], number, since].filter((one) => one !== '')
  return html`<section>
    <h2>${words.agency}</h2>
    <dl class="facts">
      ${name.km === undefined ? '' : fact(words.nameKm, html`<b lang="km">${name.km}</b>`)}
      ${name.latin === undefined ? '' : fact(words.nameLatin, html`<b lang="en">${name.latin}</b>`)}
      ${fact(words.licence, html`<bdi>${said.join(', ')}</bdi>`)}
    </dl>
  </section>`
}

const stepsPart = (language: Language, { steps }: Petition): Html => {
  const words = watchPaperWords.in(language)
  return html`<section>
    <h2>${words.steps}</h2>
    ${table(
      words.steps,
      [words.step, words.day, words.rests, words.households],
      steps.map(({ step, on, rests, households }) => [
        watchWords.in(language)[`step_${step}`],
        dateInWords(on, language),
        rests.join(', '),
        String(households),
      ]),
    )}
  </section>`
}

const indexPart = (language: Language, { reports }: Petition): Html => {
  const words = watchPaperWords.in(language)
  return html`<section>
    <h2>${words.index}</h2>
    ${table(
      words.index,
      [words.number, words.upheldOn, words.month, words.what, words.basis],
      reports.map((report, i) => [
        String(i + 1),
        dateInWords(report.upheldOn, language),
        report.month,
        html`${kindSaid(language, report)}
        ${report.official ? officialSaid(language, report.official) : ''}`,
        words[`basis_${report.basis}`],
      ]),
    )}
  </section>`
}

const dutiesPart = (language: Language, { duties }: Petition): Html => {
  const words = watchPaperWords.in(language)
  return html`<section>
    <h2>${words.duties}</h2>
    ${table(
      words.duties,
      [words.what, words.law, words.times],
      duties.map(({ duty, basis, times }) => [
        watchWords.in(language)[`duty_${duty}`],
        words[`law_${basis}`],
        String(times),
      ]),
    )}
  </section>`
}

const evidencePart = (language: Language, { reports }: Petition): Html => {
  const words = watchPaperWords.in(language)
  const all = reports.flatMap(({ evidence }, i) =>
    evidence.map((digest) => [String(i + 1), html`<code class="digest">${digest}</code>`]),
  )
  return html`<section>
    <h2>${words.evidence}</h2>
    ${
      all.length === 0
        ? html`<p>${words.evidenceNone}</p>`
        : html`<p>${words.evidenceLead}</p>
            ${table(words.evidence, [words.number, 'SHA-256'], all)}`
    }
  </section>`
}

const lettersPart = (language: Language, { letters }: Petition): Html => {
  const words = watchPaperWords.in(language)
  const said = watchWords.in(language)
  const replied = watchReplyWords.in(language)
  return html`<section>
    <h2>${words.letters}</h2>
    ${
      letters.length === 0
        ? html`<p>${words.lettersNone}</p>`
        : table(
            words.letters,
            [replied.letterTo, words.sentOn, words.answer],
            letters.map(({ to, on, dueOn, answer }) => [
              said[`to_${to}`],
              dateInWords(on, language),
              answer
                ? `${replied[`says_${answer.says}`]}, ${dateInWords(answer.on, language)}`
                : words.noAnswer(dateInWords(dueOn, language)),
            ]),
          )
    }
  </section>`
}

/** What the agency said in its own words; of words that were erased since a line that says so. */
const repliesPart = (language: Language, { letters }: Petition): Html | string => {
  const words = watchPaperWords.in(language)
  const replies = letters.flatMap(({ answer }) => (answer?.reply ? [answer.reply] : []))
  if (replies.length === 0) return ''
  return html`<section>
    <h2>${words.replies}</h2>
    <p>${words.repliesLead}</p>
    ${replies.map(
      ({ text, digest }) =>
        html`${
            text === undefined
              ? html`<p>${words.replyErased}</p>`
              : html`<blockquote>${written(text)}</blockquote>`
          }
          <p class="quiet">SHA-256: <code class="digest">${digest}</code></p>`,
    )}
  </section>`
}

/** The paper itself: the same on a page, printed and as a file. Nothing of it is of today. */
const content = (language: Language, petition: Petition, digest: string): Html => {
  const words = watchPaperWords.in(language)
  const { step, on } = petition
  return html`<h1>${words[`title_${step}`]}</h1>
    <p>${words.to}</p>
    <p>${words.ofDay(dateInWords(on, language))}</p>
    <p>${words.lead}</p>
    ${agencyPart(language, petition)}
    <section>
      <h2>${words.asks}</h2>
      <p><b>${words[`asks_${step}`]}</b></p>
      <p>${words.answerIn(answerDays)}</p>
    </section>
    ${stepsPart(language, petition)} ${indexPart(language, petition)}
    ${dutiesPart(language, petition)} ${lettersPart(language, petition)}
    ${repliesPart(language, petition)} ${evidencePart(language, petition)}
    <p class="quiet">${words.mark}: <code class="digest">${digest}</code></p>
    ${paperSigns([words.signed, words.signedSecond])}`
}

/** A petition, to read and to print. */
export const petitionPage = (
  frame: PageFrame,
  petition: Petition,
  { digest, at, query }: { readonly digest: string; readonly at: string; readonly query: string },
): Html => {
  const words = watchPaperWords.in(frame.language)
  const more = (end: string): string =>
    `${at}/${end}${query === '' ? '?' : `${query}&`}lang=${frame.language}`
  return layout({
    ...frame,
    content: html`<div class="desk petition">
      <p class="buttons screen-only">
        <a class="button" href="${more('file')}">${words.toFile}</a>
        <a class="button" href="${more('data')}">${words.toData}</a>
      </p>
      ${onPaper('a4', 'petition', content(frame.language, petition, digest))}
    </div>`,
  })
}

const fileStyle = `body{font:16px/1.75 "Noto Sans Khmer",sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.25rem;text-align:left;vertical-align:top}
code{overflow-wrap:anywhere}ul{list-style:none;padding:0}.thumb{height:4rem;border-bottom:1px solid}`

/** The same as a file of its own, which needs no service to be read: the same bytes whenever it is made. */
export const petitionFile = (language: Language, petition: Petition, digest: string): string =>
  String(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <title>${watchPaperWords.in(language)[`title_${petition.step}`]}</title>
          <style>
            ${raw(fileStyle)}
          </style>
        </head>
        <body>
          ${content(language, petition, digest)}
        </body>
      </html>`,
  )
