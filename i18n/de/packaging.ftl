# Was Menüs, Anmeldung, Softwareverwaltung und die Frage nach einem Passwort zeigen.

calculator-entry-name = Taschenrechner
calculator-entry-kind = Taschenrechner
calculator-entry-summary = Genau rechnen, Einheiten umrechnen und Funktionen zeichnen
calculator-entry-keywords = rechnen;Summe;Einheiten;Graph;Statistik;Programmierer;
calculator-entry-about =
    Ein Taschenrechner, der Brüche genau lässt, Einheiten, Daten und Zahlensysteme kennt, Funktionen zeichnet und auf
    einem Streifen zeigt, was er gerechnet hat. Dasselbe geht auch auf der Befehlszeile.

files-entry-name = Dateien
files-entry-kind = Dateiverwaltung
files-entry-summary = Dateien finden, zeigen und verschieben
files-entry-keywords = Ordner;Verzeichnis;durchsuchen;kopieren;
files-entry-about =
    Eine Dateiverwaltung, die keine Daten verliert: Jedes Kopieren, Verschieben und Löschen lässt sich zurücknehmen,
    Unterbrochenes fortsetzen, und was ersetzt wird, liegt im Papierkorb. Ordner unter Git zeigen, was geändert wurde.

launcher-entry-name = Starter
launcher-entry-kind = Anwendungsstarter
launcher-entry-summary = Installierte Anwendungen finden und starten
launcher-entry-keywords = starten;ausführen;suchen;Menü;
launcher-entry-about =
    Ein paar Buchstaben tippen und starten, was gemeint war: Der Starter findet Anwendungen, ihre Aktionen, Dateien und
    Ergebnisse und merkt sich, was oft gebraucht wird. Er ist sofort da und lässt sich ganz mit der Tastatur bedienen.

open-entry-name = Öffnen mit
open-entry-kind = Anwendungsauswahl
open-entry-summary = Die App wählen, die eine Datei oder Adresse öffnet
open-entry-about =
    Öffnet jede Datei, jeden Ordner und jede Adresse mit der passenden Anwendung und fragt auf Wunsch, mit welcher. Die
    Wahl lässt sich für alles vom selben Typ merken; auf der Befehlszeile sagt es, welche Anwendung das ist.

shutdown-entry-name = Sitzung verlassen
shutdown-entry-kind = Herunterfahren
shutdown-entry-summary = Sperren, abmelden, schlafen, neu starten oder herunterfahren, wartende Aktualisierungen zuerst
shutdown-entry-keywords = herunterfahren;ausschalten;neustart;abmelden;Aktualisierung;
shutdown-entry-power-off = Herunterfahren
shutdown-entry-reboot = Neu starten
shutdown-entry-about =
    Bevor der Computer herunterfährt, erfahren Sie, welche Aktualisierungen warten, wie viele davon die Sicherheit
    betreffen, und ob sie jetzt installiert oder dieses Mal übersprungen werden. Ohne Antwort wird nichts installiert.
shutdown-policy-install = Aktualisierungen beim Herunterfahren installieren
shutdown-policy-install-why = Um die wartenden Aktualisierungen zu installieren, ist eine Anmeldung nötig
shutdown-policy-skip = Ohne Aktualisierungen herunterfahren
shutdown-policy-skip-why = Um die Aktualisierungen zurückzuhalten, ist eine Anmeldung nötig

session-entry-summary = Ein ruhiger Desktop aus kleinen, schnellen Programmen
