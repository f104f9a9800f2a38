# The calculator.

## What is wrong with a line
calculator-error-line-too-long = The line is too long
calculator-error-too-many-parts = The line has too many parts
calculator-error-too-deep = There are too many brackets in each other
calculator-error-empty = There is nothing to calculate
calculator-error-character = The character “{ $character }” means nothing here
calculator-error-number = This number cannot be read
calculator-error-date = There is no such date
calculator-error-operand-missing = A number is missing here
calculator-error-operator-missing = An operator is missing here
calculator-error-not-closed = This bracket is not closed
calculator-error-not-opened = This bracket was not opened
calculator-error-separator = A separator means nothing here
calculator-error-unknown-name = “{ $name }” is not known
calculator-error-unknown-target = This is nothing to convert to
calculator-error-name-taken = The name “{ $name }” is taken
calculator-error-arguments =
    { $least ->
        [one] { $name } takes one argument, not { $given }
       *[other] { $name } takes { $least } arguments, not { $given }
    }
calculator-error-arguments-range = { $name } takes { $least } to { $most } arguments, not { $given }
calculator-error-arguments-least =
    { $least ->
        [one] { $name } takes at least one argument
       *[other] { $name } takes at least { $least } arguments, not { $given }
    }
calculator-error-no-result = There is no result #{ $number }
calculator-error-division-by-zero = Cannot divide by zero
calculator-error-undefined = { $name } has no value there
calculator-error-complex-result = The result is not a real number, and complex numbers are off
calculator-error-real-needed = A real number is needed
calculator-error-integer-needed = A whole number is needed
calculator-error-natural-needed = A whole number of at least zero is needed
calculator-error-number-needed = A number is needed
calculator-error-truth-needed = True or false is needed
calculator-error-list-needed =
    { $count ->
        [one] At least one number is needed
       *[other] At least { $count } numbers are needed
    }
calculator-error-kind-mismatch = These cannot be combined
calculator-error-dimension-mismatch = { $left } and { $right } do not measure the same
calculator-error-plain-number = a plain number
calculator-error-temperature = Temperatures in °C or °F cannot be added or multiplied; K can
calculator-error-unit-power = A unit cannot be raised to this power
calculator-error-no-rate = No exchange rate for { $currency } is known: they come from the daily file of the European Central Bank
calculator-error-word-needed = To rotate bits, a word size is needed
calculator-error-shift-range = The number of bits is out of range
calculator-error-undecidable-zero = Cannot tell whether this is zero
calculator-error-undecidable = Cannot tell these values apart
calculator-error-too-large = The result is too large
calculator-error-too-complex = This is too complex
calculator-error-time-over = This takes too long
calculator-error-cancelled = Stopped
calculator-error-recursion = This function calls itself without an end

## The window
calculator-title = Calculator
calculator-mode-basic = Basic
calculator-mode-scientific = Scientific
calculator-mode-programmer = Programmer
calculator-mode-graph = Graph
calculator-mode-convert = Convert
calculator-mode-statistics = Statistics
calculator-mode-tip = Mode
calculator-history = History
calculator-menu = Menu
calculator-angle-degree = Deg
calculator-angle-radian = Rad
calculator-angle-gradian = Gon
calculator-angle-tip = Unit of angles
calculator-page-digits = Digits
calculator-page-functions = Functions
calculator-page-bits = Bits

## Keys
calculator-key-clear = AC
calculator-key-second = 2nd
calculator-key-exponent = EXP
calculator-key-answer = Ans
calculator-memory = M = { $value }
calculator-memory-clear = MC
calculator-memory-recall = MR
calculator-memory-add = M+
calculator-memory-subtract = M−
calculator-base-hexadecimal = HEX
calculator-base-decimal = DEC
calculator-base-octal = OCT
calculator-base-binary = BIN
calculator-word-bits = { $bits } bit
calculator-word-signed = Signed
calculator-word-unsigned = Unsigned
calculator-copy-tip = Copy

## The line and the tape
calculator-line-hint = Type a sum
calculator-working = Working … Esc stops it
calculator-history-search = Search
calculator-history-undo = Undo
calculator-history-redo = Redo
calculator-history-clear = Clear
calculator-history-empty-title = No sums yet
calculator-history-empty-detail = What you enter stays here. Change an old line, and all below follows.
calculator-history-nothing-title = Nothing found
calculator-history-nothing-detail = No line has “{ $query }”.
calculator-history-edit = Change this line
calculator-history-remove = Remove this line
calculator-copied = Copied: { $text }

## The menu
calculator-menu-copy = Copy result
calculator-menu-copy-plain = Copy as plain number
calculator-menu-copy-latex = Copy as LaTeX
calculator-menu-form = Write the result as
calculator-form-plain = Decimal number
calculator-form-fraction = Fraction
calculator-form-mixed = Mixed number
calculator-form-recurring = Recurring decimal
calculator-form-scientific = Power of ten
calculator-form-engineering = Engineering
calculator-form-sexagesimal = Degrees, minutes, seconds
calculator-menu-more-digits = More digits
calculator-menu-complex = Complex numbers
calculator-menu-numbers = Numbers like { $example }

## Graph
calculator-graph-add = Add a function
calculator-graph-hint = e.g. x² − 2
calculator-graph-show = Show
calculator-graph-hide = Hide
calculator-graph-remove = Remove
calculator-graph-at = At { $name }, x = { $x }
calculator-graph-value = Value
calculator-graph-slope = Slope
calculator-graph-kind = Kind
calculator-graph-kind-zero = zero
calculator-graph-kind-maximum = maximum
calculator-graph-kind-minimum = minimum
calculator-graph-kind-crossing = crossing
calculator-graph-kind-rising = rising
calculator-graph-kind-falling = falling
calculator-graph-kind-flat = level
calculator-graph-no-value = no value
calculator-graph-next = Next to it
calculator-graph-zero = Zero
calculator-graph-maximum = Maximum
calculator-graph-minimum = Minimum
calculator-graph-zoom-in = Closer
calculator-graph-zoom-out = Farther
calculator-graph-zoom-reset = Back to the origin
calculator-graph-plot = Graph

## Convert
calculator-convert-from = From
calculator-convert-to = To
calculator-convert-value = Value
calculator-convert-swap = Swap
calculator-category-length = Length
calculator-category-area = Area
calculator-category-volume = Volume
calculator-category-mass = Mass
calculator-category-time = Time
calculator-category-speed = Speed
calculator-category-temperature = Temperature
calculator-category-data = Data
calculator-category-energy = Energy
calculator-category-power = Power
calculator-category-pressure = Pressure
calculator-category-angle = Angle
calculator-category-currency = Currency
calculator-convert-rates =
    Exchange rates of { $date }, { $age ->
        [0] today
        [one] one day old
       *[other] { $age } days old
    }
calculator-rates-none = No exchange rates yet
calculator-rates-refresh = Refresh …
calculator-rates-source = File or address of the rates
calculator-rates-fetch = Refresh
calculator-rates-fetching = Fetching exchange rates …
calculator-rates-failed-read = { $file } cannot be read: { $detail }
calculator-rates-failed-fetcher = Neither curl nor wget is there to fetch an address. Save the file yourself and enter its place.
calculator-rates-failed-fetch = No file came from there: { $detail }
calculator-rates-failed-format = This is not the European Central Bank’s file of rates
calculator-rates-failed-write = The rates cannot be kept in { $file }: { $detail }

## Statistics
calculator-statistics-hint = Numbers: 3, 4.5, 7
calculator-statistics-add = Add
calculator-statistics-clear = Clear
calculator-statistics-remove = Remove
calculator-statistics-empty-title = No numbers yet
calculator-statistics-empty-detail = Type them or paste a whole column.
calculator-statistics-count = Count
calculator-statistics-sum = Sum
calculator-statistics-mean = Mean
calculator-statistics-median = Median
calculator-statistics-mode = Mode
calculator-statistics-minimum = Minimum
calculator-statistics-maximum = Maximum
calculator-statistics-range = Range
calculator-statistics-deviation = Standard deviation (sample)
calculator-statistics-population-deviation = Standard deviation (all)
calculator-statistics-variance = Variance (sample)
calculator-statistics-population-variance = Variance (all)
calculator-statistics-geometric = Geometric mean
calculator-statistics-harmonic = Harmonic mean
calculator-statistics-squares = Sum of squares

## Failures
calculator-failed-history-read = The history cannot be read
calculator-failed-history-write = The history cannot be saved
calculator-failed-settings-write = The settings cannot be saved
calculator-failed-detail = { $file }: { $detail }
calculator-failed-retry = Try again
calculator-failed-dismiss = Dismiss

## Units
calculator-unit-metre = metre
calculator-unit-kilometre = kilometre
calculator-unit-centimetre = centimetre
calculator-unit-millimetre = millimetre
calculator-unit-micrometre = micrometre
calculator-unit-nanometre = nanometre
calculator-unit-inch = inch
calculator-unit-foot = foot
calculator-unit-yard = yard
calculator-unit-mile = mile
calculator-unit-nautical-mile = nautical mile
calculator-unit-light-year = light year
calculator-unit-astronomical-unit = astronomical unit
calculator-unit-square-metre = square metre
calculator-unit-square-kilometre = square kilometre
calculator-unit-square-centimetre = square centimetre
calculator-unit-hectare = hectare
calculator-unit-are = are
calculator-unit-square-foot = square foot
calculator-unit-square-inch = square inch
calculator-unit-acre = acre
calculator-unit-square-mile = square mile
calculator-unit-litre = litre
calculator-unit-millilitre = millilitre
calculator-unit-cubic-metre = cubic metre
calculator-unit-cubic-centimetre = cubic centimetre
calculator-unit-gallon = gallon (US)
calculator-unit-imperial-gallon = gallon (UK)
calculator-unit-quart = quart (US)
calculator-unit-pint = pint (US)
calculator-unit-cup = cup (US)
calculator-unit-fluid-ounce = fluid ounce (US)
calculator-unit-tablespoon = tablespoon (US)
calculator-unit-teaspoon = teaspoon (US)
calculator-unit-kilogram = kilogram
calculator-unit-gram = gram
calculator-unit-milligram = milligram
calculator-unit-tonne = tonne
calculator-unit-pound = pound
calculator-unit-ounce = ounce
calculator-unit-stone = stone
calculator-unit-carat = carat
calculator-unit-short-ton = short ton (US)
calculator-unit-second = second
calculator-unit-millisecond = millisecond
calculator-unit-minute = minute
calculator-unit-hour = hour
calculator-unit-day = day
calculator-unit-week = week
calculator-unit-year = year
calculator-unit-metre-per-second = metre per second
calculator-unit-kilometre-per-hour = kilometre per hour
calculator-unit-mile-per-hour = mile per hour
calculator-unit-knot = knot
calculator-unit-foot-per-second = foot per second
calculator-unit-light-speed = speed of light
calculator-unit-celsius = degree Celsius
calculator-unit-fahrenheit = degree Fahrenheit
calculator-unit-kelvin = kelvin
calculator-unit-bit = bit
calculator-unit-byte = byte
calculator-unit-kilobyte = kilobyte
calculator-unit-megabyte = megabyte
calculator-unit-gigabyte = gigabyte
calculator-unit-terabyte = terabyte
calculator-unit-kibibyte = kibibyte
calculator-unit-mebibyte = mebibyte
calculator-unit-gibibyte = gibibyte
calculator-unit-tebibyte = tebibyte
calculator-unit-joule = joule
calculator-unit-kilojoule = kilojoule
calculator-unit-watt-hour = watt hour
calculator-unit-kilowatt-hour = kilowatt hour
calculator-unit-calorie = calorie
calculator-unit-kilocalorie = kilocalorie
calculator-unit-electronvolt = electronvolt
calculator-unit-british-thermal-unit = British thermal unit
calculator-unit-watt = watt
calculator-unit-kilowatt = kilowatt
calculator-unit-megawatt = megawatt
calculator-unit-horsepower = horsepower
calculator-unit-metric-horsepower = metric horsepower
calculator-unit-pascal = pascal
calculator-unit-hectopascal = hectopascal
calculator-unit-kilopascal = kilopascal
calculator-unit-bar = bar
calculator-unit-atmosphere = atmosphere
calculator-unit-psi = pound per square inch
calculator-unit-mercury = millimetre of mercury
calculator-unit-degree = degree
calculator-unit-radian = radian
calculator-unit-gradian = gradian
calculator-unit-arcminute = minute of arc
calculator-unit-arcsecond = second of arc
calculator-unit-turn = turn
