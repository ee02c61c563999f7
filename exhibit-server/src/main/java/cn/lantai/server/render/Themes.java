package cn.lantai.server.render;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The themes there are. A theme holds only what it changes: templates, static files and messages
 * that it lacks come from the default theme.
 */
public final class Themes {
  public static final String DEFAULT = "songyan";

  private final SortedMap<String, ThemeFiles> files;
  private final SortedMap<String, Theme> themes = new TreeMap<>();

  private Themes(Map<String, ThemeFiles> files) {
    this.files = new TreeMap<>(files);
    this.files.forEach((name, content) -> themes.put(name, describe(name, content)));
    if (!themes.containsKey(DEFAULT)) {
      throw new IllegalStateException("The default theme is missing: " + DEFAULT);
    }
  }

  public static Themes builtIn() {
    return new Themes(ThemeFiles.builtIn());
  }

  /** The built-in themes and one for every folder in {@code folder}, which win by name. */
  public static Themes with(Path folder) {
    Map<String, ThemeFiles> files = new TreeMap<>(ThemeFiles.builtIn());
    try (Stream<Path> found = Files.list(folder)) {
      found
          .filter(Files::isDirectory)
          .forEach(theme -> files.put(theme.getFileName().toString(), ThemeFiles.in(theme)));
    } catch (IOException e) {
      throw new UncheckedIOException("Themes folder not readable: " + folder, e);
    }
    return new Themes(files);
  }

  /** In the order in which they are offered. */
  public List<Theme> all() {
    return themes.values().stream()
        .sorted(Comparator.comparingInt(Theme::order).thenComparing(Theme::name))
        .toList();
  }

  public boolean knows(String name) {
    return themes.containsKey(name);
  }

  /** The theme of that name, or the default one. */
  public Theme get(String name) {
    return themes.getOrDefault(name, themes.get(DEFAULT));
  }

  ThemeFiles filesOf(String name) {
    return files.get(get(name).name());
  }

  /** The theme that a file comes from when {@code theme} is chosen: itself or the default one. */
  Optional<String> ownerOf(String theme, String file) {
    for (String candidate : List.of(get(theme).name(), DEFAULT)) {
      if (files.get(candidate).names().contains(file)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The messages of a language, those of the theme before those of the default theme. */
  Properties messages(String theme, Language language) {
    String file = "messages_" + language.code() + ".properties";
    Properties messages = new Properties();
    for (String source : List.of(DEFAULT, get(theme).name())) {
      if (files.get(source).names().contains(file)) {
        messages.putAll(properties(files.get(source).read(file)));
      }
    }
    return messages;
  }

  private static Theme describe(String name, ThemeFiles files) {
    Properties p =
        files.names().contains("theme.properties")
            ? properties(files.read("theme.properties"))
            : new Properties();
    return new Theme(
        name,
        p.getProperty("name.zh", name),
        p.getProperty("name.en", name),
        Integer.parseInt(p.getProperty("order", "99").strip()),
        Boolean.parseBoolean(p.getProperty("dark", "false").strip()));
  }

  private static Properties properties(byte[] bytes) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
