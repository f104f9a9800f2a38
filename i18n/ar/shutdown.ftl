# السؤال عند إيقاف التشغيل.

## السؤال
shutdown-window = إيقاف التشغيل
shutdown-title-power-off = هل تريد إيقاف التشغيل؟
shutdown-title-reboot = هل تريد إعادة التشغيل؟
shutdown-looking = جارٍ البحث عن تحديثات منتظرة…
shutdown-ready-power-off = التحديثات جاهزة ويمكن تثبيتها قبل أن ينطفئ الحاسوب.
shutdown-ready-reboot = التحديثات جاهزة ويمكن تثبيتها قبل إعادة تشغيل الحاسوب.
shutdown-not-now = التحديثات جاهزة، لكن هذا ليس وقت تثبيتها.
shutdown-not-now-count =
    { $count ->
        [one] تحديث واحد جاهز، لكن هذا ليس وقت تثبيته.
        [two] تحديثان جاهزان، لكن هذا ليس وقت تثبيتهما.
        [few] { $count } تحديثات جاهزة، لكن هذا ليس وقت تثبيتها.
        [many] { $count } تحديثًا جاهزًا، لكن هذا ليس وقت تثبيتها.
       *[other] { $count } تحديث جاهز، لكن هذا ليس وقت تثبيتها.
    }
shutdown-nothing-power-off = تُغلق كل البرامج وينطفئ الحاسوب.
shutdown-nothing-reboot = تُغلق كل البرامج ويُعاد تشغيل الحاسوب.
shutdown-busy = يجري الآن تثبيت تحديثات.
shutdown-unknown = تعذّرت معرفة هل توجد تحديثات منتظرة.

## الحقائق
shutdown-packages =
    { $count ->
        [zero] لا حزم
        [one] حزمة واحدة
        [two] حزمتان
        [few] { $count } حزم
        [many] { $count } حزمة
       *[other] { $count } حزمة
    }
shutdown-files =
    { $count ->
        [zero] لا ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $count } ملفات
        [many] { $count } ملفًا
       *[other] { $count } ملف
    }
shutdown-updates = تحديثات
shutdown-release = إصدار جديد من النظام
shutdown-size-downloaded = { $size }، نُزّلت
shutdown-size-to-download = { $size } للتنزيل
shutdown-downloaded = نُزّلت
shutdown-to-download = لم تُنزّل
shutdown-kilobytes = { $number } كيلوبايت
shutdown-megabytes = { $number } ميغابايت
shutdown-gigabytes = { $number } غيغابايت
shutdown-security =
    { $count ->
        [zero] لا يصلح أي منها مشكلة أمنية
        [one] واحد منها يصلح مشكلة أمنية
        [two] اثنان منها يصلحان مشاكل أمنية
        [few] { $count } منها تصلح مشاكل أمنية
        [many] { $count } منها تصلح مشاكل أمنية
       *[other] { $count } منها تصلح مشاكل أمنية
    }
shutdown-duration =
    { $minutes ->
        [zero] أقل من دقيقة
        [one] نحو دقيقة
        [two] نحو دقيقتين
        [few] نحو { $minutes } دقائق
        [many] نحو { $minutes } دقيقة
       *[other] نحو { $minutes } دقيقة
    }
shutdown-plugged-in = موصول بالكهرباء، { $percent }٪
shutdown-on-battery = على البطارية، { $percent }٪
shutdown-mains = موصول بالكهرباء
shutdown-show-packages = أظهر الحزم
shutdown-hide-packages = أخفِ الحزم
shutdown-source = من { $source }

## التحذيرات
shutdown-battery-title = البطارية عند { $percent }٪ ولا تُشحن
shutdown-battery-detail = تنتظر التحديثات حتى يوصل الشاحن أو تتجاوز البطارية { $least }٪: الحاسوب الذي ينطفئ في منتصف التثبيت قد لا يعمل مجددًا.
shutdown-blocked-title =
    { $count ->
        [zero] لا برامج تعمل
        [one] برنامج ما زال يعمل
        [two] برنامجان ما زالا يعملان
        [few] { $count } برامج ما زالت تعمل
        [many] { $count } برنامجًا ما زال يعمل
       *[other] { $count } برنامج ما زال يعمل
    }
shutdown-blocked-line = { $who }: { $why }
shutdown-users-title = يوجد مستخدمون آخرون
shutdown-users-detail = { $names }. يضيع ما لم يحفظوه.
shutdown-last-failure-title = لم ينجح التحديث الأخير
shutdown-told-detail =
    { $reason }
    ما كان سيُثبَّت لا يزال ينتظر.
shutdown-unknown-title = يتعذّر فحص التحديثات
shutdown-unknown-detail =
    { $reason }
    ما ينتظر يبقى منتظرًا، إلا إذا ثبّته النظام بنفسه.
shutdown-busy-title = يجري تحديث الآن
shutdown-busy-detail =
    { $reason }
    الحاسوب الذي ينطفئ الآن قد لا يعمل مجددًا.
shutdown-obstacle-title = لا يمكن تثبيتها الآن
shutdown-offline = يجب تنزيلها أولًا.
shutdown-countdown-battery = على البطارية لا يُثبَّت شيء تلقائيًا.

## الخيارات
shutdown-install-first = ثبّت التحديثات أولًا
shutdown-install-charger = صِل الشاحن لتتمكن من اختيار هذا.
shutdown-countdown-power-off = إيقاف التشغيل بعد { $seconds } ث
shutdown-countdown-reboot = إعادة التشغيل بعد { $seconds } ث
shutdown-countdown-cancel = يُغلق بعد { $seconds } ث
shutdown-cancel = ألغِ
shutdown-close = أغلق
shutdown-power-off = أوقف التشغيل
shutdown-reboot = أعد التشغيل
shutdown-update-power-off = حدّث وأوقف التشغيل
shutdown-update-reboot = حدّث وأعد التشغيل
shutdown-anyway-power-off = أوقف التشغيل رغم ذلك
shutdown-anyway-reboot = أعد التشغيل رغم ذلك
shutdown-look-again = ابحث مجددًا

## أثناء العمل
shutdown-working-title = جارٍ تثبيت التحديثات
shutdown-working-detail = أبقِ الحاسوب يعمل وموصولًا بالكهرباء. ينطفئ بعدها من تلقاء نفسه.
shutdown-leaving-title = جارٍ إيقاف التشغيل
shutdown-leaving-detail = يُطلب من النظام أن يتوقف.
shutdown-step = الخطوة { $at } من { $total }

## نوافذ يُطلب إغلاقها أولًا
shutdown-closing-title = جارٍ إغلاق النوافذ
shutdown-closing-detail = يُطلب من البرامج أن تُغلق، وقد تسأل عما يجب حفظه.
shutdown-open-title = لم يُغلق كل شيء
shutdown-open-detail-power-off = ما لم يُحفظ هناك يضيع عند إيقاف الحاسوب.
shutdown-open-detail-reboot = ما لم يُحفظ هناك يضيع عند إعادة التشغيل.
shutdown-open-count =
    { $count ->
        [one] ما زال هذا مفتوحًا
        [two] ما زال اثنان مفتوحين
        [few] ما زالت { $count } مفتوحة
        [many] ما زال { $count } مفتوحًا
       *[other] ما زال { $count } مفتوحًا
    }
shutdown-open-more =
    { $count ->
        [one] وواحد آخر
        [two] واثنان آخران
        [few] و{ $count } أخرى
        [many] و{ $count } آخر
       *[other] و{ $count } آخر
    }
shutdown-open-nameless = نافذة بلا اسم
shutdown-unasked-title = تعذّر الطلب من النوافذ أن تُغلق
shutdown-back = رجوع
shutdown-anyway-log-out = تسجيل الخروج على أي حال

## الإخفاقات
shutdown-failed-install = لم تُثبَّت التحديثات
shutdown-failed-skip = تعذّر تأجيل التحديثات
shutdown-failed-power = لم يتوقف الحاسوب
shutdown-failed-deed = تعذّر ذلك
shutdown-failed-stays =
    { $reason }
    يبقى الحاسوب يعمل.
shutdown-still-on = وافق النظام على التوقف، لكنه ما زال يعمل.
shutdown-retry = حاول مجددًا
shutdown-without-power-off = أوقف التشغيل دون تحديث
shutdown-without-reboot = أعد التشغيل دون تحديث

## الجلسة
shutdown-session-title = مغادرة هذه الجلسة
shutdown-session-detail = يضيع ما لم يُحفظ.
shutdown-session-blocked =
    { $count ->
        [zero] لا برامج تعمل: { $names }.
        [one] برنامج ما زال يعمل: { $names }.
        [two] برنامجان ما زالا يعملان: { $names }.
        [few] { $count } برامج ما زالت تعمل: { $names }.
        [many] { $count } برنامجًا ما زال يعمل: { $names }.
       *[other] { $count } برنامج ما زال يعمل: { $names }.
    }
shutdown-session-nothing = لا شيء من هذا مسموح هنا.
shutdown-lock = اقفل
shutdown-log-out = اخرج
shutdown-sleep = سكون
shutdown-key-lock = L
shutdown-key-log-out = O
shutdown-key-sleep = S
shutdown-key-reboot = R
shutdown-key-power-off = D

## الأسباب
shutdown-reason-missing = { $tool } غير مثبّت.
shutdown-reason-timed-out = لم يُجب { $tool } في الوقت المناسب.
shutdown-reason-not-started = يتعذّر تشغيل { $tool }: { $detail }.
shutdown-reason-failed = أخفق { $tool } بالحالة { $status }: { $detail }
shutdown-reason-not-understood = جواب { $tool } غير مفهوم: { $detail }
shutdown-reason-unreadable = تتعذّر قراءة «{ $file }»: { $detail }.
shutdown-reason-malformed = محتوى «{ $file }» غير مفهوم: { $detail }.
shutdown-reason-stale =
    { $days ->
        [zero] عمر «{ $file }» أقل من يوم.
        [one] عمر «{ $file }» يوم واحد.
        [two] عمر «{ $file }» يومان.
        [few] عمر «{ $file }» { $days } أيام.
        [many] عمر «{ $file }» { $days } يومًا.
       *[other] عمر «{ $file }» { $days } يوم.
    }
shutdown-reason-packaged-base = يأتي النظام الأساسي في حزم لا يعرفها freebsd-update.
shutdown-reason-no-command = لم يُضبط أمر في shutdown.toml.
shutdown-busy-process = العملية { $process } تثبّت تحديثات.
shutdown-busy-lock = الحزم مقفلة: { $detail }
shutdown-obstacle-release = تُثبَّت ترقية الإصدار على خطوات بينها إعادة تشغيل: شغّل «freebsd-update install» بنفسك.
shutdown-obstacle-updater = محدّث آخر محجوز له الإقلاع التالي: { $link }
shutdown-obstacle-space = المساحة على القرص لا تكفي: المتاح { $free } والمطلوب { $needed }.
shutdown-obstacle-secure-level = ملفات النظام محمية: قيمة kern.securelevel هي { $level }.
shutdown-obstacle-offline = لا توجد شبكة لتنزيلها.
shutdown-error-denied = لا يُسمح لك بذلك: { $detail }
shutdown-error-service = لم ينفّذ { $service } ذلك: { $detail }
shutdown-error-not-done = لم يحدث ذلك: { $detail }
shutdown-error-running = سؤال أو تحديث آخر قيد العمل.
shutdown-error-file = «{ $file }»: { $detail }
shutdown-error-open = لم يُغلق كل شيء: { $names }
shutdown-error-no-bus = لا يوجد ناقل نظام يُسأل.

## سطر الأوامر
shutdown-say-none = لا تحديثات منتظرة
shutdown-say-available =
    { $count ->
        [zero] لا تحديثات منتظرة ({ $source })
        [one] لا تحديثات منتظرة؛ يمكن تنزيل تحديث واحد ({ $source })
        [two] لا تحديثات منتظرة؛ يمكن تنزيل تحديثين ({ $source })
        [few] لا تحديثات منتظرة؛ يمكن تنزيل { $count } تحديثات ({ $source })
        [many] لا تحديثات منتظرة؛ يمكن تنزيل { $count } تحديثًا ({ $source })
       *[other] لا تحديثات منتظرة؛ يمكن تنزيل { $count } تحديث ({ $source })
    }
shutdown-say-pending =
    { $count ->
        [zero] لا تحديثات منتظرة ({ $source })
        [one] تحديث واحد منتظر ({ $source })
        [two] تحديثان منتظران ({ $source })
        [few] { $count } تحديثات منتظرة ({ $source })
        [many] { $count } تحديثًا منتظرًا ({ $source })
       *[other] { $count } تحديث منتظر ({ $source })
    }
shutdown-say-pending-some = توجد تحديثات منتظرة ({ $source })
shutdown-say-security =
    { $count ->
        [zero] لا يصلح أي منها مشكلة أمنية
        [one] واحد يصلح مشكلة أمنية
        [two] اثنان يصلحان مشاكل أمنية
        [few] { $count } تصلح مشاكل أمنية
        [many] { $count } تصلح مشاكل أمنية
       *[other] { $count } تصلح مشاكل أمنية
    }
shutdown-say-busy = يجري تحديث الآن: { $reason }
shutdown-say-unknown = تتعذّر معرفة هل توجد تحديثات منتظرة: { $reason }
shutdown-say-abruptly = تعذّر تأجيل التحديثات؛ لا تُوقف الخدمات على نحو سليم
shutdown-say-succeeded = نجح آخر تحديث
shutdown-say-failed = لم ينجح آخر تحديث: { $detail }
shutdown-say-raised = هناك سؤال آخر مفتوح؛ أُحضر إلى المقدمة
shutdown-ask = هل تُثبَّت أولًا؟ [{ $install }] ثبّت، [{ $skip }] تجاوز، [{ $cancel }] ألغِ:{" "}
shutdown-ask-unknown = هل تتابع دون معرفة؟ [{ $skip }] نعم، [{ $cancel }] ألغِ:{" "}
shutdown-ask-install = i
shutdown-ask-skip = s
shutdown-ask-cancel = c
shutdown-usage-backend = لا مصدر تحديثات باسم "{ $name }"؛ راجع --list-backends
shutdown-usage-root = "{ $folder }" ليس مجلدًا
shutdown-settings-unreadable = تتعذّر قراءة { $file }: { $detail }
shutdown-settings-line = shutdown.toml، السطر { $line }: { $detail }
shutdown-settings-value = shutdown.toml: لا يمكن أن تكون قيمة "{ $key }" هي { $value }
shutdown-nobody-can = لا يوجد logind ولا جلسة Candela لتنفيذ ذلك
shutdown-nobody-locks = لا يعمل في هذه الجلسة أي برنامج يقفل الشاشة
shutdown-help =
    يسأل عند إيقاف التشغيل هل تُثبَّت التحديثات المنتظرة.

    الاستخدام: candela-shutdown [power-off|reboot] [--answer install|skip|cancel] [--dry-run]
               candela-shutdown lock|log-out|suspend [--dry-run]
               candela-shutdown detect [--json]
               candela-shutdown result [--once]
               candela-shutdown --list-backends|--list-deeds

    دون كلمة يسأل هل تريد القفل أو الخروج أو السكون أو إعادة التشغيل أو إيقافه.
      power-off, reboot    يسأل عن التحديثات المنتظرة ثم يوقف الحاسوب أو يعيد تشغيله
      lock, log-out, suspend  يقفل أو يخرج أو يسكن دون سؤال
      detect               يذكر التحديثات المنتظرة ولا يسأل أحدًا
      result               يذكر كيف انتهى آخر تحديث جرى دون حضور أحد؛
                           --once: في نافذة، والفشل الذي لم يُذكر من قبل فقط
      --answer ANSWER      يجيب نيابة عنك: install أو skip أو cancel
      --dry-run            يطبع ما سيُشغَّل، مصفوفة JSON من المعاملات في كل سطر
      --root DIR           يبحث عن الملفات والأدوات تحت DIR
      --backend NAME       يسأل ذلك المصدر وحده
      --list-backends      يذكر المصادر
      --list-deeds         يسرد ما يمكن فعله هنا، كلمة في كل سطر
      --json               يطبع مستند JSON واحدًا
      --help, --version

    حالة الخروج: 0 لا شيء منتظر، 10 تثبيت، 11 تجاوز، 12 أُلغي (لا تطفئ)، 13 يجري تحديث،
    20 غير معروف، 21 أخفق، 22 غير مسموح، 64 استخدام خاطئ
