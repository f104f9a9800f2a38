//! The launcher in a real window, driven by keyboard and mouse as a person would.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use candela_tests::{Display, Key, PATIENCE, Picture, Program, Size, Tree, Window, candela, run, wait_until};
use serde_json::Value;

/// The selected row, in the light look.
const SELECTION: [u8; 3] = [0xdc, 0xe6, 0xfa];
/// A window whose picture did not change for so long has come to rest. Shorter than the caret's blinking.
const REST: Duration = Duration::from_millis(250);

/// The middle of the selected hit: hits are as wide as the window, so it is not that of the tile selected before.
fn hit(picture: &Picture) -> Option<(i16, i16)> {
    picture.centre_of(SELECTION).filter(|(x, _)| i16::abs_diff(*x, 360) < 60)
}

/// A display, a tree with applications, and a launcher on them.
struct Scene {
    display: Display,
    tree: Tree,
}

impl Scene {
    fn new(applications: &[(&str, &str)]) -> Self {
        let scene = Self { display: Display::start(Size(1280, 800)), tree: Tree::new() };
        for (id, name) in applications {
            let _path = scene.tree.application(id, name, "--from-launcher").install();
        }
        scene
    }

    /// Many applications whose names begin alike.
    fn crowded() -> Self {
        let scene = Self::new(&[]);
        for number in 1..=40 {
            let application = scene.tree.application(&format!("app{number:02}"), &format!("Foolscap {number:02}"), "");
            let _path = application.install();
        }
        scene
    }

    fn open(&self, arguments: &[&str]) -> (Program, Window) {
        let program = Program::start(&self.display, self.tree.command(["launcher"].iter().chain(arguments)));
        let window = program.window();
        let _picture = window.first_frame();
        (program, window)
    }

    /// What the window lists for a query, by the IDs of the applications, best first.
    fn hits(&self, query: &str) -> Vec<String> {
        let finished = self.tree.run(["launcher", "search", query, "--json"]);
        let hits: Value = serde_json::from_str(&finished.stdout).unwrap();
        let id = |hit: &Value| hit["id"].as_str().unwrap().trim_end_matches(".desktop").to_owned();
        hits.as_array().unwrap().iter().map(id).collect()
    }

    /// The application that these keys start when pressed after a query.
    fn starts(&self, query: &str, keys: &[Key]) -> String {
        let (_program, window) = self.open(&[]);
        window.type_text(query);
        keys.iter().for_each(|key| window.press(*key));
        self.tree.started().id
    }
}

const APPLICATIONS: [(&str, &str); 4] = [
    ("org.example.Editor", "Text Editor"),
    ("org.example.Terminal", "Terminal"),
    ("org.example.Music", "Music"),
    ("org.example.Umlaut", "Übersicht und エディタ"),
];

#[test]
fn three_letters_and_enter_start_the_application() {
    let scene = Scene::new(&APPLICATIONS);
    let (program, window) = scene.open(&[]);
    window.type_text("edi");
    window.press(Key::Enter);
    let started = scene.tree.started();
    assert_eq!(started.id, "org.example.Editor");
    assert_eq!(started.arguments, ["--from-launcher"]);
    window.wait_closed();
    assert_eq!(program.finish().status.code(), Some(0));
    assert!(scene.tree.nothing_started());
}

#[test]
fn letters_of_other_keyboards_are_typed_too() {
    let scene = Scene::new(&APPLICATIONS);
    for query in ["Über", "エディ"] {
        assert_eq!(scene.starts(query, &[Key::Enter]), "org.example.Umlaut", "{query}");
    }
}

#[test]
fn keys_that_are_composed_make_one_letter() {
    let scene = Scene::new(&[("org.example.Letters", "e="), ("org.example.Euro", "€")]);
    let (_program, window) = scene.open(&[]);
    window.press(Key::Compose);
    window.type_text("e=");
    window.press(Key::Enter);
    assert_eq!(scene.tree.started().id, "org.example.Euro");
}

#[test]
fn fonts_are_searched_for_once_and_draw_the_same_again() {
    let scene = Scene::new(&[("org.example.Letters", "エディタ محرر Éditeur")]);
    let listed = || {
        let (program, window) = scene.open(&[]);
        window.type_text("edi");
        (program, window)
    };
    let first = {
        let (_program, window) = listed();
        let _hit = window.wait_for("the hit", |picture| hit(picture).is_some());
        window.at_rest(REST)
    };
    let (cache, beside) = (scene.tree.path("cache/candela/fonts.cache"), "cache/candela/no-fonts.conf");
    // Written last.
    wait_until(|| "the fonts are not kept".to_owned(), || scene.tree.path(beside).exists());
    let kept = || fs::metadata(&cache).unwrap().ino();
    let before = kept();
    let (_program, window) = listed();
    // The caret blinks.
    let _same = window.wait_for("the same again", |picture| *picture == first);
    assert_eq!(kept(), before);
}

#[test]
fn field_codes_are_expanded() {
    let scene = Scene::new(&[]);
    let application = scene.tree.application("org.example.Codes", "The Codes", "--name %c %i 100%% --at %k %U");
    let path = application.with("Icon", "codes").install();
    let (_program, window) = scene.open(&[]);
    window.type_text("codes");
    window.press(Key::Enter);
    let expected = ["--name", "The Codes", "--icon", "codes", "100%", "--at", path.to_str().unwrap()];
    assert_eq!(scene.tree.started().arguments, expected);
}

#[test]
fn arrows_and_pages_move_through_the_hits() {
    let (down, up) = (Key::Down, Key::Up);
    for (keys, expected) in
        [(&[][..], 0), (&[down, down], 2), (&[down, down, up], 1), (&[Key::PageDown, Key::PageUp], 0)]
    {
        // What was started before would come first.
        let scene = Scene::crowded();
        let hits = scene.hits("foolscap");
        assert_eq!(hits.len(), 40);
        let keys: Vec<_> = keys.iter().copied().chain([Key::Enter]).collect();
        assert_eq!(scene.starts("foolscap", &keys), hits[expected], "{keys:?}");
    }
    let scene = Scene::crowded();
    let hits = scene.hits("foolscap");
    let paged = scene.starts("foolscap", &[Key::PageDown, Key::Enter]);
    let position = hits.iter().position(|hit| *hit == paged).unwrap();
    assert!((4..20).contains(&position), "a page is {position} rows");
}

#[test]
fn control_and_a_digit_start_that_hit() {
    let scene = Scene::crowded();
    let hits = scene.hits("foolscap");
    for digit in ['1', '3', '9'] {
        let (_program, window) = scene.open(&[]);
        window.type_text("foolscap");
        let _listed = window.wait_for("the hits", |picture| hit(picture).is_some());
        window.press_with(&[Key::Control], Key::Char(digit));
        let position = digit.to_digit(10).unwrap() as usize - 1;
        assert_eq!(scene.tree.started().id, hits[position], "Ctrl+{digit}");
    }
}

#[test]
fn a_click_starts_what_is_clicked() {
    let scene = Scene::crowded();
    let hits = scene.hits("foolscap");
    let (_program, window) = scene.open(&[]);
    window.type_text("foolscap");
    let place = hit;
    let first = place(&window.wait_for("a selected hit", |picture| place(picture).is_some()));
    window.press(Key::Down);
    let second = window.wait_for("another selected hit", |picture| place(picture).is_some() && place(picture) != first);
    window.press(Key::Up);
    let _back = window.wait_for("the first one selected", |picture| place(picture) == first);
    let (x, y) = place(&second).unwrap();
    window.click(x, y);
    assert_eq!(scene.tree.started().id, hits[1]);
}

#[test]
fn right_and_tab_show_the_actions_of_an_application() {
    for key in [Key::Right, Key::Tab] {
        let scene = Scene::new(&APPLICATIONS);
        let editor = scene.tree.application("org.example.Studio", "Studio", "");
        let _path = editor.with_action("record", "Record", "--record").install();
        let (_program, window) = scene.open(&[]);
        window.type_text("studio");
        let _hit = window.wait_for("the hit", |picture| hit(picture).is_some());
        let listed = window.at_rest(REST);
        window.press(key);
        let shown = window.wait_for("the actions", |picture| picture.difference(&listed) > 2000);
        let _file = shown.save("launcher-actions");
        window.press(Key::Down);
        window.press(Key::Enter);
        assert_eq!(scene.tree.started().arguments, ["--record"], "{key:?}");
    }
}

#[test]
fn escape_empties_the_query_and_then_closes_the_window() {
    let scene = Scene::new(&APPLICATIONS);
    let (program, window) = scene.open(&[]);
    let home = window.at_rest(REST);
    window.type_text("mus");
    let _hits = window.wait_for("the hits", |picture| hit(picture).is_some());
    window.press(Key::Escape);
    let _home =
        window.wait_for("all applications", |picture| picture.centre_of(SELECTION) == home.centre_of(SELECTION));
    assert!(window.is_open());
    window.press(Key::Escape);
    window.wait_closed();
    assert_eq!(program.finish().status.code(), Some(0));
    assert!(scene.tree.nothing_started());
}

#[test]
fn what_finds_nothing_says_so_and_starts_nothing() {
    let scene = Scene::new(&APPLICATIONS);
    let (_program, window) = scene.open(&[]);
    window.type_text("qqqq");
    let nothing = window.wait_for("no selected hit", |picture| picture.centre_of(SELECTION).is_none());
    let _file = nothing.save("launcher-nothing-found");
    window.press(Key::Enter);
    let _rest = window.at_rest(REST);
    assert!(window.is_open() && scene.tree.nothing_started());
}

#[test]
fn a_program_that_is_not_there_keeps_the_window_open_and_is_told() {
    let scene = Scene::new(&[]);
    let entry = "[Desktop Entry]\nType=Application\nName=Gone\nExec=no-such-program-here\n";
    let _path = scene.tree.write("data/applications/gone.desktop", entry);
    let (_program, window) = scene.open(&[]);
    window.type_text("gone");
    let _hit = window.wait_for("the hit", |picture| hit(picture).is_some());
    let listed = window.at_rest(REST);
    window.press(Key::Enter);
    let told = window.wait_for("the failure", |picture| picture.difference(&listed) > 2000);
    let _rest = window.at_rest(REST).save("launcher-missing-program");
    assert!(told.size() == listed.size() && window.is_open());
}

#[test]
fn an_empty_system_is_shown_and_can_be_left() {
    let scene = Scene::new(&[]);
    let (program, window) = scene.open(&[]);
    let _file = window.at_rest(REST).save("launcher-empty-system");
    window.press(Key::Escape);
    window.wait_closed();
    assert_eq!(program.finish().status.code(), Some(0));
}

#[test]
fn a_second_launcher_shows_the_first() {
    let scene = Scene::new(&APPLICATIONS);
    let (_first, window) = scene.open(&[]);
    let second = Program::start(&scene.display, scene.tree.command(["launcher"])).finish();
    assert_eq!(second.status.code(), Some(0), "{second:?}");
    assert!(window.is_open());
}

#[test]
fn toggle_hides_the_running_launcher_and_shows_it_again() {
    let scene = Scene::new(&APPLICATIONS);
    let (first, window) = scene.open(&["--toggle"]);
    let toggle = || Program::start(&scene.display, scene.tree.command(["launcher", "--toggle"])).finish();
    assert_eq!(toggle().status.code(), Some(0));
    window.wait_closed();
    assert_eq!(toggle().status.code(), Some(0));
    let again = first.window();
    again.type_text("mus");
    again.press(Key::Enter);
    assert_eq!(scene.tree.started().id, "org.example.Music");
}

#[test]
fn a_display_that_goes_away_ends_the_launcher_with_one_line() {
    let mut scene = Scene::new(&APPLICATIONS);
    let (program, window) = scene.open(&[]);
    drop(window);
    scene.display.go_away();
    let finished = program.finish();
    assert!(!finished.stderr.contains("panicked"), "{finished:?}");
    assert!(finished.stderr.lines().count() <= 1, "{finished:?}");
}

#[test]
fn without_a_display_the_launcher_says_so_in_one_line() {
    let tree = Tree::new();
    let finished = tree.run(["launcher"]);
    assert_eq!(finished.status.code(), Some(1), "{finished:?}");
    assert_eq!(finished.stderr.lines().count(), 1, "{finished:?}");
    assert!(finished.stderr.starts_with("candela-launcher: "), "{finished:?}");
}

#[test]
fn the_window_fits_small_and_large_screens_in_every_language() {
    for (language, size) in [
        ("C", Size(1920, 1080)),
        ("C", Size(640, 400)),
        ("ar_EG.UTF-8", Size(1280, 800)),
        ("de_DE.UTF-8", Size(1280, 800)),
        ("ja_JP.UTF-8", Size(1280, 800)),
    ] {
        let (display, tree) = (Display::start(size), Tree::new());
        tree.fill(60);
        let mut command = tree.command(["launcher"]);
        let _same = command.env("LANG", language);
        let program = Program::start(&display, command);
        let window = program.window();
        let _first = window.first_frame();
        let picture = window.at_rest(REST);
        let _file = picture.save(&format!("launcher-{}-{}x{}", &language[..2.min(language.len())], size.0, size.1));
        let (width, height) = picture.size();
        assert!(width <= size.0.into() && height <= size.1.into(), "{width}x{height} on {size:?}");
    }
}

/// A launcher that found one application, with its actions shown.
fn actions_of_music(scene: &Scene) -> (Program, Window, Picture) {
    let (program, window) = scene.open(&[]);
    window.type_text("music");
    let _hit = window.wait_for("the hit", |picture| hit(picture).is_some());
    let listed = window.at_rest(REST);
    window.press(Key::Tab);
    let _actions = window.wait_for("the actions", |picture| picture.difference(&listed) > 2000);
    (program, window, listed)
}

/// Waits until what was listed is listed again: what was wanted is kept then, and read back.
fn wait_listed(window: &Window, listed: &Picture) {
    let _listed = window.wait_for("the list again", |picture| picture.difference(listed) < 200);
}

#[test]
fn a_category_is_browsed_by_keyboard_alone() {
    let scene = Scene::new(&[]);
    for (id, name, category) in
        [("chess", "Chess", "Game;"), ("paint", "Paint", "Graphics;"), ("note", "Note", "Utility;")]
    {
        let _path = scene.tree.application(id, name, "").with("Categories", category).install();
    }
    let (_program, window) = scene.open(&[]);
    let home = window.at_rest(REST);
    let _file = home.save("launcher-home");
    window.press(Key::Right);
    window.press(Key::Enter);
    let _category = window.wait_for("the games", |picture| picture.difference(&home) > 2000);
    let _file = window.at_rest(REST).save("launcher-category");
    window.press(Key::Escape);
    let _back = window.wait_for("the home", |picture| picture.difference(&home) < 20_000);
    window.press(Key::Enter);
    window.press(Key::Enter);
    assert_eq!(scene.tree.started().id, "chess");
}

#[test]
fn what_is_pinned_stands_first_on_the_home() {
    let scene = Scene::new(&APPLICATIONS);
    let (_program, window, listed) = actions_of_music(&scene);
    window.press(Key::Down);
    window.press(Key::Enter);
    wait_listed(&window, &listed);
    window.press(Key::Escape);
    let home = window.wait_for("the home", |picture| picture.difference(&listed) > 2000 && hit(picture).is_none());
    let _file = home.save("launcher-pinned");
    window.press(Key::Enter);
    assert_eq!(scene.tree.started().id, "org.example.Music");
}

#[test]
fn an_application_is_hidden_and_comes_back_by_what_the_notice_offers() {
    let scene = Scene::new(&APPLICATIONS);
    let (_program, window, listed) = actions_of_music(&scene);
    window.press(Key::PageDown);
    window.press(Key::Enter);
    let hidden = window.wait_for("no hit", |picture| hit(picture).is_none());
    let _file = hidden.save("launcher-hidden");
    assert_eq!(scene.hits("music"), [""; 0]);
    window.press_with(&[Key::Control], Key::Enter);
    wait_listed(&window, &listed);
    window.press(Key::Enter);
    assert_eq!(scene.tree.started().id, "org.example.Music");
}

#[test]
fn an_application_is_found_by_a_name_of_the_users_own() {
    let scene = Scene::new(&APPLICATIONS);
    let (_program, window, listed) = actions_of_music(&scene);
    let actions = window.at_rest(REST);
    window.press(Key::Down);
    window.press(Key::Down);
    window.press(Key::Enter);
    let _editing = window.wait_for("the names", |picture| picture.difference(&actions) > 20_000);
    window.type_text("tunes, jukebox");
    window.press(Key::Enter);
    wait_listed(&window, &listed);
    assert_eq!(scene.hits("tunes"), ["org.example.Music"]);
    window.press(Key::Escape);
    let _home = window.wait_for("the home", |picture| hit(picture).is_none());
    // No other application has anything that begins so: a hit means that the name was read back.
    window.type_text("jukebox");
    let _hit = window.wait_for("what it finds", |picture| hit(picture).is_some());
    window.press(Key::Enter);
    assert_eq!(scene.tree.started().id, "org.example.Music");
}

#[test]
fn an_application_is_explained_in_the_window() {
    let scene = Scene::new(&APPLICATIONS);
    let (_program, window, _listed) = actions_of_music(&scene);
    let actions = window.at_rest(REST);
    window.press(Key::PageDown);
    window.press(Key::Up);
    window.press(Key::Enter);
    let _explained = window.wait_for("the explanation", |picture| hit(picture).is_none());
    let _file = window.at_rest(REST).save("launcher-explanation");
    window.press(Key::Escape);
    let _back = window.wait_for("the actions", |picture| picture.difference(&actions) < 20_000);
}

#[test]
fn settings_are_changed_by_keyboard_and_kept() {
    let scene = Scene::new(&APPLICATIONS);
    let (_program, window) = scene.open(&[]);
    let home = window.at_rest(REST);
    window.press_with(&[Key::Control], Key::Char(','));
    let _settings = window.wait_for("the settings", |picture| picture.difference(&home) > 2000);
    let before = window.at_rest(REST);
    let _file = before.save("launcher-settings");
    window.press(Key::Enter);
    let _changed = window.wait_for("another word", |picture| picture.difference(&before) > 20);
    let kept = std::fs::read_to_string(scene.tree.path("config/candela/launcher.toml")).unwrap();
    assert_eq!(kept, "home = \"list\"\n");
    window.press(Key::Escape);
    let _rows =
        window.wait_for("rows", |picture| picture.difference(&home) > 2000 && picture.difference(&before) > 2000);
    let _file = window.at_rest(REST).save("launcher-home-rows");
}

#[test]
fn settings_changed_by_others_count_at_once_and_a_wrong_line_is_told() {
    let scene = Scene::new(&APPLICATIONS);
    let (_program, window) = scene.open(&[]);
    let home = window.at_rest(REST);
    let write = |text: &str| scene.tree.write("config/candela/launcher.toml", text);
    let _path = write("stay = true\nhome = \"cloud\"\n");
    let _told = window.wait_for("the mistake", |picture| picture.difference(&home) > 2000);
    let told = window.at_rest(REST);
    let _file = told.save("launcher-wrong-settings");
    let _path = write("home = \"list\"\n");
    let _rows = window.wait_for("rows", |picture| picture.difference(&told) > 2000 && picture.difference(&home) > 2000);
}

#[test]
fn what_the_session_does_is_found_and_a_failure_of_it_told() {
    let scene = Scene::new(&APPLICATIONS);
    // A session of ours can be left; here what ends it fails.
    let manager = scene.tree.write("bin/candela-session", "#!/bin/sh\necho nobody is there >&2\nexit 1\n");
    fs::set_permissions(&manager, fs::Permissions::from_mode(0o755)).unwrap();
    let program = manager.with_file_name("candela");
    fs::hard_link(candela(), &program).or_else(|_| fs::copy(candela(), &program).map(drop)).unwrap();
    let mut command = scene.tree.command_of(&program, ["launcher"]);
    let _ours = command.env("XDG_CURRENT_DESKTOP", "Candela");
    let program = Program::start(&scene.display, command);
    let window = program.window();
    let _picture = window.first_frame();
    window.type_text("log out");
    let _hit = window.wait_for("the hit", |picture| hit(picture).is_some());
    window.press(Key::Enter);
    // The window comes back and tells it with the last words of what was run.
    window.wait_closed();
    let told = program.window();
    let _file = told.at_rest(REST).save("launcher-no-session");
}

#[test]
fn an_open_window_is_found_and_comes_to_the_front() {
    let scene = Scene::new(&APPLICATIONS);
    let calculator = Program::start(&scene.display, scene.tree.command(["calculator"]));
    drop(calculator.window());
    let (launcher, window) = scene.open(&[]);
    window.type_text("calculator");
    let _hit = window.wait_for("the window", |picture| hit(picture).is_some());
    window.press(Key::Enter);
    window.wait_closed();
    drop(calculator.window());
    assert_eq!(launcher.finish().status.code(), Some(0));
}

#[test]
fn the_launcher_leaves_when_another_window_gets_the_keyboard() {
    let scene = Scene::new(&APPLICATIONS);
    let (launcher, window) = scene.open(&[]);
    window.wait_focused();
    let calculator = Program::start(&scene.display, scene.tree.command(["calculator"]));
    drop(calculator.window());
    window.wait_closed();
    assert_eq!(launcher.finish().status.code(), Some(0));
}

#[test]
fn a_launcher_that_was_toggled_stays_after_a_start_and_after_escape() {
    let scene = Scene::new(&APPLICATIONS);
    let (launcher, window) = scene.open(&["--toggle"]);
    window.type_text("mus");
    window.press(Key::Enter);
    assert_eq!(scene.tree.started().id, "org.example.Music");
    window.wait_closed();
    let toggle = || Program::start(&scene.display, scene.tree.command(["launcher", "--toggle"])).finish();
    assert_eq!(toggle().status.code(), Some(0));
    let again = launcher.window();
    again.press(Key::Escape);
    again.wait_closed();
    assert_eq!(toggle().status.code(), Some(0));
    launcher.window().press(Key::Escape);
}

#[test]
fn a_launcher_that_waits_unseen_sleeps() {
    let scene = Scene::new(&APPLICATIONS);
    let (launcher, window) = scene.open(&["--toggle"]);
    window.press(Key::Escape);
    window.wait_closed();
    assert!(launcher.sleeps_for(Duration::from_secs(2)), "something wakes it up again and again");
    let toggle = Program::start(&scene.display, scene.tree.command(["launcher", "--toggle"])).finish();
    assert_eq!(toggle.status.code(), Some(0));
    launcher.window().press(Key::Escape);
}

#[test]
fn a_command_is_completed_and_run_with_its_arguments() {
    let scene = Scene::new(&[]);
    let bin = scene.tree.path("bin");
    let script = format!("#!/bin/sh\nexec {} \"$@\"\n", scene.tree.exec("zzpaint", ""));
    let path = scene.tree.write("bin/zzpaint", script);
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let _file = scene.tree.write("home/drawing-of-a-candle.svg", "");
    let mut command = scene.tree.command(["launcher"]);
    let paths = [bin].into_iter().chain(std::env::split_paths(&std::env::var_os("PATH").unwrap()).collect::<Vec<_>>());
    let _same = command.env("PATH", std::env::join_paths(paths).unwrap());
    let program = Program::start(&scene.display, command);
    let window = program.window();
    for (typed, what) in [("zzpa", "the program"), ("drawing-o", "the file")] {
        let before = window.at_rest(REST);
        window.type_text(typed);
        let _hit = window.wait_for(what, |picture| hit(picture).is_some() && picture.difference(&before) > 20);
        let typed = window.at_rest(REST);
        window.press(Key::Tab);
        let _completed = window.wait_for("it completed", |picture| picture.difference(&typed) > 50);
    }
    window.press(Key::Enter);
    let started = scene.tree.started();
    assert_eq!((&*started.id, &started.arguments[..]), ("zzpaint", &["drawing-of-a-candle.svg".to_owned()][..]));
}

#[test]
fn that_nothing_can_be_remembered_is_told_once_and_costs_no_start() {
    let scene = Scene::new(&APPLICATIONS);
    // As unwritable as a full disk, for root too.
    std::fs::create_dir_all(scene.tree.path("state/candela/launcher-history.lock")).unwrap();
    let start = |is_told: bool| {
        let (program, window) = scene.open(&[]);
        window.type_text("mus");
        window.press(Key::Enter);
        assert_eq!(scene.tree.started().id, "org.example.Music");
        if is_told {
            let _rest = window.at_rest(REST).save("launcher-history-failure");
            window.press(Key::Escape);
            window.press(Key::Escape);
            window.press(Key::Escape);
        }
        window.wait_closed();
        assert_eq!(program.finish().status.code(), Some(0));
    };
    start(true);
    start(false);
}

#[test]
fn a_query_of_ten_thousand_letters_harms_nothing() {
    let scene = Scene::new(&APPLICATIONS);
    for query in ["q".repeat(10_000), "qz ".repeat(3334), "1+".repeat(5000), format!(":{}", "q ".repeat(5000))] {
        let finished = scene.tree.run(["launcher", "search", &query, "--json"]);
        assert_eq!((finished.status.code(), &*finished.stdout), (Some(0), "[]\n"), "{query:.9} {}", finished.stderr);
    }
}

#[test]
fn the_launcher_has_a_name_on_the_session_bus() {
    let scene = Scene::new(&APPLICATIONS);
    let mut daemon = Command::new("dbus-daemon")
        .args(["--session", "--nofork", "--print-address=1"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut address = String::new();
    let _read = BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
    let on_bus = |mut command: Command| {
        let _same = command.env("DBUS_SESSION_BUS_ADDRESS", address.trim());
        command
    };
    let launcher = Program::start(&scene.display, on_bus(scene.tree.command(["launcher", "--toggle"])));
    let window = launcher.window();
    let _frame = window.first_frame();
    let call = |words: [&str; 3]| {
        let [destination, path, method] = words;
        let arguments = ["--session", "--print-reply", destination, path, method];
        run(on_bus(scene.tree.command_of(std::path::Path::new("dbus-send"), arguments))).status.success()
    };
    let toggle = ["--dest=org.candela.Launcher", "/org/candela/Launcher", "org.candela.Launcher1.Toggle"];
    // It takes the name after its first frame.
    let deadline = Instant::now() + PATIENCE;
    while !call(toggle) {
        assert!(Instant::now() < deadline, "the name is never taken");
    }
    window.wait_closed();
    assert!(call(toggle));
    drop(launcher.window());
    daemon.kill().unwrap();
    let _status = daemon.wait().unwrap();
}
