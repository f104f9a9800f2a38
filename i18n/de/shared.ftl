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
shared-display-failed = das Fenster kann nicht gezeigt werden: { $detail }
shared-look-unreadable = { $file } ist nicht lesbar: { $detail }
shared-look-line = look.toml, Zeile { $line }: { $detail }
shared-look-value = look.toml: „{ $key }“ kann nicht { $value } sein
