# مدير الملفات.

## النافذة
files-at-work-who = الملفات
files-at-work-why = ينسخ ملفات أو ينقلها أو يحذفها
files-title = { $folder } – الملفات
files-dismiss = تجاهل
files-menu = القائمة
files-new-from = جديد «{ $name }»
files-one-pane = جزء واحد
files-path-hint = مسار مجلد
files-path-more = المجلدات الأعلى
files-search-hint = ابحث في الأسماء
files-search-contents-hint = ابحث في المحتوى
files-search-recent-hint = ابحث في الأخيرة
files-search-names = الأسماء
files-search-contents = المحتوى
files-history-search = «{ $text }» في { $folder }
files-found =
    { $count ->
        [zero] لم يُعثر على شيء
        [one] عُثر على عنصر واحد
        [two] عُثر على عنصرين
        [few] عُثر على { $count } عناصر
        [many] عُثر على { $count } عنصرًا
       *[other] عُثر على { $count } عنصر
    }
files-filter-hint = إظهار الأسماء التي تحتوي فقط على

## الأوامر
files-command-open = فتح
files-command-up = المجلد الأعلى
files-command-back = رجوع
files-command-forward = تقدّم
files-command-home = مجلد المنزل
files-command-reload = إعادة التحميل
files-command-hidden = الملفات المخفية
files-command-path = كتابة مسار
files-command-filter = ترشيح الأسماء
files-command-search = بحث
files-command-search-contents = البحث في المحتوى
files-command-palette = الأوامر
files-command-keys = اختصارات لوحة المفاتيح
files-command-bookmark = إضافة إلى الإشارات المرجعية
files-command-select-all = تحديد الكل
files-command-invert = عكس التحديد
files-command-new-tab = لسان جديد
files-command-close-tab = إغلاق اللسان
files-command-details = التفاصيل
files-command-grid = شبكة
files-command-compact = مضغوط
files-command-columns = أعمدة
files-command-pattern = التحديد حسب النمط
files-command-open-with = فتح باستخدام…
files-command-look = معاينة
files-command-preview = لوحة المعاينة
files-command-slides = عرض الشرائح
files-look-nothing = لا معاينة لهذا الملف.
files-media-length = المدة
files-media-size = الصورة
files-media-channels = القنوات
files-media-rate = معدل العينات
files-media-hertz = { $rate } هرتز
files-preview-nothing = لا شيء محدد
files-preview-close = أغلق لوحة المعاينة
files-command-panes = جزآن
files-command-other-pane = الجزء الآخر
files-command-sidebar = الشريط الجانبي
files-command-copy = نسخ
files-command-cut = قص
files-command-paste = لصق
files-command-copy-across = نسخ إلى الجزء الآخر
files-command-move-across = نقل إلى الجزء الآخر
files-command-trash = نقل إلى المهملات
files-command-delete = حذف نهائي
files-command-rename = إعادة التسمية
files-command-new-folder = مجلد جديد
files-command-undo = تراجع
files-command-redo = إعادة
files-command-git = تغييرات git
files-command-clone = استنساخ مستودع
files-command-git-here = ‏Git في هذا المجلد
files-command-git-anywhere = ‏Git في كل مكان
files-command-restore = استعادة
files-command-empty-trash = إفراغ المهملات
files-command-properties = الخصائص
files-command-copy-path = نسخ المسار
files-command-terminal = فتح طرفية هنا
files-command-zoom-in = تكبير
files-command-zoom-out = تصغير
files-command-zoom-normal = الحجم المعتاد
files-command-own-view = عرض خاص بهذا المجلد
files-command-group = في مجموعات
files-command-usage = ما الذي يشغل المساحة هنا
files-command-versions = الإصدارات السابقة
files-command-column = العمود: { $column }
files-command-recent = الملفات الأخيرة
files-command-keep-search = الاحتفاظ بهذا البحث
files-command-forget-search = عدم الاحتفاظ بهذا البحث
files-command-history = الأماكن السابقة
files-command-compress = إنشاء أرشيف…
files-command-extract = الاستخراج هنا
files-command-extract-to = الاستخراج إلى…
files-command-permissions = الأذونات والمالك
files-command-run = التشغيل مع معاملات…

## الأماكن
files-place-home = المنزل
files-place-recent = الملفات الأخيرة
files-place-desktop = سطح المكتب
files-place-documents = المستندات
files-place-downloads = التنزيلات
files-place-pictures = الصور
files-place-music = الموسيقى
files-place-videos = الفيديوهات
files-place-system = النظام
files-sidebar-bookmarks = الإشارات المرجعية
files-sidebar-devices = الأجهزة
files-sidebar-tree = المجلدات
files-sidebar-searches = عمليات البحث
files-eject = إخراج
files-mount = وصل
files-volume = قرص بحجم { $size }
files-failed-unmount = لا يزال "{ $path }" موصولًا: { $detail }
files-failed-mount = تعذر الوصل: { $detail }
files-service-failed = تعذر تقديم مدير الملفات للبرامج الأخرى: { $detail }
files-wrong-action = إجراء في candela/files-actions.toml غير مفهوم: { $detail }
files-wrong-key = اختصار في candela/files.toml لا معنى له: { $detail }

## الأعمدة
files-column-name = الاسم
files-column-git = Git
files-column-size = الحجم
files-column-modified = التعديل
files-group-folders = المجلدات
files-group-empty = فارغ
files-group-small = حتى 1 م.ب
files-group-medium = حتى 100 م.ب
files-group-large = أكثر من 100 م.ب
files-group-today = اليوم
files-group-yesterday = أمس
files-group-week = في آخر 7 أيام
files-group-month = في آخر 30 يومًا
files-group-unknown = غير معروف

## الحالة
files-items =
    { $count ->
        [zero] لا عناصر
        [one] عنصر واحد
        [two] عنصران
        [few] { $count } عناصر
        [many] { $count } عنصرًا
       *[other] { $count } عنصر
    }
files-growing =
    { $count ->
        [zero] لا عناصر حتى الآن…
        [one] عنصر واحد حتى الآن…
        [two] عنصران حتى الآن…
        [few] { $count } عناصر حتى الآن…
        [many] { $count } عنصرًا حتى الآن…
       *[other] { $count } عنصر حتى الآن…
    }
files-selected = حُدّد { $selected } من { $count }
files-with-size = { $words } · { $size }
files-free = { $size } متاحة
files-ahead = متقدّم بـ { $count }
files-behind = متأخّر بـ { $count }
files-diverged = متقدّم بـ { $ahead }، متأخّر بـ { $behind }
files-branches = الفروع
files-stashed = { $count } مخبأة
files-conflicts =
    { $count ->
        [zero] لا تعارضات
        [one] تعارض واحد
        [two] تعارضان
        [few] { $count } تعارضات
        [many] { $count } تعارضًا
       *[other] { $count } تعارض
    }

## الأحجام والأوقات
files-size-bytes =
    { $count ->
        [zero] 0 بايت
        [one] بايت واحد
        [two] بايتان
        [few] { $count } بايتات
        [many] { $count } بايتًا
       *[other] { $count } بايت
    }
files-size-kilo = { $size } ك.ب
files-size-mega = { $size } م.ب
files-size-giga = { $size } غ.ب
files-size-tera = { $size } ت.ب
files-moment-today = اليوم، { $time }
files-moment-yesterday = أمس، { $time }
files-moment-date = { $day } { $month } { $year }
files-month-1 = يناير
files-month-2 = فبراير
files-month-3 = مارس
files-month-4 = أبريل
files-month-5 = مايو
files-month-6 = يونيو
files-month-7 = يوليو
files-month-8 = أغسطس
files-month-9 = سبتمبر
files-month-10 = أكتوبر
files-month-11 = نوفمبر
files-month-12 = ديسمبر

## الحالات
files-loading = جارٍ قراءة المجلد…
files-unreadable = تتعذّر قراءة { $name }
files-retry = إعادة المحاولة
files-empty = هذا المجلد فارغ
files-nothing = لم يُعثر على شيء
files-nothing-note = لا يحتوي أي اسم هنا على "{ $filter }".
files-nothing-contents = لا يوجد ملف هنا يحتوي على «{ $text }».
files-recent-empty = لم تُستخدم أي ملفات بعد
files-show-all = إظهار الكل

## فتح الملفات
files-failed-no-application = يتعذّر فتح { $name }: لا يوجد تطبيق مثبّت لـ { $mime }
files-failed-start = يتعذّر فتح { $name } باستخدام { $application }: { $detail }
files-failed-open = يتعذّر فتح { $name }: { $reason }

## Command line
files-help =
    الاستخدام: candela-files [DIR ...]
               candela-files --select|--properties FILE ...
               candela-files --service
               candela-files list DIR [--json] [--hidden] [--sort name|size|modified|type] [--reverse] [--git]
               candela-files copy SRC ... DEST [OPTION ...]
               candela-files move SRC ... DEST [OPTION ...]
               candela-files trash PATH ... | trash-list [--json] | restore [--conflict WORD] ID ... | empty-trash
               candela-files delete PATH ... | rename PATH NEW-NAME | make-folder PATH
               candela-files bulk-rename RULE PATH ... [--preview]
               candela-files make-file PATH [--template FILE] | make-link TARGET PATH
               candela-files permissions MODE PATH ... [--folders MODE] [--recursive]
               candela-files compress SRC ... ARCHIVE | extract ARCHIVE [DEST]
               candela-files undo | redo | history [--json]
               candela-files recover [--list|--resume|--roll-back] [--json]
    { "" }
    يفتح المجلدات في نوافذ. تُكتب النتائج في stdout والأخطاء في stderr. حالة الخروج: 0 تمّ، 1 فشل، 2 استخدام خاطئ.
    { "" }
    النسخ والنقل: DEST مجلد، أو اسم جديد لمصدر واحد. الخيارات:
      --conflict fail|skip|replace|keep-both|newer|different
                   ما يحدث عند وجود الاسم (fail)؛ ما يُستبدل ينتقل إلى المهملات؛
                   مع skip وreplace وnewer وdifferent يُدمج المجلد في المجلد الموجود
      --verify     يعيد قراءة كل نسخة من القرص ويقارنها
      --durable    يكتب كل شيء على القرص قبل أن يظهر أي اسم
      --progress   يعرض التقدم على stderr
    { "" }
    يعطي bulk-rename كل الأسماء أو لا يعطي شيئًا منها. RULE واحدة من:
      --pattern TEXT [--start N] [--step N] [--digits N]
                   وفيها تعني { "{name}" } و{ "{ext}" } و{ "{n}" } الاسم القديم ولاحقته والرقم
      --find TEXT --with TEXT, --regex REGEX --with TEXT, --case upper|lower|title
    الأرشيفات: .zip و.tar و.tar.gz و.tar.zst و.tar.xz و.gz و.zst و.xz؛ وللاستخراج أيضًا .7z.
    { "" }
    ما لم يُنجز يُكتب في stderr، سطر لكل منه، وتصبح حالة الخروج 1.
    --help, --version

## Errors
files-error-read = تتعذّر قراءة "{ $path }": { $reason }
files-palette-hint = ما المطلوب؟
files-keys-title = اختصارات لوحة المفاتيح
files-keys-note = اختر أمرًا ثم اضغط مفاتيحه الجديدة.
files-keys-press = اضغط المفاتيح …
files-keys-waiting = المفاتيح التالية ستنفّذ «{ $command }».
files-keys-fixed = لا يمكن أن تكون { $keys } لأمر: اضغط مفاتيح أخرى.
files-keys-taken = { $keys } تنفّذ «{ $command }» حتى الآن.
files-keys-take = خذها
files-keys-reset = المفاتيح المعتادة
files-keys-remove = بلا مفاتيح
files-keys-change = تغيير
files-error-write = تتعذّر كتابة "{ $path }": { $reason }
files-error-regex = هذا التعبير النمطي بلا معنى: { $detail }
files-error-facts =
    { $count ->
        [zero] لا عناصر تتعذّر قراءة تفاصيلها في "{ $path }"
        [one] تتعذّر قراءة تفاصيل عنصر واحد في "{ $path }"
        [two] تتعذّر قراءة تفاصيل عنصرين في "{ $path }"
        [few] تتعذّر قراءة تفاصيل { $count } عناصر في "{ $path }"
        [many] تتعذّر قراءة تفاصيل { $count } عنصرًا في "{ $path }"
       *[other] تتعذّر قراءة تفاصيل { $count } عنصر في "{ $path }"
    }
files-reason-not-found = لا يوجد ملف أو مجلد بهذا الاسم
files-reason-permission = لا يوجد إذن
files-reason-not-a-folder = ليس مجلدًا
files-reason-is-a-folder = هو مجلد
files-reason-exists = الاسم مستخدم
files-reason-name = الاسم غير مسموح به هنا
files-reason-full = لا مساحة متبقية
files-reason-read-only = نظام ملفات للقراءة فقط
files-reason-other = { $detail }
files-git-foreign = مستودع git الخاص بـ "{ $path }" يملكه مستخدم آخر؛ للوثوق به: git config --global --add safe.directory FOLDER
files-git-unreadable = تتعذّر قراءة مستودع git الخاص بـ "{ $path }": { $detail }

## Operations: what was left undone
files-failed-copy = تعذّر نسخ "{ $path }": { $reason }
files-failed-move = تعذّر نقل "{ $path }": { $reason }
files-failed-trash = تعذّر نقل "{ $path }" إلى المهملات: { $reason }
files-failed-restore = تعذّرت استعادة "{ $path }": { $reason }
files-failed-delete = تعذّر حذف "{ $path }": { $reason }
files-failed-rename = تعذّرت إعادة تسمية "{ $path }": { $reason }
files-failed-permissions = تعذّر تغيير أذونات «{ $path }»: { $reason }
files-failed-compress = تعذّر إنشاء الأرشيف "{ $path }": { $reason }
files-failed-extract = تعذّر استخراج "{ $path }": { $reason }
files-failed-make = تعذّر إنشاء "{ $path }": { $reason }
files-failed-undo = تعذّر التراجع عن "{ $path }": { $reason }
files-failed-redo = تعذّرت إعادة "{ $path }": { $reason }
files-failed-recover = تعذّر إنهاء "{ $path }": { $reason }
files-reason-skipped = تُجووز لأن الاسم موجود
files-reason-not-newer = تُجووز لأن الموجود بالحداثة نفسها أو أحدث
files-reason-not-different = تُجووز لأن الموجود مطابق
files-reason-same-file = المصدر والهدف ملف واحد
files-reason-into-itself = لا يمكن وضع مجلد داخل نفسه
files-reason-over-its-folder = سيحلّ محل مجلد يقع هو داخله
files-reason-twice = مصدر آخر يأخذ الاسم نفسه
files-reason-unnamed = «.» و«..» و«/» لا تسمّي ملفًا؛ اذكر اسم الملف أو المجلد نفسه
files-reason-no-folder = لا يوجد مجلد كهذا لوضع شيء فيه
files-reason-changed = تغيّر في هذه الأثناء
files-reason-no-trash = لا توجد هنا سلة مهملات تحفظه
files-reason-old-gone = ما استُبدل لم يعد في المهملات
files-reason-original-gone = الأصل لم يعد موجودًا، وهذه هي النسخة الوحيدة
files-reason-partly-removed = أُزيل جزء منه بالفعل؛ وما بقي منه عاد إلى مكانه
files-reason-not-verified = قراءة النسخة لا تطابق ما كُتب
files-reason-cancelled = أُلغي
files-reason-case = اسمان يختلفان في حالة الأحرف فقط، والهدف لا يميّز بينهما
files-reason-too-large = أكبر مما يتسع له الهدف
files-reason-bad-archive = ليس أرشيفًا قابلًا للقراءة، أو أنه تالف
files-reason-encrypted = إنه مشفّر
files-reason-escapes = تُرك لأنه سيخرج من المجلد
files-reason-bomb = يخرج منه أكثر بكثير مما يحويه أرشيف سليم
files-reason-one-file = هذا النوع يأخذ ملفًا واحدًا ولا يأخذ مجلدًا
files-reason-io = خطأ في الإدخال أو الإخراج: قد يكون الخلل في الوسيط أو في الاتصال
files-reason-quota = استُنفدت الحصة
files-reason-open-files = عدد الملفات المفتوحة كبير جدًا
files-reason-no-journal = لا مكان للسجل؛ اضبط HOME أو XDG_STATE_HOME
files-reason-busy = عملية أخرى تعمل عليه
files-reason-journal = تعذّرت كتابة السجل: { $reason }
files-lost-owner =
    { $others ->
        [0] تعذّر حفظ مالك "{ $path }"
       *[other] تعذّر حفظ مالك "{ $path }" و{ $others } غيره
    }
files-lost-mode =
    { $others ->
        [0] تعذّر حفظ أذونات "{ $path }"
       *[other] تعذّر حفظ أذونات "{ $path }" و{ $others } غيره
    }
files-lost-attributes =
    { $others ->
        [0] تعذّر حفظ السمات الموسّعة لـ "{ $path }"
       *[other] تعذّر حفظ السمات الموسّعة لـ "{ $path }" و{ $others } غيره
    }
files-lost-times =
    { $others ->
        [0] تعذّر حفظ أوقات "{ $path }"
       *[other] تعذّر حفظ أوقات "{ $path }" و{ $others } غيره
    }
files-lost-hard-link =
    { $others ->
        [0] تعذّر ربط "{ $path }" كما كان، وأصبح ملفًا مستقلًا
       *[other] تعذّر ربط "{ $path }" و{ $others } غيره كما كانت، وأصبحت ملفات مستقلة
    }
files-journal-version = السجل "{ $path }" كتبه إصدار آخر؛ وُضع جانبًا ولم يُفعل شيء
files-journal-cut-short = السجل "{ $path }" مبتور؛ وُضع جانبًا ولم يُفعل شيء
files-journal-damaged = السجل "{ $path }" تالف؛ وُضع جانبًا ولم يُفعل شيء
files-settings-line = { $path }، السطر { $line }: { $detail }
files-settings-value = { $path }، السطر { $line }: لا يمكن أن تكون قيمة «{ $key }» هي { $value }
files-no-answer = أُلغيت؛ نظام الملفات لا يستجيب
files-no-answer-for = أُلغيت؛ نظام ملفات { $path } لا يستجيب
files-left-behind = ما بدأ يبقى كما هو تحت أسماء مخفية؛ الأمر «candela-files recover» يبيّن ما هو وينهيه
files-nothing-to-undo = لا شيء للتراجع عنه
files-nothing-to-redo = لا شيء لإعادته
files-nothing-selected = لم يُحدَّد شيء
files-error-not-in-trash = "{ $id }" ليس في المهملات

## Operations: progress
files-phase-planning = ينظر
files-phase-waiting = ينتظر عملية أخرى
files-phase-working = يعمل
files-phase-flushing = ينتظر القرص
files-phase-verifying = يتحقق
files-phase-removing = يزيل
files-progress = { $phase }: { $items } من { $all }، { $percent } ٪، { $rate } ميغابايت/ث، بقي { $left } ث

## العمليات في النافذة
files-new-folder = مجلد جديد
files-cancel = إلغاء
files-name-hint = الاسم
files-name-slash = لا يمكن أن يحتوي الاسم على "/".
files-name-taken = الاسم مستعمل.
files-bulk-title = إعادة تسمية عدة عناصر
files-bulk-pattern = نمط
files-bulk-replace = استبدال
files-bulk-regex = تعبير
files-bulk-case = الحروف
files-bulk-pattern-of = نمط الأسماء
files-bulk-pattern-note = الاسم القديم هو { "{name}" }، وامتداده { "{ext}" }، والرقم { "{n}" }.
files-bulk-first = الرقم الأول
files-bulk-step = الخطوة
files-bulk-digits = الخانات
files-bulk-find = البحث عن
files-bulk-with = الاستبدال بـ
files-bulk-lower = حروف صغيرة
files-bulk-upper = حروف كبيرة
files-bulk-words = أول كل كلمة
files-bulk-changed = الأسماء التي تتغير: { $count }
files-bulk-refused = الأسماء غير الممكنة: { $count }
files-pack-title = إنشاء أرشيف
files-archive-name = أرشيف
files-extract-title = الاستخراج إلى مجلد
files-extract-note = يحصل كل أرشيف على مجلد خاص به هناك.
files-extract-yes = استخراج
files-run-title = تشغيل { $name }
files-run-hint = المعاملات
files-run-quote = علامة اقتباس غير مغلقة.
files-run-terminal = في طرفية
files-run-yes = تشغيل
files-rename-title = إعادة تسمية { $name }
files-rename-yes = إعادة التسمية
files-folder-title = مجلد جديد
files-folder-yes = إنشاء
files-clone-title = استنساخ مستودع في هذا المجلد
files-clone-hint = عنوان المستودع أو مساره
files-clone-yes = استنساخ
files-delete-title =
    { $count ->
        [zero] حذف 0 عنصر نهائيًا؟
        [one] حذف عنصر واحد نهائيًا؟
        [two] حذف عنصرين نهائيًا؟
        [few] حذف { $count } عناصر نهائيًا؟
        [many] حذف { $count } عنصرًا نهائيًا؟
       *[other] حذف { $count } عنصر نهائيًا؟
    }
files-delete-note =
    { $count ->
        [1] لن يُحفظ "{ $name }" في المهملات ولا يمكن استعادته.
       *[other] لن يُحفظ "{ $name }" وبقية المحدّد في المهملات ولا يمكن استعادته.
    }
files-delete-yes = حذف نهائي
files-conflict-title = "{ $name }" موجود مسبقًا
files-conflict-note = ما يُستبدل يُنقل إلى المهملات، وتُدمج المجلدات.
files-conflict-there = الموجود: { $size }، { $moment }
files-conflict-coming = الجديد: { $size }، { $moment }
files-conflict-both = الاحتفاظ بالاثنين
files-conflict-replace = استبدال
files-conflict-skip = تخطٍّ
files-conflict-all =
    { $count ->
        [zero] لا شيء آخر
        [one] وكذلك لعنصر آخر
        [two] وكذلك لعنصرين آخرين
        [few] وكذلك لـ{ $count } عناصر أخرى
        [many] وكذلك لـ{ $count } عنصرًا آخر
       *[other] وكذلك لـ{ $count } عنصر آخر
    }
files-more-failures =
    { $lines }
    … و{ $count } أخرى
files-done-copy =
    { $count ->
        [zero] نُسخ 0 عنصر
        [one] نُسخ عنصر واحد
        [two] نُسخ عنصرين
        [few] نُسخ { $count } عناصر
        [many] نُسخ { $count } عنصرًا
       *[other] نُسخ { $count } عنصر
    }
files-done-move =
    { $count ->
        [zero] نُقل 0 عنصر
        [one] نُقل عنصر واحد
        [two] نُقل عنصرين
        [few] نُقل { $count } عناصر
        [many] نُقل { $count } عنصرًا
       *[other] نُقل { $count } عنصر
    }
files-done-trash =
    { $count ->
        [zero] نُقل 0 عنصر إلى المهملات
        [one] نُقل عنصر واحد إلى المهملات
        [two] نُقل عنصرين إلى المهملات
        [few] نُقل { $count } عناصر إلى المهملات
        [many] نُقل { $count } عنصرًا إلى المهملات
       *[other] نُقل { $count } عنصر إلى المهملات
    }
files-done-restore =
    { $count ->
        [zero] استُعيد 0 عنصر
        [one] استُعيد عنصر واحد
        [two] استُعيد عنصرين
        [few] استُعيد { $count } عناصر
        [many] استُعيد { $count } عنصرًا
       *[other] استُعيد { $count } عنصر
    }
files-done-delete =
    { $count ->
        [zero] حُذف 0 عنصر
        [one] حُذف عنصر واحد
        [two] حُذف عنصرين
        [few] حُذف { $count } عناصر
        [many] حُذف { $count } عنصرًا
       *[other] حُذف { $count } عنصر
    }
files-done-undo = تم التراجع
files-done-redo = تمت الإعادة
files-pattern-title = التحديد حسب النمط
files-pattern-note = تعني * أي عدد من الأحرف، وتعني ? حرفًا واحدًا.
files-pattern-hint = *.jpg
files-pattern-yes = تحديد
files-turn-copy =
    { $count ->
        [zero] نسخ 0 عنصر
        [one] نسخ عنصر واحد
        [two] نسخ عنصرين
        [few] نسخ { $count } عناصر
        [many] نسخ { $count } عنصرًا
       *[other] نسخ { $count } عنصر
    }
files-turn-move =
    { $count ->
        [zero] نقل 0 عنصر
        [one] نقل عنصر واحد
        [two] نقل عنصرين
        [few] نقل { $count } عناصر
        [many] نقل { $count } عنصرًا
       *[other] نقل { $count } عنصر
    }
files-turn-restore =
    { $count ->
        [zero] استعادة 0 عنصر
        [one] استعادة عنصر واحد
        [two] استعادة عنصرين
        [few] استعادة { $count } عناصر
        [many] استعادة { $count } عنصرًا
       *[other] استعادة { $count } عنصر
    }
files-turn-rename =
    { $count ->
        [zero] إعادة تسمية 0 عنصر
        [one] إعادة تسمية عنصر واحد
        [two] إعادة تسمية عنصرين
        [few] إعادة تسمية { $count } عناصر
        [many] إعادة تسمية { $count } عنصرًا
       *[other] إعادة تسمية { $count } عنصر
    }
files-turn-permissions =
    { $count ->
        [zero] تغيير أذونات 0 عنصر
        [one] تغيير أذونات عنصر واحد
        [two] تغيير أذونات عنصرين
        [few] تغيير أذونات { $count } عناصر
        [many] تغيير أذونات { $count } عنصرًا
       *[other] تغيير أذونات { $count } عنصر
    }
files-turn-compress = إنشاء أرشيف
files-turn-extract = استخراج أرشيف
files-turn-make =
    { $count ->
        [zero] إنشاء 0 عنصر
        [one] إنشاء عنصر واحد
        [two] إنشاء عنصرين
        [few] إنشاء { $count } عناصر
        [many] إنشاء { $count } عنصرًا
       *[other] إنشاء { $count } عنصر
    }
files-turn-trash =
    { $count ->
        [zero] رمي 0 عنصر في المهملات
        [one] رمي عنصر واحد في المهملات
        [two] رمي عنصرين في المهملات
        [few] رمي { $count } عناصر في المهملات
        [many] رمي { $count } عنصرًا في المهملات
       *[other] رمي { $count } عنصر في المهملات
    }
files-undo-of = تراجع عن { $what }
files-redo-of = إعادة { $what }
files-job-copy =
    { $count ->
        [zero] نسخ 0 عنصر إلى { $target }
        [one] نسخ عنصر واحد إلى { $target }
        [two] نسخ عنصرين إلى { $target }
        [few] نسخ { $count } عناصر إلى { $target }
        [many] نسخ { $count } عنصرًا إلى { $target }
       *[other] نسخ { $count } عنصر إلى { $target }
    }
files-job-move =
    { $count ->
        [zero] نقل 0 عنصر إلى { $target }
        [one] نقل عنصر واحد إلى { $target }
        [two] نقل عنصرين إلى { $target }
        [few] نقل { $count } عناصر إلى { $target }
        [many] نقل { $count } عنصرًا إلى { $target }
       *[other] نقل { $count } عنصر إلى { $target }
    }
files-job-trash =
    { $count ->
        [zero] نقل 0 عنصر إلى المهملات
        [one] نقل عنصر واحد إلى المهملات
        [two] نقل عنصرين إلى المهملات
        [few] نقل { $count } عناصر إلى المهملات
        [many] نقل { $count } عنصرًا إلى المهملات
       *[other] نقل { $count } عنصر إلى المهملات
    }
files-job-delete =
    { $count ->
        [zero] حذف 0 عنصر
        [one] حذف عنصر واحد
        [two] حذف عنصرين
        [few] حذف { $count } عناصر
        [many] حذف { $count } عنصرًا
       *[other] حذف { $count } عنصر
    }
files-job-restore =
    { $count ->
        [zero] استعادة 0 عنصر
        [one] استعادة عنصر واحد
        [two] استعادة عنصرين
        [few] استعادة { $count } عناصر
        [many] استعادة { $count } عنصرًا
       *[other] استعادة { $count } عنصر
    }
files-job-rename = إعادة التسمية
files-job-permissions = تغيير الأذونات
files-job-compress = إنشاء أرشيف
files-job-extract = الاستخراج
files-job-make = إنشاء
files-job-undo = تراجع
files-job-redo = إعادة
files-job-pause = إيقاف مؤقت
files-job-resume = استئناف
files-job-cancel = إلغاء
files-job-paused = متوقف مؤقتًا
files-job-flushing = بانتظار القرص
files-job-waiting = بانتظار عملية أخرى
files-job-looking = جارٍ الفحص
files-job-rate = { $done } من { $all } · { $rate }/ث
files-job-left = { $done } من { $all } · { $rate }/ث · بقي { $seconds } ث

## Git
files-git-refused = رفض git: { $detail }
files-git-missing = git غير مثبّت
files-git-large = مستودع كبير: لا تعرض المجلدات هنا أي حالة
files-git-close = إغلاق
files-git-changes = التغييرات
files-git-log = السجل
files-git-blame = الأسطر
files-git-no-log = لا يوجد إيداع يحتوي على هذا
files-git-no-blame = لا توجد أسطر لعرضها
files-git-no-blame-note = اختر ملفًا نصيًا مودَعًا.
files-git-uncommitted = غير مودَع
files-git-commit-facts = { $author } · { $moment } · { $id }
files-git-off = لا يُنظر إلى Git هنا. تعيده لوحة الأوامر (Ctrl K).
files-git-on = يُنظر إلى Git هنا.
files-git-none = لا تغييرات
files-git-outside = هذا المجلد ليس في مستودع git
files-git-stage = تجهيز
files-git-unstage = إلغاء التجهيز
files-git-discard = تجاهل؛ ما هو موجود يُنقل إلى المهملات
files-git-message = الرسالة
files-git-commit = إيداع

## المهملات والخصائص
files-place-trash = المهملات
files-trash-empty = المهملات فارغة
files-properties-close = إغلاق
files-property-place = المكان
files-property-type = النوع
files-property-mime = نوع MIME
files-property-contents = المحتوى
files-property-mode = الأذونات
files-property-owner = المالك
files-property-owner-both = { $owner }، المجموعة { $group }
files-property-opens = يُفتح بواسطة
files-property-counted = الملفات: { $files }، المجلدات: { $folders }، { $size }
files-property-counting = { $counted } حتى الآن…
files-property-unread = تعذرت قراءة: { $count }
files-properties-facts = عام
files-access-mode = الأذونات، بالأرقام أو بالكلمات
files-access-note = يعطي 0644 هذه بالضبط؛ ويعطي u+x,go-w ويأخذ كما يفهمه chmod.
files-access-read = قراءة
files-access-write = كتابة
files-access-execute = تنفيذ
files-access-group = المجموعة
files-access-others = الآخرون
files-access-of = { $right }: { $class }
files-access-set-user = يعمل باسم مالكه
files-access-set-group = يعمل باسم مجموعته
files-access-sticky = لا يحذف فيه إلا المالك
files-access-below = لكل ما بداخله أيضًا
files-access-below-note = في الداخل لا يتغير إلا ما تغيّر هنا، ولا يصير أي ملف برنامجًا. وتؤخذ الكلمات كما هي.
files-access-apply = تطبيق
files-checksums = المجاميع الاختبارية
files-checksums-reading = جارٍ قراءة الملف…
files-checksums-compare = مجموع اختباري للمقارنة
files-checksums-same = هذا هو المجموع الاختباري لهذا الملف.
files-checksums-other = هذا مجموع اختباري لملف آخر.
files-checksums-unknown = ليس مجموعًا اختباريًا من هذه الأنواع.
files-usage-open = اعرض هذا المجلد
files-versions-title = الإصدارات السابقة من «{ $name }»
files-versions-told = { $moment } · { $size } · لقطة { $snapshot }
files-versions-back = استعادة نسخة
files-versions-none = لا توجد لقطة فيها إصدار آخر من «{ $name }».
files-size-both = { $short } ({ $exact })
files-recover-title =
    { $count ->
        [zero] لا عمليات مقطوعة
        [one] قُطعت عملية واحدة
        [two] قُطعت عمليتان
        [few] قُطعت { $count } عمليات
        [many] قُطعت { $count } عملية
       *[other] قُطعت { $count } عملية
    }
files-recover-later = لاحقًا
files-recover-back = تراجع
files-recover-on = متابعة
files-recover-note = لم تصل إلى نهايتها: توقّف البرنامج أو الجهاز. يمكن متابعتها أو التراجع عنها كأنها لم تبدأ.
