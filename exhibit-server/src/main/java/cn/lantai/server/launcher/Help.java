package cn.lantai.server.launcher;

import java.util.Optional;

/** What {@code --help} says. */
final class Help {

  private Help() {}

  static String version() {
    return Optional.ofNullable(Help.class.getPackage().getImplementationVersion()).orElse("");
  }

  static String text() {
    StringBuilder text = new StringBuilder("兰台 Lantai " + version() + "\n\n");
    for (Command command : Command.values()) {
      text.append("java -jar lantai.jar ").append(command.usage()).append('\n');
      if (command.place() == Command.Place.EITHER) {
        text.append("    + ").append(command.usageElsewhere()).append('\n');
      }
      text.append("    ").append(command.chinese()).append('\n');
      text.append("    ").append(command.english()).append('\n');
    }
    return text + SETTINGS;
  }

  private static final String SETTINGS =
      """

      别处的服务器：import、export 和 search 以下的命令都可以经 HTTPS 交给它，凭“我的账号”里生成的令牌
      A server elsewhere: it carries out import, export and all from search on by HTTPS, for a token of
      "My account"

      LANTAI_SERVER        https://archive.example  （或 or --server=URL）
      LANTAI_TOKEN         lantai_…                 （或 or LANTAI_TOKEN_FILE, --token-file=FILE）

      环境变量，或数据文件夹里的 lantai.properties（如 lantai.port=8081；环境变量优先）
      Environment, or lantai.properties in the data folder (the environment wins)

      LANTAI_DATA          ./data                  数据文件夹     data folder
      LANTAI_HOST          127.0.0.1               监听地址       address to listen on
      LANTAI_PORT          8080                    端口           port
      LANTAI_BASE_URL      http://HOST:PORT        公开地址       public address, part of every IRI
      LANTAI_DB_URL        (H2)                    jdbc:postgresql://host:5432/name
      LANTAI_DB_USER, LANTAI_DB_PASSWORD
      LANTAI_SAMPLES       (samples)               --demo 载入的文件夹  folder that --demo loads\
      """;
}
