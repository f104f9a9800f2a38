# Completes candela-files(1) in fish. Made from packaging/commands.toml.

complete -c candela-files -n __fish_use_subcommand -a 'bulk-rename compress copy delete empty-trash extract history list make-file make-folder make-link move permissions recover redo rename restore trash trash-list undo'
complete -c candela-files -n __fish_use_subcommand -l select -r -F
complete -c candela-files -n __fish_use_subcommand -l properties -r -F
complete -c candela-files -n __fish_use_subcommand -l service
complete -c candela-files -n __fish_use_subcommand -l help
complete -c candela-files -n __fish_use_subcommand -l version
complete -c candela-files -n '__fish_seen_subcommand_from bulk-rename' -l pattern -x
complete -c candela-files -n '__fish_seen_subcommand_from bulk-rename' -l start -x
complete -c candela-files -n '__fish_seen_subcommand_from bulk-rename' -l step -x
complete -c candela-files -n '__fish_seen_subcommand_from bulk-rename' -l digits -x
complete -c candela-files -n '__fish_seen_subcommand_from bulk-rename' -l find -x
complete -c candela-files -n '__fish_seen_subcommand_from bulk-rename' -l regex -x
complete -c candela-files -n '__fish_seen_subcommand_from bulk-rename' -l with -x
complete -c candela-files -n '__fish_seen_subcommand_from bulk-rename' -l case -x -a 'upper lower title'
complete -c candela-files -n '__fish_seen_subcommand_from bulk-rename' -l preview
complete -c candela-files -n '__fish_seen_subcommand_from compress' -l progress
complete -c candela-files -n '__fish_seen_subcommand_from copy' -l conflict -x -a 'fail skip replace keep-both newer different'
complete -c candela-files -n '__fish_seen_subcommand_from copy' -l verify
complete -c candela-files -n '__fish_seen_subcommand_from copy' -l durable
complete -c candela-files -n '__fish_seen_subcommand_from copy' -l progress
complete -c candela-files -n '__fish_seen_subcommand_from extract' -l progress
complete -c candela-files -n '__fish_seen_subcommand_from history' -l json
complete -c candela-files -n '__fish_seen_subcommand_from list' -l json
complete -c candela-files -n '__fish_seen_subcommand_from list' -l hidden
complete -c candela-files -n '__fish_seen_subcommand_from list' -l sort -x -a 'name size modified type'
complete -c candela-files -n '__fish_seen_subcommand_from list' -l reverse
complete -c candela-files -n '__fish_seen_subcommand_from list' -l git
complete -c candela-files -n '__fish_seen_subcommand_from make-file' -l template -r -F
complete -c candela-files -n '__fish_seen_subcommand_from move' -l conflict -x -a 'fail skip replace keep-both newer different'
complete -c candela-files -n '__fish_seen_subcommand_from move' -l verify
complete -c candela-files -n '__fish_seen_subcommand_from move' -l durable
complete -c candela-files -n '__fish_seen_subcommand_from move' -l progress
complete -c candela-files -n '__fish_seen_subcommand_from permissions' -l folders -x
complete -c candela-files -n '__fish_seen_subcommand_from permissions' -l recursive
complete -c candela-files -n '__fish_seen_subcommand_from recover' -l list
complete -c candela-files -n '__fish_seen_subcommand_from recover' -l resume
complete -c candela-files -n '__fish_seen_subcommand_from recover' -l roll-back
complete -c candela-files -n '__fish_seen_subcommand_from recover' -l json
complete -c candela-files -n '__fish_seen_subcommand_from trash-list' -l json
