import { rolesInNetwork } from '#domain/access/person.ts'
import type { Role } from '#domain/access/roles.ts'
import { scopeFor } from '#domain/access/table.ts'
import { givenRolesIn } from '#src/app/identity/given.ts'
import { type HeldInFund, houseOf } from '#src/http/entrance/house.ts'
import type { Caller, HttpContext } from '#src/http/env.ts'
import { helpAt, readersOf } from '#src/http/help/sections.ts'
import { type Message, messagePage } from '#src/pages/entrance/message.ts'
import type { PageFrame, Who } from '#src/pages/layout.ts'
import { entranceWords } from '#src/words/words.ts'

/** The funds that somebody may be something to. */
export const idsOf = ({ person }: Caller): readonly string[] => [
  ...new Set([...person.memberOf.map(({ fundId }) => fundId), ...person.assignedTo]),
]

/** Of some funds those that are open to whoever is signed in, with what the person is to each; no more than are asked for. */
export const openOf = async (
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

/** What whoever is signed in is, to these funds and to the network. */
const heldIn = (context: HttpContext, funds: readonly HeldInFund[]): readonly Role[] => {
  const caller = context.get('caller')
  if (!caller) return []
  const inFunds = funds.flatMap(({ held }) => held)
  return mainRoles([...inFunds, ...rolesInNetwork(caller.person, caller.person.networkId)])
}

/** Who is signed in, in words; nobody where nobody is. */
const whoOf = (context: HttpContext, held: readonly Role[]): Who | undefined => {
  if (!context.get('caller')) return undefined
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
  const held = heldIn(context, funds)
  return {
    language: context.get('language'),
    also: context.get('also'),
    hasKhmerDigits: context.get('hasKhmerDigits'),
    isPractice: context.get('needs').isPractice,
    who: whoOf(context, held),
    house: await houseOf(context, funds),
    help: helpAt(context.get('page'), readersOf(held)),
    ...more,
  }
}

/** Answers with one thing said. */
export const answerMessage = async (
  context: HttpContext,
  status: 401 | 403 | 404,
  message: Message,
): Promise<Response> => context.html(messagePage(await frameOf(context), message), status)
