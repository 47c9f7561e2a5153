import { failuresMax } from '#domain/access/lockout.ts'
import type { Budget, Budgets } from '#domain/ports.ts'
import { type KnownMarks, ownCells, putMarked } from '#infra/db/marked.ts'
import { type Register, nothing, registerAt, sumOf } from '#infra/db/register.ts'
import { type Statements, type Runs, tables, toColumns } from '#infra/db/tables.ts'

type MarkedRuns = Runs & { readonly marks: KnownMarks }

/** A lock that another program wrote stays shut: whoever can open it has it opened in person. */
const shut = failuresMax * 1000

/** Of a lock that was taken away nobody knows how many guesses it had: it is shut like one that was altered. */
const missed: Budget = {
  failures: shut,
  since: '9000-01-01T00:00:00.000Z',
  lockedUntil: undefined,
}

type Known = Pick<Register, 'changes' | 'digest'> & { readonly subjects: Set<string> }

/**
 * Whose locks there are, by how far the table of an owner had come. While it has come no further, whoever is not among them
 * never had one, and whoever is and has none was robbed of it: the rows are gone through once and not at each guess, which
 * would cost the square of the names that somebody thinks of.
 */
const knownLocks = (): Map<string, Known> => new Map()

const isAsFarAs = (known: Known | undefined, counted: Register | undefined): known is Known =>
  known !== undefined &&
  counted !== undefined &&
  known.changes === counted.changes &&
  known.digest === counted.digest

type Locks = {
  readonly em: Statements
  readonly marks: KnownMarks
  readonly known: ReturnType<typeof knownLocks>
}
type Lock = { readonly scope: string; readonly subject: string }

/** Whether a lock that is not there was there: or some of them are not, of which it may be one. */
const isMissed = async ({ em, marks, known }: Locks, { scope, subject }: Lock) => {
  const counted = marks && (await registerAt(em, scope, 'budget'))
  if (!marks || !counted) return false
  const before = known.get(scope)
  if (isAsFarAs(before, counted)) return before.subjects.has(subject)
  const rows = await tables(em)
    .selectFrom('budget')
    .selectAll()
    .where('scope', '=', scope)
    .execute()
  const own = rows.filter((row) => ownCells(marks, 'budget', row) !== undefined)
  const come = own.map(({ mark }) => String(mark))
  if (sumOf(nothing.digest, { gone: [], come }) !== counted.digest) return true
  const { changes, digest } = counted
  known.set(scope, { changes, digest, subjects: new Set(own.map((row) => row.subject)) })
  return false
}

const readBudget = async (locks: Locks, { scope, subject }: Lock): Promise<Budget | undefined> => {
  const { em, marks } = locks
  const found = await tables(em)
    .selectFrom('budget')
    .selectAll()
    .where('scope', '=', scope)
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (!found) return (await isMissed(locks, { scope, subject })) ? missed : undefined
  const own = ownCells(marks, 'budget', found)
  return {
    failures: own ? own.failures : shut,
    since: found.since,
    lockedUntil: own?.locked_until ?? undefined,
  }
}

/**
 * By which a lock is found in the table. That of a login is a hash of it, which whoever has the file and thinks of a name or a
 * phone could make as well: it lies as a keyed one.
 */
const subjectAtRest = (marks: KnownMarks, scope: string, subject: string): string =>
  marks && subject.includes('login:') ? marks.seal.hashes(scope, `lock ${subject}`)[0] : subject

/** Writes a lock, and keeps up with it what is known, where nobody else has written beside it. */
const keepBudget = async (
  { em, marks, known }: Locks,
  { scope, subject, budget }: Lock & { readonly budget: Budget },
): Promise<() => void> => {
  const { failures, since, lockedUntil } = budget
  // What is shut stays as it is found, so that it opens again where the rows are put right.
  if (failures >= shut) return () => undefined
  const before = marks && (await registerAt(em, scope, 'budget'))
  await putMarked(em, marks, 'budget', [
    { scope, subject, ...toColumns<Budget>({ failures, since, lockedUntil }) },
  ])
  const after = marks && (await registerAt(em, scope, 'budget'))
  return () => {
    const held = known.get(scope)
    if (!isAsFarAs(held, before) || after?.changes !== held.changes + 1) return
    held.subjects.add(subject)
    known.set(scope, { changes: after.changes, digest: after.digest, subjects: held.subjects })
  }
}

/** The rows themselves, for a store that lets a budget be decided elsewhere while nobody else may. */
export const budgetRows = ({ read, transaction, marks }: MarkedRuns) => {
  const known = knownLocks()
  return {
    budget: (scope: string, asked: string): Promise<Budget | undefined> => {
      const subject = subjectAtRest(marks, scope, asked)
      return read(scope, (em) => readBudget({ em, marks, known }, { scope, subject }))
    },
    keepBudget: async (scope: string, asked: string, budget: Budget): Promise<void> => {
      const subject = subjectAtRest(marks, scope, asked)
      const written = await transaction(scope, (em) =>
        keepBudget({ em, marks, known }, { scope, subject, budget }),
      )
      written()
    },
  }
}

export const budgets = ({ transaction, marks }: MarkedRuns): Budgets => {
  const known = knownLocks()
  return {
    changeBudget: async (scope, asked, after) => {
      const subject = subjectAtRest(marks, scope, asked)
      const { answer, written } = await transaction(scope, async (em) => {
        const locks = { em, marks, known }
        const told = after(await readBudget(locks, { scope, subject }))
        const kept = await keepBudget(locks, { scope, subject, budget: told.budget })
        return { answer: told.answer, written: kept }
      })
      written()
      return answer
    },
  }
}
