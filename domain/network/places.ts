import { word } from '#domain/kernel/shape.ts'

/** Where people of the villages leave from, go to and pass through: codes of ISO 3166-1, the home country first. */
export const countries = [
  'KH',
  'TH',
  'MY',
  'VN',
  'KR',
  'JP',
  'HK',
  'SG',
  'TW',
  'LA',
  'CN',
  'MO',
  'ID',
  'AE',
  'SA',
  'QA',
  'KW',
] as const
export type Country = (typeof countries)[number]
export const country = word(countries, 'country-unknown')

/** The country whose numbers stand first everywhere. */
export const homeCountry: Country = 'KH'

/** Provinces of Cambodia by the first two digits of the national gazetteer, with which every village code begins. */
export const provinces = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '21',
  '22',
  '23',
  '24',
  '25',
] as const
export type Province = (typeof provinces)[number]
export const province = word(provinces, 'province-unknown')

/** Languages that are spoken at the other end: codes of ISO 639-1. */
export const spokenLanguages = [
  'km',
  'en',
  'th',
  'ms',
  'vi',
  'ko',
  'ja',
  'zh',
  'lo',
  'id',
  'ar',
] as const
export const spokenLanguage = word(spokenLanguages, 'language-unknown')
