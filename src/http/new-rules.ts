import type { Charter } from '#domain/fund/charter.ts'
import { charterFault } from '#domain/fund/charter-shape.ts'
import { charterOn } from '#domain/fund/charter.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { changesBetween, charterFields } from '#src/app/charter-history.ts'
import { type NumberField, type RuleField, charterAnew } from '#src/app/new-rules.ts'
import { bookOf } from '#src/app/queries.ts'
import { practiceBeside } from '#src/app/practice-people.ts'
import { textsOf } from '#src/http/form.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { fairPlaceOf } from '#src/http/fair.ts'
import { nothingHere } from '#src/http/household.ts'
import { sendOne } from '#src/http/gate.ts'
import { envelopeOf, formIdIn, refusalSaid } from '#src/http/network/deciding.ts'
import { stepUpTo } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { amountIn } from '#src/desk/entered.ts'
import {
  type ProposedRules,
  type TypedRules,
  newRulesPage,
  proposedRulesPage,
  shownIn,
} from '#src/pages/fair/new-rules-page.ts'
import { fairPaths } from '#src/pages/fair/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { networkWords, newRulesWords } from '#src/words/words.ts'

const inForce = async (context: HttpContext): Promise<Charter | undefined> => {
  const { store, today } = context.get('needs')
  const book = await bookOf(store, context.get('fund').fundId)
  return book && charterOn(book.fund.charters, today()).charter
}

/** A sum or a count as it is typed; the charter itself says later whether it can be so large. */
const readIn =
  (charter: Charter) =>
  (text: string, field: NumberField): number | undefined => {
    if (charterFields(charter)[field].of === 'money') {
      const amount = amountIn(text, charter.currency)
      return typeof amount === 'number' ? amount : amount === 'nought' ? 0 : undefined
    }
    const digits = latinDigits(text.trim())
    return /^\d{1,5}$/.test(digits) ? Number(digits) : undefined
  }

const ownPath = (context: HttpContext): string => fairPaths.newRules(context.get('fund').fundId)

const formPage = async (
  context: HttpContext,
  charter: Charter,
  {
    typed = shownIn(charter),
    faults = new Set<RuleField>(),
    fault,
  }: { typed?: TypedRules; faults?: ReadonlySet<RuleField>; fault?: string } = {},
): Promise<Html> => {
  const told = { charter, typed, faults, fault, stepUpTo: stepUpTo(context, ownPath(context)) }
  return newRulesPage(told, await fairPlaceOf(context, {}))
}

type Proposed =
  | { readonly anew: Charter; readonly typed: TypedRules }
  | { readonly again: Html; readonly typed: TypedRules }

/** The rules that a form proposes, or the form again with what is wrong in it. */
const proposedIn = async (
  context: HttpContext,
  charter: Charter,
  of: (name: string) => string,
): Promise<Proposed> => {
  const words = newRulesWords.in(context.get('language'))
  const typed: TypedRules = (field) => of(field).slice(0, 20)
  const { charter: anew, faults } = charterAnew(charter, typed, {
    shown: shownIn(charter),
    read: readIn(charter),
  })
  const refuse = async (fault: string): Promise<Proposed> => ({
    again: await formPage(context, charter, { typed, faults, fault }),
    typed,
  })
  if (faults.size > 0) return refuse(words.wrong)
  if (charterFault(anew) !== undefined) return refuse(words.faultTogether)
  return changesBetween(charter, anew).length === 0 ? refuse(words.nothingNew) : { anew, typed }
}

const proposalPage = async (
  context: HttpContext,
  shown: Omit<ProposedRules, 'stepUpTo' | 'changes' | 'practice'> & { readonly before: Charter },
): Promise<Html> => {
  const { before, ...told } = shown
  const changes = changesBetween(before, told.charter)
  const place = await fairPlaceOf(context, {})
  const { isPractice } = context.get('needs')
  const practice = isPractice ? practiceBeside(context.get('fund').held) : undefined
  return proposedRulesPage(
    { ...told, changes, practice, stepUpTo: stepUpTo(context, ownPath(context)) },
    place,
  )
}

const show = async (context: HttpContext): Promise<Html | Response> => {
  const charter = await inForce(context)
  return charter ? formPage(context, charter) : nothingHere(context)
}

const propose = async (context: HttpContext): Promise<Html | Response> => {
  const before = await inForce(context)
  if (!before) return nothingHere(context)
  const proposed = await proposedIn(context, before, await textsOf(context))
  if ('again' in proposed) return context.html(proposed.again, 400)
  const { anew, typed } = proposed
  const id = context.get('needs').ids()
  return proposalPage(context, { id, before, charter: anew, typed, votes: () => '' })
}

const countIn = (text: string): number | undefined => {
  const digits = latinDigits(text.trim())
  return /^\d{1,5}$/.test(digits) ? Number(digits) : undefined
}

const vote = async (context: HttpContext): Promise<Html | Response> => {
  const language = context.get('language')
  const words = newRulesWords.in(language)
  const before = await inForce(context)
  if (!before) return nothingHere(context)
  const of = await textsOf(context)
  const id = formIdIn(of)
  const proposed = await proposedIn(context, before, of)
  if ('again' in proposed) return context.html(proposed.again, 400)
  const { anew: charter, typed } = proposed
  const again = async (fault: string, status: 400 | 403 | 409): Promise<Response> => {
    const votes: ProposedRules['votes'] = (name) => of(name).slice(0, 5)
    const shown = { id: id ?? context.get('needs').ids(), before, charter, typed, votes, fault }
    return context.html(await proposalPage(context, shown), status)
  }
  const [present, yes, no] = [countIn(of('present')), countIn(of('yes')), countIn(of('no'))]
  if (id === undefined || present === undefined || yes === undefined || no === undefined)
    return again(words.votesWrong, 400)
  const second = await askSecond(context, of, { action: 'AmendCharter' })
  if ('fault' in second) return again(second.fault, 403)
  const { memberId: confirmedBy } = second
  const amendment = {
    ...envelopeOf(context, id),
    type: 'AmendCharter' as const,
    charter,
    votes: { present, yes, no },
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
  }
  const word = { login: of('login'), secret: of('secret') }
  const answer = await sendOne(context, amendment, { second: word })
  const refused = refusalSaid(networkWords.in(language), answer, {
    'quorum-missing': words.quorumMissing,
    'vote-lost': words.voteLost,
    'rate-above-cap': words.rateAboveCap,
    'more-votes-than-present': words.moreVotes,
    'charter-cannot-hold': words.faultTogether,
  })
  if (refused !== undefined) return again(refused, 409)
  return context.redirect(fairPaths.rules(context.get('fund').fundId), 303)
}

/** New rules: proposed, read old beside new, and then voted on. */
export const newRulesPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/rules/new', 'AmendCharter', show)
  pages.post('/funds/:fundId/rules/new', 'AmendCharter', propose)
  pages.post('/funds/:fundId/rules/new/vote', 'AmendCharter', vote)
}
