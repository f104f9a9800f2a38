# مدير الملفات.

## النافذة
files-title = { $folder } – الملفات
files-dismiss = تجاهل
files-menu = القائمة
files-one-pane = جزء واحد
files-path-hint = مسار مجلد
files-path-more = المجلدات الأعلى
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
files-command-select-all = تحديد الكل
files-command-invert = عكس التحديد
files-command-new-tab = لسان جديد
files-command-close-tab = إغلاق اللسان
files-command-details = التفاصيل
files-command-grid = شبكة
files-command-panes = جزآن
files-command-other-pane = الجزء الآخر
files-command-sidebar = الشريط الجانبي
files-command-copy-path = نسخ المسار
files-command-terminal = فتح طرفية هنا

## الأماكن
files-place-home = المنزل
files-place-desktop = سطح المكتب
files-place-documents = المستندات
files-place-downloads = التنزيلات
files-place-pictures = الصور
files-place-music = الموسيقى
files-place-videos = الفيديوهات
files-place-system = النظام
files-sidebar-bookmarks = الإشارات المرجعية
files-sidebar-devices = الأجهزة

## الأعمدة
files-column-name = الاسم
files-column-git = Git
files-column-size = الحجم
files-column-modified = التعديل

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
files-show-all = إظهار الكل

## فتح الملفات
files-failed-no-application = يتعذّر فتح { $name }: لا يوجد تطبيق مثبّت لـ { $mime }
files-failed-start = يتعذّر فتح { $name } باستخدام { $application }: { $detail }
files-failed-open = يتعذّر فتح { $name }: { $reason }

## Command line
files-help =
    الاستخدام: candela-files [DIR ...]
               candela-files --select FILE ...
               candela-files list DIR [--json] [--hidden] [--sort name|size|modified|type] [--reverse] [--git]
    { "" }
    يفتح المجلدات في نوافذ. تُكتب النتائج في stdout والأخطاء في stderr. حالة الخروج: 0 تمّ، 1 فشل، 2 استخدام خاطئ.

## Errors
files-error-read = تتعذّر قراءة "{ $path }": { $reason }
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
