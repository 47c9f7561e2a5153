import { type Room, notFound, roomOf } from '#src/http/desk/room.ts'
import { placeOf } from '#src/desk/places.ts'
import type { Action } from '#domain/access/table.ts'
import { charterOf } from '#domain/health/book.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import type { ListKind } from '#src/exchange/paper-book/one-sheet.ts'
import { bodyBytesMax } from '#src/http/boundary.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sealOf, fileSent } from '#src/http/imports/sent.ts'
import type { PageHandler, Pages } from '#src/http/page.ts'
import { deniedPage } from '#src/pages/denied.ts'
import type { At } from '#src/pages/desk/parts.ts'
import type { SheetTold } from '#src/pages/imports/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { membersAt } from '#src/pages/members/parts.ts'
import { importWords } from '#src/words/words.ts'

/** What is asked about a sheet that was tried: whether to write it. */
type Question<Tried> = {
  readonly tried: Tried
  readonly currency: Currency
  readonly seal: string
  /** What was told before was another thing. */
  readonly isAnother: boolean
}

type Taken<Tried> = Tried | { readonly faults: readonly BookFault[] } | 'too-large' | undefined

/** A sheet that comes by a page: asked for, tried, and written when the same comes again. */
type SheetImport<Tried> = {
  /** After the fund's page of the older book. */
  readonly step: string
  readonly rule: Action
  readonly list: ListKind
  readonly placeIn: (at: Pick<At, 'fundId'>) => string
  readonly may: (context: HttpContext) => boolean
  readonly take: (context: HttpContext, bytes: Uint8Array, dryRun: boolean) => Promise<Taken<Tried>>
  readonly tooLarge: (at: At) => string
  readonly page: (at: At, told?: SheetTold) => Html
  readonly question: (at: At, question: Question<Tried>) => Html
}

type Sheet = { readonly wasHere: boolean }

type Shown = (room: Room) => Html | Response | Promise<Html | Response>

/** A page of the fund for whoever may record all that a sheet can hold. */
const inSheetRoom =
  <Tried extends Sheet>({ may, placeIn }: SheetImport<Tried>, show: Shown): PageHandler =>
  async (context) => {
    const room = await roomOf(context)
    if (!room) return notFound(context)
    if (!may(context)) return context.html(deniedPage('not-allowed', room.at), 403)
    const { fundId } = room.at
    const at: At = {
      ...room.at,
      // Forms have no page of their own: the language is changed on the page that they stand on.
      at: placeIn({ fundId }),
      back: { href: placeOf.oldBook({ fundId }), label: membersAt(room.at).oldBook },
    }
    return show({ ...room, at })
  }

const told = <Tried extends Sheet>(
  { page }: SheetImport<Tried>,
  { context, at }: Room,
  what: SheetTold,
): Response | Promise<Response> => context.html(page(at, what), what.good === undefined ? 400 : 200)

/** Faults with the headings of their columns as the reader writes them. */
const headed = ({ columns }: ListKind, { at }: Room, faults: readonly BookFault[]) =>
  faults.map((one) => {
    const column = columns.find(({ name }) => name === one.field)
    return at.language === 'km' && column ? { ...one, field: column.khmer } : one
  })

type Tried<Taking> = {
  readonly tried: Taking
  readonly bytes: Uint8Array
  readonly seal: string
  readonly sentSeal: string
}

/** The sheet that was sent, tried: what it would write, or the page that says why it would write nothing. */
const triedIn = async <Taking extends Sheet>(
  kind: SheetImport<Taking>,
  room: Room,
): Promise<Tried<Taking> | Response> => {
  const { context, at } = room
  const words = importWords.in(at.language)
  const { files, seal: sentSeal } = await fileSent(context)
  const file = files[0]
  if (!file) return told(kind, room, { fault: words.fileMissing })
  if (file.size > bodyBytesMax) return told(kind, room, { fault: kind.tooLarge(at) })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const tried = await kind.take(context, bytes, true)
  if (tried === undefined) return notFound(context)
  if (tried === 'too-large') return told(kind, room, { fault: kind.tooLarge(at) })
  if ('faults' in tried) return told(kind, room, { faults: headed(kind.list, room, tried.faults) })
  if (tried.wasHere) return told(kind, room, { good: words.hereAlready })
  return { tried, bytes, seal: sealOf(context, [bytes], tried), sentSeal }
}

const asked = <Taking extends Sheet>(
  kind: SheetImport<Taking>,
  { at, book }: Room,
  { tried, seal, isAnother }: Pick<Tried<Taking>, 'tried' | 'seal'> & { isAnother: boolean },
): Html => {
  const { currency } = charterOf(book, book.fund.openedOn)
  return kind.question(at, { tried, currency, seal, isAnother })
}

const tryIt = async <Taking extends Sheet>(kind: SheetImport<Taking>, room: Room) => {
  const sent = await triedIn(kind, room)
  return sent instanceof Response ? sent : asked(kind, room, { ...sent, isAnother: false })
}

const writeIt = async <Taking extends Sheet>(kind: SheetImport<Taking>, room: Room) => {
  const sent = await triedIn(kind, room)
  if (sent instanceof Response) return sent
  const { context, at } = room
  if (sent.seal !== sent.sentSeal)
    return context.html(asked(kind, room, { ...sent, isAnother: true }), 409)
  const taken = await kind.take(context, sent.bytes, false)
  if (taken === undefined || taken === 'too-large') return notFound(context)
  // Between the two somebody else may have written the same by hand.
  if ('faults' in taken) return told(kind, room, { faults: headed(kind.list, room, taken.faults) })
  return context.redirect(`${placeOf.oldBook(at)}?done=1`, 303)
}

/** The pages of a sheet that a fund takes in. */
export const sheetImportPages = <Taking extends Sheet>(
  pages: Pages,
  kind: SheetImport<Taking>,
): void => {
  const place = `/funds/:fundId/old-book/${kind.step}`
  pages.get(
    place,
    kind.rule,
    inSheetRoom(kind, ({ at }) => kind.page(at)),
  )
  pages.post(
    place,
    kind.rule,
    inSheetRoom(kind, (room) => tryIt(kind, room)),
  )
  pages.post(
    `${place}/write`,
    kind.rule,
    inSheetRoom(kind, (room) => writeIt(kind, room)),
  )
}
