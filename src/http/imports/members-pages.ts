import { charterOf } from '#domain/health/book.ts'
import type { MembersTaken } from '#src/exchange/members-sheet/import.ts'
import { membersSheet } from '#src/exchange/members-sheet/sheet.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import { bodyBytesMax } from '#src/http/boundary.ts'
import { type Room, notFound, roomOf } from '#src/http/desk/record.ts'
import { mayTakeMembers, takeMembers } from '#src/http/imports/taking-members.ts'
import { sealOf, sentIn } from '#src/http/imports/sent.ts'
import type { PageHandler, Pages } from '#src/http/page.ts'
import { deniedPage } from '#src/pages/denied.ts'
import { type At, placeOf } from '#src/pages/desk/parts.ts'
import {
  type SheetTold,
  importsAt,
  membersSheetPage,
  membersSheetQuestion,
  sheetPlace,
} from '#src/pages/imports/members-pages.ts'
import type { Html } from '#src/pages/layout.ts'
import { membersAt } from '#src/pages/members/parts.ts'

/** A page of the fund for whoever may record all that a sheet can hold. */
const inSheetRoom =
  (show: (room: Room) => Html | Response | Promise<Html | Response>): PageHandler =>
  async (context) => {
    const room = await roomOf(context)
    if (!room) return notFound(context)
    if (!mayTakeMembers(context)) return context.html(deniedPage('not-allowed', room.at), 403)
    const { fundId } = room.at
    const at: At = {
      ...room.at,
      // Forms have no page of their own: the language is changed on the page that they stand on.
      at: sheetPlace({ fundId }),
      back: { href: placeOf.oldBook({ fundId }), label: membersAt(room.at).oldBook },
    }
    return show({ ...room, at })
  }

const told = ({ context, at }: Room, what: SheetTold): Response | Promise<Response> =>
  context.html(membersSheetPage(at, what), what.good === undefined ? 400 : 200)

/** Faults with the headings of their columns as the reader writes them. */
const headed = ({ at }: Room, faults: readonly BookFault[]): readonly BookFault[] =>
  faults.map((one) => {
    const column = membersSheet.columns.find(({ name }) => name === one.field)
    return at.language === 'km' && column ? { ...one, field: column.khmer } : one
  })

type Tried = {
  readonly tried: MembersTaken
  readonly bytes: Uint8Array
  readonly seal: string
  readonly sentSeal: string
}

/** The sheet that was sent, tried: what it would write, or the page that says why it would write nothing. */
const triedIn = async (room: Room): Promise<Tried | Response> => {
  const { context, at } = room
  const words = importsAt(at)
  const { files, seal: sentSeal } = await sentIn(context)
  const file = files[0]
  if (!file) return told(room, { fault: words.fileMissing })
  if (file.size > bodyBytesMax) return told(room, { fault: words.fileTooLarge })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const tried = await takeMembers(context, bytes, true)
  if (tried === undefined) return notFound(context)
  if (tried === 'too-large') return told(room, { fault: words.fileTooLarge })
  if ('faults' in tried) return told(room, { faults: headed(room, tried.faults) })
  if (tried.wasHere) return told(room, { good: words.hereAlready })
  const seal = sealOf(context, [bytes], tried)
  return { tried, bytes, seal, sentSeal }
}

const question = ({ at, book }: Room, { tried, seal }: Tried, isAnother: boolean): Html => {
  const { currency } = charterOf(book, book.fund.openedOn)
  return membersSheetQuestion(at, { tried, currency, seal, isAnother })
}

const tryIt = inSheetRoom(async (room) => {
  const sent = await triedIn(room)
  return sent instanceof Response ? sent : question(room, sent, false)
})

const writeIt = inSheetRoom(async (room) => {
  const sent = await triedIn(room)
  if (sent instanceof Response) return sent
  const { context, at } = room
  if (sent.seal !== sent.sentSeal) return context.html(question(room, sent, true), 409)
  const taken = await takeMembers(context, sent.bytes, false)
  if (taken === undefined || taken === 'too-large') return notFound(context)
  // Between the two somebody else may have written the same by hand.
  if ('faults' in taken) return told(room, { faults: headed(room, taken.faults) })
  return context.redirect(`${placeOf.oldBook(at)}?done=1`, 303)
})

/** Members and what they had, from one sheet: asked for, tried, and written. */
export const membersImportPages = (pages: Pages): void => {
  const place = '/funds/:fundId/old-book/sheet'
  pages.get(
    place,
    'TakeOverSavings',
    inSheetRoom(({ at }) => membersSheetPage(at)),
  )
  pages.post(place, 'TakeOverSavings', tryIt)
  pages.post(`${place}/write`, 'TakeOverSavings', writeIt)
}
