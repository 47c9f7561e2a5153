import { type Room, notFound, roomOf } from '#src/http/desk/room.ts'
import { placeOf } from '#src/desk/places.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { type Currency, latinDigits } from '#domain/kernel/money.ts'
import type { HeldElsewhere } from '#domain/fund/bank.ts'
import { charterOf } from '#domain/health/book.ts'
import { bankColumns, bankHeadings } from '#src/exchange/bank-file/headings.ts'
import type { BankRead } from '#src/exchange/bank-file/reading.ts'
import { confirmLines, confirmedOf, isPlace } from '#src/http/bank/confirming.ts'
import { readForFund } from '#src/http/bank/reading.ts'
import { bodyBytesMax } from '#src/http/boundary.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { PageHandler, Pages } from '#src/http/page.ts'
import { bankWordsAt } from '#src/pages/bank/lines.ts'
import { type BankAskedShown, bankDonePage, bankPage, bankReadPage } from '#src/pages/bank/pages.ts'
import { amountIn } from '#src/desk/entered.ts'
import type { Html } from '#src/pages/layout.ts'
import { statementPath } from '#src/pages/statements/parts.ts'
import { codeSaid, entryNameOf } from '#src/words/code-words.ts'
import { statementTold } from '#src/words/statement-words.ts'
import { statementNames } from '#src/words/report-words.ts'
import { dateInWords } from '#src/words/locale.ts'

const inRoom =
  (show: (room: Room) => Html | Response | Promise<Html | Response>): PageHandler =>
  async (context) => {
    const room = await roomOf(context)
    if (!room) return notFound(context)
    // Forms have no page of their own: the language is changed on the page that they stand on.
    return show({ ...room, at: { ...room.at, at: placeOf.bank(room.at) } })
  }

const known = bankColumns.map((column) => ({ column, headings: bankHeadings[column] }))

const asking = (room: Room, more: Omit<BankAskedShown, 'known'> = {}): Html =>
  bankPage(room.at, { known, ...more })

type Sent = {
  readonly bytes: Uint8Array | undefined
  readonly size: number
  readonly of: (name: string) => string
}

/** A form that cannot be read sent nothing. */
const sentIn = async (context: HttpContext): Promise<Sent> => {
  const form = await context.req.formData().catch(() => undefined)
  const file = form?.get('sheet')
  const size = file instanceof File ? file.size : 0
  const bytes =
    file instanceof File && size > 0 && size <= bodyBytesMax
      ? new Uint8Array(await file.arrayBuffer())
      : undefined
  return {
    bytes,
    size,
    of: (name) => {
      const text = form?.get(name)
      return typeof text === 'string' ? text.trim() : ''
    },
  }
}

const shownOf = ({ at, book, today }: Room, read: BankRead): Html => {
  const { language } = at
  const { currency } = charterOf(book, today)
  return bankReadPage({
    at,
    currency,
    place: read.place,
    lines: read.lines,
    breaks: read.breaks,
    entries: read.entries.map(({ entryId, seq, on, amount, entryType }) => ({
      entryId,
      seq,
      on,
      amount,
      name: entryNameOf(entryType, language),
    })),
    statement: statementTold(read.statement, language, (on) => dateInWords(on, language)),
  })
}

type Asked = {
  readonly place: HeldElsewhere
  readonly bytes: Uint8Array
  readonly asOf: LocalDate | undefined
  readonly balance: number | undefined
}

/** What is wrong with a form, in words, and what of it can be shown again. */
type Wrong = {
  readonly fault: string
  readonly status: 400 | 413
  readonly kept: Pick<BankAskedShown, 'place' | 'asOf'>
}

/** What is held may be nothing; undefined where it is not said. */
const balanceIn = (text: string, currency: Currency): number | undefined | 'wrong' => {
  if (text === '') return undefined
  const typed = amountIn(text, currency)
  if (typed === 'nought') return 0
  return typeof typed === 'number' ? typed : 'wrong'
}

const askedIn = ({ book, today, at }: Room, { bytes, size, of }: Sent): Asked | Wrong => {
  const words = bankWordsAt(at)
  const place = of('place')
  const day = latinDigits(of('asOf'))
  const isDay = day === '' || (isLocalDate(day) && day <= today)
  const asOf = day !== '' && isDay ? day : undefined
  const balance = balanceIn(of('balance'), charterOf(book, today).currency)
  const kept = { place: isPlace(place) ? place : undefined, asOf }
  const wrong = (fault: string, status: 400 | 413 = 400): Wrong => ({ fault, status, kept })
  if (!isPlace(place)) return wrong(words.placeMissing)
  if (size > bodyBytesMax) return wrong(words.fileTooLarge, 413)
  if (!bytes) return wrong(words.fileMissing)
  if (!isDay) return wrong(words.dayWrong)
  return balance === 'wrong' ? wrong(words.balanceWrong) : { place, bytes, asOf, balance }
}

const compare = inRoom(async (room) => {
  const { context } = room
  const asked = askedIn(room, await sentIn(context))
  if ('fault' in asked) {
    const { fault, status, kept } = asked
    return context.html(asking(room, { ...kept, fault }), status)
  }
  const { place, asOf } = asked
  const read = await readForFund(context, asked)
  if (read === undefined) return notFound(context)
  if (read === 'too-large')
    return context.html(
      asking(room, { place, asOf, fault: bankWordsAt(room.at).fileTooLarge }),
      413,
    )
  if ('faults' in read) return context.html(asking(room, { place, asOf, faults: read.faults }), 400)
  return shownOf(room, read)
})

const confirm = inRoom(async (room) => {
  const { context, at } = room
  const words = bankWordsAt(at)
  const confirmed = await confirmedOf(context)
  if (!confirmed) return context.html(asking(room, { fault: words.oddForm }), 400)
  if (confirmed.length === 0) return context.html(asking(room, { fault: words.nothingTicked }), 400)
  const answers = await confirmLines(context, confirmed)
  const codes = new Set(answers.flatMap((answer) => ('code' in answer ? [answer.code] : [])))
  const faults = [...codes].map((code) => codeSaid(code, at.language) ?? words.oddForm)
  const done = answers.filter(isAccepted).length
  const names = statementNames.in(at.language)
  const name = `${confirmed[0]!.place}-reconciliation` as const
  const reports = [{ href: statementPath.one({ fundId: at.fundId }, name), label: names[name] }]
  return context.html(bankDonePage(at, { done, faults, reports }), faults.length === 0 ? 200 : 409)
})

/** The list of a bank or wallet beside the book: asked for, compared, confirmed by a person. */
export const bankPages = (pages: Pages): void => {
  const place = '/funds/:fundId/bank'
  pages.get(
    place,
    'MatchBankLine',
    inRoom((room) => asking(room)),
  )
  pages.post(place, 'MatchBankLine', compare)
  pages.post(`${place}/confirm`, 'MatchBankLine', confirm)
}
