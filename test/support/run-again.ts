/** A test that shows that the one of a promise would notice: it lays something wrong before it and waits for the alarm. */
type Control = { readonly file: string; readonly test: string }

/** The control of each promise. */
export const controls: Readonly<Record<string, Control>> = {
  P1: { file: 'test/sim/killed.test.ts', test: 'an acknowledgement that nobody gave is named' },
  P2: {
    file: 'test/power/power-cut.test.ts',
    test: 'where a commit goes before it is on the disk, more than half of the power cuts lose what was acknowledged',
  },
  P3: {
    file: 'test/contract/full-disk.test.ts',
    test: 'where a store keeps half of %s when a write fails, the half is found',
  },
  P4: { file: 'test/sim/saboteurs.test.ts', test: 'it is noticed where %s, in a few steps' },
  P5: { file: 'test/sim/saboteurs.test.ts', test: 'it is noticed where %s, in a few steps' },
  P6: { file: 'test/domain/loans/two-engines.test.ts', test: 'each plan that has %s is found' },
  P7: { file: 'test/sim/phones/partition.test.ts', test: '%s is caught' },
  P8: {
    file: 'test/verify/witness.test.ts',
    test: 'what nobody has kept yet is not vouched for: the control',
  },
  P9: {
    file: 'test/http/access/routes.test.ts',
    test: 'one grant too many is found at whichever page or read it is given',
  },
  P10: { file: 'test/app/cases/attack/attack.test.ts', test: 'is caught where there are: $weak' },
  'private savings': {
    file: 'test/http/savings/private-twins.test.ts',
    test: 'the same attack finds whose savings are open, in every way that it has',
  },
  P11: {
    file: 'test/hostile/fuzz.test.ts',
    test: 'a service that repeats what was sent is caught by the same requests',
  },
  P12: {
    file: 'test/domain/access/pin-odds.test.ts',
    test: 'P12: a guesser gets too far with a lock that %s',
  },
  P13: {
    file: 'test/domain/statistics/attack/attack.test.ts',
    test: 'nobody is found by six attacks over',
  },
  P14: {
    file: 'test/journeys/backup.test.ts',
    test: 'a backup that is older than the checkpoint, or of another history, is named',
  },
  P15: {
    file: 'test/http/commands/overload.test.ts',
    test: 'a service %s is found impolite',
  },
  P16: { file: 'test/sim/saboteurs.test.ts', test: 'it is noticed where %s, in a few steps' },
  P17: {
    file: 'test/hostile/every-field.test.ts',
    test: 'a page that does not escape, and one without the policy, are caught by the same look',
  },
  P18: {
    file: 'test/http/identity/thief.test.ts',
    test: 'the measure finds a thief: whoever sees both halves lends the gained word, or waits for it',
  },
}

/** What each promise is tried by once more, its control with it, as it is typed. */
export const commandOf = (id: string, by: readonly string[]): string =>
  `TEST_BUDGET=ci npx vitest run ${[...new Set([...by, controls[id]!.file])].join(' ')}`

export const againMarks = ['<!-- run again -->', '<!-- end of run again -->'] as const

const toldControl = ({ file, test }: Control): string =>
  `\`${file}\`: “${test.replaceAll('|', '\\|')}”`

/** Where each promise is tried, what would notice that its test is blind, and the command. */
export const againTable = (
  promised: readonly { readonly id: string; readonly by: readonly string[] }[],
): string =>
  [
    '| | control | run it again by |',
    '|---|---|---|',
    ...promised.map(
      ({ id, by }) => `| ${id} | ${toldControl(controls[id]!)} | \`${commandOf(id, by)}\` |`,
    ),
  ].join('\n')
