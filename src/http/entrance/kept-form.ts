import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { secretNames } from '#src/desk/secret-names.ts'
import type { HttpContext, KeptForm } from '#src/http/env.ts'
import { isOfFiles, isWriting, writtenIn } from '#src/http/form.ts'
import { sessionToken } from '#src/http/sessions.ts'

const mark = 'village-fund/kept-form/1'
const nonceBytes = 12
/** Sealed and sent, it is still less than a body may be. */
const bytesMax = 600_000

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** Of the session's token, of which the database has the hash alone: whoever signs in afterwards has another one. */
const keyOf = (context: HttpContext): Promise<CryptoKey> => {
  const hex = context.get('needs').hash(lengthPrefixed([mark, sessionToken(context) ?? '']))
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

const how = (context: HttpContext, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  // What was filled in for one form is filled into no other.
  additionalData: bytesOf(formAddress(context)),
})

/** Where a form is sent, with all that its address says. */
export const formAddress = (context: HttpContext): string => {
  const { pathname, search } = new URL(context.req.url)
  return `${pathname}${search}`
}

/** A form that waits for the own secret; where it was too much to keep, it has no fields any more. */
export type WaitingForm = Pick<KeptForm, 'hadFiles'> & Partial<KeptForm>

/** When the secret was given last in this session. */
const givenAt = (context: HttpContext): string => context.get('caller')?.session.steppedUpAt ?? ''

/** What was filled in, without secrets and files. */
export const waitingForm = async (context: HttpContext): Promise<WaitingForm> => {
  const fields = new Map(await writtenIn(context))
  for (const name of secretNames) fields.delete(name)
  return { fields, hadFiles: isOfFiles(context) }
}

const plainOf = (context: HttpContext, { fields, hadFiles }: WaitingForm) => {
  const asked = { hadFiles, after: givenAt(context) }
  const plain = bytesOf(JSON.stringify({ ...asked, fields: fields && [...fields] }))
  return plain.length > bytesMax
    ? { plain: bytesOf(JSON.stringify(asked)), isKept: false }
    : { plain, isKept: fields !== undefined }
}

/**
 * What was filled in, sealed for the page that asks for the own secret again: nothing of it stays here, and only the session
 * that sent it opens it.
 */
export const sealedForm = async (
  context: HttpContext,
  form: WaitingForm,
): Promise<{ readonly sealed: string; readonly isKept: boolean }> => {
  const { plain, isKept } = plainOf(context, form)
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const sealed = await crypto.subtle.encrypt(how(context, iv), await keyOf(context), plain)
  const signs = Array.from(new Uint8Array([...iv, ...new Uint8Array(sealed)]), (byte) =>
    String.fromCharCode(byte),
  )
  return { sealed: btoa(signs.join('')), isKept }
}

/**
 * What was sealed for this form in this session; undefined for anything else. `isFirst` as long as the secret has not been given
 * since it was asked for there: a browser that sends a page once more sends the secret with it, whoever sits before it by then.
 */
export const openedForm = async (
  context: HttpContext,
  sealed: string,
): Promise<(WaitingForm & { readonly isFirst: boolean }) | undefined> => {
  try {
    const bytes = Uint8Array.from(atob(sealed), (sign) => sign.charCodeAt(0))
    const iv = bytes.slice(0, nonceBytes)
    const key = await keyOf(context)
    const plain = await crypto.subtle.decrypt(how(context, iv), key, bytes.slice(nonceBytes))
    const { fields, hadFiles, after } = JSON.parse(new TextDecoder().decode(plain))
    const isFirst = after === givenAt(context)
    return { ...(fields && { fields: new Map(fields) }), hadFiles, isFirst }
  } catch {
    return undefined
  }
}

/** What came back of a page that asked for the secret again; undefined for any other form. */
export const backWithSecret = async (
  context: HttpContext,
): Promise<{ readonly sealed: string; readonly secret: string } | undefined> => {
  const sent = isOfFiles(context) ? undefined : await writtenIn(context)
  const sealed = sent?.get('kept')
  const secret = sent?.get('ownSecret')
  if (sealed === undefined || secret === undefined || sent?.size !== 2) return undefined
  return isWriting(secret) ? { sealed, secret } : undefined
}
