// What is nobody, though people are called so or no dictionary has it: places, makers and tools, diseases and scales named
// after people, medicines. A flag for the tagger, no verdict: Houston is a surname too.

const list = (words: string) => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Towns with a VA facility or a base, larger cities, countries, and where wars were. */
const PLACES = list(`
abilene akron alamosa albany albuquerque alexandria altoona amarillo anchorage annapolis antonio arlington asheville aspen athens atlanta
augusta aurora austin bakersfield baltimore bangor barstow bath baton battle beaufort beaumont beckley bedford bellevue bend berkeley
bethesda biloxi binghamton birmingham bismarck bloomington bluff boise bonham boston boulder bozeman brevard brick bristol brockton bronx
brooklyn brownsville buffalo burlington butler butte camden canandaigua canton carolina casper cedar chandler charleston charlotte
chattanooga chelmsford cherokee chesapeake cheyenne chicago chico chillicothe cincinnati clarksburg clarksville cleveland clinton cody
colorado columbia columbus concord corpus cruces dallas danville davenport dayton daytona decatur denver detroit dover dublin duluth
durham elko elmira erie eugene eureka evansville everett fargo fayetteville flagstaff flint florence fontana fresno frisco gainesville
galveston gary glendale gloucester greensboro greenville guam gulfport hamilton hampton hamtramck harlingen harrisburg harrison hartford
hattiesburg havre hayward helena henderson hilo hines hollywood honolulu houston huntington huntsville indianapolis irvine ithaca jackson
jacksonville jefferson johnstown joliet joplin jose juneau kalamazoo kansas kerrville killeen kingston knoxville kokomo lafayette lakeland
lancaster lansing laramie laredo lawton leavenworth lebanon lewiston lexington lincoln linda livermore logan loma london lorain louisville
loveland lowell lubbock lynchburg macon madison manassas manchester manhattan mankato mansfield marietta marion marquette martinez
martinsburg mather mcallen medford memphis menlo meridian merrimack mesa miami midland milwaukee minneapolis minot missoula mobile
modesto monroe montgomery montrose morgantown murfreesboro muskegon muskogee nampa naples nashville newark newington newport norfolk norman
northport oakland oakwood ocala odessa ogden olympia omaha orange orlando oxnard palestine pasadena paul pensacola peoria petersburg
philadelphia phoenix pittsburgh pittsfield plano pocatello pomona ponce portland prescott providence provo pueblo quantico racine raleigh
rapid reading redding reno richland richmond rico riverside roanoke rochester rockford roseburg roswell sacramento saginaw salem salina
salisbury saratoga savannah scottsdale scranton seattle sepulveda sheridan shreveport sioux spartanburg spokane springfield stamford
stockton syracuse tacoma tallahassee tampa temple togus toledo tomah topeka trenton troy tucson tulsa tuscaloosa tuskegee tyler utica
valdosta vallejo vancouver vegas ventura victoria vineland virginia waco walla warren waterloo wausau wayne wichita wilmington winchester
winona worcester yakima yonkers york youngstown yuma zanesville
benning bliss bragg campbell carson casey devens dix drum eglin eustis gordon hood huachuca humphreys jackson keesler knox lackland lejeune
leonard lewis mcclellan mcguire meade norton ord pendleton polk ramstein riley rucker sill stewart travis tripler
khe chu lai tay ninh dong ha nha trang quang tri bien hoa phu bai chi pleiku danang haiphong hanoi mekong tan nhut tapao takhli udorn ubon korat thule anzio bastogne nijmegen salerno iwo jima saipan tinian leyte inchon chosin pusan panmunjom ramadi mosul samarra basra kirkuk nasiriyah sangin helmand kunar kadena yokota misawa ramstein landstuhl barksdale andersen nellis vandenberg minot dover baumholder grafenwoehr vicenza aviano rota sigonella corea alemania francia japon estados unidos
afghanistan africa america asia australia bagram baghdad belgium bosnia brazil britain bulgaria cambodia canada chad china colombia croatia
cuba denmark egypt england europe fallujah france georgia germany greece grenada guadalcanal guatemala haiti heidelberg honduras india
iraq ireland israel italy jamaica japan jordan kabul kandahar korea kosovo kuwait laos lebanon manila mexico mosul nhon normandy norway
okinawa oriskany pakistan palau panama paris pleiku poland portugal qatar romania russia saigon sanh sasebo scotland seoul somalia spain
subic sweden switzerland syria taiwan thailand tikrit tokyo tonkin turkey ukraine vietnam wales
canadian german italian irish polish mexican japanese chinese russian filipino vietnamese spanish french dutch cherokee navajo lakota
lutheran baptist catholic methodist jewish muslim
`);

/** Makers, shops, banks, tools and languages of computers, storms, ships and stories. */
const TERMS = list(`
adobe airwatch akamai alexa alma amazon amex ansible apache apollo apple atlas aws avaya avery azure bamboo barracuda baxter bing bluetooth
boost bose brave brother canon capital capone cassandra chase cisco citi citibank citrix claude clio confluence costco crystal cypress
dell delta docker doordash dropbox duo elastic epic epson ericsson excel facebook fargo fedex figma fitbit fred garmin gemini gitlab
google grafana gradle hera hermes honeywell hudson hulu ibm ingenico instagram intel ipsum jackson jaeger jasper java jenkins jest jira
julia kaiser kafka kardia kayak keystone kinesis kotlin kroger kubernetes lambda lexmark linux loki lorem lowe lowes lyft lync marketo maven
mcafee mckesson medtronic mercury meyer microsoft milton mint mongo morgan nagios netflix netgear nginx nokia norton notepad nova oculus
okta opera outlook panasonic pandora paypal perl philips phillips pixel plaid polaris poly postman prometheus puppet python quest quicken
rancher redis regence ricoh ring roku rosetta ruby rust safari safeway sally sam sapphire sentry sharp siemens signal silverlight siri skype
slack snowflake sonic sony spark splunk spring sprint stanley starlink stella stripe subway sutter swift tableau target teams tempo tesla
thunderbird titan tmobile toshiba travis trello twilio twitter typescript uber ubuntu unix usps verizon vizio walgreens walmart webex webroot
wells westinghouse wordpress xerox yahoo zebra zelle zeus zoom cvs ups dhl usaa npm yarn pnpm
bell bence billroth binet braden bradford charcot crohn crohns cushing doppler dupuytren foley gantt geri gehrig gleason glasgow graves
guillain hashimoto hickman hodgkin hodgkins holter hoyer huntington jaro jones kaposi karnofsky lewy lou lyme marfan meniere menieres
morse ohm paget pap parkinson parkinsons pearson pick purewick ranson raynaud raynauds richter rinne romberg rorschach salk sjogren smith
snellen soundex stevens swan ganz tinetti tourette venn wagner weber wernicke wilson willebrand winkler levenshtein zio ziopatch
una uno unos unas para por pero porque como cuando donde casa gusta español espanol nueva nuevo página pagina siguen llegando llama llamo dicen dice cerrar muy también tambien gracias doctora doctor mucho mucha sehr geehrte damen herren schlecht und oder nicht bitte danke meine deine mula ang sa hindi wala paikot magandang araw umaga
epley hallpike dix coombs wright barthel rankin apgar ishihara amsler schirmer tinel phalen lachman mcmurray homans babinski gram giemsa breslow mallampati likert epworth beck cage kolb maslow nehmer mazury quonset mcdonalds mcdonald's werther's werthers hershey arby's arbys walmart wal-mart bixby cortana mcnally rand warner robins kodiak denali sitka olympia premarin estrace tdap cylance tanium crowdstrike genesys fluentd nokogiri bitnami amion cadillac gideon mirada
terraform mulesoft logitech otterbox worldship okta yubikey dexcom freestyle medela respironics stryker hillrom becton abbott merck
novartis genentech amgen biogen roche sanofi gsk astrazeneca omron withings zoloft telehealth doximity epocrates uptodate micromedex
lexicomp wolters kluwer elsevier allscripts athenahealth meditech nuance dragonfly cerner millennium healtheintent powerchart fileman
mumps intersystems caché mirth rhapsody cloverleaf corepoint haskell pascal fortran cobol erlang elixir scala groovy clojure swiftui
flutter angular svelte webpack vite babel eslint prettier cypress selenium playwright junit mocha karma jasmine cucumber gherkin pandas
numpy scipy pytorch tensorflow keras hadoop cassandra neo4j mariadb postgres mysql sqlite dynamo aurora athena lambda fargate karpenter
istio envoy consul nomad packer vagrant puppet saltstack ganglia zabbix kibana logstash filebeat datadog dynatrace appdynamics newrelic
pagerduty opsgenie statuspage tahoma verdana garamond helvetica merriweather roboto courier calibri cambria arial lora fira adson bosworth
brudzinski kernig chvostek trousseau mcburney rovsing lasegue trendelenburg phalen finkelstein neer wegener peyronie hashimoto lister
yankauer bovie broviac schatzki folstein spurling valsalva kegel heimlich moro mohs whipple fontan nissen billroth colles monteggia
galeazzi bankart schmorl tarlov osgood scheuermann legg perthes freiberg kienbock haglund lisfranc bunnell isakson mccain hannon cleland
colmery nourse hatch nehmer clinger hipaa hitech ferpa miranda medigap tricare champva champus clippy jeeves einstein gandalf frodo
sherlock scooby ringo
dios deus gott senor senora virgen guerra golfo oficina infantería infanteria millas edad quien quién bautismo navidad semana iglesia padre madre abuelo abuela vovó vovo nonna frau herr lieber liebe sonntag montag bendiga obrigada obrigado fiquem morada cumple años anos duele mucho cadera corrijan celular telefono esposa esposo hija hijo nieta nieto hermana hermano cita citas medicinas papeles cuenta contraseña ayuda favor necesito tengo puedo quiero hola ojalá mañana kapitän chef paki salamat po opo anak kuya ate nanay tatay
optiplex latitude thinkpad elitebook macbook zebra chromebook roku aruba sharepoint salesforce powerbi tableau appian camunda drools sidekiq redis sunny bravo ferris hilton dolly tiger tigers seabee seabees alzheimer alzheimer's alzheimers parkinson's hodgkin's teva sandoz pfizer moderna mylan lupin
alice andrew elsa florence harvey helene ian ida irene ivan katrina maria michael rita sandy wilma
alfa alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform
victor whiskey xray yankee zulu
amen aloha ahora aqui bonjour buenas buenos buongiorno danke einen favor feliz freundliche gracias grazie guten hola kochani mahalo mein
merci mit muchas navidad nein nicht para por que saludos salamat señor señora und viele ahoy christmas easter hanukkah ramadan kwanzaa
thanksgiving halloween labor memorial juneteenth
`);

/** How the names of medicines end. */
const MEDICINE_END =
  /(?:pril|olol|statin|sartan|azole|cillin|mycin|dipine|formin|oxetine|azepam|zolam|triptan|gliptin|gliflozin|parin|floxacin|tidine|thiazide|semide|glutide|codone|lukast|asone|olone|profen|pentin|gabalin|setron|terol|tropium|zosin|lafaxine|azine|traline|alopram|dronate|xaban|grel|mab|cycline|prazole|barbital|quine|vudine|navir|feron)$/;
export const MEDICINE_NAMES = list(`
allegra zyrtec chantix mounjaro wegovy myrbetriq imitrex ajovy lunesta sonata xyzal nasonex latuda vraylar rexulti trintellix belsomra brilinta pradaxa repatha praluent tresiba toujeo novolin basaglar levaquin cipro bactrim zithromax augmentin valacyclovir tivicay biktarvy genvoya epclusa mavyret harvoni otezla skyrizi stelara enbrel cosentyx dupixent colchicine carvedilol furosemide clopidogrel tizanidine naltrexone buprenorphine aripiprazole semaglutide tirzepatide empagliflozin apixaban rivaroxaban montelukast cetirizine loratadine fluticasone latanoprost timolol senna colace miralax metamucil hctz
abilify acetaminophen adderall advair albuterol aleve allopurinol ambien amiodarone amitriptyline aricept aspirin ativan baclofen benadryl
botox bumex bupropion buspar buspirone captopril carafate celebrex celexa cialis claritin clonidine coumadin crestor cymbalta depakote digoxin
diclofenac dilantin docusate donepezil eliquis entresto excedrin farxiga fentanyl finasteride flexeril flomax flonase folic gabapentin glargine
glipizide glucophage humalog humira hydroxyzine ibuprofen imdur insulin ipratropium januvia jardiance keflex keppra klonopin lamictal lamotrigine
lantus lasix levemir levothyroxine lexapro lipitor lisinopril lithium lopressor lyrica meclizine melatonin meloxicam memantine metformin
methadone methotrexate mirtazapine morphine motrin mucinex naloxone naltrexone naproxen narcan neurontin nexium nitroglycerin norco norvasc
novolog nystatin oxybutynin ozempic paxil paxlovid pepcid percocet plavix potassium prednisone prilosec protonix prozac quetiapine remeron
requip risperdal ritalin seroquel shingrix sildenafil singulair spiriva spironolactone suboxone sumatriptan symbicort synthroid tamsulosin
topamax topiramate tramadol trazodone trulicity tylenol valium valtrex venlafaxine viagra vicodin victoza voltaren warfarin wellbutrin
xanax xarelto zantac zestril zetia zocor zoloft zolpidem zoster zyprexa zyrtec
`);

/** What a word is besides what the lists say of it: `p`lace, `t`hing, `m`edicine, or nothing of these. */
export function thingOf(lower: string): '' | 'm' | 'p' | 't' {
  const word = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  if (PLACES.has(word)) return 'p';
  if (TERMS.has(word)) return 't';
  return MEDICINE_NAMES.has(word) || (word.length > 6 && MEDICINE_END.test(word)) ? 'm' : '';
}
