import { rolesInNetwork } from '#domain/access/person.ts'
import { type Action, scopeFor } from '#domain/access/table.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { idsOf, openOf } from '#src/http/entrance/frame.ts'
import type { HeldInFund } from '#src/http/entrance/house.ts'
import type { Caller, HttpContext } from '#src/http/env.ts'
import { fundsLettingIn } from '#src/http/network/audited.ts'
import { type NamedFund, fundsShown } from '#src/http/network/fund-list.ts'
import type { WayOn, Ways, WaysOn } from '#src/pages/entrance/doors-part.ts'
import { deskPath } from '#src/pages/watch/paths.ts'
import { portfolioPath } from '#src/pages/network/portfolio-parts.ts'

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
    ...(scopeFor('read-audits', held) === 'all' ? [at('audits', 'audits')] : []),
    ...(scopeFor('read-fund-letters', held) === 'all' ? [at('letters', 'letters')] : []),
    ...(scopeFor('read-log', held) === 'all' ? [at('log', 'log')] : []),
  ]
}

/** So many funds are shown at a time to whoever is in more. */
const fundsAtATime = 20

/** Funds with what they are called, and what their lists tell where somebody is in many. */
type Places = {
  readonly funds: readonly (HeldInFund & { readonly name: string; readonly listed?: NamedFund })[]
  readonly search?: Ways['search']
}

const placesOfFew = async (context: HttpContext, caller: Caller): Promise<Places> => {
  const open = await openOf(context, caller, { fundIds: idsOf(caller) })
  const named = open.map(async (one) => ({ ...one, name: await fundNameIn(context, one.fundId) }))
  return { funds: await Promise.all(named) }
}

/**
 * Whoever is in many funds finds them by name. Which of them let auditors in is told by their summaries, and of those that
 * are shown it is held against their journals.
 */
const placesOfMany = async (
  context: HttpContext,
  caller: Caller,
  action: string,
): Promise<Places> => {
  const mine = await fundsLettingIn(context, caller)
  const { shown, search } = fundsShown(context, mine, { atATime: fundsAtATime, action })
  const listed = new Map(shown.map((fund) => [fund.fundId, fund]))
  const open = await openOf(context, caller, { fundIds: [...listed.keys()] })
  const named = open.map((one) => {
    const fund = listed.get(one.fundId)!
    return { ...one, name: fund.said, listed: fund }
  })
  return { funds: named, search }
}

const placesOf = (context: HttpContext, caller: Caller, action: string): Promise<Places> =>
  idsOf(caller).length > fundsAtATime
    ? placesOfMany(context, caller, action)
    : placesOfFew(context, caller)

/** Whether the network of whoever asks has yet to begin. */
const hasNoFund = async (context: HttpContext): Promise<boolean> => {
  const { networkId } = context.get('caller')!.session
  const network = await networkBookOf(context.get('needs').store, networkId)
  return network?.fundIds.length === 0
}

/** What is open to whoever is signed in, in words and links; undefined for a stranger. `action` is the page that shows it. */
export const waysOf = async (context: HttpContext, action: string): Promise<Ways | undefined> => {
  const caller = context.get('caller')
  if (!caller) return undefined
  const { funds, search } = await placesOf(context, caller, action)
  const places = funds.map((fund): WaysOn => {
    const { name, held, listed } = fund
    const mayRead = scopeFor('read-reports', held) === 'all'
    const figures = mayRead ? listed?.summary : undefined
    return { fundName: name, figures, ways: waysIn(fund) }
  })
  const ofNetwork = rolesInNetwork(caller.person, caller.person.networkId)
  const may = (action: Action): boolean => scopeFor(action, ofNetwork) === 'all'
  const isEmpty = may('import-book') && (await hasNoFund(context))
  const ways: readonly WayOn[] = [
    ...(isEmpty ? [{ to: 'first-steps', href: '/network' } as const] : []),
    ...(may('open-desk') ? [{ to: 'team', href: '/team' } as const] : []),
    ...(may('read-portfolio') ? [{ to: 'villages', href: portfolioPath } as const] : []),
    ...(may('manage-users') ? [{ to: 'network', href: '/network' } as const] : []),
    ...(may('read-letters') ? [{ to: 'letters', href: '/network/box' } as const] : []),
    ...(may('read-watch') ? [{ to: 'watch', href: deskPath.watch } as const] : []),
    ...(may('manage-devices') ? [{ to: 'devices', href: '/network/devices' } as const] : []),
  ]
  const today = context.get('needs').today()
  return { places: ways.length > 0 ? [{ ways }, ...places] : places, search, today }
}
