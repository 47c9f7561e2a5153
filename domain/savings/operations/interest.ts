import { day, text, word } from '#domain/kernel/shape.ts'
import { ballot } from '#domain/fund/meeting/ballot.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'
import { bearers, interestFault, interestRows, payInterest } from '#domain/savings/interest.ts'
import { type Saving, voted } from '#domain/savings/saving.ts'
import { cycleEndsOf } from '#domain/savings/share-outs.ts'

/** Interest on what members saved over a stretch of days: the meeting votes on it. */
export const payInterestOnSavings = operation({
  command: 'PayInterestOnSavings',
  entry: 'InterestOnSavingsPaid',
  oneHand: 'carries-out',
  asks: {
    from: day,
    to: day,
    ratePercent: text(/^\d{1,3}(\.\d{1,6})?$/, { code: 'rate-unreadable', example: '6' }),
    bearer: word(bearers),
    ballot,
  },
  keeps: ['from', 'to', 'ratePercent', 'bearer', 'ballot'],
  may: recordKeeper,
  second: (command) => command.ballot.confirmedBy,
  concerns: () => 'everybody',
  minutes: 'told',
  isReversible: true,
  decide: (now: Saving, command) => {
    const fault = interestFault(command)
    if (fault) return fault
    const { from, to, ballot: held, effectiveOn: on } = command
    const { currency, interestStep: step } = now.charter.charter
    const cycleEnds = cycleEndsOf(now.shareOuts.values())
    return payInterest(
      {
        currency,
        earned: now.interestReceived({ from, to }),
        owed: [now.risk(from).owed, now.risk(to).owed],
        rows: interestRows(now.allSavings(), command, { step, cycleEnds }),
        paid: now.interests.values(),
        vote: voted(now, held, on),
      },
      command,
    )
  },
  about: (_, id) => [{ kind: 'savings-interest', key: id }],
})
