import { note } from '#src/app/activity.ts'
import { bookOf } from '#src/app/queries.ts'
import { reasonsOfService } from '#src/app/cases/roof.ts'
import { reasonsOf } from '#src/app/relief-reasons.ts'
import { aboutPerson, behindPerson } from '#src/http/people/visit.ts'
import { reasonsPage } from '#src/pages/people/reasons-page.ts'

/**
 * Why relief was given to a member's household. The look stands in the log of everybody whose household it is, not
 * of that member alone, before anything is answered.
 */
export const reasons = aboutPerson(async (visit) => {
  const { context, fundId, memberId, person } = visit
  const needs = context.get('needs')
  const book = await bookOf(needs.store, fundId)
  const found = book
    ? await reasonsOf({ ...needs, store: reasonsOfService(needs) }, { fundId, book, memberId })
    : []
  const others = new Set(found.flatMap(({ memberIds }) => memberIds))
  others.delete(memberId)
  const { by } = context.get('caller')!
  const line = { ...by, scope: fundId, action: 'read-relief-reason', outcome: 'read' } as const
  for (const other of others) await note(needs, { ...line, subject: `member:${other}` })
  return context.html(reasonsPage(await behindPerson(visit), { person, reasons: found }))
})
