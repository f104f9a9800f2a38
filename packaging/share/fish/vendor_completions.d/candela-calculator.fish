# Completes candela-calculator(1) in fish. Made from packaging/commands.toml.

complete -c candela-calculator -n __fish_use_subcommand -s e -x
complete -c candela-calculator -n __fish_use_subcommand -l batch
complete -c candela-calculator -n __fish_use_subcommand -l stateful
complete -c candela-calculator -n __fish_use_subcommand -l digits -x
complete -c candela-calculator -n __fish_use_subcommand -l exact
complete -c candela-calculator -n __fish_use_subcommand -l angle -x -a 'rad deg grad'
complete -c candela-calculator -n __fish_use_subcommand -l base -x
complete -c candela-calculator -n __fish_use_subcommand -l word -x -a 'i8 u8 i16 u16 i32 u32 i64 u64'
complete -c candela-calculator -n __fish_use_subcommand -l complex
complete -c candela-calculator -n __fish_use_subcommand -l locale -x
complete -c candela-calculator -n __fish_use_subcommand -l time -x
complete -c candela-calculator -n __fish_use_subcommand -l rates -r -F
complete -c candela-calculator -n __fish_use_subcommand -l json
complete -c candela-calculator -n __fish_use_subcommand -l help
complete -c candela-calculator -n __fish_use_subcommand -l version
