// What a word says of the value near it: one table for labels in sentences, keys of machine formats and heads of columns.
// English, Spanish and Tagalog; short forms and common slips. `keep` tells of values that are nobody's.
import type { PiiType } from '../domain/pii.ts';

export interface LabelWord {
  readonly type: PiiType;
  /** The value as a whole, in the shape it is expected in. */
  readonly shape: RegExp;
  /** In a sentence it may stand some words away from its value; others say too little there. */
  readonly reaches: boolean;
}

const NAME = /^(?=.*\p{L}{2})[\p{L}\p{M}.,'’"“” -]{2,60}$/u;
const DATE =
  /^(?:\d{1,2}[/. -]\d{1,2}[/. -]\d{2,4}|\d{4}[/. -]\d{1,2}[/. -]\d{1,2}|\d{8}|\d{6}|\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?[a-z]{3,9}\.?[ ,-]{1,2}'?\d{2,4}|[a-z]{3,9}\.?[ -](?:the )?\d{1,2}(?:st|nd|rd|th)?,? \d{2,4})$/i;
const SERIAL = /^(?:\d{11,17}|(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{7,24})$/i;

const near = (type: PiiType, shape: RegExp, words: string) => ({ type, shape, words, reaches: true });
const beside = (type: PiiType, shape: RegExp, words: string) => ({ type, shape, words, reaches: false });

const TABLE = [
  near('SSN', /^\d{3}[-. /]?\d{2}[-. /]?\d{4}$/, 'ssn ssns ssan social socials soc sss seguro ss tin'),
  near('DFN', /^\d{4,9}$/, 'dfn dfns ien'),
  near('MRN', /^[A-Z]?\d{6,10}$/i, 'mrn mrns chart charts wristband bracelet armband expediente'),
  beside('MRN', /^[A-Z]?\d{6,10}$/i, 'pid pt patient patients'),
  near(
    'CLAIM',
    /^(?:C?[ -]?\d{8,9}|\d{3}[ -]\d{3}[ -]\d{3})$/i,
    'claim claims clm cfile c-file folder reclamo appeal fil',
  ),
  beside('CLAIM', /^(?:C?[ -]?\d{8,9}|\d{3}[ -]\d{3}[ -]\d{3})$/i, 'file files'),
  near('RX', /^(?:[A-Z]?\d{6,9}[A-Z]?)$/i, 'rx rxs prescription prescriptions script scripts refill receta reseta'),
  near('MESSAGE_ID', /^\d{7,10}$/, 'message messages msg msgs mesage thread threads sm mensaje subj'),
  near('EDIPI', /^\d{10}$/, 'edipi edipis dodid cac edi'),
  near('ICN', /^\d{10}(?:V\d{6})?$/i, 'icn icns mvi mpi'),
  near('ROUTING', /^\d{8,9}$/, 'routing rtn aba ruta rouitng'),
  near(
    'ACCOUNT',
    /^\d{6,17}$/,
    'account acct accts accounts acount savings checking cuenta dda deposit eft bank banco',
  ),
  near(
    'LICENSE',
    /^(?:[A-Z]{0,2}\d{6,9}|[A-Z]\d{3}-\d{4}-\d{4})$/i,
    'license licence licenses lic lisence licencia dl cdl lisensya',
  ),
  near('PASSPORT', /^[A-Z]{0,2}\d{7,9}$/i, 'passport passports pasaporte pasaporté pp'),
  near(
    'PLATE',
    /^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{2,4}[ -]?[A-Z0-9]{3,4}$/i,
    'plate plates placa plaka sedan truck vehicle decal car',
  ),
  near('VIN', /^[A-HJ-NPR-Z0-9]{17}$/i, 'vin vins'),
  near(
    'DEVICE',
    SERIAL,
    'serial serials sn imei meid udid device devices tablet tablets laptop machine host monitor pump cpap asset tag ipad hearing pacemaker fob bearing computer dock',
  ),
  near('SECRET', /^\d{6}$/, 'otp passcode clave pin codes'),
  beside('SECRET', /^\d{6}$/, 'code'),
  near('MBI', /^[A-Z0-9]{4}-?[A-Z0-9]{3}-?[A-Z0-9]{4}$/i, 'mbi medicare'),
  near('CARD', /^\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}$/, 'card cards visa mastercard amex tarjeta'),
  beside('DOB', DATE, 'dob dobs dobb dbo bday birthday birthdate birth birthdt brithday nacimiento kaarawan geboren'),
  beside('BIRTH_YEAR', /^'?\d{2}(?:\d{2})?$/, 'yob birthyear'),
  beside(
    'NAME',
    NAME,
    'name names fname lname mname firstname lastname middlename fullname surname nombre apellido pangalan nmae',
  ),
  beside(
    'PHONE',
    /^[+(]?\d[\d ().+/-]{6,18}(?: ?(?:x|ext\.?) ?\d{1,6})?$/i,
    'phone ph tel telephone cell cellphone mobile callback fax telefono teléfono telepono hm wk',
  ),
  beside('EMAIL', /^\S{1,64}@\S{3,64}$/, 'email emails e-mail mail correo emial'),
  beside(
    'ADDRESS',
    /^(?=.*\d).{6,100}$/,
    'address addr street line1 cityline citystatezip direccion dirección tirahan residence mailing',
  ),
  beside(
    'USERNAME',
    /^[a-z][\w.-]{2,40}$/i,
    'user username userid uid login logon usr usuario sub handle owner reviewer opened_by assignee',
  ),
  beside('SECRET', /^[^\s/~]\S{3,63}$/, 'password passwd pwd pw contraseña passphrase'),
  beside('IP', /^\d{1,3}(?:\.\d{1,3}){3}$/, 'ip ipaddress'),
  beside('SSN_LAST4', /^[x*•]{0,7}[- ]?\d{4}$/i, 'last4 lastfour l4 ssn4 last-4 last-four'),
] as const;

/** Numbers of work and machines: a value behind one of these is nobody's. */
export const KEEPERS: ReadonlySet<string> = new Set(
  'ticket tickets case cases incident inc error errors err build version ver pr commit revision release deploy deployment form forms order defect story epic sprint step steps line lines port status http job jobs run pipeline request requestid trace correlation ref reference bug jira vebt issue pull row rows rel'.split(
    ' ',
  ),
);
/** Before "code", "number" or "id" these say that it is none of a person. */
export const NOT_A_CODE: ReadonlySet<string> = new Set(
  'error err status reason zip response exit billing cpt icd clinic stop area country promo source postal result return'.split(
    ' ',
  ),
);

export const LABEL_WORDS: ReadonlyMap<string, LabelWord> = new Map(
  TABLE.flatMap(({ words, type, shape, reaches }) =>
    words.split(' ').map((word) => [word, { type, shape, reaches }] as const),
  ),
);
