//! The only place that starts work: carries out an [`Action`] off the thread of the window.

pub mod describe;
mod device;
mod git;
mod launch;
mod operate;
mod properties;
mod read;
pub mod thumbnail;
mod types;

use crate::app::{self, Action, App, Message};
use crate::tab::Tab;
use crate::{clipboard, keys, ui};

use candela_files_core::PathError;
use candela_files_core::system::places::{self, Places};
use candela_files_core::system::{memory, versions};
use candela_shared::Directories;
use candela_ui::tokens::time::TOAST;

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use iced::Task;
use iced::widget::operation::{self, AbsoluteOffset};

use std::time::Duration;

/// A picture is looked at for so long.
const SLIDE: Duration = Duration::from_secs(4);

/// Carries out what an update asked for.
pub fn perform(app: &App, action: Action) -> Task<Message> {
    match action {
        Action::None => Task::none(),
        Action::All(actions) => Task::batch(actions.into_iter().map(|action| perform(app, action))),
        Action::Read { reading, path, arrangement, search } => {
            let work = |tab| read::Work::new(app, tab, reading, path, arrangement, search);
            app.find(reading.tab).map_or_else(Task::none, |tab| read::folder(work(tab)))
        }
        Action::Complete { text, folder } => read::complete(app, text, folder),
        Action::LookAgain { tab, names } => app.find(tab).map_or_else(Task::none, |tab| read::look_again(tab, names)),
        Action::ReadAbove { reading, path } => {
            let above = |tab: &Tab| read::above(app, tab, reading, path);
            app.find(reading.tab).map_or_else(Task::none, above)
        }
        Action::ScrollAbove { pane, offset } => {
            operation::scroll_to(ui::above_id(pane), AbsoluteOffset { x: None, y: Some(offset) })
        }
        Action::ScrollPalette(offset) => {
            operation::scroll_to(app::palette::LIST, AbsoluteOffset { x: None, y: Some(offset) })
        }
        Action::KeepKeys(changes) => on_thread(move |sender| {
            let kept = keys::file::keep(&Directories::from_environment(), &changes);
            send(&sender, Message::Palette(app::palette::Message::Kept(kept)));
        }),
        Action::Arrange(tab) => app.find(tab).map_or_else(Task::none, read::arrange),
        Action::ReadDetails { tab, entries } => {
            app.find(tab).map_or_else(Task::none, |tab| read::details(tab, entries))
        }
        Action::ReadThumbnails { tab, entries } => {
            app.find(tab).map_or_else(Task::none, |tab| thumbnail::in_sight(tab, entries))
        }
        Action::Look(path) => thumbnail::look(path),
        Action::Await(path) => on_thread(move |sender| {
            std::thread::sleep(SLIDE);
            send(&sender, Message::SlideEnded(path));
        }),
        Action::ReadGit(tab) => app.find(tab).map_or_else(Task::none, read::git),
        Action::ReadSpace(tab) => app.find(tab).map_or_else(Task::none, |tab| {
            let (reading, path) = (tab.reading(), tab.path().to_owned());
            on_thread(move |sender| send(&sender, Message::SpaceRead { reading, space: places::space(&path) }))
        }),
        Action::ReadTree(folder) => read::tree(app, folder),
        Action::ReadPlaces => on_thread(|sender| {
            send(&sender, Message::PlacesRead(Places::read(&Directories::from_environment())));
        }),
        Action::Bookmark(folder) => on_thread(move |sender| {
            let directories = Directories::from_environment();
            if let Err(error) = places::add_bookmark(&directories, &folder) {
                send(&sender, Message::NotKept(error));
            }
            send(&sender, Message::PlacesRead(Places::read(&directories)));
        }),
        Action::KeepSession(number, session) => {
            keep(move |directories| memory::keep_session(directories, number, &session))
        }
        Action::KeepView(folder, view) => keep(move |directories| memory::keep_view(directories, &folder, view)),
        Action::Open(paths) => launch::files(paths),
        Action::OpenWith(paths) => launch::choose(paths),
        Action::Compare(item) => operate::compare(item),
        // It is owned as long as nobody else takes it.
        Action::Offer(clip) => on_thread(move |_| clipboard::offer(&clip)),
        Action::ReadClip(target) => {
            on_thread(move |sender| send(&sender, Message::ClipRead { target, held: clipboard::read() }))
        }
        Action::ClearClip => on_thread(|_| clipboard::clear()),
        Action::Mount { tab, volume } => device::mount(tab, volume),
        Action::Eject(mount) => device::eject(mount),
        Action::ReadTurns => operate::read_turns(),
        Action::Operate { job, operation } => app.job(job).map_or_else(Task::none, |job| operate::run(job, operation)),
        Action::InTurn(operations) => operate::run_in_turn(app, operations),
        Action::PreviewNames { rule, paths } => operate::preview_names(rule, paths),
        Action::ReadAccess { number, paths } => properties::access(number, paths),
        Action::Turn { job, verb } => app.job(job).map_or_else(Task::none, |job| operate::turn(job, verb)),
        Action::FromTrash { job, verb, files, conflict } => {
            app.job(job).map_or_else(Task::none, |job| operate::from_trash(job, verb, files, conflict))
        }
        Action::FindInterrupted => operate::find_interrupted(),
        Action::Recover { job, how } => app.job(job).map_or_else(Task::none, |job| operate::recover(job, how)),
        Action::ReadKnown { number, path } => properties::read(number, path),
        Action::Count { number, paths } => properties::count(app, number, paths),
        Action::Sum { number, path } => properties::sum(app, number, path),
        Action::ReadUsage { number, folder } => properties::usage(app, number, folder),
        Action::ReadVersions(path) => on_thread(move |sender| {
            let versions = versions::versions(&path);
            send(&sender, Message::Versions(app::versions::Message::Read { path, versions }));
        }),
        Action::Clone { number, url, folder } => git::clone(app, number, url, folder),
        Action::ReadBranches(folder) => git::branches(folder),
        Action::SwitchBranch(folder, branch) => git::switch(folder, branch),
        Action::KeepSearches(searches) => keep(move |directories| memory::keep_searches(directories, &searches)),
        Action::KeepWithoutGit(without) => keep(move |directories| memory::keep_without_git(directories, &without)),
        Action::ReadChanges(folder) => git::changes(folder),
        Action::Panel(folder, action) => git::perform(folder, action),
        Action::Expire(number) => on_thread(move |sender| {
            std::thread::sleep(Duration::from_millis(TOAST));
            send(&sender, Message::NoticeExpired(number));
        }),
        Action::RunCustom { name, folder, command } => launch::custom(name, folder, command),
        Action::OpenTerminal { folder, command } => launch::terminal(folder, command),
        Action::CopyText(text) => iced::clipboard::write(text),
        Action::Scroll { pane, offset } => {
            operation::scroll_to(ui::list_id(pane), AbsoluteOffset { x: None, y: Some(offset) })
        }
        Action::FocusField => operation::focus(ui::FIELD).chain(operation::move_cursor_to_end(ui::FIELD)),
        // What bears no such name gives its focus up.
        Action::LeaveField => operation::focus("files-nothing"),
        Action::SelectInField(letters) => {
            operation::focus(ui::FIELD).chain(operation::select_range(ui::FIELD, 0, letters))
        }
        Action::Quit => iced::exit(),
    }
}

/// Writes what is remembered, and says where that fails.
fn keep(write: impl FnOnce(&Directories) -> Result<(), PathError> + Send + 'static) -> Task<Message> {
    on_thread(move |sender| {
        if let Err(error) = write(&Directories::from_environment()) {
            send(&sender, Message::NotKept(error));
        }
    })
}

/// Runs blocking work on a thread of its own; what it sends arrives as messages.
fn on_thread(work: impl FnOnce(UnboundedSender<Message>) + Send + 'static) -> Task<Message> {
    let (sender, receiver): (_, UnboundedReceiver<Message>) = unbounded();
    let spawned = std::thread::Builder::new().name("work".into()).spawn(move || work(sender));
    // Without a thread the sender is gone, and the stream ends at once.
    drop(spawned);
    Task::stream(receiver)
}

/// Says something, unless the window is gone.
fn send(sender: &UnboundedSender<Message>, message: Message) {
    let _is_gone = sender.unbounded_send(message);
}
