import { html } from 'hono/html'
import { type PaperShown, type SupportWay, papersShown, supportWays } from '#domain/grants/files.ts'
import { isWindowId } from '#domain/grants/grants.ts'
import { type SupportKind, isForLeaving, partsMax, supportKinds } from '#domain/grants/kinds.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import type { Wanted } from '#src/app/support/asking.ts'
import {
  type Choice,
  type Field,
  choiceField,
  choicesOf,
  lineField,
  tickField,
} from '#src/desk/fields.ts'
import { unitsWritten, writtenSum } from '#src/desk/written-sum.ts'
import { isAccepted } from '#src/app/answer.ts'
import { togetherIn, waits } from '#src/http/cases/handing-over.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { FormOf, Typed, Wrong } from '#src/http/form-pages.ts'
import { type Door, answered, ask } from '#src/http/support/acts.ts'
import { agencyField, agencyIn, agencyPrefilled } from '#src/http/support/agency-field.ts'
import { faultSaid } from '#src/http/support/rows.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { sumShown, supportWordsAt } from '#src/pages/support/parts.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { potWords, supportSureWords } from '#src/words/words.ts'

/** Where somebody is asked for: by officers of a fund, or by the team, which says of which fund it asks or of the pot. */
export type AskVisit = {
  readonly context: HttpContext
  readonly frame: PageFrame
  /** Writes down whose names the page shows. */
  readonly look?: () => Promise<void>
  readonly isTeam: boolean
  readonly action: string
  /** The list that it comes back to. */
  readonly list: string
  /** To choose from; the team writes one itself, and is told of those of the pot. */
  readonly windows: readonly string[]
  /** Whom officers may ask for; what the team may ask of. */
  readonly whose: readonly Choice[]
  readonly checkers: readonly Choice[]
  /** By which somebody may leave. */
  readonly agencies: readonly Choice[]
  readonly door: (of: Typed) => Door
  readonly currency: (of: Typed) => Currency | undefined
  /** The most that one grant of a kind gives, where it is one fund that is asked. */
  readonly most?: (kind: SupportKind) => number
}

const wordsOf = ({ context }: AskVisit) => supportWordsAt({ language: context.get('language') })

/** A kind with the most that it gives, so that it is known before a sum is typed. */
const kindLabel = (visit: AskVisit, kind: SupportKind): string => {
  const name = wordsOf(visit)[`kind_${kind}`]
  const currency = visit.currency(() => '')
  if (!visit.most || currency === undefined) return name
  return wordsOf(visit).kindAtMost(name, moneyInFigures({ amount: visit.most(kind), currency }))
}

/** Somebody of a list. Whoever is named by hand beside it is for the rules to refuse, which leaves a line in the log. */
const personField = (named: Parameters<typeof choiceField>[0] & { fault: string }): Field => ({
  ...choiceField(named),
  read: (text) => (isUuid(text) ? { text } : { fault: named.fault }),
})

/** Of what is asked: a window of the fund, or any that the team knows by its name. */
const windowField = ({ context, windows, isTeam }: AskVisit): Field => {
  const language = context.get('language')
  const words = supportWordsAt({ language })
  const { fault_window: fault, windowsOfPot } = potWords.in(language)
  const named = { name: 'window', label: words.window }
  return isTeam
    ? lineField({
        ...named,
        rule: (text) => (isWindowId(text) ? text : undefined),
        fault,
        lengthMax: 40,
        ...(windows.length > 0 && { hint: windowsOfPot(windows.join(', ')) }),
      })
    : choiceField({ ...named, choices: choicesOf(windows, (one) => one), fault: words.choose })
}

const control = /\p{Cc}/u

const lineOf = (
  visit: AskVisit,
  name: 'supplier' | 'reason' | 'mentor' | 'number',
  lengthMax: number,
): Field => {
  const words = wordsOf(visit)
  return lineField({
    name,
    label: words[name],
    rule: (text) => (text === '' || control.test(text) ? undefined : text),
    fault: words.fault,
    lengthMax,
    isOptional: name !== 'number',
  })
}

const fieldsOf = (visit: AskVisit, of: Typed): readonly Field[] => {
  const { context, isTeam, whose, checkers } = visit
  const words = wordsOf(visit)
  const choice = (name: 'fund' | 'kind' | 'parts' | 'way' | 'paper', choices: readonly Choice[]) =>
    choiceField({ name, label: words[name], choices, fault: words.choose })
  const person = (name: string, label: string, choices: readonly Choice[]) =>
    personField({ name, label, choices, fault: words.choose })
  const parts = Array.from({ length: partsMax }, (_, i) => String(i + 1))
  return [
    isTeam ? choice('fund', whose) : person('member', words.member, whose),
    windowField(visit),
    choice(
      'kind',
      choicesOf(supportKinds, (kind) => kindLabel(visit, kind)),
    ),
    writtenSum({
      name: 'amount',
      label: words.amount,
      hint: words.amountHint,
      fault: potWords.in(context.get('language')).fault_amount,
      currency: visit.currency(of),
    }),
    {
      ...choice(
        'parts',
        choicesOf(parts, (one) => one),
      ),
      said: (text) => words.partsTold(Number(text)),
    },
    tickField({ name: 'withChildren', label: words.withChildren, said: '✓' }),
    tickField({ name: 'isAdult', label: words.isAdult, hint: words.isAdultHint, said: '✓' }),
    choice(
      'way',
      choicesOf(supportWays, (way) => words[`way_${way}`]),
    ),
    lineOf(visit, 'supplier', 80),
    lineOf(visit, 'reason', 200),
    lineOf(visit, 'mentor', 80),
    ...agencyField(context, visit.agencies),
    choice(
      'paper',
      choicesOf(papersShown, (paper) => words[`paper_${paper}`]),
    ),
    lineOf(visit, 'number', 80),
    person('checker', isTeam ? words.teamChecker : words.checker, checkers),
    ...(isTeam ? [tickField({ name: 'survivors', label: words.isSurvivors, said: '✓' })] : []),
  ]
}

const wantedIn = (visit: AskVisit, of: Typed): Wanted => ({
  id: of('id'),
  effectiveOn: visit.context.get('needs').today(),
  windowId: of('window'),
  amount: unitsWritten(of('amount'), visit.currency(of))!,
  parts: Number(of('parts')),
  kind: of('kind') as SupportKind,
  isSurvivors: visit.isTeam && of('survivors') === 'yes',
  memberId: visit.isTeam ? '' : of('member'),
  withChildren: of('withChildren') === 'yes',
  isAdult: of('isAdult') === 'yes',
  reason: of('reason'),
  way: of('way') as SupportWay,
  supplier: of('supplier'),
  mentor: of('mentor'),
  ...agencyIn(of),
  checker: of('checker'),
  papers: [{ paper: of('paper') as PaperShown, number: of('number') }],
})

/** What is asked for, field by field as it was filled in, the sum first. */
const wishReadBack = (visit: AskVisit, of: Typed): Html => {
  const { amount } = wantedIn(visit, of)
  const said = fieldsOf(visit, of)
    .filter(({ name }) => name !== 'amount')
    .map((field) => ({ label: field.label, text: field.said(of(field.name)) }))
  return html`<dl class="facts">
    ${fact(wordsOf(visit).amount, html`<b class="figure">${sumShown(amount, visit.currency(of)!)}</b>`)}
    ${said.map(({ label, text }) => (text === '' ? '' : fact(label, html`<bdi>${text}</bdi>`)))}
  </dl>`
}

const formOf = (visit: AskVisit, of: Typed): FormText => {
  const { context, isTeam, action, list, windows } = visit
  const words = wordsOf(visit)
  const { sealing, ids } = context.get('needs')
  return {
    shown: 'person',
    heading: isTeam ? words.bring : words.ask,
    told: html`<p>${isTeam ? words.bringLead : words.askLead}</p>
      <p>${words.askPapers}</p>`,
    warning: sealing ? undefined : words.notSetUp,
    action,
    hidden: { id: ids() },
    fields: fieldsOf(visit, of),
    // The pot comes first and is chosen where nobody chooses anything else.
    prefilled: {
      ...agencyPrefilled,
      ...(isTeam && {
        fund: context.get('network').networkId,
        window: windows.length === 1 ? windows[0]! : '',
      }),
    },
    submit: words.send,
    back: { href: list, label: isTeam ? words.backToTeam : words.back },
  }
}

/** Which field a refusal is about; others are about the whole of it. */
const fieldOf = new Map<string, string>([
  ['asker-is-concerned', 'member'],
  ['kind-not-in-window', 'window'],
  ['window-unknown', 'window'],
  ['window-not-open', 'window'],
  ['above-its-kind', 'amount'],
  ['leaver-under-eighteen', 'isAdult'],
  ['budget-of-its-kind-spent', 'amount'],
  ['window-too-small', 'amount'],
  ['agency-not-on-register', 'agency'],
  ['agency-not-licensed', 'agency'],
  ['agency-not-checked', 'agency'],
  ['agency-not-for-kind', 'agency'],
  ['checker-is-concerned', 'checker'],
  ['checker-not-another', 'checker'],
  ['checker-not-an-officer', 'checker'],
])

/** Why nobody was asked for, told where it can be mended. */
const refused = (context: HttpContext, answer: ItemAnswer): Wrong => {
  const fault = faultSaid(context, answer)
  const field = fieldOf.get('code' in answer ? answer.code : '')
  const isUsed = answer.outcome === 'conflict'
  return field === undefined ? { fault, isUsed } : { faults: new Map([[field, fault]]) }
}

/** Asks for somebody, and reads back what of it anybody will see before anything is written. */
export const asking = (at: Pick<FormOf<AskVisit>, 'path' | 'rule' | 'find'>): FormOf<AskVisit> => ({
  ...at,
  frame: async ({ frame }) => frame,
  look: async ({ look }) => look?.(),
  form: formOf,
  isAskedUntilSure: true,
  question: (visit, of) => {
    const { kind, isAdult } = wantedIn(visit, of)
    // Told at once and not only when it is sent: the family is advised in private before anything is read aloud.
    if (isForLeaving(kind) && !isAdult)
      return refused(visit.context, {
        id: of('id'),
        outcome: 'refused',
        code: 'leaver-under-eighteen',
      })
    const sure = supportSureWords.in(visit.context.get('language'))
    return {
      shown: 'person',
      heading: sure.heading,
      told: html`<p>${sure.askLead}</p>
        ${wishReadBack(visit, of)}
        <p>${sure.askWritten}</p>`,
      action: visit.action,
      fields: [],
      submit: sure.askYes,
      back: { label: sure.change, change: visit.action },
    }
  },
  take: async (visit, of) => {
    const { context, list } = visit
    if (!context.get('needs').sealing) return { fault: wordsOf(visit).notSetUp }
    const door = visit.door(of)
    const together = visit.isTeam ? await togetherIn(context) : undefined
    if (together) {
      const asked = { scope: door.fundId, wanted: wantedIn(visit, of) }
      const told = await waits(context, together, asked)
      if (told instanceof Response) return told
      return 'on' in told
        ? { next: list }
        : refused(context, { id: of('id'), outcome: 'refused', code: told.code as never })
    }
    const answer = await ask(context, door, wantedIn(visit, of))
    if (answer instanceof Response) return answer
    await answered(context, door, { type: 'AskForSupport', answer })
    return isAccepted(answer) ? { next: list } : refused(context, answer)
  },
})
