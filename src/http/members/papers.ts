import { ownSavingsPostingsOf } from '#src/app/kept-books.ts'
import { type Visit, notFound, visitOf } from '#src/http/desk/visit.ts'
import { placeOf } from '#src/desk/places.ts'
import { type Head, headOf } from '#src/app/heads.ts'
import { balanceCode, balanceOf } from '#src/app/proof/balances.ts'
import {
  type Leaf,
  daysOfMonth,
  leafOf,
  monthsOfBook,
  passbookLeafOf,
} from '#src/app/proof/leaf.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { dayToShow } from '#src/app/household/own-view.ts'
import { withNames } from '#src/http/desk/names.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import {
  type LeafPlace,
  monthPage,
  monthPapers,
  passbookPage,
  passbookPapers,
  wrongMonthPage,
} from '#src/pages/papers/leaf-page.ts'
import { type Paper, paperOf } from '#src/pages/papers/paper.ts'
import { printWords } from '#src/words/words.ts'

type LeafVisit = { readonly visit: Visit; readonly place: LeafPlace }

/** Whose paper is asked for; to a household its own alone, and otherwise as if there were none. */
const leafVisitOf = async (
  context: HttpContext,
  papers: readonly Paper[],
): Promise<LeafVisit | Response> => {
  const { fundId, scope, ownMemberId } = context.get('fund')
  const memberId = context.req.param('memberId') ?? ''
  const isHousehold = scope === 'own'
  const plain = await visitOf(context)
  const member = plain?.book.members.find((one) => one.memberId === memberId)
  if (!plain || !member || (isHousehold && memberId !== ownMemberId)) return notFound(context)
  const visit = await withNames(plain, { kind: 'member', id: memberId })
  const { at } = visit
  const words = printWords.in(at.language)
  const back = isHousehold
    ? { href: placeOf.own(at), label: words.toOwn }
    : { href: placeOf.member(at, memberId), label: words.toMember }
  const fundName = await fundNameIn(context, fundId)
  const paper = paperOf({ asked: context.req.query('paper'), papers })
  return { visit, place: { ...at, back, fundName, memberId, paper, isHousehold } }
}

const postingsOf = ({ visit: { context, book }, place: { fundId, memberId } }: LeafVisit) =>
  ownSavingsPostingsOf(context.get('needs').store, fundId, { book, memberId })

/** What stands at the end of a leaf, signed by the fund together with the last line of its book. */
const signedOf = (
  context: HttpContext,
  { fundId, memberId }: LeafPlace,
  { leaf, head }: { readonly leaf: Leaf; readonly head: Head },
) => {
  const { to: on, closing, currency } = leaf
  const { signer, publicUrl } = context.get('needs')
  const balance = balanceOf(signer, { fundId, memberId, on, ...closing, currency, head })
  const checkAt = new URL('/receipt', publicUrl ?? context.req.url).href
  return { code: balanceCode(balance), checkAt }
}

const passbook = async (context: HttpContext): Promise<Html | Response> => {
  const { store } = context.get('needs')
  const { fundId } = context.get('fund')
  const head = await headOf(store, fundId)
  const found = await leafVisitOf(context, passbookPapers)
  if (found instanceof Response) return found
  const { visit, place } = found
  const { book, today } = visit
  const asked = context.req.query('part') ?? ''
  const shown = passbookLeafOf(book, place.memberId, {
    to: dayToShow(book, today),
    savingsPostings: await postingsOf(found),
    part: /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1,
  })
  if (!shown) return notFound(context)
  // Somebody recorded meanwhile: nobody signs what was counted from half of it. What stood before is signed by nobody now.
  const isOfOneHead = (await headOf(store, fundId))?.hash === head?.hash
  const isNow = shown.part === 1 && isOfOneHead
  const signed = head && isNow ? signedOf(context, place, { leaf: shown.leaf, head }) : undefined
  return passbookPage(place, shown, signed)
}

const month = async (context: HttpContext): Promise<Html | Response> => {
  const found = await leafVisitOf(context, monthPapers)
  if (found instanceof Response) return found
  const { visit, place } = found
  const { book, today } = visit
  const months = monthsOfBook(book, today)
  const asked = context.req.query('month')
  const shown = asked === undefined ? months[0] : months.find((one) => one === asked)
  if (shown === undefined) return context.html(wrongMonthPage(place, months), 400)
  const days = daysOfMonth(book, shown, today)
  const leaf = leafOf(book, place.memberId, { ...days, savingsPostings: await postingsOf(found) })
  return leaf ? monthPage(place, leaf, { month: shown, months }) : notFound(context)
}

/** What is printed of one member: a leaf of the passbook, and the statement of a month. */
export const memberPaperPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/members/:memberId/passbook', 'read-member', passbook)
  pages.get('/funds/:fundId/members/:memberId/month', 'read-member', month)
}
