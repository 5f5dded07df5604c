//! Words that carry no meaning in a question: articles, pronouns, auxiliary verbs, question words and politeness, in
//! both languages. They are neither indexed nor searched for, but they may be half of a split compound.

use std::collections::HashSet;
use std::sync::LazyLock;

static STOP_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| [DUTCH, ENGLISH].iter().flat_map(|list| list.split_whitespace()).collect());

/// True when the folded word means nothing by itself.
pub(super) fn is_stop_word(word: &str) -> bool {
    let mut letters = word.chars();
    let single_letter = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    single_letter || STOP_WORDS.contains(word)
}

/// All of them.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    STOP_WORDS.iter().copied()
}

/// The first halves of Dutch verbs that come apart: `aanspreken`, "ik spreek hem aan".
pub(super) const PARTICLES: [&str; 24] = [
    "aan", "achter", "af", "bij", "binnen", "buiten", "door", "in", "langs", "mee", "na", "om", "onder", "op", "over",
    "rond", "samen", "tegen", "terug", "toe", "uit", "voor", "vooraf", "weg",
];

const DUTCH: &str = "
a aan aangaande aantal aub achter af al alle alleen allemaal alles als alsjeblieft alstublieft altijd ander andere
anderen anders begin beginnen ben beste bent beter bij bijna bijv bijvoorbeeld binnen blijf blijft blijven boven buiten
d daar daarbij daardoor daarna daarom daarover daarvoor daarop dan dat de deze dezelfde die dingen ding dit doe doen
doet deed deden dus door doen door dr dat e echt een eens eentje eerst eerste eigen eigenlijk elk elke en enkel enkele
enz er eraan erbij ermee erover ervan ervoor erg ergens erop eruit etc even eventueel ewa f g ga gaan gaat ging gingen
gedaan geef geeft geen gegaan gegeven geven gehad geweest geworden gewoon graag goed goede h haar haal halen had hadden
hallo handig hey hoi heb hebben hebt heeft heel hele hem hen het hier hierbij hierdoor hiermee hiervan hij hoe hoef hoeft
hoeven hoor hun i idd ie ieder iedereen iemand iets ik ipv in ineens inmiddels is ja jaar je jij jou jouw jullie k kan kon
konden kunt kunnen keer kom komen komt krijg krijgen krijgt kwam kwamen l laat laten liever lijkt lukt lukken m maak
maakt maar maken manier manieren man me mee meer meest meestal men met mezelf mij mijn minder misschien moest moesten
moet moeten mag mogelijk mogelijkheden mogelijkheid mogen mocht mn n na naar nadat natuurlijk nee nemen neem neemt net niet
niets niks nieuwe nieuw nog nou nu o of ofzo om omdat onder ons onze ook op opeens over p paar per pls plots plotseling
precies r rond s sinds slecht snel sommige soms soort staan staat steeds stel straks svp t te tegen terwijl tijdens tips tip
toch toe toen tot u uit uw v vaak van vanaf vanuit vanwege veel vertel via vind vinden vindt volgens voor vooral voordat w
waar waarbij waardoor waarin waarmee waarom waarop waarover waarvan waarvoor wanneer want waren was wat we weet weg
weinig wel welk welke werd werden weten wie wil willen wilt wij wilde wilden word worden wordt wou x z zal ze zeer zeg
zelf zelfs zich zichzelf zie zien ziet zij zijn zit zitten zo zoals zodat zoiets zonder zou zouden zullen zn zowel
zeggen zegt zei zeiden gezien zag zagen ziens gezegd gekomen gekregen geworden gebeurt gebeuren gebeurd gebeurde vandaag
morgen gisteren avond vanavond middag vanmiddag ochtend week weekend straks dag dagen uur weer wss ff eff iig mss btw tsja
hoeveel hoelang hoever waarheen waarnaar waartoe hoezo dees deze diegene degene degenen dien daarmee daarin daaraan
helpen help helpt denk denken denkt dacht idee ideeen advies raad vraag vragen weleens eigenlijk zeker wellicht
liggen ligt lag gaande bezig hiervoor hierover beide beiden allebei ermee erheen eronder verder volgend volgende zulke zon
nodig situatie geval gevallen optie opties stap stappen probleem problemen inzetten inzet ingezet gebruiken gebruik gebruikt
zoeken zoek zoekt gezocht zoekende starten start begint begon willen wens regelen regel geregeld pakken pak pakt aanpakken
zetten zet gezet leggen leg legt gelegd liever proberen probeer probeert geprobeerd lukte bedoeld bedoelen betekent betekenen";

const ENGLISH: &str = "
a about above actually advice after again all already also although always am an and another any anybody anyone
anything are arent around as ask asked asking at away back be became because become been before being best better
between both but by came can cannot cant come comes coming could couldnt did didnt different do does doesnt doing done
dont down during each either else enough etc even ever every everybody everyone everything few find first for from
gave get gets getting give gives giving go goes going gone gonna good got gotten had has hasnt have havent having he
hello help helps her here hers herself hes hey hi him himself his how however i id idea ideas if ill im in instead into
is isnt it its itself ive just keep keeps know knows known last later least less let lets like likely little long look looks looking lot
made make makes making many may maybe me might more most much must my myself need needed needs neither never new next
no nobody none nor not nothing now of off often ok okay on once one only onto option options or other others our ours out over own
perhaps please possible probably put quite rather really right s said same saw say saying says see seems seen several shall she
search searching seek seeking should shouldnt since situation so some somebody someone something sometimes soon still start starts started starting such sure t take taken takes
taking than thanks that thats the their theirs them themselves then there theres these they theyre thing things think
this those though through thru til till to today tomorrow tonight too took toward towards tried try trying two u under
unless until up upon us use used useful uses using ur very via wanna want wanted wants was wasnt way ways we well went were weve
what whats when whenever where wheres whether which while who whole whom whos whose why will wish with within without
wont would wouldnt yes yesterday yet you your yours yourself youve youre question case cases problem problems
happen happened happening happens step steps tip";
