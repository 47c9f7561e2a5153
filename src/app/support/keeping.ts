import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type BookLine,
  type Outcome,
  type SupportFile,
  bookLinesMax,
  isKnownTo,
} from '#domain/grants/files.ts'
import { type Condition, urgentKinds } from '#domain/grants/kinds.ts'
import { type Support, type SupportStep, isGoingOn, paidOn } from '#domain/grants/support.ts'
import type { Answer } from '#src/app/answer.ts'
import { type RegisterNeeds, agencyOfStep } from '#src/app/support/agency.ts'
import type { Recorder } from '#src/app/record.ts'
import type { Session } from '#src/app/standing.ts'
import { letGoClaims } from '#src/app/support/claims.ts'
import { type FileNeeds, fileOf, keepFile } from '#src/app/support/files.ts'

type KeepNeeds = FileNeeds & { readonly record: Recorder }

export type Who = { readonly userId: string; readonly memberId: string | undefined }

/** A file that somebody may open; undefined where there is none, or it is not for them: one answer for both. */
export const openedFor = async (
  needs: Pick<FileNeeds, 'store' | 'sealing'>,
  { fundId, code, who }: { readonly fundId: string; readonly code: string; readonly who: Who },
): Promise<SupportFile | undefined> => {
  const file = await fileOf(needs, fundId, code)
  return file && isKnownTo(file, who) ? file : undefined
}

export type Step = {
  readonly id: string
  readonly effectiveOn: LocalDate
  readonly code: string
  readonly step: SupportStep
}
type StepFileRefusal = 'not-the-checker' | 'conditions-not-all-met'

/** Whoever asked does not check; and what must be seen is marked one by one before it is said of all. */
export const stepRefusal = (
  file: SupportFile,
  { step }: Pick<Step, 'step'>,
  { userId, memberId }: Who,
): StepFileRefusal | undefined => {
  const isChecker = file.checker === userId || (memberId !== undefined && file.checker === memberId)
  if ((step === 'checked' || step === 'turned-down') && !isChecker) return 'not-the-checker'
  const isOpen = file.conditions.some(({ metOn }) => metOn === undefined)
  return step === 'conditions-met' && isOpen ? 'conditions-not-all-met' : undefined
}

/** Writes a step of a grant into the journal, for one of the two who know what it is for. */
export const takeStep = async (
  needs: KeepNeeds & RegisterNeeds,
  file: SupportFile,
  {
    fundId,
    step,
    who,
    by,
  }: {
    readonly fundId: string
    readonly step: Step
    readonly who: Who
    readonly by: Session
  },
): Promise<Answer> => {
  const code = stepRefusal(file, step, who) ?? (await agencyOfStep(needs, file, step))
  if (code !== undefined) return { id: step.id, outcome: 'refused', code }
  const command = { ...step, type: 'TakeSupportStep' as const, v: 1 as const }
  const [answer] = await needs.record(fundId, [command], by)
  const isOver = step.step === 'closed' || step.step === 'turned-down'
  if (isOver && answer!.outcome === 'recorded') {
    const stopped: SupportFile = { ...file, stoppedOn: step.effectiveOn }
    await keepFile(needs, fundId, stopped)
  }
  return answer!
}

export const isUrgent = ({ kind }: SupportFile): boolean => urgentKinds.includes(kind)

/** Something that is written into a file: what was seen, how it goes, a line of the book, who helps, or an end. */
export type Change =
  | { readonly is: 'met'; readonly what: Condition; readonly on: LocalDate }
  | {
      readonly is: 'followed-up'
      readonly months: number
      readonly on: LocalDate
      readonly outcome: Outcome
    }
  | { readonly is: 'line'; readonly line: BookLine }
  | { readonly is: 'without-line'; readonly place: number }
  | { readonly is: 'mentor'; readonly mentor: string }
  | { readonly is: 'stopped'; readonly on: LocalDate }

type ChangeRefusal = 'not-asked-of-this-one' | 'stopped-by-its-owner' | 'file-full'

/** A file after a change; why not, where it cannot be. Whoever has stopped is asked nothing any more. */
export const changed = (file: SupportFile, change: Change): SupportFile | ChangeRefusal => {
  const isStopped = file.stoppedOn !== undefined
  switch (change.is) {
    case 'met': {
      const { what, on } = change
      if (!file.conditions.some((one) => one.what === what)) return 'not-asked-of-this-one'
      const conditions = file.conditions.map((one) =>
        one.what === what ? { what, metOn: on } : one,
      )
      return { ...file, conditions }
    }
    case 'followed-up': {
      if (isStopped) return 'stopped-by-its-owner'
      const { months, on, outcome } = change
      if (!file.followUps.some((one) => one.months === months)) return 'not-asked-of-this-one'
      const followUps = file.followUps.map((one) =>
        one.months === months ? { ...one, doneOn: on, outcome } : one,
      )
      return { ...file, followUps }
    }
    case 'line': {
      if (file.kind !== 'reintegration') return 'not-asked-of-this-one'
      if (file.book.length >= bookLinesMax) return 'file-full'
      const book = [...file.book, change.line].toSorted((a, b) => (a.on < b.on ? -1 : 1))
      return { ...file, book }
    }
    case 'without-line':
      return { ...file, book: file.book.filter((_, place) => place !== change.place) }
    case 'mentor':
      return { ...file, mentor: change.mentor }
    case 'stopped': {
      // At once and without a reason: what was not asked yet is not asked any more.
      const followUps = file.followUps.filter(({ doneOn }) => doneOn !== undefined)
      return { ...file, followUps, stoppedOn: file.stoppedOn ?? change.on }
    }
  }
}

/** Writes a change into a file. */
export const change = async (
  needs: Pick<FileNeeds, 'store' | 'sealing'>,
  fundId: string,
  { file, made }: { readonly file: SupportFile; readonly made: Change },
): Promise<'kept' | ChangeRefusal> => {
  const after = changed(file, made)
  return typeof after === 'string' ? after : keepFile(needs, fundId, after)
}

type EraseRefusal = 'support-not-closed' | 'approval-of-another'

const isAsker = ({ asker }: SupportFile, { userId }: Who): boolean => asker === userId

/** Whether two are whoever asked and whoever looks at it: nobody else knows what it is for. */
export const areTheTwo = (file: SupportFile, [first, second]: readonly [Who, Who]): boolean =>
  isKnownTo(file, first) &&
  isKnownTo(file, second) &&
  isAsker(file, first) !== isAsker(file, second)

/**
 * Erases what stands beside a grant: row and salt, and its claims where nothing was paid. What was paid stays claimed
 * to its day, or erasing would let the same be paid again. The books stay whole. Both of the two who know it are
 * there for it: one alone could make away with what the other is to vouch for.
 */
export const eraseFile = async (
  needs: FileNeeds,
  fundId: string,
  {
    file,
    support,
    both,
  }: {
    readonly file: SupportFile
    readonly support: Support | undefined
    readonly both: readonly [Who, Who]
  },
): Promise<'erased' | EraseRefusal> => {
  if (!support || isGoingOn(support)) return 'support-not-closed'
  if (!areTheTwo(file, both)) return 'approval-of-another'
  const { networkId, code } = file
  await needs.store.dropSupportFile(fundId, code)
  if (paidOn(support) === 0) await letGoClaims(needs, networkId, { fundId, code })
  return 'erased'
}
