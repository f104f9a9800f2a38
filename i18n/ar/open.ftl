# يفتح الملفات والعناوين.

## النافذة
open-title = الفتح باستخدام
open-search-hint = ابحث في التطبيقات
open-made-for = مخصص لـ: { $mime }
open-others = تطبيقات أخرى
open-default = الافتراضي
open-always = استخدمه دائمًا لـ: { $mime }
open-custom = أمر مخصص…
open-custom-hint = أمر، مثل: viewer %f
open-custom-note = يحل ما سيُفتح محل ‎%f أو يأتي في الآخر.
open-list = اختر تطبيقًا…
open-cancel = إلغاء
open-open = افتح
open-several =
    { $count ->
        [zero] لا عناصر
        [one] عنصر واحد
        [two] عنصران
        [few] { $count } عناصر
        [many] { $count } عنصرًا
       *[other] { $count } عنصر
    }
open-nothing-title = لم يُعثر على شيء
open-nothing-detail = لا تطبيق يطابق «{ $query }».
open-nothing-clear = اعرض كل التطبيقات
open-empty-title = لا توجد تطبيقات مثبتة
open-empty-detail = يمكن لأمر مخصص أن يفتحه مع ذلك.
open-failed-title = تعذر تشغيل «{ $name }»
open-always-failed-title = تعذر حفظ الاختيار
open-scheme = عناوين { $scheme }
open-ask-window = تشغيل برنامج
open-ask-title = تشغيل «{ $name }»؟
open-ask-detail = يشغّل هذا الملف برنامجًا ولا ينتمي إلى تطبيق مثبت. شغّله فقط إذا كنت تعرف مصدره.
open-ask-file = الملف
open-ask-command = الأمر
open-ask-trust = ثِق بهذا الملف من الآن فصاعدًا
open-ask-read = اعرضه كنص
open-ask-run = شغّل
open-trouble-window = تعذر الفتح
open-trouble-one = تعذر فتح «{ $name }»
open-trouble-several =
    { $count ->
        [zero] لم يتعذر فتح شيء
        [one] تعذر فتح عنصر واحد
        [two] تعذر فتح عنصرين
        [few] تعذر فتح { $count } عناصر
        [many] تعذر فتح { $count } عنصرًا
       *[other] تعذر فتح { $count } عنصر
    }
open-trouble-hint = اختر تطبيقًا له، أو ابحث عن تطبيق في المشغّل.
open-trouble-reasons = لكل منها سببه.
open-trouble-what = ماذا
open-trouble-type = النوع
open-trouble-close = أغلق
open-trouble-search = ابحث في المشغّل
open-trouble-folder = اعرض المجلد
open-why-missing = لا يوجد ملف كهذا.
open-why-unreadable = لا يمكن الاطلاع عليه: { $detail }
open-why-nothing = لا يفتح أي تطبيق مثبت هذا النوع.
open-why-untrusted = سيشغّل برنامجًا وهو غير موثوق به.
open-why-no-address = إنه رابط بلا عنوان.
open-why-circle = إنه رابط يقود إلى روابط بلا نهاية.
open-why-entry = ليس مدخل سطح مكتب يمكن فتحه: { $detail }

## سطر الأوامر
open-help =
    يفتح الملفات والعناوين بالتطبيق المناسب لها.

    الاستخدام: candela-open [--with ID | --choose] [--dry-run] TARGET ...
               candela-open --type FILE
               candela-open --default MIME
               candela-open --applications MIME
               candela-open --set-default ID MIME

    الهدف TARGET ملف أو مجلد أو مدخل سطح مكتب أو عنوان URI؛ وأهداف التطبيق الواحد تُفتح معًا.
      --with ID       بذلك التطبيق
      --choose        يسأل عن التطبيق
      --dry-run       يطبع كل أمر كمصفوفة JSON من معاملاته، واحدًا في كل سطر، ولا يشغّل شيئًا
      --type          يطبع نوع MIME لملف
      --default       يطبع معرّف التطبيق الذي يفتح نوعًا
      --applications  يطبع كل ما يمكنه فتح نوع، والافتراضي أولًا
      --set-default   يجعل تطبيقًا يفتح نوعًا من الآن فصاعدًا
      --help, --version
open-error-missing = تعذر فتح «{ $target }»: لا يوجد ملف كهذا
open-error-unreadable = تعذر فتح «{ $target }»: { $detail }
open-error-nothing = لا شيء يفتح «{ $target }» ({ $mime }): ثبّت تطبيقًا له، أو سمِّ تطبيقًا باستخدام ‎--choose أو ‎--with ID أو ‎--set-default ID { $mime }
open-error-cannot = تعذر فتح «{ $target }» باستخدام { $id }: { $detail }
open-error-untrusted = سيشغّل «{ $target }» برنامجًا وهو غير موثوق: تحقق من مصدره ثم اجعله قابلًا للتنفيذ (chmod +x)، أو افتحه كنص باستخدام ‎--with ID
open-error-trust = يُشغَّل "{ $target }"، لكن تعذر الوثوق به من الآن فصاعدًا: { $detail }
open-error-no-address = «{ $target }» رابط بلا عنوان
open-error-circle = «{ $target }» رابط يؤدي إلى رابط يؤدي إلى رابط: لا نهاية لذلك
open-error-entry = «{ $target }» ليس مدخل سطح مكتب يمكن فتحه: { $detail }
open-error-unknown = لا يوجد تطبيق «{ $id }»
open-error-no-default = لا شيء يفتح { $mime }
open-error-not-a-type = ليس «{ $mime }» نوع MIME مثل text/plain
open-error-no-folder = لا يوجد مجلد للإعدادات: اضبط HOME أو XDG_CONFIG_HOME
open-error-list-read = تعذرت قراءة «{ $path }»: { $detail }
open-error-list-write = تعذرت كتابة «{ $path }»: { $detail }
open-warning-overruled = حُفظ الاختيار، لكن { $id } يبقى الافتراضي للنوع { $mime } على سطح المكتب هذا: تسميه قائمة أقوى
