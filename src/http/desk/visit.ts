import type { LocalDate } from '#domain/kernel/dates.ts'
import type { MemberName } from '#domain/fund/people/particulars.ts'
import type { FundBook } from '#domain/health/book.ts'
import { bookOf } from '#src/app/queries.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { PageAnswer, PageHandler } from '#src/http/page.ts'
import { deniedPage } from '#src/pages/denied.ts'
import type { At } from '#src/pages/desk/parts.ts'

/** What a page of the record-keeper is made from. */
export type Visit = {
  readonly context: HttpContext
  readonly at: At
  readonly book: FundBook
  readonly today: LocalDate
  /** What members are called, where names were opened. */
  readonly names?: ReadonlyMap<string, MemberName>
}

/** Where a page of the fund in the path stands. */
export const atOf = async (context: HttpContext): Promise<At> => ({
  ...(await frameOf(context)),
  fundId: context.get('fund').fundId,
})

export const visitOf = async (context: HttpContext): Promise<Visit | undefined> => {
  const { store, today } = context.get('needs')
  const at = await atOf(context)
  const book = await bookOf(store, at.fundId)
  return book && { context, at, book, today: today() }
}

/** A page of the fund in the path, where there is such a fund. */
export const onVisit =
  (page: (visit: Visit) => PageAnswer): PageHandler =>
  async (context) => {
    const visit = await visitOf(context)
    return visit ? page(visit) : notFound(context)
  }

export const notFound = async (context: HttpContext): Promise<Response> =>
  context.html(deniedPage('not-found', await frameOf(context)), 404)
