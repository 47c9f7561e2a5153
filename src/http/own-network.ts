import type { MiddlewareHandler } from 'hono'
import type { HttpContext, HttpEnv } from '#src/http/env.ts'
import { sendForServiceToNetwork } from '#src/http/gate.ts'
import { accessToNetwork, denial, noteDone } from '#src/http/guard.ts'

/** Lets through who may bring a book into their own network: it is not in the path, it is the caller's. */
export const intoOwnNetwork: MiddlewareHandler<HttpEnv> = async (context, next) => {
  const networkId = context.get('caller')?.person.networkId ?? ''
  const access = await accessToNetwork(context, { networkId, action: 'import-book' })
  if (typeof access === 'string') return denial(access)
  context.set('network', access)
  await next()
  await noteDone(context, context.res.ok)
  return undefined
}

/** A fund that has come here belongs to the network of whoever brought it. */
export const joinOwnNetwork = async (context: HttpContext, fundId: string): Promise<void> => {
  const { ids, today } = context.get('needs')
  const envelope = { id: ids(), v: 1, effectiveOn: today() } as const
  await sendForServiceToNetwork(context, { ...envelope, type: 'JoinFund', fundId })
}
