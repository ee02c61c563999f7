package cn.lantai.server.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands behind the command's word. The launcher has compared it with the usage.
 *
 * @param folder in which the operator was when asking; paths are relative to it
 */
public record CommandArguments(List<String> words, Path folder) {

  public CommandArguments {
    words = List.copyOf(words);
    Objects.requireNonNull(folder, "folder");
  }

  /** The words that are not options, in order. */
  public List<String> positional() {
    return words.stream().filter(word -> !word.startsWith("--")).toList();
  }

  /** The path that the positional word {@code index} names; empty if there are not so many. */
  public Optional<Path> path(int index) {
    return positional().stream().skip(index).findFirst().map(this::resolve);
  }

  /** Whether {@code --name} is there. */
  public boolean has(String name) {
    return words.contains("--" + name);
  }

  /** The value of {@code --name=value}. */
  public Optional<String> value(String name) {
    String prefix = "--" + name + "=";
    return words.stream()
        .filter(word -> word.startsWith(prefix))
        .map(word -> word.substring(prefix.length()))
        .findFirst();
  }

  private Path resolve(String word) {
    return folder.resolve(word).toAbsolutePath().normalize();
  }
}
