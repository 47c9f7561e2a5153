import { supportPath } from '#src/desk/places.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { supportWordsAt } from '#src/pages/support/parts.ts'

/** The frame of a page one step behind a fund's list of support. */
export const behindSupport = async (context: HttpContext): Promise<At> => {
  const { fundId } = context.get('fund')
  const label = supportWordsAt({ language: context.get('language') }).back
  return {
    ...(await frameOf(context, { back: { href: supportPath.list({ fundId }), label } })),
    fundId,
  }
}
