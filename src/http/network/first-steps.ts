import { rolesOfMember } from '#domain/access/roles.ts'
import { leadersToLetIn } from '#src/app/identity/fund-logins.ts'
import { mainRoles } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { NamedFund } from '#src/http/network/fund-list.ts'
import type { FirstSteps, Leader } from '#src/pages/network/first-steps-part.ts'

/** A network with more funds than this has begun: each of them is a book to read. */
const fundsMax = 3

/** Those who lead a fund and still have to be let in by the network. */
export const leadersOf = async (
  context: HttpContext,
  { fundId, said: fundName }: Pick<NamedFund, 'fundId' | 'said'>,
): Promise<readonly Leader[]> => {
  const { store, today } = context.get('needs')
  const { networkId } = context.get('network')
  const day = today()
  const members = await leadersToLetIn(store, { networkId, fundId, day })
  return members.flatMap((member) => {
    const [office] = mainRoles(rolesOfMember(member, day))
    return office === undefined ? [] : [{ fundId, fundName, card: member.card, office }]
  })
}

/** What a network's first administrator has still to do; undefined where each fund stands on its own. */
export const firstStepsOf = async (
  context: HttpContext,
  funds: readonly NamedFund[],
): Promise<FirstSteps | undefined> => {
  if (funds.length > fundsMax) return undefined
  const leaders = (await Promise.all(funds.map((fund) => leadersOf(context, fund)))).flat()
  const hasFund = funds.length > 0
  return hasFund && leaders.length === 0 ? undefined : { hasFund, leaders }
}
