# shellcheck shell=sh
# Sourced by run, test and opencgt. Finds a JDK and Maven, builds what changed, and lays the result out in build/:
#
#   build/science.current    names the directory that holds the jars now in use; its time is the start of that build
#   build/science.1763/      the jars, `classpath` with their order, and the start-up cache of the JVM
#   build/postgresql-18.6/   the programs of PostgreSQL, unpacked; data folders link to their files
#   build/build.log          what Maven said
#
# A build makes a new directory and then switches the pointer, so a program that runs from the old one is not disturbed.
# Needs `root`, the absolute path of the checkout.

oldest_jdk=25
build="$root/build"

say() { printf '%s\n' "$*" >&2; }

# say_in_both ENGLISH CHINESE: the one that the reader's locale asks for.
say_in_both() {
    case "${OPENCGT_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}" in
        zh*) say "$2" ;;
        *) say "$1" ;;
    esac
}

# --- JDK ------------------------------------------------------------------------------------------------------------

# Whether $1 is the home of a JDK that is new enough, by its `release` file: starting each one would take too long.
is_jdk() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS='=' read -r key value; do
        if [ "$key" = JAVA_VERSION ]; then
            value=${value#\"}
            value=${value%%[!0-9]*}
            [ "${value:-0}" -ge "$oldest_jdk" ]
            return
        fi
    done <"$1/release"
    return 1
}

# The JDK whose javac is on the PATH, links followed.
jdk_on_path() {
    javac=$(command -v javac) || return 1
    while [ -L "$javac" ]; do
        link=$(readlink "$javac")
        case "$link" in
            /*) javac=$link ;;
            *) javac=${javac%/*}/$link ;;
        esac
    done
    home=${javac%/bin/javac}
}

# Sets and exports JAVA_HOME.
find_jdk() {
    [ -n "${JAVA_HOME:-}" ] && is_jdk "$JAVA_HOME" && return 0
    if jdk_on_path && is_jdk "$home"; then
        export JAVA_HOME="$home"
        return 0
    fi
    for home in /usr/lib/jvm/* /usr/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /opt/* /opt/java/* /opt/jdk/*; do
        if is_jdk "$home"; then
            export JAVA_HOME="$home"
            return 0
        fi
    done
    say_in_both "OpenCGT needs a JDK $oldest_jdk or newer. None was found in JAVA_HOME, on the PATH, in /usr/lib/jvm, ~/.sdkman, /Library/Java or /opt.
Install one, then run this command again:
  Debian, Ubuntu   apt-get install openjdk-$oldest_jdk-jdk-headless   (or the package temurin-$oldest_jdk-jdk from adoptium.net)
  Fedora           dnf install java-$oldest_jdk-openjdk-devel
  macOS            brew install openjdk@$oldest_jdk
  elsewhere        unpack an archive from adoptium.net and set JAVA_HOME to its folder" \
        "OpenCGT 需要 JDK $oldest_jdk 或更高版本。在 JAVA_HOME、PATH、/usr/lib/jvm、~/.sdkman、/Library/Java 和 /opt 中均未找到。
请安装后重新运行本命令：
  Debian、Ubuntu   apt-get install openjdk-$oldest_jdk-jdk-headless   （或 adoptium.net 提供的软件包 temurin-$oldest_jdk-jdk）
  Fedora           dnf install java-$oldest_jdk-openjdk-devel
  macOS            brew install openjdk@$oldest_jdk
  其他系统         从 adoptium.net 下载压缩包解压，并将 JAVA_HOME 指向该目录"
    exit 3
}

# --- Debian packages and Maven --------------------------------------------------------------------------------------

# Installs Debian packages where we may: as root, or through a sudo that asks no password.
install_packages() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then
        as_root=env
    elif sudo -n true 2>/dev/null; then
        as_root='sudo -n env'
    else
        return 1
    fi
    mkdir -p "$build"
    for step in 'update -q' "install -q -y --no-install-recommends $*"; do
        # shellcheck disable=SC2086  # words are meant to split
        $as_root DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 $step \
            </dev/null >>"$build/packages.log" 2>&1 || return 1
    done
}

# Sets `maven`. With the argument `install`, installs it where it is missing and that is possible.
find_maven() {
    for maven in "$(command -v mvn)" "${MAVEN_HOME:-/nowhere}/bin/mvn" "${M2_HOME:-/nowhere}/bin/mvn" \
        "$HOME/.sdkman/candidates/maven/current/bin/mvn" /opt/maven/bin/mvn /opt/apache-maven*/bin/mvn; do
        [ -x "$maven" ] && return 0
    done
    if [ "${1:-}" = install ]; then
        say_in_both "Maven is missing: installing the Debian package maven." "未找到 Maven：正在安装 Debian 软件包 maven。"
        install_packages maven && maven=$(command -v mvn) && return 0
    fi
    say_in_both "OpenCGT is built with Maven 3.8.7 or newer, and no mvn was found. Install it, then run this command again:
  Debian, Ubuntu   apt-get install maven
  Fedora           dnf install maven
  macOS            brew install maven" \
        "OpenCGT 使用 Maven 3.8.7 或更高版本构建，但未找到 mvn。请安装后重新运行本命令：
  Debian、Ubuntu   apt-get install maven
  Fedora           dnf install maven
  macOS            brew install maven"
    exit 3
}

# --- Build ----------------------------------------------------------------------------------------------------------

# Maven's own libraries still use what the newer JDKs warn of.
export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"

# One build at a time, whoever starts it; a command that a build itself starts does not wait for its parent.
lock() {
    mkdir -p "$build"
    [ -n "${OPENCGT_BUILDING:-}" ] && return 0
    if command -v flock >/dev/null 2>&1; then
        exec 9>"$build/lock"
        if ! flock -n 9; then
            say_in_both "Waiting for another build in this folder to end." "正在等待此目录中的另一个构建结束。"
            flock 9
        fi
    fi
    export OPENCGT_BUILDING=yes
}

unlock() {
    exec 9>&-
    unset OPENCGT_BUILDING
}

# What the jars of module $1 are made from.
sources_of() {
    case "$1" in
        science) echo pom.xml science/pom.xml science/src/main scripts/build.sh ;;
        platform) echo pom.xml science/pom.xml science/src/main platform/pom.xml platform/src/main packs scenarios scripts/build.sh ;;
    esac
}

is_current() {
    [ -e "$build/$1.current" ] || return 1
    # Folders count too: their time tells of files that were removed.
    # shellcheck disable=SC2046  # words are meant to split
    [ -z "$(cd "$root" && find $(sources_of "$1") -newer "$build/$1.current" -print -quit 2>/dev/null)" ]
}

# Lays out the jars of module $1 and makes them the ones in use, with the time of the file $2.
lay_out() {
    previous=none
    [ ! -e "$build/$1.current" ] || read -r previous <"$build/$1.current"
    for old in "$build/$1".[0-9]*; do
        [ "$old" = "$build/$previous" ] || rm -rf "$old"
    done
    next="$1.$(date +%s)$$"
    mkdir -p "$build/$next"
    tr ':' '\n' <"$root/$1/target/classpath" | { echo "$root/$1/target/$1.jar" && cat && echo; } >"$build/$next/jars"
    while read -r jar; do
        [ -n "$jar" ] || continue
        name=${jar##*/}
        case "$jar" in
            "$root"/*) cp -p "$jar" "$build/$next/$name" ;; # the next build writes into this file
            *) ln "$jar" "$build/$next/$name" 2>/dev/null || cp -p "$jar" "$build/$next/$name" ;;
        esac || return 1
        echo "$name" >>"$build/$next/classpath"
    done <"$build/$next/jars"
    rm "$build/$next/jars"
    rehearse "$1" "$build/$next"
    echo "$next" >"$build/$1.next"
    touch -r "$2" "$build/$1.next"
    mv "$build/$1.next" "$build/$1.current"
}

# Records what start-up of module $1 loads, links and runs, so that programs of the jars in $2 start faster (JEP 483, 514, 515).
# Start-up works without.
rehearse() {
    class_path "$2"
    case "$1" in
        science) options=$science_options rehearsal=org.opencgt.science.cli.Rehearsal ;;
        platform) options=$platform_options rehearsal=org.opencgt.cli.Rehearsal ;;
    esac
    limit=
    ! command -v timeout >/dev/null 2>&1 || limit='timeout 180'
    # shellcheck disable=SC2086  # words are meant to split
    $limit "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$2/start.aot" $options -Dopencgt.home="$root" -Dopencgt.programs="$build" \
        -cp "$classpath" "$rehearsal" </dev/null >"$build/rehearsal-$1.log" 2>&1 || rm -f "$2/start.aot"
}

# ensure_built MODULE [install]: brings the jars of science or platform up to date.
ensure_built() {
    find_jdk
    is_current "$1" && return 0
    find_maven "${2:-}"
    lock
    if ! is_current "$1"; then
        if [ -e "$build/$1.current" ]; then
            say_in_both "Building OpenCGT: sources have changed." "源代码有变动，正在构建 OpenCGT。"
        else
            say_in_both "Building OpenCGT: the first time takes a few minutes, as libraries are downloaded." \
                "正在构建 OpenCGT：首次构建需下载依赖库，约需几分钟。"
        fi
        touch "$build/started"
        modules=science
        [ "$1" = science ] || modules=science,platform
        if ! (cd "$root" && "$maven" -B -ntp -Dstyle.color=never -Dmaven.test.skip=true -Djacoco.skip=true \
            -pl "$modules" package </dev/null >"$build/build.log" 2>&1); then
            grep -E '^\[ERROR\]' "$build/build.log" | head -n 40 >&2 || tail -n 40 "$build/build.log" >&2
            say_in_both "The build failed; all that Maven said is in $build/build.log" \
                "构建失败；Maven 的完整输出见 $build/build.log"
            exit 3
        fi
        for module in science platform; do
            case ",$modules," in *",$module,"*) ;; *) continue ;; esac
            if ! { [ "$module" != "$1" ] && is_current "$module"; } && ! lay_out "$module" "$build/started"; then
                say_in_both "The jars of $module could not be laid out in $build." "无法在 $build 中放置 $module 的 jar 文件。"
                exit 3
            fi
        done
    fi
    unlock
}

# --- Start ----------------------------------------------------------------------------------------------------------

science_options=-XX:+UseSerialGC
platform_options='--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow'

# Sets `classpath` from the jars laid out in directory $1.
class_path() {
    classpath=
    while read -r jar; do
        classpath="$classpath${classpath:+:}$1/$jar"
    done <"$1/classpath"
}

# Sets `installed`, the directory of the jars of module $1, and `classpath`.
use_jars() {
    read -r installed <"$build/$1.current"
    installed="$build/$installed"
    class_path "$installed"
}

# The JVM reads arguments and file names in the locale's encoding: make that UTF-8, and keep the reader's language.
speak_utf8() {
    case "$(locale charmap 2>/dev/null)" in
        UTF-8) ;;
        *)
            export OPENCGT_LANG="${OPENCGT_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}"
            export LC_ALL=C.UTF-8
            ;;
    esac
}
