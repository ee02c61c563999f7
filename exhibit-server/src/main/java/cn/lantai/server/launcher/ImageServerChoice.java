package cn.lantai.server.launcher;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** The settings that say what makes pictures, checked before anything is started. */
final class ImageServerChoice {

  private ImageServerChoice() {}

  static void check(Map<String, String> settings) throws StartProblem {
    String choice = settings.getOrDefault("lantai.iiif.server", "embedded");
    String url = settings.getOrDefault("lantai.iiif.url", "");
    String jar = settings.getOrDefault("lantai.cantaloupe.jar", "");
    if (choice.equals("embedded")) {
      return;
    }
    if (!choice.equals("cantaloupe")) {
      throw new StartProblem(
          "图像服务“" + choice + "”无效：LANTAI_IIIF_SERVER 应为 embedded 或 cantaloupe 。",
          "\""
              + choice
              + "\" is not an image server: LANTAI_IIIF_SERVER takes embedded or cantaloupe.");
    }
    if (url.isEmpty() == jar.isEmpty()) {
      throw new StartProblem(
          "使用 Cantaloupe 时，请设置 LANTAI_IIIF_URL（已在运行的地址）或 LANTAI_CANTALOUPE_JAR（由兰台启动）之一。",
          "For Cantaloupe set either LANTAI_IIIF_URL, the address of one that runs, or"
              + " LANTAI_CANTALOUPE_JAR, for Lantai to start it.");
    }
    if (!url.isEmpty() && !isServer(url)) {
      throw new StartProblem(
          "图像服务地址“" + url + "”无效：LANTAI_IIIF_URL 应形如 http://127.0.0.1:8182 。",
          "\""
              + url
              + "\" is not the address of an image server: LANTAI_IIIF_URL looks like"
              + " http://127.0.0.1:8182.");
    }
    if (!jar.isEmpty() && !isFile(jar)) {
      throw new StartProblem(
          "找不到“" + jar + "”：LANTAI_CANTALOUPE_JAR 应为 Cantaloupe 的 jar 文件（如 cantaloupe-5.0.6.jar）。",
          "There is no file \""
              + jar
              + "\": LANTAI_CANTALOUPE_JAR is the jar of Cantaloupe, such as"
              + " cantaloupe-5.0.6.jar.");
    }
    requireMemory(settings.getOrDefault("lantai.cantaloupe.memory", "512"));
  }

  private static void requireMemory(String text) throws StartProblem {
    if (!text.matches("[1-9][0-9]{2,5}")) {
      throw new StartProblem(
          "“" + text + "”无效：LANTAI_CANTALOUPE_MEMORY 是 Cantaloupe 的内存，单位 MiB，如 512 。",
          "\"" + text + "\" is no size: LANTAI_CANTALOUPE_MEMORY is in MiB, such as 512.");
    }
  }

  private static boolean isServer(String url) {
    try {
      URI uri = new URI(url);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare =
          uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
      return web && uri.getHost() != null && bare;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  private static boolean isFile(String jar) {
    try {
      return Files.isRegularFile(Path.of(jar));
    } catch (InvalidPathException malformed) {
      return false;
    }
  }
}
