import type { HttpContext } from '#src/http/env.ts'
import { partsIn } from '#src/http/multipart.ts'
import { problem } from '#src/http/problem.ts'

/** The bytes of one part of a form. */
export const bytesOf = async (part: File | string): Promise<Uint8Array> =>
  typeof part === 'string'
    ? new TextEncoder().encode(part)
    : new Uint8Array(await part.arrayBuffer())

/** A form of files, or why it is none. */
export const formIn = async (context: HttpContext): Promise<FormData | Response> => {
  if (!/^multipart\/form-data\b/i.test(context.req.header('content-type') ?? ''))
    return problem(415, 'wrong-content-type')
  const form = await partsIn(context)
  if (form === 'too-many-parts') return problem(413, 'body-too-large')
  return form === 'unreadable' ? problem(400, 'body-unreadable') : form
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
