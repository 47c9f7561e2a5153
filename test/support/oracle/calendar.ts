/**
 * The calendar of the second engine: days are whole numbers counted from 1 January 1970. It has its own arithmetic so
 * that it shares nothing with the first.
 */

const daysOfEra = 146_097

type Civil = { readonly year: number; readonly month: number; readonly date: number }

/** The number of a day in the Gregorian calendar; years are counted from March so that a leap day ends one. */
export const dayOfCivil = ({ year, month, date }: Civil): number => {
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * daysOfEra + yearOfEra * 365 + leapDays + dayOfYear - 719_468
}

export const civilOf = (day: number): Civil => {
  const shifted = day + 719_468
  const era = Math.floor(shifted / daysOfEra)
  const dayOfEra = shifted - era * daysOfEra
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

export const dayOf = (text: string): number =>
  dayOfCivil({
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    date: Number(text.slice(8, 10)),
  })

export const textOf = (day: number): string => {
  const { year, month, date } = civilOf(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** 1 Monday to 7 Sunday; day 0 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** Months counted from the year 0, so that months can be added to one. */
export const monthOf = (day: number): number => {
  const { year, month } = civilOf(day)
  return year * 12 + month - 1
}

const firstOfMonth = (month: number): number =>
  dayOfCivil({ year: Math.floor(month / 12), month: (month % 12) + 1, date: 1 })

/** That day of the month, or its last where it has no such day. */
export const dayInMonth = (month: number, date: number): number =>
  Math.min(firstOfMonth(month) + date - 1, firstOfMonth(month + 1) - 1)

export const newYearOf = (year: number): number => dayOfCivil({ year, month: 1, date: 1 })

/** The day in a calendar of twelve months of 30 days, where a 31st is a 30th. */
export const thirtiethsOf = (day: number): number => {
  const { year, month, date } = civilOf(day)
  return year * 360 + month * 30 + Math.min(date, 30)
}
