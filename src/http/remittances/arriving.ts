import { html } from 'hono/html'
import type { HeldElsewhere } from '#domain/fund/bank.ts'
import { heldElsewhere } from '#domain/fund/bank-lines.ts'
import type { FundBook } from '#domain/health/book.ts'
import { charterOf } from '#domain/health/book.ts'
import { canonicalJson } from '#domain/kernel/canonical.ts'
import { isLocalDate } from '#domain/kernel/dates.ts'
import { isAmount } from '#domain/kernel/money.ts'
import type { ReferenceOf } from '#domain/remittances/arrivals.ts'
import { isAccepted } from '#src/app/answer.ts'
import { takenBackLines } from '#src/app/bank-lines.ts'
import {
  type ArrivedLine,
  type ArrivedPart,
  type UnsplitFault,
  arrivalCommands,
  boundLine,
  isArrivalInBook,
} from '#src/app/remittances/arrivals.ts'
import { type LineArrival, arrivalsOnList, splitFor } from '#src/app/remittances/on-the-list.ts'
import { givenReferences } from '#src/app/remittances/references.ts'
import { cardOf } from '#src/desk/desk.ts'
import { placeOf } from '#src/desk/places.ts'
import type { LineRead } from '#src/exchange/bank-file/reading.ts'
import { matchIdOf } from '#src/exchange/bank-file/marks.ts'
import { type Visit, notFound, visitOf } from '#src/http/desk/visit.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { FormOf, Typed } from '#src/http/form-pages.ts'
import { sendToFund } from '#src/http/gate.ts'
import { behindDesk, fact, figure } from '#src/pages/desk/parts.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { dateInWords } from '#src/words/locale.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'

/** What lines that nothing in the book explains are by their reference, by row. */
export const arrivalsIn = async (
  context: HttpContext,
  book: FundBook,
  lines: readonly LineRead[],
): Promise<ReadonlyMap<number, LineArrival>> => {
  const { fundId } = context.get('fund')
  const open = lines.filter(({ kind }) => kind === 'unknown')
  const found = await arrivalsOnList(context.get('needs'), fundId, { book, lines: open })
  return new Map(open.flatMap(({ row }, i) => (found[i] ? [[row, found[i]] as const] : [])))
}

/** Whose a part is and what it is for, by card and number. */
export const whoseSaid = (
  language: Language,
  book: Pick<FundBook, 'members' | 'loans'>,
  { use, memberId, loanId }: ArrivedPart,
): string => {
  const words = remittanceWords.in(language)
  const card = cardOf(book, memberId)
  const loan = book.loans.find((one) => one.loanId === loanId)
  const whose = loan ? words.loanOf(loan.number, card) : words.card(card)
  return words.partOf(words[`use_${use}`], whose)
}

type ArrivalVisit = Visit & {
  readonly line: ArrivedLine
  readonly reference: string
  readonly of: ReferenceOf
  readonly parts: readonly ArrivedPart[]
  /** The parts as they stand now: who has looked before sees when they are others. */
  readonly seen: string
}

const lineIn = (of: Typed): ArrivedLine | undefined => {
  const place: HeldElsewhere | undefined = heldElsewhere.find((one) => one === of('place'))
  const [on, amount, mark] = [of('on'), Number(of('amount')), of('mark')]
  return place && isLocalDate(on) && isAmount(amount) && /^[0-9a-f]{64}$/.test(mark)
    ? { place, on, amount, mark }
    : undefined
}

const sayWhy = (visit: Visit, fault: UnsplitFault | 'old' | 'wrong') => {
  const words = remittanceWords.in(visit.at.language)
  return words[`kind_${fault}`]
}

const found = async (visit: Visit, of: Typed): Promise<ArrivalVisit | string> => {
  const { context, book, at } = visit
  const needs = context.get('needs')
  const line = lineIn(of)
  const isOfList =
    line && of('bound') === boundLine(needs, at.fundId, { line, reference: of('reference') })
  if (!isOfList || line.on > needs.today()) return remittanceWords.in(at.language).formOdd
  const given = (await givenReferences(needs, at.fundId, book)).get(of('reference'))
  if (!given) return sayWhy(visit, 'wrong')
  if (given.isOld) return sayWhy(visit, 'old')
  const parts = await splitFor(needs, at.fundId, { book, of: given, line })
  if (typeof parts === 'string') return sayWhy(visit, parts)
  const seen = needs.hash(canonicalJson(parts as never)).slice(0, 16)
  const { kind, key, reference } = given
  return { ...visit, line, reference, of: { kind, key }, parts, seen }
}

/** A mark is of one place alone (`marksOf`). What was taken back of a line may be its confirmation alone. */
const isBooked = async ({ context, at, book, line: { mark }, of }: ArrivalVisit) =>
  book.bankLines.some((line) => line.mark === mark) ||
  isArrivalInBook(context.get('needs'), at.fundId, { book, of, mark })

/** One line of the bank is booked by its reference: what it comes to is shown first, and a person records it. */
export const arriving: FormOf<ArrivalVisit> = {
  path: '/funds/:fundId/bank/arrival',
  rule: 'RecordRemittance',
  isAskedUntilSure: true,
  find: async (context, of) => {
    const visit = (await visitOf(context)) ?? (await notFound(context))
    if (visit instanceof Response) return visit
    const arrival = await found(visit, of)
    if (typeof arrival !== 'string') return arrival
    const { at } = visit
    const { bookHeading: heading, leave: label } = remittanceWords.in(at.language)
    const links = [{ href: placeOf.bank(at), label }]
    return context.html(
      messagePage(behindDesk(at), { shown: 'stop', heading, lines: [arrival], links }),
      409,
    )
  },
  frame: async ({ at }) => behindDesk(at),
  form: (visit) => formFor(visit),
  question: (visit) => formFor(visit),
  take: async (visit, of) => {
    const { context, at, line, parts } = visit
    const words = remittanceWords.in(at.language)
    const needs = context.get('needs')
    if (await isBooked(visit)) return { fault: words.bookedBefore, status: 409 }
    if (of('seen') !== visit.seen) return 'ask'
    const takenBack = await takenBackLines(needs.store, at.fundId)
    const matchId = matchIdOf(needs.hash, { fundId: at.fundId, mark: line.mark }, (id) =>
      takenBack.has(id),
    )
    const commands = await arrivalCommands(needs, at.fundId, {
      line,
      of: visit.of,
      parts,
      matchId,
    })
    if (!commands) return { fault: words.bookedTooOften, status: 409 }
    const items = commands.map((command) => ({ command }))
    const answers = await sendToFund(context, items, { atomic: true })
    const refused = answers.find((answer) => !isAccepted(answer) && 'code' in answer)
    if (!refused || !('code' in refused)) return { next: placeOf.receipt(at, commands[0]!.id) }
    return { fault: codeSaid(refused.code, at.language) ?? words.formOdd, status: 409 }
  },
}

const formFor = (visit: ArrivalVisit) => {
  const { context, at, book, today, line, reference, parts, seen } = visit
  const words = remittanceWords.in(at.language)
  const { currency } = charterOf(book, today)
  return {
    shown: 'box' as const,
    heading: words.bookHeading,
    told: html`<p>${words.bookLead}</p>
      <dl class="facts">
        ${fact(words.bookOn, dateInWords(line.on, at.language))}
        ${fact(words.bookAll, html`<b class="figure">${figure({ amount: line.amount, currency })}</b>`)}
        ${parts.map((part) =>
          fact(whoseSaid(at.language, book, part), figure({ amount: part.amount, currency })),
        )}
      </dl>`,
    action: remittancePath.arrival(at.fundId),
    hidden: {
      place: line.place,
      on: line.on,
      amount: String(line.amount),
      mark: line.mark,
      reference,
      bound: boundLine(context.get('needs'), at.fundId, { line, reference }),
      seen,
    },
    fields: [],
    submit: words.bookButton,
    back: { href: placeOf.bank(at), label: words.leave },
  }
}
