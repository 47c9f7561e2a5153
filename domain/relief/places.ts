/*
 * Where an event was, and who lives there. A place is a zone of the fund's own, or a code of the national
 * gazetteer: two digits a province, four a district, six a commune, eight a village.
 */

const isOfGazetteer = (place: string): boolean => /^(\d\d){1,4}$/.test(place)
const isVillageOrCommune = (zone: string): boolean => /^(\d{6}|\d{8})$/.test(zone)

/**
 * Whether a zone lies in a place. A zone that is itself a code of the gazetteer lies where its code begins
 * with the place's; one of the fund's own lies where the fund's village does.
 */
export const liesIn = (zone: string, villageCode: string, place: string): boolean => {
  if (zone === place) return true
  if (!isOfGazetteer(place)) return false
  return (isVillageOrCommune(zone) ? zone : villageCode).startsWith(place)
}
