# يفتح الملفات والعناوين.

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
