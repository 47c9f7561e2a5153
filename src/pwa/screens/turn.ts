import { h, type JSX } from 'preact'
import { useState } from 'preact/hooks'
import { doubtsOf } from '#src/app/meeting/sheet-doubts.ts'
import { type PassLine, cashOfPass } from '#src/app/meeting/pass.ts'
import { fillingOf } from '#src/desk/filling.ts'
import {
  asSheetLines,
  itemsOfLine,
  lineTyped,
  prefilledOf,
  turnFields,
} from '#src/desk/meeting/turn.ts'
import type { MeetingLine, TurnOnPhone } from '#src/pwa/meeting.ts'
import { type Refusal, refusedShown } from '#src/pwa/screens/refused.ts'
import { tenTimesSaid } from '#src/pwa/screens/doubts.ts'
import {
  type Frame,
  alert,
  facts,
  fieldsShown,
  foldedFields,
  foot,
  key,
  useTexts,
  useFaultInSight,
  whoShown,
} from '#src/pwa/screens/parts.ts'
import { sumShown } from '#src/pwa/screens/sum.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { deskWords, phoneWords, sheetWords } from '#src/words/words.ts'

type Turn = Frame & {
  readonly line: MeetingLine
  readonly turn: TurnOnPhone
  readonly place: string
  readonly lay: (laid: PassLine) => void
  readonly pass: () => void
  readonly refusal: Refusal | undefined
}

/** What was typed, which stays where somebody goes back to change it. */
type Typed = { readonly form: ReturnType<typeof useTexts> }

/** Sums that are unusual enough to be looked at again, in words. */
const doubtsSaid = (
  { language, line, turn, form }: Turn & Typed,
  laid: PassLine,
): readonly string[] => {
  const words = deskWords.in(language)
  const { book, on, phoneBook } = line
  const known = { book, on, savings: phoneBook.savings }
  const large = tenTimesSaid(language, turnFields({ at: { language }, turn }), form.of)
  const before = doubtsOf(known, asSheetLines(laid)).map(({ why, than, amount }) => {
    const { currency } = turn
    const sum = moneyInFigures({ amount: than, currency })
    const said = {
      'ten-times-usual': words.askTenTimes(sum),
      'three-times-instalment': words.askThreeTimes(sum),
      'already-that-day': words.askAlready(sum),
    }[why]
    return `${moneyInFigures({ amount, currency })}: ${said}`
  })
  return [...large, ...before]
}

const saidOf = ({ language, turn }: Turn, laid: PassLine) =>
  itemsOfLine({ at: { language }, turn }, laid).map(
    ({ label, amount }) => [label, moneyInFigures({ amount, currency: turn.currency })] as const,
  )

/** Before and after, for what is laid down. */
const afterwards = ({ language, turn: { member, currency } }: Turn, laid: PassLine) => {
  const words = phoneWords.in(language)
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const saved = laid.shares * member.shareValue + laid.deposit - laid.out
  const change = (before: number, after: number): string => `${money(before)} → ${money(after)}`
  return saved === 0 ? [] : [[words.savingsOf, change(member.saved, member.saved + saved)] as const]
}

/** What was typed, read back before it is written. */
const Sure = ({
  back,
  laid,
  ...turn
}: Turn & Typed & { readonly laid: PassLine; readonly back: () => void }): JSX.Element => {
  const words = phoneWords.in(turn.language)
  const sheet = sheetWords.in(turn.language)
  const { member, currency } = turn.turn
  const doubts = doubtsSaid(turn, laid)
  return h('main', {}, [
    whoShown(turn.nameOf(member.memberId), sheet.turnQuestion),
    sumShown({ amount: cashOfPass(laid, member.shareValue), currency }, turn),
    // Above all else: the keys lie over what does not fit.
    ...refusedShown(turn),
    ...doubts.map((text) => alert(text)),
    facts([...saidOf(turn, laid), ...afterwards(turn, laid)]),
    foot(
      key(words.noChange, back),
      key(doubts.length > 0 ? sheet.saveCounted : words.yesRight, () => turn.lay(laid), {
        isMain: true,
      }),
    ),
  ])
}

const Typing = ({
  back,
  check,
  form: { texts, change, of },
  ...turn
}: Turn &
  Typed & {
    readonly back: () => void
    readonly check: (laid: PassLine) => void
  }): JSX.Element => {
  const at = { language: turn.language }
  const words = sheetWords.in(turn.language)
  const fields = turnFields({ at, turn: turn.turn })
  const [checked, setChecked] = useState<typeof texts>()
  const [isEmpty, setEmpty] = useState(false)
  useFaultInSight(checked)
  const faults = checked
    ? fillingOf(fields, (name) => checked[name] ?? '').faults
    : new Map<string, string>()
  const read = (): void => {
    const filling = fillingOf(fields, of)
    setChecked(texts)
    const laid = lineTyped(turn.turn, (name) => filling.texts.get(name) ?? '')
    const isNothing = itemsOfLine({ at, turn: turn.turn }, laid).length === 0
    setEmpty(isNothing)
    if (filling.faults.size === 0 && !isNothing) check(laid)
  }
  return h('main', {}, [
    whoShown(turn.nameOf(turn.turn.member.memberId), turn.place),
    ...(isEmpty ? [alert(words.turnEmpty)] : []),
    ...fieldsShown({ fields, texts, faults, change }),
    // Whoever brings something usual has the other sums in a fold at the desk; here they were asked for.
    ...foldedFields({ fields, texts, faults, change }),
    key(phoneWords.in(turn.language).back, back),
    key(words.checkTurn, read, { isMain: true }),
  ])
}

const Asked = ({ other, ...turn }: Turn & { readonly other: () => void }): JSX.Element => {
  const words = phoneWords.in(turn.language)
  const sheet = sheetWords.in(turn.language)
  const { member, usual, cash, currency } = turn.turn
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const brought = turn.line.brought.get(member.memberId)
  return h('main', {}, [
    whoShown(turn.nameOf(member.memberId), turn.place),
    ...(brought === undefined ? [] : [alert(sheet.broughtToday(money(brought)))]),
    ...(cash > 0
      ? [sumShown({ amount: cash, currency }, turn), facts(saidOf(turn, usual))]
      : [h('p', {}, sheet.nothingUsual)]),
    ...refusedShown(turn),
    ...(cash > 0
      ? [key(sheet.isOnTable(money(cash)), () => turn.lay(usual), { isMain: true })]
      : []),
    h('div', { class: 'two' }, [key(words.anotherSum, other), key(words.passOver, turn.pass)]),
  ])
}

/** One member at the table: what is usual is written with one touch; any other sum is typed, read back, and written. */
export const TurnScreen = (turn: Turn): JSX.Element => {
  const { language, turn: member } = turn
  const [stage, setStage] = useState<'asked' | 'typing' | PassLine>('asked')
  const form = useTexts(prefilledOf({ at: { language }, turn: member }))
  if (stage === 'asked') return h(Asked, { ...turn, other: () => setStage('typing') })
  if (stage === 'typing')
    return h(Typing, { ...turn, form, back: () => setStage('asked'), check: setStage })
  return h(Sure, { ...turn, form, laid: stage, back: () => setStage('typing') })
}
