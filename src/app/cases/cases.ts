import { type CaseFile, withReceipt } from '#domain/cases/file.ts'
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
  nestedFor,
  openedBy,
  wrapped,
} from '#src/app/cases/covers.ts'
import { untilKept } from '#src/app/cases/leaf-pages.ts'
import { entryIn, rollOf } from '#src/app/cases/rolls.ts'
import { type AtDesk, type CaseNeeds, publicKeyOf } from '#src/app/cases/team.ts'

/** Letters and digits that nobody takes for another; the last sign of a code says in which part of the roll it is. */
export const codeSigns = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
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
  return untilKept<Told>(needs, async () => {
    const wraps = { [userId]: await wrapped(needs, { code, userId, publicKey, key }) }
    const holders = await nestedFor(needs, code, key)
    const cover: Rewritten['cover'] = { code, wraps, holders, kin: [] }
    const changes = await caseChanges(needs, undefined, { cover, file, key })
    return changes === 'case-full'
      ? { answer: { outcome: 'refused', code: changes }, changes: [] }
      : { answer: { outcome: 'recorded', code }, changes }
  })
}

/** A case for somebody who is assigned to it. There is none, and it is not theirs: one answer. */
export const caseOf = async (
  needs: CaseNeeds,
  desk: AtDesk,
  code: string,
): Promise<OpenCase | undefined> => {
  const { networkId } = needs
  const entry = await entryIn(needs, { networkId, userId: desk.userId }, code)
  const found = entry && (await coverAt(needs, entry.cover))
  return found && openedBy(needs, desk, found)
}

/** All cases of somebody, by what they wait for. */
export const casesOf = async (needs: CaseNeeds, desk: AtDesk): Promise<readonly OpenCase[]> => {
  const { networkId } = needs
  const roll = await rollOf(needs, { networkId, userId: desk.userId })
  const found = await Promise.all(
    roll.map(async ({ cover }) => {
      const one = await coverAt(needs, cover)
      return one && openedBy(needs, desk, one)
    }),
  )
  const nextOf = ({ cover }: OpenCase): string => cover.dues[0]?.on ?? '9999'
  return found
    .filter((one) => one !== undefined)
    .toSorted((a, b) => (nextOf(a) < nextOf(b) ? -1 : 1))
}

/** Writes a file anew as somebody makes it; what is refused changes nothing. */
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
    ) => Promise<
      (Pick<Rewritten, 'file'> & Partial<Pick<Rewritten, 'cover'>>) | { readonly refused: Answer }
    >
  },
): Promise<Told<Answer | 'not-found' | 'case-full'>> =>
  untilKept<Told<Answer | 'not-found' | 'case-full'>>(needs, async () => {
    const found = await caseOf(needs, desk, code)
    if (!found) return { answer: { outcome: 'refused', code: 'not-found' }, changes: [] }
    const made = await make(found)
    if ('refused' in made)
      return { answer: { outcome: 'refused', code: made.refused }, changes: [] }
    const { key } = found
    const cover = { ...(made.cover ?? found.cover), holders: await nestedFor(needs, code, key) }
    const {
      body: _body,
      version: _version,
      dues: _dues,
      isOpen: _is,
      destroyOn: _on,
      ...kept
    } = cover as OpenCase['cover']
    const changes = await caseChanges(needs, found, { cover: kept, file: made.file, key })
    return changes === 'case-full'
      ? { answer: { outcome: 'refused', code: changes }, changes: [] }
      : { answer: { outcome: 'recorded', code }, changes }
  })

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
    make: async ({ file }) => {
      const now = { file, today: needs.today, by: desk.userId, newItem: needs.keys.newId() }
      const decision = decideCase(operation, now, said)
      return decision.outcome === 'recorded' ? { file: decision.body } : { refused: decision.code }
    },
  })

/** Writes down that somebody has looked at a case, before it is shown; undefined where it is none of theirs. */
export const looked = async (
  needs: ActNeeds,
  desk: AtDesk,
  code: string,
): Promise<OpenCase | undefined> => {
  const told = await changed(needs, desk, {
    code,
    make: async ({ file }): Promise<{ readonly file: CaseFile }> => ({
      file: withReceipt(file, desk.userId, needs.today),
    }),
  })
  return told.outcome === 'recorded' ? caseOf(needs, desk, code) : undefined
}
