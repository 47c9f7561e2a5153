import { meetingPlace } from '#src/desk/places.ts'
import { isSeldomSeen, notesOf, worthOf } from '#domain/fund/meeting/banknotes.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { Count } from '#domain/fund/meeting/meetings.ts'
import type { closeMeeting, openMeeting } from '#domain/fund/operations/meetings.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import { charterOf } from '#domain/health/book.ts'
import { codeNow } from '#src/app/meeting/meeting-code.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import { closedBefore } from '#src/app/meeting/meetings.ts'
import { meetingViewOf } from '#src/app/meeting/view.ts'
import {
  type Field,
  choiceField,
  choicesOf,
  countField,
  faultsAll,
  sumField,
  tickField,
} from '#src/desk/fields.ts'
import { cardField } from '#src/desk/person-field.ts'
import { type FormOf, type Typed, formPages } from '#src/http/form-pages.ts'
import type { MeetingVisit } from '#src/http/meeting/day.ts'
import { namedVisit, noteNames } from '#src/http/desk/names.ts'
import { entriesIn, goOn, lineRights } from '#src/http/meeting/line.ts'
import { beforeOf } from '#src/http/meeting/turn.ts'
import { meetingStep } from '#src/http/meeting/step.ts'
import type { Pages } from '#src/http/page.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import { countIn, noteField, sumName } from '#src/pages/meeting/count-typed.ts'
import { type Counting, blindPart, boxCountPart, notesPart } from '#src/pages/meeting/count.ts'
import { type Before, beforePart } from '#src/pages/meeting/turn.ts'
import { meetingWordsAt } from '#src/pages/meeting/parts.ts'
import { moneyInFigures, moneyInTable } from '#src/words/locale.ts'

const keyFields = ['key1', 'key2', 'key3'] as const

const countingOf = ({ book, on }: MeetingVisit, step: Counting['step']): Counting => {
  const { currency, boxMax } = charterOf(book, on)
  const view = meetingViewOf(book, on)
  return {
    step,
    currency,
    boxMax,
    expected: step === 'open' ? view.expectedAtOpening : view.expectedNow,
    last: step === 'open' ? closedBefore(book, on) : undefined,
  }
}

/** What lies in the box: note by note, or the sum alone. */
const boxFields = ({ at, book, on }: MeetingVisit): readonly Field[] => {
  const words = meetingWordsAt(at)
  const { currency, boxMax } = charterOf(book, on)
  const may = { isOptional: true, mayBeZero: true }
  return [
    ...notesOf(currency).map((note) =>
      countField({
        ...may,
        name: noteField(note),
        label: words.noteOf(moneyInTable({ amount: note, currency })),
        faults: faultsAll(words.piecesWrong),
        ...(isSeldomSeen(note, currency)
          ? { fold: words.otherNotes }
          : { group: words.countLegend }),
      }),
    ),
    sumField(at, {
      ...may,
      name: sumName,
      label: words.orSum,
      hint: words.orSumHint,
      currency,
      // A box may hold what nobody brings alone.
      usual: boxMax,
    }),
  ]
}

/** Where the meeting is, who has the keys, and who is meant. */
const settingFields = ({ at, book }: MeetingVisit): readonly Field[] => {
  const words = meetingWordsAt(at)
  const { members } = book
  const holders = keysFirst(members)
  const places = [...new Set(members.map(({ zone }) => zone))].toSorted()
  const fold = words.settingHeading
  return [
    choiceField({
      name: 'place',
      label: words.placeLabel,
      choices: choicesOf(places, (place) => place),
      fault: deskWordsAt(at).pleaseChoose,
      isOptional: true,
      fold,
    }),
    ...keyFields.map((name, i) =>
      cardField(at, {
        name,
        label: words.keyHolder(String(i + 1)),
        members: holders,
        isOptional: true,
        fold,
      }),
    ),
    tickField({ name: 'women', label: words.womenTick, said: words.womenTick, fold }),
  ]
}

const opening = (
  { book, on }: MeetingVisit,
  of: Typed,
  count: Count,
): CommandOf<typeof openMeeting> => {
  const keyHolders = [...new Set(keyFields.map(of))].flatMap(
    (key) => book.members.find(({ card }) => card === key)?.memberId ?? [],
  )
  const place = of('place')
  return {
    type: 'OpenMeeting',
    id: of('id'),
    v: 1,
    effectiveOn: on,
    count,
    ...(place === '' ? {} : { place }),
    ...(keyHolders.length === 0 ? {} : { keyHolders }),
    ...(of('women') === 'yes' ? { among: 'women' } : {}),
  }
}

/** Closing carries the code of what was entered since the opening. */
const closing = async (
  { context, book, on, at }: MeetingVisit,
  of: Typed,
  count: Count,
): Promise<CommandOf<typeof closeMeeting>> => {
  const { store, hash } = context.get('needs')
  const code = await codeNow({ journal: store, hash }, { book, fundId: at.fundId, on })
  const carried = code === undefined ? {} : { code }
  return { type: 'CloseMeeting', id: of('id'), v: 1, effectiveOn: on, count, ...carried }
}

/** A box that holds what the book says, counted for the first time: nothing of it needs asking. */
const isAsExpected = (
  { book, on }: MeetingVisit,
  { step, expected }: Counting,
  { amount }: Count,
): boolean => {
  const { opening, closing } = meetingOn(book, on) ?? {}
  const isFirst = step === 'open' ? opening === undefined : closing === undefined
  return isFirst && amount === expected
}

type Counted = MeetingVisit & { readonly before: Before | undefined }

/** Whoever holds the office of a key comes first where key-holders are named. */
const keysFirst = (members: readonly Member[]): readonly Member[] => {
  const hasKey = ({ offices }: Member): boolean =>
    offices.some(({ office, endedOn }) => office === 'key-holder' && endedOn === undefined)
  return [...members.filter(hasKey), ...members.filter((one) => !hasKey(one))]
}

/** The last turn may still be taken back from here, by whoever sat at the table. */
const countedIn = async (bare: MeetingVisit, step: Counting['step']): Promise<Counted> => {
  // Who brings the keys is chosen by name.
  if (step === 'open') return { ...bare, ...(await namedVisit(bare)), before: undefined }
  const isAtTable = lineRights(bare.context)['at-the-table']
  if (!isAtTable || bare.context.req.query('after') === undefined)
    return { ...bare, before: undefined }
  const visit = { ...bare, ...(await namedVisit(bare)) }
  return { ...visit, before: beforeOf(visit, { entries: await entriesIn(visit) }) }
}

const counting = (step: Counting['step']): FormOf<Counted> =>
  meetingStep({
    act: step,
    rule: step === 'open' ? 'OpenMeeting' : 'CloseMeeting',
    more: (visit) => countedIn(visit, step),
    look: ({ before, ...visit }) =>
      noteNames(visit, before && { kind: 'member', id: before.memberId }),
    line: ({ at, on, before }) => ({
      step: step === 'open' ? 'count-in' : 'count-out',
      above: beforePart(at, on, before),
    }),
    form: (visit, of) => {
      const { at, book, on, context } = visit
      const words = meetingWordsAt(at)
      const { currency } = charterOf(book, on)
      const { count } = countIn(of, currency)
      return {
        shown: 'box',
        heading: step === 'open' ? words.openHeading : words.closeHeading,
        told: blindPart(at, countingOf(visit, step), worthOf(count.notes ?? [])),
        more: notesPart(count, currency),
        fields: [...boxFields(visit), ...(step === 'open' ? settingFields(visit) : [])],
        beside: 'grouped',
        submit: words.allCounted,
        // The form once more, with what is counted so far.
        back: { label: words.addUp, change: context.req.path },
      }
    },
    ready: async (visit, of) => {
      const words = meetingWordsAt(visit.at)
      const counted = countingOf(visit, step)
      const { currency } = counted
      const { count, faults } = countIn(of, currency)
      if (faults.size > 0) {
        const worth = moneyInFigures({ amount: worthOf(count.notes ?? []), currency })
        const isNothing = faults.get(sumName) === 'nothing'
        const said = isNothing ? words.nothingCounted : words.sumDiffers(worth)
        return { faults: new Map([[sumName, said]]) }
      }
      const command = step === 'open' ? opening(visit, of, count) : await closing(visit, of, count)
      return {
        placed: [{ command }],
        readBack: () =>
          isAsExpected(visit, counted, count)
            ? undefined
            : {
                shown: 'box',
                heading: words.isItRight,
                told: boxCountPart(visit.at, counted, count),
                change: words.noAgain,
                submit: step === 'open' ? words.yesOpen : words.yesClose,
              },
      }
    },
    next: (visit) => (step === 'open' ? goOn(visit) : meetingPlace.of(visit.at, visit.on)),
  })

/** The box counted at both ends of a meeting. */
export const countingPages = (pages: Pages): void => {
  formPages(pages, counting('open'))
  formPages(pages, counting('close'))
}
