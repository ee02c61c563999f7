package cn.lantai.server.testing;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;

/** Typing into a field, or into the editor that a script has put in its place. */
public final class Writing {

  private Writing() {}

  /** The editor of a text. */
  public static Locator editor(Locator field) {
    return field.locator("xpath=following-sibling::*[@role='textbox']");
  }

  /**
   * Replaces what stands there.
   *
   * @param text a paragraph in each line
   */
  public static void into(Locator field, String text) {
    Locator editor = editor(field);
    if (editor.count() == 0) {
      field.fill(text);
      return;
    }
    editor.press("Control+a");
    Keyboard keys = field.page().keyboard();
    keys.press("Delete");
    String between = "";
    for (String line : text.split("\n", -1)) {
      if (!between.isEmpty()) {
        keys.press(between);
      }
      keys.insertText(line);
      between = "Enter";
    }
  }
}
