import { rolesInNetwork } from '#domain/access/person.ts'
import type { Role } from '#domain/access/roles.ts'
import { type Action, scopeFor } from '#domain/access/table.ts'
import { givenRolesIn } from '#src/app/identity/given.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { type HeldInFund, houseOf } from '#src/http/entrance/house.ts'
import type { Caller, HttpContext } from '#src/http/env.ts'
import type { WayOn, WaysOn } from '#src/pages/entrance/doors-part.ts'
import { type Message, messagePage } from '#src/pages/entrance/message.ts'
import type { PageFrame, Who } from '#src/pages/layout.ts'
import { entranceWords } from '#src/words/words.ts'

const idsOf = ({ person }: Caller): readonly string[] => [
  ...new Set([...person.memberOf.map(({ fundId }) => fundId), ...person.assignedTo]),
]

/** Of some funds those that are open to whoever is signed in, with what the person is to each; no more than are asked for. */
const openOf = async (
  context: HttpContext,
  { person }: Caller,
  { fundIds, atMost = fundIds.length }: { readonly fundIds: readonly string[]; atMost?: number },
): Promise<readonly HeldInFund[]> => {
  const needs = context.get('needs')
  const found: HeldInFund[] = []
  for (const fundId of fundIds) {
    if (found.length >= atMost) break
    const held = await givenRolesIn(needs, { person, fundId, day: needs.today() })
    if (held.length > 0) found.push({ fundId, held })
  }
  return found
}

/** All funds that are open to whoever is signed in. */
const fundsOpenTo = async (context: HttpContext): Promise<readonly HeldInFund[]> => {
  const caller = context.get('caller')
  return caller ? openOf(context, caller, { fundIds: idsOf(caller) }) : []
}

/**
 * What a frame is drawn from: the fund that the page is of, where it is theirs. Else one fund is theirs or several are, and
 * nobody has to look through all of a thousand for that.
 */
const fundsOfFrame = async (context: HttpContext): Promise<readonly HeldInFund[]> => {
  const caller = context.get('caller')
  if (!caller) return []
  const fundIds = idsOf(caller)
  const asked = fundIds.filter((fundId) => fundId === context.req.param('fundId'))
  const ofPage = await openOf(context, caller, { fundIds: asked })
  return ofPage.length > 0 ? ofPage : openOf(context, caller, { fundIds, atMost: 2 })
}

/** Said only of somebody who is nothing more than that. */
const plainRoles: readonly Role[] = ['household-member', 'committee-member']

/** The one fund whose book somebody keeps: of several they choose. */
export const ownFundOf = async (context: HttpContext): Promise<HeldInFund | undefined> => {
  const caller = context.get('caller')
  if (!caller) return undefined
  const funds = await openOf(context, caller, { fundIds: idsOf(caller), atMost: 2 })
  const own = funds.filter(({ held }) => scopeFor('read-names', held) === 'all')
  return funds.length === 1 ? own[0] : undefined
}

/** Roles as a person would say them: an officer is named by the office, not as a household too. */
export const mainRoles = (held: readonly Role[]): readonly Role[] => {
  const offices = [...new Set(held)].filter((role) => !plainRoles.includes(role))
  return offices.length > 0 ? offices : held.slice(-1)
}

/** Who is signed in, in words; nobody where nobody is. */
const whoOf = (context: HttpContext, funds: readonly HeldInFund[]): Who | undefined => {
  const caller = context.get('caller')
  if (!caller) return undefined
  const inFunds = funds.flatMap(({ held }) => held)
  const held = mainRoles([...inFunds, ...rolesInNetwork(caller.person, caller.person.networkId)])
  const words = entranceWords.in(context.get('language'))
  const names = (held.length === 0 ? [''] : held).map((role) => words.roleName(role))
  return { role: names.join(' · ') }
}

/** The frame of a page: language, banner, and who is signed in. */
export const frameOf = async (
  context: HttpContext,
  more: Partial<PageFrame> = {},
): Promise<PageFrame> => {
  const funds = await fundsOfFrame(context)
  return {
    language: context.get('language'),
    isPractice: context.get('needs').isPractice,
    who: whoOf(context, funds),
    house: await houseOf(context, funds),
    ...more,
  }
}

const waysIn = ({ fundId, held }: HeldInFund): readonly WayOn[] => {
  const at = (to: WayOn['to'], path: string): WayOn => ({ to, href: `/funds/${fundId}/${path}` })
  return [
    ...(scopeFor('RecordRepayment', held) === 'all' ? [at('today', 'today')] : []),
    ...(scopeFor('read-members', held) === 'all' ? [at('meetings', 'meetings')] : []),
    ...(scopeFor('read-reports', held) === 'all' ? [at('health', 'health')] : []),
    ...(held.includes('household-member') ? [at('own', 'me')] : []),
    ...(scopeFor('read-loans', held) === 'all' ? [at('loans', 'loans')] : []),
    ...(scopeFor('see-fund', held) === 'no' ? [] : [at('quote', 'quote')]),
    ...(scopeFor('read-members', held) === 'all'
      ? [at('members', 'members'), at('officers', 'officers')]
      : []),
    ...(scopeFor('read-names', held) === 'all'
      ? [at('people', 'people'), at('rules', 'rules')]
      : []),
    ...(scopeFor('manage-cards', held) === 'all' ? [at('cards', 'cards')] : []),
    ...(scopeFor('manage-logins', held) === 'all' ? [at('logins', 'logins')] : []),
    ...(scopeFor('AdmitAuditors', held) === 'all' ? [at('auditors', 'auditors')] : []),
    ...(scopeFor('read-fund-letters', held) === 'all' ? [at('letters', 'letters')] : []),
    ...(scopeFor('read-log', held) === 'all' ? [at('log', 'log')] : []),
  ]
}

/** What is open to whoever is signed in, in words and links; undefined for a stranger. */
export const waysOf = async (context: HttpContext): Promise<readonly WaysOn[] | undefined> => {
  const caller = context.get('caller')
  if (!caller) return undefined
  const funds = await fundsOpenTo(context)
  const places = await Promise.all(
    funds.map(async (fund) => ({
      fundName: await fundNameIn(context, fund.fundId),
      ways: waysIn(fund),
    })),
  )
  const ofNetwork = rolesInNetwork(caller.person, caller.person.networkId)
  const may = (action: Action): boolean => scopeFor(action, ofNetwork) === 'all'
  const ways: readonly WayOn[] = [
    ...(may('open-desk') ? [{ to: 'team', href: '/team' } as const] : []),
    ...(may('manage-users') ? [{ to: 'network', href: '/network' } as const] : []),
    ...(may('read-letters') ? [{ to: 'letters', href: '/network/box' } as const] : []),
    ...(may('manage-devices') ? [{ to: 'devices', href: '/network/devices' } as const] : []),
  ]
  return ways.length > 0 ? [{ ways }, ...places] : places
}

/** Answers with one thing said. */
export const answerMessage = async (
  context: HttpContext,
  status: 401 | 403 | 404,
  message: Message,
): Promise<Response> => context.html(messagePage(await frameOf(context), message), status)
