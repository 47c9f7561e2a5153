import { isCode } from '#domain/kernel/shape.ts'
import type { Filled } from '#src/desk/asking.ts'
import type { Desk } from '#src/desk/desk.ts'
import { type Field, countField, faultsAll, lineField } from '#src/desk/fields.ts'
import { reliefWords } from '#src/words/words.ts'

/** A gauge of the river and what it showed, where that is the measure; `hint` says what the level is for. */
export const gaugeFields = ({ language }: Desk, hint?: string): readonly Field[] => {
  const words = reliefWords.in(language)
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
      mayBeZero: true,
      isOptional: true,
    }),
  ]
}

/** Whether both were said, the gauge and its level. */
export const isGaugeSaid = ({ of }: Filled): boolean => of('station') !== '' && of('level') !== ''

export const gaugeIn = ({ of }: Filled) => ({
  station: of('station'),
  levelCm: Number(of('level')),
})
