// Words of this trade that no dictionary has or that are names elsewhere: products, offices, tools, places, months.

const WORDS = `
va vha vba mhv jlv vamc vaos cboc aal isso octo caia vfs vsp veo hrc iris whh mvi mpi idme id.me login.gov dslogon dsl logon signin signon
healthevet myhealthevet vista cprs cerner oracle millennium ebenefits vets dfn icn edipi dod ssn dob mrn mbi rx rxs otc med meds refill refills
renewals chrome firefox safari edge explorer android ios iphone ipad samsung pixel windows macos galaxy moto lenovo dell
datadog sentry zenhub github slack dynamics salesforce servicenow snow sctask ritm chg jira figma domo mural kibana grafana splunk
app apps api apis url urls http https pdf csv html json wcag qa ux ui sso mfa otp sms vpn ip mac oauth token tokens captcha cookie cookies
inbox login logins logout signup username usernames userid website websites webpage online offline email emails e-mail voicemail dropdown
checkbox popup screenshot screenshots timeout timeouts reload reset resets unsubscribe telehealth vvc copay copays caregiver caregivers
jan feb mar apr jun jul aug sep sept oct nov dec january february april august september october november december march may june july
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun est edt cst cdt mst mdt pst pdt utc et am pm
blue button appointments medications records messages lab labs xray xrays ekg mri ct covid flu vaccine vaccines immunization immunizations
usa usaf usn usmc usna army navy marine marines guard ret vietnam iraq korea gulf
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky
louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york carolina
dakota ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont virginia washington wisconsin wyoming puerto guam
mr mrs ms dr miss sir madam jr sr md rn phd lpn vet veteran veterans caller patient patients agent provider pcp
ok okay yes nope hi hello thanks thank pls plz asap fyi cc re fw fwd attn etc vs ie eg aka poc tier pr prs cfr dd sf
acct appt appts info msg msgs pw pwd num ext tel fax cb cell dl
banana pumas sparrow cartographers horizon liferay lighthouse platform benefits portfolio
general other list download images recipients notifications tracking scheduling identity profile security privacy staff portal travel pay
description area steps expected actual details criteria acceptance date reported number numbers
inc sitewide vebt plat sre bb sm caregiver esplanade
apt ste ave blvd rd ln ct pkwy hwy apo fpo dpo psc cmr
min mins palo roseburg aba admin admins informatics grey mozilla gecko applewebkit khtml america on-call alt walla pii phi vin mrn imei hotline carma bot bots atm atms iban swift english spanish french korean american african european asian hispanic latino tagalog vietnamese
locator mhvs vamcs hinet dhms fhir hl7 ccd ccda va.gov pactact pact gi bill tricare champva medicare medicaid
`;

export const DOMAIN_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));
