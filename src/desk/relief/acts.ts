import type { Act } from '#src/desk/act.ts'
import {
  activation,
  declining,
  lapse,
  ratification,
  renewal,
  undoing,
} from '#src/desk/relief/deciding.ts'
import { event } from '#src/desk/relief/declaring.ts'
import { emergencyOpening, emergencyPromise } from '#src/desk/relief/lines.ts'

/** Everything that is decided about events and emergency loans. */
export const reliefActs: readonly Act[] = [
  event,
  activation,
  renewal,
  ratification,
  lapse,
  undoing,
  declining,
  emergencyPromise,
  emergencyOpening,
]
