import type { HttpContext } from '#src/http/env.ts'

/** More parts than any form of ours has, with all files of a book. Each costs the thread that answers people its time. */
const partsMax = 100

const boundaryIn = /;\s*boundary=(?:"([^"\\\r\n]{1,70})"|([^\s";,]{1,70}))/gi

/** The one line that parts stand between; nothing where a header names none, or several, of which another reads another. */
const boundaryOf = (type: string): string | undefined => {
  const [found, ...more] = [...type.matchAll(boundaryIn)]
  return found && more.length === 0 ? (found[1] ?? found[2]) : undefined
}

const isFew = (body: Uint8Array, boundary: string): boolean => {
  const bytes = new TextDecoder('latin1').decode(body)
  let [count, at] = [0, -1]
  while ((at = bytes.indexOf(`--${boundary}`, at + 1)) !== -1) {
    count += 1
    // The last one ends the form.
    if (count > partsMax + 1) return false
  }
  return true
}

/** A form of parts that was sent, counted before it is taken apart; or why it is none. */
export const partsIn = async (
  context: HttpContext,
): Promise<FormData | 'unreadable' | 'too-many-parts'> => {
  const boundary = boundaryOf(context.req.header('content-type') ?? '')
  if (boundary === undefined) return 'unreadable'
  const body = new Uint8Array(await context.req.arrayBuffer())
  if (!isFew(body, boundary)) return 'too-many-parts'
  // By the boundary that was counted, and no other way of reading the header.
  const headers = { 'content-type': `multipart/form-data; boundary="${boundary}"` }
  return new Response(body, { headers }).formData().catch(() => 'unreadable' as const)
}
