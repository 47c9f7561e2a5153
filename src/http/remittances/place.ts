import { getCookie, setCookie } from 'hono/cookie'
import { instantAfter } from '#domain/kernel/dates.ts'
import {
  type Sender,
  type SenderCode,
  type SenderNeeds,
  senderByCode,
  senderCodeIn,
  senderCodeText,
} from '#src/app/remittances/senders.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'

const cookie = 'sent'
const about = 'sender page'
/** Somebody who is called away comes back to a shut page. */
const openMs = 10 * 60_000
const keptLength = 512

type Kept = { readonly code: string; readonly isOpen: boolean; readonly until: string }

/** What the pages of a sender need; undefined where the service has no secret to seal by. */
export const senderNeedsOf = (context: HttpContext): SenderNeeds | undefined => {
  const needs = context.get('needs')
  const { store, secrets, hash, random, clock, sealing } = needs
  return sealing && { store, secrets, hash, random, clock, sealing }
}

/** Which card was scanned in this browser, and whether its digits were typed: sealed, and for a while. */
export const keepSenderOpen = async (
  context: HttpContext,
  { sealing }: SenderNeeds,
  { code, isOpen }: { readonly code: SenderCode; readonly isOpen: boolean },
): Promise<void> => {
  const until = instantAfter(context.get('needs').clock(), openMs)
  const kept: Kept = { code: senderCodeText(code), isOpen, until }
  const sealed = await sealing.seal(code.fundId, about, JSON.stringify(kept), keptLength)
  const value = `${code.fundId}.${sealed}`
  setCookie(context, cookie, value, { prefix: 'host', httpOnly: true, sameSite: 'Lax' })
}

/** Forgets in this browser which card was scanned. */
export const dropSender = (context: HttpContext): void =>
  setCookie(context, cookie, '', { prefix: 'host', httpOnly: true, sameSite: 'Lax', maxAge: 0 })

/** Somebody abroad at the own page. */
export type SenderVisit = {
  readonly context: HttpContext
  readonly needs: SenderNeeds
  readonly code: SenderCode
  readonly sender: Sender
  readonly isOpen: boolean
}

export const sentWords = ({ context }: { readonly context: HttpContext }) =>
  remittanceWords.in(context.get('language'))

/** Nothing of whoever else is signed in, and the way out on top. */
export const senderFrame = ({ context }: { readonly context: HttpContext }) =>
  frameOf(context, {
    isLeftAtOnce: true,
    house: undefined,
    who: undefined,
    at: remittancePath.sent,
  })

/** The same for a card that was never made, one that has ended, and a browser that has scanned none. */
export const noSender = async (context: HttpContext): Promise<Response> => {
  const words = sentWords({ context })
  const page = messagePage(await senderFrame({ context }), {
    shown: 'stop',
    heading: words.nothing,
    lines: [words.nothingMeaning],
    links: [{ href: remittancePath.prices, label: words.prices }],
  })
  return context.html(page, 404)
}

/** Who has scanned a card here a while ago. */
export const senderVisit = async (context: HttpContext): Promise<SenderVisit | Response> => {
  const needs = senderNeedsOf(context)
  const [, fundId, sealed] =
    /^([0-9a-f-]{36})\.(.{1,2000})$/.exec(getCookie(context, cookie, 'host') ?? '') ?? []
  const text =
    needs && fundId && sealed
      ? await needs.sealing.open(fundId, about, sealed).catch(() => undefined)
      : undefined
  if (!needs || text === undefined) return noSender(context)
  const { code: written, isOpen, until } = JSON.parse(text) as Kept
  const code = senderCodeIn(written)
  if (!code || context.get('needs').clock() >= until) return noSender(context)
  const sender = await senderByCode(needs, code)
  return sender ? { context, needs, code, sender, isOpen } : noSender(context)
}

/** The same once the digits were typed. */
export const openSender = async (context: HttpContext): Promise<SenderVisit | Response> => {
  const visit = await senderVisit(context)
  return visit instanceof Response || visit.isOpen
    ? visit
    : context.redirect(remittancePath.sent, 303)
}
