import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { Marks } from '#domain/access/marks.ts'
import { ageOfRow } from '#infra/db/marked.ts'
import type { Cells } from '#infra/db/marked-tables.ts'
import { ageOfRegister, keepRegister, registerAt } from '#infra/db/register.ts'
import type { Statements } from '#infra/db/tables.ts'

// A line of the log is never written anew, so that those of before the marks, or before the key of now, bear none that
// holds. They are kept as one: all of them together have one mark.

export const linesBefore = 'activity-before'

type Of = { readonly em: Statements; readonly marks: Marks; readonly scope: string }

const textOf = (lines: readonly Cells[]): string =>
  lengthPrefixed(
    lines
      .toSorted((a, b) => (`${a['activity_id']}` < `${b['activity_id']}` ? -1 : 1))
      .flatMap((line) =>
        Object.keys(line)
          .toSorted()
          .map((column) => `${line[column] ?? ''}`),
      ),
  )

/** The lines that are counted one by one, and those that nobody here wrote. */
export const countedLines = async (
  { em, marks, scope }: Of,
  lines: readonly Cells[],
): Promise<{ readonly rows: readonly Cells[]; readonly foreign: readonly Cells[] }> => {
  const aged = lines.map((line) => ({ line, age: ageOfRow(marks, 'activity', line) }))
  const by = (fits: (age: (typeof aged)[number]['age']) => boolean): Cells[] =>
    aged.filter(({ age }) => fits(age)).map(({ line }) => line)
  const before = await registerAt(em, scope, linesBefore)
  const foreign = by((age) => age === undefined)
  const isKept = (of: readonly Cells[]): boolean =>
    before !== undefined &&
    ageOfRegister(marks, before) !== undefined &&
    before.rows === of.length &&
    marks.ageOf(textOf(of), before.digest) !== undefined
  const older = by((age) => age !== 'now')
  if (isKept(older)) return { rows: by((age) => age === 'now'), foreign: [] }
  if (isKept(foreign)) return { rows: by((age) => age !== undefined), foreign: [] }
  return { rows: by((age) => age !== undefined), foreign }
}

/** Keeps lines together that the key of now cannot tell one by one. */
export const keepLinesBefore = async (
  { em, marks, scope }: Of,
  lines: readonly Cells[],
): Promise<void> => {
  const before = await registerAt(em, scope, linesBefore)
  await keepRegister(em, marks, {
    scope,
    kind: linesBefore,
    changes: (before?.changes ?? 0) + 1,
    rows: lines.length,
    digest: marks.mark(textOf(lines)),
  })
}
