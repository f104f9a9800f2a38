# Die Dateiverwaltung.

## Fenster
files-title = { $folder } – Dateien
files-dismiss = Ausblenden
files-menu = Menü
files-one-pane = Eine Ansicht
files-path-hint = Pfad eines Ordners
files-path-more = Ordner darüber
files-filter-hint = Nur Namen mit

## Befehle
files-command-open = Öffnen
files-command-up = Übergeordneter Ordner
files-command-back = Zurück
files-command-forward = Vorwärts
files-command-home = Persönlicher Ordner
files-command-reload = Neu laden
files-command-hidden = Verborgene Dateien
files-command-path = Pfad eingeben
files-command-filter = Namen filtern
files-command-select-all = Alles auswählen
files-command-invert = Auswahl umkehren
files-command-new-tab = Neuer Tab
files-command-close-tab = Tab schließen
files-command-details = Details
files-command-grid = Raster
files-command-panes = Zwei Ansichten
files-command-other-pane = Andere Ansicht
files-command-sidebar = Seitenleiste
files-command-copy-path = Pfad kopieren
files-command-terminal = Terminal hier öffnen

## Orte
files-place-home = Persönlicher Ordner
files-place-desktop = Schreibtisch
files-place-documents = Dokumente
files-place-downloads = Downloads
files-place-pictures = Bilder
files-place-music = Musik
files-place-videos = Videos
files-place-system = System
files-sidebar-bookmarks = Lesezeichen
files-sidebar-devices = Geräte

## Spalten
files-column-name = Name
files-column-git = Git
files-column-size = Größe
files-column-modified = Geändert

## Status
files-items =
    { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }
files-growing =
    { $count ->
        [one] Bisher { $count } Eintrag …
       *[other] Bisher { $count } Einträge …
    }
files-selected =
    { $count ->
        [one] { $selected } von { $count } Eintrag ausgewählt
       *[other] { $selected } von { $count } Einträgen ausgewählt
    }
files-with-size = { $words } · { $size }
files-free = { $size } frei
files-ahead = { $count } voraus
files-behind = { $count } zurück
files-diverged = { $ahead } voraus, { $behind } zurück
files-conflicts =
    { $count ->
        [one] { $count } Konflikt
       *[other] { $count } Konflikte
    }

## Größen und Zeitpunkte
files-size-bytes =
    { $count ->
        [one] { $count } Byte
       *[other] { $count } Byte
    }
files-size-kilo = { $size } kB
files-size-mega = { $size } MB
files-size-giga = { $size } GB
files-size-tera = { $size } TB
files-moment-today = Heute, { $time }
files-moment-yesterday = Gestern, { $time }
files-moment-date = { $day }. { $month } { $year }
files-month-1 = Jan.
files-month-2 = Feb.
files-month-3 = März
files-month-4 = Apr.
files-month-5 = Mai
files-month-6 = Juni
files-month-7 = Juli
files-month-8 = Aug.
files-month-9 = Sept.
files-month-10 = Okt.
files-month-11 = Nov.
files-month-12 = Dez.

## Zustände
files-loading = Der Ordner wird gelesen …
files-unreadable = { $name } kann nicht gelesen werden
files-retry = Noch einmal versuchen
files-empty = Dieser Ordner ist leer
files-nothing = Nichts gefunden
files-nothing-note = Kein Name hier enthält „{ $filter }“.
files-show-all = Alles zeigen

## Dateien öffnen
files-failed-no-application = { $name } kann nicht geöffnet werden: Für { $mime } ist keine Anwendung installiert
files-failed-start = { $name } kann nicht mit { $application } geöffnet werden: { $detail }
files-failed-open = { $name } kann nicht geöffnet werden: { $reason }

## Command line
files-help =
    Aufruf: candela-files [ORDNER ...]
            candela-files --select DATEI ...
            candela-files list ORDNER [--json] [--hidden] [--sort name|size|modified|type] [--reverse] [--git]
    { "" }
    Öffnet Ordner in Fenstern. Ergebnisse stehen auf stdout, Fehler auf stderr. Rückgabewert: 0 getan, 1 gescheitert, 2 falscher Aufruf.

## Errors
files-error-read = „{ $path }“ kann nicht gelesen werden: { $reason }
files-error-facts =
    { $count ->
        [one] Angaben zu { $count } Eintrag von „{ $path }“ können nicht gelesen werden
       *[other] Angaben zu { $count } Einträgen von „{ $path }“ können nicht gelesen werden
    }
files-reason-not-found = keine solche Datei, kein solcher Ordner
files-reason-permission = keine Berechtigung
files-reason-not-a-folder = kein Ordner
files-reason-is-a-folder = ist ein Ordner
files-reason-exists = der Name ist vergeben
files-reason-name = der Name ist hier nicht erlaubt
files-reason-full = kein Platz mehr
files-reason-read-only = Dateisystem nur zum Lesen
files-reason-other = { $detail }
files-git-foreign = das Git-Repository von „{ $path }“ gehört einem anderen Benutzer; um ihm zu vertrauen: git config --global --add safe.directory ORDNER
files-git-unreadable = das Git-Repository von „{ $path }“ kann nicht gelesen werden: { $detail }
