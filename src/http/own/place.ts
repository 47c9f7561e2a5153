import { getCookie, setCookie } from 'hono/cookie'
import { instantAfter } from '#domain/kernel/dates.ts'
import { type OwnCode, codeIn, codeText } from '#src/app/cases/own-card.ts'
import { fromText, toText } from '#src/app/cases/sealed-text.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { CasesService } from '#src/http/needs.ts'

const cookie = 'own'
const about = 'own page'
/** Somebody who is called away comes back to a shut page. */
const openMs = 10 * 60_000

/** What a browser keeps of an own page, sealed by the service: which card, and for a while the key that its digits opened. */
type Kept = { readonly code: string; readonly privateKey?: string; readonly until: string }

export const keepOwn = async (
  context: HttpContext,
  { keys }: Pick<CasesService, 'keys'>,
  { code, privateKey }: { readonly code: OwnCode; readonly privateKey?: string },
): Promise<void> => {
  const kept: Kept = {
    code: codeText(code),
    ...(privateKey === undefined ? {} : { privateKey }),
    until: instantAfter(context.get('needs').clock(), openMs),
  }
  const sealed = await keys.sealHere(about, new TextEncoder().encode(JSON.stringify(kept)))
  setCookie(context, cookie, toText(sealed), { prefix: 'host', httpOnly: true, sameSite: 'Lax' })
}

export const dropOwn = (context: HttpContext): void =>
  setCookie(context, cookie, '', { prefix: 'host', httpOnly: true, sameSite: 'Lax', maxAge: 0 })

/** The card that was scanned in this browser a while ago, and the key where its digits were typed. */
export const keptOwn = async (
  context: HttpContext,
  { keys }: Pick<CasesService, 'keys'>,
): Promise<{ readonly code: OwnCode; readonly privateKey?: string } | undefined> => {
  const text = getCookie(context, cookie, 'host')
  const plain = text && (await keys.openHere(about, fromText(text)))
  if (!plain) return undefined
  const { code: written, privateKey, until } = JSON.parse(new TextDecoder().decode(plain)) as Kept
  const code = codeIn(written)
  if (!code || context.get('needs').clock() >= until) return undefined
  return { code, ...(privateKey === undefined ? {} : { privateKey }) }
}
