package cn.lantai.curation;

import cn.lantai.entity.LocalizedText;

/** Two descriptions cannot be merged as asked; nothing was written. */
public final class MergeRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient LocalizedText text;

  public MergeRefusedException(LocalizedText text) {
    super(text.en().orElse(text.zh()));
    this.text = text;
  }

  public LocalizedText text() {
    return text;
  }
}
