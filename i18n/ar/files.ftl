# مدير الملفات.

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
