import { amountMax } from '#domain/kernel/money.ts'
import {
  described,
  group,
  list,
  optional,
  sumOrZero,
  whole,
  yesOrNo,
} from '#domain/kernel/shape.ts'
import { piecesMax } from '#domain/fund/meeting/banknotes.ts'

/** More kinds of notes and coins than a currency has. */
const kindsMax = 20

const pieces = group({
  note: whole(1, amountMax, 'note-unknown'),
  pieces: whole(1, piecesMax, 'pieces-not-whole'),
})

/** The cash at a point of a meeting, or of a hand-over. */
export const countedCash = group(
  {
    amount: sumOrZero,
    isByNote: yesOrNo('not-yes-or-no'),
    notes: optional(
      described(
        list(pieces, { max: kindsMax }),
        'How many of each note and coin, in smallest units; they come to the amount',
      ),
    ),
  },
  'count-missing',
)
