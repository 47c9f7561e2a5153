import type { HttpContext } from '#src/http/env.ts'
import { partsIn } from '#src/http/multipart.ts'

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

/** The fields of a form, each of them once; undefined for what is no form. What was kept of it stands for what was sent. */
const sentIn = async (context: HttpContext): Promise<ReadonlyMap<string, string> | undefined> => {
  const kept = context.get('keptForm')
  if (kept) return kept.fields
  if (!formType.test(context.req.header('content-type') ?? '')) return undefined
  const sent = [...new URLSearchParams(await context.req.text())]
  const fields = new Map(sent)
  return fields.size === sent.length ? fields : undefined
}

/** What somebody writes in lines of their own; whatever sign is in it, its field judges it and gives it back. */
export const isWriting = (value: string): boolean => value.length <= sheetMax

/**
 * The fields of a form, each of them one line, but for those that take lines, of a sheet or as `isLines` says;
 * undefined for anything that no page of ours sends.
 */
export const formOf = async (
  context: HttpContext,
  lines: string | readonly string[] = [],
  isLines = isSheet,
): Promise<ReadonlyMap<string, string> | undefined> => {
  const fields = await sentIn(context)
  const isOurs = ([name, value]: readonly [string, string]): boolean =>
    [lines].flat().includes(name) ? isLines(value) : isLine(value)
  return fields && [...fields].every(isOurs) ? fields : undefined
}

/** The written fields of whatever form was sent, as they were typed; none of what is no form. */
export const writtenIn = async (context: HttpContext): Promise<ReadonlyMap<string, string>> => {
  if (!isOfFiles(context)) return (await sentIn(context)) ?? new Map()
  const parts = await partsIn(context)
  const written = typeof parts === 'string' ? [] : [...parts]
  return new Map(written.flatMap(([name, part]) => (part instanceof File ? [] : [[name, part]])))
}

const filesType = /^multipart\/form-data\b/i

/** Whether a form was sent as one with files. */
export const isOfFiles = (context: HttpContext): boolean =>
  filesType.test(context.req.header('content-type') ?? '')

/** What a form with files sent. */
type SentFiles = {
  /** Each of them one line; those that take files are empty. */
  readonly fields: ReadonlyMap<string, string>
  /** Files that hold something, by the names of their fields. */
  readonly files: ReadonlyMap<string, readonly File[]>
}

/**
 * The fields and files of a form, each of them one line but for those that take lines; undefined for what is no form with
 * files.
 */
export const filesOf = async (
  context: HttpContext,
  lines: string | readonly string[] = [],
): Promise<SentFiles | undefined> => {
  const form = await partsIn(context)
  if (typeof form === 'string') return undefined
  const fields = new Map<string, string>()
  const files = new Map<string, File[]>()
  for (const [name, part] of form) {
    const isFile = part instanceof File
    if (fields.has(name) && !(isFile && files.has(name))) return undefined
    fields.set(name, isFile ? '' : part)
    if (!isFile) continue
    // Of one name there may be as many as fit in what may be sent: the list of them is not written anew for each.
    const some = files.get(name) ?? []
    if (part.size > 0) some.push(part)
    files.set(name, some)
  }
  const isOurs = ([name, value]: readonly [string, string]): boolean =>
    [lines].flat().includes(name) ? isWriting(value) : isLine(value)
  return [...fields].every(isOurs) ? { fields, files } : undefined
}

/** Whether a form has each field that its page sends, and none that it does not. */
export const holds = (
  fields: ReadonlyMap<string, string>,
  wanted: readonly string[],
  also: readonly string[],
): boolean =>
  wanted.every((name) => fields.has(name)) &&
  [...fields.keys()].every((name) => wanted.includes(name) || also.includes(name))

/** What a button with no fields beside it sends: each of these names and no other; undefined for anything else. */
export const pressed = async (
  context: HttpContext,
  names: readonly string[],
): Promise<ReadonlyMap<string, string> | undefined> => {
  const sent = await formOf(context)
  return sent && holds(sent, names, []) ? sent : undefined
}
