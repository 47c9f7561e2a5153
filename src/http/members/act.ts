import { type MemberTaskName, placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Action } from '#domain/access/table.ts'
import { isSteppedUp } from '#src/app/sessions.ts'
import type { Filled, Room, Task } from '#src/http/desk/record.ts'
import { type Act, aboutAct } from '#src/http/lending/act.ts'
import { officerChoices, secondsFor } from '#src/http/lending/officers.ts'
import { type Field, choiceField, countField, faultsAll } from '#src/desk/fields.ts'
import type { At } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { stepUpFirst } from '#src/pages/network/parts.ts'
import type { MemberFormWords } from '#src/words/en/member-form.ts'
import { memberFormWords } from '#src/words/words.ts'

export const memberFormsAt = ({ language }: Pick<At, 'language'>): MemberFormWords =>
  memberFormWords.in(language)

/** An act about the fund itself: nobody has to be chosen before it. */
export const ofFund = (
  {
    name,
    rule,
    safe,
  }: {
    readonly name: MemberTaskName
    readonly rule: Action
    /** Where the way back leads. */
    readonly safe: (at: At) => string
  },
  act: (room: Room) => Act,
): Task => ({
  name,
  rule,
  subject: 'fund',
  choose: ({ context, at }) =>
    context.redirect(`${placeOf.record(at, name)}?fund=${at.fundId}`, 303),
  about: (room, id) => {
    if (id !== room.at.fundId) return undefined
    const spoken = { task: name, subject: { field: 'fund', id } as const, about: undefined }
    return aboutAct(room, { ...spoken, safe: safe(room.at) }, act(room))
  },
})

/** The way to the PIN, where an act is refused to whoever gave it too long ago. */
export const stepUpPart = ({ context, at }: Room, to: string): Html | string =>
  stepUpFirst(
    at.language,
    isSteppedUp(context.get('needs'), context.get('caller')!.session) ? undefined : to,
  )

/** Who stands behind what is written down: an officer other than the writer and those concerned. */
export const secondField = (
  room: Room,
  {
    name,
    concerned,
  }: { readonly name: 'confirmedBy' | 'approvedBy'; readonly concerned: readonly string[] },
): Field => {
  const words = memberFormsAt(room.at)
  return choiceField({
    name,
    label: name === 'confirmedBy' ? words.confirmedByLabel : words.approvedByLabel,
    hint: words.confirmedByHint,
    choices: officerChoices(room.at, secondsFor(room, concerned)),
    fault: words.chooseOne,
  })
}

/** The same where there is anybody: an officer who is left alone appoints the next one, or nobody ever would. */
export const secondWhereAny = (room: Room, concerned: readonly string[]): readonly Field[] =>
  secondsFor(room, concerned).length === 0
    ? []
    : [secondField(room, { name: 'confirmedBy', concerned })]

/** A number that is counted, and may be none. */
export const countedField = (
  at: At,
  named: {
    readonly name: string
    readonly label: string
    readonly hint?: string
    readonly fold?: string
    readonly isOptional?: boolean
  },
): Field =>
  countField({ faults: faultsAll(memberFormsAt(at).countFault), mayBeNought: true, ...named })

/** The hands of a vote that three fields of a form hold; undefined where they were left empty. */
export const handsIn = (
  { of }: Filled,
  names: readonly [present: string, yes: string, no: string],
) =>
  names.every((name) => of(name) === '')
    ? undefined
    : {
        present: Number(of(names[0])),
        yes: Number(of(names[1])),
        no: Number(of(names[2])),
      }

/** Hands of which one or two were left empty are none. */
export const handsFaults = (
  { of }: Filled,
  names: readonly string[],
  fault: string,
): ReadonlyMap<string, string> => {
  const empty = names.filter((name) => of(name) === '')
  return new Map(empty.length === 0 || empty.length === 3 ? [] : empty.map((name) => [name, fault]))
}

export const paragraph = (text: string): Html => html`<p>${text}</p>`
