import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { sizeIn, usual } from '#src/pages/cost/arithmetic.ts'
import { costPage, costPath } from '#src/pages/cost/page.ts'
import { helpPath } from '#src/pages/help/guide-parts.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { costWords, helpWords } from '#src/words/words.ts'

const page = async (context: HttpContext) => {
  const language = context.get('language')
  const { funds = String(usual.funds), members = String(usual.members) } = context.req.query()
  const size = sizeIn(latinDigits(funds.trim()), latinDigits(members.trim()))
  const query: Record<string, string> =
    size === undefined ? {} : { funds: String(size.funds), members: String(size.members) }
  const back = { href: helpPath.all, label: helpWords.in(language).heading }
  return costPage(await frameOf(context, { back, query }), {
    size: size ?? usual,
    fault: size === undefined ? costWords.in(language).fault : undefined,
  })
}

export const costPages = (pages: Pages): void => {
  pages.get(costPath, 'public', page)
}
