import { fileLinesMax } from '#src/exchange/paper-book/files.ts'
import type { HttpContext } from '#src/http/env.ts'
import { problem } from '#src/http/problem.ts'

/** The bytes of one part of a form. */
export const bytesOf = async (part: File | string): Promise<Uint8Array> =>
  typeof part === 'string'
    ? new TextEncoder().encode(part)
    : new Uint8Array(await part.arrayBuffer())

/** More cells than the longest book has: reading them would keep everybody else waiting. */
const cellsMax = 25 * fileLinesMax
const cellEnds = [',', '\n', '\r'].map((sign) => sign.charCodeAt(0))

/** Whether CSV texts hold, together, more cells than any book. */
export const hasTooManyCells = (texts: readonly Uint8Array[]): boolean => {
  let cells = 0
  for (const bytes of texts) for (const byte of bytes) if (cellEnds.includes(byte)) cells += 1
  return cells > cellsMax
}

/** A form of files, or why it is none. */
export const formIn = async (context: HttpContext): Promise<FormData | Response> => {
  if (!/^multipart\/form-data\b/i.test(context.req.header('content-type') ?? ''))
    return problem(415, 'wrong-content-type')
  const form = await context.req.formData().catch(() => undefined)
  return form ?? problem(400, 'body-unreadable')
}
