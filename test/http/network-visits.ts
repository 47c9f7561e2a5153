import type { Door } from '#src/app/practice/practice-people.ts'
import { type Seen, type Visitor, onKnownDevice, visitor } from '#test/http/entrance-visits.ts'
import type { Practice } from '#test/support/service.ts'

export const inAYear = { day: '31', month: '12', year: '2026' }
export const inAMonth = { day: '31', month: '01', year: '2026' }
export const minute = 60_000

/** Somebody who came in by a practice door, on a phone that was added. */
export const as = async (world: Practice, door: Door): Promise<Visitor> => {
  const guest = await onKnownDevice(world)
  return visitor(world, {
    ...Object.fromEntries(guest.cookies),
    '__Host-session': await world.as(door),
  })
}

/** The links that a page shows once. */
export const linksOn = ({ page }: Seen): URL[] =>
  [...page.matchAll(/class="code address"[^>]*>([^<]+)</g)].map(
    ([, address = '']) => new URL(address.replaceAll('&amp;', '&')),
  )

export const keyOf = (link: URL | undefined): string => link?.searchParams.get('key') ?? ''
export const linkTo = (page: Seen, path: string): URL | undefined =>
  linksOn(page).find(({ pathname }) => pathname === path)

export const formIdOn = ({ page }: Seen): string =>
  /name="id"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? ''
