import { html } from 'hono/html'
import { type Outcome, outcomes } from '#domain/grants/files.ts'
import { type Condition, conditions } from '#domain/grants/kinds.ts'
import { isGoingOn, supportSteps } from '#domain/grants/support.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { type Change, isUrgent } from '#src/app/support/keeping.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { textsOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { formIdIn } from '#src/http/network/deciding.ts'
import { notHere } from '#src/http/network/place.ts'
import { practiceIn } from '#src/http/people/room.ts'
import {
  type Door,
  answered,
  awardNow,
  eraseNow,
  opened,
  purseIn,
  step,
  write,
} from '#src/http/support/acts.ts'
import { wholeIn } from '#src/http/support/asked-form.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import type { Typed } from '#src/pages/network/parts.ts'
import { filePage } from '#src/pages/support/file-page.ts'
import { sum, wordsAt } from '#src/pages/support/parts.ts'
import { sureActPage } from '#src/pages/support/sure-pages.ts'
import type { Language } from '#src/words/catalogue.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { supportSureWords } from '#src/words/words.ts'

export type FileDoor = Door & {
  readonly action: string
  /** The list that the file is one of. */
  readonly list: string
  readonly frame: PageFrame
}

/** The page of a file, to one of the two who know it; to everybody else there is none. */
export const showFile = async (
  context: HttpContext,
  door: FileDoor,
  fault?: string,
): Promise<Response> => {
  const found = await opened(context, door)
  if (!found) return notHere(context)
  if (found instanceof Response) return found
  const { file } = found
  const needs = context.get('needs')
  const book = await purseIn(context, door.fundId)
  const support = book?.supports.find(({ code }) => code === file.code)
  if (!book || !support) return notHere(context)
  const { actor } = context.get('caller')!.by
  const isChecker = file.checker === actor || file.checker === door.memberId
  const mayAtOnce =
    door.memberId !== undefined &&
    isUrgent(file) &&
    (support.state === 'asked' || support.state === 'checked')
  const shown = {
    file,
    support,
    isChecker,
    card: book.members.find(({ memberId }) => memberId === file.memberId)?.card,
    currency: book.currencyOf(support.windowId, needs.today()),
    today: needs.today(),
    action: door.action,
    id: needs.ids(),
    mayAtOnce,
    mayErase: !isGoingOn(support),
    fault,
  }
  return context.html(filePage(door.frame, shown), fault === undefined ? 200 : 409)
}

/** What a form writes into a file; undefined where it cannot be read. */
const changeIn = (of: Typed, on: string): Change | undefined => {
  switch (of('act')) {
    case 'met': {
      const what = conditions.find((one) => one === of('what')) as Condition | undefined
      return what && { is: 'met', what, on }
    }
    case 'followed-up': {
      const [months, outcome] = [
        wholeIn(of('months')),
        outcomes.find((one) => one === of('outcome')),
      ]
      return months !== undefined && outcome
        ? { is: 'followed-up', months, on, outcome: outcome as Outcome }
        : undefined
    }
    case 'line': {
      const amount = wholeIn(of('amount'))
      const direction = of('direction')
      const what = of('what').trim().slice(0, 30)
      return amount !== undefined && amount > 0 && (direction === 'in' || direction === 'out')
        ? { is: 'line', line: { on, direction, amount, what } }
        : undefined
    }
    case 'stopped':
      return { is: 'stopped', on }
    default:
      return undefined
  }
}

const actOf = async (
  context: HttpContext,
  door: Door,
  of: Typed,
): Promise<ItemAnswer | Response | 'kept' | string | undefined> => {
  const { today } = context.get('needs')
  // No form of ours sends another: it would stand in the journal for ever, and no audit would pass it.
  const id = formIdIn(of)
  if (id === undefined) return 'unreadable'
  const envelope = { id, effectiveOn: today() }
  const named = supportSteps.find((one) => one === of('act'))
  if (named) {
    const answer = await step(context, door, { ...envelope, step: named })
    if (answer && !(answer instanceof Response))
      await answered(context, door, { type: 'TakeSupportStep', answer })
    return answer
  }
  if (of('act') === 'at-once') {
    const approver = { login: of('login').slice(0, 200), secret: of('secret').slice(0, 200) }
    const answer = await awardNow(context, door, { ...envelope, approver })
    if (answer && !(answer instanceof Response))
      await answered(context, door, { type: 'AwardAtOnce', answer })
    return answer
  }
  const made = changeIn(of, today())
  return made ? write(context, door, made) : 'unreadable'
}

const carriedNames = ['what', 'months', 'outcome', 'amount', 'direction'] as const

/** What an act will write, in words; undefined where the form cannot be read. */
const toldOf = (
  of: Typed,
  { language, currency, on }: { language: Language; currency: Currency; on: string },
): readonly (Html | string)[] | undefined => {
  const [words, sure] = [wordsAt({ language }), supportSureWords.in(language)]
  const act = of('act')
  if (act === 'at-once') return [sure.atOnce]
  if (act === 'erase') return [sure.eraseMeaning]
  const step = supportSteps.find((one) => one === act)
  if (step) return [sure[step]]
  const made = changeIn(of, on)
  switch (made?.is) {
    case 'met':
      return [sure.met(words[`condition_${made.what}`])]
    case 'followed-up':
      return [sure['followed-up'](made.months, words[`outcome_${made.outcome}`])]
    case 'line': {
      const { direction, amount, what } = made.line
      const text = html`<b class="figure">${sum(amount, currency)}</b> <bdi>${what}</bdi>`
      return [direction === 'in' ? sure.lineIn : sure.lineOut, text]
    }
    case 'stopped':
      return [sure.stopped]
    default:
      return undefined
  }
}

/** Reads an act back before it is done. */
const askSure = async (context: HttpContext, door: FileDoor, of: Typed): Promise<Response> => {
  const found = await opened(context, door)
  if (!found) return notHere(context)
  if (found instanceof Response) return found
  const needs = context.get('needs')
  const book = await purseIn(context, door.fundId)
  const support = book?.supports.find(({ code }) => code === found.file.code)
  if (!book || !support) return notHere(context)
  const { language } = door.frame
  const currency = book.currencyOf(support.windowId, needs.today())
  const told = toldOf(of, { language, currency, on: needs.today() })
  if (!told) return showFile(context, door, wordsAt({ language }).fault)
  const sure = supportSureWords.in(language)
  const act = of('act')
  const ofTwo = act === 'at-once' || act === 'erase'
  const more = carriedNames.filter((name) => of(name) !== '').map((name) => [name, of(name)])
  const shown = {
    code: found.file.code,
    told,
    yes: act === 'erase' ? sure.eraseYes : sure.yes,
    texts: {
      id: formIdIn(of) ?? needs.ids(),
      act,
      ...(Object.fromEntries(more) as Record<string, string>),
    },
    second: ofTwo ? { practice: practiceIn(context) } : undefined,
  }
  return context.html(sureActPage(door.frame, shown, door.action))
}

/** Erases a file by the two of the form: then there is no page of it to come back to. */
const eraseBy = async (context: HttpContext, door: FileDoor, of: Typed): Promise<Response> => {
  const approver = { login: of('login').slice(0, 200), secret: of('secret').slice(0, 200) }
  const done = await eraseNow(context, door, approver)
  if (done === undefined) return notHere(context)
  if (done instanceof Response) return done
  if (done === 'erased') return context.redirect(door.list, 303)
  const { language } = door.frame
  return showFile(context, door, codeSaid(done.code, language) ?? wordsAt({ language }).fault)
}

/** Reads back what a form of a file's page asks, and does it once that was read; then shows the page again. */
export const actOnFile = async (context: HttpContext, door: FileDoor): Promise<Response> => {
  const of = await textsOf(context)
  if (of('sure') !== 'yes') return askSure(context, door, of)
  if (of('act') === 'erase') return eraseBy(context, door, of)
  const done = await actOf(context, door, of)
  if (done === undefined) return notHere(context)
  if (done instanceof Response) return done
  const isDone = typeof done === 'string' ? done === 'kept' : isAccepted(done)
  if (isDone) return context.redirect(door.action, 303)
  const code = typeof done === 'string' ? done : 'code' in done ? done.code : ''
  const { language } = door.frame
  return showFile(context, door, codeSaid(code, language) ?? wordsAt({ language }).fault)
}
