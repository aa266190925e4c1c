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
hipaa deers vettext optum triwest humana btsss vrrap pcafc vse trr pcafc 5g wifi wi-fi bldg prosthetics hi-fi dobb nmae cust ga sk uh um src rel ver disp enc xfer cbk vfd rtry lvm usr nic mi qc ive im he's she's it's i've that's what's who's there's ma'am y'all y'all's pt's vet's va's
acr adl ani aod auth bday bdn bgs bhip bls bmi bmp bp bva bvas c-file cac cad cbt cc'd cha chf cirl cmp cmt cna cob coe cola comms copd cpap cpl crdp crna crsc csa cst cta cva cvso
cxr dbq dbqs ddx dea dec'd deers demo demos derm desc dfas dic dio disp dme dmdc dmv dnr dod-id doi dots dro drs dso dsr dx ecg eeg eft ehr ehrm eob eobs eod eom ep eps esd esign esr eta etd fac fiduc
flr fnu fof foia freq frm fsc fu fwiw fyi gec gerd gfe gp grp gs gu gwot hba hbpc hcv hec hh hicn hiv hld hlr hosp hotspot hr hrs htn hud husb hx iam icu ides idk imgs imho imo imt incl init insp interp intl iop iso isp itf iu iv
jaws kb kba kiosk lcsw lnu lob loc los lst ltr ltrs lvm lvn mbr mbrs mcd mcr mdd mfr mgmt mgr mgrs mh mhtc mhv-id misc mmhg mri mrsa msa mst mtg mtgs n/a nbr nbrs nca ndc nmi nmn noa nod nok npi nsc ntfd ntwk nvda occ oef ofc oif onc ond ooo
opc ops opt ortho osa otr pact pan pcmhi pcr pcs pdmp pend pharm piv pkg pls plz pm&r pmt poa poas pov ppd ppwk prep prev pri prn prob proc prod prov provs psa psych pt'd ptsd pts pymt qa'd qhs qid qtr rca rcvd re-auth rec'd recd ref refd rehab rel renal req reqd reqs resched resp rfd rheum
rna rna roi rois rom rpt rpts rqst rrd rtc rtn rvsr sched sci sec sent sev sfx sgli sid sig sla slp smc sme sob soc sop sow spi spkr spoc spv sre srn ss-5 ssa ssdi ssi ssoc stat std sud supv surg svc svcs swk sx sys t1 t2 t3 tap tba tbd tbi tcon tdiu tdy tele temp tfr thx tia tia tkt tkts tmrw tmw tns
tof tos tsh tx txfr txt u/s ua uat uds uic unk unkn upd upld urgt urol usb uscis usps uti vacc vaco vano varo vaww vbms vcl veh ver verif vet360 vetpro vgli visn vitals vlm vm vms voc vocrehab vol vre vsc vsign vso vsos vsr vtel w/c w/o wcag wfh wk wks wnl wo wrkg xfer xferred xref yall yob yr yrs zip
undeliverable dental eligib audiology cardiology podiatry optometry pulmonology neurology urology oncology dermatology radiology nephrology endocrinology gastroenterology rheumatology hematology mammogram laryngectomy wheelchair walker trucker
locator mhvs vamcs hinet dhms fhir hl7 ccd ccda va.gov pactact pact gi bill tricare champva medicare medicaid
`;

export const DOMAIN_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));
