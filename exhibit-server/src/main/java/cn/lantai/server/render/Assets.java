package cn.lantai.server.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * The styles, scripts, fonts and pictures of all themes, served below {@code
 * /static/{hash}/{theme}/}. One hash covers them all: an address within a style sheet can then be
 * relative, and a file that a theme does not have is found in the default theme.
 */
public final class Assets {
  private static final String FOLDER = "static/";
  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=UTF-8"),
          Map.entry("js", "text/javascript; charset=UTF-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=UTF-8"),
          Map.entry("webmanifest", "application/manifest+json"));

  private final Themes themes;
  private final String hash;

  public Assets(Themes themes) {
    this.themes = themes;
    this.hash = hashOf(themes);
  }

  /** Changes when any static file of any theme does. */
  public String hash() {
    return hash;
  }

  /** The address of a file such as {@code site.css} when {@code theme} is chosen. */
  public String url(String theme, String file) {
    String owner =
        themes
            .ownerOf(theme, FOLDER + file)
            .orElseThrow(() -> new IllegalArgumentException("No such static file: " + file));
    return "/static/" + hash + "/" + owner + "/" + file;
  }

  /**
   * The file at {@code /static/{hash}/{path}}. An outdated hash finds nothing, so that a page from
   * before an update cannot fill a cache with files from after it.
   */
  public Optional<Asset> find(String askedHash, String path) {
    int slash = path.indexOf('/');
    if (slash < 0 || !askedHash.equals(hash) || !themes.knows(path.substring(0, slash))) {
      return Optional.empty();
    }
    String file = FOLDER + path.substring(slash + 1);
    String type = MEDIA_TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    return themes
        .ownerOf(path.substring(0, slash), file)
        .map(
            owner -> {
              ThemeFiles files = themes.filesOf(owner);
              byte[] bytes = files.read(file);
              return new Asset(type, bytes, compressed(files, file, type, bytes));
            });
  }

  private static Optional<byte[]> compressed(
      ThemeFiles files, String file, String type, byte[] bytes) {
    if (files.names().contains(file + ".gz")) {
      return Optional.of(files.read(file + ".gz"));
    }
    if (!type.startsWith("text/") && !type.equals("image/svg+xml")) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(out.toByteArray());
  }

  private static String hashOf(Themes themes) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    for (Theme theme : themes.all()) {
      ThemeFiles files = themes.filesOf(theme.name());
      for (String name : files.names()) {
        if (name.startsWith(FOLDER) && !name.endsWith(".gz")) {
          digest.update((theme.name() + "/" + name + "\n").getBytes(StandardCharsets.UTF_8));
          digest.update(files.read(name));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }
}
