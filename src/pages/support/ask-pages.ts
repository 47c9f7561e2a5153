import { supportPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { papersShown, supportWays } from '#domain/grants/files.ts'
import { partsMax, supportKinds } from '#domain/grants/kinds.ts'
import { unspentRules } from '#domain/grants/terms.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import {
  type Choice,
  type Typed,
  choiceField,
  formPage,
  tickField,
  typedAgain,
} from '#src/pages/network/parts.ts'
import { potWords } from '#src/words/words.ts'
import { wordsAt } from '#src/pages/support/parts.ts'

type Line = {
  readonly name: string
  readonly label: string
  readonly maxLength: number
  readonly isNumber?: boolean
  readonly hint?: string
}

/** A line that may stay empty. */
const lineField = (
  { name, label, maxLength, isNumber, hint }: Line,
  typed: Typed | undefined,
): Html => {
  const again = typedAgain(typed, { name, maxLength })
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? '' : html`<p class="quiet" id="${name}-hint">${hint}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="text"
      autocomplete="off"
      maxlength="${maxLength}"
      ${hint === undefined ? '' : html` aria-describedby="${name}-hint"`}
      ${isNumber ? html` inputmode="numeric"` : ''}
      ${again === undefined ? '' : html` value="${again}"`}
    />
  </div>`
}

type AskShown = {
  readonly id: string
  readonly windows: readonly string[]
  /** Of the network's own pot, which the team is told of; empty for a fund. */
  readonly potWindows?: readonly string[]
  /** For whom, where the fund asks; from which fund, where the team does. */
  readonly whose: readonly Choice[]
  readonly checkers: readonly Choice[]
  readonly isTeam: boolean
  readonly fault?: string | undefined
  readonly typed?: Typed | undefined
}

const fieldsOf = (
  frame: PageFrame,
  { windows, potWindows = [], whose, checkers, isTeam, typed }: AskShown,
): Html => {
  const words = wordsAt(frame)
  const choice = (name: string, label: string, choices: readonly Choice[]): Html =>
    choiceField(frame.language, { name, label, choices, typed })
  const plain = (values: readonly string[]): Choice[] =>
    values.map((value) => ({ value, label: value }))
  const line = (field: Line): Html => lineField(field, typed)
  const kinds = supportKinds.map((value) => ({ value, label: words[`kind_${value}`] }))
  const ways = supportWays.map((value) => ({ value, label: words[`way_${value}`] }))
  const papers = papersShown.map((value) => ({ value, label: words[`paper_${value}`] }))
  const parts = Array.from({ length: partsMax }, (_, i) => String(i + 1))
  return html`${isTeam ? choice('fund', words.fund, whose) : choice('member', words.member, whose)}
  ${
    isTeam
      ? line({
          name: 'window',
          label: words.window,
          maxLength: 40,
          ...(potWindows.length > 0
            ? { hint: potWords.in(frame.language).windowsOfPot(potWindows.join(', ')) }
            : {}),
        })
      : choice('window', words.window, plain(windows))
  }
  ${choice('kind', words.kind, kinds)}
  ${line({ name: 'amount', label: words.amount, maxLength: 15, isNumber: true, hint: words.amountHint })}
  ${choice('parts', words.parts, plain(parts))}
  ${tickField({ name: 'withChildren', label: words.withChildren }, typed)}
  ${choice('way', words.way, ways)}
  ${line({ name: 'supplier', label: words.supplier, maxLength: 80 })}
  ${line({ name: 'reason', label: words.reason, maxLength: 200 })}
  ${line({ name: 'mentor', label: words.mentor, maxLength: 80 })}
  ${choice('paper', words.paper, papers)}
  ${line({ name: 'number', label: words.number, maxLength: 80 })}
  ${choice('checker', isTeam ? words.teamChecker : words.checker, checkers)}
  ${isTeam ? tickField({ name: 'survivors', label: words.isSurvivors }, typed) : ''}`
}

/** Asks for somebody: one page, for the fund or for the team. */
export const askPage = (
  frame: PageFrame,
  shown: AskShown,
  at: { readonly action: string; readonly safe: string },
): Html => {
  const words = wordsAt(frame)
  const { isTeam, fault, typed, id } = shown
  return formPage(
    frame,
    { fault, typed },
    {
      shown: 'person',
      heading: isTeam ? words.bring : words.ask,
      lead: isTeam ? [words.bringLead, words.askPapers] : [words.askLead, words.askPapers],
      action: at.action,
      safe: { href: at.safe, label: isTeam ? words.backToTeam : words.back },
      submit: words.send,
      id,
      fields: fieldsOf(frame, shown),
    },
  )
}

/** Asks what was agreed with a donor. */
export const termsPage = (
  frame: PageFrame & { readonly fundId: string },
  { id, windows, fault, typed }: Pick<AskShown, 'id' | 'windows' | 'fault' | 'typed'>,
): Html => {
  const words = wordsAt(frame)
  const line = (field: Line): Html => lineField(field, typed)
  return formPage(
    frame,
    { fault, typed },
    {
      shown: 'book',
      heading: words.terms,
      lead: [words.termsLead],
      action: supportPath.terms(frame),
      safe: { href: supportPath.list(frame), label: words.back },
      submit: words.write,
      id,
      fields: html`${choiceField(frame.language, {
        name: 'window',
        label: words.window,
        choices: windows.map((value) => ({ value, label: value })),
        typed,
      })}
      ${line({ name: 'from', label: words.from, maxLength: 10 })}
      ${line({ name: 'until', label: words.until, maxLength: 10 })}
      ${supportKinds.map((kind) =>
        line({
          name: `line-${kind}`,
          label: words.lineOf(words[`kind_${kind}`]),
          maxLength: 15,
          isNumber: true,
        }),
      )}
      ${choiceField(frame.language, {
        name: 'unspent',
        label: words.unspent,
        choices: unspentRules.map((value) => ({
          value,
          label:
            value === 'given-back' ? words.unspent_given_back : words.unspent_kept_for_the_same,
        })),
        typed,
      })}`,
    },
  )
}
