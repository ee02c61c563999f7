package cn.lantai.server.site.view;

/** A piece of a selection. Each type is one template in {@code templates/blocks}. */
public interface Block {

  /** The file name in {@code templates/blocks}, without its ending. */
  String template();
}
