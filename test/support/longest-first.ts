import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest, longest first: begun last, one of them would run alone while the other core waits. */
const longest = [
  'test/browser/pages.test.ts',
  'test/sim/village.test.ts',
  'test/sim/saboteurs.test.ts',
  'test/hostile/browser.test.ts',
  'test/domain/loans/two-engines.test.ts',
  'test/domain/corrections/taken-back-lives.test.ts',
  'test/journeys/backup-damage.test.ts',
  'test/sim/killed.test.ts',
  'test/domain/fairness/fair-lives.test.ts',
  'test/hostile/fuzz.test.ts',
  'test/journeys/command-line.test.ts',
  'test/contract/full-disk.test.ts',
  'test/journeys/month-at-the-table.test.ts',
  'test/http/access/routes.test.ts',
  'test/edge/built.test.ts',
]

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((name) => moduleId.endsWith(name))
  return place < 0 ? longest.length : place
}

/** The runner's own order, but the longest files come first, so that all cores end at nearly the same time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
