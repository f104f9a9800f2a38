# Opens files and addresses.

## Window
open-title = Open with
open-search-hint = Search apps
open-made-for = Made for: { $mime }
open-others = Other apps
open-default = Default
open-always = Always use for: { $mime }
open-custom = Custom command…
open-custom-hint = Command, such as: viewer %f
open-custom-note = What is to be opened takes the place of %f, or comes last.
open-list = Choose an app…
open-cancel = Cancel
open-open = Open
open-several =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
open-nothing-title = Nothing found
open-nothing-detail = No app matches “{ $query }”.
open-nothing-clear = Show all apps
open-empty-title = No apps are installed
open-empty-detail = A custom command can open it all the same.
open-failed-title = “{ $name }” cannot be started
open-always-failed-title = The choice cannot be kept
open-scheme = { $scheme } addresses
open-ask-window = Run a program
open-ask-title = Run “{ $name }”?
open-ask-detail = This file starts a program and does not belong to an installed app. Run it only if you know where it comes from.
open-ask-file = File
open-ask-command = Command
open-ask-trust = Trust this file from now on
open-ask-read = Show as text
open-ask-run = Run
open-trouble-window = Cannot be opened
open-trouble-one = “{ $name }” cannot be opened
open-trouble-several =
    { $count ->
        [one] { $count } item cannot be opened
       *[other] { $count } items cannot be opened
    }
open-trouble-hint = Choose an app for it, or look for one in the launcher.
open-trouble-reasons = Each has a reason of its own.
open-trouble-what = What
open-trouble-type = Type
open-trouble-close = Close
open-trouble-search = Search in the launcher
open-trouble-folder = Show the folder
open-why-missing = There is no such file.
open-why-unreadable = It may not be looked at: { $detail }
open-why-nothing = No app that is installed opens this type.
open-why-untrusted = It would run a program, and is not trusted.
open-why-no-address = It is a link without an address.
open-why-circle = It is a link that leads to links for ever.
open-why-entry = It is no desktop entry that can be opened: { $detail }

## Command line
open-help =
    Opens files and addresses with the application for them.

    usage: candela-open [--with ID | --choose] [--dry-run] TARGET ...
           candela-open --type FILE
           candela-open --default MIME
           candela-open --applications MIME
           candela-open --set-default ID MIME

    A TARGET is a file, a folder, a desktop entry or a URI; targets of one application are opened at once.
      --with ID       with that application
      --choose        asks which application
      --dry-run       prints each command as a JSON array of arguments, a line each, and starts nothing
      --type          prints the MIME type of a file
      --default       prints the application that opens a type, by its ID
      --applications  prints all that can open a type, the default first
      --set-default   has an application open a type from now on
      --help, --version
open-error-missing = cannot open "{ $target }": there is no such file
open-error-unreadable = cannot open "{ $target }": { $detail }
open-error-nothing = nothing opens "{ $target }" ({ $mime }): install an application for it, or name one with --choose, --with ID or --set-default ID { $mime }
open-error-cannot = cannot open "{ $target }" with { $id }: { $detail }
open-error-untrusted = "{ $target }" would run a program and is not trusted: check where it comes from, then make it executable (chmod +x), or open it as text with --with ID
open-error-trust = "{ $target }" runs, but cannot be trusted from now on: { $detail }
open-error-no-address = "{ $target }" is a link without an address
open-error-circle = "{ $target }" is a link that leads to a link that leads to a link: it goes on for too long
open-error-entry = "{ $target }" is no desktop entry that can be opened: { $detail }
open-error-unknown = no application "{ $id }"
open-error-no-default = nothing opens { $mime }
open-error-not-a-type = "{ $mime }" is no MIME type, such as text/plain
open-error-no-folder = there is no folder for settings: set HOME or XDG_CONFIG_HOME
open-error-list-read = cannot read "{ $path }": { $detail }
open-error-list-write = cannot write "{ $path }": { $detail }
open-warning-overruled = the choice is kept, but { $id } stays the default for { $mime } on this desktop: a list that counts more names it
