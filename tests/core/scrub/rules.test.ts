// One text for each rule that others do not reach: by which rule a value is found before the tagger has its say, and what is close
// to it and nobody's.
import { expect, it } from 'vitest';
import { findByRules } from '../../../electron/core/scrub/rules.ts';
import { read } from '../../../electron/core/scrub/tokens.ts';

const found = (text: string) =>
  findByRules(read(text), {}).settled.map(({ detector, start, end }) => [detector, text.slice(start, end)]);

it.each([
  ['glenn14 cannot log in', 'name-and-initial', 'glenn14'],
  ['jhowe_541 is locked', 'user-name-shape', 'jhowe_541'],
  ['user smithj is locked out', 'user-name', 'smithj'],
  ['the account of smithj2 stays locked', 'name-and-initial', 'smithj2'],
  ['VHAMINSMITHJ1 cannot log in', 'va-network-id', 'VHAMINSMITHJ1'],
  ['hi @jsmith_541 see this', 'mention', '@jsmith_541'],
  ['he is 93 and tired', 'age-plain', '93'],
  ['my dad, aged 97, has no labs', 'age-labelled', '97'],
  ['the year he was born, 1944', 'dob', '1944'],
  ["born '46 in Ohio", 'born-in', "'46"],
  ['epoch 1950-05-04 stands', 'birth-date', '1950-05-04'],
  ['20 7946 0958 mobile rang', 'phone-and-place', '20 7946 0958'],
  ['5550142 office line', 'phone-and-place', '5550142'],
  ['it rang 3035550142 x45 twice', 'phone-run-on', '3035550142 x45'],
  ['+44 20 7946 0958 rang', 'phone-plus', '+44 20 7946 0958'],
  ['0044 20 7946 0958 rang', 'phone-abroad', '0044 20 7946 0958'],
  ['303 / 555 - 0142 rang', 'phone', '303 / 555 - 0142'],
  ['1-303-555-0142 rang', 'phone', '1-303-555-0142'],
  ['card ending in 1881 was refused', 'card-last-four', '1881'],
  ['it was 4111 1111 1111 1111 again', 'card-luhn', '4111 1111 1111 1111'],
  ['account ending in 4419', 'account-ending', '4419'],
  ['IBAN DE89370400440532013000', 'iban-labelled', 'DE89370400440532013000'],
  ['to GB82WEST12345698765432 today', 'iban', 'GB82WEST12345698765432'],
  ['one-time code 482913 came', 'one-time-code', '482913'],
  ['password "Gold!Fish99" fails', 'password-quoted', '"Gold!Fish99"'],
  ['his pin is 4482', 'password', '4482'],
  ['room 214 bed B, ward 3', 'room-bed', '214 bed B'],
  ['device id A1B2C3D4E5F6', 'device-id', 'A1B2C3D4E5F6'],
  ['A1B2C3D4E5F6G7 is on the label', 'serial-shape', 'A1B2C3D4E5F6G7'],
  ['passport no. C01234567', 'passport', 'C01234567'],
  ["driver's license D1234562", 'driver-licence', 'D1234562'],
  ['log has 00:1B:44:11:3A:B7 in it', 'mac', '00:1B:44:11:3A:B7'],
  ['xxx-xx-0093 shows', 'ssn-masked', 'xxx-xx-0093'],
  ['ssn 0093', 'ssn-short', '0093'],
  ['ssn of 4 4 4 5', 'last-four-told', '4 4 4 5'],
  ['MRN845521 ok', 'mrn', 'MRN845521'],
  ['Rx50668618B refill', 'rx', 'Rx50668618B'],
  ['claim 600-123-456 is open', 'label-near', '600-123-456'],
  ['600123456 is the claim', 'label-behind', '600123456'],
])('%s is found by %s', (text, rule, value) => {
  expect(found(text)).toEqual([[rule, value]]);
});

it.each([
  'code EVSS_021 came',
  '@channel please look',
  'he is 83 and tired',
  'my dad, aged 77, has no labs',
  'the year I was discharged, 1973',
  '12 345 office',
  'it was 4111 1111 1111 1112 again',
  'ABC1234567890 is on the label',
  'in 0093 of it',
])('%s is found by none', (text) => {
  expect(found(text)).toEqual([]);
});
