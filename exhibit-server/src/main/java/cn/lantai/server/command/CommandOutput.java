package cn.lantai.server.command;

import cn.lantai.entity.LocalizedText;

/** Hands on what a command says, line by line. */
public abstract class CommandOutput implements CommandContext {

  private final CommandArguments arguments;
  private final boolean online;

  protected CommandOutput(CommandArguments arguments, boolean online) {
    this.arguments = arguments;
    this.online = online;
  }

  @Override
  public CommandArguments arguments() {
    return arguments;
  }

  @Override
  public boolean online() {
    return online;
  }

  @Override
  public void say(LocalizedText text) {
    text.zh().lines().forEach(this::say);
    text.en().stream().flatMap(String::lines).forEach(this::say);
  }
}
