import type { Body, Command, Village } from '#domain/village.ts'
import { law } from '#test/sim/law.ts'
import { dayOf } from '#test/support/oracle/calendar.ts'

/** Who is asked and who asks, from the rules: nobody draws until it suits, and nobody hears about the own book. */
export const confirmingLaws = (village: Village, command: Command, body: Body): void => {
  const { effectiveOn: on } = command
  const rounds = village.fund!.confirmations ?? []
  if (body.type === 'ConfirmationBegun') {
    const isPaused = rounds.every((round) => dayOf(on) - dayOf(round.on) >= 90)
    law('a quarter lies between two rounds', isPaused, () => rounds)
    const cards = body.among.map((memberId) => village.members.get(memberId)!.card)
    law(
      'members stand in a draw by card',
      cards.every((card, i) => i === 0 || cards[i - 1]! < card),
    )
    const least = Math.min(3, body.among.length)
    law('a round asks enough and not everybody', body.number >= least && body.number <= 30)
  }
  if (body.type !== 'ConfirmationAnswered') return
  const { roundId, memberId, askedBy, answer, by } = body
  const round = rounds.find(({ id }) => id === roundId)!
  law('only who was drawn answers', round.asked.includes(memberId), () => body)
  law('nobody writes an own answer down', askedBy !== memberId, () => body)
  const offices = village.members.get(askedBy ?? '')?.offices ?? []
  const keeps = offices.some(
    ({ office, from, endedOn }) =>
      office === 'record-keeper' && from <= on && (endedOn === undefined || on < endedOn),
  )
  law('whoever keeps the book does not ask about it', !keeps, () => body)
  law('a page says right or wrong', by !== 'page' || answer === 'right' || answer === 'wrong')
}
