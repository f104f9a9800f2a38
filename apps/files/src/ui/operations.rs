//! The operations that run: a line each, docked above the status line.

use super::name_of;
use crate::app::{App, Message};
use crate::job::Job;
use crate::notice::operation::Verb;
use crate::wording;

use candela_files_core::operation::Phase;
use candela_shared::tr;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{container as boxes, text as ink};
use candela_ui::tokens::{icon, size, space};
use candela_ui::widget::progress::{Progress, progress};
use candela_ui::widget::scroller::sided;
use candela_ui::widget::{fill, icon_button_sized, line, scroll, text, tooltip};
use candela_ui::{Column, Element};

use iced::widget::{column, container};
use iced::{Length, Padding};

/// Lines before the card scrolls, and the height of each.
const MOST: usize = 3;
const LINE: f32 = 34.0;

pub fn view(app: &App) -> Option<Element<'_, Message>> {
    let jobs: Vec<&Job> = app.jobs.iter().filter(|job| job.is_shown()).collect();
    if jobs.is_empty() {
        return None;
    }
    let height = (jobs.len().min(MOST) as f32) * (app.look.scaled(LINE) + space::M) - space::M;
    let is_long = jobs.len() > MOST;
    let lines = Column::with_children(jobs.into_iter().map(|job| of_job(app, job))).spacing(space::M);
    let lines: Element<'_, Message> =
        if is_long { sided(&app.look, scroll(lines).height(height)) } else { lines.into() };
    let card = container(lines).padding(Padding::from([space::ICON, space::BUTTON])).style(boxes::card);
    let place = Padding { bottom: space::ICON, ..Padding::from([0.0, space::M]) };
    Some(container(card).padding(place).width(Length::Fill).into())
}

fn of_job<'a>(app: &'a App, job: &Job) -> Element<'a, Message> {
    let look = &app.look;
    let bar = match (job.part(), job.is_paused) {
        (Some(part), false) => Progress::Running(part),
        (part, true) => Progress::Paused(part.unwrap_or(0.0)),
        (None, false) => Progress::Unknown,
    };
    let heads = vec![text::strong(look, title(app, job)).into(), fill(), text::caption(look, detail(app, job)).into()];
    let words = column![line(look, heads, space::S), progress(look, bar)].spacing(space::XS).width(Length::Fill);
    let (switch, name) = if job.is_paused {
        (Glyph::Play, tr!(app.words, "files-job-resume"))
    } else {
        (Glyph::Pause, tr!(app.words, "files-job-pause"))
    };
    let small = |sign| icon_button_sized(look, sign, size::CONTROL_SMALL, icon::CONTROL);
    let switch = tooltip(look, small(switch).on_press(Message::SwitchJob(job.id)), name);
    let cancel = small(Glyph::X).on_press(Message::CancelJob(job.id));
    let cancel = tooltip(look, cancel, tr!(app.words, "files-job-cancel"));
    let sign = glyph(sign(job.verb), icon::BAR).style(ink::muted);
    line(look, vec![sign.into(), words.into(), switch.into(), cancel.into()], space::M).into()
}

fn sign(verb: Verb) -> Glyph {
    match verb {
        Verb::Copy => Glyph::Copy,
        Verb::Move | Verb::Rename => Glyph::ArrowSquareOut,
        Verb::Trash | Verb::Delete => Glyph::Trash,
        Verb::Restore | Verb::Undo | Verb::Recover => Glyph::ArrowUUpLeft,
        Verb::Redo => Glyph::ArrowUUpRight,
        Verb::Permissions | Verb::Make | Verb::Compress | Verb::Extract => Glyph::FolderPlus,
    }
}

fn title(app: &App, job: &Job) -> String {
    let count = job.count;
    let target = job.target.as_deref().map(|target| name_of(app, target)).unwrap_or_default();
    match job.verb {
        Verb::Copy => tr!(app.words, "files-job-copy", count = count, target = target),
        Verb::Move => tr!(app.words, "files-job-move", count = count, target = target),
        Verb::Trash => tr!(app.words, "files-job-trash", count = count),
        Verb::Delete => tr!(app.words, "files-job-delete", count = count),
        Verb::Restore => tr!(app.words, "files-job-restore", count = count),
        Verb::Rename => tr!(app.words, "files-job-rename"),
        Verb::Permissions => tr!(app.words, "files-job-permissions"),
        Verb::Compress => tr!(app.words, "files-job-compress"),
        Verb::Extract => tr!(app.words, "files-job-extract"),
        Verb::Make => tr!(app.words, "files-job-make"),
        Verb::Undo | Verb::Recover => tr!(app.words, "files-job-undo"),
        Verb::Redo => tr!(app.words, "files-job-redo"),
    }
}

fn detail(app: &App, job: &Job) -> String {
    let progress = &job.progress;
    if job.is_paused {
        return tr!(app.words, "files-job-paused");
    }
    if progress.phase == Phase::Flushing {
        return tr!(app.words, "files-job-flushing");
    }
    if progress.phase == Phase::Waiting {
        return tr!(app.words, "files-job-waiting");
    }
    if progress.bytes_in_all == 0 {
        return tr!(app.words, "files-job-looking");
    }
    let size = |bytes| wording::size(&app.words, bytes);
    let (done, all, rate) = (size(progress.bytes), size(progress.bytes_in_all), size(progress.rate(job.elapsed())));
    match progress.left(job.elapsed()) {
        Some(left) => {
            tr!(app.words, "files-job-left", done = done, all = all, rate = rate, seconds = left.as_secs())
        }
        None => tr!(app.words, "files-job-rate", done = done, all = all, rate = rate),
    }
}
