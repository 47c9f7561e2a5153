import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { type Office, committeeOffices } from '#domain/fund/tenures.ts'
import { charterOf } from '#domain/health/book.ts'
import { signedBalanceOf } from '#src/app/signed-balance.ts'
import type { Filled, Room } from '#src/http/desk/record.ts'
import { memberOfCard, saidIn, sumIn } from '#src/desk/typed.ts'
import { type Act, envelopeOf } from '#src/http/lending/act.ts'
import { memberFormsAt, ofFund } from '#src/http/members/act.ts'
import { officeField } from '#src/http/members/offices.ts'
import { cardField, sumField, tickField } from '#src/desk/fields.ts'
import { fact, figure } from '#src/pages/desk/parts.ts'

/** Offices whose box, book or key goes from hand to hand. */
const handedOver: readonly Office[] = [
  ...committeeOffices.filter((office) => office !== 'committee'),
  'key-holder',
]

const witnesses = ['1', '2'] as const

const countIn = (room: Room, { of }: Filled) => {
  const { currency } = charterOf(room.book, room.today)
  return of('counted') === ''
    ? {}
    : { count: { amount: sumIn(of('counted'), currency), isByNote: true } }
}

export const handOver = ofFund(
  { name: 'hand-over', rule: 'RecordHandOver', safe: placeOf.officers },
  (room): Act => {
    const { at, book, today, context } = room
    const words = memberFormsAt(at)
    const { currency } = charterOf(book, today)
    const { hash } = context.get('needs')
    const balanceOn = (on: string) => signedBalanceOf({ fundId: at.fundId, book, hash }, on)
    const { members } = book
    const booked = figure({ amount: balanceOn(today).booked, currency })
    return {
      shown: 'key',
      facts: html`<p>${words.handOverMeaning}</p>
        <p>
          <a class="button" href="${placeOf.handOverSheet(at)}">${words.toSheet}</a>
        </p>
        <dl class="facts">${fact(words.bookedNow, html`<b class="figure">${booked}</b>`)}</dl>`,
      fields: [
        officeField(room, handedOver),
        cardField(at, { name: 'from', label: words.fromLabel, members }),
        cardField(at, { name: 'to', label: words.toLabel, members }),
        sumField(at, {
          name: 'counted',
          label: words.countedLabel,
          hint: words.countedHint,
          currency,
          isOptional: true,
        }),
        ...witnesses.map((place) =>
          cardField(at, {
            name: `witness${place}`,
            label: words.witnessLabel(place),
            members,
            isOptional: true,
          }),
        ),
        tickField({ name: 'signed', label: words.signedLabel, said: words.signedSaid }),
      ],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'RecordHandOver',
        office: filled.of('office') as Office,
        from: memberOfCard(book, filled.of('from')),
        to: memberOfCard(book, filled.of('to')),
        witnesses: witnesses
          .map((place) => memberOfCard(book, filled.of(`witness${place}`)))
          .filter((id) => id !== ''),
        ...countIn(room, filled),
        ...saidIn<{ balanceHash: string }>({
          balanceHash: filled.of('signed') === 'yes' ? balanceOn(filled.day).hash : '',
        }),
      }),
    }
  },
)
