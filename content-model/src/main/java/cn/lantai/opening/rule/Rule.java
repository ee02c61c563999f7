package cn.lantai.opening.rule;

import cn.lantai.opening.Finding;
import cn.lantai.opening.RecordText;
import java.util.List;

/** Looks for one thing that speaks against opening a record. Safe for use by many threads. */
public interface Rule {

  /** In the order of the text; empty if it sees nothing. */
  List<Finding> findings(RecordText text);
}
