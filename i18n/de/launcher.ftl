# Der Starter.

launcher-title = Starter
launcher-search-hint = Apps und Dateien suchen oder rechnen

## Abschnitte
launcher-section-all = Alle Apps
launcher-section-best = Bester Treffer
launcher-section-apps = Apps
launcher-section-files = Dateien
launcher-section-commands = Befehle

## Tastenhinweise in der Fußzeile
launcher-open = Öffnen
launcher-copy = Kopieren
launcher-run = Ausführen
launcher-actions = Aktionen
launcher-back = Zurück
launcher-close = Schließen
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

## Zustände
launcher-loading = Apps werden gesucht …
launcher-nothing-title = Nichts gefunden
launcher-nothing-detail = Nichts passt zu „{ $query }“.
launcher-nothing-clear = Alle Apps zeigen
launcher-empty-title = Keine Apps installiert
launcher-empty-detail = Apps erscheinen hier, sobald ihre Desktop-Einträge in einem dieser Ordner liegen:
launcher-retry = Erneut suchen

## Fehlschläge
launcher-failed-title = { $name } lässt sich nicht starten
launcher-dismiss = Verwerfen
launcher-history-title = Was Sie starten, lässt sich nicht merken
launcher-history-detail = { $file }: { $detail }
launcher-history-nowhere = Es gibt keinen Ordner dafür.

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
