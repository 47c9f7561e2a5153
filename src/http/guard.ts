import type { MiddlewareHandler } from 'hono'
import { isUuid } from '#domain/kernel/ids.ts'
import { rightTo, rolesInNetwork } from '#domain/access/person.ts'
import type { Action } from '#domain/access/table.ts'
import { operations } from '#domain/operations/all.ts'
import { networkOperations } from '#domain/operations/network.ts'
import type { ActivityRow } from '#domain/ports.ts'
import { lineNow, note, ownSubject } from '#src/app/activity.ts'
import { givenRolesIn } from '#src/app/identity/given.ts'
import { isApartFromOffice, officesHeldBy } from '#src/app/identity/offices.ts'
import { powerful } from '#src/app/powers.ts'
import { teamOf } from '#src/app/cases/team.ts'
import { isSteppedUp } from '#src/app/identity/sessions.ts'
import { isExportForm } from '#src/exchange/export-forms.ts'
import type { Caller, FundAccess, HttpContext, HttpEnv, NetworkAccess } from '#src/http/env.ts'
import { problem } from '#src/http/problem.ts'

/** Why somebody may not: nobody is signed in, there is no such thing for them, or it is not theirs to do. */
export type Denied =
  | 'not-signed-in'
  | 'not-found'
  | 'not-allowed'
  | 'step-up-needed'
  | 'officer-of-a-fund'

const statusOf = {
  'not-signed-in': 401,
  'not-found': 404,
  'not-allowed': 403,
  'step-up-needed': 403,
  'officer-of-a-fund': 403,
}

export const denial = (denied: Denied): Response => problem(statusOf[denied], denied)

type Line = {
  readonly scope: string
  readonly action: Action
  readonly subject: string
  readonly outcome: ActivityRow['outcome']
}

const noted = (context: HttpContext, { by }: Caller, what: Line): Promise<void> =>
  note(context.get('needs'), { actor: by.actor, device: by.device, ...what })

/** What is only looked at is written down when the answer is made, and before it leaves: in one commit, whatever was asked. */
const later = (context: HttpContext, { by }: Caller, what: Line): void => {
  const line = lineNow(context.get('needs'), { actor: by.actor, device: by.device, ...what })
  context.set('looks', [...(context.get('looks') ?? []), line])
}

/** Writes down what was looked at by this request: before its answer leaves, and before a log is read that is to tell of it. */
export const noteLooks = async (context: HttpContext): Promise<void> => {
  const looks = context.get('looks') ?? []
  context.set('looks', [])
  if (looks.length > 0) await context.get('needs').store.noteActivity(looks)
}

/** Acts that ask for the secret again when it was given long ago. */
const dangerous: readonly Action[] = [
  'manage-cards',
  'manage-logins',
  'import-book',
  'manage-users',
  'manage-devices',
  ...powerful,
]

const isUnsafe = (context: HttpContext): boolean => !['GET', 'HEAD'].includes(context.req.method)

/** Whether it asks for the secret again, where that was given long ago. */
export const asksSecretAgain = (action: Action): boolean => dangerous.includes(action)

const needsStepUp = (context: HttpContext, caller: Caller, action: Action): boolean =>
  asksSecretAgain(action) && isUnsafe(context) && !isSteppedUp(context.get('needs'), caller.session)

const loggedAsLook: readonly Action[] = [
  'read-own-private-savings',
  'read-own-support',
  'keep-own-page',
]

/** That somebody looks at the own private savings is nobody's business: it stands as a look at the own page. */
const loggedAs = (action: Action): Action =>
  loggedAsLook.includes(action) ? 'read-member' : action

/**
 * What is done at the desk of cases stands in the case, for those who work on it: a line here would say when, to all who read
 * this log. That somebody was turned away is told.
 */
const toldInCases: readonly Action[] = [
  'open-cases',
  'supervise-cases',
  'hold-spare-keys',
  'triage-reports',
]

/** What a team with cases asks for is told when it goes over: a line for each that is no case's would point at those that are. */
const isToldLater = async (
  context: HttpContext,
  { scope, action }: Pick<Line, 'scope' | 'action'>,
) => {
  const { cases, clock } = context.get('needs')
  if (action !== 'bring-support' || !cases) return false
  return (await teamOf({ ...cases, clock, networkId: scope })).length > 0
}

/** What changes nothing, by whatever way it is asked for. */
const isLook = (action: Action): boolean =>
  loggedAsLook.includes(action) || action.startsWith('read-') || action.startsWith('see-')

/**
 * Writes down what somebody was let in to, or was not. To look at a form is to look: whoever opens it has done nothing.
 * What is sent is a try until it is known what came of it.
 */
const noteAsked = async (
  context: HttpContext,
  caller: Caller,
  { isIn, ...asked }: Omit<Line, 'outcome'> & { readonly isIn: boolean },
): Promise<void> => {
  if (isIn && (toldInCases.includes(asked.action) || (await isToldLater(context, asked)))) return
  const line = { ...asked, action: loggedAs(asked.action) }
  const isTry = isUnsafe(context) && !isLook(asked.action)
  const outcome = isIn ? (isTry ? 'tried' : 'read') : 'refused'
  if (outcome === 'read' && !isUnsafe(context)) return later(context, caller, { ...line, outcome })
  await noted(context, caller, { ...line, outcome })
  if (outcome === 'tried') context.set('tried', line)
  return undefined
}

/** Acts of the book: whatever records an entry writes it down itself, with the entry's number. */
const ofBook: readonly string[] = [...operations, ...networkOperations.list].map(
  ({ command }) => command,
)

/**
 * Writes down that what was tried has been done, once the answer says so, where nothing else has told it. It has happened
 * by then: to answer "failed" because this line could not be written would be false.
 */
export const noteDone = async (context: HttpContext, isDone: boolean): Promise<void> => {
  const tried = context.get('tried')
  const caller = context.get('caller')
  if (!tried || !caller || !isDone || context.get('told') === tried.scope) return
  if (ofBook.includes(tried.action) || context.req.query('dryRun') === 'true') return
  await noted(context, caller, { ...tried, outcome: 'done' }).catch(() => undefined)
}

/**
 * What the caller may do of an action in a fund. "No such fund" and "not your fund" are one answer.
 * Everything that is allowed or refused in a fund of the caller's is written into the fund's log before the answer leaves; what somebody may
 * of her own alone, for her eyes alone.
 */
export const accessToFund = async (
  context: HttpContext,
  { fundId, action, subject = '' }: { fundId: string; action: Action; subject?: string },
): Promise<FundAccess | Denied> => {
  const caller = context.get('caller')
  if (!caller) return 'not-signed-in'
  if (!isUuid(fundId)) return 'not-found'
  const needs = context.get('needs')
  const { person } = caller
  const held = await givenRolesIn(needs, { person, fundId, day: needs.today() })
  const right = rightTo(action, held)
  if (right === 'not-found') return 'not-found'
  const ownMemberId = person.memberOf.find((own) => own.fundId === fundId)?.memberId
  const about = right === 'own' && ownMemberId !== undefined ? ownSubject(ownMemberId) : subject
  const isStale = needsStepUp(context, caller, action)
  const isTheirs = right !== 'no'
  const isIn = isTheirs && !isStale
  await noteAsked(context, caller, { scope: fundId, action, subject: about, isIn })
  if (!isTheirs) return 'not-allowed'
  return isStale ? 'step-up-needed' : { fundId, held, ownMemberId, scope: right }
}

/** Whether the caller holds an office in a fund, where that shuts an action of the network. */
const isShutToOffice = async (
  context: HttpContext,
  { person }: Caller,
  action: Action,
): Promise<boolean> => {
  if (!isApartFromOffice(action)) return false
  const needs = context.get('needs')
  return (await officesHeldBy(needs, { person, day: needs.today() })).length > 0
}

/** The same for an action in a network. */
export const accessToNetwork = async (
  context: HttpContext,
  { networkId, action }: { networkId: string; action: Action },
): Promise<NetworkAccess | Denied> => {
  const caller = context.get('caller')
  if (!caller) return 'not-signed-in'
  const held = rolesInNetwork(caller.person, networkId)
  const right = rightTo(action, held)
  if (right === 'not-found') return 'not-found'
  const isStale = needsStepUp(context, caller, action)
  const isTheirs = right !== 'no'
  const isOfficer = isTheirs && (await isShutToOffice(context, caller, action))
  const isIn = isTheirs && !isStale && !isOfficer
  await noteAsked(context, caller, { scope: networkId, action, subject: '', isIn })
  if (!isTheirs) return 'not-allowed'
  if (isOfficer) return 'officer-of-a-fund'
  return isStale ? 'step-up-needed' : { networkId, held }
}

/** Lets a request to `/…/{fundId}/…` through to those whom the access table lets. */
export const inFund =
  (action: Action): MiddlewareHandler<HttpEnv> =>
  async (context, next) => {
    const access = await accessToFund(context, {
      fundId: context.req.param('fundId') ?? '',
      action,
      subject: subjectOf(context),
    })
    if (typeof access === 'string') return denial(access)
    context.set('fund', access)
    await next()
    await noteDone(context, context.res.ok)
    return undefined
  }

/** What in the fund the path asks for, as the log writes it down. */
export const subjectOf = (context: HttpContext): string => {
  const form = context.req.param('ledger')
  // What was typed is never written down: only the name of a form that there is.
  if (form !== undefined) return isExportForm(form) ? `export:${form}` : 'export:?'
  for (const [name, kind] of [
    ['memberId', 'member'],
    ['loanId', 'loan'],
    ['entryId', 'entry'],
  ] as const) {
    const id = context.req.param(name)
    if (id !== undefined) return isUuid(id) ? `${kind}:${id}` : `${kind}:?`
  }
  return ''
}

/** Lets a request to `/…/{networkId}/…` through to those whom the access table lets. */
export const inNetwork =
  (action: Action): MiddlewareHandler<HttpEnv> =>
  async (context, next) => {
    const access = await accessToNetwork(context, {
      networkId: context.req.param('networkId') ?? '',
      action,
    })
    if (typeof access === 'string') return denial(access)
    context.set('network', access)
    await next()
    await noteDone(context, context.res.ok)
    return undefined
  }

/** Lets through whoever is signed in: what is behind it is about the caller alone. */
export const signedIn: MiddlewareHandler<HttpEnv> = async (context, next) =>
  context.get('caller') ? next() : denial('not-signed-in')
