import type { HttpContext } from '#src/http/env.ts'

/**
 * What an answer from a fund's book is known by: how far the book has come, the day, and who asks for what. Only for whoever
 * reads the whole journal anyway: to a household it would tell when somebody else's lines are written.
 */
export const headTag = async (context: HttpContext): Promise<string | undefined> => {
  const { store, today, hash, version } = context.get('needs')
  const { fundId, scope, held } = context.get('fund')
  if (scope !== 'all') return undefined
  const head = await store.viewsHead(fundId)
  const asked = [context.req.url, context.get('language'), held, today(), version]
  return head && `"${hash(JSON.stringify([head, ...asked]))}"`
}

/** Whether whoever asks has that very answer already. */
export const isKnown = ({ req }: HttpContext, tag: string): boolean =>
  (req.header('if-none-match') ?? '').split(/,\s*/).some((one) => one.replace(/^W\//, '') === tag)

/** The book is not read for it. */
export const unchanged = (tag: string): Response =>
  new Response(null, { status: 304, headers: { etag: tag } })
