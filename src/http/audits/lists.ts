import { isOver } from '#domain/network/audits/audit.ts'
import { auditsOf, headFound } from '#src/app/audits/audits.ts'
import { fundAuditsOf, headIn, behindAudits, inOwnNetwork } from '#src/http/audits/visit.ts'
import type { HttpContext } from '#src/http/env.ts'
import { auditedPortfolio, openLines } from '#src/http/network/audited.ts'
import { behindStart } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { allAuditsPage, fundAuditsPage, headPage } from '#src/pages/audits/list-pages.ts'
import { auditPath } from '#src/pages/audits/parts.ts'
import type { Html } from '#src/pages/layout.ts'

/** So many villages that want a visit most are offered. */
const wantedShown = 5

/** All audits of those funds that let the auditor in, and those that want one. */
const all = async (context: HttpContext): Promise<Html> => {
  const { store } = context.get('needs')
  const lines = await auditedPortfolio(context)
  const audits = await auditsOf(store, inOwnNetwork(context))
  const lineOf = new Map(lines.map((line) => [line.fundId, line]))
  const isPlanned = new Set(audits.filter((one) => !isOver(one)).map(({ fundId }) => fundId))
  const wanted = lines.filter(({ fundId }) => !isPlanned.has(fundId)).slice(0, wantedShown)
  const asked = audits.flatMap(({ fundId }) => lineOf.get(fundId) ?? [])
  // Whatever a list says, the journals of those that are shown say who is let in.
  const open = await openLines(context, [...new Set([...wanted, ...asked])])
  const nameOf = new Map(open.map(({ fundId, name }) => [fundId, name]))
  return allAuditsPage(await behindStart(context), {
    audits: audits.flatMap((audit) => {
      const name = nameOf.get(audit.fundId)
      return name === undefined ? [] : [{ audit, name }]
    }),
    wanted: wanted.filter(({ fundId }) => nameOf.has(fundId)),
  })
}

const ofFund = async (context: HttpContext): Promise<Html> =>
  fundAuditsPage(await behindStart(context), await fundAuditsOf(context))

/** Number and hash as somebody types them: whether the book has that entry. */
const head = async (context: HttpContext): Promise<Html> => {
  const visit = await fundAuditsOf(context)
  const { fundId, words } = visit
  const [seq, hash] = ['seq', 'hash'].map((name) => (context.req.query(name) ?? '').trim())
  const asked = headIn(`${seq} ${hash!.toLowerCase()}`)
  const isAsked = seq !== '' || hash !== ''
  const frame = await behindAudits(visit)
  return headPage(
    { ...frame, at: auditPath.head(fundId) },
    {
      fundId,
      // Only what can be an entry stands in a page again.
      seq: asked ? String(asked.seq) : '',
      hash: asked?.hash ?? '',
      fault: isAsked && !asked ? words.headFault : undefined,
      found: asked && (await headFound(context.get('needs').store, fundId, asked)),
    },
  )
}

/** Lists of audits, and whether a quoted entry is still in the book. */
export const auditListPages = (pages: Pages): void => {
  pages.get(auditPath.all, 'read-portfolio', all)
  pages.get('/funds/:fundId/audits', 'read-audits', ofFund)
  pages.get('/funds/:fundId/audits/head', 'read-audits', head)
}
