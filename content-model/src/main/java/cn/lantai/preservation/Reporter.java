package cn.lantai.preservation;

import cn.lantai.entity.LocalizedText;

/** Told how far a long work is; may end it by an exception. */
@FunctionalInterface
public interface Reporter {

  Reporter NONE = (done, total, step) -> {};

  /**
   * @param total 0 while unknown
   */
  void at(long done, long total, LocalizedText step);
}
