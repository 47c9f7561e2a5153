import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest, longest first: begun last, one of them would run alone while the other core waits. */
const longest = [
  'test/sim/village.test.ts',
  'test/browser/pages.test.ts',
  'test/app/cases/attack/attack.test.ts',
  'test/power/power-cut.test.ts',
  'test/sim/killed.test.ts',
  'test/hostile/readers.test.ts',
  'test/hostile/every-route.test.ts',
  'test/http/access/routes.test.ts',
  'test/hostile/browser.test.ts',
  'test/contract/disk-trouble.test.ts',
  'test/http/identity/thief.test.ts',
  'test/hostile/kept.test.ts',
  'test/postgres/store.test.ts',
  'test/hostile/policy.test.ts',
  'test/domain/hands/thief.test.ts',
  'test/journeys/any-order-of-loans.test.ts',
  'test/browser/phone-budgets.test.ts',
  'test/domain/corrections/taken-back-lives.test.ts',
  'test/journeys/written-again.test.ts',
  'test/hostile/price-script.test.ts',
  'test/browser/printed.test.ts',
  'test/journeys/backup.test.ts',
  'test/http/reading-uploads.test.ts',
  'test/domain/fairness/hostile-prices.test.ts',
  'test/browser/phones-together.test.ts',
  'test/http/access/commands.test.ts',
  'test/domain/statistics/attack/attack.test.ts',
  'test/browser/phone-requests.test.ts',
  'test/hostile/wire.test.ts',
  'test/postgres/one-transaction.test.ts',
  'test/http/cases/canaries.test.ts',
  'test/browser/whole-audit.test.ts',
  'test/browser/sums-in-sight.test.ts',
  'test/http/savings/private-writing.test.ts',
  'test/edge/live.test.ts',
  'test/journeys/cases-backup.test.ts',
  'test/edge/leaves.test.ts',
  'test/docs/guide-commands.test.ts',
  'test/journeys/exports.test.ts',
  'test/exchange/lists/round-trip.test.ts',
  'test/http/access/log-says.test.ts',
  'test/journeys/log-lost.test.ts',
  'test/journeys/tarball.test.ts',
  'test/contract/full-disk.test.ts',
  'test/contract/archive-random.test.ts',
  'test/http/access/strangers.test.ts',
  'test/hostile/canaries.test.ts',
  'test/journeys/first-start.test.ts',
  'test/browser/phone.test.ts',
  'test/postgres/leaves.test.ts',
  'test/postgres/ten-thousand-funds.test.ts',
  'test/browser/phone-lost.test.ts',
  'test/http/watch/watched.test.ts',
  'test/edge/moving.test.ts',
  'test/contract/stores.test.ts',
  'test/contract/marked-tables.test.ts',
  'test/contract/leaves-disk.test.ts',
  'test/http/cases/titles.test.ts',
  'test/packing/service.test.ts',
  'test/http/not-growing.test.ts',
  'test/journeys/who-holds-the-file.test.ts',
  'test/edge/store.test.ts',
  'test/edge/objects.test.ts',
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
