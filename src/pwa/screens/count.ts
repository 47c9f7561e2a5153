import { h, type JSX } from 'preact'
import { useState } from 'preact/hooks'
import { notesOf, worthOf, isSeldomSeen } from '#domain/fund/meeting/banknotes.ts'
import type { Count } from '#domain/fund/meeting/meetings.ts'
import { charterOf } from '#domain/health/book.ts'
import { exampleAmount } from '#src/desk/fields.ts'
import { keysFor } from '#src/desk/typed-sum.ts'
import { type CountFault, countIn, noteField, sumName } from '#src/pages/meeting/count-typed.ts'
import type { MeetingLine } from '#src/pwa/meeting.ts'
import { type Refusal, refusedShown } from '#src/pwa/screens/refused.ts'
import { type Frame, alert, key, useFaultInSight, useTexts } from '#src/pwa/screens/parts.ts'
import { sumShown } from '#src/pwa/screens/sum.ts'
import { moneyInFigures, moneyInTable } from '#src/words/locale.ts'
import { deskWords, meetingWords } from '#src/words/words.ts'

type Counting = Frame & {
  readonly line: MeetingLine
  readonly step: 'open' | 'close'
  readonly write: (count: Count) => void
  readonly refusal: Refusal | undefined
}

/** Whether the box holds what the book says; it is told only when it has been counted. */
const expectedIn = ({ line, step }: Counting): number =>
  step === 'open' ? line.view.expectedAtOpening : line.view.expectedNow

const Sure = ({
  count,
  back,
  ...counting
}: Counting & { readonly count: Count; readonly back: () => void }): JSX.Element => {
  const words = meetingWords.in(counting.language)
  const { currency } = charterOf(counting.line.book, counting.line.on)
  const agrees = count.amount === expectedIn(counting)
  return h('main', {}, [
    h('h1', {}, words.isItRight),
    sumShown({ amount: count.amount, currency }, counting),
    agrees
      ? alert(words.countsAgree, 'good')
      : alert([words.countDiffers, ' ', words.countAgainFirst]),
    ...refusedShown(counting),
    key(words.noAgain, back),
    key(counting.step === 'open' ? words.yesOpen : words.yesClose, () => counting.write(count), {
      isMain: true,
    }),
  ])
}

const noteShown = (
  label: string,
  {
    name,
    value,
    change,
    keys = 'numeric',
  }: {
    readonly name: string
    readonly value: string
    readonly change: (text: string) => void
    readonly keys?: ReturnType<typeof keysFor>
  },
): JSX.Element =>
  h('label', { key: name }, [
    label,
    h('input', {
      type: 'text',
      inputMode: keys,
      autocomplete: 'off',
      name,
      value,
      onInput: (event: Event) => change((event.currentTarget as HTMLInputElement).value),
    }),
  ])

const Typing = ({
  check,
  form,
  ...counting
}: Counting & {
  readonly form: ReturnType<typeof useTexts>
  readonly check: (count: Count) => void
}): JSX.Element => {
  const words = meetingWords.in(counting.language)
  const { currency } = charterOf(counting.line.book, counting.line.on)
  const { of, change } = form
  const [why, setWhy] = useState<CountFault>()
  useFaultInSight(why)
  const read = countIn(of, currency)
  const worth = worthOf(read.count.notes ?? [])
  const all = (): void => {
    const found = [...read.faults.values()][0]
    if (found === undefined) check(read.count)
    else setWhy(found)
  }
  const said = {
    nothing: words.nothingCounted,
    differs: words.sumDiffers(moneyInFigures({ amount: worth, currency })),
    pieces: words.piecesWrong,
    digits: deskWords.in(counting.language).amountNotDigits(exampleAmount(currency)),
  }
  const note = (one: number): JSX.Element =>
    noteShown(`${moneyInTable({ amount: one, currency })} ×`, {
      name: noteField(one),
      value: of(noteField(one)),
      change: (text) => change(noteField(one), text),
    })
  const notes = notesOf(currency)
  return h('main', {}, [
    h('h1', {}, counting.step === 'open' ? words.openHeading : words.closeHeading),
    h('p', { class: 'quiet' }, words.blindMeaning),
    h('div', { class: 'notes' }, [
      ...notes.filter((one) => !isSeldomSeen(one, currency)).map(note),
      h('details', {}, [
        h('summary', {}, words.otherNotes),
        ...notes.filter((one) => isSeldomSeen(one, currency)).map(note),
      ]),
      noteShown(words.orSum, {
        name: sumName,
        value: of(sumName),
        change: (text) => change(sumName, text),
        keys: keysFor(currency),
      }),
    ]),
    h('p', { 'aria-live': 'polite' }, [
      words.soFar,
      ' ',
      h('strong', {}, moneyInFigures({ amount: worth, currency })),
    ]),
    ...(why ? [h('p', { class: 'fault', role: 'alert' }, said[why])] : []),
    key(words.allCounted, all, { isMain: true }),
  ])
}

/** The box is counted note by note, and compared with the book afterwards. */
export const CountScreen = (counting: Counting): JSX.Element => {
  const [count, setCount] = useState<Count>()
  const form = useTexts({})
  return count === undefined
    ? h(Typing, { ...counting, form, check: setCount })
    : h(Sure, { ...counting, count, back: () => setCount(undefined) })
}
