import { ownSavingsPostingsOf } from '#src/app/kept-books.ts'
import { accountLinesOf } from '#domain/ledger/balance-list.ts'
import { firstMoved } from '#domain/ledger/running.ts'
import { type Visit, notFound, visitOf } from '#src/http/desk/visit.ts'
import { type TaskName, placeOf } from '#src/desk/places.ts'
import type { Action } from '#domain/access/actions.ts'
import { inNameOrder } from '#domain/kernel/name-order.ts'
import { scopeFor } from '#domain/access/table.ts'
import { charterOf } from '#domain/health/book.ts'
import { unexplainedOf } from '#domain/health/unexplained.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import {
  householdsViewOf,
  memberCardOf,
  memberLines,
  officersViewOf,
} from '#src/app/members/members-view.ts'
import { oldBookOf } from '#src/app/members/old-book.ts'
import { dayToShow, ownViewOf } from '#src/app/household/own-view.ts'
import { signedBalanceOf } from '#src/app/household/signed-balance.ts'
import { withNames } from '#src/http/desk/names.ts'
import { searchIn } from '#src/http/desk/search.ts'
import { cardOf } from '#src/desk/desk.ts'
import { correctionActs } from '#src/desk/corrections/acts.ts'
import { peopleActs } from '#src/desk/fund/acts.ts'
import type { HttpContext } from '#src/http/env.ts'
import { membersImportPages } from '#src/http/imports/members-pages.ts'
import { mayTakeLoans, mayTakeMembers } from '#src/http/imports/taking-sheets.ts'
import { memberPaperPages } from '#src/http/members/papers.ts'
import type { Pages } from '#src/http/page.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { type Html, behindFirstPage } from '#src/pages/layout.ts'
import { memberCardPage } from '#src/pages/members/card-page.ts'
import { householdsPage } from '#src/pages/members/households-page.ts'
import { membersPage } from '#src/pages/members/list-page.ts'
import { officersPage } from '#src/pages/members/officers-page.ts'
import { oldBookPage } from '#src/pages/members/old-book-page.ts'
import { membersAt } from '#src/pages/members/parts.ts'
import { sheetPage } from '#src/pages/members/sheet-page.ts'
import { type PersonAct, peoplePath } from '#src/pages/people/parts.ts'
import type { Way } from '#src/pages/ways-list.ts'
import { goalWords, peopleWords } from '#src/words/words.ts'

/** Which acts about people, their lines and the older book the reader may do. */
const mayIn = (context: HttpContext): readonly TaskName[] =>
  [...peopleActs, ...correctionActs]
    .filter(({ rule }) => scopeFor(rule, context.get('fund').held) === 'all')
    .map(({ name }) => name)

const maySeeNames = (context: HttpContext): boolean =>
  scopeFor('read-names', context.get('fund').held) === 'all'

/** What is kept of who a member is: each form one tap away. */
const personWays = (context: HttpContext, at: At, memberId: string): readonly Way[] => {
  const { held } = context.get('fund')
  const words = peopleWords.in(at.language)
  const all: readonly (readonly [Action, PersonAct | undefined, string])[] = [
    ['read-names', undefined, membersAt(at).toPerson],
    ['keep-names', 'name', words.toName],
    ['keep-names', 'photo', words.toPhoto],
    ['keep-names', 'goal', goalWords.in(at.language).toGoal],
    ['keep-family', 'nominees', words.toNominees],
    ['keep-family', 'kin', words.toKin],
    ['erase-person', 'erase', words.toErase],
  ]
  return all
    .filter(([action]) => scopeFor(action, held) === 'all')
    .map(([, act, name]) => ({ href: peoplePath.person(at, memberId, act), name }))
}

/** A page of these with a way back: to the first page, or to the list of members. */
const shown =
  (
    behind: 'start' | 'members',
    show: (
      context: HttpContext,
      visit: Visit,
      at: At,
    ) => Html | Response | Promise<Html | Response>,
  ) =>
  async (context: HttpContext): Promise<Html | Response> => {
    const plain = await visitOf(context)
    if (!plain) return notFound(context)
    const memberId = context.req.param('memberId')
    const isOfBook = plain.book.members.some((one) => one.memberId === memberId)
    const visit = await withNames(plain, isOfBook ? { kind: 'member', id: memberId! } : undefined)
    const { at } = visit
    const back =
      behind === 'start'
        ? behindFirstPage
        : { href: placeOf.members(at), label: membersAt(at).backToMembers }
    return show(context, visit, { ...at, back })
  }

const list = shown('start', (context, visit, at) => {
  const { book, today } = visit
  const lines = memberLines(book, dayToShow(book, today))
  const { isNarrowed, isByName, isFound } = searchIn(visit)
  // Who looks for somebody, or asks for it, reads a list by name; whoever may see none has cards alone.
  const isInNameOrder =
    at.nameOf !== undefined && (isNarrowed || context.req.query('order') === 'name')
  const found = lines.filter(isFound)
  const inState = (wanted: string): number => lines.filter(({ state }) => state === wanted).length
  return membersPage(at, {
    lines: isInNameOrder ? inNameOrder(found, ({ card }) => at.nameOf?.(card)) : found,
    isNarrowed,
    isInNameOrder,
    isByName,
    here: inState('here'),
    away: inState('away'),
    mayAdmit: mayIn(context).includes('new-member'),
    maySeeNames: maySeeNames(context),
  })
})

/** What is written down of a member's money, and who may. */
const moneyTasks = {
  repayment: 'RecordRepayment',
  saving: 'BuyShares',
  request: 'RequestLoan',
  'take-out': 'RecordWithdrawal',
} as const satisfies Partial<Record<TaskName, Action>>

const mayOfMoney = (context: HttpContext): readonly TaskName[] =>
  Object.entries(moneyTasks)
    .filter(([, action]) => scopeFor(action, context.get('fund').held) === 'all')
    .map(([task]) => task as keyof typeof moneyTasks)

const one = shown('members', async (context, { book, today }, at) => {
  const { store } = context.get('needs')
  const { fundId } = at
  const memberId = context.req.param('memberId') ?? ''
  const asOf = dayToShow(book, today)
  const card = memberCardOf(book, memberId, asOf)
  if (!card) return notFound(context)
  const savingsPostings = await ownSavingsPostingsOf(store, fundId, { book, memberId })
  const view = ownViewOf(book, memberId, { asOf, savingsPostings })!
  const hasPhoto = at.nameOf !== undefined && (await store.photo(fundId, memberId)) !== undefined
  const may = [...mayOfMoney(context), ...mayIn(context)]
  const person = personWays(context, at, memberId)
  return memberCardPage(at, { card, view, hasPhoto, may, person })
})

const officers = shown('start', (context, { book, today }, at) =>
  officersPage(at, {
    view: officersViewOf(book, dayToShow(book, today)),
    handOvers: (book.fund.handOvers ?? []).toReversed(),
    cardOf: (memberId) => cardOf(book, memberId),
    currency: charterOf(book, today).currency,
    may: mayIn(context),
  }),
)

const sheet = shown('members', async (context, { book, today }, at) => {
  const { hash } = context.get('needs')
  const day = dayToShow(book, today)
  return sheetPage(at, {
    balance: signedBalanceOf({ fundId: at.fundId, book, hash }, day),
    fundName: await fundNameIn(context, at.fundId),
    currency: charterOf(book, day).currency,
    mayHandOver: mayIn(context).includes('hand-over'),
  })
})

const households = shown('members', (context, { book, today }, at) =>
  householdsPage(at, {
    ...householdsViewOf(book, dayToShow(book, today)),
    mayChange: mayIn(context).includes('household'),
  }),
)

const oldBook = shown('members', async (context, { book, today }, at) => {
  const { store } = context.get('needs')
  const { openedOn } = book.fund
  const begun = accountLinesOf(book.balances).filter(({ line }) => firstMoved(line)! <= openedOn)
  const accounts = begun.map(({ account }) => account)
  const postings = await store.postings(at.fundId, { through: openedOn, accounts })
  return oldBookPage(at, {
    old: oldBookOf(book, postings),
    currency: charterOf(book, book.fund.openedOn).currency,
    explained: unexplainedOf(book, today),
    may: mayIn(context),
    mayTakeMembers: mayTakeMembers(context),
    mayTakeLoans: mayTakeLoans(context),
    isDone: context.req.query('done') === '1',
  })
})

/** Members and where they are, households, officers, and whether the older book adds up. */
export const memberPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/members', 'read-members', list)
  pages.get('/funds/:fundId/members/:memberId', 'read-members', one)
  pages.get('/funds/:fundId/officers', 'read-members', officers)
  pages.get('/funds/:fundId/officers/sheet', 'read-accounts', sheet)
  pages.get('/funds/:fundId/households', 'read-members', households)
  pages.get('/funds/:fundId/old-book', 'read-accounts', oldBook)
  membersImportPages(pages)
  memberPaperPages(pages)
}
