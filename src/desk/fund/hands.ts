import type { Votes } from '#domain/fund/charter/charter.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import type { Filled, Own } from '#src/desk/asking.ts'
import type { Desk } from '#src/desk/desk.ts'
import { type Field, countField, faultsAll } from '#src/desk/fields.ts'
import { memberFormWords } from '#src/words/words.ts'

type Named = Pick<Field, 'name' | 'label' | 'hint' | 'fold'> & { readonly isOptional?: boolean }

/** A number that is counted, and may be none. */
export const countedField = ({ language }: Pick<Desk, 'language'>, named: Named): Field =>
  countField({
    ...named,
    faults: faultsAll(memberFormWords.in(language).countFault),
    mayBeZero: true,
  })

type Three = readonly [present: string, yes: string, no: string]

const usualNames: Three = ['present', 'yes', 'no']

const raised =
  ([present, yes, no]: Three) =>
  ({ of }: Filled): Votes => ({
    present: Number(of(present)),
    yes: Number(of(yes)),
    no: Number(of(no)),
  })

const labelsOf = ({ language }: Desk): Three => {
  const { handsPresent, handsYes, handsNo } = memberFormWords.in(language)
  return [handsPresent, handsYes, handsNo]
}

/** What is said before hands are typed where nobody has written down yet who is here: without a list they make no quorum. */
export const unlistedHint = ({ book, today, language }: Desk): string | undefined =>
  meetingOn(book, today)?.present.length ? undefined : memberFormWords.in(language).handsUnlisted

/** Hands that were raised at a meeting, in three fields. */
export const handsOf = (desk: Desk): Own<Votes> => {
  const labels = labelsOf(desk)
  const hint = unlistedHint(desk)
  return {
    fields: usualNames.map((name, i) =>
      countedField(desk, { name, label: labels[i]!, ...(hint && i === 0 && { hint }) }),
    ),
    said: raised(usualNames),
  }
}

type HandField = {
  readonly names?: Three
  readonly labels?: Three
  /** When the three fields stay empty. */
  readonly hint?: string
  readonly fold?: string
}

/** The same where there may have been no such vote: three empty fields are none. */
export const handsIfRaised = (
  desk: Desk,
  { names = usualNames, labels = labelsOf(desk), hint, fold }: HandField,
): Own<Votes | undefined> => ({
  fields: names.map((name, i) =>
    countedField(desk, {
      name,
      label: labels[i]!,
      ...(hint !== undefined && i === 0 && { hint }),
      ...(fold !== undefined && { fold }),
      isOptional: true,
    }),
  ),
  said: (filled) =>
    names.every((name) => filled.of(name) === '') ? undefined : raised(names)(filled),
})

/** Hands of which one or two were left empty are none. */
export const handsFaults = (
  { language }: Desk,
  { of }: Filled,
  names: Three = usualNames,
): ReadonlyMap<string, string> => {
  const fault = memberFormWords.in(language).handsMissing
  const empty = names.filter((name) => of(name) === '')
  return new Map(empty.length === 0 || empty.length === 3 ? [] : empty.map((name) => [name, fault]))
}
