# Die Dateiverwaltung.

## Fenster
files-at-work-who = Dateien
files-at-work-why = kopiert, verschiebt oder löscht Dateien
files-title = { $folder } – Dateien
files-dismiss = Ausblenden
files-menu = Menü
files-new-from = Neu: „{ $name }“
files-one-pane = Eine Ansicht
files-path-hint = Pfad eines Ordners
files-path-more = Ordner darüber
files-search-hint = Namen durchsuchen
files-search-contents-hint = Inhalte durchsuchen
files-search-recent-hint = Zuletzt Benutztes
files-search-names = Namen
files-search-contents = Inhalte
files-history-search = „{ $text }“ in { $folder }
files-found =
    { $count ->
        [one] { $count } Eintrag gefunden
       *[other] { $count } Einträge gefunden
    }
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
files-command-search = Suchen
files-command-search-contents = Inhalte durchsuchen
files-command-palette = Befehle
files-command-keys = Tastenkürzel
files-command-bookmark = Zu den Lesezeichen
files-command-select-all = Alles auswählen
files-command-invert = Auswahl umkehren
files-command-new-tab = Neuer Tab
files-command-close-tab = Tab schließen
files-command-details = Details
files-command-grid = Raster
files-command-compact = Kompakt
files-command-columns = Spalten
files-command-pattern = Nach Muster auswählen
files-command-open-with = Öffnen mit …
files-command-look = Vorschau
files-command-preview = Vorschaubereich
files-command-slides = Diaschau
files-look-nothing = Von dieser Datei gibt es keine Vorschau.
files-media-length = Länge
files-media-size = Bild
files-media-channels = Kanäle
files-media-rate = Abtastrate
files-media-hertz = { $rate } Hz
files-preview-nothing = Nichts ausgewählt
files-preview-close = Vorschaubereich schließen
files-command-panes = Zwei Ansichten
files-command-other-pane = Andere Ansicht
files-command-sidebar = Seitenleiste
files-command-copy = Kopieren
files-command-cut = Ausschneiden
files-command-paste = Einfügen
files-command-copy-across = Hinüber kopieren
files-command-move-across = Hinüber verschieben
files-command-trash = In den Papierkorb
files-command-delete = Endgültig löschen
files-command-rename = Umbenennen
files-command-new-folder = Neuer Ordner
files-command-undo = Rückgängig machen
files-command-redo = Wiederholen
files-command-git = Git-Änderungen
files-command-clone = Repository klonen
files-command-git-here = Git in diesem Ordner
files-command-git-anywhere = Git überall
files-command-restore = Wiederherstellen
files-command-empty-trash = Papierkorb leeren
files-command-properties = Eigenschaften
files-command-copy-path = Pfad kopieren
files-command-terminal = Terminal hier öffnen
files-command-zoom-in = Größer
files-command-zoom-out = Kleiner
files-command-zoom-normal = Übliche Größe
files-command-own-view = Eigene Ansicht für diesen Ordner
files-command-group = In Gruppen
files-command-usage = Was hier Platz braucht
files-command-versions = Frühere Versionen
files-command-column = Spalte: { $column }
files-command-recent = Zuletzt benutzte Dateien
files-command-keep-search = Diese Suche behalten
files-command-forget-search = Diese Suche nicht mehr behalten
files-command-history = Frühere Orte
files-command-compress = Archiv erstellen…
files-command-extract = Hier entpacken
files-command-extract-to = Entpacken nach…
files-command-permissions = Rechte und Besitzer
files-command-run = Mit Argumenten ausführen…

## Orte
files-place-home = Persönlicher Ordner
files-place-recent = Zuletzt benutzt
files-place-desktop = Schreibtisch
files-place-documents = Dokumente
files-place-downloads = Downloads
files-place-pictures = Bilder
files-place-music = Musik
files-place-videos = Videos
files-place-system = System
files-sidebar-bookmarks = Lesezeichen
files-sidebar-devices = Geräte
files-sidebar-tree = Ordner
files-sidebar-searches = Suchen
files-eject = Auswerfen
files-mount = Einhängen
files-volume = Datenträger mit { $size }
files-failed-unmount = „{ $path }“ bleibt eingehängt: { $detail }
files-failed-mount = Es lässt sich nicht einhängen: { $detail }
files-service-failed = Der Dateimanager kann anderen Programmen nicht angeboten werden: { $detail }
files-wrong-action = Eine Aktion in candela/files-actions.toml ergibt keinen Sinn: { $detail }
files-wrong-key = Ein Tastenkürzel in candela/files.toml ergibt keinen Sinn: { $detail }

## Spalten
files-column-name = Name
files-column-git = Git
files-column-size = Größe
files-column-modified = Geändert
files-group-folders = Ordner
files-group-empty = Leer
files-group-small = Bis 1 MB
files-group-medium = Bis 100 MB
files-group-large = Über 100 MB
files-group-today = Heute
files-group-yesterday = Gestern
files-group-week = In den letzten 7 Tagen
files-group-month = In den letzten 30 Tagen
files-group-unknown = Nicht bekannt

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
files-branches = Zweige
files-stashed = { $count } zurückgelegt
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
files-nothing-contents = Keine Datei hier enthält „{ $text }“.
files-recent-empty = Noch keine Dateien benutzt
files-show-all = Alles zeigen

## Dateien öffnen
files-failed-no-application = { $name } kann nicht geöffnet werden: Für { $mime } ist keine Anwendung installiert
files-failed-start = { $name } kann nicht mit { $application } geöffnet werden: { $detail }
files-failed-open = { $name } kann nicht geöffnet werden: { $reason }

## Command line
files-help =
    Aufruf: candela-files [ORDNER ...]
            candela-files --select|--properties DATEI ...
            candela-files --service
            candela-files list ORDNER [--json] [--hidden] [--sort name|size|modified|type] [--reverse] [--git]
            candela-files copy QUELLE ... ZIEL [OPTION ...]
            candela-files move QUELLE ... ZIEL [OPTION ...]
            candela-files trash PFAD ... | trash-list [--json] | restore [--conflict WORD] ID ... | empty-trash
            candela-files delete PFAD ... | rename PFAD NEUER-NAME | make-folder PFAD
            candela-files bulk-rename REGEL PFAD ... [--preview]
            candela-files make-file PFAD [--template DATEI] | make-link ZIEL PFAD
            candela-files permissions RECHTE PFAD ... [--folders RECHTE] [--recursive]
            candela-files compress QUELLE ... ARCHIV | extract ARCHIV [ZIEL]
            candela-files undo | redo | history [--json]
            candela-files recover [--list|--resume|--roll-back] [--json]
    { "" }
    Öffnet Ordner in Fenstern. Ergebnisse stehen auf stdout, Fehler auf stderr. Rückgabewert: 0 getan, 1 gescheitert, 2 falscher Aufruf.
    { "" }
    Kopieren und Verschieben: ZIEL ist ein Ordner oder der neue Name einer Quelle. Optionen:
      --conflict fail|skip|replace|keep-both|newer|different
                   was geschieht, wo es einen Namen schon gibt (fail); Ersetztes kommt in den Papierkorb;
                   bei skip, replace, newer und different werden Ordner zusammengeführt
      --verify     liest jede Kopie noch einmal vom Datenträger und vergleicht
      --durable    bringt alles auf den Datenträger, bevor ein Name erscheint
      --progress   sagt auf stderr, wie weit es ist
    { "" }
    bulk-rename vergibt alle Namen oder keinen. REGEL ist eine von:
      --pattern TEXT [--start N] [--step N] [--digits N]
                   darin stehen { "{name}" }, { "{ext}" } und { "{n}" } für den alten Namen, seine Endung und die Nummer
      --find TEXT --with TEXT, --regex REGEX --with TEXT, --case upper|lower|title
    Archive: .zip, .tar, .tar.gz, .tar.zst, .tar.xz, .gz, .zst, .xz; zum Entpacken auch .7z.
    { "" }
    Was nicht getan wurde, steht auf stderr, je eine Zeile; der Rückgabewert ist dann 1.
    --help, --version

## Errors
files-error-read = „{ $path }“ kann nicht gelesen werden: { $reason }
files-palette-hint = Was soll geschehen?
files-keys-title = Tastenkürzel
files-keys-note = Wählen Sie einen Befehl und drücken Sie seine neuen Tasten.
files-keys-press = Tasten drücken …
files-keys-waiting = Die nächsten Tasten führen zu „{ $command }“.
files-keys-fixed = { $keys } kann kein Befehl bekommen: drücken Sie andere Tasten.
files-keys-taken = { $keys } führt bisher zu „{ $command }“.
files-keys-take = Übernehmen
files-keys-reset = Übliche Tasten
files-keys-remove = Keine Tasten
files-keys-change = Ändern
files-error-write = „{ $path }“ kann nicht geschrieben werden: { $reason }
files-error-regex = dieser reguläre Ausdruck bedeutet nichts: { $detail }
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

## Operations: what was left undone
files-failed-copy = „{ $path }“ kann nicht kopiert werden: { $reason }
files-failed-move = „{ $path }“ kann nicht verschoben werden: { $reason }
files-failed-trash = „{ $path }“ kann nicht in den Papierkorb verschoben werden: { $reason }
files-failed-restore = „{ $path }“ kann nicht wiederhergestellt werden: { $reason }
files-failed-delete = „{ $path }“ kann nicht gelöscht werden: { $reason }
files-failed-rename = „{ $path }“ kann nicht umbenannt werden: { $reason }
files-failed-permissions = Rechte von „{ $path }“ können nicht geändert werden: { $reason }
files-failed-compress = Archiv „{ $path }“ kann nicht erstellt werden: { $reason }
files-failed-extract = „{ $path }“ kann nicht entpackt werden: { $reason }
files-failed-make = „{ $path }“ kann nicht angelegt werden: { $reason }
files-failed-undo = „{ $path }“ kann nicht rückgängig gemacht werden: { $reason }
files-failed-redo = „{ $path }“ kann nicht noch einmal getan werden: { $reason }
files-failed-recover = „{ $path }“ kann nicht zu Ende gebracht werden: { $reason }
files-reason-skipped = übersprungen, der Name ist vergeben
files-reason-not-newer = übersprungen, das Vorhandene ist ebenso neu oder neuer
files-reason-not-different = übersprungen, das Vorhandene ist gleich
files-reason-same-file = Quelle und Ziel sind dieselbe Datei
files-reason-into-itself = ein Ordner kann nicht in sich selbst gelegt werden
files-reason-over-its-folder = es würde einen Ordner ersetzen, in dem es liegt
files-reason-twice = eine andere Quelle bekommt denselben Namen
files-reason-unnamed = „.“, „..“ und „/“ benennen keine Datei; geben Sie den Namen der Datei oder des Ordners selbst an
files-reason-no-folder = es gibt keinen solchen Ordner, in den etwas gelegt werden könnte
files-reason-changed = inzwischen geändert
files-reason-no-trash = hier gibt es keinen Papierkorb, der es aufnehmen kann
files-reason-old-gone = das Ersetzte liegt nicht mehr im Papierkorb
files-reason-original-gone = die Vorlage ist fort, dies ist die einzige Kopie
files-reason-partly-removed = es war schon teilweise entfernt; was übrig ist, ist wieder da
files-reason-not-verified = die Kopie liest sich anders, als sie geschrieben wurde
files-reason-cancelled = abgebrochen
files-reason-case = zwei Namen unterscheiden sich nur in Groß- und Kleinschreibung, die das Ziel nicht unterscheidet
files-reason-too-large = zu groß für das Ziel
files-reason-bad-archive = kein lesbares Archiv, oder es ist beschädigt
files-reason-encrypted = es ist verschlüsselt
files-reason-escapes = ausgelassen, es würde aus dem Ordner hinausführen
files-reason-bomb = es kommt weit mehr heraus, als ein ehrliches Archiv enthält
files-reason-one-file = diese Art nimmt eine Datei und keinen Ordner auf
files-reason-io = Ein-/Ausgabefehler: der Datenträger oder die Verbindung kann schadhaft sein
files-reason-quota = das Kontingent ist erschöpft
files-reason-open-files = zu viele offene Dateien
files-reason-no-journal = es gibt keinen Platz für das Journal; HOME oder XDG_STATE_HOME setzen
files-reason-busy = ein anderer Prozess arbeitet daran
files-reason-journal = das Journal kann nicht geschrieben werden: { $reason }
files-lost-owner =
    { $others ->
        [0] der Besitzer von „{ $path }“ ließ sich nicht erhalten
       *[other] die Besitzer von „{ $path }“ und { $others } weiteren ließen sich nicht erhalten
    }
files-lost-mode =
    { $others ->
        [0] die Rechte von „{ $path }“ ließen sich nicht erhalten
       *[other] die Rechte von „{ $path }“ und { $others } weiteren ließen sich nicht erhalten
    }
files-lost-attributes =
    { $others ->
        [0] die erweiterten Attribute von „{ $path }“ ließen sich nicht erhalten
       *[other] die erweiterten Attribute von „{ $path }“ und { $others } weiteren ließen sich nicht erhalten
    }
files-lost-times =
    { $others ->
        [0] die Zeiten von „{ $path }“ ließen sich nicht erhalten
       *[other] die Zeiten von „{ $path }“ und { $others } weiteren ließen sich nicht erhalten
    }
files-lost-hard-link =
    { $others ->
        [0] „{ $path }“ ließ sich nicht wie zuvor verknüpfen und ist nun eine eigene Datei
       *[other] „{ $path }“ und { $others } weitere ließen sich nicht wie zuvor verknüpfen und sind nun eigene Dateien
    }
files-journal-version = das Journal „{ $path }“ stammt von einer anderen Version; es ist beiseitegelegt, getan wurde nichts
files-journal-cut-short = das Journal „{ $path }“ ist abgeschnitten; es ist beiseitegelegt, getan wurde nichts
files-journal-damaged = das Journal „{ $path }“ ist beschädigt; es ist beiseitegelegt, getan wurde nichts
files-settings-line = { $path }, Zeile { $line }: { $detail }
files-settings-value = { $path }, Zeile { $line }: „{ $key }“ kann nicht { $value } sein
files-no-answer = abgebrochen; das Dateisystem antwortet nicht
files-no-answer-for = abgebrochen; das Dateisystem von { $path } antwortet nicht
files-left-behind = Was begonnen war, bleibt unter verborgenen Namen, wie es ist; „candela-files recover“ sagt, was es ist, und bringt es zu Ende
files-nothing-to-undo = es gibt nichts rückgängig zu machen
files-nothing-to-redo = es gibt nichts noch einmal zu tun
files-nothing-selected = Es ist nichts ausgewählt
files-error-not-in-trash = „{ $id }“ liegt nicht im Papierkorb

## Operations: progress
files-phase-planning = sieht nach
files-phase-waiting = wartet auf einen anderen Vorgang
files-phase-working = arbeitet
files-phase-flushing = wartet auf den Datenträger
files-phase-verifying = vergleicht
files-phase-removing = entfernt
files-progress = { $phase }: { $items } von { $all }, { $percent } %, { $rate } MB/s, noch { $left } s

## Vorgänge im Fenster
files-new-folder = Neuer Ordner
files-cancel = Abbrechen
files-name-hint = Name
files-name-slash = Ein Name kann kein „/“ enthalten.
files-name-taken = Der Name ist vergeben.
files-bulk-title = Mehrere Objekte umbenennen
files-bulk-pattern = Muster
files-bulk-replace = Ersetzen
files-bulk-regex = Ausdruck
files-bulk-case = Schreibung
files-bulk-pattern-of = Muster der Namen
files-bulk-pattern-note = { "{name}" } ist der alte Name, { "{ext}" } seine Endung, { "{n}" } die Nummer.
files-bulk-first = Erste Nummer
files-bulk-step = Schritt
files-bulk-digits = Stellen
files-bulk-find = Suchen
files-bulk-with = Ersetzen durch
files-bulk-lower = kleine
files-bulk-upper = GROSSE
files-bulk-words = Jedes Wort Groß
files-bulk-changed = Geänderte Namen: { $count }
files-bulk-refused = Nicht mögliche Namen: { $count }
files-pack-title = Archiv erstellen
files-archive-name = Archiv
files-extract-title = In einen Ordner entpacken
files-extract-note = Jedes Archiv bekommt dort einen eigenen Ordner.
files-extract-yes = Entpacken
files-run-title = { $name } ausführen
files-run-hint = Argumente
files-run-quote = Ein Anführungszeichen ist nicht geschlossen.
files-run-terminal = In einem Terminal
files-run-yes = Ausführen
files-rename-title = { $name } umbenennen
files-rename-yes = Umbenennen
files-folder-title = Neuer Ordner
files-folder-yes = Anlegen
files-clone-title = Ein Repository in diesen Ordner klonen
files-clone-hint = URL oder Pfad des Repositorys
files-clone-yes = Klonen
files-delete-title =
    { $count ->
        [one] { $count } Eintrag endgültig löschen?
       *[other] { $count } Einträge endgültig löschen?
    }
files-delete-note =
    { $count ->
        [1] „{ $name }“ kommt nicht in den Papierkorb und ist nicht zurückzuholen.
       *[other] „{ $name }“ und was sonst ausgewählt ist, kommt nicht in den Papierkorb und ist nicht zurückzuholen.
    }
files-delete-yes = Endgültig löschen
files-conflict-title = „{ $name }“ gibt es schon
files-conflict-note = Was ersetzt wird, kommt in den Papierkorb; Ordner werden zusammengeführt.
files-conflict-there = Vorhanden: { $size }, { $moment }
files-conflict-coming = Neu: { $size }, { $moment }
files-conflict-both = Beide behalten
files-conflict-replace = Ersetzen
files-conflict-skip = Überspringen
files-conflict-all =
    { $count ->
        [one] Ebenso für { $count } weiteren
       *[other] Ebenso für { $count } weitere
    }
files-more-failures =
    { $lines }
    … und { $count } weitere
files-done-copy =
    { $count ->
        [one] { $count } Eintrag kopiert
       *[other] { $count } Einträge kopiert
    }
files-done-move =
    { $count ->
        [one] { $count } Eintrag verschoben
       *[other] { $count } Einträge verschoben
    }
files-done-trash =
    { $count ->
        [one] { $count } Eintrag in den Papierkorb gelegt
       *[other] { $count } Einträge in den Papierkorb gelegt
    }
files-done-restore =
    { $count ->
        [one] { $count } Eintrag wiederhergestellt
       *[other] { $count } Einträge wiederhergestellt
    }
files-done-delete =
    { $count ->
        [one] { $count } Eintrag gelöscht
       *[other] { $count } Einträge gelöscht
    }
files-done-undo = Rückgängig gemacht
files-done-redo = Wiederholt
files-pattern-title = Nach Muster auswählen
files-pattern-note = Ein * steht für beliebige Zeichen, ein ? für eines.
files-pattern-hint = *.jpg
files-pattern-yes = Auswählen
files-turn-copy =
    { $count ->
        [one] Kopieren von { $count } Eintrag
       *[other] Kopieren von { $count } Einträgen
    }
files-turn-move =
    { $count ->
        [one] Verschieben von { $count } Eintrag
       *[other] Verschieben von { $count } Einträgen
    }
files-turn-trash =
    { $count ->
        [one] Wegwerfen von { $count } Eintrag
       *[other] Wegwerfen von { $count } Einträgen
    }
files-turn-restore =
    { $count ->
        [one] Wiederherstellen von { $count } Eintrag
       *[other] Wiederherstellen von { $count } Einträgen
    }
files-turn-rename =
    { $count ->
        [one] Umbenennen von { $count } Eintrag
       *[other] Umbenennen von { $count } Einträgen
    }
files-turn-permissions =
    { $count ->
        [one] Ändern der Rechte von { $count } Eintrag
       *[other] Ändern der Rechte von { $count } Einträgen
    }
files-turn-compress = Erstellen eines Archivs
files-turn-extract = Entpacken eines Archivs
files-turn-make =
    { $count ->
        [one] Anlegen von { $count } Eintrag
       *[other] Anlegen von { $count } Einträgen
    }
files-undo-of = { $what } rückgängig machen
files-redo-of = { $what } wiederholen
files-job-copy =
    { $count ->
        [one] { $count } Eintrag wird nach { $target } kopiert
       *[other] { $count } Einträge werden nach { $target } kopiert
    }
files-job-move =
    { $count ->
        [one] { $count } Eintrag wird nach { $target } verschoben
       *[other] { $count } Einträge werden nach { $target } verschoben
    }
files-job-trash =
    { $count ->
        [one] { $count } Eintrag kommt in den Papierkorb
       *[other] { $count } Einträge kommen in den Papierkorb
    }
files-job-delete =
    { $count ->
        [one] { $count } Eintrag wird gelöscht
       *[other] { $count } Einträge werden gelöscht
    }
files-job-restore =
    { $count ->
        [one] { $count } Eintrag wird wiederhergestellt
       *[other] { $count } Einträge werden wiederhergestellt
    }
files-job-rename = Umbenennen
files-job-permissions = Rechte ändern
files-job-compress = Archiv wird erstellt
files-job-extract = Entpacken
files-job-make = Anlegen
files-job-undo = Wird rückgängig gemacht
files-job-redo = Wird wiederholt
files-job-pause = Anhalten
files-job-resume = Fortsetzen
files-job-cancel = Abbrechen
files-job-paused = Angehalten
files-job-flushing = Wartet auf das Laufwerk
files-job-waiting = Wartet auf einen anderen Vorgang
files-job-looking = Sieht nach
files-job-rate = { $done } von { $all } · { $rate }/s
files-job-left = { $done } von { $all } · { $rate }/s · noch { $seconds } s

## Git
files-git-refused = git lehnt ab: { $detail }
files-git-missing = git ist nicht installiert
files-git-large = Ein großes Repository: Die Ordner hier zeigen keinen Zustand
files-git-close = Schließen
files-git-changes = Änderungen
files-git-log = Verlauf
files-git-blame = Zeilen
files-git-no-log = Kein Commit enthält dies
files-git-no-blame = Keine Zeilen zu zeigen
files-git-no-blame-note = Eine Textdatei wählen, die in einem Commit ist.
files-git-uncommitted = nicht im Commit
files-git-commit-facts = { $author } · { $moment } · { $id }
files-git-off = Git wird hier nicht beachtet. Die Palette (Strg K) schaltet es wieder ein.
files-git-on = Git wird hier beachtet.
files-git-none = Nichts ist geändert
files-git-outside = Dieser Ordner liegt in keinem Git-Repository
files-git-stage = Vormerken
files-git-unstage = Nicht mehr vormerken
files-git-discard = Verwerfen; was da ist, kommt in den Papierkorb
files-git-message = Nachricht
files-git-commit = Festschreiben

## Papierkorb und Eigenschaften
files-place-trash = Papierkorb
files-trash-empty = Der Papierkorb ist leer
files-properties-close = Schließen
files-property-place = Ort
files-property-type = Typ
files-property-mime = MIME-Typ
files-property-contents = Inhalt
files-property-mode = Rechte
files-property-owner = Besitzer
files-property-owner-both = { $owner }, Gruppe { $group }
files-property-opens = Öffnet mit
files-property-counted = Dateien: { $files }, Ordner: { $folders }, { $size }
files-property-counting = { $counted } bisher…
files-property-unread = Nicht lesbar: { $count }
files-properties-facts = Allgemein
files-access-mode = Rechte, in Ziffern oder Worten
files-access-note = 0644 gibt genau diese; u+x,go-w gibt und nimmt, wie chmod es versteht.
files-access-read = Lesen
files-access-write = Schreiben
files-access-execute = Ausführen
files-access-group = Gruppe
files-access-others = Andere
files-access-of = { $right }: { $class }
files-access-set-user = Läuft als Besitzer
files-access-set-group = Läuft als Gruppe
files-access-sticky = Nur Besitzer löschen darin
files-access-below = Auch für alles darin
files-access-below-note = Darin wird nur geändert, was hier geändert wird, und keine Datei wird zum Programm. Worte gelten, wie sie dastehen.
files-access-apply = Anwenden
files-checksums = Prüfsummen
files-checksums-reading = Die Datei wird gelesen…
files-checksums-compare = Prüfsumme zum Vergleichen
files-checksums-same = Es ist die Prüfsumme dieser Datei.
files-checksums-other = Es ist die Prüfsumme einer anderen Datei.
files-checksums-unknown = Es ist keine Prüfsumme wie die hier.
files-usage-open = Diesen Ordner zeigen
files-versions-title = Frühere Versionen von „{ $name }“
files-versions-told = { $moment } · { $size } · Schnappschuss { $snapshot }
files-versions-back = Kopie zurückholen
files-versions-none = Kein Schnappschuss hat eine andere Version von „{ $name }“.
files-size-both = { $short } ({ $exact })
files-recover-title =
    { $count ->
        [one] { $count } Vorgang wurde unterbrochen
       *[other] { $count } Vorgänge wurden unterbrochen
    }
files-recover-later = Später
files-recover-back = Zurücknehmen
files-recover-on = Fortsetzen
files-recover-note = Sie kamen nicht zum Ende: Das Programm oder der Rechner hielt an. Sie können fortgesetzt oder so zurückgenommen werden, als hätten sie nie begonnen.
