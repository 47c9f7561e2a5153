import { charterOf } from '#domain/health/book.ts'
import { bookOf } from '#src/app/queries.ts'
import { fundPurse } from '#src/app/support/purse.ts'
import { donorReportOf, villageTotalsOf, windowViewsOf } from '#src/app/support/reports.ts'
import { newApi } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { problem } from '#src/http/problem.ts'
import { none } from '#src/http/reads/asked.ts'
import {
  answered,
  ask,
  awardNow,
  eraseNow,
  inFile,
  notErased,
  opened,
  step,
  write,
} from '#src/http/support/acts.ts'
import {
  askRoute,
  atOnceRoute,
  changeRoute,
  eraseRoute,
  fileRoute,
  listRoute,
  reportRoute,
  stepRoute,
  totalsRoute,
  windowsRoute,
} from '#src/http/support/fund-routes.ts'
import { fileTold, sealedNeeds, supportTold, wantedFrom } from '#src/http/support/told.ts'

const bookIn = (context: HttpContext) =>
  bookOf(context.get('needs').store, context.get('fund').fundId)

const doorIn = (context: HttpContext) => {
  const { fundId, ownMemberId } = context.get('fund')
  // Whoever has an office is a member; without one there is nobody to be known to a file.
  return { fundId, memberId: ownMemberId ?? '' }
}

const listsOf = () =>
  newApi()
    .openapi(listRoute, async (context) => {
      const book = await bookIn(context)
      return book ? context.json({ support: book.supports.map(supportTold) }, 200) : none()
    })
    .openapi(totalsRoute, async (context) => {
      const book = await bookIn(context)
      if (!book) return none()
      const { store, today } = context.get('needs')
      const { fundId } = context.get('fund')
      const quarters = await villageTotalsOf(fundPurse(store, { fundId, book }), today())
      const { currency } = charterOf(book, today())
      return context.json({ currency, quarters: [...quarters] }, 200)
    })
    .openapi(windowsRoute, async (context) => {
      const book = await bookIn(context)
      if (!book) return none()
      const { fundId } = context.get('fund')
      const views = await windowViewsOf(fundPurse(context.get('needs').store, { fundId, book }))
      const windows = views.map(({ terms, ...view }) => ({
        ...view,
        terms: terms ? { ...terms, lines: [...terms.lines] } : null,
      }))
      return context.json({ windows }, 200)
    })

const readsOf = () =>
  listsOf()
    .openapi(reportRoute, async (context) => {
      const book = await bookIn(context)
      const { windowId } = context.req.valid('param')
      if (!book?.windows.some((one) => one.windowId === windowId)) return none()
      const needs = sealedNeeds(context)
      if (needs instanceof Response) return needs as never
      const { fundId } = context.get('fund')
      const { year } = context.req.valid('query')
      const asked = { windowId, year, today: needs.today() }
      const made = await donorReportOf(needs, fundPurse(needs.store, { fundId, book }), asked)
      const { currency } = charterOf(book, needs.today())
      const { byKind } = made
      const table = byKind.is === 'told' ? { ...byKind, rows: [...byKind.rows] } : byKind
      return context.json(
        { ...made, currency, quarters: [...made.quarters], codes: [...made.codes], byKind: table },
        200,
      )
    })
    .openapi(fileRoute, async (context) => {
      const found = await opened(context, doorIn(context))
      if (!found) return none()
      return found instanceof Response ? (found as never) : context.json(fileTold(found.file), 200)
    })

const actsOf = () =>
  readsOf()
    .openapi(askRoute, async (context) => {
      const door = doorIn(context)
      const answer = await ask(context, door, wantedFrom(context.req.valid('json')))
      if (answer instanceof Response) return answer as never
      return context.json(await answered(context, door, { type: 'AskForSupport', answer }), 200)
    })
    .openapi(stepRoute, async (context) => {
      const door = doorIn(context)
      const answer = await inFile(context, door, (open) => step(open, context.req.valid('json')))
      if (!answer) return none()
      if (answer instanceof Response) return answer as never
      return context.json(await answered(context, door, { type: 'TakeSupportStep', answer }), 200)
    })
    .openapi(atOnceRoute, async (context) => {
      const door = doorIn(context)
      const answer = await inFile(context, door, (open) =>
        awardNow(open, context.req.valid('json')),
      )
      if (!answer) return none()
      if (answer instanceof Response) return answer as never
      return context.json(await answered(context, door, { type: 'AwardAtOnce', answer }), 200)
    })

/** Grants of a fund over HTTP. What is denied and what is not there are one answer. */
export const fundSupportRoutes = () =>
  actsOf()
    .openapi(changeRoute, async (context) => {
      const kept = await inFile(context, doorIn(context), (open) =>
        write(open, context.req.valid('json')),
      )
      if (!kept) return none()
      if (kept instanceof Response) return kept as never
      return kept === 'kept' ? context.body(null, 204) : (problem(422, kept) as never)
    })
    .openapi(eraseRoute, async (context) => {
      const { approver } = context.req.valid('json')
      const done = await inFile(context, doorIn(context), (open) => eraseNow(open, approver))
      if (!done) return none()
      return done === 'erased' ? context.body(null, 204) : (notErased(done) as never)
    })
