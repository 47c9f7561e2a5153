import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { HttpContext } from '#src/http/env.ts'

/** What a form of files sent: files that hold something, and the seal of what was told before. */
type Sent = { readonly files: readonly File[]; readonly seal: string }

/** A form that cannot be read sent nothing. */
export const fileSent = async (context: HttpContext): Promise<Sent> => {
  const form = await context.req.formData().catch(() => undefined)
  if (!form) return { files: [], seal: '' }
  const seal = form.get('seal')
  const files = form.getAll('sheet').filter((one): one is File => one instanceof File)
  return {
    files: files.filter(({ size }) => size > 0),
    seal: typeof seal === 'string' ? seal : '',
  }
}

/**
 * Says for a file and what it would write that they are the same as before. Nothing of the file is kept
 * between the question and the answer, because names may stand in it.
 */
export const sealOf = (
  context: HttpContext,
  files: readonly Uint8Array[],
  tried: object,
): string => {
  const { hash } = context.get('needs')
  const bytes = files.map((one) => hash(new TextDecoder('latin1').decode(one)))
  return hash(lengthPrefixed([...bytes, JSON.stringify(tried)]))
}
