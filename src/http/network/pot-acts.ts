import { html } from 'hono/html'
import { isWindowId } from '#domain/grants/grants.ts'
import { potReversalReasons } from '#domain/grants/pot.ts'
import type { PotMoveRow } from '#domain/grants/pot-report.ts'
import { currencyCodes } from '#domain/kernel/money.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import { donorsMoney, grantFacts, grantOf, payment } from '#src/http/network/pot-money.ts'
import { type Act, type PotRoom, faultsOf, radios, todayIn } from '#src/http/network/pot-room.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { field } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { choiceField } from '#src/pages/network/parts.ts'
import { type PotAct, dayFact, donorName, moveName, movedBy } from '#src/pages/network/pot-parts.ts'
import { sum, sumText } from '#src/pages/support/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { potWords } from '#src/words/words.ts'

/** That an act is of today, on whichever day it is looked at. */
const ofToday = (room: PotRoom): Html => dayFact(room, todayIn(room), todayIn(room))

const open: Act = {
  names: ['window', 'currency'],
  facts: (room) => html`<dl class="facts">${ofToday(room)}</dl>`,
  fields: ({ language }, { typed, faults }) => {
    const words = potWords.in(language)
    const value = typed?.('window').slice(0, 40) ?? ''
    return html`${field({
      name: 'window',
      label: words.windowName,
      hint: words.windowNameHint,
      maxLength: 40,
      value: /^[a-z0-9-]*$/.test(value) ? value : '',
      fault: faults['window'],
    })}
    ${choiceField(language, {
      name: 'currency',
      label: words.currency,
      choices: currencyCodes.map((value) => ({ value, label: words[`currency_${value}`] })),
      typed,
      fault: faults['currency'],
    })}`
  },
  read: (room, of) => {
    const words = potWords.in(room.language)
    const windowId = of('window')
    const currency = currencyCodes.find((one) => one === of('currency'))
    if (!isWindowId(windowId) || !currency)
      return faultsOf({
        window: !isWindowId(windowId) && words.fault_windowName,
        currency: !currency && words.fault_currency,
      })
    const envelope = envelopeOf(room.context, of('id'))
    const command = (): NetworkCommand => ({
      ...envelope,
      type: 'OpenPotWindow',
      windowId,
      currency,
    })
    return {
      headline: `${words.open}: ${windowId}`,
      told: html`<dl class="facts">
        ${fact(words.windowName, donorName(windowId))}
        ${fact(words.currency, words[`currency_${currency}`])} ${ofToday(room)}
      </dl>`,
      notes: [],
      writes: words.writeOpen(windowId),
      command,
    }
  },
}

const decide: Act = {
  names: ['answer'],
  facts: (room) => {
    const facts = grantFacts(room)
    return (
      facts &&
      html`${facts}
        <dl class="facts">${ofToday(room)}</dl>`
    )
  },
  fields: (room, filled) => {
    const words = potWords.in(room.language)
    const { amount, windowId } = grantOf(room)!
    const text = sumText(amount, room.purse.currencyOf(windowId, ''))
    const choices = [
      { value: 'no', label: words.doNotGive(text) },
      { value: 'yes', label: words.giveIt(text) },
    ]
    return radios({ name: 'answer', label: words.answer, choices }, filled)
  },
  read: (room, of) => {
    const answer = (['yes', 'no'] as const).find((one) => one === of('answer'))
    const support = grantOf(room)
    const words = potWords.in(room.language)
    if (!answer || !support) return { faults: { answer: words.fault_choice } }
    const { code, windowId, amount } = support
    const text = sumText(amount, room.purse.currencyOf(windowId, ''))
    const isApproved = answer === 'yes'
    const { actor } = room.context.get('caller')!.by
    const envelope = envelopeOf(room.context, of('id'))
    const command = (second: string): NetworkCommand => ({
      ...envelope,
      type: 'DecideFromPot',
      code: room.about,
      isApproved,
      deciders: [actor, second],
    })
    const decision = isApproved ? words.giveIt(text) : words.doNotGive(text)
    return {
      headline: `${decision} - ${words.supportOf(code)}`,
      told: html`<dl class="facts">
        ${fact(words.askedFor, sum(amount, room.purse.currencyOf(windowId, '')))}
        ${fact(words.fromDonor, donorName(windowId))} ${ofToday(room)}
      </dl>`,
      notes: [],
      writes: isApproved ? words.writeGive(text) : words.writeDoNotGive(text),
      ofTwo: words.firstOfDecision,
      command,
    }
  },
}

const moveOf = ({ book, about }: PotRoom): PotMoveRow | undefined =>
  book.moves.find(({ id }) => id === about)

/** A line as it was written. */
const lineFacts = (room: PotRoom, move: PotMoveRow): Html => {
  const words = potWords.in(room.language)
  const { amount, currency, windowId } = movedBy(move)
  return html`${fact(words.before, html`<b>${sum(Math.abs(amount), currency)}</b>`)}
  ${fact(words.thatLine, `${move.seq}: ${moveName(words, move)}`)}
  ${fact(words.day, dateInWords(move.effectiveOn, room.language))}
  ${move.code === undefined ? '' : fact(words.grant, html`<bdi>${move.code}</bdi>`)}
  ${fact(words.fromDonor, donorName(windowId))}`
}

const correct: Act = {
  names: ['reason'],
  facts: (room) => {
    const move = moveOf(room)
    return move && html`<dl class="facts">${lineFacts(room, move)}</dl>`
  },
  fields: ({ language }, filled) => {
    const words = potWords.in(language)
    const choices = potReversalReasons.map((value) => ({
      value,
      label: words[`reason_${value}`],
    }))
    return radios({ name: 'reason', label: words.reason, choices }, filled)
  },
  read: (room, of) => {
    const reason = potReversalReasons.find((one) => one === of('reason'))
    const move = moveOf(room)
    const words = potWords.in(room.language)
    if (!reason || !move) return { faults: { reason: words.fault_choice } }
    const envelope = envelopeOf(room.context, of('id'))
    const command = (approvedBy: string): NetworkCommand => ({
      ...envelope,
      type: 'ReversePotEntry',
      reverses: room.about,
      reason,
      approvedBy,
    })
    const { amount, currency, windowId } = movedBy(move)
    const [name, text] = [moveName(words, move), sumText(Math.abs(amount), currency)]
    const { held } = room.book.windows.find((one) => one.windowId === windowId)!
    // The same form sent twice is counted once, and tells the same.
    const isUndone = room.book.moves.some(({ takesBack }) => takesBack === move.seq)
    return {
      headline: words.undo(move.seq, name, text),
      told: html`<dl class="facts">
        ${lineFacts(room, move)} ${fact(words.reason, words[`reason_${reason}`])}
        ${fact(words.leftAfter, html`<b>${sum(isUndone ? held : held - amount, currency)}</b>`)}
      </dl>`,
      notes: [words.undone, words.thenAgain],
      writes: words.writeUndo(move.seq),
      doneAs: words.undoDone(move.seq, name, text),
      ofTwo: words.first,
      command,
    }
  },
}

/** Everything that the staff does about the pot, by its name in the path. */
export const potActs: Readonly<Record<PotAct, Act>> = {
  open,
  received: donorsMoney(true),
  returned: donorsMoney(false),
  pay: payment,
  decide,
  correct,
}
