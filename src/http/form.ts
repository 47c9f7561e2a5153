import type { HttpContext } from '#src/http/env.ts'

const formType = /^application\/x-www-form-urlencoded\s*(;|$)/i
const valueMax = 200
/** A sheet of two thousand lines. */
const sheetMax = 100_000

/** Holds U+0000 to U+001F or U+007F, which nobody types into one line. */
const hasControl = (text: string): boolean =>
  [...text].some((sign) => sign < ' ' || sign === '\u007f')

const isLine = (value: string): boolean => value.length <= valueMax && !hasControl(value)

const isSheet = (value: string): boolean =>
  value.length <= sheetMax && !hasControl(value.replaceAll(/[\t\r\n]/g, ' '))

/** The fields of a form, each of them once; undefined for what is no form. */
const sentIn = async (context: HttpContext): Promise<ReadonlyMap<string, string> | undefined> => {
  if (!formType.test(context.req.header('content-type') ?? '')) return undefined
  const sent = [...new URLSearchParams(await context.req.text())]
  const fields = new Map(sent)
  return fields.size === sent.length ? fields : undefined
}

/**
 * The fields of a form, each of them one line, but for the one that takes lines of a sheet; undefined for anything that
 * no page of ours sends.
 */
export const formOf = async (
  context: HttpContext,
  sheet?: string,
): Promise<ReadonlyMap<string, string> | undefined> => {
  const fields = await sentIn(context)
  const isOurs = ([name, value]: readonly [string, string]): boolean =>
    name === sheet ? isSheet(value) : isLine(value)
  return fields && [...fields].every(isOurs) ? fields : undefined
}

/** The same for a page that judges each field itself and gives back what was typed; what was not sent is empty. */
export const textsOf = async (context: HttpContext): Promise<(name: string) => string> => {
  const fields = await sentIn(context)
  return (name) => fields?.get(name) ?? ''
}

/** Whether a form has each field that its page sends, and none that it does not. */
export const holds = (
  fields: ReadonlyMap<string, string>,
  wanted: readonly string[],
  also: readonly string[],
): boolean =>
  wanted.every((name) => fields.has(name)) &&
  [...fields.keys()].every((name) => wanted.includes(name) || also.includes(name))
