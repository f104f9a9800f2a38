# المشغّل.

launcher-title = المشغّل
launcher-search-hint = ابحث أو احسب

## الأقسام
launcher-section-all = كل التطبيقات
launcher-section-best = أفضل نتيجة
launcher-section-apps = التطبيقات
launcher-section-files = الملفات
launcher-section-commands = الأوامر
launcher-section-pinned = المثبّتة
launcher-section-now = تطبيقات تستخدمها الآن
launcher-section-recent = الملفات الأخيرة
launcher-section-categories = الفئات
launcher-section-session = الإعدادات والجلسة
launcher-section-hidden = التطبيقات المخفية
launcher-section-windows = النوافذ المفتوحة
launcher-section-characters = المحارف
launcher-section-external = من برامج أخرى
launcher-section-web = الويب
launcher-section-more = تطبيقات أخرى

## الفئات
launcher-category-utility = الملحقات
launcher-category-development = التطوير
launcher-category-education = التعليم
launcher-category-game = الألعاب
launcher-category-graphics = الرسوميات
launcher-category-network = الإنترنت
launcher-category-audio-video = الصوت والفيديو
launcher-category-office = المكتب
launcher-category-science = العلوم
launcher-category-settings = الإعدادات
launcher-category-system = النظام
launcher-category-other = أخرى

## الإعدادات والجلسة
launcher-settings-tile = الإعدادات
launcher-hidden-tile = المخفية
launcher-lock = قفل
launcher-lock-words = شاشة
launcher-log-out = تسجيل الخروج
launcher-log-out-words = خروج جلسة
launcher-suspend = سكون
launcher-suspend-words = تعليق
launcher-reboot = إعادة التشغيل
launcher-reboot-words = إقلاع
launcher-power-off = إيقاف التشغيل
launcher-power-off-words = إطفاء

## تلميحات المفاتيح
launcher-open = فتح
launcher-copy = نسخ
launcher-run = تشغيل
launcher-actions = إجراءات
launcher-back = رجوع
launcher-close = إغلاق
launcher-complete = إكمال
launcher-change = تغيير
launcher-keep = حفظ
launcher-results =
    { $count ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
        [many] { $count } نتيجة
       *[other] { $count } نتيجة
    }
launcher-apps =
    { $count ->
        [zero] لا تطبيقات
        [one] تطبيق واحد
        [two] تطبيقان
        [few] { $count } تطبيقات
        [many] { $count } تطبيقًا
       *[other] { $count } تطبيق
    }

## إجراءات تطبيق
launcher-actions-of = إجراءات { $name }
launcher-terminal = تشغيل في الطرفية
launcher-location = إظهار مدخل سطح المكتب
launcher-copy-command = نسخ الأمر
launcher-forget = نسيان أنه شُغّل
launcher-pin = تثبيت
launcher-unpin = إلغاء التثبيت
launcher-alias = أعطه أسماء من عندك…
launcher-hide = إخفاء
launcher-unhide = إظهار من جديد
launcher-other-gpu = تشغيل على معالج الرسوميات الآخر
launcher-edit-copy = تحرير نسخة من مدخل سطح المكتب
launcher-file-location = إظهار في المجلد
launcher-explain = شرح
launcher-alias-of = أسماؤك لـ { $name }
launcher-alias-hint = أسماء تفصل بينها فواصل
launcher-alias-note = يُعثر على التطبيق بهذه الأسماء أيضًا. اترك الحقل فارغًا لإزالتها.

## الشرح
launcher-explanation-of = عن { $name }
launcher-fact-id = معرّف ملف سطح المكتب
launcher-fact-found = عُثر عليه عبر
launcher-fact-match = { $part }: { $way }
launcher-fact-use = الاستخدام
launcher-fact-used = شغّلته من قبل؛ وهذا يرفعه في القائمة.
launcher-fact-used-by = شغّلته من قبل بعد { $queries }؛ وهذا يرفعه في القائمة.
launcher-fact-file = الملف المعتمد
launcher-fact-masked = ملف محجوب
launcher-part-name = الاسم
launcher-part-untranslated = الاسم غير المترجم
launcher-part-alias = اسمك الخاص
launcher-part-action = إجراء
launcher-part-generic = نوع التطبيق
launcher-part-program = البرنامج
launcher-part-keyword = كلمة مفتاحية
launcher-part-category = الفئة
launcher-part-comment = الوصف
launcher-tier-exact = مطابق
launcher-tier-prefix = يبدأ هكذا
launcher-tier-word = كلمة تبدأ هكذا
launcher-tier-acronym = الحروف الأولى
launcher-tier-substring = موجود في داخله
launcher-tier-subsequence = حروفه بهذا الترتيب
launcher-tier-typo = قريب منه

## الإعدادات
launcher-settings-title = إعدادات المشغّل
launcher-edit-file = تحرير الملف
launcher-setting-home = التطبيقات قبل البحث
launcher-setting-home-note = مربعات أو صفوف
launcher-setting-grid = مربعات
launcher-setting-list = صفوف
launcher-setting-recent-note = تظهر قبل البحث
launcher-setting-remember = التعلم مما تشغّله
launcher-setting-remember-note = ما تستخدمه يأتي أولًا
launcher-setting-focus = الإخفاء عند الانتقال إلى نافذة أخرى
launcher-setting-focus-note = Esc يخفيه على أي حال
launcher-setting-stay = الانتظار في الخلفية
launcher-setting-stay-note = يظهر فورًا في المرة القادمة
launcher-source-sums = الحسابات والوحدات
launcher-source-sums-note = مثل 5 km in mi
launcher-source-session = الجلسة
launcher-source-session-note = القفل والخروج والإيقاف
launcher-source-windows-note = بالعنوان والبرنامج
launcher-source-files-note = بالاسم، في مجلداتك
launcher-source-characters-note = مثل :arrow أو U+2192
launcher-source-commands-note = برامج مع معاملاتها
launcher-source-web-note = لا يُرسل شيء قبل أن تختاره
launcher-source-external-note = مزوّدون ثبّتهم
launcher-setting-file-note = محركات البحث وما سواها

## الحالات
launcher-loading = جارٍ البحث عن التطبيقات…
launcher-nothing-title = لم يُعثر على شيء
launcher-nothing-detail = لا شيء يطابق «{ $query }».
launcher-nothing-clear = أظهر كل التطبيقات
launcher-nothing-web = ابحث في الويب
launcher-web-row = ابحث عن «{ $query }»
launcher-empty-title = لا توجد تطبيقات مثبتة
launcher-empty-detail = تظهر التطبيقات هنا حالما توجد مداخل سطح المكتب الخاصة بها في أحد هذه المجلدات:
launcher-retry = ابحث مجددًا

## الإخفاقات
launcher-failed-title = تعذر تشغيل { $name }
launcher-dismiss = تجاهل
launcher-history-title = تعذّر تذكّر ما تشغّله
launcher-history-detail = { $file }: { $detail }
launcher-history-nowhere = لا يوجد مجلد لحفظه.
launcher-settings-wrong = في الإعدادات خطأ؛ ما قبله يبقى ساريًا
launcher-settings-not-kept = تعذّر حفظ الإعداد
launcher-settings-line = launcher.toml، السطر { $line }: { $detail }
launcher-settings-value = launcher.toml، السطر { $line }: لا يمكن أن تكون «{ $key }» هي { $value }
launcher-copy-failed = تعذّر نسخ مدخل سطح المكتب
launcher-wish-failed = تعذّر حفظ اختيارك
launcher-hidden-title = { $name } مخفي
launcher-hidden-detail = تجده ضمن «التطبيقات المخفية».
launcher-gone-title = لم تعد «{ $name }» مفتوحة
launcher-gone-detail = أُغلقت النافذة في هذه الأثناء.

## سطر الأوامر
launcher-error-unknown = لا يوجد تطبيق «{ $id }»
launcher-error-start = تعذر تشغيل «{ $id }»: { $detail }
launcher-explain-shown = ظاهر
launcher-explain-hidden = مخفي بسبب { $rule }
launcher-explain-masked = يحجبه { $path }
launcher-explain-broken = ليس فيه مدخل سطح مكتب: { $detail }
launcher-explain-mended = صُحّح السطر { $line } ({ $rule })
launcher-help =
    يجد التطبيقات ويشغّلها.

    الاستعمال: candela-launcher [--toggle]
               candela-launcher list [--all] [--json]
               candela-launcher search QUERY [--limit N] [--json]
               candela-launcher launch ID [--action NAME] [--dry-run] [FILE-OR-URI ...]
               candela-launcher explain ID [--json]

    بلا أمر يُفتح المشغّل؛ وإن كان يعمل ظهر هو بدل فتح آخر.
      --toggle        يُظهر المشغّل العامل أو يخفيه (ويشغّله إن لم يكن يعمل)
      list            التطبيقات الظاهرة؛ مع ‎--all كل المداخل الموجودة
      search          ما تعرضه النافذة لهذا البحث، الأفضل أولًا
      launch          يشغّل تطبيقًا؛ مع ‎--dry-run يطبع أوامره فقط
      explain         أين وُجد المدخل، وما الذي يحجبه، وهل يظهر ولماذا
      --json          يطبع وثيقة JSON واحدة
      --help, --version
