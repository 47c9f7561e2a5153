import type { Desk } from '#src/desk/desk.ts'

/** One thing that an entry says. */
export type Line = readonly [label: string, said: string]

/** To whom an entry is told: a household reads only of its own, and no other people's cards. */
export type Telling = Pick<Desk, 'language' | 'book' | 'today'> & { readonly isOwn: boolean }
