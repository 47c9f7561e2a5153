import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type Stopped, stoppedPage } from '#src/pages/desk/stopped.ts'

/** Where there is nothing to go on with: what was sent is none of our forms, or was used before. */
export const stopped = async (
  context: HttpContext,
  { why, status }: { readonly why: Stopped; readonly status: 400 | 403 | 409 },
): Promise<Response> => {
  const at = { ...(await frameOf(context)), fundId: context.get('fund').fundId }
  return context.html(stoppedPage(at, { why }), status)
}
