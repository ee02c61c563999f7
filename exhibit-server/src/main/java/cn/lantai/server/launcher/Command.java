package cn.lantai.server.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be asked for on the command line. The application has a bean of the same name for each
 * but the first and the last two.
 */
enum Command {
  SERVE("[--demo]", "启动服务；--demo：空库则载入示例馆藏", "start the server; --demo: load the samples if empty"),
  IMPORT(
      "import PATH [--dry-run] [--publish] [--mapping=NAME] [--encoding=NAME]",
      "导入文件或文件夹；--dry-run：只出报告",
      "import a file or a folder; --dry-run: only report"),
  REBUILD("rebuild", "由日志重建全部查询库", "make the stages again from the journal"),
  EXPORT(
      "export [--format=FORMAT] [--fonds=KEY] [--archive=KEY] [--public] [--template] TARGET",
      "导出馆藏，或导出空白表（--template）；格式 csv、xlsx、ead3、nt、ttl、jsonld",
      "export holdings, or empty tables (--template), as csv, xlsx, ead3, nt, ttl or jsonld"),
  DUPLICATES(
      "duplicates TARGET",
      "找出可能重复的人物、机构、家族和地名，写成 CSV",
      "find persons, organisations, families and places that may be described twice, as CSV"),
  MERGE(
      "merge REPLACED SURVIVOR",
      "把一个条目并入另一个，如 merge person/zhangsan2 person/zhangsan；旧标识仍可访问",
      "merge one description into another: merge person/b person/a; the old IRI goes on answering"),
  VERIFY(
      "verify [BACKUP]",
      "核对日志的哈希链与全部影像文件；或核对一个备份",
      "check the journal's hash chain and all media files; or check a backup"),
  BACKUP(
      "backup TARGET [--without-access]",
      "把一切备份到文件夹或 .zip（BagIt）；可不含访问文件",
      "back everything up into a folder or .zip (BagIt); access files may be left out"),
  RESTORE(
      "restore BACKUP", "把备份恢复到空的系统，并逐项核对", "restore a backup into an empty system, with proof"),
  PASSWORD(
      "password [ACCOUNT]",
      "给账号换一个随机密码（默认为管理员），并取消其动态口令",
      "give an account (the administrator's) a new password, without second factor"),
  VERSION("--version", "版本", "version"),
  HELP("--help", "本帮助", "this help");

  private static final Pattern OPTION = Pattern.compile("\\[(--[a-z0-9-]+)(=[A-Z-]+)?]");
  private static final Pattern WORD = Pattern.compile("(?<![\\w=\\[-])[A-Z][A-Z-]*");
  private static final Pattern OPTIONAL_WORD = Pattern.compile("\\[[A-Z][A-Z-]*]");

  private final String usage;
  private final String chinese;
  private final String english;

  /**
   * @param usage the command's word, then words in capitals for what must stand there, in brackets
   *     for what may
   */
  Command(String usage, String chinese, String english) {
    this.usage = usage;
    this.chinese = chinese;
    this.english = english;
  }

  static Optional<Command> of(String word) {
    return Arrays.stream(values()).filter(command -> command.word().equals(word)).findFirst();
  }

  /** Empty for the command that needs no word. */
  String word() {
    String first = usage.split(" ", 2)[0];
    return first.startsWith("[") ? "" : first;
  }

  String usage() {
    return usage;
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return english;
  }

  /** Whether the usage allows for what was given behind the command's word. */
  boolean takes(List<String> arguments) {
    long words = arguments.stream().filter(argument -> !argument.startsWith("--")).count();
    long least = WORD.matcher(usage).results().count();
    long most = least + OPTIONAL_WORD.matcher(usage).results().count();
    return words >= least
        && words <= most
        && arguments.stream().filter(argument -> argument.startsWith("--")).allMatch(this::knows);
  }

  private boolean knows(String option) {
    Matcher known = OPTION.matcher(usage);
    while (known.find()) {
      boolean hasValue = known.group(2) != null;
      if (hasValue ? option.startsWith(known.group(1) + "=") : option.equals(known.group(1))) {
        return true;
      }
    }
    return false;
  }
}
