package cn.lantai.server.command;

import cn.lantai.entity.LocalizedText;

/** A command that cannot be done as asked; its text is for the operator. */
public final class CommandException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient LocalizedText text;

  public CommandException(LocalizedText text) {
    super(text.en().orElse(text.zh()));
    this.text = text;
  }

  public LocalizedText text() {
    return text;
  }
}
