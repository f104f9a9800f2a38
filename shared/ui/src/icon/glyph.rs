//! The table of drawings: every file below `assets/icons` and `assets/types`, each with a name code can misspell only
//! at compile time.

use super::Drawing;

/// Makes an enum of drawings from one folder; the list is sorted by file stem, so that a name is found by bisection.
macro_rules! drawings {
    ($(#[$doc:meta])* $type:ident, $folder:literal, $($name:ident = $stem:literal,)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each is named after its drawing")]
        pub enum $type {
            $($name,)*
        }

        impl $type {
            /// Every one, sorted by [`name`](Self::name).
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The file's stem.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $stem,)*
                }
            }

            /// Finds the drawing of that name.
            pub fn by_name(name: &str) -> Option<Self> {
                let at = Self::ALL.binary_search_by(|known| known.name().cmp(name)).ok()?;
                Some(Self::ALL[at])
            }

            /// What it looks like.
            pub(crate) const fn drawing(self) -> Drawing {
                Drawing::new(match self {
                    $(Self::$name => include_bytes!(concat!("../../assets/", $folder, "/", $stem, ".svg")),)*
                })
            }
        }
    };
}

drawings! {
    /// A glyph of one colour from Phosphor 2.1 (MIT). Names ending in `Fill` and `Bold` are the heavier cuts.
    Glyph, "icons",
    AppWindowFill = "app-window-fill",
    Archive = "archive",
    ArchiveFill = "archive-fill",
    ArrowClockwise = "arrow-clockwise",
    ArrowClockwiseFill = "arrow-clockwise-fill",
    ArrowDown = "arrow-down",
    ArrowDownBold = "arrow-down-bold",
    ArrowDownFill = "arrow-down-fill",
    ArrowElbowDownLeftBold = "arrow-elbow-down-left-bold",
    ArrowLeft = "arrow-left",
    ArrowLineUp = "arrow-line-up",
    ArrowRight = "arrow-right",
    ArrowSquareOut = "arrow-square-out",
    ArrowUUpLeft = "arrow-u-up-left",
    ArrowUUpLeftBold = "arrow-u-up-left-bold",
    ArrowUUpRight = "arrow-u-up-right",
    ArrowUUpRightBold = "arrow-u-up-right-bold",
    ArrowUp = "arrow-up",
    ArrowUpBold = "arrow-up-bold",
    ArrowUpRight = "arrow-up-right",
    ArrowsClockwise = "arrows-clockwise",
    ArrowsClockwiseFill = "arrows-clockwise-fill",
    ArrowsInSimple = "arrows-in-simple",
    ArrowsOutSimple = "arrows-out-simple",
    Article = "article",
    ArticleFill = "article-fill",
    Backspace = "backspace",
    BatteryLow = "battery-low",
    BatteryWarning = "battery-warning",
    BatteryWarningFill = "battery-warning-fill",
    Bell = "bell",
    BookmarkSimple = "bookmark-simple",
    BookmarkSimpleFill = "bookmark-simple-fill",
    BooksFill = "books-fill",
    Calculator = "calculator",
    CalculatorFill = "calculator-fill",
    CalendarBlankFill = "calendar-blank-fill",
    Camera = "camera",
    CameraFill = "camera-fill",
    CaretDown = "caret-down",
    CaretDownBold = "caret-down-bold",
    CaretLeft = "caret-left",
    CaretLeftBold = "caret-left-bold",
    CaretRight = "caret-right",
    CaretRightBold = "caret-right-bold",
    CaretUp = "caret-up",
    CaretUpBold = "caret-up-bold",
    ChartLine = "chart-line",
    ChartLineFill = "chart-line-fill",
    ChatCircleFill = "chat-circle-fill",
    Check = "check",
    CheckBold = "check-bold",
    CheckCircleFill = "check-circle-fill",
    CheckFill = "check-fill",
    CircleHalf = "circle-half",
    CircleNotch = "circle-notch",
    Clipboard = "clipboard",
    ClipboardText = "clipboard-text",
    Clock = "clock",
    ClockCounterClockwise = "clock-counter-clockwise",
    ClockCounterClockwiseFill = "clock-counter-clockwise-fill",
    Cloud = "cloud",
    CloudFill = "cloud-fill",
    CodeFill = "code-fill",
    Columns = "columns",
    Copy = "copy",
    CornersOut = "corners-out",
    Crosshair = "crosshair",
    Desktop = "desktop",
    DesktopFill = "desktop-fill",
    DesktopTowerFill = "desktop-tower-fill",
    DeviceMobile = "device-mobile",
    Disc = "disc",
    DotsThree = "dots-three",
    DotsThreeVertical = "dots-three-vertical",
    DownloadSimple = "download-simple",
    DownloadSimpleFill = "download-simple-fill",
    Eject = "eject",
    EnvelopeSimpleFill = "envelope-simple-fill",
    Eye = "eye",
    EyeFill = "eye-fill",
    EyeSlash = "eye-slash",
    File = "file",
    FilePlus = "file-plus",
    FileText = "file-text",
    FileTextFill = "file-text-fill",
    FilmSlateFill = "film-slate-fill",
    FilmStrip = "film-strip",
    FirstAidFill = "first-aid-fill",
    Flag = "flag",
    FlaskFill = "flask-fill",
    Folder = "folder",
    FolderFill = "folder-fill",
    FolderOpen = "folder-open",
    FolderOpenFill = "folder-open-fill",
    FolderPlus = "folder-plus",
    Folders = "folders",
    Function = "function",
    FunctionFill = "function-fill",
    Funnel = "funnel",
    GameControllerFill = "game-controller-fill",
    Gear = "gear",
    GearFill = "gear-fill",
    GitBranch = "git-branch",
    GitBranchFill = "git-branch-fill",
    GitCommit = "git-commit",
    GitMerge = "git-merge",
    Globe = "globe",
    GlobeFill = "globe-fill",
    GraduationCapFill = "graduation-cap-fill",
    HammerFill = "hammer-fill",
    HardDrive = "hard-drive",
    HardDriveFill = "hard-drive-fill",
    Heart = "heart",
    HeartFill = "heart-fill",
    Hourglass = "hourglass",
    House = "house",
    HouseFill = "house-fill",
    Image = "image",
    ImageFill = "image-fill",
    Info = "info",
    InfoFill = "info-fill",
    Key = "key",
    Keyboard = "keyboard",
    KeyboardFill = "keyboard-fill",
    Lightning = "lightning",
    LinkSimple = "link-simple",
    ListBullets = "list-bullets",
    ListChecksFill = "list-checks-fill",
    Lock = "lock",
    LockFill = "lock-fill",
    LockSimple = "lock-simple",
    MagnifyingGlass = "magnifying-glass",
    MagnifyingGlassFill = "magnifying-glass-fill",
    MagnifyingGlassMinus = "magnifying-glass-minus",
    MagnifyingGlassPlus = "magnifying-glass-plus",
    MapTrifoldFill = "map-trifold-fill",
    Minus = "minus",
    MinusBold = "minus-bold",
    MonitorPlayFill = "monitor-play-fill",
    Moon = "moon",
    MoonFill = "moon-fill",
    MusicNotes = "music-notes",
    MusicNotesFill = "music-notes-fill",
    NotePencilFill = "note-pencil-fill",
    Package = "package",
    PackageFill = "package-fill",
    PaintBrushFill = "paint-brush-fill",
    Palette = "palette",
    PaletteFill = "palette-fill",
    Path = "path",
    Pause = "pause",
    PencilSimple = "pencil-simple",
    PencilSimpleFill = "pencil-simple-fill",
    PersonSimpleCircle = "person-simple-circle",
    Play = "play",
    Plug = "plug",
    Plus = "plus",
    PlusBold = "plus-bold",
    PlusMinus = "plus-minus",
    Power = "power",
    PowerBold = "power-bold",
    PowerFill = "power-fill",
    Printer = "printer",
    PrinterFill = "printer-fill",
    Prohibit = "prohibit",
    PushPin = "push-pin",
    PushPinFill = "push-pin-fill",
    Question = "question",
    QuestionFill = "question-fill",
    Recycle = "recycle",
    Rows = "rows",
    Scissors = "scissors",
    ShareNetwork = "share-network",
    ShieldCheck = "shield-check",
    ShieldCheckFill = "shield-check-fill",
    SidebarSimple = "sidebar-simple",
    SignOut = "sign-out",
    SignOutFill = "sign-out-fill",
    SimCard = "sim-card",
    SimCardFill = "sim-card-fill",
    SlidersHorizontal = "sliders-horizontal",
    SortAscending = "sort-ascending",
    SpeakerHigh = "speaker-high",
    SpinnerGap = "spinner-gap",
    Square = "square",
    SquareSplitHorizontal = "square-split-horizontal",
    SquaresFour = "squares-four",
    SquaresFourFill = "squares-four-fill",
    Stack = "stack",
    Star = "star",
    StarFill = "star-fill",
    Stop = "stop",
    Sun = "sun",
    Tag = "tag",
    TerminalWindow = "terminal-window",
    TerminalWindowFill = "terminal-window-fill",
    TextAa = "text-aa",
    TextAlignLeft = "text-align-left",
    TextTFill = "text-t-fill",
    Translate = "translate",
    Trash = "trash",
    TrashFill = "trash-fill",
    Tray = "tray",
    Usb = "usb",
    User = "user",
    UserFill = "user-fill",
    Users = "users",
    Warning = "warning",
    WarningCircle = "warning-circle",
    WarningCircleFill = "warning-circle-fill",
    WarningOctagon = "warning-octagon",
    WifiHigh = "wifi-high",
    WrenchFill = "wrench-fill",
    X = "x",
    XBold = "x-bold",
    XCircleFill = "x-circle-fill",
}

drawings! {
    /// A picture in its own colours: folders, file types, the suite's flame.
    Picture, "types",
    Candela = "candela",
    Drive = "drive",
    FolderCode = "folder-code",
    FolderDocuments = "folder-documents",
    FolderDownloads = "folder-downloads",
    FolderMusic = "folder-music",
    FolderPictures = "folder-pictures",
    Folder = "folder-plain",
    Archive = "type-archive",
    Audio = "type-audio",
    Code = "type-code",
    Config = "type-config",
    Document = "type-document",
    Image = "type-image",
    Pdf = "type-pdf",
    Program = "type-program",
    Sheet = "type-sheet",
    Slides = "type-slides",
    Text = "type-text",
    Unknown = "type-unknown",
    Video = "type-video",
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn stems(folder: &str) -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(folder);
        let mut stems: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "svg"))
            .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        stems.sort();
        stems
    }

    #[test]
    fn the_table_lists_every_file_in_order() {
        assert_eq!(Glyph::ALL.iter().map(|glyph| glyph.name()).collect::<Vec<_>>(), stems("icons"));
        assert_eq!(Picture::ALL.iter().map(|picture| picture.name()).collect::<Vec<_>>(), stems("types"));
    }

    #[test]
    fn every_drawing_is_found_by_its_name_and_no_other() {
        for glyph in Glyph::ALL {
            assert_eq!(Glyph::by_name(glyph.name()), Some(*glyph));
        }
        assert_eq!(Glyph::by_name("no-such-glyph"), None);
        assert_eq!(Picture::by_name("folder-plain"), Some(Picture::Folder));
    }
}
