import { isFundAskedFor } from '#src/app/network/fund-list.ts'
import {
  type PortfolioLine,
  aboutNames,
  abouts,
  districtOf,
  peersOf,
  totalsOf,
} from '#domain/health/villages.ts'
import { codeOfReason, reasonCodes } from '#domain/health/visit.ts'
import { lettersWaiting } from '#src/app/box.ts'
import { boxNeeds } from '#src/http/box/needs.ts'
import { searchedFor } from '#src/http/desk/search.ts'
import type { HttpContext } from '#src/http/env.ts'
import { auditedPortfolio, openLines } from '#src/http/network/audited.ts'
import { behindStart } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { partOf } from '#src/pages/list-parts.ts'
import { portfolioPage } from '#src/pages/network/portfolio-page.ts'
import {
  type Narrowed,
  narrowedBy,
  letterAsked,
  portfolioPath,
} from '#src/pages/network/portfolio-parts.ts'

/** How the list was narrowed; what is none of these words narrows nothing. */
const narrowedIn = (context: HttpContext): Narrowed => {
  const { district, letter, about, why } = context.req.query()
  return narrowedBy({
    district: /^\d{4}$/.test(district ?? '') ? district : undefined,
    letter: letterAsked(letter),
    about: aboutNames.find((one) => one === about),
    why: reasonCodes.find((one) => one === why),
  })
}

const isAskedFor =
  (asked: string, { district, letter, about, why }: Narrowed) =>
  (line: PortfolioLine): boolean =>
    (district === undefined || districtOf(line) === district) &&
    (letter === undefined || (line.need.letter ?? 'unread') === letter) &&
    (about === undefined || abouts[about](line)) &&
    (why === undefined || line.need.reasons.some((one) => codeOfReason(one) === why)) &&
    (asked === '' ||
      isFundAskedFor(asked, { name: line.name, villageCode: line.summary.villageCode }))

/** Letters from the boxes of these villages that nobody has answered; how many of which village, her list of letters tells. */
const unansweredLetters = (
  context: HttpContext,
  lines: readonly PortfolioLine[],
): number | undefined => {
  const needs = boxNeeds(context)
  if (!needs || lines.length === 0) return 0
  const fundIds = new Set(lines.map(({ fundId }) => fundId))
  const { networkId } = context.get('network')
  return lettersWaiting(needs, { networkId, fundIds, now: context.get('needs').clock() })
}

/** All villages of an auditor by need of a visit; rights are held against the journals of those that are shown. */
const portfolio = async (context: HttpContext): Promise<Html> => {
  const lines = await auditedPortfolio(context)
  const [asked, narrowed] = [searchedFor(context), narrowedIn(context)]
  const found = lines.filter(isAskedFor(asked, narrowed))
  const part = partOf(found, context.req.query('part'), villagesAtATime)
  const frame = await behindStart(context, { query: narrowed })
  return portfolioPage(frame, {
    lines,
    found: found.length,
    part: { ...part, rows: await openLines(context, part.rows) },
    firstPlace: (part.part - 1) * villagesAtATime + 1,
    narrowed,
    isSearched: asked !== '',
    networkId: context.get('network').networkId,
    today: context.get('needs').today(),
    totals: totalsOf(lines),
    peers: peersOf(lines),
    letters: unansweredLetters(context, lines),
  })
}

/** So many villages are shown at a time. */
const villagesAtATime = 5

export const portfolioPages = (pages: Pages): void => {
  pages.get(portfolioPath, 'read-portfolio', portfolio)
}
