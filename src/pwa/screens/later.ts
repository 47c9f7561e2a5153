import { h, type FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Carrying } from '#src/pwa/screens/carry.ts'
import type { Language } from '#src/words/catalogue.ts'
import { phoneWords } from '#src/words/words.ts'

/** A screen whose script comes when somebody asks for it: most turns of a meeting need none of them. */
export const later =
  <Props extends object>(
    bring: () => Promise<FunctionComponent<Props>>,
    languageOf: (props: Props) => Language,
  ): FunctionComponent<Props> =>
  (props) => {
    const [screen, setScreen] = useState<{ readonly shown: FunctionComponent<Props> }>()
    useEffect(() => void bring().then((shown) => setScreen({ shown })), [])
    return screen ? h(screen.shown, props) : h('main', {}, phoneWords.in(languageOf(props)).loading)
  }

/** What waits, as square codes or a file. */
export const CarryLater = later(
  async () => (await import('#src/pwa/screens/carry.ts')).CarryScreen,
  ({ language }: Carrying) => language,
)
