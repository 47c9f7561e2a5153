import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type KeptAlert, proposedBy } from '#src/app/alerts.ts'
import { alertOf, dayOfAlert } from '#src/exchange/cap/alert.ts'
import { isFeedAddress, isPrivateAddress } from '#infra/system/alert-feeds.ts'
import { communes, alongTheRiver } from '#test/support/flood.ts'
import { fundBookOf, storyOf } from '#test/support/village.ts'

type Said = {
  readonly identifier?: string
  readonly status?: string
  readonly msgType?: string
  readonly more?: string
  readonly info?: string
}

const flood = `<info><language>en</language><category>Met</category><event>Flood</event>
  <urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>
  <onset>2025-03-01T06:00:00+07:00</onset><headline>River &amp; rain</headline>
  <area><areaDesc>Three communes</areaDesc>
  <geocode><valueName>KH-GAZ</valueName><value>170201</value></geocode>
  <geocode><valueName>X-OWN</valueName><value>#none*</value></geocode></area></info>`

const text = ({
  identifier = 'KH-1',
  status = 'Actual',
  msgType = 'Alert',
  more = '',
  info = flood,
}: Said = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<cap:alert xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2"><cap:identifier>${identifier}</cap:identifier>
<cap:sender>weather.example.org</cap:sender><cap:sent>2025-03-01T05:00:00+07:00</cap:sent>
<cap:status>${status}</cap:status><cap:msgType>${msgType}</cap:msgType><cap:scope>Public</cap:scope>${more}
${info.replaceAll(/<(\/?)(?=\w)/g, '<$1cap:')}</cap:alert>`

const read = (said: Said = {}): KeptAlert => {
  const got = alertOf(text(said))
  if ('code' in got) throw new Error(got.code)
  return { ...got.alert, hash: JSON.stringify(said), from: dayOfAlert(got.alert) }
}
const codeOf = (xml: string): string | undefined => {
  const got = alertOf(xml)
  return 'code' in got ? got.code : undefined
}

test('an alert is read with all of its codes as text, those that nobody knows too', () => {
  const alert = read()
  expect(alert).toMatchObject({
    identifier: 'KH-1',
    status: 'Actual',
    from: '2025-03-01',
    isSigned: false,
  })
  expect(alert.infos[0]).toMatchObject({
    event: 'Flood',
    severity: 'Severe',
    headline: 'River & rain',
  })
  expect(alert.infos[0]!.areas[0]!.geocodes).toEqual([
    { name: 'KH-GAZ', value: '170201' },
    { name: 'X-OWN', value: '#none*' },
  ])
  expect(read({ status: 'Perhaps' }).status).toBe('Perhaps')
  const signed = `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>`
  expect(read({ more: signed }).isSigned).toBe(true)
})

test('a tag may have spaces before its end, and nothing else there that is no attribute', () => {
  const spaced = text()
    .replace('<cap:identifier>', '<cap:identifier >')
    .replace(':1.2">', ':1.2"\n>')
  expect(alertOf(spaced)).toEqual(alertOf(text()))
  expect(alertOf(text().replace('<cap:identifier>', '<cap:identifier x>'))).toMatchObject({
    code: 'alert-not-xml',
  })
})

test('what could grow, ask elsewhere or never end is refused before anything is made of it', () => {
  const bomb = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>${text()}`
  expect(codeOf(bomb)).toBe('alert-has-doctype')
  expect(codeOf(`<!DOCTYPE a SYSTEM "file:///etc/passwd">${text()}`)).toBe('alert-has-doctype')
  expect(codeOf(text({ more: '<cap:note>&xxe;</cap:note>' }))).toBe('alert-has-entity')
  expect(codeOf(text({ more: '<?php evil ?>' }))).toBe('alert-not-xml')
  expect(codeOf('<a>'.repeat(50) + '</a>'.repeat(50))).toBe('alert-too-deep')
  expect(codeOf(`<a>${'<b/>'.repeat(3000)}</a>`)).toBe('alert-too-deep')
  expect(codeOf(text({ more: `<cap:note>${'x'.repeat(300_000)}</cap:note>` }))).toBe(
    'alert-too-long',
  )
  expect(codeOf('<alert xmlns="urn:oasis:names:tc:emergency:cap:1.1"/>')).toBe('alert-not-cap')
  expect(codeOf(text({ identifier: 'two words' }))).toBe('alert-not-whole')
  expect(codeOf('<a></b>')).toBe('alert-not-xml')
  expect(codeOf('')).toBe('alert-not-xml')
})

test('whatever text comes, it is read or refused, and never breaks anything', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '&',
    ';',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '</',
    '/>',
    'a',
    '="',
    '"',
    ' xmlns:',
    '&#x41;',
    '&amp;',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (xml) => {
        const got = alertOf(xml)
        expect('code' in got || 'alert' in got).toBe(true)
      },
    ),
  )
})

test('an alert proposes an event where members live, and declares nothing', () => {
  const book = fundBookOf(storyOf(alongTheRiver(6)))
  const alerts = (...said: readonly Said[]) =>
    said.map((one, i) => ({ ...read(one), alertId: `a${i}` }))
  const [one] = proposedBy(alerts({}), book)
  expect(one).toMatchObject({ kind: 'flood', places: ['170201'], isTest: false, isDeclared: false })
  expect(communes[0]!.startsWith('170201')).toBe(true)
  expect(book.events).toEqual([])
  const refers =
    '<cap:references>weather.example.org,KH-1,2025-03-01T05:00:00+07:00</cap:references>'
  const update = { identifier: 'KH-2', msgType: 'Update', more: refers }
  expect(proposedBy(alerts({}, update), book).map((p) => p.isReplaced)).toEqual([true, false])
  const cancel = { identifier: 'KH-3', msgType: 'Cancel', more: refers }
  expect(proposedBy(alerts({}, cancel), book).map((p) => p.isCancelled)).toEqual([true])
  // A cancellation that is a test takes nothing back that is real.
  expect(proposedBy(alerts({}, { ...cancel, status: 'Test' }), book)[0]!.isCancelled).toBe(false)
  for (const status of ['Test', 'Exercise', 'System', 'Draft', 'Perhaps'])
    expect(proposedBy(alerts({ status }), book)[0]!.isTest).toBe(true)
})

test('alerts are asked for over https alone, and never of a private network', () => {
  for (const address of [
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '172.20.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
  ])
    expect(isPrivateAddress(address), address).toBe(true)
  for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1'])
    expect(isPrivateAddress(address), address).toBe(false)
  for (const good of [
    'https://alerts.example.org/flood.xml',
    'https://8.8.8.8/x',
    'https://[2606:4700::1]/x',
  ])
    expect(isFeedAddress(good), good).toBe(true)
  for (const bad of [
    'http://alerts.example.org',
    'https://me:you@example.org',
    'https://example.org:8443',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://localhost/x',
    'file:///etc/passwd',
    'no',
  ])
    expect(isFeedAddress(bad), bad).toBe(false)
})
