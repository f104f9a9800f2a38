# Die Frage beim Herunterfahren.

## Die Frage
shutdown-window = Herunterfahren
shutdown-title-power-off = Herunterfahren?
shutdown-title-reboot = Neu starten?
shutdown-looking = Wartende Aktualisierungen werden gesucht …
shutdown-ready-power-off = Aktualisierungen sind bereit und können installiert werden, bevor der Computer ausgeht.
shutdown-ready-reboot = Aktualisierungen sind bereit und können installiert werden, bevor der Computer neu startet.
shutdown-not-now = Aktualisierungen sind bereit, aber jetzt ist nicht der richtige Moment dafür.
shutdown-not-now-count =
    { $count ->
        [one] { $count } Aktualisierung ist bereit, aber jetzt ist nicht der richtige Moment dafür.
       *[other] { $count } Aktualisierungen sind bereit, aber jetzt ist nicht der richtige Moment dafür.
    }
shutdown-nothing-power-off = Alle Programme werden geschlossen, und der Computer geht aus.
shutdown-nothing-reboot = Alle Programme werden geschlossen, und der Computer startet neu.
shutdown-busy = Gerade werden Aktualisierungen installiert.
shutdown-unknown = Ob Aktualisierungen warten, war nicht herauszufinden.

## Tatsachen
shutdown-packages =
    { $count ->
        [one] { $count } Paket
       *[other] { $count } Pakete
    }
shutdown-files =
    { $count ->
        [one] { $count } Datei
       *[other] { $count } Dateien
    }
shutdown-updates = Aktualisierungen
shutdown-release = Eine neue Ausgabe des Systems
shutdown-size-downloaded = { $size }, heruntergeladen
shutdown-size-to-download = { $size } herunterzuladen
shutdown-downloaded = heruntergeladen
shutdown-to-download = nicht heruntergeladen
shutdown-kilobytes = { $number } kB
shutdown-megabytes = { $number } MB
shutdown-gigabytes = { $number } GB
shutdown-security =
    { $count ->
        [one] { $count } davon schließt eine Sicherheitslücke
       *[other] { $count } davon schließen Sicherheitslücken
    }
shutdown-duration =
    { $minutes ->
        [one] Etwa { $minutes } Minute
       *[other] Etwa { $minutes } Minuten
    }
shutdown-plugged-in = am Netz, { $percent } %
shutdown-on-battery = im Akkubetrieb, { $percent } %
shutdown-mains = am Netz
shutdown-show-packages = Pakete zeigen
shutdown-hide-packages = Pakete verbergen
shutdown-source = Von { $source }

## Warnungen
shutdown-battery-title = Akku bei { $percent } %, wird nicht geladen
shutdown-battery-detail = Aktualisierungen warten, bis das Netzteil angeschlossen oder der Akku über { $least } % ist: Ein Computer, der mittendrin ausgeht, startet vielleicht nicht mehr.
shutdown-blocked-title =
    { $count ->
        [one] Ein Programm arbeitet noch
       *[other] { $count } Programme arbeiten noch
    }
shutdown-blocked-line = { $who }: { $why }
shutdown-users-title = Andere sind angemeldet
shutdown-users-detail = { $names }. Was sie nicht gespeichert haben, geht verloren.
shutdown-last-failure-title = Die letzte Aktualisierung ist misslungen
shutdown-told-detail =
    { $reason }
    Was sie installieren sollte, wartet weiter.
shutdown-unknown-title = Aktualisierungen lassen sich nicht prüfen
shutdown-unknown-detail =
    { $reason }
    Was wartet, wartet weiter, es sei denn, das System installiert es von selbst.
shutdown-busy-title = Eine Aktualisierung läuft
shutdown-busy-detail =
    { $reason }
    Ein Computer, der jetzt ausgeht, startet vielleicht nicht mehr.
shutdown-obstacle-title = Sie können jetzt nicht installiert werden
shutdown-offline = Sie müssen erst heruntergeladen werden.
shutdown-countdown-battery = Im Akkubetrieb wird nichts von selbst installiert.

## Wahl
shutdown-install-first = Zuerst Aktualisierungen installieren
shutdown-install-charger = Mit angeschlossenem Netzteil ist das wählbar.
shutdown-countdown-power-off = Fährt in { $seconds } s herunter
shutdown-countdown-reboot = Startet in { $seconds } s neu
shutdown-countdown-cancel = Schließt in { $seconds } s
shutdown-cancel = Abbrechen
shutdown-close = Schließen
shutdown-power-off = Herunterfahren
shutdown-reboot = Neu starten
shutdown-update-power-off = Aktualisieren und herunterfahren
shutdown-update-reboot = Aktualisieren und neu starten
shutdown-anyway-power-off = Trotzdem herunterfahren
shutdown-anyway-reboot = Trotzdem neu starten
shutdown-look-again = Erneut suchen

## Bei der Arbeit
shutdown-working-title = Aktualisierungen werden installiert
shutdown-working-detail = Der Computer muss an und am Netz bleiben. Danach fährt er von selbst herunter.
shutdown-leaving-title = Wird heruntergefahren
shutdown-leaving-detail = Das System wird gebeten, herunterzufahren.
shutdown-step = Schritt { $at } von { $total }

## Fenster, die sich erst schließen sollen
shutdown-closing-title = Fenster werden geschlossen
shutdown-closing-detail = Die Programme werden gebeten, sich zu schließen, und fragen vielleicht, was zu speichern ist.
shutdown-open-title = Nicht alles hat sich geschlossen
shutdown-open-detail-power-off = Was dort nicht gespeichert ist, geht beim Ausschalten verloren.
shutdown-open-detail-reboot = Was dort nicht gespeichert ist, geht beim Neustart verloren.
shutdown-open-count =
    { $count ->
        [one] Das ist noch offen
       *[other] { $count } sind noch offen
    }
shutdown-open-more =
    { $count ->
        [one] und { $count } weiteres
       *[other] und { $count } weitere
    }
shutdown-open-nameless = ein Fenster ohne Namen
shutdown-unasked-title = Die Fenster konnten nicht gefragt werden
shutdown-back = Zurück
shutdown-anyway-log-out = Trotzdem abmelden

## Misserfolge
shutdown-failed-install = Die Aktualisierungen wurden nicht installiert
shutdown-failed-skip = Die Aktualisierungen ließen sich nicht zurückhalten
shutdown-failed-power = Der Computer ist nicht heruntergefahren
shutdown-failed-deed = Das ließ sich nicht machen
shutdown-failed-stays =
    { $reason }
    Der Computer bleibt an.
shutdown-still-on = Das System wollte herunterfahren, läuft aber noch.
shutdown-retry = Noch einmal
shutdown-without-power-off = Ohne Aktualisierung herunterfahren
shutdown-without-reboot = Ohne Aktualisierung neu starten

## Die Sitzung
shutdown-session-title = Diese Sitzung verlassen
shutdown-session-detail = Was nicht gespeichert ist, geht verloren.
shutdown-session-blocked =
    { $count ->
        [one] Ein Programm arbeitet noch: { $names }.
       *[other] { $count } Programme arbeiten noch: { $names }.
    }
shutdown-session-nothing = Nichts davon ist hier erlaubt.
shutdown-lock = Sperren
shutdown-log-out = Abmelden
shutdown-sleep = Bereitschaft
shutdown-key-lock = S
shutdown-key-log-out = A
shutdown-key-sleep = B
shutdown-key-reboot = N
shutdown-key-power-off = H

## Gründe
shutdown-reason-missing = { $tool } ist nicht installiert.
shutdown-reason-timed-out = { $tool } hat nicht rechtzeitig geantwortet.
shutdown-reason-not-started = { $tool } lässt sich nicht starten: { $detail }.
shutdown-reason-failed = { $tool } ist mit Status { $status } gescheitert: { $detail }
shutdown-reason-not-understood = Die Antwort von { $tool } ist unverständlich: { $detail }
shutdown-reason-unreadable = „{ $file }“ ist nicht lesbar: { $detail }.
shutdown-reason-malformed = „{ $file }“ ist unverständlich: { $detail }.
shutdown-reason-stale =
    { $days ->
        [one] „{ $file }“ ist { $days } Tag alt.
       *[other] „{ $file }“ ist { $days } Tage alt.
    }
shutdown-reason-packaged-base = Das Grundsystem besteht aus Paketen, die freebsd-update nicht kennt.
shutdown-reason-no-command = In shutdown.toml ist kein Befehl eingestellt.
shutdown-busy-process = Prozess { $process } installiert Aktualisierungen.
shutdown-busy-lock = Die Pakete sind gesperrt: { $detail }
shutdown-obstacle-release = Eine neue Ausgabe wird in mehreren Schritten mit einem Neustart dazwischen installiert: Rufen Sie selbst „freebsd-update install“ auf.
shutdown-obstacle-updater = Der nächste Start gehört einem anderen Aktualisierer: { $link }
shutdown-obstacle-space = Zu wenig Platz auf der Platte: { $free } sind frei, { $needed } sollten es sein.
shutdown-obstacle-secure-level = Die Dateien des Systems sind geschützt: kern.securelevel ist { $level }.
shutdown-obstacle-offline = Es gibt kein Netz, um sie herunterzuladen.
shutdown-error-denied = Sie dürfen das nicht: { $detail }
shutdown-error-service = { $service } tut es nicht: { $detail }
shutdown-error-not-done = Es ist nicht geschehen: { $detail }
shutdown-error-running = Eine andere Nachfrage oder Aktualisierung läuft gerade.
shutdown-error-file = „{ $file }“: { $detail }
shutdown-error-open = Nicht alles hat sich geschlossen: { $names }
shutdown-error-no-bus = Es gibt keinen Systembus, der gefragt werden könnte.

## Befehlszeile
shutdown-say-none = keine Aktualisierungen warten
shutdown-say-available =
    { $count ->
        [one] keine Aktualisierungen warten; { $count } ließe sich herunterladen ({ $source })
       *[other] keine Aktualisierungen warten; { $count } ließen sich herunterladen ({ $source })
    }
shutdown-say-pending =
    { $count ->
        [one] { $count } Aktualisierung wartet ({ $source })
       *[other] { $count } Aktualisierungen warten ({ $source })
    }
shutdown-say-pending-some = Aktualisierungen warten ({ $source })
shutdown-say-security =
    { $count ->
        [one] { $count } schließt eine Sicherheitslücke
       *[other] { $count } schließen Sicherheitslücken
    }
shutdown-say-busy = eine Aktualisierung läuft: { $reason }
shutdown-say-unknown = ob Aktualisierungen warten, ist nicht zu sagen: { $reason }
shutdown-say-abruptly = die Aktualisierungen ließen sich nicht zurückhalten; Dienste werden nicht sauber beendet
shutdown-say-succeeded = die letzte Aktualisierung ist gelungen
shutdown-say-failed = die letzte Aktualisierung ist nicht gelungen: { $detail }
shutdown-say-raised = eine andere Rückfrage ist offen; sie wurde nach vorn geholt
shutdown-ask = Zuerst installieren? [{ $install }] installieren, [{ $skip }] ohne, [{ $cancel }] abbrechen:{" "}
shutdown-ask-unknown = Ohne Gewissheit herunterfahren? [{ $skip }] ja, [{ $cancel }] abbrechen:{" "}
shutdown-ask-install = i
shutdown-ask-skip = o
shutdown-ask-cancel = a
shutdown-usage-backend = keine Quelle von Aktualisierungen heißt „{ $name }“; siehe --list-backends
shutdown-usage-root = „{ $folder }“ ist kein Ordner
shutdown-settings-unreadable = { $file } ist nicht lesbar: { $detail }
shutdown-settings-line = shutdown.toml, Zeile { $line }: { $detail }
shutdown-settings-value = shutdown.toml: „{ $key }“ kann nicht { $value } sein
shutdown-nobody-can = weder logind noch eine Candela-Sitzung ist da, um das zu tun
shutdown-nobody-locks = In dieser Sitzung läuft kein Programm, das den Bildschirm sperrt
shutdown-help =
    Fragt beim Herunterfahren, ob wartende Aktualisierungen installiert werden sollen.

    Aufruf: candela-shutdown [power-off|reboot] [--answer install|skip|cancel] [--dry-run]
            candela-shutdown lock|log-out|suspend [--dry-run]
            candela-shutdown detect [--json]
            candela-shutdown result [--once]
            candela-shutdown --list-backends|--list-deeds

    Ohne Wort fragt es, ob gesperrt, abgemeldet, geschlafen, neu gestartet oder heruntergefahren wird.
      power-off, reboot    fragt nach wartenden Aktualisierungen und fährt dann herunter
      lock, log-out, suspend  sperrt, meldet ab, schläft, und fragt niemanden
      detect               sagt, welche Aktualisierungen warten, und fragt niemanden
      result               sagt, wie die letzte Aktualisierung endete, die lief, als niemand da war;
                           --once: in einem Fenster, und nur einen Fehlschlag, der noch nicht gesagt wurde
      --answer ANTWORT     antwortet an Ihrer Stelle: install, skip oder cancel
      --dry-run            gibt aus, was ausgeführt würde, je Zeile ein JSON-Feld von Argumenten
      --root ORDNER        sucht Merkdateien, Zustand und Werkzeuge unter ORDNER
      --backend NAME       fragt nur diese Quelle von Aktualisierungen
      --list-backends      nennt die Quellen
      --list-deeds         nennt, was hier möglich ist, ein Wort je Zeile
      --json               gibt ein JSON-Dokument aus
      --help, --version

    Status: 0 nichts wartet, 10 installieren, 11 ohne, 12 abgebrochen (nicht ausschalten),
    13 eine Aktualisierung läuft, 20 unbekannt, 21 misslungen, 22 nicht erlaubt, 64 falscher Aufruf
