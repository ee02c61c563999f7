package cn.lantai.server.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be asked for on the command line. The application has a bean of the same name for each
 * that can be done in the data folder, but for the first and the last two.
 */
public enum Command {
  SERVE("[--demo]", "启动服务；--demo：空库则载入示例馆藏", "start the server; --demo: load the samples if empty"),
  IMPORT(
      "import PATH [--dry-run] [--publish] [--mapping=NAME] [--encoding=NAME]",
      "[--report=FOLDER] [--no-wait]",
      "导入文件或文件夹；--dry-run：只出报告",
      "import a file or a folder; --dry-run: only report"),
  REBUILD("rebuild", "由日志重建全部查询库", "make the stages again from the journal"),
  EXPORT(
      "export [--format=FORMAT] [--fonds=KEY] [--archive=KEY] [--public] [--template] TARGET",
      "",
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
  SEARCH(
      Place.SERVER,
      "search [WORDS...] [--type=TYPE] [--state=STATE] [--in=KEY] [--archive=KEY] [--limit=NUMBER]"
          + " [--names]",
      "检索已著录的一切；--names：每行一个名字和版本，可交给 publish、submit 的 --file",
      "search all that is described; --names: a name and version a line, for the --file of publish"
          + " and submit"),
  GET(
      Place.SERVER,
      "get ENTITY [FILE] [--format=FORMAT]",
      "取一条的 RDF（ttl、nt、jsonld）及其版本号",
      "fetch one description as RDF (ttl, nt, jsonld), and tell its version"),
  PUT(
      Place.SERVER,
      "put ENTITY FILE [--version=ROW] [--reason=TEXT]",
      "保存一条的 RDF；--version：所依据的版本，不写则新建",
      "save one description from RDF; --version: which it is based on, none for a new one"),
  PUBLISH(
      Place.SERVER,
      "publish [ENTITY...] [--file=FILE] [--reason=TEXT]",
      "公布条目，如 record/r001，或 record/r001@1041（只公布这一版）；--file：每行一个",
      "publish entities: record/r001, or record/r001@1041 (this version only); --file: one a line"),
  WITHDRAW(
      Place.SERVER,
      "withdraw [ENTITY...] [--file=FILE] [--reason=TEXT]",
      "撤下条目，须写理由",
      "take entities out of public; the reason has to be given"),
  IMPORTS(
      Place.SERVER,
      "imports [ID] [--report=FOLDER] [--cancel]",
      "列出导入；或等一次导入结束、取回报告和未收的行；或停止它",
      "list imports; or wait for one and fetch its report and rejected rows; or end it"),
  EXPORTS(
      Place.SERVER,
      "exports [ID] [TARGET] [--cancel]",
      "列出导出；或等一次导出结束、取回文件（断了的接着下载）；或停止它",
      "list exports; or wait for one and fetch its file (a broken download goes on); or end it"),
  REVIEWS(
      Place.SERVER,
      "reviews [--show=WHICH]",
      "列出审核：waiting（等我审）、mine（我送审的）、all",
      "list reviews: waiting, mine or all"),
  SUBMIT(
      Place.SERVER,
      "submit [ENTITY...] [--file=FILE] [--reason=TEXT]",
      "把条目的当前版本（或写明的版本）送审",
      "submit the newest versions, or those that are named, for review"),
  REVIEW(
      Place.SERVER,
      "review ID [ACT] [--reason=TEXT] [--due=TIME] [--spot=PLACE]",
      "看一次审核；或走一步：pass、return、retract、schedule、publish、withdraw、comment",
      "show a review; or take a step: pass, return, retract, schedule, publish, withdraw, comment"),
  PREVIEW(
      Place.SERVER,
      "preview ENTITY [--for=NAME] [--days=DAYS] [--end=ID]",
      "给没有账号的人（--for）生成看这一版的链接，有效 1 至 30 天（默认 7）；收回（--end）；或列出",
      "make a link for somebody without an account (--for), for 1 to 30 days (7); withdraw one"
          + " (--end); or list them"),
  NOTICES(
      Place.SERVER,
      "notices [--seen]",
      "列出通知；--seen：标为已读",
      "list notices; --seen: say that they were read"),
  STATE(Place.SERVER, "state", "日志、查询库与任务的状态", "how journal, stages and jobs are"),
  VERSION("--version", "版本", "version"),
  HELP("--help", "本帮助", "this help");

  /** Where a command can be carried out. */
  public enum Place {
    /** In the data folder on this machine. */
    HERE,
    /** There, or by a server elsewhere. */
    EITHER,
    /** By a server, on this machine or elsewhere. */
    SERVER
  }

  /** What names a server, and the file with a token for it. */
  static final String OF_SERVER = "[--server=URL] [--token-file=FILE]";

  private static final Pattern OPTION = Pattern.compile("\\[(--[a-z0-9-]+)(=[A-Z-]+)?]");
  private static final Pattern WORD = Pattern.compile("(?<![\\w=\\[-])[A-Z][A-Z-]*");
  private static final Pattern OPTIONAL_WORD = Pattern.compile("\\[[A-Z][A-Z-]*]");
  private static final String SEVERAL = "...]";

  private final Place place;
  private final String usage;
  private final String elsewhere;
  private final String chinese;
  private final String english;

  Command(String usage, String chinese, String english) {
    this(Place.HERE, usage, "", chinese, english);
  }

  Command(String usage, String elsewhere, String chinese, String english) {
    this(Place.EITHER, usage, elsewhere, chinese, english);
  }

  Command(Place place, String usage, String chinese, String english) {
    this(place, usage, "", chinese, english);
  }

  /**
   * @param usage the command's word, then words in capitals for what must stand there, in brackets
   *     for what may
   * @param elsewhere what may be added if a server elsewhere does it
   */
  Command(Place place, String usage, String elsewhere, String chinese, String english) {
    this.place = place;
    this.usage = usage;
    this.elsewhere = elsewhere;
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

  Place place() {
    return place;
  }

  String usage() {
    return usage;
  }

  /** What may be added where a server is named. */
  String usageElsewhere() {
    return (elsewhere + " " + OF_SERVER).strip();
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
    long most =
        usage.contains(SEVERAL)
            ? Long.MAX_VALUE
            : least + OPTIONAL_WORD.matcher(usage).results().count();
    return words >= least
        && words <= most
        && arguments.stream().filter(argument -> argument.startsWith("--")).allMatch(this::knows);
  }

  private boolean knows(String option) {
    return isIn(usage, option) || place != Place.HERE && isIn(usageElsewhere(), option);
  }

  /** Options among these that mean something only where a server is named. */
  List<String> onlyElsewhere(List<String> arguments) {
    return arguments.stream()
        .filter(argument -> argument.startsWith("--") && !isIn(usage, argument))
        .toList();
  }

  private static boolean isIn(String usage, String option) {
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
