package cn.lantai.ingest.rdf;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.source.Source;
import cn.lantai.table.Place;
import cn.lantai.table.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Problems of one kind: the first hundred, and how many more there are. */
final class Few {

  private static final int MOST = 100;

  private final LongFunction<LocalizedText> more;
  private final List<Problem> first = new ArrayList<>();
  private long count;

  /**
   * @param more says how many are not listed
   */
  Few(LongFunction<LocalizedText> more) {
    this.more = more;
  }

  void add(Problem problem) {
    count++;
    if (first.size() < MOST) {
      first.add(problem);
    }
  }

  void tell(Source.Sink sink) throws IOException {
    for (Problem problem : first) {
      sink.problem(problem);
    }
    if (count > MOST) {
      Problem last = first.get(MOST - 1);
      sink.problem(
          Problem.warning(
              Place.file(last.file()), last.column(), "", more.apply(count - MOST), last.remedy()));
    }
  }
}
