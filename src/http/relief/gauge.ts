import { isCode } from '#domain/fund/members.ts'
import type { Room } from '#src/http/desk/record.ts'
import { type Field, countField, faultsAll, lineField } from '#src/desk/fields.ts'
import { reliefWordsAt } from '#src/pages/relief/parts.ts'

/** A gauge of the river and what it showed, where that is the measure; `hint` says what the level is for. */
export const gaugeFields = (room: Room, hint?: string): readonly Field[] => {
  const words = reliefWordsAt(room.at)
  return [
    lineField({
      name: 'station',
      label: words.stationLabel,
      rule: (line) => (isCode(line) ? line : undefined),
      fault: words.codeFault,
      isOptional: true,
    }),
    countField({
      name: 'level',
      label: words.levelLabel,
      ...(hint === undefined ? {} : { hint }),
      faults: faultsAll(words.wholeFault),
      mayBeNought: true,
      isOptional: true,
    }),
  ]
}
