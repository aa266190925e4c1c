// Words that end a name or are never one where these reports are written: what people do, products, places, months.

const WORDS = `
a about above access account across active add added address admin after again agent alert all allergies also am an and
another any anything app app. appeal appears application appointment appointments april are area as ask asked asking at
attempt attempted attempting attempts august available away back bay be because been before below benefits between blank
blood blue both broken browser but button by call called caller calling calls can cancelled cannot cant can't care center
cerner changed check checked chrome cleared click clicked clicking clicks clinic clinician code community complained
completed computer confirmed contact contacted could couldn't current data date december declined denied desk device did
didn't dl do doctor does doesn't doing done don't download downloading downloads due during each edge eligible email
emailed emails empty enrolled entered error every evidence experiencing facility failed fails february field file fills
firefox first fixed following for form found friday from full gave get gets getting gives go goes going got granted had
has hasn't have having he health healthevet hello help her hi him his history home hospital how however i i'm id if images
in inbox info information inquiry inquired into iphone ipad is isn't issue issues it it's its january jlv july june just keeps
label labs last later link list listed live lives loads locked log logged logging login logon looking loop loops made mail
manager march may me medical medicare medication medications meds message messages messaging mhv missing monday more my
myhealthevet name named needs never new no none not nothing notes notice notification notified november now number
october of off on once one only open opens or order other our out over page password patient pharmacy phone photo placeholder placeholders please
portal prescription prescriptions primary problem product provided provider ready received receives records refill refills
refused reports reported reporting request requested requesting requests reset response results running said saw saturday says saying
schedule scheduled screen secure security see seen sees send sending sent september she should showing shows sign
signed signs since site sm so some someone spoke ssn staff started states stating still stopped stuck submit submitted sunday
support system tells test tests than thank thanks that the their them then there they this thread through thursday ticket tier to told
took tracking tried tries trouble try trying tuesday two unable until up update updated upload us usa use used user uses
using va va.gov vamc veteran veterans verified verify view was wasn't we website wednesday week well went were what when
where which who wife will with without won't working works noreply no-reply donotreply would wouldn't writes wrote xray yes yesterday you your
`;

export const NAME_STOPWORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));
