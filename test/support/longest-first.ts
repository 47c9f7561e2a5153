import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest, longest first: begun last, one of them would run alone while the other core waits. */
const longest = [
  'test/sim/village.test.ts',
  'test/browser/pages.test.ts',
  'test/sim/killed.test.ts',
  'test/hostile/browser.test.ts',
  'test/contract/disk-trouble.test.ts',
  'test/postgres/leaves.test.ts',
  'test/postgres/store.test.ts',
  'test/app/cases/attack/attack.test.ts',
  'test/sim/saboteurs.test.ts',
  'test/browser/printed.test.ts',
  'test/reach.test.ts',
  'test/http/access/routes.test.ts',
  'test/hostile/every-route.test.ts',
  'test/domain/corrections/taken-back-lives.test.ts',
  'test/http/savings/private-writing.test.ts',
  'test/domain/hands/thief.test.ts',
  'test/journeys/any-order-of-loans.test.ts',
  'test/http/identity/thief.test.ts',
  'test/journeys/written-again.test.ts',
  'test/contract/archive-random.test.ts',
  'test/edge/store.test.ts',
  'test/hostile/policy.test.ts',
  'test/browser/sums-in-sight.test.ts',
  'test/http/not-growing.test.ts',
  'test/journeys/month-at-the-table.test.ts',
  'test/hostile/fuzz.test.ts',
  'test/http/access/commands.test.ts',
  'test/domain/fairness/fair-lives.test.ts',
  'test/contract/same-answers.test.ts',
  'test/journeys/log-lost.test.ts',
  'test/http/savings/private-twins.test.ts',
  'test/journeys/any-order.test.ts',
  'test/journeys/paper-book.test.ts',
  'test/contract/archive.test.ts',
  'test/journeys/backup.test.ts',
  'test/journeys/who-holds-the-file.test.ts',
  'test/domain/loans/two-engines.test.ts',
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
