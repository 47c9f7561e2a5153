import { charterOf } from '#domain/health/book.ts'
import { filesOf } from '#src/app/support/files.ts'
import { change } from '#src/app/support/keeping.ts'
import { formOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { nothingHere, ownRoom } from '#src/http/household.ts'
import { isOwner } from '#src/http/owner.ts'
import type { Pages } from '#src/http/page.ts'
import { askOwnSupportPage, ownSupportPage } from '#src/pages/support/own-support-page.ts'

const show = async (context: HttpContext) => {
  const room = await ownRoom(context)
  if (!room) return nothingHere(context)
  const { place, memberId, book, asOf } = room
  const needs = context.get('needs')
  const { sealing } = needs
  const sent = await formOf(context)
  const secret = sent?.get('secret') ?? ''
  if (!(await isOwner(context, secret))) return context.html(askOwnSupportPage(place, true), 403)
  const sealed = { ...needs, sealing: sealing! }
  const files = async () =>
    sealing
      ? (await filesOf(sealed, place.fundId)).filter((file) => file.memberId === memberId)
      : []
  const stopped = (await files()).find(({ code }) => code === sent?.get('stop'))
  if (stopped) {
    const made = { is: 'stopped', on: needs.today() } as const
    await change(sealed, place.fundId, { file: stopped, made })
  }
  const own = (await files()).flatMap((file) => {
    const support = book.supports.find(({ code }) => code === file.code)
    return support ? [{ file, support }] : []
  })
  const { isPractice } = needs
  return ownSupportPage(place, { own, currency: charterOf(book, asOf).currency, isPractice })
}

/** What somebody was given, for that person alone, behind the secret each time. */
export const ownSupportPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/me/support', 'read-own-support', async (context) => {
    const room = await ownRoom(context)
    return room ? askOwnSupportPage(room.place, false) : nothingHere(context)
  })
  pages.post('/funds/:fundId/me/support', 'read-own-support', show)
}
