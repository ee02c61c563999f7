package cn.lantai.ingest;

import cn.lantai.entity.LocalizedText;

/** Told how far an import is, on the thread that called it. May throw to end the import. */
@FunctionalInterface
public interface Progress {

  /**
   * @param of 0 while unknown
   */
  void at(long done, long of, LocalizedText step);

  Progress NONE = (done, of, step) -> {};
}
