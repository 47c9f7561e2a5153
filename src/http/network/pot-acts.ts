import { html } from 'hono/html'
import { isWindowId } from '#domain/grants/grants.ts'
import { potReversalReasons } from '#domain/grants/pot.ts'
import type { PotMoveRow } from '#domain/grants/pot-report.ts'
import { type Currency, currencyCodes } from '#domain/kernel/money.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { type Field, choiceField, choicesOf, lineField } from '#src/desk/fields.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import { grantFacts, grantOf, paying, received, returned } from '#src/http/network/pot-money.ts'
import { hasTerms, termsFields, termsTyped } from '#src/http/support/terms-fields.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { type PotForm, type PotVisit, todayIn } from '#src/http/network/pot-visit.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { dayFact, donorName, moveName, movedBy } from '#src/pages/network/pot-parts.ts'
import { termsPart } from '#src/pages/support/list-page.ts'
import { sumShown, sumText } from '#src/pages/support/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { potWords } from '#src/words/words.ts'

/** That an act is of today, on whichever day it is looked at. */
const ofToday = (visit: PotVisit): Html => dayFact(visit, todayIn(visit), todayIn(visit))

/** A name that is none stands in no page again. */
const donorField = ({ language }: PotVisit): Field => {
  const words = potWords.in(language)
  const field = lineField({
    name: 'window',
    label: words.windowName,
    hint: words.windowNameHint,
    rule: (text) => (isWindowId(text) ? text : undefined),
    fault: words.fault_windowName,
    lengthMax: 40,
  })
  return { ...field, read: (text) => ({ typed: '', ...field.read(text) }) }
}

/** In which the window's sums are counted; any, before one was chosen. */
const currencyTyped = (of: Typed): Currency =>
  currencyCodes.find((one) => one === of('currency')) ?? currencyCodes[0]!

const open: PotForm = {
  act: 'open',
  rule: 'OpenPotWindow',
  facts: (visit) => html`<dl class="facts">${ofToday(visit)}</dl>`,
  fields: (visit, of) => {
    const words = potWords.in(visit.language)
    return [
      donorField(visit),
      choiceField({
        name: 'currency',
        label: words.currency,
        choices: choicesOf(currencyCodes, (one) => words[`currency_${one}`]),
        fault: words.fault_currency,
      }),
      ...termsFields(visit, { currency: currencyTyped(of), of }),
    ]
  },
  ready: (visit, of) => {
    const words = potWords.in(visit.language)
    const windowId = of('window')
    const currency = currencyTyped(of)
    const terms = hasTerms(of) ? termsTyped(of, currency) : undefined
    const envelope = envelopeOf(visit.context, of('id'))
    return {
      headline: `${words.open}: ${windowId}`,
      told: html`<dl class="facts">
          ${fact(words.windowName, donorName(windowId))}
          ${fact(words.currency, words[`currency_${currency}`])} ${ofToday(visit)}
        </dl>
        ${terms ? termsPart(visit, { terms }, currency) : ''}`,
      notes: [],
      writes: words.writeOpen(windowId),
      ...(visit.isOfTwo && { ofTwo: words.first }),
      command: (approvedBy) => ({
        ...envelope,
        type: 'OpenPotWindow',
        windowId,
        currency,
        ...(terms && { terms }),
        ...(visit.isOfTwo && { approvedBy }),
      }),
    }
  },
}

const answers = ['no', 'yes'] as const

const decide: PotForm = {
  act: 'decide',
  rule: 'DecideFromPot',
  about: 'potCode',
  facts: (visit) => {
    const facts = grantFacts(visit)
    return (
      facts &&
      html`${facts}
        <dl class="facts">${ofToday(visit)}</dl>`
    )
  },
  fields: (visit) => {
    const words = potWords.in(visit.language)
    const { amount, windowId } = grantOf(visit)!
    const text = sumText(amount, visit.source.currencyOf(windowId, ''))
    return [
      choiceField({
        name: 'answer',
        label: words.answer,
        choices: choicesOf(answers, (one) => words[one === 'yes' ? 'giveIt' : 'doNotGive'](text)),
        fault: words.fault_choice,
        as: 'radios',
      }),
    ]
  },
  ready: (visit, of) => {
    const words = potWords.in(visit.language)
    const { code, windowId, amount } = grantOf(visit)!
    const text = sumText(amount, visit.source.currencyOf(windowId, ''))
    const isApproved = of('answer') === 'yes'
    const { actor } = visit.context.get('caller')!.by
    const envelope = envelopeOf(visit.context, of('id'))
    const command = (second: string): NetworkCommand => ({
      ...envelope,
      type: 'DecideFromPot',
      code: visit.about,
      isApproved,
      deciders: [actor, second],
    })
    const decision = isApproved ? words.giveIt(text) : words.doNotGive(text)
    return {
      headline: `${decision} - ${words.supportOf(code)}`,
      told: html`<dl class="facts">
        ${fact(words.askedFor, sumShown(amount, visit.source.currencyOf(windowId, '')))}
        ${fact(words.fromDonor, donorName(windowId))} ${ofToday(visit)}
      </dl>`,
      notes: [],
      writes: isApproved ? words.writeGive(text) : words.writeDoNotGive(text),
      ofTwo: words.firstOfDecision,
      command,
    }
  },
}

const moveOf = ({ book, about }: PotVisit): PotMoveRow | undefined =>
  book.moves.find(({ id }) => id === about)

/** A line as it was written. */
const lineFacts = (visit: PotVisit, move: PotMoveRow): Html => {
  const words = potWords.in(visit.language)
  const { amount, currency, windowId } = movedBy(move)
  return html`${fact(words.before, html`<b>${sumShown(Math.abs(amount), currency)}</b>`)}
  ${fact(words.thatLine, `${move.seq}: ${moveName(words, move)}`)}
  ${fact(words.day, dateInWords(move.effectiveOn, visit.language))}
  ${move.code === undefined ? '' : fact(words.grant, html`<bdi>${move.code}</bdi>`)}
  ${fact(words.fromDonor, donorName(windowId))}`
}

const correct: PotForm = {
  act: 'correct',
  rule: 'ReversePotEntry',
  about: 'potMove',
  facts: (visit) => {
    const move = moveOf(visit)
    return move && html`<dl class="facts">${lineFacts(visit, move)}</dl>`
  },
  fields: ({ language }) => {
    const words = potWords.in(language)
    return [
      choiceField({
        name: 'reason',
        label: words.reason,
        choices: choicesOf(potReversalReasons, (one) => words[`reason_${one}`]),
        fault: words.fault_choice,
        as: 'radios',
      }),
    ]
  },
  ready: (visit, of) => {
    const reason = of('reason') as (typeof potReversalReasons)[number]
    const move = moveOf(visit)!
    const words = potWords.in(visit.language)
    const envelope = envelopeOf(visit.context, of('id'))
    const command = (approvedBy: string): NetworkCommand => ({
      ...envelope,
      type: 'ReversePotEntry',
      reverses: visit.about,
      reason,
      approvedBy,
    })
    const { amount, currency, windowId } = movedBy(move)
    const [name, text] = [moveName(words, move), sumText(Math.abs(amount), currency)]
    const { held } = visit.book.windows.find((one) => one.windowId === windowId)!
    // The same form sent twice is counted once, and tells the same.
    const isUndone = visit.book.moves.some(({ takesBack }) => takesBack === move.seq)
    return {
      headline: words.undo(move.seq, name, text),
      told: html`<dl class="facts">
        ${lineFacts(visit, move)} ${fact(words.reason, words[`reason_${reason}`])}
        ${fact(words.leftAfter, html`<b>${sumShown(isUndone ? held : held - amount, currency)}</b>`)}
      </dl>`,
      notes: [words.undone, words.thenAgain],
      writes: words.writeUndo(move.seq),
      doneAs: words.undoDone(move.seq, name, text),
      ofTwo: words.first,
      command,
    }
  },
}

/** Everything that the staff does about the pot. */
export const potForms: readonly PotForm[] = [open, received, returned, paying, decide, correct]
