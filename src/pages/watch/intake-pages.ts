import type { ReportKind } from '#domain/network/watch/report.ts'
import { html } from 'hono/html'
import { type SealedReport, stateOf, takesTwo } from '#src/app/watch/sealed-report.ts'
import { type Html, type PageFrame, layout, hiddenFields } from '#src/pages/layout.ts'
import { numbersPath } from '#src/pages/numbers/parts.ts'
import { picture } from '#src/pages/pictures.ts'
import { receiptShown, written } from '#src/pages/box/box-pages.ts'
import { dateInWords } from '#src/words/locale.ts'
import { watchWords } from '#src/words/watch-words.ts'
import { reportIntakeWords } from '#src/words/words.ts'

export const reportPath = {
  intake: '/report',
  at: (networkId: string, path = '/report'): string =>
    `${path}?${new URLSearchParams({ n: networkId }).toString()}`,
  /** The same, with what it is about. */
  about: (networkId: string, kind: ReportKind): string =>
    `/report?${new URLSearchParams({ n: networkId, kind }).toString()}`,
  read: '/report/read',
  takeBack: '/report/take-back',
  keep: '/report/keep',
  complaint: '/complaint',
} as const

const sheet = (place: PageFrame, content: Html): Html =>
  layout({
    ...place,
    isLeftAtOnce: true,
    content: html`<div class="own desk">${content}</div>`,
  })

type IntakeShown = {
  readonly writing: Html
  readonly reading: Html
  readonly isTakenBack?: boolean
}

/** What anybody can tell without a name, and below it the answer to what was told. */
export const intakePage = (
  place: PageFrame,
  { writing, reading, isTakenBack }: IntakeShown,
): Html => {
  const words = reportIntakeWords.in(place.language)
  return sheet(
    { ...place, at: reportPath.intake },
    html`<h1>${words.heading}</h1>
      ${isTakenBack ? html`<p class="done">${picture('on-time')} <b>${words.takenBack}</b></p>` : ''}
      <p>${words.lead}</p>
      <p><b>${words.danger}</b> <a href="${numbersPath.all()}">${words.toNumbers}</a></p>
      ${writing}
      <p class="buttons">
        <a class="button" href="${reportPath.keep}">${words.toKeep}</a>
        <a class="button" href="${reportPath.complaint}">${words.toComplaint}</a>
      </p>
      <section>
        <h2>${words.readHeading}</h2>
        ${reading}
      </section>`,
  )
}

const backButton = (
  place: PageFrame,
  href = `${reportPath.intake}?${new URLSearchParams(place.query).toString()}`,
): Html =>
  html`<p class="buttons screen-only">
    <a class="button" href="${href}">${reportIntakeWords.in(place.language).again}</a>
  </p>`

/** The receipt of a report, shown once, with the fingerprint of each thing that was sent. */
export const reportSentPage = (
  place: PageFrame,
  {
    receipt,
    digests,
    isReachLost,
    backTo,
  }: {
    readonly receipt: string
    readonly digests: readonly string[]
    readonly isReachLost: boolean
    /** Where one of the staff came from who typed it in. */
    readonly backTo?: string
  },
): Html => {
  const words = reportIntakeWords.in(place.language)
  return sheet(
    { ...place, isShownOnce: true },
    html`<h1>${words.sentHeading}</h1>
      <p>${words.sentLead}</p>
      ${receiptShown(receipt)}
      <p>${words.sentNobody}</p>
      ${isReachLost ? html`<p><b>${words.noReach}</b></p>` : ''}
      ${
        digests.length === 0
          ? ''
          : html`<p>${words.digests}</p>
              <ul>
                ${digests.map((digest) => html`<li><code class="digest">${digest}</code></li>`)}
              </ul>`
      }
      ${backButton(place, backTo)}`,
  )
}

type SentWith = Readonly<Record<string, string>>

const takingBackPart = (place: PageFrame, report: SealedReport, sentWith: SentWith): Html => {
  const words = reportIntakeWords.in(place.language)
  if (report.erasure) return html`<p><b>${words.askedErase}</b></p>`
  const isByTwo = takesTwo(report)
  return html`${isByTwo ? html`<p class="quiet">${words.noTakeBack}</p>` : ''}
    <form class="entry" method="post" action="${reportPath.takeBack}">
      ${hiddenFields({ n: place.query?.['n'] ?? '', ...sentWith })}
      <div class="buttons">
        <button class="button">${isByTwo ? words.askErase : words.takeBack}</button>
      </div>
    </form>`
}

/** A report and its answers, for whoever has the receipt, which is sent with what its page asks. */
export const ownReportPage = (place: PageFrame, report: SealedReport, sentWith: SentWith): Html => {
  const { language } = place
  const words = reportIntakeWords.in(language)
  return sheet(
    { ...place, at: reportPath.intake },
    html`<h1>${words.readHeading}</h1>
      <p><b>${words[`state_${stateOf(report)}`]}</b></p>
      ${report.answers.length === 0 ? html`<p>${words.noAnswer}</p>` : ''}
      ${report.answers.map(
        ({ on, text }) =>
          html`<section>
            <h2>${words.answerOf(dateInWords(on, language))}</h2>
            ${written(text)}
          </section>`,
      )}
      <section>
        <h2>${words.yours}</h2>
        ${written(report.text)}
      </section>
      ${takingBackPart(place, report, sentWith)} ${backButton(place)}`,
  )
}

const kept = ['receipt', 'contract', 'chat', 'advert', 'papers', 'pay', 'place', 'people'] as const

/** What is worth keeping, to be read and printed before anybody knows whether it will be needed. */
export const keepPage = (place: PageFrame): Html => {
  const words = reportIntakeWords.in(place.language)
  return sheet(
    place,
    html`<h1>${words.keepHeading}</h1>
      <p>${words.keepLead}</p>
      <ul class="kept">
        ${kept.map((one) => html`<li>${words[`keep_${one}`]}</li>`)}
      </ul>
      <p><b>${words.keepDont}</b></p>
      <p>${words.keepWhere}</p>`,
  )
}

/** Slips to be cut apart: each lets one report a day in. */
export const reportSlipsPage = (
  place: PageFrame,
  { slips, until }: { readonly slips: readonly string[]; readonly until: string },
): Html => {
  const words = watchWords.in(place.language)
  return layout({
    ...place,
    content: html`<div class="desk">
      <h1>${words.slipsHeading}</h1>
      <p class="screen-only">${words.slipsLead}</p>
      <ul class="slips">
        ${slips.map(
          (slip) =>
            html`<li>
              <p>${words.slip}</p>
              <p><b dir="ltr">${slip}</b></p>
              <p class="quiet">${words.slipUntil(until)}</p>
            </li>`,
        )}
      </ul>
    </div>`,
  })
}
