import { html } from 'hono/html'
import { bookOf } from '#src/app/queries.ts'
import { judgeShortCode, shortCodeIn } from '#src/app/proof/short-code.ts'
import { lineField } from '#src/desk/fields.ts'
import { placeOf } from '#src/desk/places.ts'
import { atOf, notFound } from '#src/http/desk/visit.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { behindDesk } from '#src/pages/desk/parts.ts'
import { behindFirstPage } from '#src/pages/layout.ts'
import { codeCheckPath, codeVerdictPart } from '#src/pages/proof/code-check.ts'
import { evidencePage, verifierPath } from '#src/pages/proof/evidence-page.ts'
import { codeCheckWords } from '#src/words/words.ts'

const evidence = async (context: HttpContext) => {
  const { signer, assets } = context.get('needs')
  const at = behindDesk(await atOf(context))
  const { publicKey } = signer.publicKey(at.fundId)
  return evidencePage(at, { publicKey, hasVerifier: assets.has(verifierPath) })
}

type CodeVisit = { readonly context: HttpContext; readonly at: At }

/** A household goes back to its own page, whoever keeps the book to today's. */
const behind = ({ context, at }: CodeVisit): At =>
  context.get('fund').held.includes('household-member')
    ? { ...at, back: { href: placeOf.own(at), label: codeCheckWords.in(at.language).back } }
    : { ...behindDesk(at), ...(at.house === undefined ? { back: behindFirstPage } : {}) }

/** For whoever may see the fund: eight signs are no proof, so that no stranger is answered at all. */
const checking: FormOf<CodeVisit> = {
  path: '/funds/:fundId/check-code',
  rule: 'see-fund',
  find: async (context) => ({ context, at: await atOf(context) }),
  frame: async (visit) => behind(visit),
  form: (visit) => {
    const words = codeCheckWords.in(visit.at.language)
    return {
      shown: 'book',
      heading: words.heading,
      told: html`<p>${words.lead}</p>`,
      mended: '',
      action: codeCheckPath(visit.at),
      fields: [
        lineField({
          name: 'code',
          label: words.field,
          hint: words.hint,
          rule: (text) => (shortCodeIn(text) ? text : undefined),
          fault: words.fault,
          lengthMax: 40,
          autocomplete: 'off',
          isRequired: true,
        }),
      ],
      submit: words.check,
      back: { href: behind(visit).back?.href ?? '/', label: words.back },
    }
  },
  take: async ({ context, at }, of) => {
    const { store: journal, hash } = context.get('needs')
    const book = await bookOf(journal, at.fundId)
    if (!book) return notFound(context)
    const asked = { journal, hash, book, fundId: at.fundId }
    const judged = await judgeShortCode(asked, shortCodeIn(of('code'))!)
    return { told: codeVerdictPart(judged, at.language), status: 200 }
  },
}

/** All that can be taken along of a fund, and short codes held against its book. */
export const evidencePages = (pages: Pages): void => {
  pages.get('/funds/:fundId/take-along', 'read-accounts', evidence)
  formPages(pages, checking)
}
