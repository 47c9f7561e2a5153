import { placeOf } from '#src/desk/places.ts'
import type { requestLoan } from '#domain/loans/operations/asking.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import { type Act, envelopeOf, ofMember } from '#src/http/lending/act.ts'
import { costOfAsked } from '#src/http/lending/cost.ts'
import { requestFields } from '#src/http/lending/request-fields.ts'
import { askedIn, faultsAmong } from '#src/http/lending/request-typed.ts'

export const request = ofMember(
  { name: 'request', rule: 'RequestLoan' },
  (room, memberId): Act => ({
    shown: 'loans',
    pricePath: `${placeOf.record(room.at, 'request')}/price`,
    fields: requestFields(room),
    check: (filled) => faultsAmong(room, memberId, filled),
    command: (filled): CommandOf<typeof requestLoan> => ({
      ...envelopeOf(filled),
      type: 'RequestLoan',
      ...askedIn(room, memberId, filled),
    }),
    more: (filled) => costOfAsked(room, askedIn(room, memberId, filled), filled.day),
  }),
)
