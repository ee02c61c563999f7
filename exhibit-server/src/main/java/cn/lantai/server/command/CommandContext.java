package cn.lantai.server.command;

import cn.lantai.entity.LocalizedText;

/** What a running command has in its hands. */
public interface CommandContext {

  CommandArguments arguments();

  /** Whether the server is open to visitors meanwhile. */
  boolean online();

  /** Prints the text in both languages, a line each. */
  void say(LocalizedText text);

  /** Prints a line that is the same in both languages, as in a table. */
  void say(String line);

  /**
   * Says how far the work is.
   *
   * @param total 0 while unknown
   */
  void progress(long done, long total, String step);
}
