import { reliefPlace } from '#src/desk/places.ts'
import type { EventState } from '#src/app/relief-view.ts'
import type { mark } from '#src/pages/health/parts.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { reliefWords } from '#src/words/words.ts'

export const reliefWordsAt = ({ language }: Pick<At, 'language'>) => reliefWords.in(language)

export const behindRelief = (at: At): At => ({
  ...at,
  back: { href: reliefPlace.all(at), label: reliefWordsAt(at).toRelief },
})

/** How an event's state is marked: by colour and word. */
export const markOfState: Readonly<Record<EventState, Parameters<typeof mark>[0]>> = {
  declared: 'calm',
  given: 'eased',
  waiting: 'eased',
  missed: 'bad',
  ended: 'calm',
  over: 'good',
  older: 'calm',
}
