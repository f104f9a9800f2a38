# Die Sitzung.

session-help =
    Aufruf: candela-session                             eine Sitzung bis zu ihrem Ende ausführen
            candela-session status [--json]             wie es der laufenden Sitzung geht
            candela-session logout [--force] [--json]   sie beenden; --force: auch was sich nicht schließt
            candela-session close-windows [--force] [--spare PROZESS] [--json]
                                                        alle Fenster schließen lassen, ohne Ende; --force: wer immer
                                                        zu warten bat; --spare: außer denen dieses Prozesses
            candela-session restart KOMPONENTE [--json] eines ihrer Programme neu starten
            candela-session inhibit [--why TEXT] BEFEHL [ARGUMENT ...]
                                                        kein Abmelden, solange der Befehl läuft
            candela-session wallpaper DATEI             ein Bild hinter allem zeigen
            candela-session screenshot [--window]       ein Bild des Bildschirms speichern
            candela-session terminal                    den Terminal-Emulator starten
            candela-session menu                        das Menü des Schreibtischs ausgeben, für die Fensterverwaltung
            candela-session import lumina [--dry-run] [--json]
                                                        übernehmen, was in Lumina eingestellt war
            candela-session --help | --version
    Status: 0 fertig oder abgemeldet, 1 gescheitert, 64 falscher Aufruf, 69 kein Fensterverwalter oder Bildschirm,
            73 eine Datei lässt sich nicht anlegen, 75 läuft bereits, 77 keine Berechtigung

## Was mit Komponenten geschieht
session-not-started = { $component } lässt sich nicht starten: { $detail }
session-given-up = { $component } endete mehr als fünfmal in einer Minute und wird nicht wieder gestartet; „candela-session restart { $component }“ versucht es noch einmal
session-fall-back = Der Fensterverwalter { $failed } scheitert; { $next } wird stattdessen versucht
session-not-ready = Der Fensterverwalter { $component } meldet sich nicht bereit; die Sitzung geht weiter
session-killed = { $component } endete nicht auf Aufforderung und wurde abgebrochen
session-strays-killed =
    { $count ->
        [one] { $count } Programm endete nicht auf Aufforderung und wurde abgebrochen
       *[other] { $count } Programme endeten nicht auf Aufforderung und wurden abgebrochen
    }
session-window-manager-found = Es läuft schon ein Fensterverwalter; er wird verwendet
session-autostart = Autostart: { $name } lässt sich nicht ausführen: { $detail }
session-settings-line = { $file }, Zeile { $line }: { $detail }; die Zeile wird ausgelassen
session-settings-unreadable = { $file } lässt sich nicht lesen: { $detail }; es gelten die Voreinstellungen
session-safe-mode = Drei Sitzungen sind sofort gescheitert: Diese läuft im abgesicherten Modus, ohne Ihre Einstellungen und ohne Autostart

## Abmelden
session-windows-open = Diese Fenster sind noch offen: { $windows }; speichern Sie Ihre Arbeit und schließen Sie sie
session-insist = „candela-session logout --force“ beendet die Sitzung trotzdem
session-busy = Die Sitzung endet bereits, oder bittet die Fenster schon für jemand anderen

## Warum sie endete
session-logged-out = Abgemeldet
session-signal = Durch Signal { $signal } beendet
session-no-window-manager = Kein Fensterverwalter: Installieren Sie einen von { $tried }
session-no-display = Der Bildschirm „{ $display }“ antwortet nicht: { $detail }; starten Sie die Sitzung mit start-candela-desktop
session-display-lost = Der Bildschirm ist verschwunden
session-already-running = Auf diesem Bildschirm läuft bereits eine Sitzung; „candela-session logout“ beendet sie
session-cannot-create = { $file } lässt sich nicht anlegen: { $detail }; machen Sie den Ordner beschreibbar, oder setzen Sie HOME oder XDG_STATE_HOME auf einen, der es ist
session-no-permission = { $file } gehört jemand anderem, oder andere dürfen dort schreiben; entfernen Sie es oder machen Sie es zu Ihrem allein
session-internal = Interner Fehler: { $detail }

## Was logind vom Ein-Aus-Knopf gesagt wird
session-power-key = Candela fragt, was geschehen soll

## Eine Sitzung fragen
session-none = Auf diesem Bildschirm läuft keine Sitzung
session-no-answer = Die Sitzung antwortet nicht: { $detail }
session-unknown-component = Keine Komponente „{ $component }“; es gibt: { $components }
session-state = Die Sitzung { $state ->
        [starting] startet
        [asking] bittet die Fenster, sich zu schließen,
        [ending] endet
       *[running] läuft
    } auf { $display }, Prozess { $pid }
session-log = Protokoll: { $file }
session-in-safe-mode = Abgesicherter Modus: ohne Ihre Einstellungen und ohne Autostart
session-member = { $state ->
        [waiting] wartet
        [stopping] endet gerade
        [ended] beendet
        [failed] aufgegeben
       *[running] läuft
    }
session-member-pid = Prozess { $pid }
session-member-restarts =
    { $count ->
        [one] einmal neu gestartet
       *[other] { $count }-mal neu gestartet
    }
session-end-status = mit Status { $status } beendet
session-end-signal = durch Signal { $signal } beendet
session-restarted = { $component } läuft wieder, Prozess { $pid }
session-inhibitor = { $who } bittet zu warten: { $why }

## Bilder und Programme
session-picture-failed = { $file } lässt sich nicht zeigen: { $detail }
session-screenshot-saved = Gespeichert: { $file }
session-screenshot-failed = Kein Bild des Bildschirms: { $detail }
session-no-terminal = Es ist kein Terminal-Emulator installiert
session-command-failed = { $command } lässt sich nicht starten: { $detail }

## Umzug von Lumina
session-import-nothing = In { $folder } wurde nichts von Lumina gefunden
session-import-default = Standardanwendung für { $kind }: { $id }
session-import-bookmark = Lesezeichen: { $name }, { $file }
session-import-favourite = Favorit: { $name }
session-import-autostart = Startet mit der Sitzung: { $name }
session-import-kept = Bleibt, wie es ist, Sie haben schon gewählt: { $name }
session-import-failed = { $file } lässt sich nicht übernehmen: { $detail }
session-import-dry = Es wurde nichts geändert

## Das Menü des Schreibtischs
session-menu-applications = Anwendungen …
session-menu-files = Dateien
session-menu-calculator = Rechner
session-menu-terminal = Terminal
session-menu-screenshot = Bildschirmfoto aufnehmen
session-menu-log-out = Abmelden
session-menu-leave = Ausschalten …
