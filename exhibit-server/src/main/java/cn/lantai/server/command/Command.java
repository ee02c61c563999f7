package cn.lantai.server.command;

/**
 * Something that the operator can have done from the command line. Every CDI bean of this type is
 * found by its name; the launcher's {@code Command} tells usage and help.
 */
public interface Command {

  /** The word on the command line: "backup". */
  String name();

  /** Whether the database in which this is noted is still there afterwards. */
  default boolean keepsDatabase() {
    return true;
  }

  /**
   * Does it. Long work is a job: {@link CommandContext#follow}.
   *
   * @return whether all is well; otherwise the process ends with status 1
   * @throws CommandException if it cannot be done as asked; any other exception is logged too
   */
  boolean run(CommandContext context) throws Exception;
}
