signals-summary = de signalen die je mag zien, nieuwste eerst
signals-more = In een kamer laat ik alleen zien wat iedereen daar mag zien; anders antwoord ik privé. Kies met `status:`, `niveau:`, `groep:` en `sinds:`.
signals-head = **Signalen ({ $count }), nieuwste eerst:**
signals-item = **{ $number }** { $level }, { $status } – { $author }, { $day }
signals-none = Er is geen signaal dat hierbij past en dat iedereen hier mag zien.
signals-no-more = Meer zijn er niet.
signals-since = “{ $typed }” is geen dag die ik begrijp. Typ bijvoorbeeld `sinds:gisteren`, `sinds:maandag` of `sinds:"1 november"`.
