# المشغّل.

launcher-title = المشغّل
launcher-search-hint = ابحث عن التطبيقات والملفات أو اكتب عملية حسابية

## الأقسام
launcher-section-all = كل التطبيقات
launcher-section-best = أفضل نتيجة
launcher-section-apps = التطبيقات
launcher-section-files = الملفات
launcher-section-commands = الأوامر

## تلميحات المفاتيح
launcher-open = فتح
launcher-copy = نسخ
launcher-run = تشغيل
launcher-actions = إجراءات
launcher-back = رجوع
launcher-close = إغلاق
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

## الحالات
launcher-loading = جارٍ البحث عن التطبيقات…
launcher-nothing-title = لم يُعثر على شيء
launcher-nothing-detail = لا شيء يطابق «{ $query }».
launcher-nothing-clear = أظهر كل التطبيقات
launcher-empty-title = لا توجد تطبيقات مثبتة
launcher-empty-detail = تظهر التطبيقات هنا حالما توجد مداخل سطح المكتب الخاصة بها في أحد هذه المجلدات:
launcher-retry = ابحث مجددًا

## الإخفاقات
launcher-failed-title = تعذر تشغيل { $name }
launcher-dismiss = تجاهل
launcher-history-title = تعذّر تذكّر ما تشغّله
launcher-history-detail = { $file }: { $detail }
launcher-history-nowhere = لا يوجد مجلد لحفظه.

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
