import type { MiddlewareHandler } from 'hono'
import { rolesInNetwork } from '#domain/access/person.ts'
import type { Role } from '#domain/access/roles.ts'
import { type Action, actions } from '#domain/access/table.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { note } from '#src/app/activity.ts'
import { isFromPhone } from '#src/app/identity/phone-key.ts'
import { givenRolesIn } from '#src/app/identity/given.ts'
import { mayRecordAnything } from '#src/app/submit.ts'
import { fundSchemas, networkSchemas } from '#src/http/commands/schemas.ts'
import type { Caller, HttpContext, HttpEnv } from '#src/http/env.ts'
import { denial } from '#src/http/guard.ts'
import { problem } from '#src/http/problem.ts'

const actionsIn = (schemas: Readonly<Record<string, unknown>>): readonly Action[] =>
  actions.filter((action) => Object.hasOwn(schemas, action))

const toFund = actionsIn(fundSchemas)
const toNetwork = actionsIn(networkSchemas)

/** Whoever may send no command at all is told so once, before the list is read. */
const denied = async (
  context: HttpContext,
  caller: Caller,
  { scope, held, open }: { scope: string; held: readonly Role[]; open: readonly Action[] },
): Promise<Response | undefined> => {
  if (held.length === 0) return denial('not-found')
  if (mayRecordAnything(held, open)) return undefined
  const { actor, device } = caller.by
  await note(context.get('needs'), {
    scope,
    actor,
    device,
    action: 'commands',
    outcome: 'refused',
  })
  return denial('not-allowed')
}

/** Lets through whoever may send at least one type of command to the fund; each item is judged later. */
export const recordsInFund: MiddlewareHandler<HttpEnv> = async (context, next) => {
  const caller = context.get('caller')
  if (!caller) return denial('not-signed-in')
  const fundId = context.req.param('fundId') ?? ''
  if (!isUuid(fundId)) return denial('not-found')
  const needs = context.get('needs')
  const { person } = caller
  const held = await givenRolesIn(needs, { person, fundId, day: needs.today() })
  const refusal = await denied(context, caller, { scope: fundId, held, open: toFund })
  if (refusal) return refusal
  const ownMemberId = person.memberOf.find((own) => own.fundId === fundId)?.memberId
  context.set('fund', { fundId, held, ownMemberId, scope: 'all' })
  return next()
}

/** Lets through what a phone has signed where it signs, and what no phone sends. */
export const signedByPhone: MiddlewareHandler<HttpEnv> = async (context, next) => {
  const { session } = context.get('caller')!
  const batch = {
    fundId: context.get('fund').fundId,
    body: await context.req.text(),
    key: context.req.header('phone-key'),
    signature: context.req.header('phone-signature'),
  }
  const isGood = await isFromPhone(context.get('needs'), session, batch)
  return isGood ? next() : problem(403, 'batch-not-signed')
}

/** The same for a network. */
export const recordsInNetwork: MiddlewareHandler<HttpEnv> = async (context, next) => {
  const caller = context.get('caller')
  if (!caller) return denial('not-signed-in')
  const networkId = context.req.param('networkId') ?? ''
  const held = rolesInNetwork(caller.person, networkId)
  const refusal = await denied(context, caller, { scope: networkId, held, open: toNetwork })
  if (refusal) return refusal
  context.set('network', { networkId, held })
  return next()
}
