use super::*;
use candela_shared::Directories;
use candela_shared::registry::Context;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::SystemTime;

/// A machine with an image viewer, an editor, a browser and a mailer.
struct Machine(tempfile::TempDir);

impl Machine {
    fn new() -> Self {
        let machine = Self(tempfile::tempdir().unwrap());
        for (id, exec, mime_types) in [
            ("viewer", "there %F", "image/png;image/jpeg"),
            ("editor", "there %f", "text/plain;application/x-desktop;x-scheme-handler/note"),
            ("browser", "there %U", "x-scheme-handler/https;text/html"),
            ("mailer", "there --compose %u", "x-scheme-handler/mailto"),
        ] {
            let text = format!("[Desktop Entry]\nType=Application\nName={id}\nExec={exec}\nMimeType={mime_types}\n");
            let _ = machine.write(&format!("usr/applications/{id}.desktop"), &text);
        }
        let program = machine.write("bin/there", "");
        fs::set_permissions(program, PermissionsExt::from_mode(0o755)).unwrap();
        let _ = machine.write(
            "usr/mime/globs2",
            "50:image/png:*.png\n50:application/x-desktop:*.desktop\n50:image/jpeg:*.jpg\n50:a/unknown:*.odd\n",
        );
        machine
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    fn file(&self, name: &str) -> Target {
        Target::Path(self.write(name, "\0\u{1}"))
    }

    fn desktop(&self) -> Desktop {
        let directories = Directories { data_dirs: vec![self.path("usr")], ..Directories::default() };
        let context = Context { directories, path: vec![self.path("bin")], ..Context::default() };
        Desktop::read(context, SystemTime::now())
    }

    fn plan(&self, targets: &[Target]) -> Plan {
        plan(targets.to_vec(), &self.desktop())
    }
}

fn told(plan: &Plan) -> Vec<(&str, &[Target])> {
    plan.openings.iter().map(|opening| (opening.entry.display_name(), &opening.targets[..])).collect()
}

fn uri(text: &str) -> Target {
    Target::Uri(text.into())
}

#[test]
fn targets_of_one_application_are_opened_at_once() {
    let machine = Machine::new();
    let (png, jpg, text) = (machine.file("a.png"), machine.file("b.jpg"), Target::Path(machine.write("c", "text")));
    let (page, mail) = (uri("HTTPS://example.org"), uri("mailto:ada@example.org"));
    let plan = machine.plan(&[png.clone(), text.clone(), mail.clone(), jpg.clone(), page.clone()]);
    assert_eq!(plan.failures, []);
    let expected: [(&str, &[Target]); 4] =
        [("viewer", &[png, jpg]), ("editor", &[text]), ("mailer", &[mail]), ("browser", &[page])];
    assert_eq!(told(&plan), expected);
}

#[test]
fn what_cannot_be_opened_is_told_and_keeps_nothing_else_from_opening() {
    let machine = Machine::new();
    let (odd, png) = (machine.file("a.odd"), machine.file("a.png"));
    let gone = machine.path("gone");
    let plan = machine.plan(&[odd.clone(), Target::Path(gone.clone()), png.clone(), uri("gopher://x"), uri("note:1")]);
    assert_eq!(told(&plan), [("viewer", &[png][..])]);
    let nothing =
        |target: &Target, mime_type: &str| Error::Nothing { target: target.clone(), mime_type: mime_type.into() };
    let expected = [
        nothing(&odd, "a/unknown"),
        Error::Missing(gone),
        nothing(&uri("gopher://x"), "x-scheme-handler/gopher"),
        nothing(&uri("note:1"), "x-scheme-handler/note"),
    ];
    assert_eq!(plan.failures, expected, "the editor takes files, no addresses");
}

#[test]
fn d21_a_desktop_entry_runs_only_where_somebody_vouches_for_it() {
    let machine = Machine::new();
    let text = "[Desktop Entry]\nType=Application\nName=game\nExec=there --play\n";
    let (installed, download) =
        (machine.write("usr/applications/deep/game.desktop", text), machine.write("game.desktop", text));
    let plan = machine.plan(&[Target::Path(installed), Target::Path(download.clone())]);
    assert_eq!(told(&plan), [("game", &[][..])]);
    let [Error::Untrusted(untrusted)] = &plan.failures[..] else { panic!("{plan:?}") };
    assert_eq!((&untrusted.path, untrusted.entry.exec.as_deref()), (&download, Some("there --play")));
    fs::set_permissions(&download, PermissionsExt::from_mode(0o755)).unwrap();
    assert_eq!(told(&machine.plan(&[Target::Path(download)])), [("game", &[][..])]);
}

#[test]
fn d21_what_nobody_vouches_for_does_as_the_user_answers() {
    let machine = Machine::new();
    let download = machine.write("game.desktop", "[Desktop Entry]\nType=Application\nName=game\nExec=there\n");
    let (gone, file) = (Target::Path(machine.path("gone")), Target::Path(download.clone()));
    let (ran, read) = (("game", &[][..]), ("editor", std::slice::from_ref(&file)));
    let cases = [(Answer::Run, &[ran][..]), (Answer::Trust, &[ran]), (Answer::Read, &[read]), (Answer::Leave, &[])];
    for (answer, expected) in cases {
        let mut plan = machine.plan(&[file.clone(), gone.clone()]);
        let untrusted = plan.take_untrusted();
        assert_eq!((untrusted.len(), plan.failures.len()), (1, 1), "{answer:?}");
        untrusted.into_iter().for_each(|one| plan.answer(one, answer, &machine.desktop()));
        assert_eq!(told(&plan), expected, "{answer:?}");
        assert_eq!(plan.failures.len(), if answer == Answer::Leave { 2 } else { 1 }, "{answer:?}");
    }
    crate::vouch(&download).unwrap();
    assert_eq!(told(&machine.plan(std::slice::from_ref(&file))), [ran], "it is not asked about again");
}

#[test]
fn d19_a_link_opens_what_it_leads_to() {
    let machine = Machine::new();
    let link = |name: &str, url: &str| {
        Target::Path(machine.write(name, &format!("[Desktop Entry]\nType=Link\nName=x\nURL={url}\n")))
    };
    let png = machine.file("a.png");
    let plan = machine.plan(&[
        link("1.desktop", "https://example.org"),
        link("2.desktop", "a.png"),
        link("3.desktop", &png.uri()),
    ]);
    let expected: [(&str, &[Target]); 2] =
        [("browser", &[uri("https://example.org")]), ("viewer", &[png.clone(), png])];
    assert_eq!((told(&plan), &plan.failures[..]), (expected.to_vec(), &[][..]));
    let circle = link("circle.desktop", "circle.desktop");
    let empty = link("empty.desktop", "");
    let broken = Target::Path(machine.write("broken.desktop", "junk"));
    let plan = machine.plan(&[circle, empty, broken]);
    assert!(matches!(plan.failures[..], [Error::Circle(_), Error::NoAddress(_), Error::Entry { .. }]), "{plan:?}");
}

#[test]
fn a_chosen_application_gets_everything() {
    let machine = Machine::new();
    let desktop = machine.desktop();
    let entry = desktop.application("editor").unwrap();
    let (png, page) = (machine.file("a.png"), uri("https://example.org"));
    let plan = plan_with(entry, vec![png.clone(), Target::Path("/gone".into()), page.clone()], &desktop);
    assert_eq!(told(&plan), [("editor", &[png, page][..])]);
    assert_eq!(plan.failures, [Error::Missing("/gone".into())]);
    assert_eq!(desktop.application("absent"), None);
}
