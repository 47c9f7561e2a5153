import { placeOf, taskPath } from '#src/desk/places.ts'
import { html, raw } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { splitFacts } from '#src/desk/loans/repayment.ts'
import { sharesText } from '#src/desk/savings/saving.ts'
import { factShown } from '#src/pages/desk/content.ts'
import {
  type At,
  largeAmount,
  deskLayout,
  fact,
  figure,
  deskWordsAt,
} from '#src/pages/desk/parts.ts'
import { type DueMark, dueSum } from '#src/pages/due.ts'
import { squareSvg } from '#src/pages/square-modules.ts'
import type { Html } from '#src/pages/layout.ts'
import { type Paper, onPaper, paperKept, paperLinks, paperSigns } from '#src/pages/papers/paper.ts'
import { picture } from '#src/pages/pictures.ts'
import { householdWords, lendingFormWords, printWords, proofWords } from '#src/words/words.ts'
import { type Money, dateInWords } from '#src/words/locale.ts'
import { whose } from '#src/pages/people/face.ts'

/** What a receipt is for; an entry of another kind is proved, but told by its line alone. */
export type ReceiptAbout =
  | {
      readonly kind: 'repayment'
      readonly card: string
      readonly number: string
      readonly currency: Currency
      readonly amount: number
      readonly interest: number
      readonly principal: number
      readonly excess: number
      readonly owedNow: number
    }
  | {
      readonly kind: 'saving'
      readonly card: string
      readonly currency: Currency
      readonly amount: number
      readonly shares: number
      readonly shareValue: number
      readonly savedNow: number
    }
  | {
      readonly kind: 'other'
      /** What the line is called. */
      readonly name: string
      readonly card?: string | undefined
      readonly number?: string | undefined
      readonly money?: Money | undefined
      readonly lines: readonly (readonly [label: string, said: string])[]
    }

export type ReceiptShown = {
  readonly fundName: string
  readonly entryId: string
  readonly day: LocalDate
  readonly seq: number
  readonly hash: string
  /** The signed line that the square code holds. */
  readonly code: string
  /** Where whoever holds it can hold it against the book. */
  readonly checkAt: string
  readonly about: ReceiptAbout
  /** The entry that this one takes back. */
  readonly takesBack?: { readonly entryId: string; readonly name: string } | undefined
  /** The line by which this one was taken back. */
  readonly takenBackBy?: number | undefined
  /** Where the loan is that it is about. */
  readonly loanId?: string | undefined
  /** A lender was paid: who it is stands on paper alone. */
  readonly hasLenderPaper?: boolean
  readonly mayCorrect: boolean
  readonly isAmountHidden: boolean
  /** What it is laid out for when it is printed: the roll, where nothing else was asked for. */
  readonly paper?: Paper
  readonly mayRecord: boolean
  /** Officers and auditors have a table to go back to; a household does not. */
  readonly mayRead: boolean
  /** A household says of its own line that it is not right. */
  readonly mayDispute?: boolean
  /** What was said of a line that is disputed. */
  readonly disputed?: string | undefined
  /** What the loan asks for next, as it stands today. */
  readonly next?: (DueMark & { readonly amount: number; readonly currency: Currency }) | undefined
  /** What must be looked at before the money is handed over; it stands on no paper. */
  readonly warned?: string | undefined
}

/** What a receipt is printed on; a receipt printer's roll comes first. */
export const receiptPapers: readonly Paper[] = ['roll', 'a5', 'a4']

/** The first eight digits of an entry's hash, in two groups that can be read aloud. */
export const shortCode = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`

const amountPart = (at: At, { about, isAmountHidden }: ReceiptShown): Html | string => {
  const words = deskWordsAt(at)
  if (about.kind === 'other') {
    if (about.money === undefined) return ''
    return isAmountHidden
      ? html`<p class="hidden-amount">${words.amountHidden}</p>`
      : largeAmount(about.money, at.language)
  }
  const label = about.kind === 'repayment' ? words.amountPaid : words.amountSaved
  return html`<h2>
      ${picture(about.kind === 'repayment' ? 'loans' : 'savings')} <span>${label}</span>
    </h2>
    ${
      isAmountHidden
        ? html`<p class="hidden-amount">${words.amountHidden}</p>`
        : html`${largeAmount(about, at.language)}
          ${about.kind === 'saving' ? html`<p>${sharesText(at.language, about)}</p>` : ''}`
    }`
}

const balancePart = (at: At, { about, isAmountHidden }: ReceiptShown): Html | string => {
  if (isAmountHidden) return ''
  const words = deskWordsAt(at)
  if (about.kind === 'other')
    return html`${about.lines.map(([label, said]) => fact(label, html`<bdi>${said}</bdi>`))}`
  const { currency } = about
  if (about.kind === 'repayment')
    return html`${splitFacts(at.language, about).map(factShown)}
    ${fact(words.loanLeftNow, html`<b>${figure({ amount: about.owedNow, currency })}</b>`)}`
  return fact(words.savedNow, html`<b>${figure({ amount: about.savedNow, currency })}</b>`)
}

const nextPart = (at: At, { next, isAmountHidden }: ReceiptShown): Html | string =>
  next === undefined || isAmountHidden
    ? ''
    : fact(
        deskWordsAt(at).nextPayment,
        html`<b>${dueSum(next, figure(next))}</b>, ${dateInWords(next.on, at.language)}`,
      )

const lineNamed = (
  at: At,
  { mayRead, seq }: { readonly mayRead: boolean; readonly seq: number },
  said: string,
): Html => (mayRead ? html`<a href="${placeOf.entry(at, seq)}">${said}</a>` : html`${said}`)

/** Which line this one takes back, or by which it was taken back itself. */
const reversalPart = (at: At, { takesBack, takenBackBy, mayRead }: ReceiptShown): Html => {
  const words = lendingFormWords.in(at.language)
  return html`${
    takesBack === undefined
      ? ''
      : fact(
          words.takesBack,
          html`<a class="button" href="${placeOf.receipt(at, takesBack.entryId)}"
            >${takesBack.name}</a
          >`,
        )
  }
  ${takenBackBy === undefined ? '' : html`<p><b>${lineNamed(at, { mayRead, seq: takenBackBy }, words.takenBackBy(String(takenBackBy)))}</b></p>`}`
}

/** A place for the lender's name and thumb, by hand: no name comes into the book. */
const lenderPaper = ({ language }: At): Html => {
  const words = lendingFormWords.in(language)
  return html`<section class="by-hand-only">
    <h2>${words.lenderPaper}</h2>
    <p class="quiet">${words.lenderPaperMeaning}</p>
    <p class="by-hand">${words.lenderName}</p>
    <p class="by-hand">${words.lenderSigns}</p>
  </section>`
}

export type Proof = Pick<ReceiptShown, 'seq' | 'hash' | 'code' | 'checkAt'>

/** The line of the book, its short code, and the square code that proves it. */
export const proofPart = (at: At, { seq, hash, code, checkAt }: Proof): Html => {
  const words = deskWordsAt(at)
  return html`<section class="proof">
    <div class="qr" role="img" aria-label="${words.qrLabel}">${raw(squareSvg(code, 'M'))}</div>
    <div>
      <dl class="facts">
        ${fact(words.entryNumber, html`<b>${String(seq)}</b>`)}
        ${fact(words.shortCode, html`<b class="code" translate="no">${shortCode(hash)}</b>`)}
      </dl>
      <p class="quiet">${words.shortCodeMeaning}</p>
      <p class="quiet">${words.qrMeaning}</p>
      <p class="quiet">${proofWords.in(at.language).checkAt(checkAt)}</p>
    </div>
  </section>`
}

const ways = (at: At, shown: ReceiptShown): Html => {
  const words = deskWordsAt(at)
  const more = lendingFormWords.in(at.language)
  const { about, entryId, isAmountHidden, mayRecord, mayRead, mayCorrect, loanId } = shown
  const here = placeOf.receipt(at, entryId)
  const link = (href: string, text: string, look = 'button'): Html =>
    html`<a class="${look}" href="${href}">${text}</a>`
  return html`<nav class="buttons" aria-label="${words.back}">
    ${
      mayRead
        ? link(placeOf.today(at), mayRecord ? words.toToday : words.back)
        : link(placeOf.own(at), words.back)
    }
    ${loanId === undefined ? '' : link(placeOf.loan(at, loanId), more.toLoan)}
    ${
      about.kind === 'other' && about.money === undefined
        ? ''
        : isAmountHidden
          ? link(here, words.showAmount)
          : link(`${here}?amount=hidden`, words.hideAmount)
    }
    ${
      shown.mayDispute
        ? link(
            `${placeOf.own(at)}/not-right?entry=${entryId}`,
            householdWords.in(at.language).notRight,
          )
        : ''
    }
    ${mayCorrect ? link(taskPath(at, 'correction', { entry: entryId }), more.correctLine) : ''}
    ${
      mayRecord && about.kind !== 'other'
        ? html`${link(placeOf.record(at, 'repayment'), words.anotherRepayment)}
          ${link(placeOf.record(at, 'saving'), words.anotherSaving)}`
        : ''
    }
  </nav>`
}

const nameAndOwner = (at: At, about: ReceiptAbout): Html => {
  if (about.kind !== 'other') return whose(at, about)
  const { name, card, number } = about
  return html`<h2>${name}</h2>
    ${card === undefined ? '' : whose(at, { card, ...(number === undefined ? {} : { number }) })}`
}

/** Whoever gave and whoever took the money sign by hand, where money changed hands. */
const signsPart = ({ language }: At, about: ReceiptAbout): Html | string => {
  const words = printWords.in(language)
  if (about.kind === 'other' && about.money === undefined) return ''
  return paperSigns([words.gives, words.takes])
}

/** Proof that a line stands in the book: to be shown, written down, printed or scanned. */
export const receiptPage = (at: At, shown: ReceiptShown): Html => {
  const words = deskWordsAt(at)
  const { about, day, isAmountHidden } = shown
  const title = {
    repayment: words.receiptOfRepayment,
    saving: words.receiptOfSaving,
    other: words.receiptOfEntry,
  }[about.kind]
  const { paper = 'roll' } = shown
  const query = {
    ...(isAmountHidden ? { amount: 'hidden' } : {}),
    ...paperKept(paper, receiptPapers),
  }
  const content = html`<h1>${title}</h1>
    <p class="done">${picture('on-time')} <b>${words.receiptHeading}</b></p>
    ${shown.disputed === undefined ? '' : html`<p class="mended">${shown.disputed}</p>`}
    ${shown.warned === undefined ? '' : html`<p class="mended screen-only">${shown.warned}</p>`}
    <p><bdi>${shown.fundName}</bdi></p>
    <section class="check ${about.kind === 'saving' ? 'savings' : 'loans'}">
      ${nameAndOwner(at, about)} ${amountPart(at, shown)}
      <dl class="facts">
        ${fact(about.kind === 'other' ? words.day : words.given, html`<b>${dateInWords(day, at.language)}</b>`)}
        ${balancePart(at, shown)} ${nextPart(at, shown)} ${reversalPart(at, shown)}
      </dl>
    </section>
    ${ways(at, shown)} ${shown.hasLenderPaper ? lenderPaper(at) : ''} ${signsPart(at, about)}
    ${proofPart(at, shown)}
    ${paperLinks({ paper, papers: receiptPapers, language: at.language, query })}`
  return deskLayout(
    { ...at, query, printedFor: shown.fundName },
    onPaper(paper, 'receipt', content),
  )
}
