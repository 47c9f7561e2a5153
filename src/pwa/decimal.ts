/*
 * Decimals on a phone: as much of `decimal.js` as rules ask for, to the digit, in an eighth of its weight. A number is whole
 * digits and a power of ten, and the digits are a `bigint`. The packer puts it in the place of the package
 * (`src/packing/phone-files.ts`); `test/pwa/decimal.test.ts` holds each answer against that of the package.
 */

import {
  type Parts,
  ceiling,
  down,
  floor,
  halfCeiling,
  halfEven,
  halfUp,
  lengthOf,
  partsOf,
  powered,
  shortened,
  size,
  ten,
  up,
} from '#src/pwa/decimal-digits.ts'

/** How many digits a result keeps, and how the rest of them is rounded. */
type How = { readonly precision: number; readonly rounding: number }

export type Value = Decimal | number | string

/** Digits beyond those that are kept, so that a rounded result is the one that is nearest. */
const guard = 20

/** What grows beyond this is no debt: it would take a phone minutes, and fill its memory. */
const largestExponent = 10_000

export class Decimal {
  static readonly ROUND_UP = up
  static readonly ROUND_DOWN = down
  static readonly ROUND_CEIL = ceiling
  static readonly ROUND_FLOOR = floor
  static readonly ROUND_HALF_UP = halfUp
  static readonly ROUND_HALF_EVEN = halfEven
  static readonly ROUND_HALF_CEIL = halfCeiling
  static readonly precision: number = 20
  static readonly rounding: number = halfUp

  readonly digits: bigint
  readonly power: number
  readonly odd: number | undefined

  constructor(value: Value | Parts) {
    const { digits, power, odd } = partsOf(value)
    this.digits = digits
    this.power = digits === 0n ? 0 : power
    this.odd = odd
  }

  static clone({ precision = 20, rounding = halfUp }: Partial<How>): typeof Decimal {
    return class extends Decimal {
      static override readonly precision: number = precision
      static override readonly rounding: number = rounding
    }
  }

  static max(...all: readonly Value[]): Decimal {
    return all.map((one) => new this(one)).reduce((a, b) => (a.isNaN() || b.lte(a) ? a : b))
  }

  static min(...all: readonly Value[]): Decimal {
    return all.map((one) => new this(one)).reduce((a, b) => (a.isNaN() || b.gte(a) ? a : b))
  }

  private get kind(): typeof Decimal {
    return this.constructor as typeof Decimal
  }

  /** Digits as they came, cut to a precision. */
  private made({ digits, power, odd }: Parts, precision: number = this.kind.precision): Decimal {
    const places = Math.max(lengthOf(digits) - precision, 0)
    const kept = shortened(digits, places, this.kind.rounding)
    return new this.kind({ digits: kept, power: power + places, odd })
  }

  /** The digits of both by one power of ten; of what is no number of digits, what plain numbers make of it. */
  private with(
    value: Value,
    how: (a: bigint, b: bigint, power: number) => Parts,
    plain: (a: number, b: number) => number,
  ): Decimal {
    const other = new this.kind(value)
    if (this.odd !== undefined || other.odd !== undefined)
      return new this.kind(plain(this.toNumber(), other.toNumber()))
    const power = Math.min(this.power, other.power)
    return this.made(
      how(this.digits * ten(this.power - power), other.digits * ten(other.power - power), power),
    )
  }

  plus(value: Value): Decimal {
    return this.with(
      value,
      (a, b, power) => ({ digits: a + b, power }),
      (a, b) => a + b,
    )
  }

  minus(value: Value): Decimal {
    return this.plus(new this.kind(value).negated())
  }

  times(value: Value): Decimal {
    return this.with(
      value,
      (a, b, power) => ({ digits: a * b, power: 2 * power }),
      (a, b) => a * b,
    )
  }

  div(value: Value): Decimal {
    const other = new this.kind(value)
    if (other.isZero()) return new this.kind(this.toNumber() / 0)
    return this.with(
      other,
      (a, b) => {
        const places = Math.max(this.kind.precision + guard + lengthOf(b) - lengthOf(a), 0)
        const scaled = a * ten(places)
        // A last digit tells that something is left, so that half is no half.
        const left = scaled % b === 0n ? 0n : a < 0n === b < 0n ? 1n : -1n
        return { digits: (scaled / b) * 10n + left, power: -places - 1 }
      },
      (a, b) => a / b,
    )
  }

  /** As often times itself: a whole number, which is all that rules ask for. */
  pow(times: number): Decimal {
    if (!Number.isSafeInteger(times)) throw new Error('[DecimalError] Only whole powers')
    if (this.odd !== undefined || this.isZero()) return new this.kind(this.toNumber() ** times)
    const whole = powered(this, Math.abs(times), this.kind.precision)
    return times < 0 ? new this.kind(1).div(new this.kind(whole)) : this.made(whole)
  }

  negated(): Decimal {
    const { digits, power, odd } = this
    return new this.kind({ digits: -digits, power, odd: odd === undefined ? odd : -odd })
  }

  neg(): Decimal {
    return this.negated()
  }

  abs(): Decimal {
    return this.isNegative() ? this.negated() : this
  }

  floor(): Decimal {
    return this.toDecimalPlaces(0, floor)
  }

  ceil(): Decimal {
    return this.toDecimalPlaces(0, ceiling)
  }

  toDecimalPlaces(places: number, rounding: number = this.kind.rounding): Decimal {
    if (this.power >= -places) return this
    const digits = shortened(this.digits, -this.power - places, rounding)
    return new this.kind({ digits, power: -places, odd: this.odd })
  }

  cmp(value: Value): number {
    const other = new this.kind(value)
    // Endless is as much as endless, though nothing is left when one is taken from the other.
    if (this.odd !== undefined && this.odd === other.odd) return 0
    const left = this.minus(other)
    const one = left.odd ?? (left.digits > 0n ? 1 : left.digits < 0n ? -1 : 0)
    return Number.isNaN(one) ? Number.NaN : Math.sign(one)
  }

  gt(value: Value): boolean {
    return this.cmp(value) > 0
  }

  gte(value: Value): boolean {
    return this.cmp(value) >= 0
  }

  lt(value: Value): boolean {
    return this.cmp(value) < 0
  }

  lte(value: Value): boolean {
    return this.cmp(value) <= 0
  }

  eq(value: Value): boolean {
    return this.cmp(value) === 0
  }

  isZero(): boolean {
    return this.odd === undefined && this.digits === 0n
  }

  isNegative(): boolean {
    return this.odd === undefined ? this.digits < 0n : this.odd < 0
  }

  isNaN(): boolean {
    return Number.isNaN(this.odd)
  }

  isFinite(): boolean {
    return this.odd === undefined
  }

  isInteger(): boolean {
    return this.odd === undefined && this.toDecimalPlaces(0, down).eq(this)
  }

  /** e to this power: so many halvings that a short row is enough, and as many squares. */
  exp(): Decimal {
    if (this.odd !== undefined) return new this.kind(Math.exp(this.odd))
    if (this.abs().gt(largestExponent)) throw new Error('[DecimalError] Too large a power of e')
    // Near one the square of what is beside it tells on which side of the middle between two last digits it lies.
    const more = Math.max(-this.power - lengthOf(this.digits), 0)
    if (this.isNegative()) {
      const fine = this.finer(more)
      return new this.kind(this.made(new fine(1).div(new fine(this).negated().exp())))
    }
    const places = this.kind.precision + 2 * guard + more
    const one = ten(places)
    const halvings = Math.max(Math.ceil(Math.log2(this.toNumber() + 1)), 0) + 8
    const x = shortened(this.digits * 2n, -this.power - places, down) / (2n << BigInt(halvings))
    let [sum, part] = [one, one]
    for (let i = 1n; part !== 0n; i += 1n) {
      part = (part * x) / (one * i)
      sum += part
    }
    for (let turn = 0; turn < halvings; turn += 1) sum = (sum * sum) / one
    return this.made({ digits: sum, power: -places })
  }

  /** The power to which e gives this: what plain numbers say, made better three times. */
  ln(): Decimal {
    if (this.odd !== undefined || this.digits <= 0n) return new this.kind(Math.log(this.toNumber()))
    if (this.eq(1)) return new this.kind(0)
    const near = this.minus(1).abs()
    const fine = this.finer(Math.max(-near.power - lengthOf(near.digits), 0))
    const x = new fine(this)
    const length = lengthOf(this.digits)
    const head = new fine({ digits: this.digits, power: 1 - length }).toNumber()
    let y = new fine(Math.log(head) + (this.power + length - 1) * Math.LN10)
    for (let turn = 0; turn < 4; turn += 1) {
      const e = y.exp()
      y = y.plus(x.minus(e).times(2).div(x.plus(e)))
    }
    return this.made(y)
  }

  /** The same with more digits. */
  private finer(more = 0): typeof Decimal {
    const { precision, rounding } = this.kind
    return Decimal.clone({ precision: precision + guard + more, rounding })
  }

  toNumber(): number {
    return this.odd ?? Number(`${this.digits}e${this.power}`)
  }

  toFixed(places: number, rounding: number = this.kind.rounding): string {
    if (this.odd !== undefined) return String(this.odd)
    const { digits, power } = this.toDecimalPlaces(places, rounding)
    const all = String(size(shortened(digits, -power - places, down))).padStart(places + 1, '0')
    const at = all.length - places
    const text = places === 0 ? all : `${all.slice(0, at)}.${all.slice(at)}`
    return this.isNegative() ? `-${text}` : text
  }

  toString(): string {
    if (this.odd !== undefined) return String(this.odd)
    const all = String(size(this.digits)).replace(/(?<=.)0+$/, '')
    const after = this.power + lengthOf(this.digits) - 1
    const sign = this.digits < 0n ? '-' : ''
    if (this.digits === 0n) return '0'
    if (after <= -7 || after >= 21) {
      const tail = all.length > 1 ? `.${all.slice(1)}` : ''
      return `${sign}${all[0]}${tail}e${after < 0 ? '-' : '+'}${Math.abs(after)}`
    }
    if (after < 0) return `${sign}0.${'0'.repeat(-after - 1)}${all}`
    const whole = all.padEnd(after + 1, '0')
    const rest = whole.slice(after + 1)
    return `${sign}${whole.slice(0, after + 1)}${rest === '' ? '' : `.${rest}`}`
  }

  toJSON(): string {
    return this.toString()
  }
}
