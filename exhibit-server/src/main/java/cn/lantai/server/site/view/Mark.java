package cn.lantai.server.site.view;

/**
 * A footnote mark. Each stands once on its page, so that the note can lead back to it.
 *
 * @param note the number of the {@link Note}
 * @param use counts the marks of this note from 1
 */
public record Mark(int note, int use) {

  public String id() {
    return "r" + note + "-" + use;
  }
}
