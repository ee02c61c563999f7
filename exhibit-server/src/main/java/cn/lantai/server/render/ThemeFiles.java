package cn.lantai.server.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of one theme, by their path within it with {@code /} between the steps. */
interface ThemeFiles {

  SortedSet<String> names();

  /** The bytes of a file that {@link #names} lists. */
  byte[] read(String name);

  /** The themes that the {@code themes} module built, found by the index that it wrote. */
  static Map<String, ThemeFiles> builtIn() {
    ClassLoader loader = ThemeFiles.class.getClassLoader();
    String root = "lantai/themes/";
    String index = new String(resource(loader, root + "index.txt"), StandardCharsets.UTF_8);
    SortedMap<String, SortedSet<String>> names = new TreeMap<>();
    index
        .lines()
        .forEach(
            line -> {
              int slash = line.indexOf('/');
              names
                  .computeIfAbsent(line.substring(0, slash), theme -> new TreeSet<>())
                  .add(line.substring(slash + 1));
            });
    SortedMap<String, ThemeFiles> themes = new TreeMap<>();
    names.forEach(
        (theme, files) ->
            themes.put(theme, of(files, name -> resource(loader, root + theme + "/" + name))));
    return themes;
  }

  /** A theme in a folder of its own. Files are read as they are: nothing is bundled. */
  static ThemeFiles in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      SortedSet<String> names = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(folder.relativize(file).toString().replace('\\', '/')));
      return of(
          names,
          name -> {
            try {
              return Files.readAllBytes(folder.resolve(name));
            } catch (IOException e) {
              throw new UncheckedIOException("Theme file not readable: " + name, e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("Theme folder not readable: " + folder, e);
    }
  }

  private static ThemeFiles of(
      SortedSet<String> names, java.util.function.Function<String, byte[]> reader) {
    return new ThemeFiles() {
      @Override
      public SortedSet<String> names() {
        return names;
      }

      @Override
      public byte[] read(String name) {
        if (!names.contains(name)) {
          throw new IllegalArgumentException("No such theme file: " + name);
        }
        return reader.apply(name);
      }
    };
  }

  private static byte[] resource(ClassLoader loader, String name) {
    try (InputStream in = loader.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The themes are not on the class path: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
