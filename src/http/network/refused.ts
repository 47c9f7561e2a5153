import { messagePage } from '#src/pages/entrance/message.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import type { Typed } from '#src/pages/network/parts.ts'
import { entranceWords } from '#src/words/words.ts'

/** A form that was refused: why, in words, and what stood in it, so that nobody fills it in twice. */
export type Refused = { readonly fault: string; readonly typed: Typed }

/** A secret is not among what is filled in again: whoever reads the page must not read it too. */
export const refusedWith = (of: (name: string) => string, fault: string): Refused => ({
  fault,
  typed: (name) => (name === 'secret' ? '' : of(name)),
})

/** What is said instead of a form that would be refused whatever stood in it, with the way back. */
export const insteadOfForm = (
  frame: PageFrame,
  { heading, line, back }: { heading: string; line: string; back: string },
): Html =>
  messagePage(frame, {
    shown: 'stop',
    heading,
    lines: [line],
    links: [{ href: back, label: entranceWords.in(frame.language).back }],
  })
