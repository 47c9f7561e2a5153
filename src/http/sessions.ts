import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { givenPersonOf } from '#src/app/identity/given.ts'
import { signedInOf } from '#src/app/identity/sessions.ts'
import type { Caller, HttpContext, HttpEnv } from '#src/http/env.ts'
import { noteLooks } from '#src/http/guard.ts'
import type { AppNeeds } from '#src/http/needs.ts'

const cookies = { session: 'session', device: 'device' } as const
type CookieName = keyof typeof cookies

/** A year: a device stays enrolled until somebody revokes it. Sessions end with the browser or before. */
const deviceSeconds = 365 * 24 * 3600

/** Keeps a token where no script and no other site can reach it. */
export const keepToken = (context: HttpContext, name: CookieName, token: string): void =>
  setCookie(context, cookies[name], token, {
    prefix: 'host',
    httpOnly: true,
    sameSite: 'Lax',
    ...(name === 'device' ? { maxAge: deviceSeconds } : {}),
  })

export const dropToken = (context: HttpContext, name: CookieName): void =>
  setCookie(context, cookies[name], '', {
    prefix: 'host',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: 0,
  })

/** The token of a cookie; empty or absent is the same. */
export const tokenOf = (context: HttpContext, name: CookieName): string | undefined =>
  getCookie(context, cookies[name], 'host') || undefined

const bearer = /^Bearer ([\w.-]{1,200})$/

/** Programs send the token in a header; browsers in the cookie. A header that is there is the one that counts. */
export const sessionToken = (context: HttpContext): string | undefined => {
  const header = context.req.header('authorization')
  return header === undefined ? tokenOf(context, 'session') : bearer.exec(header)?.[1]
}

/** Who a token belongs to on this day; undefined for nobody. */
export const callerOf = async (
  needs: AppNeeds,
  token: string | undefined,
): Promise<Caller | undefined> => {
  const found = token === undefined ? undefined : await signedInOf(needs, token)
  if (!found) return undefined
  const { session, memberships, networkHead } = found
  const known = { ...session, memberships, networkHead }
  const person = await givenPersonOf(needs, known, needs.today())
  return {
    session,
    person,
    by: { actor: session.userId ?? 'card', device: session.deviceId },
  }
}

/** A person, whichever phone it is sent from: more sessions make nobody more than one sender. */
const senderOf = ({ session: { userId, card, networkId } }: Caller): string =>
  `${networkId} ${userId ?? card?.memberId ?? ''}`

/** Finds out who asks, before anything else looks at the request; what was looked at stands in the log before the answer leaves. */
export const knowCaller: MiddlewareHandler<HttpEnv> = async (context, next) => {
  const needs = context.get('needs')
  const caller = await callerOf(needs, sessionToken(context))
  context.set('caller', caller)
  if (caller && needs.reader?.of)
    context.set('needs', { ...needs, reader: needs.reader.of(senderOf(caller)) })
  await next()
  await noteLooks(context)
}
