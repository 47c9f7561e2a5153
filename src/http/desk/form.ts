import type { HttpContext } from '#src/http/env.ts'

const formType = /^application\/x-www-form-urlencoded\s*(;|$)/i
const valueMax = 200

/** Holds U+0000 to U+001F or U+007F, which nobody types into one line. */
const hasControl = (text: string): boolean =>
  [...text].some((sign) => sign < ' ' || sign === '\u007f')

/**
 * The fields of a form that our page sent: each of `wanted` once, `also` at most once, nothing else.
 * Undefined for anything that no page of ours sends.
 */
export const formOf = async (
  context: HttpContext,
  wanted: readonly string[],
  also: readonly string[] = [],
): Promise<ReadonlyMap<string, string> | undefined> => {
  if (!formType.test(context.req.header('content-type') ?? '')) return undefined
  const sent = [...new URLSearchParams(await context.req.text())]
  const fields = new Map(sent)
  const isOdd =
    fields.size !== sent.length ||
    !wanted.every((name) => fields.has(name)) ||
    sent.some(([name]) => !wanted.includes(name) && !also.includes(name)) ||
    sent.some(([, value]) => value.length > valueMax || hasControl(value))
  return isOdd ? undefined : fields
}
