package cn.lantai.server.cantaloupe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * What Cantaloupe reads: its settings, and the delegate by which it asks this server. No secret is
 * in them.
 *
 * @param folder where they are written
 * @param accessFiles the folder of the access files
 * @param server address at which this server is reached from Cantaloupe
 */
record CantaloupeFiles(Path folder, Path accessFiles, String server, long maxPixels, int threads) {

  static final int USUAL_PORT = 8182;

  Path settings() {
    return folder.resolve("cantaloupe.properties");
  }

  /** The folder of a class path on which {@link Tether} is. */
  Path tether() {
    return folder.resolve("tether");
  }

  void write(int port) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Path delegate = folder.resolve("delegates.rb");
    Files.writeString(
        delegate,
        filled(
            "delegates.rb",
            Map.of("SERVER", quoted(server), "ACCESS_FILES", quoted(plain(accessFiles)))));
    Files.writeString(
        settings(),
        filled(
            "cantaloupe.properties",
            Map.of(
                "PORT", Integer.toString(port),
                "THREADS", Integer.toString(threads),
                "MAX_PIXELS", Long.toString(maxPixels),
                "TEMPORARY", plain(temporary),
                "DELEGATE", plain(delegate))));
    String name = Tether.class.getName().replace('.', '/') + ".class";
    Path tether = tether().resolve(name);
    Files.createDirectories(tether.getParent());
    Files.write(tether, bytes("/" + name));
  }

  private static String filled(String resource, Map<String, String> values) {
    String text = new String(bytes(resource), StandardCharsets.UTF_8);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    return text;
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = CantaloupeFiles.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Slashes are understood on every system; a backslash would be an escape. */
  private static String plain(Path path) {
    return path.toAbsolutePath().normalize().toString().replace('\\', '/');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
