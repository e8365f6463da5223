const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Hours from UTC of the zones that letters name. */
const zones: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
}

/**
 * The moment that the date of a letter names, in ISO 8601, after RFC 5322 with its old forms: two digits of a
 * year, zones by letters. The words themselves where they name none.
 */
export function momentOf(words: string): string {
  const match =
    /(\d{1,2}) ([a-z]{3})[a-z]* (\d{2,4}),? (\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,4})?/i.exec(
      words,
    )
  const [, day, name = '', year = '', hour, minute, second = '0', zone = 'UTC'] = match ?? []
  const month = months.indexOf(name.toLowerCase())
  const offset = minutesOf(zone)
  if (month === -1 || offset === null) return words
  const moment = Date.UTC(
    fullYear(Number(year)),
    month,
    Number(day),
    Number(hour),
    Number(minute) - offset,
    Number(second),
  )
  return Number.isNaN(moment) ? words : new Date(moment).toISOString().replace('.000Z', 'Z')
}

function fullYear(year: number): number {
  if (year >= 1000) return year
  return year < 50 ? 2000 + year : 1900 + year
}

function minutesOf(zone: string): number | null {
  const digits = /^([+-])(\d\d)(\d\d)$/.exec(zone)
  if (!digits) {
    const hours = zones[zone.toUpperCase()]
    return hours === undefined ? null : hours * 60
  }
  const minutes = Number(digits[2]) * 60 + Number(digits[3])
  return digits[1] === '-' ? -minutes : minutes
}
