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
  additionalData: bytesOf(context.req.path),
})

/** What was filled in, without secrets and files. */
const filledIn = async (context: HttpContext): Promise<KeptForm> => {
  const fields = new Map(await writtenIn(context))
  for (const name of secretNames) fields.delete(name)
  return { fields, hadFiles: isOfFiles(context) }
}

/**
 * What was filled in, sealed for the page that asks for the own secret again: nothing of it stays here, and only the session
 * that sent it opens it. Undefined where it is too much.
 */
export const sealedForm = async (
  context: HttpContext,
): Promise<{ readonly sealed: string | undefined; readonly hadFiles: boolean }> => {
  const { fields, hadFiles } = await filledIn(context)
  const plain = bytesOf(JSON.stringify({ fields: [...fields], hadFiles }))
  if (plain.length > bytesMax) return { sealed: undefined, hadFiles }
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const sealed = await crypto.subtle.encrypt(how(context, iv), await keyOf(context), plain)
  const signs = Array.from(new Uint8Array([...iv, ...new Uint8Array(sealed)]), (byte) =>
    String.fromCharCode(byte),
  )
  return { sealed: btoa(signs.join('')), hadFiles }
}

/** What was sealed for this form in this session; undefined for anything else. */
export const openedForm = async (
  context: HttpContext,
  sealed: string,
): Promise<KeptForm | undefined> => {
  try {
    const bytes = Uint8Array.from(atob(sealed), (sign) => sign.charCodeAt(0))
    const iv = bytes.slice(0, nonceBytes)
    const key = await keyOf(context)
    const plain = await crypto.subtle.decrypt(how(context, iv), key, bytes.slice(nonceBytes))
    const { fields, hadFiles } = JSON.parse(new TextDecoder().decode(plain))
    return { fields: new Map(fields), hadFiles }
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
