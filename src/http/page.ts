import type { Context, Hono } from 'hono'
import type { Action } from '#domain/access/table.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { askSecretAgain, takeSecretAgain } from '#src/http/entrance/secret-again.ts'
import { helpPath } from '#src/pages/help/guide-parts.ts'
import type { HttpContext, HttpEnv } from '#src/http/env.ts'
import { awayFromSums } from '#src/http/household/sums.ts'
import { type Denied, accessToFund, accessToNetwork, noteDone, subjectOf } from '#src/http/guard.ts'
import { problem } from '#src/http/problem.ts'
import type { Html } from '#src/pages/layout.ts'
import { deniedPage } from '#src/pages/denied.ts'

/** Who a page is for, as the access test reads it from the list of pages. */
type PageRule = Action | 'public' | 'signed-in'
export type PageRoute = {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly rule: PageRule
}

export type PageAnswer = Html | Response | Promise<Html | Response>
export type PageHandler = (context: HttpContext) => PageAnswer

const statusOf = {
  'not-signed-in': 401,
  'not-found': 404,
  'not-allowed': 403,
  'officer-of-a-fund': 403,
} as const

/** Where the language link of a page leads that answered a form: forms have no page of their own. */
const placeOf = (context: HttpContext): { readonly at?: string } =>
  context.req.method === 'GET' ? {} : { at: '/' }

const tell = async (context: HttpContext, denied: Denied): Promise<Response> => {
  if (denied === 'step-up-needed') return askSecretAgain(context)
  // Help as a whole: a way to one section would tell which page it would have been.
  const frame = await frameOf(context, { ...placeOf(context), help: helpPath.all })
  return context.html(deniedPage(denied, frame), statusOf[denied])
}

const accessOf = async (context: HttpContext, rule: PageRule): Promise<Denied | undefined> => {
  if (rule === 'public') return undefined
  if (rule === 'signed-in') return context.get('caller') ? undefined : 'not-signed-in'
  const fundId = context.req.param('fundId')
  if (fundId !== undefined) {
    const access = await accessToFund(context, {
      fundId,
      action: rule,
      subject: subjectOf(context),
    })
    if (typeof access === 'string') return access
    context.set('fund', access)
    return undefined
  }
  const networkId = context.get('caller')?.person.networkId ?? ''
  const access = await accessToNetwork(context, { networkId, action: rule })
  if (typeof access === 'string') return access
  context.set('network', access)
  return undefined
}

/** Pages with their rules: nothing is served that is not in the list. */
export type Pages = {
  readonly get: (path: string, rule: PageRule, handler: PageHandler) => void
  readonly post: (path: string, rule: PageRule, handler: PageHandler) => void
  readonly list: readonly PageRoute[]
}

const asksForTrial = (context: HttpContext): boolean =>
  Object.keys(context.req.queries()).some((word) => word.toLowerCase() === 'dryrun')

const unknownWord = (): Response =>
  problem(400, 'invalid-request', { errors: [{ pointer: '', code: 'unknown-field' }] })

/** A page with a status; an answer of its own stays what it is. */
export const asPage = (
  context: HttpContext,
  page: Html | Response,
  status: 200 | 400 | 409,
): Response | Promise<Response> => (page instanceof Response ? page : context.html(page, status))

/** Hangs pages on routes, each behind its rule; what is denied is told as a page, in words. */
export const pagesOn = (routes: Hono<HttpEnv>): Pages => {
  const list: PageRoute[] = []
  const add =
    (method: PageRoute['method']) => (path: string, rule: PageRule, handler: PageHandler) => {
      list.push({ method, path, rule })
      routes[method](path, async (context: Context<HttpEnv>) => {
        context.set('page', path)
        const refused = method === 'post' ? await takeSecretAgain(context) : undefined
        if (refused) return refused
        const denied = await accessOf(context, rule)
        if (denied) return tell(context, denied)
        // A page tries nothing: whoever asks it to must not find it done.
        if (method === 'post' && asksForTrial(context)) return unknownWord()
        const away = await awayFromSums(context, rule)
        if (away !== undefined) return context.redirect(away, 303)
        const answer = await handler(context)
        const isSentOn = answer instanceof Response && answer.status === 303
        await noteDone(context, isSentOn || context.get('isTaken') === true)
        return answer instanceof Response ? answer : context.html(answer)
      })
    }
  return { get: add('get'), post: add('post'), list }
}
