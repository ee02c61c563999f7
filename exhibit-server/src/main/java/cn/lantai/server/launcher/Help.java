package cn.lantai.server.launcher;

import java.util.Optional;

/** What {@code --help} says. */
final class Help {

  private Help() {}

  static String version() {
    return Optional.ofNullable(Help.class.getPackage().getImplementationVersion()).orElse("");
  }

  static String text() {
    return """
    兰台 Lantai %s

    java -jar lantai.jar              启动服务                     start the server
    java -jar lantai.jar --demo       启动；空库则载入示例馆藏     start; load the samples if empty
    java -jar lantai.jar rebuild      由日志重建全部查询库         make the stages again from the journal
    java -jar lantai.jar verify       校验日志的哈希链             check the journal's hash chain
    java -jar lantai.jar password     给管理员换一个随机密码       give the administrator a new password
    java -jar lantai.jar --version    版本                         version

    环境变量，或数据文件夹里的 lantai.properties（如 lantai.port=8081；环境变量优先）
    Environment, or lantai.properties in the data folder (the environment wins)

    LANTAI_DATA          ./data                  数据文件夹     data folder
    LANTAI_HOST          127.0.0.1               监听地址       address to listen on
    LANTAI_PORT          8080                    端口           port
    LANTAI_BASE_URL      http://HOST:PORT        公开地址       public address, part of every IRI
    LANTAI_DB_URL        (H2)                    jdbc:postgresql://host:5432/name
    LANTAI_DB_USER, LANTAI_DB_PASSWORD
    LANTAI_SAMPLES       (samples)               --demo 载入的文件夹  folder that --demo loads\
    """
        .formatted(version());
  }
}
