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

const sheetPart = 'sheet'

/** The body of a form with one sheet, as the reference tells it. */
export const sheetBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object' as const,
        additionalProperties: false,
        required: [sheetPart],
        properties: { [sheetPart]: { type: 'string' as const, format: 'binary' } },
      },
    },
  },
}

/** The one part of the form, or why there is none. Names of other parts are not repeated. */
export const sheetIn = async (context: HttpContext): Promise<Uint8Array | Response> => {
  const form = await formIn(context)
  if (form instanceof Response) return form
  const [first, ...others] = form
  const codes = [
    ...(first?.[0] === sheetPart ? [] : [first ? 'part-unknown' : 'part-missing']),
    ...(others.length === 0 ? [] : ['part-unknown']),
  ]
  if (first === undefined || codes.length > 0) {
    const errors = codes.map((code) => ({ pointer: '', code }))
    return problem(400, 'invalid-request', { errors })
  }
  return bytesOf(first[1])
}
