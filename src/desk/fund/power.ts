import type { Desk } from '#src/desk/desk.ts'
import { officerChoices, secondsFor } from '#src/desk/officers.ts'
import { type TaskName, taskPath } from '#src/desk/places.ts'
import type { Content } from '#src/desk/content.ts'
import { memberFormWords } from '#src/words/words.ts'

/** Where the own secret was given too long ago, it is given first: acts that change power are refused without it. */
export const secretFirst = (
  desk: Desk,
  name: TaskName,
  about: Readonly<Record<string, string>> = { fund: desk.fundId },
): Content =>
  desk.who.hasGivenSecret ? [] : [{ is: 'secret-first', back: taskPath(desk, name, about) }]

/** Who stands behind what is written down: an officer other than the writer and those concerned. */
export const secondOf = (desk: Desk, concerned: readonly string[] = []) => {
  const words = memberFormWords.in(desk.language)
  return {
    label: words.confirmedByLabel,
    hint: words.confirmedByHint,
    ...officerChoices(desk, secondsFor(desk, concerned)),
    fault: words.chooseOne,
    isOptional: false,
  }
}
