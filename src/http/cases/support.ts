import { html } from 'hono/html'
import { papersShown, type PaperShown } from '#domain/grants/files.ts'
import { isWindowId } from '#domain/grants/grants.ts'
import { type SupportKind, partsMax, supportKinds } from '#domain/grants/kinds.ts'
import { isUnderEighteen } from '#domain/cases/operations/person.ts'
import { type UsualSum, sumOf, supportOf, usualSums } from '#domain/cases/operations/trade.ts'
import { nextBatchDay } from '#domain/cases/batch.ts'
import type { Support } from '#domain/grants/support.ts'
import {
  type CaseWish,
  type Standing,
  askForCase,
  sumsOf,
  supportRead,
  takeBack,
  waitingIn,
} from '#src/app/cases/bridge.ts'
import { caseOf, isCaseCode, looked } from '#src/app/cases/cases.ts'
import type { OpenCase } from '#src/app/cases/covers.ts'
import type { Wanted } from '#src/app/support/asking.ts'
import { checkersOn } from '#src/app/support/checkers.ts'
import { marksOf } from '#src/app/support/claims.ts'
import { type GrantSource, sourceOf } from '#src/app/support/grant-source.ts'
import { caseWord, codeNameIn } from '#src/desk/cases/words.ts'
import { type Choice, choiceField, choicesOf, lineField, tickField } from '#src/desk/fields.ts'
import { type OneVisit, oneVisit } from '#src/http/cases/letting-in.ts'
import { deskVisit } from '#src/http/cases/opening.ts'
import { behindCases, casePath } from '#src/http/cases/place.ts'
import { takingBackOf } from '#src/http/cases/taking-back.ts'
import { bridgePath } from '#src/desk/cases/places.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { notHere } from '#src/http/network/place.ts'
import type { PageAnswer, Pages } from '#src/http/page.ts'
import {
  agenciesToChoose,
  agencyField,
  agencyIn,
  agencyPrefilled,
} from '#src/http/support/agency-field.ts'
import { wouldRefuse } from '#src/http/support/later.ts'
import { bookPage } from '#src/pages/cases/book-page.ts'
import { caseSupportPage } from '#src/pages/cases/support-page.ts'
import { supportWordsAt } from '#src/pages/support/parts.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseBridgeWords, caseFormWords, potWords } from '#src/words/words.ts'

const wordsOf = ({ context }: Pick<OneVisit, 'context'>) =>
  caseBridgeWords.in(context.get('language'))

const frameBehind = (context: HttpContext, { file }: Pick<OpenCase, 'file'>, path = casePath.one) =>
  behindCases(context, {
    back: { href: path(file.code), label: codeNameIn(context.get('language'), file) },
  })

/** How the grants stand that a case knows by their codes. */
const standingOf = async (context: HttpContext, { file }: OpenCase): Promise<Standing> => {
  const { networkId } = context.get('network')
  const { store } = context.get('needs')
  const known = supportOf(file).flatMap(({ value: { scope } }) => (scope ? [scope] : []))
  const found = new Map<string, readonly Support[]>()
  for (const fundId of new Set(known))
    found.set(fundId, (await sourceOf(store, { fundId, networkId }))?.supports ?? [])
  return (scope, code) => found.get(scope)?.find((one) => one.code === code)
}

/** What a case has asked for and how far each is. */
const support = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const { needs, desk } = visit
  const code = context.req.param('code') ?? ''
  const found = isCaseCode(code) ? await caseOf(needs, desk, code) : undefined
  if (!found) return notHere(context)
  const standing = await standingOf(context, found)
  const read = await supportRead(needs, desk, { code, standing })
  if (!read) return notHere(context)
  const waiting = new Set((await waitingIn(needs)).map(({ wish }) => wish))
  return caseSupportPage(await frameBehind(context, read), {
    file: read.file,
    // What went over since the last look has its code only now.
    standing: await standingOf(context, read),
    isWaiting: (item) => waiting.has(item),
    nextOn: nextBatchDay(needs.today),
    mayAsk: context.get('needs').sealing !== undefined && read.file.closed === undefined,
  })
}

/** The network's own pot, then its funds. */
const placesOf = async (context: HttpContext): Promise<readonly Choice[]> => {
  const { networkId } = context.get('network')
  const rows = await context.get('needs').store.networkSubjects(networkId)
  const funds = rows.filter(({ kind }) => kind === 'fund').map(({ key }) => key)
  const pot = { value: networkId, label: potWords.in(context.get('language')).pot }
  const named = funds.map(async (value) => ({ value, label: await fundNameIn(context, value) }))
  return [pot, ...(await Promise.all(named))]
}

const checkersIn = async ({ context, needs }: OneVisit): Promise<readonly Choice[]> => {
  const { store } = context.get('needs')
  const { networkId, today: day } = needs
  const users = new Map((await store.users(networkId)).map(({ userId, login }) => [userId, login]))
  return (await checkersOn({ store }, { networkId, day }))
    .filter((userId) => userId !== visitor(context))
    .map((userId) => ({ value: userId, label: users.get(userId) ?? '' }))
}
const visitor = (context: HttpContext): string => context.get('caller')!.by.actor

const fieldsOf = async (visit: OneVisit) => {
  const { context } = visit
  const language = context.get('language')
  const [support, words] = [supportWordsAt({ language }), wordsOf(visit)]
  const choice = (name: string, label: string, choices: readonly Choice[]) =>
    choiceField({ name, label, choices, fault: support.choose })
  const line = (name: string, label: string, rule: (text: string) => boolean, lengthMax: number) =>
    lineField({
      name,
      label,
      rule: (text) => (rule(text) ? text : undefined),
      fault: support.fault,
      lengthMax,
    })
  const parts = Array.from({ length: partsMax }, (_, i) => String(i + 1))
  const word = (one: string): string => caseWord(language, one)
  return [
    choice('fund', words.ofWhom, await placesOf(context)),
    line('window', support.window, isWindowId, 40),
    choice(
      'kind',
      support.kind,
      choicesOf(supportKinds, (kind) => support[`kind_${kind}`]),
    ),
    choice('sum', support.amount, choicesOf(usualSums, word)),
    choice(
      'parts',
      support.parts,
      choicesOf(parts, (one) => one),
    ),
    tickField({ name: 'withChildren', label: support.withChildren, said: '✓' }),
    choice(
      'paper',
      support.paper,
      choicesOf(papersShown, (one) => support[`paper_${one}`]),
    ),
    line('number', support.number, (text) => text !== '' && !/\p{Cc}/u.test(text), 80),
    ...agencyField(context, await agenciesToChoose(context)),
    choice('checker', support.teamChecker, await checkersIn(visit)),
  ]
}

const sourceAt = async (
  { context, needs }: OneVisit,
  of: Typed,
): Promise<GrantSource | undefined> => {
  const isOne = (await placesOf(context)).some(({ value }) => value === of('fund'))
  const { store } = context.get('needs')
  return isOne ? sourceOf(store, { fundId: of('fund'), networkId: needs.networkId }) : undefined
}

/** Why it cannot be asked for, at the sum where that is one that nobody else there has. */
const refusedIn = (visit: OneVisit, code: string, source: GrantSource, of: Typed): Taken => {
  const language = visit.context.get('language')
  const sums = sumsOf(source, of('window'), visit.needs.today)
  if (code === 'sum-of-nobody') {
    const told = sums.map((one) => caseWord(language, one)).join(', ')
    return { status: 409, faults: new Map([['sum', wordsOf(visit).sumOfNobody(told)]]) }
  }
  const forms = caseFormWords.in(language) as Readonly<Record<string, unknown>>
  const said = forms[`why_${code}`] ?? codeSaid(code, language)
  return { status: 409, fault: typeof said === 'string' ? said : wordsOf(visit).whyNot }
}

const wishIn = async ({ context, needs }: OneVisit, of: Typed): Promise<CaseWish> => {
  const kind = of('kind') as SupportKind
  const papers = [{ paper: of('paper') as PaperShown, number: of('number') }]
  const sealing = context.get('needs').sealing!
  return {
    kind,
    sum: of('sum') as UsualSum,
    windowId: of('window'),
    parts: Number(of('parts')),
    withChildren: of('withChildren') === 'yes',
    checker: of('checker'),
    marks: await marksOf({ sealing }, { networkId: needs.networkId, kind, papers }),
  }
}

/** What the rules of the fund say to it today; what they say on the day when it goes over counts. */
const ruleOf = async (
  { context, needs, found }: OneVisit,
  wish: CaseWish & Pick<Wanted, 'agency'>,
  scope: string,
) => {
  const { marks: _, sum, ...asked } = wish
  const unsaid = { memberId: '', reason: '', supplier: '', mentor: '', papers: [] }
  const wanted = {
    ...asked,
    ...unsaid,
    id: '',
    way: 'cash' as const,
    effectiveOn: needs.today,
    amount: sumOf(sum).sum,
    isSurvivors: false,
    isAdult: !isUnderEighteen(found.file),
  }
  return wouldRefuse(context, { fundId: scope, memberId: undefined }, wanted)
}

const asking: FormOf<OneVisit> = {
  path: bridgePath.ask(':code'),
  rule: 'open-cases',
  find: async (context) => {
    const visit = await oneVisit(context)
    const isSetUp = context.get('needs').sealing !== undefined
    return visit instanceof Response || isSetUp ? visit : notHere(context)
  },
  frame: ({ context, found }) => frameBehind(context, found, bridgePath.support),
  look: async ({ needs, desk, found }) => {
    await looked(needs, desk, found.file.code)
  },
  form: async (visit) => {
    const { context, needs, found } = visit
    const words = wordsOf(visit)
    const day = dateInWords(nextBatchDay(needs.today), context.get('language'))
    const { code } = found.file
    return {
      shown: 'road',
      heading: words.ask,
      told: html`<p>${words.askTold(day)}</p>
        <p class="quiet">${words.cannotWait}</p>`,
      action: bridgePath.ask(code),
      fields: await fieldsOf(visit),
      prefilled: { fund: needs.networkId, parts: '1', ...agencyPrefilled },
      submit: words.askYes,
      back: { href: bridgePath.support(code), label: words.notNow },
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const { needs, desk, found } = visit
    const source = await sourceAt(visit, of)
    if (!source) return { status: 409, fault: wordsOf(visit).whyNot }
    const wish = await wishIn(visit, of)
    // The agency is asked about here alone: the wish that goes over says nothing of it.
    const rule = await ruleOf(visit, { ...wish, ...agencyIn(of) }, source.scope)
    if (rule instanceof Response) return rule
    if (rule !== undefined) return refusedIn(visit, rule, source, of)
    const { code } = found.file
    const told = await askForCase(needs, desk, { code, source, asked: wish })
    return told.outcome === 'recorded'
      ? { next: bridgePath.support(code) }
      : refusedIn(visit, told.code, source, of)
  },
}

const takingBack = takingBackOf({
  path: bridgePath.takeBack,
  back: bridgePath.support,
  frame: ({ context, found }) => frameBehind(context, found, bridgePath.support),
  said: (visit) => {
    const { takeBack: heading, takeBackTold: lead, takeBackYes: yes, notNow: no } = wordsOf(visit)
    return { heading, lead, yes, no }
  },
  take: takeBack,
  refused: (visit) => ({ status: 409, fault: wordsOf(visit).notWaiting }),
})

/** The book of somebody's own trade, month by month. */
const book = async (context: HttpContext): Promise<Awaited<PageAnswer>> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const code = context.req.param('code') ?? ''
  const read = isCaseCode(code) ? await looked(visit.needs, visit.desk, code) : undefined
  return read ? bookPage(await frameBehind(context, read), read.file) : notHere(context)
}

/** What a case asks of funds, and the trade that comes of it. */
export const caseSupportPages = (pages: Pages): void => {
  pages.get(bridgePath.support(':code'), 'open-cases', support)
  pages.get(bridgePath.book(':code'), 'open-cases', book)
  formPages(pages, asking)
  formPages(pages, takingBack)
}
