import type { OverviewObject } from '#src/edge/overview-object.ts'

/** Where the objects of a class are had by name, wherever they are. */
export type Objects<Class> = {
  readonly idFromName: (name: string) => unknown
  readonly get: (id: unknown) => Class
}

/** What a Worker is bound to that keeps the list of all funds. */
export type OverviewBound = { readonly OVERVIEW: Objects<OverviewObject> }

export const overviewIn = ({ OVERVIEW }: OverviewBound): OverviewObject =>
  OVERVIEW.get(OVERVIEW.idFromName('overview'))
