trend-summary = signalen en ingrepen over de tijd, als plaatje en in woorden
trend-more = Zonder meer: de laatste 12 weken. Of typ erachter `4 weken`, `deze maand`, `vorige maand`, `kwartaal`, `jaar`, `maart`, `2026` of `sinds 1 september`; tot twee jaar terug. In een kamer telt alleen mee wat iedereen daar mag zien, nooit per persoon. 1 tot en met 4 lees je als “minder dan 5”.
trend-unknown = “{ $typed }” is geen periode die ik begrijp. Typ bijvoorbeeld `{ $command } 4 weken`, `{ $command } vorige maand`, `{ $command } maart` of `{ $command } sinds 1 september`.
trend-too-far = Ik kijk hoogstens twee jaar terug: tot { $day }. Typ bijvoorbeeld `{ $command } jaar`.
trend-none = Van { $from } tot en met { $until } is er niets geteld dat iedereen hier mag zien.
trend-none-you = Van { $from } tot en met { $until } is er niets geteld dat jij mag zien.
trend-head = **Trend van { $from } tot en met { $until }.** Geteld is alleen wat iedereen hier mag zien, nooit per persoon.
trend-head-you = **Trend van { $from } tot en met { $until }.** Geteld is alleen wat jij mag zien, nooit per persoon.
trend-title = Trend { $from } – { $until }
trend-sees = wat iedereen hier mag zien
trend-sees-you = wat jij mag zien
trend-picture-name = trend-{ $from }.png
trend-panel = **{ $title }** ({ $note }): { $numbers }.
trend-panel-plain = **{ $title }:** { $numbers }.
trend-no-signals = Geen signalen in deze tijd.
trend-all = samen { $count }
trend-weeks = Signalen per week
trend-months = Signalen per maand
trend-level = Hoe ernstig
trend-phase = Wat al gedaan was, per fase
trend-phase-note = een signaal kan in meer fasen staan
trend-platform = Platform
trend-feedback = Terugkoppeling aan de melder
trend-tried = Wat is ingezet, en wat deed het
trend-tried-more = de vaakst ingezette; er zijn er meer
trend-week = week { $week }
trend-month = { $month ->
    [1] jan
    [2] feb
    [3] mrt
    [4] apr
    [5] mei
    [6] jun
    [7] jul
    [8] aug
    [9] sep
    [10] okt
    [11] nov
   *[other] dec
}
trend-month-year = { $month } { $year }
trend-day = { $day } { $month }
trend-day-year = { $day } { $month } { $year }
trend-nothing-done = nog niets gedaan
trend-other-phase = iets anders
trend-not-stated = niet genoemd
trend-on-time = op tijd
trend-late = te laat
trend-to-come = nog niet, kan nog
trend-overdue = nog niet, dag is om
trend-not-needed = niet nodig
trend-helped = hielp
trend-no-effect = geen effect
trend-worse = maakte het erger
trend-not-known = nog niet bekend
trend-few = <5
trend-band = { $least }–{ $most }
trend-band-in-words = { $least } tot en met { $most }
trend-item = { $label }: { $number }
trend-item-aside = { $label } ({ $aside }): { $number }
trend-piece = { $label } { $number }
trend-tried-item = { $label }: { $pieces }
trend-foot-few = <5 is 1 tot en met 4. Zo wijst een klein getal niet naar iemand.
trend-foot-band = Een reeks zoals 10–19 staat er waar een precies getal een klein getal zou verraden.
trend-left-out = Niet getoond, omdat je er anders een klein getal uit kunt rekenen: { $what }.
trend-foot-week = De laatste week is nog niet om.
trend-foot-month = De laatste maand is nog niet om.
trend-foot-ticked = “Nog niet bekend” telt ook mee wat een melder al had gedaan.
