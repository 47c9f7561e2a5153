import { h, type JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { MeetingCode } from '#domain/fund/meeting/meetings.ts'
import type { Command } from '#domain/village.ts'
import { nextOf } from '#src/app/meeting/line.ts'
import { codeNow, spokenCode } from '#src/app/meeting/meeting-code.ts'
import { turnCommands, turnOnPhone } from '#src/pwa/meeting.ts'
import { AttendanceScreen } from '#src/pwa/screens/attendance.ts'
import type { Beside } from '#src/pwa/screens/beside.ts'
import { CountScreen } from '#src/pwa/screens/count.ts'
import { later } from '#src/pwa/screens/later.ts'
import { MinutesScreen } from '#src/pwa/screens/minutes.ts'
import { key } from '#src/pwa/screens/parts.ts'
import type { Step } from '#src/pwa/screens/steps.ts'
import { TurnScreen } from '#src/pwa/screens/turn.ts'
import { dateInWords } from '#src/words/locale.ts'
import { meetingWords, phoneWords } from '#src/words/words.ts'

const codeOf = ({ host, book, phone, line }: Step): Promise<MeetingCode | undefined> =>
  codeNow(
    { journal: phone.rows, hash: host.hash },
    { book: line.book, fundId: book.fundId, on: line.on },
  )

/** The code of what was written, as it is read aloud; it is the same on every phone that has the same meeting. */
const CodeShown = ({
  step,
  read,
}: {
  readonly step: Step
  readonly read: () => void
}): JSX.Element => {
  const words = meetingWords.in(step.language)
  const [code, setCode] = useState<MeetingCode>()
  useEffect(() => void codeOf(step).then(setCode), [step.line])
  return h('main', {}, [
    h('h1', {}, phoneWords.in(step.language).closedMeeting),
    h('p', {}, words.meetingOf(dateInWords(step.line.on, step.language))),
    ...(code ? [h('h2', {}, words.code), h('p', { class: 'code' }, spokenCode(code.digits))] : []),
    h('p', {}, words.codeMeaning),
    h('p', { class: 'quiet' }, phoneWords.in(step.language).refreshed(step.box)),
    key(phoneWords.in(step.language).minutes, read),
  ])
}

/** The closed meeting: its code, and its minutes to be read aloud. */
const Closed = (step: Step): JSX.Element => {
  const [isReading, setReading] = useState(false)
  return isReading
    ? h(MinutesScreen, { ...step, back: () => setReading(false) })
    : h(CodeShown, { step, read: () => setReading(true) })
}

const counting = (step: Step, which: 'open' | 'close'): JSX.Element => {
  const { host, line, write } = step
  const made = async (count: Extract<Command, { type: 'OpenMeeting' }>['count']): Promise<void> => {
    const envelope = { id: host.ids(), v: 1, effectiveOn: line.on, count } as const
    if (which === 'open') return void (await write([{ ...envelope, type: 'OpenMeeting' }]))
    const code = await codeOf(step)
    await write([{ ...envelope, type: 'CloseMeeting', ...(code && { code }) }])
  }
  return h(CountScreen, { ...step, step: which, key: which, write: (count) => void made(count) })
}

const BesideLater = later(
  async () => (await import('#src/pwa/screens/beside.ts')).BesideScreen,
  ({ step }: Beside) => step.language,
)

/** Where a member sits in the order of those who are here. */
const placeOf = ({ line, language }: Step, memberId: string): string => {
  const { here } = line.table
  const at = here.indexOf(memberId) + 1
  return phoneWords.in(language).memberOf(String(at), String(here.length))
}

/** The meeting's next step, and what it leads to. */
export const StepScreen = (step: Step): JSX.Element => {
  const { line, host, write } = step
  const { now, view, table } = line
  const [passed, setPassed] = useState<string>()
  const [taken, setTaken] = useState<string>()
  const [isCounting, setCounting] = useState(false)
  if (view.meeting?.closing) return h(Closed, step)
  if (now.step === 'count-in') return counting(step, 'open')
  if (now.step === 'who-is-here')
    return h(AttendanceScreen, {
      ...step,
      write: (lists) => {
        const command = {
          type: 'RecordAttendance',
          id: host.ids(),
          v: 1,
          effectiveOn: line.on,
          ...lists,
        }
        void write([command as Command])
      },
    })
  if (isCounting) return counting(step, 'close')
  // Whoever was passed over stays behind those who are still to come.
  const after = now.step === 'at-the-table' ? (nextOf(table, passed) ?? undefined) : undefined
  const memberId = taken ?? after
  const turn = memberId === undefined ? undefined : turnOnPhone(line, memberId)
  if (memberId === undefined || turn === undefined)
    return h(BesideLater, { step, count: () => setCounting(true), take: setTaken })
  const goOn = (): void => {
    setTaken(undefined)
    setPassed(memberId)
  }
  return h(TurnScreen, {
    ...step,
    turn,
    key: `${memberId} ${line.brought.get(memberId) ?? 0}`,
    place: placeOf(step, memberId),
    pass: goOn,
    lay: (laid) =>
      void write(turnCommands(line, laid, host)).then((isWritten) => {
        if (isWritten) goOn()
      }),
  })
}
