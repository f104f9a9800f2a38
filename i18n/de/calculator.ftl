# Der Taschenrechner.

## What is wrong with a line
calculator-error-line-too-long = Die Zeile ist zu lang
calculator-error-too-many-parts = Die Zeile hat zu viele Teile
calculator-error-too-deep = Zu viele Klammern stehen ineinander
calculator-error-empty = Es gibt nichts zu berechnen
calculator-error-character = Das Zeichen „{ $character }“ bedeutet hier nichts
calculator-error-number = Diese Zahl ist nicht lesbar
calculator-error-date = Dieses Datum gibt es nicht
calculator-error-operand-missing = Hier fehlt eine Zahl
calculator-error-operator-missing = Hier fehlt ein Rechenzeichen
calculator-error-not-closed = Diese Klammer ist nicht geschlossen
calculator-error-not-opened = Diese Klammer wurde nicht geöffnet
calculator-error-separator = Ein Trennzeichen bedeutet hier nichts
calculator-error-unknown-name = „{ $name }“ ist nicht bekannt
calculator-error-unknown-target = Dahin lässt sich nicht umrechnen
calculator-error-name-taken = Der Name „{ $name }“ ist vergeben
calculator-error-arguments =
    { $least ->
        [one] { $name } braucht ein Argument, nicht { $given }
       *[other] { $name } braucht { $least } Argumente, nicht { $given }
    }
calculator-error-arguments-range = { $name } braucht { $least } bis { $most } Argumente, nicht { $given }
calculator-error-arguments-least =
    { $least ->
        [one] { $name } braucht mindestens ein Argument
       *[other] { $name } braucht mindestens { $least } Argumente, nicht { $given }
    }
calculator-error-no-result = Es gibt kein Ergebnis #{ $number }
calculator-error-division-by-zero = Durch null lässt sich nicht teilen
calculator-error-undefined = { $name } hat dort keinen Wert
calculator-error-complex-result = Das Ergebnis ist keine reelle Zahl, und komplexe Zahlen sind ausgeschaltet
calculator-error-real-needed = Hier muss eine reelle Zahl stehen
calculator-error-integer-needed = Hier muss eine ganze Zahl stehen
calculator-error-natural-needed = Hier muss eine ganze Zahl ab null stehen
calculator-error-number-needed = Hier muss eine Zahl stehen
calculator-error-truth-needed = Hier muss wahr oder falsch stehen
calculator-error-list-needed =
    { $count ->
        [one] Mindestens eine Zahl ist nötig
       *[other] Mindestens { $count } Zahlen sind nötig
    }
calculator-error-kind-mismatch = Das lässt sich nicht miteinander verrechnen
calculator-error-dimension-mismatch = { $left } und { $right } messen nicht dasselbe
calculator-error-plain-number = eine reine Zahl
calculator-error-temperature = Temperaturen in °C oder °F lassen sich nicht addieren oder multiplizieren; K schon
calculator-error-unit-power = Eine Einheit lässt sich nicht so potenzieren
calculator-error-no-rate = Für { $currency } ist kein Wechselkurs bekannt: Kurse kommen aus der Tagesdatei der Europäischen Zentralbank
calculator-error-word-needed = Zum Rotieren von Bits muss eine Wortbreite gewählt sein
calculator-error-shift-range = Die Zahl der Bits liegt außerhalb des Bereichs
calculator-error-undecidable-zero = Ob das null ist, lässt sich nicht feststellen
calculator-error-undecidable = Diese Werte lassen sich nicht unterscheiden
calculator-error-too-large = Das Ergebnis ist zu groß
calculator-error-too-complex = Das ist zu umfangreich
calculator-error-time-over = Das dauert zu lange
calculator-error-cancelled = Abgebrochen
calculator-error-recursion = Diese Funktion ruft sich endlos selbst auf

## The window
calculator-title = Taschenrechner
calculator-mode-basic = Standard
calculator-mode-scientific = Wissenschaftlich
calculator-mode-programmer = Programmierer
calculator-mode-graph = Graph
calculator-mode-convert = Umrechnen
calculator-mode-statistics = Statistik
calculator-mode-tip = Modus
calculator-history = Verlauf
calculator-menu = Menü
calculator-angle-degree = Grad
calculator-angle-radian = Rad
calculator-angle-gradian = Gon
calculator-angle-tip = Winkelmaß
calculator-page-digits = Ziffern
calculator-page-functions = Funktionen
calculator-page-bits = Bits

## Keys
calculator-key-clear = AC
calculator-key-second = 2nd
calculator-key-exponent = EXP
calculator-key-answer = Ans
calculator-memory = M = { $value }
calculator-memory-clear = MC
calculator-memory-recall = MR
calculator-memory-add = M+
calculator-memory-subtract = M−
calculator-base-hexadecimal = HEX
calculator-base-decimal = DEZ
calculator-base-octal = OKT
calculator-base-binary = BIN
calculator-word-bits = { $bits } Bit
calculator-word-signed = Mit Vorzeichen
calculator-word-unsigned = Ohne Vorzeichen
calculator-copy-tip = Kopieren

## The line and the tape
calculator-line-hint = Rechnung eingeben
calculator-working = Rechnet … Esc bricht ab
calculator-history-search = Suchen
calculator-history-undo = Rückgängig
calculator-history-redo = Wiederholen
calculator-history-clear = Leeren
calculator-history-empty-title = Noch keine Rechnungen
calculator-history-empty-detail = Was Sie eingeben, bleibt hier. Ändern Sie eine alte Zeile, und alles darunter folgt.
calculator-history-nothing-title = Nichts gefunden
calculator-history-nothing-detail = Keine Zeile enthält „{ $query }“.
calculator-history-edit = Zeile ändern
calculator-history-remove = Zeile entfernen
calculator-copied = Kopiert: { $text }

## The menu
calculator-menu-copy = Ergebnis kopieren
calculator-menu-copy-plain = Als einfache Zahl kopieren
calculator-menu-copy-latex = Als LaTeX kopieren
calculator-menu-form = Ergebnis schreiben als
calculator-form-plain = Dezimalzahl
calculator-form-fraction = Bruch
calculator-form-mixed = Gemischte Zahl
calculator-form-recurring = Periodische Dezimalzahl
calculator-form-scientific = Zehnerpotenz
calculator-form-engineering = Technische Schreibweise
calculator-form-sexagesimal = Grad, Minuten, Sekunden
calculator-menu-more-digits = Mehr Ziffern
calculator-menu-complex = Komplexe Zahlen
calculator-menu-numbers = Zahlen wie { $example }

## Graph
calculator-graph-add = Funktion hinzufügen
calculator-graph-hint = z. B. x² − 2
calculator-graph-show = Einblenden
calculator-graph-hide = Ausblenden
calculator-graph-remove = Entfernen
calculator-graph-at = Auf { $name }, x = { $x }
calculator-graph-value = Wert
calculator-graph-slope = Steigung
calculator-graph-kind = Art
calculator-graph-kind-zero = Nullstelle
calculator-graph-kind-maximum = Maximum
calculator-graph-kind-minimum = Minimum
calculator-graph-kind-crossing = Schnittpunkt
calculator-graph-kind-rising = steigend
calculator-graph-kind-falling = fallend
calculator-graph-kind-flat = waagerecht
calculator-graph-no-value = kein Wert
calculator-graph-next = In der Nähe
calculator-graph-zero = Nullstelle
calculator-graph-maximum = Maximum
calculator-graph-minimum = Minimum
calculator-graph-zoom-in = Näher
calculator-graph-zoom-out = Weiter weg
calculator-graph-zoom-reset = Zurück zum Ursprung
calculator-graph-plot = Graph

## Convert
calculator-convert-from = Von
calculator-convert-to = In
calculator-convert-value = Wert
calculator-convert-swap = Tauschen
calculator-category-length = Länge
calculator-category-area = Fläche
calculator-category-volume = Volumen
calculator-category-mass = Masse
calculator-category-time = Zeit
calculator-category-speed = Geschwindigkeit
calculator-category-temperature = Temperatur
calculator-category-data = Daten
calculator-category-energy = Energie
calculator-category-power = Leistung
calculator-category-pressure = Druck
calculator-category-angle = Winkel
calculator-category-currency = Währung
calculator-convert-rates =
    Wechselkurse vom { $date }, { $age ->
        [0] von heute
        [one] einen Tag alt
       *[other] { $age } Tage alt
    }
calculator-rates-none = Noch keine Wechselkurse
calculator-rates-refresh = Aktualisieren …
calculator-rates-source = Datei oder Adresse der Kurse
calculator-rates-fetch = Aktualisieren
calculator-rates-fetching = Wechselkurse werden geholt …
calculator-rates-failed-read = { $file } kann nicht gelesen werden: { $detail }
calculator-rates-failed-fetcher = Weder curl noch wget ist da, um eine Adresse abzurufen. Speichern Sie die Datei selbst und geben Sie ihren Ort an.
calculator-rates-failed-fetch = Von dort kam keine Datei: { $detail }
calculator-rates-failed-format = Das ist nicht die Kursdatei der Europäischen Zentralbank
calculator-rates-failed-write = Die Kurse können nicht in { $file } gespeichert werden: { $detail }

## Statistics
calculator-statistics-hint = Zahlen: 3; 4,5; 7
calculator-statistics-add = Hinzufügen
calculator-statistics-clear = Leeren
calculator-statistics-remove = Entfernen
calculator-statistics-empty-title = Noch keine Zahlen
calculator-statistics-empty-detail = Eintippen oder eine ganze Spalte einfügen.
calculator-statistics-count = Anzahl
calculator-statistics-sum = Summe
calculator-statistics-mean = Mittelwert
calculator-statistics-median = Median
calculator-statistics-mode = Modalwert
calculator-statistics-minimum = Minimum
calculator-statistics-maximum = Maximum
calculator-statistics-range = Spannweite
calculator-statistics-deviation = Standardabweichung (Stichprobe)
calculator-statistics-population-deviation = Standardabweichung (Gesamtheit)
calculator-statistics-variance = Varianz (Stichprobe)
calculator-statistics-population-variance = Varianz (Gesamtheit)
calculator-statistics-geometric = Geometrisches Mittel
calculator-statistics-harmonic = Harmonisches Mittel
calculator-statistics-squares = Quadratsumme

## Failures
calculator-failed-history-read = Der Verlauf kann nicht gelesen werden
calculator-failed-history-write = Der Verlauf kann nicht gespeichert werden
calculator-failed-settings-write = Die Einstellungen können nicht gespeichert werden
calculator-failed-detail = { $file }: { $detail }
calculator-failed-retry = Erneut versuchen
calculator-failed-dismiss = Ausblenden

## Units
calculator-unit-metre = Meter
calculator-unit-kilometre = Kilometer
calculator-unit-centimetre = Zentimeter
calculator-unit-millimetre = Millimeter
calculator-unit-micrometre = Mikrometer
calculator-unit-nanometre = Nanometer
calculator-unit-inch = Zoll
calculator-unit-foot = Fuß
calculator-unit-yard = Yard
calculator-unit-mile = Meile
calculator-unit-nautical-mile = Seemeile
calculator-unit-light-year = Lichtjahr
calculator-unit-astronomical-unit = Astronomische Einheit
calculator-unit-square-metre = Quadratmeter
calculator-unit-square-kilometre = Quadratkilometer
calculator-unit-square-centimetre = Quadratzentimeter
calculator-unit-hectare = Hektar
calculator-unit-are = Ar
calculator-unit-square-foot = Quadratfuß
calculator-unit-square-inch = Quadratzoll
calculator-unit-acre = Acre
calculator-unit-square-mile = Quadratmeile
calculator-unit-litre = Liter
calculator-unit-millilitre = Milliliter
calculator-unit-cubic-metre = Kubikmeter
calculator-unit-cubic-centimetre = Kubikzentimeter
calculator-unit-gallon = Gallone (US)
calculator-unit-imperial-gallon = Gallone (UK)
calculator-unit-quart = Quart (US)
calculator-unit-pint = Pint (US)
calculator-unit-cup = Tasse (US)
calculator-unit-fluid-ounce = Flüssigunze (US)
calculator-unit-tablespoon = Esslöffel (US)
calculator-unit-teaspoon = Teelöffel (US)
calculator-unit-kilogram = Kilogramm
calculator-unit-gram = Gramm
calculator-unit-milligram = Milligramm
calculator-unit-tonne = Tonne
calculator-unit-pound = Pfund (lb)
calculator-unit-ounce = Unze
calculator-unit-stone = Stone
calculator-unit-carat = Karat
calculator-unit-short-ton = Short Ton (US)
calculator-unit-second = Sekunde
calculator-unit-millisecond = Millisekunde
calculator-unit-minute = Minute
calculator-unit-hour = Stunde
calculator-unit-day = Tag
calculator-unit-week = Woche
calculator-unit-year = Jahr
calculator-unit-metre-per-second = Meter pro Sekunde
calculator-unit-kilometre-per-hour = Kilometer pro Stunde
calculator-unit-mile-per-hour = Meile pro Stunde
calculator-unit-knot = Knoten
calculator-unit-foot-per-second = Fuß pro Sekunde
calculator-unit-light-speed = Lichtgeschwindigkeit
calculator-unit-celsius = Grad Celsius
calculator-unit-fahrenheit = Grad Fahrenheit
calculator-unit-kelvin = Kelvin
calculator-unit-bit = Bit
calculator-unit-byte = Byte
calculator-unit-kilobyte = Kilobyte
calculator-unit-megabyte = Megabyte
calculator-unit-gigabyte = Gigabyte
calculator-unit-terabyte = Terabyte
calculator-unit-kibibyte = Kibibyte
calculator-unit-mebibyte = Mebibyte
calculator-unit-gibibyte = Gibibyte
calculator-unit-tebibyte = Tebibyte
calculator-unit-joule = Joule
calculator-unit-kilojoule = Kilojoule
calculator-unit-watt-hour = Wattstunde
calculator-unit-kilowatt-hour = Kilowattstunde
calculator-unit-calorie = Kalorie
calculator-unit-kilocalorie = Kilokalorie
calculator-unit-electronvolt = Elektronenvolt
calculator-unit-british-thermal-unit = British Thermal Unit
calculator-unit-watt = Watt
calculator-unit-kilowatt = Kilowatt
calculator-unit-megawatt = Megawatt
calculator-unit-horsepower = Horsepower
calculator-unit-metric-horsepower = Pferdestärke
calculator-unit-pascal = Pascal
calculator-unit-hectopascal = Hektopascal
calculator-unit-kilopascal = Kilopascal
calculator-unit-bar = Bar
calculator-unit-atmosphere = Atmosphäre
calculator-unit-psi = Pfund pro Quadratzoll
calculator-unit-mercury = Millimeter Quecksilber
calculator-unit-degree = Grad
calculator-unit-radian = Radiant
calculator-unit-gradian = Gon
calculator-unit-arcminute = Bogenminute
calculator-unit-arcsecond = Bogensekunde
calculator-unit-turn = Umdrehung
