# Öffnet Dateien und Adressen.

## Fenster
open-title = Öffnen mit
open-search-hint = Apps suchen
open-made-for = Gemacht für: { $mime }
open-others = Andere Apps
open-default = Standard
open-always = Immer verwenden für: { $mime }
open-custom = Eigener Befehl …
open-custom-hint = Befehl, zum Beispiel: betrachter %f
open-custom-note = Was geöffnet wird, tritt an die Stelle von %f oder steht am Ende.
open-list = App auswählen …
open-cancel = Abbrechen
open-open = Öffnen
open-several =
    { $count ->
        [one] { $count } Element
       *[other] { $count } Elemente
    }
open-nothing-title = Nichts gefunden
open-nothing-detail = Keine App passt zu „{ $query }“.
open-nothing-clear = Alle Apps zeigen
open-empty-title = Es sind keine Apps installiert
open-empty-detail = Ein eigener Befehl kann es trotzdem öffnen.
open-failed-title = „{ $name }“ lässt sich nicht starten
open-always-failed-title = Die Wahl lässt sich nicht merken
open-scheme = { $scheme }-Adressen
open-ask-window = Ein Programm ausführen
open-ask-title = „{ $name }“ ausführen?
open-ask-detail = Diese Datei startet ein Programm und gehört zu keiner installierten App. Führen Sie sie nur aus, wenn Sie wissen, woher sie kommt.
open-ask-file = Datei
open-ask-command = Befehl
open-ask-trust = Dieser Datei künftig vertrauen
open-ask-read = Als Text zeigen
open-ask-run = Ausführen
open-trouble-window = Lässt sich nicht öffnen
open-trouble-one = „{ $name }“ lässt sich nicht öffnen
open-trouble-several =
    { $count ->
        [one] { $count } Element lässt sich nicht öffnen
       *[other] { $count } Elemente lassen sich nicht öffnen
    }
open-trouble-hint = Wählen Sie eine App dafür aus oder suchen Sie eine im Starter.
open-trouble-reasons = Jedes hat seinen eigenen Grund.
open-trouble-what = Was
open-trouble-type = Typ
open-trouble-close = Schließen
open-trouble-search = Im Starter suchen
open-trouble-folder = Ordner zeigen
open-why-missing = Es gibt keine solche Datei.
open-why-unreadable = Sie lässt sich nicht ansehen: { $detail }
open-why-nothing = Keine installierte App öffnet diesen Typ.
open-why-untrusted = Sie würde ein Programm ausführen und ist nicht vertrauenswürdig.
open-why-no-address = Es ist eine Verknüpfung ohne Adresse.
open-why-circle = Es ist eine Verknüpfung, die endlos zu Verknüpfungen führt.
open-why-entry = Es ist kein Desktop-Eintrag, der sich öffnen lässt: { $detail }

## Befehlszeile
open-help =
    Öffnet Dateien und Adressen mit der Anwendung dafür.

    Aufruf: candela-open [--with ID | --choose] [--dry-run] ZIEL ...
            candela-open --type DATEI
            candela-open --default MIME
            candela-open --applications MIME
            candela-open --set-default ID MIME

    Ein ZIEL ist eine Datei, ein Ordner, ein Desktop-Eintrag oder eine URI; Ziele derselben Anwendung werden zusammen geöffnet.
      --with ID       mit dieser Anwendung
      --choose        fragt, mit welcher Anwendung
      --dry-run       gibt jeden Befehl als JSON-Liste seiner Argumente aus, je einen in der Zeile, und startet nichts
      --type          gibt den MIME-Typ einer Datei aus
      --default       gibt die ID der Anwendung aus, die einen Typ öffnet
      --applications  gibt alle aus, die einen Typ öffnen können, die übliche zuerst
      --set-default   lässt eine Anwendung einen Typ von nun an öffnen
      --help, --version
open-error-missing = „{ $target }“ lässt sich nicht öffnen: Es gibt keine solche Datei
open-error-unreadable = „{ $target }“ lässt sich nicht öffnen: { $detail }
open-error-nothing = nichts öffnet „{ $target }“ ({ $mime }): eine Anwendung dafür installieren oder mit --choose, --with ID oder --set-default ID { $mime } eine nennen
open-error-cannot = „{ $target }“ lässt sich mit { $id } nicht öffnen: { $detail }
open-error-untrusted = „{ $target }“ würde ein Programm ausführen und ist nicht vertrauenswürdig: die Herkunft prüfen und die Datei dann ausführbar machen (chmod +x) oder sie mit --with ID als Text öffnen
open-error-trust = "{ $target }" wird ausgeführt, ihr lässt sich aber nicht künftig vertrauen: { $detail }
open-error-no-address = „{ $target }“ ist ein Verweis ohne Adresse
open-error-circle = „{ $target }“ ist ein Verweis auf einen Verweis auf einen Verweis: Das nimmt kein Ende
open-error-entry = „{ $target }“ ist kein Desktop-Eintrag, der sich öffnen lässt: { $detail }
open-error-unknown = keine Anwendung „{ $id }“
open-error-no-default = nichts öffnet { $mime }
open-error-not-a-type = „{ $mime }“ ist kein MIME-Typ wie etwa text/plain
open-error-no-folder = es gibt keinen Ordner für Einstellungen: HOME oder XDG_CONFIG_HOME setzen
open-error-list-read = „{ $path }“ ist nicht lesbar: { $detail }
open-error-list-write = „{ $path }“ lässt sich nicht schreiben: { $detail }
open-warning-overruled = die Wahl ist gemerkt, doch auf diesem Desktop bleibt { $id } der Standard für { $mime }: Eine Liste, die mehr gilt, nennt sie
