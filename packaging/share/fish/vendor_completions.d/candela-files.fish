# Completes candela-files(1) in fish. Made from packaging/commands.toml.

complete -c candela-files -n __fish_use_subcommand -a 'copy delete empty-trash history list make-folder move recover redo rename restore trash trash-list undo'
complete -c candela-files -n __fish_use_subcommand -l select -r -F
complete -c candela-files -n __fish_use_subcommand -l properties -r -F
complete -c candela-files -n __fish_use_subcommand -l service
complete -c candela-files -n __fish_use_subcommand -l help
complete -c candela-files -n __fish_use_subcommand -l version
complete -c candela-files -n '__fish_seen_subcommand_from copy' -l conflict -x -a 'fail skip replace keep-both newer different'
complete -c candela-files -n '__fish_seen_subcommand_from copy' -l verify
complete -c candela-files -n '__fish_seen_subcommand_from copy' -l durable
complete -c candela-files -n '__fish_seen_subcommand_from copy' -l progress
complete -c candela-files -n '__fish_seen_subcommand_from history' -l json
complete -c candela-files -n '__fish_seen_subcommand_from list' -l json
complete -c candela-files -n '__fish_seen_subcommand_from list' -l hidden
complete -c candela-files -n '__fish_seen_subcommand_from list' -l sort -x -a 'name size modified type'
complete -c candela-files -n '__fish_seen_subcommand_from list' -l reverse
complete -c candela-files -n '__fish_seen_subcommand_from list' -l git
complete -c candela-files -n '__fish_seen_subcommand_from move' -l conflict -x -a 'fail skip replace keep-both newer different'
complete -c candela-files -n '__fish_seen_subcommand_from move' -l verify
complete -c candela-files -n '__fish_seen_subcommand_from move' -l durable
complete -c candela-files -n '__fish_seen_subcommand_from move' -l progress
complete -c candela-files -n '__fish_seen_subcommand_from recover' -l list
complete -c candela-files -n '__fish_seen_subcommand_from recover' -l resume
complete -c candela-files -n '__fish_seen_subcommand_from recover' -l roll-back
complete -c candela-files -n '__fish_seen_subcommand_from recover' -l json
complete -c candela-files -n '__fish_seen_subcommand_from trash-list' -l json
