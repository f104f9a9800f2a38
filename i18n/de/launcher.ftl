# Der Starter.

launcher-title = Starter
launcher-search-hint = Suchen oder rechnen

## Abschnitte
launcher-section-all = Alle Apps
launcher-section-best = Bester Treffer
launcher-section-apps = Apps
launcher-section-files = Dateien
launcher-section-commands = Befehle
launcher-section-pinned = Angeheftet
launcher-section-now = Zuletzt genutzte Apps
launcher-section-recent = Zuletzt benutzte Dateien
launcher-section-categories = Kategorien
launcher-section-session = Einstellungen und Sitzung
launcher-section-hidden = Verborgene Apps
launcher-section-windows = Offene Fenster
launcher-section-characters = Zeichen
launcher-section-external = Von anderen Programmen
launcher-section-web = Web
launcher-section-more = Weitere Apps

## Kategorien
launcher-category-utility = Zubehör
launcher-category-development = Entwicklung
launcher-category-education = Bildung
launcher-category-game = Spiele
launcher-category-graphics = Grafik
launcher-category-network = Internet
launcher-category-audio-video = Klang und Film
launcher-category-office = Büro
launcher-category-science = Wissenschaft
launcher-category-settings = Einstellungen
launcher-category-system = System
launcher-category-other = Weitere

## Einstellungen und Sitzung
launcher-settings-tile = Einstellungen
launcher-hidden-tile = Verborgen
launcher-lock = Sperren
launcher-lock-words = bildschirm
launcher-log-out = Abmelden
launcher-log-out-words = logout ausloggen sitzung
launcher-suspend = Bereitschaft
launcher-suspend-words = schlafen standby ruhezustand
launcher-reboot = Neu starten
launcher-reboot-words = neustart booten
launcher-power-off = Herunterfahren
launcher-power-off-words = ausschalten aus

## Tastenhinweise in der Fußzeile
launcher-open = Öffnen
launcher-copy = Kopieren
launcher-run = Ausführen
launcher-actions = Aktionen
launcher-back = Zurück
launcher-close = Schließen
launcher-complete = Ergänzen
launcher-change = Ändern
launcher-keep = Übernehmen
launcher-results =
    { $count ->
        [one] { $count } Treffer
       *[other] { $count } Treffer
    }
launcher-apps =
    { $count ->
        [one] { $count } App
       *[other] { $count } Apps
    }

## Aktionen einer Anwendung
launcher-actions-of = Aktionen von { $name }
launcher-terminal = Im Terminal ausführen
launcher-location = Desktop-Eintrag zeigen
launcher-copy-command = Befehl kopieren
launcher-forget = Vergessen, dass sie gestartet wurde
launcher-pin = Anheften
launcher-unpin = Nicht mehr anheften
launcher-alias = Eigene Namen geben …
launcher-hide = Verbergen
launcher-unhide = Wieder zeigen
launcher-other-gpu = Auf der anderen GPU ausführen
launcher-edit-copy = Kopie des Desktop-Eintrags bearbeiten
launcher-file-location = Im Ordner zeigen
launcher-explain = Erklären
launcher-alias-of = Ihre Namen für { $name }
launcher-alias-hint = Namen, durch Kommas getrennt
launcher-alias-note = Die App wird auch unter diesen Namen gefunden. Ein leeres Feld entfernt sie.

## Erklärung
launcher-explanation-of = Über { $name }
launcher-fact-id = ID der Desktop-Datei
launcher-fact-found = Gefunden über
launcher-fact-match = { $part }: { $way }
launcher-fact-use = Nutzung
launcher-fact-used = Sie haben sie gestartet; das hebt sie in der Liste.
launcher-fact-used-by = Sie haben sie gestartet, nach { $queries }; das hebt sie in der Liste.
launcher-fact-file = Datei, die gilt
launcher-fact-masked = Datei, die verdeckt ist
launcher-part-name = Name
launcher-part-untranslated = Unübersetzter Name
launcher-part-alias = Ihr eigener Name
launcher-part-action = Aktion
launcher-part-generic = Art der App
launcher-part-program = Programm
launcher-part-keyword = Stichwort
launcher-part-category = Kategorie
launcher-part-comment = Beschreibung
launcher-tier-exact = gleich
launcher-tier-prefix = beginnt so
launcher-tier-word = ein Wort beginnt so
launcher-tier-acronym = Anfangsbuchstaben
launcher-tier-substring = steht darin
launcher-tier-subsequence = Buchstaben in dieser Folge
launcher-tier-typo = fast gleich

## Einstellungen
launcher-settings-title = Einstellungen des Starters
launcher-edit-file = Datei bearbeiten
launcher-setting-home = Apps vor einer Suche
launcher-setting-home-note = Als Kacheln oder als Zeilen
launcher-setting-grid = Kacheln
launcher-setting-list = Zeilen
launcher-setting-recent-note = Vor einer Suche gezeigt
launcher-setting-remember = Aus Gestartetem lernen
launcher-setting-remember-note = Was Sie nutzen, kommt früher
launcher-setting-focus = Bei Wechsel des Fensters verbergen
launcher-setting-focus-note = Esc verbirgt ihn in jedem Fall
launcher-setting-stay = Im Hintergrund warten
launcher-setting-stay-note = Kommt beim nächsten Mal sofort
launcher-source-sums = Rechnungen und Einheiten
launcher-source-sums-note = Etwa 5 km in mi
launcher-source-session = Sitzung
launcher-source-session-note = Sperren, abmelden, herunterfahren
launcher-source-windows-note = Nach Titel und Programm
launcher-source-files-note = Nach Namen, in Ihren Ordnern
launcher-source-characters-note = Etwa :arrow oder U+2192
launcher-source-commands-note = Programme mit ihren Argumenten
launcher-source-web-note = Gesendet wird erst, wenn Sie es wählen
launcher-source-external-note = Anbieter, die Sie installiert haben
launcher-setting-file-note = Suchmaschinen und alles andere

## Zustände
launcher-loading = Apps werden gesucht …
launcher-nothing-title = Nichts gefunden
launcher-nothing-detail = Nichts passt zu „{ $query }“.
launcher-nothing-clear = Alle Apps zeigen
launcher-nothing-web = Im Web suchen
launcher-web-row = Nach „{ $query }“ suchen
launcher-empty-title = Keine Apps installiert
launcher-empty-detail = Apps erscheinen hier, sobald ihre Desktop-Einträge in einem dieser Ordner liegen:
launcher-retry = Erneut suchen

## Fehlschläge
launcher-failed-title = { $name } lässt sich nicht starten
launcher-dismiss = Verwerfen
launcher-history-title = Was Sie starten, lässt sich nicht merken
launcher-history-detail = { $file }: { $detail }
launcher-history-nowhere = Es gibt keinen Ordner dafür.
launcher-settings-wrong = Die Einstellungen haben einen Fehler; die vorigen gelten weiter
launcher-settings-not-kept = Die Einstellung lässt sich nicht speichern
launcher-settings-line = launcher.toml, Zeile { $line }: { $detail }
launcher-settings-value = launcher.toml, Zeile { $line }: „{ $key }“ kann nicht { $value } sein
launcher-copy-failed = Der Desktop-Eintrag lässt sich nicht kopieren
launcher-wish-failed = Ihre Wahl lässt sich nicht speichern
launcher-hidden-title = { $name } ist verborgen
launcher-hidden-detail = Sie steht unter „Verborgene Apps“.
launcher-gone-title = „{ $name }“ ist nicht mehr offen
launcher-gone-detail = Das Fenster wurde inzwischen geschlossen.

## Befehlszeile
launcher-error-unknown = keine Anwendung „{ $id }“
launcher-error-start = „{ $id }“ lässt sich nicht starten: { $detail }
launcher-explain-shown = wird gezeigt
launcher-explain-hidden = verborgen durch { $rule }
launcher-explain-masked = verdeckt von { $path }
launcher-explain-broken = enthält keinen Desktop-Eintrag: { $detail }
launcher-explain-mended = Zeile { $line } berichtigt ({ $rule })
launcher-help =
    Findet und startet Anwendungen.

    Aufruf: candela-launcher [--toggle]
            candela-launcher list [--all] [--json]
            candela-launcher search SUCHTEXT [--limit N] [--json]
            candela-launcher launch ID [--action NAME] [--dry-run] [DATEI-ODER-URI ...]
            candela-launcher explain ID [--json]

    Ohne Befehl öffnet sich der Starter; ein laufender wird gezeigt, statt einen zweiten zu öffnen.
      --toggle        zeigt oder verbirgt den laufenden Starter (startet ihn, wenn keiner läuft)
      list            die sichtbaren Anwendungen; --all: alle gefundenen Desktop-Einträge
      search          was das Fenster zu SUCHTEXT zeigt, das Beste zuerst
      launch          startet eine Anwendung; --dry-run gibt nur ihre Befehle aus
      explain         wo ein Eintrag liegt, was er verdeckt, ob er gezeigt wird und warum
      --json          gibt ein JSON-Dokument aus
      --help, --version
