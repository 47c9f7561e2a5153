import { h, type JSX } from 'preact'
import { useState } from 'preact/hooks'
import { stateOn } from '#domain/fund/people/life.ts'
import { inCardOrder } from '#src/app/meeting/card-order.ts'
import { listBefore } from '#src/app/meeting/meetings.ts'
import { membersOn } from '#src/app/meeting/view.ts'
import type { MeetingLine } from '#src/pwa/meeting.ts'
import { type Refusal, refusedShown } from '#src/pwa/screens/refused.ts'
import { type Frame, key } from '#src/pwa/screens/parts.ts'
import { meetingWords } from '#src/words/words.ts'

export type Lists = { readonly present: readonly string[]; readonly absent: readonly string[] }

/** Everybody by name in card order, ticked as at the last meeting; whoever is different is put right. */
export const AttendanceScreen = ({
  language,
  nameOf,
  line: { book, on },
  write,
  refusal,
}: Frame & {
  readonly line: MeetingLine
  readonly write: (lists: Lists) => void
  readonly refusal: Refusal | undefined
}): JSX.Element => {
  const words = meetingWords.in(language)
  const members = membersOn(book, on).toSorted(inCardOrder)
  const last = listBefore(book, on)?.present ?? []
  const [here, setHere] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        members
          .filter((one) => stateOn(one, on) !== 'away' && last.includes(one.memberId))
          .map(({ memberId }) => memberId),
      ),
  )
  const tick = (memberId: string, isHere: boolean): void => {
    const after = new Set(here)
    if (isHere) after.add(memberId)
    else after.delete(memberId)
    setHere(after)
  }
  const idsWhere = (isHere: boolean): string[] =>
    members.map(({ memberId }) => memberId).filter((id) => here.has(id) === isHere)
  return h('main', {}, [
    h('h1', {}, words.attendanceHeading),
    h('p', { class: 'quiet' }, last.length > 0 ? words.asLastTime : words.attendanceMeaning),
    h(
      'div',
      {},
      members.map(({ memberId }) =>
        h('label', { class: 'tick', key: memberId }, [
          h('input', {
            type: 'checkbox',
            checked: here.has(memberId),
            onChange: (event: Event) =>
              tick(memberId, (event.currentTarget as HTMLInputElement).checked),
          }),
          nameOf(memberId),
        ]),
      ),
    ),
    h('p', {}, words.presentOf(String(here.size), String(members.length))),
    ...refusedShown({ refusal, language }),
    key(words.theseAreHere, () => write({ present: idsWhere(true), absent: idsWhere(false) }), {
      isMain: true,
      isOff: here.size === 0,
    }),
  ])
}
