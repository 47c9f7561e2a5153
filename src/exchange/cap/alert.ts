import { isLocalDate, type LocalDate } from '#domain/kernel/dates.ts'
import type { Alert, AlertInfo } from '#src/app/alerts.ts'
import { type XmlElement, type XmlFault, xmlOf } from '#src/exchange/cap/xml.ts'

type AlertFault = XmlFault | 'alert-not-cap' | 'alert-not-whole'
/** Why it is refused; where it is no XML that is read here, the line up to which it could be read. */
export type AlertFaultAt = { readonly code: AlertFault; readonly line?: number }

const namespace = 'urn:oasis:names:tc:emergency:cap:1.2'
const wordMax = 500

const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, wordMax)

const isOfCap = (element: XmlElement): boolean => element.namespace === namespace
const all = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter((one) => isOfCap(one) && one.name === name)
const word = (element: XmlElement, name: string): string => tidy(all(element, name)[0]?.text ?? '')

const infoOf = (info: XmlElement): AlertInfo => ({
  language: word(info, 'language'),
  category: all(info, 'category').map(({ text }) => tidy(text)),
  event: word(info, 'event'),
  urgency: word(info, 'urgency'),
  severity: word(info, 'severity'),
  certainty: word(info, 'certainty'),
  onset: word(info, 'onset'),
  expires: word(info, 'expires'),
  headline: word(info, 'headline'),
  areas: all(info, 'area').map((area) => ({
    areaDesc: word(area, 'areaDesc'),
    geocodes: all(area, 'geocode').map((code) => ({
      name: word(code, 'valueName'),
      value: word(code, 'value'),
    })),
  })),
})

const isWhole = ({ identifier, sender, sent, status, msgType, scope }: Alert): boolean =>
  [identifier, sender, sent, status, msgType, scope].every((one) => one !== '') &&
  // Identifier and sender have no space, comma or bracket, or a reference to them could not be read.
  [identifier, sender].every((one) => !/[\s,<&]/.test(one)) &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/.test(sent) &&
  isLocalDate(sent.slice(0, 10))

/** Reads one alert; nothing of it is trusted, and nothing is asked for elsewhere. */
export const alertOf = (text: string): { readonly alert: Alert } | AlertFaultAt => {
  const read = xmlOf(text)
  if ('code' in read) return read
  const { root } = read
  if (root.name !== 'alert' || !isOfCap(root)) return { code: 'alert-not-cap' }
  const alert: Alert = {
    identifier: word(root, 'identifier'),
    sender: word(root, 'sender'),
    sent: word(root, 'sent'),
    status: word(root, 'status'),
    msgType: word(root, 'msgType'),
    scope: word(root, 'scope'),
    references: word(root, 'references')
      .split(' ')
      .filter((one) => one !== ''),
    note: word(root, 'note'),
    isSigned: root.children.some(({ name }) => name === 'Signature'),
    infos: all(root, 'info').map(infoOf),
  }
  return isWhole(alert) ? { alert } : { code: 'alert-not-whole' }
}

/** The day from which it says something holds: its onset, or the day on which it was sent. */
export const dayOfAlert = ({ sent, infos }: Alert): LocalDate => {
  const onset = infos.map((info) => info.onset.slice(0, 10)).find((day) => isLocalDate(day))
  return onset ?? sent.slice(0, 10)
}
