# Die Dateiverwaltung.

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
