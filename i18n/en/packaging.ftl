# What menus, login screens, software centres and the question for a password show. Looked up when the entries below
# packaging/entries are expanded, never by a program.

calculator-entry-name = Calculator
calculator-entry-kind = Calculator
calculator-entry-summary = Calculate exactly, convert units and draw functions
calculator-entry-keywords = calculate;sum;units;graph;statistics;programmer;
calculator-entry-about =
    A calculator that keeps fractions exact, knows units, dates and number bases, draws functions, and shows what it did
    on a tape. The same sums can be done on the command line.

files-entry-name = Files
files-entry-kind = File Manager
files-entry-summary = Find, show and move files
files-entry-keywords = folder;directory;explore;copy;git;
files-entry-about =
    A file manager that never loses data: every copy, move and removal can be undone, an interrupted one can be resumed,
    and what is replaced goes to the trash. Folders under Git show what was changed.

launcher-entry-name = Launcher
launcher-entry-kind = Application Launcher
launcher-entry-summary = Find and start installed applications
launcher-entry-keywords = start;run;search;menu;
launcher-entry-about =
    Type a few letters and start what you meant: the launcher finds applications, their actions, files and sums, and
    learns what you use often. It opens at once and works by keyboard alone.

open-entry-name = Open With
open-entry-kind = Application Chooser
open-entry-summary = Choose the app that opens a file or an address
open-entry-about =
    Opens each file, folder and address with the application for it, and asks which where you want to choose. The choice
    can be kept for everything of the same type, and on the command line it tells which application that is.

shutdown-entry-name = Leave Session
shutdown-entry-kind = Shut Down
shutdown-entry-summary = Lock, log out, sleep, restart or shut down, with waiting updates installed first
shutdown-entry-keywords = shutdown;reboot;power;logout;suspend;update;
shutdown-entry-power-off = Shut Down
shutdown-entry-reboot = Restart
shutdown-entry-about =
    Before the computer goes down you are told which updates wait, how many of them are for security, and whether they
    should be installed now or skipped this once. Nothing is installed without an answer.
shutdown-policy-install = Install updates at shutdown
shutdown-policy-install-why = Authentication is needed to install the updates that wait
shutdown-policy-skip = Shut down without installing updates
shutdown-policy-skip-why = Authentication is needed to hold the updates back

session-entry-summary = A calm desktop of small, fast programs
