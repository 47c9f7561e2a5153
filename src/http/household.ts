import { boxDoorOf } from '#src/app/box.ts'
import { bookOf } from '#src/app/queries.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { dayToShow } from '#src/app/household/own-view.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import { venturesOf } from '#domain/ventures/venture.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { boxPath } from '#src/pages/box/box-pages.ts'
import { numbersPath } from '#src/pages/numbers/parts.ts'
import { deniedPage } from '#src/pages/denied.ts'
import type { OwnPlace } from '#src/pages/household/parts.ts'

/** A household at its own page. */
export type OwnVisit = {
  readonly context: HttpContext
  readonly book: FundBook
  readonly place: OwnPlace
  readonly memberId: string
  readonly asOf: LocalDate
}

/** One answer for what is not there and for what is somebody else's. */
export const nothingHere = (context: HttpContext): Response | Promise<Response> => {
  const language = context.get('language')
  const { isPractice } = context.get('needs')
  return context.html(deniedPage('not-found', { language, isPractice }), 404)
}

/** The member that the caller is, with the book; undefined for who is no member of the fund. */
export const ownVisit = async (context: HttpContext): Promise<OwnVisit | undefined> => {
  const { fundId, ownMemberId: memberId } = context.get('fund')
  const needs = context.get('needs')
  const { store, today } = needs
  const book = memberId === undefined ? undefined : await bookOf(store, fundId)
  if (!book || memberId === undefined) return undefined
  const frame = await frameOf(context)
  const boxAt = needs.sealing && boxPath.at(boxDoorOf(needs, fundId))
  const fundName = await fundNameIn(context, fundId)
  const numbersAt = numbersPath.all(context.get('caller')?.session.networkId)
  const hasVentures = venturesOf(book.ventures, memberId).length > 0
  const place: OwnPlace = { ...frame, fundId, fundName, boxAt, numbersAt, hasVentures }
  return { context, book, place, memberId, asOf: dayToShow(book, today()) }
}

/** Where a form of the own page stands, with what else it is made from. */
export const ownForm = <More = object>(
  more?: (visit: OwnVisit, of: Typed) => Promise<More | Response>,
) => ({
  find: async (context: HttpContext, of: Typed): Promise<(OwnVisit & More) | Response> => {
    const visit = await ownVisit(context)
    if (!visit) return nothingHere(context)
    const found = await more?.(visit, of)
    return found instanceof Response ? found : { ...visit, ...(found as More) }
  },
  frame: async ({ place }: OwnVisit): Promise<OwnPlace> => place,
})
