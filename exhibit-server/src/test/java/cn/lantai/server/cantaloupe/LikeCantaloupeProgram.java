package cn.lantai.server.cantaloupe;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@link LikeCantaloupe} as a program that is started like Cantaloupe, reads the same settings, and
 * does what the delegate tells it to do.
 */
public final class LikeCantaloupeProgram {

  /** Offers to change to HTTP/2, as Cantaloupe's delegate does not. */
  private final HttpClient client = HttpClient.newHttpClient();

  private final String server;
  private final String accessFiles;

  private LikeCantaloupeProgram(String delegate) {
    server = constant("SERVER", delegate);
    accessFiles = constant("ACCESS_FILES", delegate);
  }

  public static void main(String[] arguments) throws IOException {
    Properties settings = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of(System.getProperty("cantaloupe.config")))) {
      settings.load(in);
    }
    String delegate = Files.readString(Path.of(settings.getProperty("delegate_script.pathname")));
    System.out.println("environment: " + System.getenv().keySet());
    System.out.println("properties: " + System.getProperties().keySet());
    new LikeCantaloupe(
        Integer.parseInt(settings.getProperty("http.port")),
        new LikeCantaloupeProgram(delegate)::file,
        Map.of());
  }

  /** Packs it as Cantaloupe comes. */
  static Path jar(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, LikeCantaloupeProgram.class.getName());
    main.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    Path jar = folder.resolve("like-cantaloupe.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  private Optional<Path> file(String permit, String image) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/iiif/permits/" + permit)).build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      String[] lines = answer.body().split("\n");
      return answer.statusCode() == 200 && lines[0].equals(image)
          ? Optional.of(Path.of(accessFiles, lines[1]))
          : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String constant(String name, String delegate) {
    Matcher matcher = Pattern.compile(name + " = ENV\\['\\w+'\\] \\|\\| '(.*)'").matcher(delegate);
    if (!matcher.find()) {
      throw new IllegalArgumentException("the delegate has no " + name);
    }
    return matcher.group(1);
  }
}
