import { scopeFor } from '#domain/access/table.ts'
import { mayAudit } from '#domain/fund/auditors.ts'
import { judgingIn } from '#src/app/network/judging.ts'
import { type PortfolioLine } from '#domain/health/villages.ts'
import { portfolioOf } from '#src/app/network/portfolio.ts'
import { idsOf, openOf } from '#src/http/entrance/frame.ts'
import type { Caller, HttpContext } from '#src/http/env.ts'
import { type NamedFund, fundsByName } from '#src/http/network/fund-list.ts'

/**
 * Of the caller's funds those of which somebody is a member, and those that let the network's auditors in by what their lists tell.
 * A book of an older version has no list: it is looked at by itself.
 */
export const fundsLettingIn = async (
  context: HttpContext,
  caller: Caller,
): Promise<readonly NamedFund[]> => {
  const [own, today] = [new Set(idsOf(caller)), context.get('needs').today()]
  const { networkId, memberOf } = caller.person
  const isMember = new Set(memberOf.map(({ fundId }) => fundId))
  return (await fundsByName(context)).filter(
    ({ fundId, summary }) =>
      own.has(fundId) &&
      (!summary || isMember.has(fundId) || mayAudit(summary.auditors, networkId, today)),
  )
}

/**
 * All villages of an auditor, those first that want a visit most, by what lists tell and what was read of whole books; what was
 * not is read behind the answer.
 */
export const auditedPortfolio = async (context: HttpContext): Promise<readonly PortfolioLine[]> => {
  const caller = context.get('caller')!
  const { store, today } = context.get('needs')
  const assigned = new Set(caller.person.assignedTo)
  const funds = (await fundsLettingIn(context, caller)).filter(({ fundId }) => assigned.has(fundId))
  const judging = judgingIn(store)
  const lines = portfolioOf(funds, { judging, today: today() })
  const byId = new Map(funds.map((fund) => [fund.fundId, fund]))
  judging.begin(
    lines.map(({ fundId }) => byId.get(fundId)!),
    today(),
  )
  return lines
}

/** Those of some lines whose journals give the caller the right, whatever a list says. */
export const openLines = async (
  context: HttpContext,
  lines: readonly PortfolioLine[],
): Promise<readonly PortfolioLine[]> => {
  const fundIds = lines.map(({ fundId }) => fundId)
  const open = await openOf(context, context.get('caller')!, { fundIds })
  const may = new Set(
    open.flatMap(({ fundId, held }) => (scopeFor('read-reports', held) === 'all' ? [fundId] : [])),
  )
  return lines.filter(({ fundId }) => may.has(fundId))
}
