import type { LeafChange } from '#domain/cases/leaves.ts'
import { type CaseFile, withReceipt } from '#domain/cases/file.ts'
import { mayFor } from '#domain/cases/operations/consent.ts'
import { tellingsOf } from '#domain/cases/operations/fee-drafts.ts'
import { referralsOf } from '#domain/cases/operations/referrals.ts'
import { unfounded, withAnswersBack } from '#domain/cases/operations/research.ts'
import { supportOf } from '#domain/cases/operations/trade.ts'
import { withHeard } from '#domain/cases/own.ts'
import { isAnswers, isReferred, outboxOf, wishesDropped } from '#src/app/cases/outbox.ts'
import type { Said } from '#domain/kernel/shape.ts'
import { type AnyCaseOperation, decideCase } from '#domain/cases/operation.ts'
import { type intake, intakeRefusal, openedCase } from '#domain/cases/operations/life.ts'
import type { Random } from '#domain/ports.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type OpenCase,
  type Rewritten,
  caseChanges,
  coverAt,
  keptOf,
  openedBy,
  wrapped,
} from '#src/app/cases/covers.ts'
import { nestedFor } from '#src/app/cases/holders.ts'
import { written } from '#src/app/cases/moving.ts'
import { heardIn, withOwnLine } from '#src/app/cases/own-line.ts'
import { codeSigns, entryIn, rollOf } from '#src/app/cases/rolls.ts'
import { type AtDesk, type CaseNeeds, publicKeyOf } from '#src/app/cases/team.ts'

const codeLength = 8
/** How many words there are to call a case by, in every language. */
export const codeWords = 40
const codeNumbers = 99

export const isCaseCode = (text: string): boolean => /^K-[A-HJKMNP-Z2-9]{8}$/.test(text)

export type ActNeeds = CaseNeeds & {
  readonly today: LocalDate
  readonly random: Pick<Random, 'below'>
}

const drawn = ({ random: { below } }: ActNeeds) => ({
  code: `K-${Array.from({ length: codeLength }, () => codeSigns[below(codeSigns.length)]).join('')}`,
  codeName: { word: below(codeWords), number: below(codeNumbers) + 1 },
})

export type Told<Code extends string = string> =
  | { readonly outcome: 'recorded'; readonly code: string }
  | { readonly outcome: 'refused' | 'invalid'; readonly code: Code }

/** Opens a case after a first talk; whoever writes it down is assigned to it, and nobody else. */
export const openCase = async (
  needs: ActNeeds,
  desk: AtDesk,
  said: Said<typeof intake>,
): Promise<Told> => {
  const why = intakeRefusal(said)
  if (why !== undefined) return { outcome: 'refused', code: why }
  const { code, codeName } = drawn(needs)
  const { today, keys } = needs
  const { userId } = desk
  const key = keys.newKey()
  const publicKey = (await publicKeyOf(needs, userId))!
  const file = openedCase(said, { code, codeName, by: userId, today, newItem: keys.newId })
  return written<Told>(needs, async () => {
    const wraps = { [userId]: await wrapped(needs, { code, userId, publicKey, key }) }
    const holders = await nestedFor(needs, code, key)
    const cover: Rewritten['cover'] = { code, wraps, holders, kin: [] }
    const changes = await caseChanges(needs, undefined, { cover, file, key })
    return changes === 'case-full'
      ? { answer: { outcome: 'refused', code: changes }, changes: [] }
      : { answer: { outcome: 'recorded', code }, changes }
  })
}

/** So often a case is looked for that has moved between its roll and its cover: each look moves it. */
const triesMax = 8

/** A case for somebody who is assigned to it. There is none, and it is not theirs: one answer. */
export const caseOf = async (
  needs: CaseNeeds,
  desk: AtDesk,
  code: string,
): Promise<OpenCase | undefined> => {
  const { networkId } = needs
  for (let tries = 0; tries < triesMax; tries += 1) {
    const entry = await entryIn(needs, { networkId, userId: desk.userId }, code)
    if (!entry) return undefined
    const found = await coverAt(needs, entry.cover)
    const open = found && (await openedBy(needs, desk, found))
    if (open) return open
  }
  return undefined
}

/** All cases of somebody, by what they wait for. */
export const casesOf = async (needs: CaseNeeds, desk: AtDesk): Promise<readonly OpenCase[]> => {
  const { networkId } = needs
  const roll = await rollOf(needs, { networkId, userId: desk.userId })
  const found = await Promise.all(
    roll.map(async ({ code, cover }) => {
      const one = await coverAt(needs, cover)
      const open = one && (await openedBy(needs, desk, one))
      // It has moved meanwhile: a case in silence must not be missing from the list.
      return open ?? caseOf(needs, desk, code)
    }),
  )
  const nextOf = ({ cover }: OpenCase): string => cover.dues[0]?.on ?? '9999'
  return found
    .filter((one) => one !== undefined)
    .toSorted((a, b) => (nextOf(a) < nextOf(b) ? -1 : 1))
}

/** A file as it is to be; what must be possible in a full one too is `isNeeded`. */
type Made = Pick<Rewritten, 'file'> &
  Partial<Rewritten> & {
    /** What lies beside cases and changes with this one. */
    readonly also?: readonly LeafChange[]
  }

/** Writes a file anew as somebody makes it; what is refused changes nothing, but for what is kept of it all the same. */
export const changed = <Answer extends string>(
  needs: CaseNeeds,
  desk: AtDesk,
  {
    code,
    make,
  }: {
    readonly code: string
    readonly make: (
      found: OpenCase,
    ) => Promise<Made | (Partial<Made> & { readonly refused: Answer })>
  },
): Promise<Told<Answer | 'not-found' | 'case-full'>> =>
  written<Told<Answer | 'not-found' | 'case-full'>>(needs, async () => {
    const found = await caseOf(needs, desk, code)
    if (!found) return { answer: { outcome: 'refused', code: 'not-found' }, changes: [] }
    const made = await make(found)
    const refusal = 'refused' in made ? made.refused : undefined
    if (made.file === undefined)
      return { answer: { outcome: 'refused', code: refusal! }, changes: [] }
    const { key } = { key: found.key, ...made }
    const cover = {
      ...found.cover,
      ...made.cover,
      holders: await nestedFor(needs, code, key),
    }
    const { file, isNeeded = false, heard = 0, card, also = [] } = made
    const own = await caseChanges(needs, found, {
      cover: keptOf(cover),
      file,
      key,
      isNeeded,
      heard,
      ...(card && { card }),
    })
    if (own === 'case-full') return { answer: { outcome: 'refused', code: own }, changes: [] }
    const changes = [...own, ...also]
    return refusal === undefined
      ? { answer: { outcome: 'recorded', code }, changes }
      : { answer: { outcome: 'refused', code: refusal }, changes }
  })

/** What a full file takes too. */
const alwaysPossible: readonly string[] = ['WithdrawConsent', 'CloseCase', 'ReopenCase']

/** Whoever has taken back the yes to be counted is counted no more, as long as the figures are not made. */
const countedNoMore = async (needs: ActNeeds, file: CaseFile) => {
  const sent = mayFor(file, 'statistics', needs.today) ? [] : referralsOf(file)
  if (sent.length === 0) return []
  const counted = new Set((await outboxOf(needs)).lines.filter(isReferred).map(({ wish }) => wish))
  return sent.filter(({ item }) => counted.has(item))
}

/** Whoever takes the yes to support back, or ends, asks for nothing any more: what still waits goes. */
const withoutConsent = async (needs: ActNeeds, file: CaseFile): Promise<readonly LeafChange[]> => {
  const isClosed = file.closed !== undefined
  const waiting = supportOf(file).filter(({ value }) => value.state === 'asked')
  const support = isClosed || !mayFor(file, 'support', needs.today) ? waiting : []
  const gone = [
    ...support,
    ...(isClosed ? tellingsOf(file) : []),
    ...unfounded(file, needs.today),
    ...(await countedNoMore(needs, file)),
  ]
  if (gone.length === 0) return []
  return wishesDropped(
    needs,
    gone.map(({ item }) => item),
  )
}

/** The case says of answers that still waited, and have nothing to stand on any more, that they are taken back. */
const withAnswersEnded = async (needs: ActNeeds, file: CaseFile): Promise<CaseFile> => {
  const gone = unfounded(file, needs.today)
  if (gone.length === 0) return file
  const waiting = new Set((await outboxOf(needs)).lines.filter(isAnswers).map(({ wish }) => wish))
  return withAnswersBack(
    file,
    gone.filter(({ item }) => waiting.has(item)),
  )
}

/** Does something with a case: the rules are asked on the file as it is when it is written. */
export const act = (
  needs: ActNeeds,
  desk: AtDesk,
  {
    code,
    operation,
    said,
  }: { readonly code: string; readonly operation: AnyCaseOperation; readonly said: unknown },
): Promise<Told> =>
  changed(needs, desk, {
    code,
    make: async ({ file: before }) => {
      const { today, keys } = needs
      const now = { file: before, today, by: desk.userId, newItem: keys.newId() }
      const decision = decideCase(operation, now, said)
      if (decision.outcome !== 'recorded') return { refused: decision.code }
      const also = await withoutConsent(needs, decision.body)
      const after = await withAnswersEnded(needs, decision.body)
      const isAwaited = operation.command === 'SetRhythm'
      return {
        file: isAwaited ? await withOwnLine(needs, after) : after,
        isNeeded: alwaysPossible.includes(operation.command),
        also,
      }
    },
  })

/**
 * Writes down that somebody has looked at a case, before it is shown, and what has come in of itself meanwhile; undefined
 * where it is none of theirs.
 */
export const looked = async (
  needs: ActNeeds,
  desk: AtDesk,
  code: string,
): Promise<OpenCase | undefined> => {
  const told = await changed(needs, desk, {
    code,
    make: async ({ file }): Promise<Made> => {
      const heard = await heardIn(needs, file)
      return {
        file: withReceipt(withHeard(file, heard), desk.userId, needs.today),
        isNeeded: true,
        heard: heard.length,
      }
    },
  })
  return told.outcome === 'recorded' ? caseOf(needs, desk, code) : undefined
}
