import { h, type JSX } from 'preact'
import { useState } from 'preact/hooks'
import { latinDigits } from '#domain/kernel/money.ts'
import type { FirstHost, OpenBook } from '#src/pwa/host.ts'
import { notTakenAlong } from '#src/pwa/service.ts'
import { alert, key, pinField } from '#src/pwa/screens/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { phoneWords } from '#src/words/words.ts'

/** A share that is gone comes again from the service alone, to somebody who is signed in. */
const renewed = async (host: FirstHost): Promise<void> => {
  const fundId = (await host.vault.fundId())!
  const { share, offlineDays: days } = await host.service.takeAlong(fundId)
  await host.vault.renew({ share, days })
}

/** The book is closed: its PIN opens it, with a network or without. */
export const LockedScreen = ({
  host,
  language,
  opened,
}: {
  readonly host: FirstHost
  readonly language: Language
  readonly opened: (book: OpenBook) => Promise<void>
}): JSX.Element => {
  const words = phoneWords.in(language)
  const [pin, setPin] = useState('')
  const [why, setWhy] = useState<'wrong-pin' | 'share-gone'>()
  const [failed, setFailed] = useState<ReturnType<typeof notTakenAlong>>()
  const [isBusy, setBusy] = useState(false)
  const open = async (): Promise<void> => {
    setBusy(true)
    const found = await host.vault.open(latinDigits(pin.replaceAll(/\s/g, '')))
    setBusy(false)
    setPin('')
    if (typeof found === 'object') await opened(found)
    else setWhy(found === 'nothing' ? 'share-gone' : found)
  }
  const renew = (): void => {
    setBusy(true)
    renewed(host)
      .then(
        () => setWhy(undefined),
        (error: unknown) => setFailed(notTakenAlong(error)),
      )
      .finally(() => setBusy(false))
  }
  if (why === 'share-gone')
    return h('main', {}, [
      alert(words.shareGone),
      ...(failed ? [alert(words[`sync_${failed}`])] : []),
      h('a', { class: 'button', href: '/' }, words.signIn),
      key(words.tryAgain, renew, { isMain: true, isOff: isBusy }),
    ])
  return h('main', {}, [
    h('h1', {}, words.locked),
    ...(why ? [h('p', { class: 'fault', role: 'alert' }, words.pinWrong)] : []),
    pinField(words.pin, { name: 'pin', value: pin, change: setPin }),
    key(isBusy ? words.loading : words.open, () => void open(), { isMain: true, isOff: isBusy }),
  ])
}
