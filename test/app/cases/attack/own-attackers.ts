import type { Attacker } from '#test/app/cases/attack/attackers.ts'
import type { Entry, Stolen } from '#test/app/cases/attack/world.ts'

const allOf = ({ members }: Stolen): readonly number[] =>
  Array.from({ length: members }, (_, member) => member)

const someOr = (some: readonly number[], stolen: Stolen): readonly number[] =>
  some.length === 0 ? allOf(stolen) : [...new Set(some)]

const isOfMonth =
  ({ copiedAt: [from, to] }: Stolen) =>
  ({ at }: Entry): boolean =>
    at >= from && at < to

/** Whether the own page is new since the first copy, held against who took money out to leave in between. */
const byBegin: Attacker = (stolen) => {
  const isNew = !stolen.copies[0].leaves.has(stolen.ownTarget)
  const left = stolen.book.filter(({ kind }) => kind === 'out').filter(isOfMonth(stolen))
  const late = new Set(left.map(({ member }) => member))
  return someOr(
    allOf(stolen).filter((member) => late.has(member) === isNew),
    stolen,
  )
}

/** Whether the own page was written into between the copies, held against who has had money from abroad in between. */
const byAnswer: Attacker = (stolen) => {
  const [before, after] = stolen.copies.map(({ leaves }) => leaves.get(stolen.ownTarget))
  if (before === undefined || after === undefined) return allOf(stolen)
  const isWritten = !Buffer.from(before).equals(after)
  const sent = stolen.book.filter(({ kind }) => kind === 'sent').filter(isOfMonth(stolen))
  const heard = new Set(sent.map(({ member }) => member))
  return someOr(
    allOf(stolen).filter((member) => heard.has(member) === isWritten),
    stolen,
  )
}

/** Lines of a log that tell when an own page was opened, held against money that came within the hour. */
const byOwnLines: Attacker = (stolen) => {
  const lines = stolen.log.filter(({ route }) => route.startsWith('/own'))
  const sent = stolen.book.filter(({ kind }) => kind === 'sent')
  const near = lines.flatMap(({ at }) =>
    sent.filter((one) => one.at <= at && at - one.at <= 60).map(({ member }) => member),
  )
  return someOr(near, stolen)
}

export const ownAttackers = { byBegin, byAnswer, byOwnLines } as const
