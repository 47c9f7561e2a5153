import { monthlyDay, type LocalDate } from '#domain/kernel/dates.ts'
import { isSteppedUp } from '#src/app/identity/sessions.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { deniedPage } from '#src/pages/denied.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { type PageFrame, behindFirstPage } from '#src/pages/layout.ts'
import type { NetworkWords } from '#src/words/en/network.ts'
import { entranceWords, networkWords } from '#src/words/words.ts'

export const wordsOf = (context: HttpContext): NetworkWords =>
  networkWords.in(context.get('language'))

/** The frame of a page one step behind the administrator's desk. */
export const behindNetwork = (
  context: HttpContext,
  more: Partial<PageFrame> = {},
): Promise<PageFrame> =>
  frameOf(context, { back: { href: '/network', label: wordsOf(context).toNetwork }, ...more })

/** The frame of a page that the first page leads to. */
export const behindStart = (
  context: HttpContext,
  more: Partial<PageFrame> = {},
): Promise<PageFrame> => frameOf(context, { back: behindFirstPage, ...more })

/** None, or none of the caller's: the page that the guard shows, in every byte. */
export const notHere = async (context: HttpContext): Promise<Response> => {
  const frame = await frameOf(context, context.req.method === 'GET' ? {} : { at: '/' })
  return context.html(deniedPage('not-found', frame), 404)
}

/** What is said instead of a form that would be refused whatever stood in it, with the way back. */
export const insteadOfForm = async (
  context: HttpContext,
  frame: PageFrame,
  { heading, line, back }: { heading: string; line: string; back: string },
): Promise<Response> => {
  const links = [{ href: back, label: entranceWords.in(frame.language).back }]
  const page = messagePage(frame, { shown: 'stop', heading, lines: [line], links })
  return context.html(page, context.req.method === 'GET' ? 200 : 409)
}

/** Where to come back to, if the secret was given too long ago for a form that the guard asks it for. */
export const stepUpTo = (context: HttpContext, to: string): string | undefined =>
  isSteppedUp(context.get('needs'), context.get('caller')!.session) ? undefined : to

/** A right is offered for a year, and may be shorter. */
export const inAYear = (context: HttpContext): LocalDate => {
  const today = context.get('needs').today()
  return monthlyDay(today, 12, Number(today.slice(8)))
}

/** The sentence that a page which was come back to begins with: one of ours, never what the address holds. */
export const doneText = (context: HttpContext, text: string): string | undefined =>
  context.req.query('done') === '1' ? text : undefined
