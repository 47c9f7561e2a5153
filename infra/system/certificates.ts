import {
  type KeyObject,
  X509Certificate,
  createHash,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto'
import { isIP } from 'node:net'

/*
 * Two certificates for a computer that serves the phones of one room (ADR 149): an authority that phones are told to trust,
 * and what the service shows. Node makes keys and signatures and no certificates; what is written here is the one shape of
 * RFC 5280 that is needed, and openssl, Node and a browser read it in the tests.
 */

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const size = body.length
  const long = size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...(size < 0x80 ? [size] : long)]), body])
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const setOf = (...parts: readonly Uint8Array[]) => der(0x31, ...parts)
const octets = (...parts: readonly Uint8Array[]) => der(0x04, ...parts)
const bits = (unused: number, body: Uint8Array) => der(0x03, Buffer.from([unused]), body)
const isTrue = der(0x01, Buffer.from([0xff]))
const text = (tag: number, said: string) => der(tag, Buffer.from(said, 'utf8'))

/** 2.5.29.19 and the like: the first two numbers in one byte, the others in groups of seven bits. */
const objectId = (dotted: string): Buffer => {
  const [first = 0, second = 0, ...more] = dotted.split('.').map(Number)
  const groups = more.flatMap((number) => {
    const sevens = [number & 0x7f]
    for (let rest = number >> 7; rest > 0; rest >>= 7) sevens.unshift((rest & 0x7f) | 0x80)
    return sevens
  })
  return der(0x06, Buffer.from([first * 40 + second, ...groups]))
}

const utcTime = (ms: number): Buffer =>
  text(0x17, `${new Date(ms).toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`)

const named = (commonName: string): Buffer =>
  sequence(setOf(sequence(objectId('2.5.4.3'), text(0x0c, commonName))))

const extension = (dotted: string, value: Buffer, isCritical = false): Buffer =>
  sequence(objectId(dotted), ...(isCritical ? [isTrue] : []), octets(value))

const keyIdOf = (key: KeyObject): Buffer =>
  createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()

const fourBytes = (address: string): Buffer => Buffer.from(address.split('.').map(Number))

const alternative = (name: string): Buffer =>
  isIP(name) === 4 ? der(0x87, fourBytes(name)) : text(0x82, name)

/** A name that is nobody's: where no name of a kind is meant, the authority stands for none of that kind. */
const nobodys = { name: 'invalid', address: '0.0.0.0' }

/** What the authority may speak for: these names and addresses to the letter, and nothing else in the world. */
const constraintsOf = (names: readonly string[]): Buffer => {
  const addresses = names.filter((name) => isIP(name) === 4)
  const hosts = names.filter((name) => isIP(name) !== 4)
  const whole = Buffer.from([255, 255, 255, 255])
  const permitted = [
    ...(addresses.length > 0 ? addresses : [nobodys.address]).map((address) =>
      sequence(der(0x87, fourBytes(address), whole)),
    ),
    ...(hosts.length > 0 ? hosts : [nobodys.name]).map((host) => sequence(text(0x82, host))),
  ]
  return sequence(der(0xa0, ...permitted))
}

const signedBy = sequence(objectId('1.2.840.10045.4.3.2'))

type Asked = {
  readonly issuer: string
  readonly subject: string
  readonly from: number
  readonly until: number
  readonly key: KeyObject
  readonly extensions: readonly Buffer[]
}

const certificate = (
  { issuer, subject, from, until, key, extensions }: Asked,
  signer: KeyObject,
): X509Certificate => {
  // Twenty bytes at most, above zero.
  const serial = der(0x02, Buffer.concat([Buffer.from([0x40]), randomBytes(15)]))
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    serial,
    signedBy,
    named(issuer),
    sequence(utcTime(from), utcTime(until)),
    named(subject),
    key.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  )
  return new X509Certificate(sequence(signed, signedBy, bits(0, sign('sha256', signed, signer))))
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' })

/** A clock in the room may be a day behind. */
const dayMs = 86_400_000
/** Some phones take no certificate that is good for more days. */
export const daysMax = 825

export type BoxCertificates = {
  /** What phones are told to trust; PEM, as the two others. */
  readonly authority: string
  readonly server: string
  readonly key: string
  /** SHA-256 of the authority, in pairs: to be held against what a phone shows. */
  readonly fingerprint: string
}

/**
 * Makes an authority for these names and addresses of IPv4 alone, lets it sign once, and forgets its key: nobody can steal
 * what nobody has. A later certificate is another authority, and phones are told anew.
 */
export const boxCertificates = (
  names: readonly string[],
  { now, days = daysMax - 1 }: { readonly now: number; readonly days?: number },
): BoxCertificates => {
  const [authorityKeys, serverKeys] = [newKeys(), newKeys()]
  const issuer = `Village box ${names[0]} ${randomBytes(3).toString('hex')}`
  const times = { issuer, from: now - dayMs, until: now + days * dayMs }
  const authorityKey = keyIdOf(authorityKeys.publicKey)
  const knownBy = extension('2.5.29.35', sequence(der(0x80, authorityKey)))
  const authority = certificate(
    {
      ...times,
      subject: issuer,
      key: authorityKeys.publicKey,
      extensions: [
        extension('2.5.29.19', sequence(isTrue, der(0x02, Buffer.from([0]))), true),
        // To sign certificates, and nothing else.
        extension('2.5.29.15', bits(2, Buffer.from([0x04])), true),
        extension('2.5.29.30', constraintsOf(names), true),
        extension('2.5.29.14', octets(authorityKey)),
      ],
    },
    authorityKeys.privateKey,
  )
  const server = certificate(
    {
      ...times,
      subject: `Village box ${names[0]}`,
      key: serverKeys.publicKey,
      extensions: [
        extension('2.5.29.19', sequence(), true),
        extension('2.5.29.15', bits(7, Buffer.from([0x80])), true),
        extension('2.5.29.37', sequence(objectId('1.3.6.1.5.5.7.3.1'))),
        extension('2.5.29.17', sequence(...names.map(alternative))),
        extension('2.5.29.14', octets(keyIdOf(serverKeys.publicKey))),
        knownBy,
      ],
    },
    authorityKeys.privateKey,
  )
  return {
    authority: authority.toString(),
    server: server.toString(),
    key: serverKeys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    fingerprint: authority.fingerprint256,
  }
}

/** What is wrong with a certificate for an address, or undefined. */
export const certificateFault = (
  server: string,
  { host, now }: { readonly host: string; readonly now: number },
): 'other-name' | 'over' | undefined => {
  const read = new X509Certificate(server)
  const isOurs = isIP(host) === 4 ? read.checkIP(host) : read.checkHost(host)
  if (isOurs === undefined) return 'other-name'
  return read.validToDate.getTime() < now ? 'over' : undefined
}
