# Wörter, die mehrere Programme brauchen.

## Befehlszeilen
shared-usage-unknown-option = unbekannte Option „{ $option }“; siehe --help
shared-usage-missing-value = Option „{ $option }“ braucht einen Wert; siehe --help
shared-usage-bad-value = „{ $value }“ ist kein Wert für „{ $option }“; siehe --help
shared-usage-unexpected = unerwartetes Argument „{ $argument }“; siehe --help
shared-usage-missing-argument = „{ $command }“ braucht { $argument }; siehe --help
shared-usage-unknown-command = unbekannter Befehl „{ $command }“; siehe --help

## Fenster
shared-no-display = kein Bildschirm für ein Fenster: in einer grafischen Sitzung starten oder DISPLAY oder WAYLAND_DISPLAY setzen
shared-display-silent = Der Bildschirm „{ $display }“ antwortet nicht: DISPLAY oder WAYLAND_DISPLAY muss einen laufenden nennen, den Sie benutzen dürfen
shared-display-failed = das Fenster kann nicht gezeigt werden: { $detail }
shared-look-unreadable = { $file } ist nicht lesbar: { $detail }
shared-look-line = look.toml, Zeile { $line }: { $detail }
shared-look-value = look.toml: „{ $key }“ kann nicht { $value } sein

## Warum eine Anwendung nicht startet
shared-start-missing = Das Programm „{ $program }“ ist nicht installiert.
shared-start-permission = Das Programm „{ $program }“ darf nicht ausgeführt werden.
shared-start-directory = Der Arbeitsordner „{ $directory }“ ist nicht zugänglich.
shared-start-exited = Es hat sich sofort beendet: { $words }
shared-start-exited-silently = Es hat sich sofort mit Status { $status } beendet und nichts gemeldet.
shared-start-no-application = Der Desktop-Eintrag beschreibt keine Anwendung.
shared-start-no-command = Der Desktop-Eintrag nennt keinen Befehl.
shared-start-no-action = Es gibt keine Aktion „{ $action }“.
shared-start-quote = Im Befehl des Desktop-Eintrags ist ein Anführungszeichen nicht geschlossen.
shared-start-field-code = Der Befehl des Desktop-Eintrags enthält den unbekannten Feldcode „{ $code }“.
shared-start-remote = Es öffnet nur Dateien dieses Rechners, nicht „{ $target }“.
shared-start-no-terminal = Es braucht ein Terminal, und keines ist installiert.
shared-start-system = Das System startet „{ $program }“ nicht: { $detail }
shared-start-killed = Es wurde sofort durch Signal { $signal } beendet.

## Keys, as they are printed on keyboards
shared-key-ctrl = Strg
shared-key-shift = Umschalt
shared-key-enter = Eingabe
shared-key-space = Leertaste
shared-key-backspace = Rücktaste
shared-key-delete = Entf
shared-key-insert = Einfg
shared-key-home = Pos1
shared-key-end = Ende
shared-key-page-up = Bild auf
shared-key-page-down = Bild ab
