import { html } from 'hono/html'
import { dayTyped } from '#src/desk/typed-day.ts'
import { doubtsIn } from '#src/desk/doubts.ts'
import { type Visit, notFound, visitOf } from '#src/http/desk/visit.ts'
import { placeOf } from '#src/desk/places.ts'
import { heldElsewhere } from '#domain/fund/bank-lines.ts'
import { charterOf } from '#domain/health/book.ts'
import {
  type Field,
  choiceField,
  choicesOf,
  faultsAll,
  fileField,
  lineField,
  sumField,
} from '#src/desk/fields.ts'
import { unfilled } from '#src/desk/filling.ts'
import { bankColumns, bankHeadings } from '#src/exchange/bank-file/headings.ts'
import type { BankRead } from '#src/exchange/bank-file/reading.ts'
import { confirmLines, confirmedOf } from '#src/http/bank/confirming.ts'
import { boundLine } from '#src/app/remittances/arrivals.ts'
import { arrivalsIn, arriving, whoseSaid } from '#src/http/remittances/arriving.ts'
import { makingSender } from '#src/http/remittances/senders.ts'
import { readForFund } from '#src/http/bank/reading.ts'
import { bodyBytesMax } from '#src/http/commands/body.ts'
import { isAccepted } from '#src/app/answer.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages, sentForm } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import { bankWordsAt } from '#src/pages/bank/lines.ts'
import { bankDonePage, bankReadPage, headingsPart } from '#src/pages/bank/pages.ts'
import { tenTimesPart } from '#src/pages/desk/ten-times.ts'
import { type At, behindDesk } from '#src/pages/desk/parts.ts'
import { amountOrZero } from '#src/desk/entered.ts'
import { type FormText, formShown } from '#src/pages/forms/form.ts'
import { faultsPart } from '#src/pages/imports/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { statementPath } from '#src/pages/statements/parts.ts'
import { codeSaid, entryNameOf } from '#src/words/code-words.ts'
import { statementInWords } from '#src/words/statement-words.ts'
import { statementNames } from '#src/words/report-words.ts'
import { dateInWords } from '#src/words/locale.ts'

const visitIn = async (context: HttpContext): Promise<Visit | Response> =>
  (await visitOf(context)) ?? notFound(context)

const known = bankColumns.map((column) => ({ column, headings: bankHeadings[column] }))

/** What stays to be read, whatever came of the list before. */
const withHeadings = (at: At, first: Html): Html =>
  html`${first}
    <p><b>${bankWordsAt(at).notKept}</b></p>
    ${headingsPart(at, known)}`

const fieldsOf = ({ at, book, today }: Visit): readonly Field[] => {
  const words = bankWordsAt(at)
  const { currency, boxMax } = charterOf(book, today)
  const asOf = (text: string): string | undefined => {
    const day = dayTyped(text)
    return day !== undefined && day <= today ? day : undefined
  }
  return [
    choiceField({
      name: 'place',
      label: words.place,
      choices: choicesOf(heldElsewhere, (place) => words[`place_${place}`]),
      fault: words.placeMissing,
      as: 'radios',
    }),
    fileField({ name: 'sheet', label: words.file, accept: '.csv,.xlsx,text/csv' }),
    lineField({
      name: 'asOf',
      label: words.asOf,
      hint: words.asOfHint,
      rule: asOf,
      fault: words.dayWrong,
      lengthMax: 20,
      isOptional: true,
    }),
    sumField(at, {
      name: 'balance',
      label: words.balance,
      hint: words.balanceHint,
      currency,
      usual: boxMax,
      faults: faultsAll(words.balanceWrong),
      mayBeZero: true,
      isOptional: true,
    }),
  ]
}

const listForm = (visit: Visit): FormText => {
  const { at } = visit
  const words = bankWordsAt(at)
  return {
    shown: 'book',
    heading: words.heading,
    after: withHeadings(at, html`<p>${words.lead}</p>`),
    action: placeOf.bank(at),
    fields: fieldsOf(visit),
    submit: words.read,
    back: { href: placeOf.today(at), label: words.leaveIt },
  }
}

const shownOf = async (
  { at, book, today, context }: Visit,
  read: BankRead,
  doubts: Html | undefined,
): Promise<Html> => {
  const { language } = at
  const { currency } = charterOf(book, today)
  return bankReadPage({
    at,
    currency,
    place: read.place,
    lines: read.lines,
    breaks: read.breaks,
    arrivals: await arrivalsIn(context, book, read.lines),
    whose: (part) => whoseSaid(language, book, part),
    bound: ({ on, amount, mark }, reference) => {
      const line = { place: read.place, on, amount, mark }
      return boundLine(context.get('needs'), at.fundId, { line, reference })
    },
    entries: read.entries.map(({ entryId, seq, on, amount, entryType }) => ({
      entryId,
      seq,
      on,
      amount,
      name: entryNameOf(entryType, language),
    })),
    doubts,
    statement: statementInWords(read.statement, language, (on) => dateInWords(on, language)),
  })
}

/** The list beside the book. It is asked for each time: nothing of it is kept. */
const comparing: FormOf<Visit> = {
  path: '/funds/:fundId/bank',
  rule: 'MatchBankLine',
  hasFiles: true,
  find: visitIn,
  frame: async ({ at }) => behindDesk(at),
  form: listForm,
  take: async (visit, of, files) => {
    const { context, at, book, today } = visit
    const words = bankWordsAt(at)
    const wrong = (fault: string, status: 400 | 413) =>
      ({ faults: new Map([['sheet', fault]]), status }) as const
    const [file] = files('sheet')
    if (!file) return wrong(words.fileMissing, 400)
    if (file.size > bodyBytesMax) return wrong(words.fileTooLarge, 413)
    const read = await readForFund(context, {
      place: heldElsewhere.find((place) => place === of('place'))!,
      bytes: new Uint8Array(await file.arrayBuffer()),
      asOf: of('asOf') || undefined,
      // What is held may be nothing.
      balance: amountOrZero(of('balance'), charterOf(book, today).currency),
    })
    if (read === undefined) return notFound(context)
    if (read === 'too-large') return wrong(words.fileTooLarge, 413)
    if (!('faults' in read)) {
      // A file is carried on by no question: what may have a zero too many is told beside what it came to.
      const doubts = tenTimesPart(at.language, doubtsIn(fieldsOf(visit), of))
      return context.html(await shownOf(visit, read, doubts))
    }
    const { faults } = read
    const fault = words.toMend(String(faults.length))
    return { told: withHeadings(at, faultsPart(at.language, faults)), fault, status: 400 }
  },
}

const confirm = async (context: HttpContext): Promise<Response> => {
  const visit = await visitIn(context)
  if (visit instanceof Response) return visit
  const { at } = visit
  const words = bankWordsAt(at)
  const again = (fault: string) =>
    context.html(formShown(behindDesk(at), listForm(visit), { ...unfilled(), fault }), 400)
  const confirmed = await confirmedOf(context)
  if (!confirmed) return again(words.oddForm)
  if (confirmed.length === 0) return again(words.nothingTicked)
  const answers = await confirmLines(context, confirmed)
  const codes = new Set(answers.flatMap((answer) => ('code' in answer ? [answer.code] : [])))
  const faults = [...codes].map((code) => codeSaid(code, at.language) ?? words.oddForm)
  const done = answers.filter(isAccepted).length
  const names = statementNames.in(at.language)
  const name = `${confirmed[0]!.place}-reconciliation` as const
  const reports = [{ href: statementPath.one({ fundId: at.fundId }, name), label: names[name] }]
  return context.html(bankDonePage(at, { done, faults, reports }), faults.length === 0 ? 200 : 409)
}

/** The list of a bank or wallet beside the book: asked for, compared, confirmed by a person. */
export const bankPages = (pages: Pages): void => {
  formPages(pages, comparing)
  pages.post(`${comparing.path}/confirm`, 'MatchBankLine', confirm)
  pages.post(arriving.path, arriving.rule, sentForm(arriving))
  formPages(pages, makingSender)
}
