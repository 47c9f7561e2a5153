import { h, type JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { latinDigits } from '#domain/kernel/money.ts'
import type { FirstHost, OpenBook } from '#src/pwa/host.ts'
import type { OwnFund } from '#src/pwa/http-service.ts'
import { ServiceFault, notTakenAlong } from '#src/pwa/service.ts'
import { alert, key, pinField } from '#src/pwa/screens/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { phoneWords } from '#src/words/words.ts'

type Funds = readonly OwnFund[] | 'asking' | 'signed-out' | 'unreachable'

const isPin = (pin: string): boolean => /^\d{6}$/.test(pin)

/** Makes this phone one of a fund: what a meeting needs is taken along, and closed up by a PIN of its own. */
const enrolled = async (host: FirstHost, fundId: string, pin: string): Promise<OpenBook> => {
  const { share, offlineDays: days, ...taken } = await host.service.takeAlong(fundId)
  const book = await host.vault.make({ fundId, pin, share, days })
  await book.keepTaken(taken)
  return book
}

const PinForm = ({
  language,
  done,
  isBusy,
  fault,
}: {
  readonly language: Language
  readonly done: (pin: string) => void
  readonly isBusy: boolean
  readonly fault: string | undefined
}): JSX.Element => {
  const words = phoneWords.in(language)
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const [one, two] = [pin, again].map((typed) => latinDigits(typed.replaceAll(/\s/g, '')))
  const odd = isPin(one!) ? one !== two && words.pinsDiffer : words.pinSixDigits
  const send = (): void => {
    setTried(true)
    if (!odd) done(one!)
  }
  const said = (isTried && odd) || fault
  return h('main', {}, [
    h('h1', {}, words.choosePin),
    h('p', {}, words.choosePinMeaning),
    ...(said ? [h('p', { class: 'fault', role: 'alert' }, said)] : []),
    pinField(words.pin, { name: 'pin', value: pin, change: setPin }),
    pinField(words.pinAgain, { name: 'again', value: again, change: setAgain }),
    key(isBusy ? words.bringing : words.open, send, { isMain: true, isOff: isBusy }),
  ])
}

/** The first time on a phone, with a network: which fund, and a PIN. */
export const EnrolScreen = ({
  host,
  language,
  opened,
}: {
  readonly host: FirstHost
  readonly language: Language
  readonly opened: (book: OpenBook) => Promise<void>
}): JSX.Element => {
  const words = phoneWords.in(language)
  const [funds, setFunds] = useState<Funds>('asking')
  const [fundId, setFundId] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ReturnType<typeof notTakenAlong>>()
  const ask = (): void => {
    setFunds('asking')
    host.service.ownFunds().then(setFunds, (error: unknown) => {
      const isOut = error instanceof ServiceFault && error.kind === 'signed-out'
      setFunds(isOut ? 'signed-out' : 'unreachable')
    })
  }
  useEffect(ask, [])
  const done = (pin: string): void => {
    setBusy(true)
    enrolled(host, fundId!, pin)
      .then(opened)
      .catch((error: unknown) => {
        setBusy(false)
        setFailed(notTakenAlong(error))
      })
  }
  // Nothing was written here yet that could go later.
  const fault = failed === 'unreachable' ? words.noNetworkYet : failed && words[`sync_${failed}`]
  if (fundId !== undefined) return h(PinForm, { language, done, isBusy, fault })
  if (funds === 'asking') return h('main', {}, words.loading)
  if (funds === 'signed-out' || (Array.isArray(funds) && funds.length === 0))
    return h('main', {}, [
      alert(words.signInFirst),
      h('a', { class: 'button main', href: '/' }, words.signIn),
    ])
  if (funds === 'unreachable')
    return h('main', {}, [alert(words.noNetworkYet), key(words.tryAgain, ask, { isMain: true })])
  return h('main', {}, [
    h('h1', {}, words.chooseFund),
    ...funds.map((one) => key(one.name ?? one.fundId, () => setFundId(one.fundId))),
  ])
}
